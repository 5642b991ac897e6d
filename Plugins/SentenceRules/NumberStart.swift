import Language
import TextModel

/// Ends the sentence before a number that starts the next one: `… they waited. 40 people came.`
///
/// UAX #29 takes a small letter behind the number for a sign that the sentence goes on. Behind a word of at least three
/// letters that is no abbreviation, or a year, it does not.
public struct NumberStart: SentenceRule {
  public init() {}
  public var id: String { "number-start" }
  public var places: SentencePlace.Kind { .stop }
  public var examples: [SentenceExample] {
    [
      "They waited.| 40 people came.",
      "It cost 3. 5 million.",
      "He was born in Sept. 40 miles away.",
      "See pp. 40 and following.",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard !place.isBase, place.nextShape == .number, place.abbreviation.isEmpty, place.gap == .spaces else {
      return .abstain
    }
    // "in 1961. 40 people", but not "3. 5 million": a decimal that was pulled apart.
    let isYear = place.wordShape == .number && place.word.count > 2
    guard isYear || place.wordShape == .lower || place.wordShape == .title, place.word.count >= 3,
      place.token == place.word
    else {
      return .abstain
    }
    return .split
  }
}
