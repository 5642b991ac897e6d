import Language
import TextModel

/// Ends the sentence before a small letter where the writer starts sentences so.
///
/// `i am tired. they left early.` ICU never ends a sentence at a full stop before a small letter. Where the document shows the
/// habit (small letters behind other stops and at the starts of lines, the pronoun `i`), a full stop behind a word that may
/// end a sentence does; elsewhere only one before a pronoun that is a subject (`it`, `they`).
public struct SmallLetterStart: SentenceRule {
  public init() {}
  public var id: String { "small-letter-start" }
  public var places: SentencePlace.Kind { [.stop, .tight] }
  public var examples: [SentenceExample] {
    [
      "i am tired.| they left early and i stayed.| it rained.",
      "Buses run daily.| it is a short ride.",
      "The firm was sold to Acme Corp. of Ohio.| They were paid.",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard !place.isBase, place.nextShape == .lower, place.opener.isEmpty else { return .abstain }
    guard place.gap != .blankLine, place.abbreviation.isEmpty, place.word.count != 1, endsInAWord(place)
    else { return .abstain }
    guard place.startsLower || isSubject(place) else { return .abstain }
    if place.gap == .none {
      // The space may be lost too: then only before a function word, and not inside an address.
      guard place.word.count > 2, place.nextIsFunctionWord, !Chunk.isAddress(place),
        place.byte(place.nextWord.end) == 0x20
      else { return .abstain }
    }
    return .split
  }

  /// A whole word or a closing mark stands before the stop; a lone letter is an abbreviation nobody lists, and a function
  /// word makes the stop doubtful.
  static func endsInAWord(_ place: SentencePlace) -> Bool {
    if place.wordShape == .none {
      let last = place.scalar(before: place.mark.start)
      return last == 0x29 || last == 0x22 || last == 0x201D
    }
    if place.wordShape == .number { return true }
    guard place.token == place.word, place.word.count > 1 else { return false }
    return place.word.count > 2 && !FunctionWords.contains(place, place.word) || place.hardlyEverCapital
  }

  /// Whether the next word is a pronoun that sentences start with.
  static func isSubject(_ place: SentencePlace) -> Bool {
    guard place.language == .english, place.gap != .none, place.closed == place.mark.end else { return false }
    var word = place.nextWord
    var end = word.start
    while end < word.end, place.bytes[end] | 0x20 &- 0x61 < 26 { end += 1 }
    word.end = end
    return SmallLetterStart.subjects.contains { place.isWord(word, $0) }
  }

  static let subjects: [StaticString] = ["i", "it", "he", "she", "we", "they", "you", "there"]
}
