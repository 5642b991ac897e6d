import CByteScan

/// How often each word of a text occurs, and with which capitals: the text as its own witness.
///
/// Built once, when the first rule asks, in linear time; open addressed, keyed by `Word.hash`.
public struct WordCounts {
  /// The uses of one word.  Counts stop when the word has been met 65,535 times.
  public struct Uses: Sendable, Hashable {
    /// All of them, whatever their case.
    public var total: UInt16 = 0
    /// In small letters.
    public var lower: UInt16 = 0
    /// With a first capital behind another word, a space or a comma and a space between: not owed to a sentence's start.
    public var capitalInside: UInt16 = 0
    /// With a first capital anywhere.
    public var capital: UInt16 = 0
  }

  private var table: [cbytescan_uses]
  private let mask: Int
  /// How many words may still come before the table is too full.
  private var room: Int

  public init(_ words: [Word]) {
    var size = 16
    while size * 3 < words.count * 4 { size *= 2 }
    mask = size - 1
    room = size - size / 8 - words.count
    table = [cbytescan_uses](repeating: cbytescan_uses(), count: size)
    words.withUnsafeBufferPointer { count($0) }
  }

  private mutating func count(_ words: UnsafeBufferPointer<Word>) {
    words.withMemoryRebound(to: cbytescan_word.self) { cbytescan_count($0.baseAddress, $0.count, &table, mask) }
  }

  /// Counts words that came into the text and takes back those that went.
  ///
  /// - Returns: False where that cannot be done: the counts are then of no more use.
  mutating func revise(adding new: UnsafeBufferPointer<Word>, removing old: UnsafeBufferPointer<Word>) -> Bool {
    room -= new.count
    if room < 0 { return false }
    count(new)
    return old.withMemoryRebound(to: cbytescan_word.self) {
      cbytescan_uncount($0.baseAddress, $0.count, &table, mask) != 0
    }
  }

  /// The uses of the word with this hash.
  public subscript(hash: UInt32) -> Uses {
    var at = Int(hash) & mask
    while table[at].hash != hash, table[at].hash != 0 || table[at].total != 0 { at = (at + 1) & mask }
    let found = table[at]
    return Uses(
      total: found.total, lower: found.lower, capitalInside: found.capital_inside, capital: found.capital)
  }
}
