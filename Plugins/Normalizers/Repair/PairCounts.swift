/// In how many neighbours of a line each character set sees a lead byte and its continuation: counters that stand upright, one bit of
/// each in a word, so that all are counted at once.
struct PairCounts {
  private var planes: (UInt32, UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0, 0)
  private var number = 0
  /// What is left of Â or Ã whose no-break space has become a space: pairs of the first set.
  var strandedSpaces = 0

  /// As many pairs as are counted: more would not tell more.
  private static let sample = 24

  var isEmpty: Bool { number == 0 && strandedSpaces == 0 }

  /// Counts a pair in all sets of `mask`.
  @inline(__always) mutating func add(_ mask: UInt32) {
    if mask == 0 || number == Self.sample { return }
    number += 1
    var carry = mask
    (planes.0, carry) = (planes.0 ^ carry, planes.0 & carry)
    (planes.1, carry) = (planes.1 ^ carry, planes.1 & carry)
    (planes.2, carry) = (planes.2 ^ carry, planes.2 & carry)
    (planes.3, carry) = (planes.3 ^ carry, planes.3 & carry)
    planes.4 ^= carry
  }

  /// The count of a set, without the spaces.
  private func count(_ set: UInt32) -> Int {
    func bit(_ plane: UInt32, _ place: Int) -> Int { Int(plane >> set & 1) << place }
    return bit(planes.0, 0) + bit(planes.1, 1) + bit(planes.2, 2) + bit(planes.3, 3) + bit(planes.4, 4)
  }

  /// The highest count of all.
  var most: Int {
    var left = UInt32.max
    var most = 0
    for (place, plane) in [(4, planes.4), (3, planes.3), (2, planes.2), (1, planes.1), (0, planes.0)]
    where left & plane != 0 {
      left &= plane
      most |= 1 << place
    }
    return Swift.max(most, count(0) + strandedSpaces)
  }

  /// The sets that count at least `least`, which is above 0.
  func sets(from least: Int) -> UInt32 {
    // Compared plane by plane, from the highest: what is above so far, and what is equal so far.
    var above: UInt32 = 0
    var equal = UInt32.max
    if least >= 32 {
      equal = 0
    } else {
      func compare(_ plane: UInt32, _ place: Int) {
        if least >> place & 1 == 1 {
          equal &= plane
        } else {
          above |= equal & plane
          equal &= ~plane
        }
      }
      compare(planes.4, 4)
      compare(planes.3, 3)
      compare(planes.2, 2)
      compare(planes.1, 1)
      compare(planes.0, 0)
    }
    let others = (above | equal) & ~1
    return count(0) + strandedSpaces >= least ? others | 1 : others
  }
}
