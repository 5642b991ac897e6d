import TextModel

/// A rule of `segment`: joins or splits at a place where a sentence may end.
///
/// ICU's boundaries are the base.  At each place the rules are asked in the order of the catalog, and the first that does
/// not abstain decides; if all abstain, ICU's answer holds.  Pure: the same place gives the same verdict.
public protocol SentenceRule: Plugin {
  /// At which kinds of places it is asked.
  var places: SentencePlace.Kind { get }
  /// Texts that show what it does, with `|` where a sentence ends and the next one starts: run by the tests through the
  /// whole catalog, shown by `--explain`.
  var examples: [SentenceExample] { get }

  /// Static, so that asking a rule is one call without a copy of anything.
  static func verdict(at place: SentencePlace) -> SentenceVerdict
}

/// A text with `|` at its sentence boundaries.
public struct SentenceExample: Sendable, Hashable, ExpressibleByStringLiteral {
  public var marked: String
  public var language: LanguageTag

  public init(_ marked: String, _ language: LanguageTag = .english) {
    self.marked = marked
    self.language = language
  }

  public init(stringLiteral marked: String) { self.init(marked) }
}
