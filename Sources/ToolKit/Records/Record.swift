import JSONLines
import TextModel

/// A line that was scanned: where everything is.
struct Record {
  var line: Bytes
  var members: [Member]
  /// The literal of the text.
  var text: Range<Int>
  var ours: OurMembers
  /// The unit of the offsets in it.
  var unit: OffsetUnit

  /// - Throws: a fault where a member that explains offsets cannot be understood, or the layers are another text's.
  init(
    _ line: Bytes, _ members: [Member], text: Range<Int>, _ configuration: Configuration
  ) throws(RecordFault) {
    self.line = line
    self.members = members
    self.text = text
    ours = try OurMembers(members, in: line)
    unit = .codePoints
    if let place = ours.offsetUnit {
      let name = string(place)
      guard let unit = name.flatMap(OffsetUnit.init(rawValue:)) else {
        let known = OffsetUnit.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        throw RecordFault(
          isWellFormed: true, column: members[place].value.lowerBound + 1, "'offset_unit' must be one of \(known)")
      }
      self.unit = unit
    }
    if ours.offsetField != nil || !configuration.field.isDefault, !ours.isEmpty {
      let field = ours.offsetField.map { string($0) ?? "" } ?? FieldName.text
      if field != configuration.field.name {
        throw RecordFault(
          isWellFormed: true,
          "the layers belong to the text in '\(field)', not to the one in '\(configuration.field.name)'; give --field \(field), or remove them"
        )
      }
    }
  }

  /// The value of a member that is a string; nil where it is none.
  func string(_ place: Int) -> String? {
    var reader = JSONReader(line, at: members[place].value)
    return reader.readString()
  }

  /// Where the value of a member stands.
  func value(_ place: Int) -> Range<Int> { members[place].value }
}
