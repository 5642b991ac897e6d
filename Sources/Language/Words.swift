import CByteScan
import TextModel

/// A word of a text as the word rules see it: where it is, what it looks like, what stands before it, and the hash by which
/// it is compared and looked up.
///
/// A word is letters, digits and combining marks in a row, with an apostrophe (`'` or `’`) between letters inside it.
public struct Word: Sendable {
  let raw: cbytescan_word

  public var span: Span { Span(Int(raw.start), Int(raw.end)) }
  public var start: Int { Int(raw.start) }
  public var end: Int { Int(raw.end) }
  /// Length in bytes.
  public var count: Int { Int(raw.end &- raw.start) }
  /// Equal for words that differ only in the case of Latin letters or the shape of an apostrophe.
  public var hash: UInt32 { raw.hash }
  public var shape: Shape { Shape(rawValue: raw.shape) }
  public var gap: Gap { Gap(rawValue: raw.gap) ?? .other }

  /// What the letters look like.
  public struct Shape: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    init(_ bit: Int) { rawValue = UInt16(bit) }

    /// The first letter is a capital (ASCII and Latin-1).
    public static let capital = Shape(CBYTESCAN_WORD_CAPITAL)
    /// A later letter is a capital.
    public static let innerCapital = Shape(CBYTESCAN_WORD_INNER_CAPITAL)
    /// Some letter is a small one.
    public static let lower = Shape(CBYTESCAN_WORD_LOWER)
    public static let digit = Shape(CBYTESCAN_WORD_DIGIT)
    public static let apostrophe = Shape(CBYTESCAN_WORD_APOSTROPHE)
    public static let nonASCII = Shape(CBYTESCAN_WORD_NON_ASCII)
  }

  /// What stands between the word before and this one.
  public enum Gap: UInt16, Sendable {
    /// One space and nothing else.
    case space = 0
    /// White space without a line break.
    case wide = 1
    /// A line break, or the start of the text.
    case line = 2
    /// A comma and white space.
    case comma = 3
    /// A mark that may end a sentence or a clause: `. ! ? … : ;`.
    case stop = 4
    /// A hyphen and nothing else.
    case hyphen = 5
    case other = 6
  }

  /// Small letters only (and apostrophes): `house`, `don’t`.
  public var isLower: Bool { raw.shape & 0b1111 == UInt16(CBYTESCAN_WORD_LOWER) }
  /// A capital and then small letters: `House`.
  public var isCapitalized: Bool {
    raw.shape & 0b1111 == UInt16(CBYTESCAN_WORD_CAPITAL | CBYTESCAN_WORD_LOWER)
  }
  /// Begins with a capital: `House`, `NATO`, `I`.
  public var startsWithCapital: Bool { raw.shape & UInt16(CBYTESCAN_WORD_CAPITAL) != 0 }
  /// Two capitals or more and nothing else: `NATO`.
  public var isAllCapitals: Bool {
    raw.shape & 0b1111 == UInt16(CBYTESCAN_WORD_CAPITAL | CBYTESCAN_WORD_INNER_CAPITAL)
  }
}

/// Cuts a text into words.
public enum Words {
  /// The words of a text in order.  Linear; the texts of one record are far below the 4 GiB that the offsets hold.
  public static func find(in text: Text) -> [Word] {
    text.utf8.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, bytes.count < Int(UInt32.max) else { return [] }
      var words: [Word] = []
      var at = 0
      var capacity = bytes.count / 6 + 16
      while at < bytes.count {
        let piece = [Word](unsafeUninitializedCapacity: capacity) { buffer, count in
          buffer.withMemoryRebound(to: cbytescan_word.self) {
            count = cbytescan_words(base, bytes.count, &at, $0.baseAddress, capacity)
          }
        }
        if words.isEmpty { words = piece } else { words += piece }
        capacity = max(capacity / 8, 64)
      }
      return words
    }
  }
}
