import Language
import TextModel

/// Sets the first word of a sentence in small letters that a page printed in small capitals: `ON Tuesday`, `WHEN the council met`.
///
/// Only small words that are no abbreviations, before a word in small letters or a day, and in damaged text.
public struct ShoutedOpening: WordRule {
  public init() {}
  public let id = "shouted-opening"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the bridge fell with with them. ON Tuesday, it was closed.",
      "The the bridge fell with with them. On Tuesday, it was closed."),
    RewriteExample(
      "WHEN the council met, the the bridge fell with with them.",
      "When the council met, the the bridge fell with with them."),
  ]
  public let leavesAlone = [
    "ON Tuesday, it was closed.", "The the crew left with with them. AS Roma won. IN THE evening they left.",
  ]

  static let small = WordSet(list: "shouted-opening.words")

  public let places = [
    WordTrigger(words: [Self.small], shape: { $0.rawValue & 0b1111 == 0b0011 }, gaps: [.line, .stop])
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places {
      let word = words[k]
      guard let next = words.at(k + 1), next.gap == .space,
        next.isLower || next.isCapitalized && MeasureClass.of(text, next.span).contains(.weekday),
        words.at(k - 1)?.isAllCapitals != true, document.isDamaged, !document.isVerbatim(at: word.start)
      else { continue }
      proposals.replace(
        Span(word.start + 1, word.end), with: text[Span(word.start + 1, word.end)].map { $0 | 0x20 }, .likely)
    }
  }
}
