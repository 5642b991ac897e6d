/// Finds what every match of a pattern must contain, so that a text without it need not be searched.
enum PatternLiteral {
  /// The longest run of ASCII letters, digits and marks that stands outside groups, classes, alternatives and optional
  /// parts, in lower case; empty where the pattern promises none of two bytes or more.
  static func required(by pattern: String) -> [UInt8] {
    let bytes = Array(pattern.utf8)
    var runs: [[UInt8]] = [[]]
    var depth = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\\"):
        at += 1
        guard at < bytes.count else { return [] }
        let next = bytes[at]
        if next == UInt8(ascii: "Q") { return [] }  // quoted text: not worth a second reader
        if depth == 0, isLetterOrDigit(next) {
          runs.append([])  // a class, an assertion or a character by number
          if let close = argumentEnd(bytes, at) { at = close }
        } else if depth == 0 {
          runs[runs.count - 1].append(next)
        }
      case UInt8(ascii: "["):
        at = classEnd(bytes, at)
        if depth == 0 { runs.append([]) }
      case UInt8(ascii: "("):
        // Inline options may change what letters or spaces mean from here on.
        if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "*") { return [] }
        if hasExtendedOption(bytes, at) { return [] }
        depth += 1
        runs.append([])
      case UInt8(ascii: ")"):
        depth -= 1
        runs.append([])
      case UInt8(ascii: "|"):
        if depth == 0 { return [] }
      case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "{"):
        if depth == 0 {
          if !runs[runs.count - 1].isEmpty { runs[runs.count - 1].removeLast() }
          runs.append([])
        }
        if byte == UInt8(ascii: "{") { while at < bytes.count, bytes[at] != UInt8(ascii: "}") { at += 1 } }
      case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "$"):
        if depth == 0 { runs.append([]) }
      default:
        if depth == 0 {
          // Beyond ASCII a letter's other case has other bytes.
          if byte < 0x80 { runs[runs.count - 1].append(byte | (byte &- 0x41 < 26 ? 0x20 : 0)) } else { runs.append([]) }
        }
      }
      at += 1
    }
    // K and S have a third case beyond ASCII (the Kelvin sign, the long s), which a caseless pattern finds too.
    let isCaseless = pattern.contains("(?i")
    let safe =
      isCaseless
      ? runs.flatMap { $0.split { $0 == UInt8(ascii: "k") || $0 == UInt8(ascii: "s") }.map(Array.init) } : runs
    let longest = safe.max { $0.count < $1.count } ?? []
    return longest.count < 2 ? [] : longest
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }

  /// The place of the closing bracket of `\p{…}`, `\x{…}`, `\k<…>` and their like.
  private static func argumentEnd(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at + 1 < bytes.count else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "x"), UInt8(ascii: "c"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      if bytes[at + 1] == UInt8(ascii: "{") { break }
      var end = at
      while end + 1 < bytes.count, isLetterOrDigit(bytes[end + 1]), end < at + 2 { end += 1 }
      return end
    default: break
    }
    let close: UInt8
    switch bytes[at + 1] {
    case UInt8(ascii: "{"): close = UInt8(ascii: "}")
    case UInt8(ascii: "<"): close = UInt8(ascii: ">")
    case UInt8(ascii: "'"): close = UInt8(ascii: "'")
    default: return bytes[at] | 0x20 == UInt8(ascii: "p") ? at + 1 : nil
    }
    return bytes[(at + 2)...].firstIndex(of: close)
  }

  private static func classEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var at = start + 1
    if at < bytes.count, bytes[at] == UInt8(ascii: "^") { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "]") { at += 1 }
    while at < bytes.count, bytes[at] != UInt8(ascii: "]") {
      if bytes[at] == UInt8(ascii: "\\") { at += 1 }
      if bytes[at...].starts(with: "[:".utf8), let close = bytes[at...].firstIndex(of: UInt8(ascii: "]")) { at = close }
      at += 1
    }
    return at
  }

  private static func hasExtendedOption(_ bytes: [UInt8], _ at: Int) -> Bool {
    guard at + 2 < bytes.count, bytes[at + 1] == UInt8(ascii: "?") else { return false }
    var next = at + 2
    while next < bytes.count,
      isLetterOrDigit(bytes[next]) || bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "^")
    {
      if bytes[next] == UInt8(ascii: "x") { return true }
      next += 1
    }
    return false
  }
}
