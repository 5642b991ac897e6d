/// A set of words that may rarely claim one it has not: a bit for each, eight bits a token.
struct SeenWords {
  private var bits: [UInt64]
  private let mask: UInt64

  init(capacity: Int) {
    var size = 64
    while size < capacity * 8 { size *= 2 }
    bits = [UInt64](repeating: 0, count: size / 64)
    mask = UInt64(size - 1)
  }

  mutating func insert(_ word: UInt64) {
    let bit = place(word)
    bits[Int(bit >> 6)] |= 1 << (bit & 63)
  }

  func contains(_ word: UInt64) -> Bool {
    let bit = place(word)
    return bits[Int(bit >> 6)] & 1 << (bit & 63) != 0
  }

  private func place(_ word: UInt64) -> UInt64 { (word &* 0x9E37_79B9_7F4A_7C15) >> 24 & mask }
}
