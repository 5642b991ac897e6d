import Language
import TextModel

/// Joins over a full stop that stands where no sentence ends: behind an article, a preposition or a conjunction.
///
/// `… out of. Their houses …`: translators and spinners drop full stops at random. Which words end no sentence is a table by
/// language.
public struct FalseStop: SentenceRule {
  public init() {}
  public var id: String { "false-stop" }
  public var places: SentencePlace.Kind { .stop }
  public var examples: [SentenceExample] {
    [
      "They rowed to the. Harbour and slept.",
      "It was of. great use.",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.gap == .spaces, place.closed == place.mark.end, place.opener.isEmpty else { return .abstain }
    guard place.wordShape == .lower, place.token == place.word, OpenWords.contains(place, place.word) else {
      return .abstain
    }
    return .join
  }
}
