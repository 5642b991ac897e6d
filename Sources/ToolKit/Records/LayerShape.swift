/// What the elements of a layer look like, as far as offsets go.
enum LayerShape: String, Sendable {
  case edits, suspects, sentences, entities, quotes

  /// One span in an element: the names of its members.
  struct Group: Sendable {
    var start: StaticString
    var end: StaticString
    /// The checksum; nil where the span has none.
    var text: StaticString?
    /// Whether -1 and -1 stand for no span.
    var isOptional: Bool
  }

  /// The first group is the element's own span.
  var groups: [Group] {
    switch self {
    case .edits: Self.editGroups
    case .sentences: Self.bareGroups
    case .suspects, .entities: Self.textGroups
    case .quotes: Self.quoteGroups
    }
  }

  private static let bareGroups = [Group(start: "start", end: "end", text: nil, isOptional: false)]
  private static let editGroups = [Group(start: "start", end: "end", text: "now", isOptional: false)]
  private static let textGroups = [Group(start: "start", end: "end", text: "text", isOptional: false)]
  private static let quoteGroups =
    textGroups + [
      Group(start: "speaker_start", end: "speaker_end", text: "speaker_text", isOptional: true),
      Group(start: "cue_start", end: "cue_end", text: "cue", isOptional: true),
    ]
}
