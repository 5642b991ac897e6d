/// How sure the author of an edit is. The order is that of trust: `likely < safe`.
public enum Confidence: UInt8, Sendable, Hashable, Comparable, CaseIterable {
  /// Right in nearly every text; a reader of the context would agree.
  case likely
  /// Right wherever its evidence stands.
  case safe

  public static func < (a: Confidence, b: Confidence) -> Bool { a.rawValue < b.rawValue }

  /// The spelling in a record.
  public var name: StaticString { self == .safe ? "safe" : "likely" }

  /// Reads the spelling in a record.
  public init?(name: some Collection<UInt8>) {
    if name.elementsEqual("safe".utf8) {
      self = .safe
    } else if name.elementsEqual("likely".utf8) {
      self = .likely
    } else {
      return nil
    }
  }
}

/// One replacement on its own: what a test or a message holds.  A script keeps its edits flat, see `EditScript`.
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
