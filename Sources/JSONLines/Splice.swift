/// The changes of one record: which values give way, which members go, which are added at the end.
///
/// Everything else is copied byte for byte: order, white space, the spelling of numbers and escapes, duplicates.  A record
/// without changes leaves as it came.
///
/// A value that may be large is put off: whoever writes the record is asked for it when its turn comes, and it need never be
/// held as a whole.
public struct Splice: Sendable {
  private struct Replacement: Sendable {
    var range: Range<Int>
    var value: Value
  }

  /// Bytes of the builder, and behind them a value that was put off, by its number.
  private struct Value: Sendable {
    var bytes: Range<Int>
    var late: Int?
  }

  private var builder = JSONBuilder()
  private var replacements: [Replacement] = []
  private var removed: [Int] = []
  /// The added members: `"name":value`.
  private var appended: [Value] = []

  public init() {}

  /// Forgets all changes and keeps the memory.
  public mutating func removeAll() {
    if isEmpty { return }
    builder.removeAll()
    replacements.removeAll(keepingCapacity: true)
    removed.removeAll(keepingCapacity: true)
    appended.removeAll(keepingCapacity: true)
  }

  /// Whether the record leaves as it came.
  public var isEmpty: Bool { replacements.isEmpty && removed.isEmpty && appended.isEmpty }

  /// Puts another value, which `write` writes, in the place of the one at `range` (of a member, or deeper inside one).
  /// Ranges must not overlap.
  public mutating func replace(_ range: Range<Int>, _ write: (inout JSONBuilder) -> Void) {
    let start = builder.startValue()
    write(&builder)
    replacements.append(Replacement(range: range, value: Value(bytes: start..<builder.bytes.count)))
  }

  /// Puts a value that is put off in the place of the one at `range`.
  public mutating func replace(_ range: Range<Int>, late number: Int) {
    replacements.append(Replacement(range: range, value: Value(bytes: 0..<0, late: number)))
  }

  /// Whether the value at `range` gives way to another.
  public func replaces(_ range: Range<Int>) -> Bool { replacements.contains { $0.range == range } }

  /// Puts a string in the place of the value at `range`.
  public mutating func replace(_ range: Range<Int>, withString text: [UInt8]) {
    replace(range) { $0.string(text) }
  }

  /// Takes the member at a place out.
  public mutating func remove(_ member: Int) { removed.append(member) }

  /// Adds a member behind the last one; `write` writes its value.
  public mutating func append(_ name: [UInt8], _ write: (inout JSONBuilder) -> Void) {
    let start = builder.startValue()
    builder.key(name)
    write(&builder)
    appended.append(Value(bytes: start..<builder.bytes.count))
  }

  public mutating func append(_ name: StaticString, _ write: (inout JSONBuilder) -> Void) {
    let start = builder.startValue()
    builder.key(name)
    write(&builder)
    appended.append(Value(bytes: start..<builder.bytes.count))
  }

  /// Adds a member behind the last one whose value is put off.
  public mutating func append(_ name: [UInt8], late number: Int) {
    let start = builder.startValue()
    builder.key(name)
    appended.append(Value(bytes: start..<builder.bytes.count, late: number))
  }

  /// Hands out the changed record piece by piece, without a newline.
  ///
  /// - Parameters:
  ///   - line: the record as it came.
  ///   - members: its members, as `Scanner` found them.
  ///   - put: takes the next bytes.
  ///   - late: is to write the value that was put off under a number.
  public mutating func write(_ line: Bytes, _ members: [Member], _ put: (Bytes) -> Void, late: (Int) -> Void) {
    func pass(_ range: Range<Int>) {
      if !range.isEmpty { put(Bytes(rebasing: line[range])) }
    }
    if isEmpty { return pass(0..<line.count) }
    func pass(_ value: Value) {
      builder.bytes.withUnsafeBufferPointer { bytes in
        if !value.bytes.isEmpty { put(Bytes(rebasing: bytes[value.bytes])) }
      }
      if let number = value.late { late(number) }
    }
    func comma() {
      withUnsafeBytes(of: UInt8(ascii: ",")) { put($0.assumingMemoryBound(to: UInt8.self)) }
    }
    replacements.sort { $0.range.lowerBound < $1.range.lowerBound }
    var next = 0
    // From the start of the line to behind the opening brace, or to the first name.
    let head = members.first?.key.lowerBound ?? line.firstIndex(of: UInt8(ascii: "{")).map { $0 + 1 } ?? 0
    // What was passed over and is handed out in one piece.
    var kept = 0
    var isFirst = true
    var end = head
    for (place, member) in members.enumerated() {
      let gap = end..<member.key.lowerBound
      end = member.value.upperBound
      if removed.contains(place) {
        pass(kept..<gap.lowerBound)
        kept = end
        while next < replacements.count, replacements[next].range.upperBound <= end { next += 1 }
        continue
      }
      // The gap holds the comma; whoever comes first needs none.
      if isFirst, !gap.isEmpty {
        pass(kept..<gap.lowerBound)
        kept = gap.upperBound
      }
      isFirst = false
      while next < replacements.count, replacements[next].range.upperBound <= end {
        let replacement = replacements[next]
        pass(kept..<replacement.range.lowerBound)
        pass(replacement.value)
        kept = replacement.range.upperBound
        next += 1
      }
    }
    pass(kept..<end)
    for value in appended {
      if !isFirst { comma() }
      isFirst = false
      pass(value)
    }
    pass(end..<line.count)
  }
}
