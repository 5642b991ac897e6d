import Language
import TextModel

/// Joins behind a name that is written with an exclamation or question mark: `She works at Yahoo! in the lab.`
///
/// One mark, on a word with a capital letter that is not the first of its sentence, and a function word in small letters
/// behind it.
public struct ExclamatoryName: SentenceRule {
  public init() {}
  public var id: String { "exclamatory-name" }
  public var places: SentencePlace.Kind { .strong }
  public var examples: [SentenceExample] {
    [
      "We read Quiz! at breakfast.",
      "it was great!| and we came back.",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.gap == .spaces, place.mark.count == 1, place.closed == place.mark.end, place.wordShape == .title,
      place.nextShape == .lower, place.token.start > place.sentenceStart, place.nextIsFunctionWord
    else { return .abstain }
    return .join
  }
}
