/// Numbers for the features that occur often enough, dense from 0.
struct FeatureIndex {
  private var slots: [UInt32]
  private var numbers: [UInt32]
  private let mask: Int
  private(set) var keys: [UInt32] = []
  private(set) var counts: [UInt32] = []

  init(bits: Int) {
    slots = [UInt32](repeating: 0, count: 1 << bits)
    numbers = [UInt32](repeating: 0, count: 1 << bits)
    mask = (1 << bits) - 1
  }

  static let none = UInt32.max

  private func find(_ key: UInt32) -> Int {
    var at = Int(key &* 0x9E37_79B1) & mask
    while numbers[at] != 0, slots[at] != key { at = (at + 1) & mask }
    return at
  }

  mutating func add(_ key: UInt32) {
    let at = find(key)
    if numbers[at] == 0 {
      slots[at] = key
      keys.append(key)
      counts.append(0)
      numbers[at] = UInt32(keys.count)
    }
    counts[Int(numbers[at]) - 1] += 1
  }

  func number(_ key: UInt32) -> UInt32 {
    let at = find(key)
    return numbers[at] == 0 ? Self.none : numbers[at] - 1
  }

  /// The key as a source's own.
  static func key(_ key: UInt32, source: Int) -> UInt32 {
    let mixed = (UInt64(key) &+ UInt64(source + 1) &* 0x1234_5678_9ABC_DEF1) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }
}

/// A generator of numbers that are the same on every machine (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
