import Language
import TextModel

/// Ends sentences at marks that end them in one language only: Armenian `։` written as a colon, the Greek question mark.
///
/// Armenian text is often typed with `:` for its full stop; the Greek question mark is the same sign as the semicolon.
public struct MarkOfLanguage: SentenceRule {
  public init() {}
  public var id: String { "mark-of-language" }
  public var languages: LanguageScope { .only(["hy", "el"]) }
  public var places: SentencePlace.Kind { .weak }
  public var examples: [SentenceExample] {
    [
      SentenceExample("Մութ է:| Ես գնում եմ:", "hy"),
      SentenceExample("Πού είναι;| Δεν ξέρω.", "el"),
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    let mark = place.byte(place.mark.start)
    let own = place.language == "hy" ? UInt8(ascii: ":") : UInt8(ascii: ";")
    return mark == own && place.mark.count == 1 ? .split : .abstain
  }
}
