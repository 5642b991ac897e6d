import Language
import TextModel

/// Joins initials to the name they belong to, and the parts of an abbreviation that was pulled apart.
///
/// `J. R. Moss`, `Albert I. Brandt`, `U. S. troops`, `A.N. Petrov`: a single capital letter (or several with full stops
/// between) is an initial, unless the next word is a function word. English `I` is one only behind a name.
public struct Initials: SentenceRule {
  public init() {}
  public var id: String { "initials" }
  public var places: SentencePlace.Kind { [.stop, .tight] }
  public var examples: [SentenceExample] {
    [
      "Then J. R. Moss and Ada W. Frei sang.",
      "It was you and I.| Dana left early.",
      "They watched U. S. troops leave.",
      "He chose plan B.| The others did not.",
      SentenceExample("Пришёл А. Н. Орлов.", "ru"),
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.gap != .blankLine, place.opener.isEmpty, place.closed == place.mark.end else { return .abstain }
    let isSingle = place.wordShape == .initial && place.token == place.word
    if place.abbreviation.contains(.unit) { return .abstain }
    guard isSingle || (place.isDotted && place.wordShape == .initial) else { return spacedLetter(place) }
    guard place.nextShape.isCapital || place.nextShape == .mixed else { return .abstain }
    if isSingle, place.language == .english, place.isWord(place.word, "i") {
      return isName(place, place.previousWord) && !place.nextIsFunctionWord ? .join : .abstain
    }
    // The next letter may be another initial: "J. A. Moss"; as a word it would be the article.
    let isNextInitial = place.nextShape == .initial && place.byte(place.nextWord.end) == UInt8(ascii: ".")
    if !isNextInitial, place.nextIsFunctionWord { return .abstain }
    return .join
  }

  /// A small letter pulled away from its abbreviation: `z. B.`, `n. Chr.`: the next part is one capital letter and a full stop.
  static func spacedLetter(_ place: SentencePlace) -> SentenceVerdict {
    guard place.token == place.word, place.wordShape == .lower, place.word.count <= 2, place.gap == .spaces,
      place.nextShape == .initial, place.byte(place.nextWord.end) == UInt8(ascii: ".")
    else { return .abstain }
    return .join
  }

  /// Whether the word before is written as a name is.
  static func isName(_ place: SentencePlace, _ word: Span) -> Bool {
    !word.isEmpty && word.start > place.sentenceStart && place.shape(word) == .title
  }
}
