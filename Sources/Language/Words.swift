import CByteScan
import TextModel

/// A word of a text as the word rules see it: where it is, what it looks like, what stands before it, and the hash by which
/// it is compared and looked up.
///
/// A word is letters, digits and combining marks in a row, with an apostrophe (`'` or `’`) between letters inside it.
@frozen public struct Word: Sendable {
  // The layout of `cbytescan_word`, which fills it in.
  @usableFromInline let rawStart: UInt32
  @usableFromInline let rawEnd: UInt32
  /// Equal for words that differ only in the case of Latin letters or the shape of an apostrophe.
  public let hash: UInt32
  public let shape: Shape
  public let gap: Gap

  init(_ raw: cbytescan_word) { self.init(raw.start, raw.end, raw.hash, Shape(rawValue: raw.shape), Gap(raw.gap)) }

  private init(_ start: UInt32, _ end: UInt32, _ hash: UInt32, _ shape: Shape, _ gap: Gap) {
    rawStart = start
    rawEnd = end
    self.hash = hash
    self.shape = shape
    self.gap = gap
  }

  /// The same word some bytes further on, or back.
  func moved(by shift: Int) -> Word {
    let step = UInt32(truncatingIfNeeded: shift)
    return Word(rawStart &+ step, rawEnd &+ step, hash, shape, gap)
  }

  @inlinable public var span: Span { Span(start, end) }
  @inlinable public var start: Int { Int(rawStart) }
  @inlinable public var end: Int { Int(rawEnd) }
  /// Length in bytes.
  @inlinable public var count: Int { Int(rawEnd &- rawStart) }

  /// What the letters look like.
  @frozen public struct Shape: OptionSet, Sendable {
    public let rawValue: UInt16
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The first letter is a capital (ASCII and Latin-1).
    @inlinable public static var capital: Shape { Shape(rawValue: 1 << 0) }
    /// A later letter is a capital.
    @inlinable public static var innerCapital: Shape { Shape(rawValue: 1 << 1) }
    /// Some letter is a small one.
    @inlinable public static var lower: Shape { Shape(rawValue: 1 << 2) }
    @inlinable public static var digit: Shape { Shape(rawValue: 1 << 3) }
    @inlinable public static var apostrophe: Shape { Shape(rawValue: 1 << 4) }
    /// A byte from 0x80, apostrophes apart.
    @inlinable public static var nonASCII: Shape { Shape(rawValue: 1 << 5) }

    /// Small letters only (and apostrophes): `house`, `don’t`.
    @inlinable public var isLower: Bool { rawValue & 0b1111 == 0b0100 }
    /// A capital and then small letters: `House`.
    @inlinable public var isCapitalized: Bool { rawValue & 0b1111 == 0b0101 }
    /// Begins with a capital: `House`, `NATO`, `I`.
    @inlinable public var startsWithCapital: Bool { rawValue & 1 != 0 }
    /// Neither a digit nor an apostrophe nor a letter outside ASCII is in it.
    @inlinable public var isPlain: Bool { rawValue & 0b111000 == 0 }
  }

  /// What stands between the word before and this one; the values are those of CByteScan.
  @frozen public struct Gap: Sendable, Hashable {
    @usableFromInline let rawValue: UInt16
    @inlinable init(_ rawValue: UInt16) { self.rawValue = rawValue }

    /// One space and nothing else.
    @inlinable public static var space: Gap { Gap(0) }
    /// White space without a line break.
    @inlinable public static var wide: Gap { Gap(1) }
    /// A line break, or the start of the text.
    @inlinable public static var line: Gap { Gap(2) }
    /// A comma and white space.
    @inlinable public static var comma: Gap { Gap(3) }
    /// A mark that may end a sentence or a clause: `. ! ? … : ;`.
    @inlinable public static var stop: Gap { Gap(4) }
    /// A hyphen and nothing else.
    @inlinable public static var hyphen: Gap { Gap(5) }
    @inlinable public static var other: Gap { Gap(6) }

    /// All of them.
    public static let all: [Gap] = [space, wide, line, comma, stop, hyphen, other]
  }

  /// Small letters only (and apostrophes): `house`, `don’t`.
  @inlinable public var isLower: Bool { shape.isLower }
  /// A capital and then small letters: `House`.
  @inlinable public var isCapitalized: Bool { shape.isCapitalized }
  /// Begins with a capital: `House`, `NATO`, `I`.
  @inlinable public var startsWithCapital: Bool { shape.startsWithCapital }
  /// Two capitals or more and nothing else: `NATO`.
  @inlinable public var isAllCapitals: Bool { shape.rawValue & 0b1111 == 0b0011 }
}

/// Cuts a text into words.
public enum Words {
  /// The first word from `start` on that is the one before once more, or stands a single byte behind it that is no space and no
  /// hyphen; `words.count` where there is none.
  static func joint(in words: [Word], from start: Int) -> Int {
    guard start < words.count else { return words.count }
    return words.withUnsafeBytes {
      cbytescan_joint($0.assumingMemoryBound(to: cbytescan_word.self).baseAddress, words.count, max(start, 1))
    }
  }

  /// Counts words in small letters that English has, the rare ones left out, and those that it has not.
  ///
  /// - Returns: Where the words that begin before `end`, `most` of them, end.
  static func vocabulary(
    _ words: [Word], _ entries: [Lexicon.Entry], from start: Int, before end: Int, most: Int, _ known: inout Int,
    _ unknown: inout Int
  ) -> Int {
    words.withUnsafeBytes { words in
      entries.withUnsafeBytes { entries in
        cbytescan_vocabulary(
          words.assumingMemoryBound(to: cbytescan_word.self).baseAddress,
          entries.assumingMemoryBound(to: UInt16.self).baseAddress, entries.count / 2, start, UInt32(end), most, 5,
          &known,
          &unknown)
      }
    }
  }

  /// The words of a text in order.  Linear; the texts of one record are far below the 4 GiB that the offsets hold.
  public static func find(in text: Text) -> [Word] {
    text.utf8.withUnsafeBufferPointer { bytes in
      assert(MemoryLayout<Word>.stride == MemoryLayout<cbytescan_word>.stride)
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

extension Document {
  /// The places in `words` of the words that begin inside a span. Logarithmic.
  public func wordRange(in span: Span) -> Range<Int> {
    words.withUnsafeBufferPointer { words in
      let first = words.partition { $0.start >= span.start }
      // No more words than bytes; a rule may ask about a span that ends before it begins.
      let end = min(words.count, first + max(0, span.count))
      return first..<words[first..<end].partition { $0.start >= span.end }
    }
  }

  /// The place in `words` of the first that begins at an offset or behind it. Logarithmic.
  func firstWord(from offset: Int) -> Int { words.withUnsafeBufferPointer { $0.partition { $0.start >= offset } } }
}
