import TextModel

/// A punctuation mark or bracket and what touches it: where the rules for punctuation begin to look.
public struct PunctuationMark: Sendable, Hashable {
  /// What touches a mark on one side, as far as the rules ask.
  public enum Neighbour: UInt8, Sendable, Hashable {
    /// The text or the line ends here.
    case edge
    /// A space or tab, no-break spaces too.
    case space
    case lower, upper, digit
    /// A letter outside ASCII, of either case or none.
    case letter
    /// A punctuation mark or bracket of this list.
    case mark
    /// A quotation mark of any shape, straight ones too.
    case quote
    case other
  }

  /// The mark's first byte.
  public var offset: Int
  /// The mark.
  public var scalar: Unicode.Scalar
  public var before: Neighbour
  public var after: Neighbour

  /// The byte behind the mark.
  @inlinable public var end: Int { offset + UTF8.width(scalar) }
}

extension PunctuationMark.Neighbour {
  /// A letter of any kind.
  @inlinable public var isLetter: Bool { self == .lower || self == .upper || self == .letter }
  /// Where a word cannot go on.
  @inlinable public var isGap: Bool { self == .space || self == .edge }
}

/// Finds the punctuation marks of a text in one pass: all that the rules for punctuation need of a clean text.
public enum Punctuation {
  /// The marks `. , ; : ! ? ( ) [ ]`, the ellipsis, and their full-width, ideographic, Arabic and Indic kin, in order.
  ///
  /// - Parameter offsets: Where to look (`Document.markOffsets`).
  /// Linear in their number.
  static func marks(in text: Text, at offsets: [UInt32]) -> [PunctuationMark] {
    text.utf8.withUnsafeBufferPointer { bytes in
      [PunctuationMark](unsafeUninitializedCapacity: offsets.count) { found, count in
        for offset in offsets {
          let at = Int(offset)
          let byte = bytes[at]
          if byte < 0x80 {
            guard ascii(byte) == .mark else { continue }
            found.initializeElement(at: count, to: mark(Unicode.Scalar(byte), at, at + 1, bytes))
          } else {
            let length = UTF8Cursor.length(of: byte)
            let scalar = scalar(at: at, length, bytes)
            guard isWideMark(scalar) else { continue }
            found.initializeElement(at: count, to: mark(scalar, at, at + length, bytes))
          }
          count += 1
        }
      }
    }
  }

  @inline(__always)
  private static func mark(
    _ scalar: Unicode.Scalar, _ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> PunctuationMark {
    PunctuationMark(
      offset: start, scalar: scalar, before: neighbour(before: start, bytes), after: neighbour(at: end, bytes))
  }

  @inline(__always)
  private static func neighbour(at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> PunctuationMark.Neighbour {
    guard offset < bytes.count else { return .edge }
    if bytes[offset] < 0x80 { return ascii(bytes[offset]) }
    return wide(scalar(at: offset, UTF8Cursor.length(of: bytes[offset]), bytes))
  }

  @inline(__always)
  private static func neighbour(before offset: Int, _ bytes: UnsafeBufferPointer<UInt8>)
    -> PunctuationMark.Neighbour
  {
    guard offset > 0 else { return .edge }
    if bytes[offset - 1] < 0x80 { return ascii(bytes[offset - 1]) }
    var at = offset - 1
    while at > 0, UTF8Cursor.isContinuation(bytes[at]) { at -= 1 }
    return wide(scalar(at: at, offset - at, bytes))
  }

  @inline(__always)
  static func ascii(_ byte: UInt8) -> PunctuationMark.Neighbour {
    switch byte {
    case 0x61...0x7A: .lower
    case 0x20, 0x09: .space
    case 0x41...0x5A: .upper
    case 0x30...0x39: .digit
    case 0x0A, 0x0D: .edge
    case 0x22, 0x27, 0x60: .quote
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x28, 0x29, 0x5B, 0x5D: .mark
    default: .other
    }
  }

  static func wide(_ scalar: Unicode.Scalar) -> PunctuationMark.Neighbour {
    switch scalar.value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: return .space
    case 0x85, 0x2028, 0x2029: return .edge
    case 0x2018...0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0xFF02, 0x300C...0x300F: return .quote
    default: break
    }
    if isWideMark(scalar) { return .mark }
    return CharacterClass.of(scalar) == .letter ? .letter : .other
  }

  private static func isWideMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA1, 0xBF, 0x37E, 0x387, 0x60C, 0x61B, 0x61F, 0x6D4, 0x964, 0x965, 0x2026, 0x3001, 0x3002, 0xFF01,
      0xFF08, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF61, 0xFF64:
      true
    default: false
    }
  }

  @inline(__always)
  private static func scalar(at offset: Int, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
    let lead = UInt32(bytes[offset])
    func tail(_ k: Int) -> UInt32 { UInt32(bytes[offset + k] & 0x3F) }
    let value: UInt32 =
      switch length {
      case 1: lead
      case 2: (lead & 0x1F) << 6 | tail(1)
      case 3: (lead & 0x0F) << 12 | tail(1) << 6 | tail(2)
      default: (lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
      }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
