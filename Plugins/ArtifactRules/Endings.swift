/// Which last letters the words of a list have, by length: a cheap answer before a hash is worth its time.
struct Endings: Sendable {
  /// For each length up to 7, a bit for each letter that ends a word so long.
  private let bits: [UInt32]

  init(_ list: StaticString) {
    var bits = [UInt32](repeating: 0, count: 8)
    for word in String(describing: list).split(separator: " ") where word.utf8.count < 8 {
      guard let first = word.utf8.first, let last = word.utf8.last else { continue }
      bits[word.utf8.count] |= 1 << UInt32(last & 31)
      bits[0] |= 1 << UInt32(first & 31)
    }
    self.bits = bits
  }

  /// Whether a word of this length may end before `end`: its last letter and its first one occur in the list.
  @inline(__always) func mayHold(_ bytes: [UInt8], _ end: Int, _ length: Int) -> Bool {
    bits[length] & (1 << UInt32(bytes[end - 1] & 31)) != 0 && bits[0] & (1 << UInt32(bytes[end - length] & 31)) != 0
  }
}
