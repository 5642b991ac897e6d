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

  private let table: [cbytescan_uses]
  private let mask: Int

  public init(_ words: [Word]) {
    var size = 16
    while size * 3 < words.count * 4 { size *= 2 }
    let mask = size - 1
    self.mask = mask
    var table = [cbytescan_uses](repeating: cbytescan_uses(), count: size)
    words.withUnsafeBytes {
      cbytescan_count($0.assumingMemoryBound(to: cbytescan_word.self).baseAddress, words.count, &table, mask)
    }
    self.table = table
  }

  /// The uses of the word with this hash.
  public subscript(hash: UInt32) -> Uses {
    var at = Int(hash) & mask
    while table[at].total != 0, table[at].hash != hash { at = (at + 1) & mask }
    let found = table[at]
    return Uses(
      total: found.total, lower: found.lower, capitalInside: found.capital_inside, capital: found.capital)
  }
}
