/// A text: bytes that are valid UTF-8.
///
/// Offsets are byte offsets. Nothing here allocates but the initializers and `string`.
public struct Text: Sendable, Hashable {
  /// The bytes, always valid UTF-8.
  public private(set) var utf8: [UInt8]

  public init(_ string: String) {
    utf8 = Array(string.utf8)
  }

  /// Takes bytes that are known to be valid UTF-8 (the record reader has validated them, or they are slices of a text).
  @inlinable public init(validated bytes: [UInt8]) {
    self.init(trusting: bytes)
  }

  @usableFromInline init(trusting bytes: [UInt8]) {
    utf8 = bytes
  }

  /// Replaces the content and keeps the allocation: how a worker moves from record to record.
  public mutating func assign(validated bytes: UnsafeBufferPointer<UInt8>) {
    utf8.removeAll(keepingCapacity: true)
    utf8.append(contentsOf: bytes)
  }

  /// Exchanges the content with that of `bytes`, which must be valid UTF-8; neither side is copied.
  public mutating func exchange(validated bytes: inout [UInt8]) {
    swap(&utf8, &bytes)
  }

  /// Length in bytes.
  @inlinable public var count: Int { utf8.count }
  @inlinable public var isEmpty: Bool { utf8.isEmpty }

  /// The byte at an offset.
  @inlinable public subscript(offset: Int) -> UInt8 { utf8[offset] }

  /// The bytes of a span.
  @inlinable public subscript(span: Span) -> ArraySlice<UInt8> { utf8[span.range] }

  /// A copy as a `String`; not for hot paths.
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// A copy of a span as a `String`; not for hot paths.
  public func string(_ span: Span) -> String { String(decoding: utf8[span.range], as: UTF8.self) }

  /// The code point that starts at `offset` (below `count`, on a boundary).
  @inlinable public func scalar(at offset: Int) -> Unicode.Scalar {
    UTF8Cursor.scalar(in: utf8, at: offset)
  }

  /// The code point that ends at `offset` (above 0, on a boundary).
  @inlinable public func scalar(before offset: Int) -> Unicode.Scalar {
    scalar(at: index(before: offset))
  }

  /// The offset behind the code point that starts at `offset`.
  @inlinable public func index(after offset: Int) -> Int {
    offset + UTF8Cursor.length(of: utf8[offset])
  }

  /// The offset of the code point that ends at `offset`.
  @inlinable public func index(before offset: Int) -> Int {
    var at = offset - 1
    while UTF8Cursor.isContinuation(utf8[at]) { at -= 1 }
    return at
  }

  /// Whether `bytes` stand at `offset`.
  @inlinable public func has(_ bytes: some Collection<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, offset + bytes.count <= utf8.count else { return false }
    var at = offset
    for byte in bytes {
      if utf8[at] != byte { return false }
      at += 1
    }
    return true
  }

  /// Whether the bytes of a literal stand at `offset`.
  @inlinable public func has(_ literal: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + literal.utf8CodeUnitCount <= utf8.count else { return false }
    for k in 0..<literal.utf8CodeUnitCount where utf8[offset + k] != literal.utf8Start[k] { return false }
    return true
  }

  /// Whether an offset stands on a code point boundary (0 and `count` do).
  @inlinable public func isBoundary(_ offset: Int) -> Bool {
    offset == utf8.count || (offset >= 0 && offset < utf8.count && !UTF8Cursor.isContinuation(utf8[offset]))
  }
}

/// The arithmetic of UTF-8, for valid bytes.
public enum UTF8Cursor {
  @inlinable public static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Length in bytes of the sequence that starts with `lead`.
  @inlinable public static func length(of lead: UInt8) -> Int {
    if lead < 0x80 { return 1 }
    if lead < 0xE0 { return 2 }
    return lead < 0xF0 ? 3 : 4
  }

  /// The code point whose sequence starts at `offset` of valid UTF-8.
  @inlinable public static func scalar(in bytes: [UInt8], at offset: Int) -> Unicode.Scalar {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 { return Unicode.Scalar(UInt8(lead)) }
    let value: UInt32
    if lead < 0xE0 {
      value = (lead & 0x1F) << 6 | tail(bytes, offset + 1)
    } else if lead < 0xF0 {
      value = (lead & 0x0F) << 12 | tail(bytes, offset + 1) << 6 | tail(bytes, offset + 2)
    } else {
      value =
        (lead & 0x07) << 18 | tail(bytes, offset + 1) << 12 | tail(bytes, offset + 2) << 6 | tail(bytes, offset + 3)
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  @inlinable static func tail(_ bytes: [UInt8], _ offset: Int) -> UInt32 { UInt32(bytes[offset] & 0x3F) }

  /// Appends the UTF-8 of a code point.
  @inlinable public static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let value = scalar.value
    if value < 0x80 {
      bytes.append(UInt8(value))
    } else if value < 0x800 {
      bytes.append(UInt8(0xC0 | value >> 6))
      bytes.append(UInt8(0x80 | value & 0x3F))
    } else if value < 0x10000 {
      bytes.append(UInt8(0xE0 | value >> 12))
      bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | value & 0x3F))
    } else {
      bytes.append(UInt8(0xF0 | value >> 18))
      bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | value & 0x3F))
    }
  }
}

extension UTF8Cursor {
  /// The code point whose sequence starts at `offset` of valid UTF-8, and its length in bytes.
  @inlinable public static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (UInt32, Int) {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F), 2) }
    let middle = UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | middle, 3) }
    return ((lead & 0x07) << 18 | middle << 6 | UInt32(bytes[offset + 3] & 0x3F), 4)
  }

  /// How many bytes a code point takes.
  @inlinable public static func width(_ value: UInt32) -> Int {
    value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
  }

  /// Writes a code point at an index that has room for four bytes; answers how many it took.
  @inlinable public static func write(_ value: UInt32, _ target: UnsafeMutableBufferPointer<UInt8>, _ at: Int) -> Int {
    switch width(value) {
    case 1: target[at] = UInt8(value)
    case 2:
      target[at] = UInt8(0xC0 | value >> 6)
      target[at + 1] = UInt8(0x80 | value & 0x3F)
    case 3:
      target[at] = UInt8(0xE0 | value >> 12)
      target[at + 1] = UInt8(0x80 | value >> 6 & 0x3F)
      target[at + 2] = UInt8(0x80 | value & 0x3F)
    default:
      target[at] = UInt8(0xF0 | value >> 18)
      target[at + 1] = UInt8(0x80 | value >> 12 & 0x3F)
      target[at + 2] = UInt8(0x80 | value >> 6 & 0x3F)
      target[at + 3] = UInt8(0x80 | value & 0x3F)
    }
    return width(value)
  }
}
