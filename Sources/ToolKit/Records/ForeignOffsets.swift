import JSONLines

/// Finds members that are not ours and seem to hold offsets into the text: a program that trusts them after an edit goes wrong.
enum ForeignOffsets {
  /// Adds a warning for each such member.
  static func look(_ record: Record, _ tally: inout Tally) {
    for member in record.members where member.kind == .array {
      if isOurs(member, record) || !holdsOffsets(member.value, record.line) { continue }
      var reader = JSONReader(record.line, at: member.key)
      tally.warnings.insert(.foreignOffsets(member: reader.readString() ?? ""))
    }
  }

  private static func isOurs(_ member: Member, _ record: Record) -> Bool {
    OurMembers.layers.contains { layer in
      record.ours.place(of: layer).map { record.members[$0] == member } ?? false
    }
  }

  /// Whether the first element is an object with whole numbers `start` and `end`, or an array that begins with two.
  private static func holdsOffsets(_ value: Range<Int>, _ line: Bytes) -> Bool {
    var reader = JSONReader(line, at: value)
    guard reader.enterArray(), reader.nextElement() else { return false }
    if reader.kind == .array {
      guard reader.enterArray(), reader.nextElement(), reader.readInt() != nil, reader.nextElement() else {
        return false
      }
      return reader.readInt() != nil
    }
    guard reader.enterObject() else { return false }
    var found = 0
    while let key = reader.nextKey() {
      if reader.key(key, is: "start") || reader.key(key, is: "end") {
        if reader.readInt() != nil { found += 1 }
      } else {
        reader.skip()
      }
    }
    return found == 2
  }
}
