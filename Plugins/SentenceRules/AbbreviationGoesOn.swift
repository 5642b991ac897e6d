import Language
import TextModel

/// Joins after an abbreviation that something always follows.
///
/// `e.g.`, `vs.`, `z. B.`, `p. ej.`, `т. е.`: nobody ends a sentence with them, whatever the next word looks like.
public struct AbbreviationGoesOn: SentenceRule {
  public init() {}
  public var id: String { "abbreviation-goes-on" }
  public var places: SentencePlace.Kind { [.stop, .tight] }
  public var examples: [SentenceExample] {
    [
      "Some rivers, e.g. Danube and Rhine, froze.",
      "It was Ostrava vs. Brno again.",
      SentenceExample("Wir nehmen Obst, z. B. Äpfel und Birnen.", "de"),
      SentenceExample("Er kommt ggf. Montag.", "de"),
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    place.abbreviation.contains(.always) && place.gap != .blankLine ? .join : .abstain
  }
}
