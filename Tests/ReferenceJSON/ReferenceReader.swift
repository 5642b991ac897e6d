/// A slow reader of RFC 8259, written for its plainness alone: what `Scanner` and `StringCodec` are compared with.
///
/// Recursive descent over an array, strings through UTF-16 and the standard library; it shares no line with the real one.
public struct ReferenceReader {
  public indirect enum Value {
    case object([(key: Text, keyRange: Range<Int>, value: Located)])
    case array([Located])
    case string(Text)
    case number, `true`, `false`, null
  }

  /// A value and where it stands.
  public struct Located {
    public var range: Range<Int>
    public var value: Value
  }

  /// The code units of a string literal.
  public struct Text {
    public var units: [UInt16]
    /// The text, U+FFFD for each lone surrogate.
    public var repaired: [UInt8] { Array(String(decoding: units, as: UTF16.self).utf8) }
    /// Whether every surrogate has its other half.
    public var isWhole: Bool { Array(String(decoding: units, as: UTF16.self).utf16) == units }
  }

  /// Deeper than this it gives up: `isTooDeep` is set and nothing is said about the line.
  public static let deepest = 200

  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0
  public private(set) var isTooDeep = false

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The one value of the line; nil where the line is no JSON.
  public mutating func read() -> Located? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    skipSpace()
    guard let value = readValue() else { return nil }
    skipSpace()
    return at == bytes.count ? value : nil
  }

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { at += 1 }
  }

  private mutating func take(_ literal: String) -> Bool {
    guard bytes[at...].starts(with: literal.utf8) else { return false }
    at += literal.utf8.count
    return true
  }

  private mutating func readValue() -> Located? {
    let start = at
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest {
      isTooDeep = true
      return nil
    }
    let value: Value
    if byte == UInt8(ascii: "{") {
      guard let object = readObject() else { return nil }
      value = object
    } else if byte == UInt8(ascii: "[") {
      guard let array = readArray() else { return nil }
      value = array
    } else if byte == UInt8(ascii: "\"") {
      guard let text = readString() else { return nil }
      value = .string(text)
    } else if take("true") {
      value = .true
    } else if take("false") {
      value = .false
    } else if take("null") {
      value = .null
    } else {
      guard readNumber() else { return nil }
      value = .number
    }
    return Located(range: start..<at, value: value)
  }

  private mutating func readObject() -> Value? {
    var members: [(key: Text, keyRange: Range<Int>, value: Located)] = []
    at += 1
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      let start = at
      guard byte == UInt8(ascii: "\""), let key = readString() else { return nil }
      let keyRange = start..<at
      skipSpace()
      guard take(":") else { return nil }
      skipSpace()
      guard let value = readValue() else { return nil }
      members.append((key, keyRange, value))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { return nil }
      skipSpace()
    }
  }

  private mutating func readArray() -> Value? {
    var elements: [Located] = []
    at += 1
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      guard let value = readValue() else { return nil }
      elements.append(value)
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { return nil }
      skipSpace()
    }
  }

  private mutating func readString() -> Text? {
    at += 1
    var units: [UInt16] = []
    var plain: [UInt8] = []
    func flushed() -> [UInt16] { units + Array(String(decoding: plain, as: UTF8.self).utf16) }
    while let byte {
      at += 1
      if byte == UInt8(ascii: "\"") { return Text(units: flushed()) }
      if byte < 0x20 { return nil }
      guard byte == UInt8(ascii: "\\") else {
        plain.append(byte)
        continue
      }
      units = flushed()
      plain = []
      guard let escape = self.byte else { return nil }
      at += 1
      let simple: [Character: UInt16] = [
        "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9,
      ]
      if let unit = simple[Character(Unicode.Scalar(escape))] {
        units.append(unit)
      } else if escape == UInt8(ascii: "u"), at + 4 <= bytes.count {
        let digits = bytes[at..<at + 4]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }),
          let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { return nil }
        units.append(unit)
        at += 4
      } else {
        return nil
      }
    }
    return nil
  }

  private mutating func readDigits() -> Int {
    let start = at
    while let byte, (0x30...0x39).contains(byte) { at += 1 }
    return at - start
  }

  private mutating func readNumber() -> Bool {
    _ = take("-")
    let first = byte
    let whole = readDigits()
    if whole == 0 || (first == UInt8(ascii: "0") && whole > 1) { return false }
    if take("."), readDigits() == 0 { return false }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      at += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { at += 1 }
      return readDigits() > 0
    }
    return true
  }
}
