import CJSONLines

/// Pulls values, one after the other, out of JSON that `Scanner` accepted.
///
/// Each `read…` consumes one value whatever it is, and answers nil where it is of another kind, so that a reader of a layer
/// never loses its place.  Nothing here allocates but what the caller's buffers grow by.
public struct JSONReader {
  private let p: UnsafePointer<UInt8>
  private let line: Bytes
  private var at: Int
  private let end: Int

  /// - Parameters:
  ///   - line: a line that was accepted.
  ///   - range: one value in it.
  public init(_ line: Bytes, at range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= line.count && !range.isEmpty)
    p = line.baseAddress!
    self.line = line
    at = range.lowerBound
    end = range.upperBound
    skipSpace()
  }

  /// Where the next value or name starts, in bytes from the start of the line.
  public var offset: Int { at }

  /// What the next value is.
  public var kind: ValueKind {
    guard at < end else { return .null }
    switch p[at] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"): return .true
    case UInt8(ascii: "f"): return .false
    case UInt8(ascii: "n"): return .null
    default: return .number
    }
  }

  /// Goes into an object; where the value is none, skips it and says false.
  public mutating func enterObject() -> Bool { enter(.object) }

  /// The name of the next member (its literal); nil behind the last one, which leaves the object.  The member's value
  /// must be consumed before the next call.
  public mutating func nextKey() -> Range<Int>? {
    skipSeparator()
    guard at < end, p[at] == UInt8(ascii: "\"") else {
      leave()
      return nil
    }
    let start = at
    at = cjson_skip_string(p, at + 1, end).at
    let key = start..<at
    skipSpace()
    at += 1  // the colon
    skipSpace()
    return key
  }

  /// Whether the name `key` is `name`.
  public func key(_ key: Range<Int>, is name: StaticString) -> Bool {
    let bytes = Bytes(start: name.utf8Start, count: name.utf8CodeUnitCount)
    let isEscaped = key.count - 2 != bytes.count && line[key].contains(UInt8(ascii: "\\"))
    return Member(key: key, value: key, kind: .string, keyIsEscaped: isEscaped).isNamed(bytes, in: line)
  }

  /// Goes into an array; where the value is none, skips it and says false.
  public mutating func enterArray() -> Bool { enter(.array) }

  /// Whether there is another element; where there is none, leaves the array.  The element must be consumed before the
  /// next call.
  public mutating func nextElement() -> Bool {
    skipSeparator()
    guard at < end, p[at] != UInt8(ascii: "]") else {
      leave()
      return false
    }
    return true
  }

  /// A number that is a whole one and fits; `12`, `-3`, also `12.0` and `1e2`.
  public mutating func readInt() -> Int? {
    let kind = self.kind
    let spelled = line[skip()]
    guard kind == .number else { return nil }
    var value = 0
    var isNegative = false
    for (place, byte) in spelled.enumerated() {
      if place == 0, byte == UInt8(ascii: "-") {
        isNegative = true
        continue
      }
      guard byte >= 0x30, byte <= 0x39 else { return Int(exactly: Self.double(spelled)) }
      let (tens, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, above) = tens.addingReportingOverflow(Int(byte) - 0x30)
      if over || above { return nil }
      value = sum
    }
    return isNegative ? -value : value
  }

  /// Any number; one too large for a double is infinite.
  public mutating func readDouble() -> Double? {
    let kind = self.kind
    let spelled = line[skip()]
    return kind == .number ? Self.double(spelled) : nil
  }

  public mutating func readBool() -> Bool? {
    let kind = self.kind
    _ = skip()
    return kind == .true ? true : kind == .false ? false : nil
  }

  /// Puts the text of a string into `text` (what was there is removed).  False where the value is no string, or where it
  /// has a lone surrogate or bad UTF-8 in it.
  public mutating func readString(into text: inout [UInt8]) -> Bool {
    text.removeAll(keepingCapacity: true)
    let isString = kind == .string
    let literal = skip()
    return isString && (try? StringCodec.decode(line, literal, into: &text)) != nil
  }

  /// A string, for what is not hot.
  public mutating func readString() -> String? {
    var bytes: [UInt8] = []
    return readString(into: &bytes) ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// Consumes one value and says where it stands.
  @discardableResult
  public mutating func skip() -> Range<Int> {
    let start = at
    switch kind {
    case .object, .array:
      var depth = 0
      repeat {
        switch p[at] {
        case UInt8(ascii: "\""): at = string(at)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          depth += 1
          at += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          at += 1
        default: at += 1
        }
      } while depth > 0 && at < end
    case .string: at = string(at)
    default:
      while at < end, !Self.endsScalar(p[at]) { at += 1 }
    }
    let range = start..<at
    skipSpace()
    return range
  }

  /// Runs over a string, also over one with bad UTF-8 that the scanner was told to note only.
  private func string(_ start: Int) -> Int {
    var token = cjson_skip_string(p, start + 1, end)
    while token.fault == Int32(CJSON_UTF8) { token = cjson_skip_string(p, token.at + 1, end) }
    return token.at
  }

  private static func endsScalar(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
  }

  private static func double(_ spelled: Slice<Bytes>) -> Double {
    Double(String(decoding: spelled, as: UTF8.self)) ?? .infinity
  }

  private mutating func enter(_ wanted: ValueKind) -> Bool {
    guard kind == wanted, at < end else {
      _ = skip()
      return false
    }
    at += 1
    skipSpace()
    return true
  }

  /// Behind the last member or element: the closing bracket.
  private mutating func leave() {
    if at < end { at += 1 }
    skipSpace()
  }

  private mutating func skipSeparator() {
    if at < end, p[at] == UInt8(ascii: ",") {
      at += 1
      skipSpace()
    }
  }

  private mutating func skipSpace() { at = cjson_skip_space(p, at, end) }
}
