/// How sure the author of an edit is. The order is that of trust: `likely < safe`.
public enum Confidence: UInt8, Sendable, Hashable, Comparable, CaseIterable {
  /// Right in nearly every text; a reader of the context would agree.
  case likely
  /// Right wherever its evidence stands.
  case safe

  public static func < (a: Confidence, b: Confidence) -> Bool { a.rawValue < b.rawValue }

  /// The spelling in a record.
  public var name: StaticString { self == .safe ? "safe" : "likely" }
}

/// One replacement in a text: the bytes of `span` give way to `replacement`.
public struct Edit: Sendable, Hashable {
  /// Which bytes of the text before.
  public var span: Span
  /// What stands there afterwards; valid UTF-8, empty for a deletion.
  public var replacement: [UInt8]
  /// The ids of the rules that did it, in the order in which they did, joined by commas.
  public var by: String
  public var confidence: Confidence

  public init(span: Span, replacement: [UInt8], by: String, confidence: Confidence) {
    self.span = span
    self.replacement = replacement
    self.by = by
    self.confidence = confidence
  }
}
