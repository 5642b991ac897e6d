import CJSONLines

/// The strict reader of RFC 8259: validates a whole line in one pass and tells where its top-level members are.
///
/// Depth costs one bit a level and no recursion.  Duplicate names are kept.  Escapes are checked for their form; what a
/// lone surrogate means is left to `StringCodec`.  Keep one scanner a worker: it reuses its memory.
public struct Scanner: Sendable {
  /// What to do with bytes in strings that are no UTF-8.
  public enum InvalidUTF8: Sendable {
    /// The line is refused.
    case refused
    /// The line is read on, and `invalid` says where they were.
    case noted
  }

  /// The first and the last byte (as a range from the one to behind the other) that were no UTF-8 in the last line that was
  /// read with `.noted`.  A caller who repairs one member checks that its literal contains the range.
  public private(set) var invalid: Range<Int>?

  private var nesting = Nesting()
  private let policy: InvalidUTF8

  public init(invalidUTF8 policy: InvalidUTF8 = .refused) { self.policy = policy }

  /// Reads a line that must be one object, and puts its members, in order, into `members` (what was there is removed).
  public mutating func scan(_ line: Bytes, into members: inout [Member]) throws(ScanFailure) {
    members.removeAll(keepingCapacity: true)
    invalid = nil
    guard let p = line.baseAddress else { throw ScanFailure(.truncated, at: 0, "expected a record, found nothing") }
    let n = line.count
    var at = cjson_skip_space(p, 0, n)
    guard at < n else { throw ScanFailure(.truncated, at: n, "expected a record, found nothing") }
    guard p[at] == Self.brace else { throw ScanFailure(.malformed, at: at, "expected '{' at the start of a record") }
    at = cjson_skip_space(p, at + 1, n)
    if at < n, p[at] == Self.closingBrace {
      return try finish(p, at + 1, n)
    }
    while true {
      let key = try self.key(p, &at, n, isFirst: members.isEmpty)
      let start = at
      let kind = try value(p, &at, n)
      members.append(
        Member(key: key.range, value: start..<at, kind: kind, keyIsEscaped: key.isEscaped))
      at = cjson_skip_space(p, at, n)
      guard at < n else { throw ScanFailure(.truncated, at: n, "the line ends inside a record") }
      if p[at] == Self.closingBrace { return try finish(p, at + 1, n) }
      guard p[at] == Self.comma else {
        throw ScanFailure(.malformed, at: at, "expected ',' or '}' after a member value")
      }
      at = cjson_skip_space(p, at + 1, n)
    }
  }

  /// Reads a line that may be any one JSON value.
  @discardableResult
  public mutating func validate(_ line: Bytes) throws(ScanFailure) -> ValueKind {
    invalid = nil
    guard let p = line.baseAddress else { throw ScanFailure(.truncated, at: 0, "expected a value, found nothing") }
    var at = cjson_skip_space(p, 0, line.count)
    guard at < line.count else { throw ScanFailure(.truncated, at: at, "expected a value, found nothing") }
    let kind = try value(p, &at, line.count)
    try finish(p, at, line.count)
    return kind
  }

  private func finish(_ p: UnsafePointer<UInt8>, _ at: Int, _ n: Int) throws(ScanFailure) {
    let end = cjson_skip_space(p, at, n)
    if end < n { throw ScanFailure(.malformed, at: end, "expected the end of the line") }
  }

  /// Reads a name and its colon, and stops at the value.
  @inline(__always)
  private mutating func key(
    _ p: UnsafePointer<UInt8>, _ at: inout Int, _ n: Int, isFirst: Bool
  ) throws(ScanFailure) -> (range: Range<Int>, isEscaped: Bool) {
    guard at < n else { throw ScanFailure(.truncated, at: n, "the line ends inside an object") }
    guard p[at] == Self.quote else {
      throw ScanFailure(
        .malformed, at: at,
        isFirst ? "expected a member name in double quotes or '}'" : "expected a member name in double quotes after ','"
      )
    }
    let start = at
    let isEscaped = try string(p, &at, n)
    let range = start..<at
    at = cjson_skip_space(p, at, n)
    guard at < n else { throw ScanFailure(.truncated, at: n, "the line ends inside an object") }
    guard p[at] == Self.colon else { throw ScanFailure(.malformed, at: at, "expected ':' after a member name") }
    at = cjson_skip_space(p, at + 1, n)
    return (range, isEscaped)
  }

  /// Reads any value from its first byte, and stops behind it.
  @inline(__always)
  private mutating func value(
    _ p: UnsafePointer<UInt8>, _ at: inout Int, _ n: Int
  ) throws(ScanFailure) -> ValueKind {
    guard at < n else { throw ScanFailure(.truncated, at: n, "the line ends before a value") }
    switch p[at] {
    case Self.brace:
      try container(p, &at, n)
      return .object
    case Self.bracket:
      try container(p, &at, n)
      return .array
    default: return try scalar(p, &at, n)
    }
  }

