import CByteScan

/// A condition under which a rule wants to see a word: all parts must hold, and a part that is not given always does.
///
/// The parts are those that one pass over a text can tell for all rules at once, without a look at the letters.
public struct WordTrigger: Sendable {
  /// The words, by hash; nil for any.
  public var words: [UInt32]?
  /// What `pair` says of the words and the word behind each, or `triple` of the two behind it: it must be among these, or pass for one of
  /// them; nil for any.
  public var pairs: [UInt32]?
  /// Asked once for each of the 64 shapes, not for each word.
  public var shape: @Sendable (Word.Shape) -> Bool
  /// What stands before the word.
  public var gaps: [Word.Gap]
  /// What stands before the word behind it; the end of the text counts as that of a line.
  public var gapsBehind: [Word.Gap]
  /// In bytes; lengths above 30 are not told apart.
  public var length: ClosedRange<Int>
  /// Asked once for each of the 1,024 entries that there can be.
  public var entry: @Sendable (Lexicon.Entry) -> Bool
  public var repeats: Repeats

  /// What a word repeats: at least one of them, where any is given.
  public struct Repeats: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The word before is the same.
    public static let wordBefore = Repeats(rawValue: 1)
    /// The word before the one before is the same.
    public static let secondBefore = Repeats(rawValue: 2)
    /// This word and the next come again within the next ten words; others may pass for such a pair, about one in a hundred.
    public static let pairAhead = Repeats(rawValue: 4)
  }

  public init(
    words: [WordSet]? = nil, pairs: [UInt32]? = nil, shape: @escaping @Sendable (Word.Shape) -> Bool = { _ in true },
    gaps: [Word.Gap] = Word.Gap.all, gapsBehind: [Word.Gap] = Word.Gap.all, length: ClosedRange<Int> = 1...Int.max,
    entry: @escaping @Sendable (Lexicon.Entry) -> Bool = { _ in true }, repeats: Repeats = []
  ) {
    self.words = words.map { $0.flatMap(\.hashes) }
    self.pairs = pairs
    self.shape = shape
    self.gaps = gaps
    self.gapsBehind = gapsBehind
    self.length = length
    self.entry = entry
    self.repeats = repeats
  }

  /// What stands for each word of one set and each word of another behind it.
  public static func pairs(_ first: WordSet, _ second: WordSet) -> [UInt32] {
    first.hashes.flatMap { first in second.hashes.map { pair(first, $0) } }
  }

  /// What stands for a word and the word behind it, by their hashes.
  public static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 { cbytescan_pair(first, second) }

  /// What stands for a word and the two behind it.
  public static func triple(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt32 {
    cbytescan_triple(first, second, third)
  }
}
