/// The changes of one record: which values give way, which members go, which are added at the end.
///
/// Everything else is copied byte for byte: order, white space, the spelling of numbers and escapes, duplicates.  A record
/// without changes leaves as it came.
public struct Splice: Sendable {
  private struct Replacement: Sendable {
    var range: Range<Int>
    var bytes: Range<Int>
  }

  private var builder = JSONBuilder()
  private var replacements: [Replacement] = []
  private var removed: [Int] = []
  /// The added members: `"name":value`.
  private var appended: [Range<Int>] = []

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
    replacements.append(Replacement(range: range, bytes: start..<builder.bytes.count))
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
    appended.append(start..<builder.bytes.count)
  }

  public mutating func append(_ name: StaticString, _ write: (inout JSONBuilder) -> Void) {
    let start = builder.startValue()
    builder.key(name)
    write(&builder)
    appended.append(start..<builder.bytes.count)
  }

  /// Appends the changed record to `output`, without a newline.
  ///
  /// - Parameters:
  ///   - line: the record as it came.
  ///   - members: its members, as `Scanner` found them.
  ///   - output: gets the record with its changes behind what it holds.
  public mutating func write(_ line: Bytes, _ members: [Member], into output: inout [UInt8]) {
    if isEmpty {
      output.append(contentsOf: line)
      return
    }
    // The first record of a buffer may be the only one and large: then what growing would ask for is too much.
    if output.isEmpty { output.reserveCapacity(line.count + builder.bytes.count + 1) }
    func slice(_ range: Range<Int>) -> Bytes { Bytes(rebasing: line[range]) }
    replacements.sort { $0.range.lowerBound < $1.range.lowerBound }
    var next = 0
    // From the start of the line to behind the opening brace, or to the first name.
    let head = members.first?.key.lowerBound ?? line.firstIndex(of: UInt8(ascii: "{")).map { $0 + 1 } ?? 0
    output.append(contentsOf: slice(0..<head))
    var isFirst = true
    var end = head
    for (place, member) in members.enumerated() {
      let gap = end..<member.key.lowerBound
      end = member.value.upperBound
      if removed.contains(place) {
        while next < replacements.count, replacements[next].range.upperBound <= end { next += 1 }
        continue
      }
      // The gap holds the comma; whoever comes first needs none.
      if !isFirst { output.append(contentsOf: slice(gap)) }
      isFirst = false
      var at = member.key.lowerBound
      while next < replacements.count, replacements[next].range.upperBound <= end {
        let replacement = replacements[next]
        output.append(contentsOf: slice(at..<replacement.range.lowerBound))
        output.append(contentsOf: builder.bytes[replacement.bytes])
        at = replacement.range.upperBound
        next += 1
      }
      output.append(contentsOf: slice(at..<end))
    }
    for range in appended {
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      output.append(contentsOf: builder.bytes[range])
    }
    output.append(contentsOf: slice(end..<line.count))
  }
}
