import Language
import TextModel

/// Ends the sentence before a number that starts the next one: `… they waited. 40 people came.`
///
/// UAX #29 takes a small letter behind the number for a sign that the sentence goes on. Behind a word of at least three small
/// letters that is no abbreviation it does not.
public struct NumberStart: SentenceRule {
  public init() {}
  public var id: String { "number-start" }
  public var places: SentencePlace.Kind { .stop }
  public var examples: [SentenceExample] {
    [
      "They waited.| 40 people came.",
      "He was born in Sept. 40 miles away.",
      "See pp. 40 and following.",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard !place.isBase, place.nextShape == .number, place.abbreviation.isEmpty, place.gap == .spaces else {
      return .abstain
    }
    guard place.wordShape == .lower || place.wordShape == .title, place.word.count >= 3, place.token == place.word
    else {
      return .abstain
    }
    return .split
  }
}
