import CTables
import TextModel

/// The few words that decide whether a mark is an apostrophe.
enum QuotationWords {
  private static let elisions = IndexedTable(ctables_elisions())

  /// Whether a word that stands at `at` lacks its beginning by custom; numbers of a decade do too.
  static func isElision(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Bool {
    var end = at
    while end < bytes.count, end - at < 12, (bytes[end] | 0x20) &- 0x61 < 26 { end += 1 }
    if end == at {
      // ’90s, ’05: two digits, then no more.
      var digits = at
      while digits < bytes.count, digits - at < 5, bytes[digits] &- 0x30 < 10 { digits += 1 }
      return digits - at == 2
    }
    guard end - at <= elisions.longestKey else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: end - at) { folded in
      for k in 0..<(end - at) { folded[k] = bytes[at + k] | 0x20 }
      return elisions.row(UnsafeBufferPointer(folded)) != nil
    }
  }

  /// Whether the letters at `at` are the tail of a contraction or possessive.
  static func isContraction(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Bool {
    var end = at
    while end < bytes.count, end - at < 4, (bytes[end] | 0x20) &- 0x61 < 26 { end += 1 }
    switch end - at {
    case 1:
      switch bytes[at] | 0x20 {
      case UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "d"), UInt8(ascii: "m"): return true
      default: return false
      }
    case 2:
      let a = bytes[at] | 0x20
      let b = bytes[at + 1] | 0x20
      return (a == UInt8(ascii: "l") && b == a)
        || (b == UInt8(ascii: "e") && (a == UInt8(ascii: "r") || a == UInt8(ascii: "v")))
    default: return false
    }
  }
}
