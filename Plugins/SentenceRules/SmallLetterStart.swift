import Language
import TextModel

/// Ends the sentence before a small letter where the writer starts sentences so.
///
/// `i am tired. they left early.` ICU never ends a sentence at a full stop before a small letter. Where the document shows the
/// habit (small letters behind other stops and at the starts of lines, the pronoun `i`), a full stop behind a word that may
/// end a sentence does.
public struct SmallLetterStart: SentenceRule {
  public init() {}
  public var id: String { "small-letter-start" }
  public var places: SentencePlace.Kind { [.stop, .tight] }
  public var examples: [SentenceExample] {
    [
      "i am tired.| they left early and i stayed.| it rained.",
      "The firm was sold to Acme Corp. of Ohio.| They were paid.",
    ]
  }

  public func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard !place.isBase, place.habits.startsLower, place.nextShape == .lower, place.opener.isEmpty else {
      return .abstain
    }
    guard place.gap != .blankLine, place.abbreviation.isEmpty else { return .abstain }
    if place.gap == .none {
      // The space may be lost too: then only before a function word, and not inside an address.
      guard place.word.count > 2, place.nextIsFunctionWord, !Chunk.isAddress(place),
        place.byte(place.nextWord.end) == 0x20 || place.byte(place.nextWord.end) == UInt8(ascii: "'")
      else { return .abstain }
    }
    // A lone letter before the stop is an abbreviation nobody lists.
    guard place.token == place.word || place.wordShape == .number, place.word.count > 1 || place.wordShape == .number
    else {
      return .abstain
    }
    return .split
  }
}
