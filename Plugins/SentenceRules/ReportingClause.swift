import Language
import TextModel

/// Joins a quotation that ends in `!`, `?` or `…` and the small letter behind it: `“Where?” she asked.`
///
/// After a full stop ICU does so itself; after the other marks it ends the sentence whatever follows.
public struct ReportingClause: SentenceRule {
  public init() {}
  public var id: String { "reporting-clause" }
  public var places: SentencePlace.Kind { [.strong, .ellipsis] }
  public var examples: [SentenceExample] {
    [
      "“Where is it?” she asked.| Nobody knew.",
      "'Stop!' the man cried.",
      SentenceExample("«Kommst du?» fragte er.", "de"),
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.gap == .spaces || place.gap == .lineEnd, place.opener.isEmpty else { return .abstain }
    guard place.nextShape == .lower, place.closed > place.mark.end else { return .abstain }
    return .join
  }
}
