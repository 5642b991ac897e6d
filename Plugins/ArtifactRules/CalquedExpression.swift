import CTables
import Language
import TextModel

/// Flags idioms and turns of another language that were translated word for word: `a drop on a hot stone`, `made known that`.
///
/// The table holds, for expressions of some fifteen languages, what they stand for. In English they say nothing, or something else; what
/// the author would have written is a guess, so nothing is changed.
public struct CalquedExpression: WordRule {
  public init() {}
  public let id = "calqued-expression"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true

  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "It was a drop in the ocean.", "They fell into the water.", "He put the cards on the table.",
    "It is a storm in a teacup.",
  ]

  static let table = PhraseTable(ctables_calques())

  public let places = Self.table.places
  public func seesAllWords(of document: Document) -> Bool { PhraseTable.seesAllWords(of: document) }

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    Self.table.eachMatch(in: document, at: places) { phrase, range in
      proposals.flag(
        Span(words[range.lowerBound].start, words[range.upperBound - 1].end), label: "literal-translation",
        reason: "a turn of another language, translated word for word", suggestion: phrase.suggestion)
    }
  }
}
