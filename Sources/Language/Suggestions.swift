import TextModel

/// What a plugin program said of a text, before the rules saw it.
public struct Suggestions: Sendable {
  /// The id of the tagger through which the mentions come in.
  public static let tagger = "suggested-name"

  public struct Replacement: Sendable {
    public var span: Span
    public var bytes: [UInt8]
    public var confidence: Confidence

    public init(span: Span, bytes: [UInt8], confidence: Confidence) {
      self.span = span
      self.bytes = bytes
      self.confidence = confidence
    }
  }

  public var edits: [Replacement] = []
  public var suspects: [Suspect] = []
  /// Sorted by span.
  public var mentions: [Mention] = []

  public init() {}
}
