import TextModel

/// Where a lost mark probably stood, and how two lines hang together.
enum QuotationGaps {
  /// The place of a lost closer: the end of the stretch, without white space.
  static func closerPlace(_ bytes: UnsafeBufferPointer<UInt8>, after start: Int, before limit: Int) -> Int {
    var end = limit
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  /// The place of a lost opener: the start of the sentence or of the clause behind a colon, else the limit.
  static func openerPlace(_ bytes: UnsafeBufferPointer<UInt8>, before mark: Int, from limit: Int) -> Int {
    var at = mark - 2
    while at > limit {
      let byte = bytes[at]
      let isBreak = byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x3A
      if isBreak, bytes[at + 1] == 0x20, at + 2 < mark { return at + 2 }
      // A full stop glued between two small letters: the words behind it wandered there with their quotation.
      if byte == 0x2E, at > limit, isSmall(bytes[at + 1]), isSmall(bytes[at - 1]), at > limit + 3 { return at + 1 }
      at -= 1
    }
    var start = limit
    while start < mark, bytes[start] <= 0x20 { start += 1 }
    return start
  }

  private static func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  /// Whether a line goes on in the next: no blank line between, no stop at the end or a small letter at the start.
  static func isWrapped(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Span, _ next: Span) -> Bool {
    var feeds = 0
    var at = line.end
    while at < next.start {
      if bytes[at] == 0x0A { feeds += 1 }
      at += 1
    }
    if feeds > 1 || line.isEmpty || next.isEmpty { return false }
    if QuotationScanner.classify(bytes, next.start, isBefore: false) == .lower { return true }
    switch bytes[line.end - 1] {
    case 0x2E, 0x21, 0x3F, 0x3A, 0x22, 0x27, 0x9D: return line.count >= 50 && line.count <= 90 && next.count <= 90
    default: return line.count >= 30 && line.count <= 200
    }
  }
}

/// The few words that decide whether a mark is an apostrophe.
enum QuotationWords {
  private static let elisions: [StaticString] = [
    "tis", "twas", "twere", "twill", "twould", "tisn", "em", "im", "er", "im", "til", "till", "n", "cause", "cos",
    "coz",
    "bout", "round", "neath", "gainst", "fore", "ere", "ear", "appen", "specially", "spose", "ome", "ouse", "ow", "ave",
    "ad", "as", "e", "ee", "d", "un", "nother", "nuff", "nough", "tween", "way", "cept", "fraid", "pon", "sblood",
    "member", "bye", "scuse", "zat", "at", "is", "er", "old", "ole", "and", "eard", "im", "imself", "ell", "ead", "and",
    "appy", "ard", "arf", "alf", "ere", "erself", "ospital", "undred", "usband", "ope", "orse", "ot", "tother", "tain",
  ]

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
    for word in elisions where word.utf8CodeUnitCount == end - at {
      var isSame = true
      for k in 0..<(end - at) where bytes[at + k] | 0x20 != word.utf8Start[k] {
        isSame = false
        break
      }
      if isSame { return true }
    }
    return false
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
