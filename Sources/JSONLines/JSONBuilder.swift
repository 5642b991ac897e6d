/// Writes JSON into a buffer of bytes: compact, members in the order of the calls, without white space.
///
/// Commas put themselves: the last byte written says whether one is needed.
public struct JSONBuilder: Sendable {
  /// What was written.
  public var bytes: [UInt8] = []
  /// Where the value under construction starts; what lies before is not looked at.
  private var base = 0

  public init() {}

  /// Forgets everything and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    base = 0
  }

  /// Begins a new value behind what was written, and says where.
  public mutating func startValue() -> Int {
    base = bytes.count
    return base
  }

  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  public mutating func endObject() { bytes.append(UInt8(ascii: "}")) }
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  public mutating func endArray() { bytes.append(UInt8(ascii: "]")) }

  /// The name of the next member, which needs no escape (the names of our own layers).
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// A piece of JSON with the commas and colons that belong there: for members that always come in the same order.
  public mutating func literal(_ json: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: json.utf8Start, count: json.utf8CodeUnitCount))
  }

  /// The name of the next member, any UTF-8.
  public mutating func key(_ name: [UInt8]) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
  }

  public mutating func string(_ text: Bytes) {
    separate()
    StringCodec.encode(text, into: &bytes)
  }

  public mutating func string(_ text: [UInt8]) { text.withUnsafeBufferPointer { string($0) } }
  public mutating func string(_ text: ArraySlice<UInt8>) { text.withUnsafeBufferPointer { string($0) } }

  public mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0) }
  }

  public mutating func string(_ text: StaticString) {
    string(Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  public mutating func int(_ value: Int) {
    separate()
    append(digits: value.magnitude, negative: value < 0)
  }

  /// An object with two integers, neither negative: what a list of spans has most of, put down in one piece.
  public mutating func object(_ first: StaticString, _ one: Int, _ second: StaticString, _ two: Int) {
    separate()
    // Both names with quotation marks, a colon and a comma or brace, and twice the digits.
    let capacity = first.utf8CodeUnitCount + second.utf8CodeUnitCount + 8 + 40
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { room in
      // Backwards, for digits come out so.
      var at = capacity - 1
      room[at] = UInt8(ascii: "}")
      at = Digits.write(two.magnitude, endingAt: at, of: room)
      at = JSONBuilder.write(key: second, endingAt: at, of: room) - 1
      room[at] = UInt8(ascii: ",")
      at = Digits.write(one.magnitude, endingAt: at, of: room)
      at = JSONBuilder.write(key: first, endingAt: at, of: room) - 1
      room[at] = UInt8(ascii: "{")
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: room[at..<capacity]))
    }
  }

  @inline(__always)
  private static func write(
    key: StaticString, endingAt end: Int, of room: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let start = end - key.utf8CodeUnitCount - 3
    room[start] = UInt8(ascii: "\"")
    for k in 0..<key.utf8CodeUnitCount { room[start + 1 + k] = key.utf8Start[k] }
    room[end - 2] = UInt8(ascii: "\"")
    room[end - 1] = UInt8(ascii: ":")
    return start
  }

  /// A number with always the same count of digits behind its point, so that it is a floating-point number to whoever
  /// guesses types from values: `fixed(1, digits: 2)` is `1.00`.  What is not finite becomes zero.
  public mutating func fixed(_ value: Double, digits: Int) {
    separate()
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard scaled.isFinite, scaled.magnitude < 9e15 else {
      return fixedDigits(0, negative: false, digits: digits)
    }
    fixedDigits(UInt(scaled.magnitude), negative: scaled < 0, digits: digits)
  }

  public mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
  }

  /// A value that is JSON already.
  public mutating func raw(_ json: some Collection<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
  }

  private mutating func separate() {
    guard bytes.count > base else { return }
    switch bytes[bytes.count - 1] {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): return
    default: bytes.append(UInt8(ascii: ","))
    }
  }

  private mutating func fixedDigits(_ scaled: UInt, negative: Bool, digits: Int) {
    let start = bytes.count
    append(digits: scaled, negative: negative)
    guard digits > 0 else { return }
    let first = start + (negative ? 1 : 0)
    while bytes.count - first <= digits { bytes.insert(UInt8(ascii: "0"), at: first) }
    bytes.insert(UInt8(ascii: "."), at: bytes.count - digits)
  }

  private mutating func append(digits value: UInt, negative: Bool) {
    if negative { bytes.append(UInt8(ascii: "-")) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { room in
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: room[Digits.write(value, endingAt: 20, of: room)..<20]))
    }
  }
}

/// Decimal digits, written from the last to the first.
enum Digits {
  /// Writes a number so that it ends at `end`, and says where it starts: at most twenty bytes before.
  @inline(__always)
  static func write(_ value: UInt, endingAt end: Int, of room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var at = end
    var rest = value
    repeat {
      at -= 1
      room[at] = UInt8(truncatingIfNeeded: UInt(UInt8(ascii: "0")) &+ rest % 10)
      rest /= 10
    } while rest > 0
    return at
  }
}
