import Language
import TextModel

/// Joins a title and the name it stands before.
///
/// `Dr. Okafor`, `Gen. Ruiz`, `Mt. Etna`, `ул. Ленина`: the full stop belongs to the title. The titles come from the table of
/// abbreviations, by language. A title that may also end a sentence (`St.` as street, `г.` as year) ends one before a
/// function word with a capital letter.
public struct AbbreviatedTitle: SentenceRule {
  public init() {}
  public var id: String { "abbreviated-title" }
  public var places: SentencePlace.Kind { [.stop, .tight] }
  public var examples: [SentenceExample] {
    [
      "She thanked Dr. Okafor and Prof. Lindqvist for the notes.",
      "They climbed Mt. Etna in May.| It rained.",
      "He lives on Pine St.| The baker is next door.",
      SentenceExample("Frau Prof. Weber kam später.", "de"),
      SentenceExample("Он живёт на ул. Садовой.", "ru"),
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.abbreviation.contains(.title), place.gap != .blankLine else { return .abstain }
    guard place.nextShape != .none, place.nextShape != .lower else { return .abstain }
    if place.abbreviation.contains(.ends), place.nextShape != .number, place.nextIsFunctionWord { return .abstain }
    return .join
  }
}
