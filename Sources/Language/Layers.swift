import TextModel

/// A name in a text: one element of the `entities` layer.
public struct Mention: Sendable, Hashable {
  public var span: Span
  /// PER, ORG, LOC, MISC, DATE, TIME, MONEY, PERCENT, QUANTITY, ORDINAL, URL, EMAIL, or a plugin's own.
  public var label: String
  /// The fullest form of the name in this document; empty where the tagger knows none.
  public var name: String
  /// An identifier from a gazetteer; empty where there is none.
  public var ref: String
  /// 0 to 1.
  public var score: Double
  /// The id of the tagger.
  public var by: String

  public init(span: Span, label: String, name: String = "", ref: String = "", score: Double = 1, by: String) {
    self.span = span
    self.label = label
    self.name = name
    self.ref = ref
    self.score = score
    self.by = by
  }
}

/// Somebody's words in a text: one element of the `quotes` layer.
public struct Quotation: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A whole utterance of somebody.
    case direct
    /// A part of an utterance inside the writer's own sentence.
    case mixed
    /// Words the writer keeps at a distance.
    case scare
    /// The name of a work.
    case title
  }

  /// With its quotation marks.
  public var span: Span
  public var kind: Kind
  /// The speaker's name, resolved where the document allows; empty where unknown.
  public var speaker: String
  /// Where the speaker is mentioned.
  public var speakerSpan: Span?
  /// The words that ascribe it ("said", "according to").
  public var cue: Span?
  /// The id of the finder, and of the rule of attribution, joined by a comma.
  public var by: String

  public init(
    span: Span, kind: Kind, speaker: String = "", speakerSpan: Span? = nil, cue: Span? = nil, by: String
  ) {
    self.span = span
    self.kind = kind
    self.speaker = speaker
    self.speakerSpan = speakerSpan
    self.cue = cue
    self.by = by
  }
}

/// A place that a rule doubts but does not touch: one element of the `suspects` layer.
public struct Suspect: Sendable, Hashable {
  public var span: Span
  /// What kind of damage, kebab-case.
  public var label: String
  /// What the text would say; empty where unknown.
  public var suggestion: String
  /// Why, in a short sentence.
  public var reason: String
  /// The id of the rule.
  public var by: String

  public init(span: Span, label: String, suggestion: String = "", reason: String, by: String) {
    self.span = span
    self.label = label
    self.suggestion = suggestion
    self.reason = reason
    self.by = by
  }
}