  /// Reads an object or an array with all that is in it.
  private mutating func container(_ p: UnsafePointer<UInt8>, _ at: inout Int, _ n: Int) throws(ScanFailure) {
    nesting.removeAll()
    // Each turn opens a container or reads a scalar, then closes as many as end there.
    while true {
      opening: switch p[at] {
      case Self.brace:
        at = cjson_skip_space(p, at + 1, n)
        guard at < n else { throw ScanFailure(.truncated, at: n, "the line ends inside an object") }
        nesting.push(isObject: true)
        if p[at] == Self.closingBrace { break opening }
        _ = try key(p, &at, n, isFirst: true)
        guard at < n else { throw ScanFailure(.truncated, at: n, "the line ends before a value") }
        continue
      case Self.bracket:
        at = cjson_skip_space(p, at + 1, n)
        guard at < n else { throw ScanFailure(.truncated, at: n, "the line ends inside an array") }
        nesting.push(isObject: false)
        if p[at] == Self.closingBracket { break opening }
        continue
      default:
        _ = try scalar(p, &at, n)
        at = cjson_skip_space(p, at, n)
      }
      // Behind a value, or at the end of an empty container.
      closing: while true {
        let isObject = nesting.isObject
        guard at < n else {
          throw ScanFailure(
            .truncated, at: n, isObject ? "the line ends inside an object" : "the line ends inside an array")
        }
        switch p[at] {
        case Self.closingBrace where isObject, Self.closingBracket where !isObject:
          at += 1
          nesting.pop()
          if nesting.isEmpty { return }
          at = cjson_skip_space(p, at, n)
        case Self.comma:
          at = cjson_skip_space(p, at + 1, n)
          if isObject { _ = try key(p, &at, n, isFirst: false) }
          guard at < n else { throw ScanFailure(.truncated, at: n, "the line ends before a value") }
          break closing
        default:
          throw ScanFailure(
            .malformed, at: at,
            isObject ? "expected ',' or '}' after a member value" : "expected ',' or ']' after an array element")
        }
      }
    }
  }

  /// Reads a value that is neither object nor array.
  @inline(__always)
  private mutating func scalar(
    _ p: UnsafePointer<UInt8>, _ at: inout Int, _ n: Int
  ) throws(ScanFailure) -> ValueKind {
    switch p[at] {
    case Self.quote:
      _ = try string(p, &at, n)
      return .string
    case 0x30...0x39, 0x2D:
      let token = cjson_skip_number(p, at, n)
      if token.fault != 0 { throw ScanFailure(token) }
      at = token.at
      return .number
    case UInt8(ascii: "t"): return try word("true", .true, p, &at, n)
    case UInt8(ascii: "f"): return try word("false", .false, p, &at, n)
    case UInt8(ascii: "n"): return try word("null", .null, p, &at, n)
    default: throw ScanFailure(.malformed, at: at, "expected a value")
    }
  }

  private func word(
    _ word: StaticString, _ kind: ValueKind, _ p: UnsafePointer<UInt8>, _ at: inout Int, _ n: Int
  ) throws(ScanFailure) -> ValueKind {
    for k in 0..<word.utf8CodeUnitCount {
      guard at + k < n else { throw ScanFailure(.truncated, at: n, "the line ends inside a value") }
      guard p[at + k] == word.utf8Start[k] else { throw ScanFailure(.malformed, at: at, "expected a value") }
    }
    at += word.utf8CodeUnitCount
    return kind
  }

  /// Reads a string from its opening quotation mark, and says whether there is a backslash in it.
  @inline(__always)
  private mutating func string(
    _ p: UnsafePointer<UInt8>, _ at: inout Int, _ n: Int
  ) throws(ScanFailure) -> Bool {
    var token = cjson_skip_string(p, at + 1, n)
    if token.fault != 0 { try tolerate(&token, p, n) }
    at = token.at
    return token.escaped
  }

  /// Reads on behind bad UTF-8 where that is allowed.
  private mutating func tolerate(
    _ token: inout cjson_token, _ p: UnsafePointer<UInt8>, _ n: Int
  ) throws(ScanFailure) {
    var isEscaped = token.escaped
    while token.fault != 0 {
      guard token.fault == Int32(CJSON_UTF8), policy == .noted else { throw ScanFailure(token) }
      let end = token.at + cjson_utf8_bad_length(p, token.at, n)
      invalid = (invalid?.lowerBound ?? token.at)..<end
      token = cjson_skip_string(p, end, n)
      isEscaped = isEscaped || token.escaped
    }
    token.escaped = isEscaped
  }

  private static let brace = UInt8(ascii: "{")
  private static let closingBrace = UInt8(ascii: "}")
  private static let bracket = UInt8(ascii: "[")
  private static let closingBracket = UInt8(ascii: "]")
  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let colon = UInt8(ascii: ":")
}

extension ScanFailure {
  init(_ token: cjson_token) {
    offset = token.at
    kind = .malformed
    switch Int(token.fault) {
    case CJSON_CUT:
      kind = .truncated
      reason = "the line ends inside a value"
    case CJSON_CONTROL: reason = "expected control characters in a string to be escaped"
    case CJSON_ESCAPE: reason = "expected one of \" \\ / b f n r t u after a backslash"
    case CJSON_HEX: reason = "expected four hexadecimal digits after \\u"
    case CJSON_UTF8:
      kind = .badUTF8
      reason = "expected well-formed UTF-8"
    case CJSON_LEADING_ZERO: reason = "expected no digit after a number's leading zero"
    default: reason = "expected a digit"
    }
  }
}
