import JSONLines

/// Where the members that are ours stand in a record; nil where they do not.
struct OurMembers {
  var edits: Int?
  var suspects: Int?
  var artifactScore: Int?
  var sentences: Int?
  var entities: Int?
  var quotes: Int?
  var offsetUnit: Int?
  var offsetField: Int?

  /// The members that hold offsets.
  static let layers: [LayerShape] = [.edits, .suspects, .sentences, .entities, .quotes]

  /// Whether any layer is there.
  var isEmpty: Bool {
    edits == nil && suspects == nil && artifactScore == nil && sentences == nil && entities == nil && quotes == nil
  }

  init() {}

  /// One pass over the members.
  init(_ members: [Member], in line: Bytes) throws(RecordFault) {
    for (place, member) in members.enumerated() {
      guard Self.mayHave(member, in: line), let path = Self.path(of: member, in: line) else { continue }
      if self[keyPath: path] != nil {
        throw RecordFault(
          isWellFormed: true, column: member.key.lowerBound + 1,
          "two members named \(String(decoding: line[member.key], as: UTF8.self)); remove one")
      }
      self[keyPath: path] = place
    }
  }

  private static let names: [(name: [UInt8], path: WritableKeyPath<OurMembers, Int?> & Sendable)] = [
    (Array(LayerNames.edits.utf8), \.edits), (Array(LayerNames.suspects.utf8), \.suspects),
    (Array(LayerNames.artifactScore.utf8), \.artifactScore), (Array(LayerNames.sentences.utf8), \.sentences),
    (Array(LayerNames.entities.utf8), \.entities), (Array(LayerNames.quotes.utf8), \.quotes),
    (Array(LayerNames.offsetUnit.utf8), \.offsetUnit), (Array(LayerNames.offsetField.utf8), \.offsetField),
  ]

  /// Whether a member is one of ours.
  static func has(_ member: Member, in line: Bytes) -> Bool {
    mayHave(member, in: line) && path(of: member, in: line) != nil
  }

  /// Most members are the user's: the length and the first letter of the name tell nearly all of them.
  private static func mayHave(_ member: Member, in line: Bytes) -> Bool {
    if member.keyIsEscaped { return true }
    let length = member.key.count - 2
    guard length >= 5, length <= 14 else { return false }
    return switch line[member.key.lowerBound + 1] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "q"), UInt8(ascii: "s"): true
    default: false
    }
  }

  private static func path(of member: Member, in line: Bytes) -> (WritableKeyPath<OurMembers, Int?> & Sendable)? {
    names.first { ($0.name.count == member.key.count - 2 || member.keyIsEscaped) && member.isNamed($0.name, in: line) }?
      .path
  }
}
