import Language
import TextModel

/// Flags a verb that stands for a noun: `after a replace that was sent`, `in a submit`, `a retired choose`.
///
/// Spinners exchange a word for one of the same meaning and another part of speech (`post`, `submit`; `judge`, `choose`). Verbs that are never
/// nouns, behind an article or possessive.
public struct VerbForNoun: WordRule {
  public init() {}
  public let id = "verb-for-noun"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "a must-include list", "They let her choose.", "It made the choose-your-own book.", "She saw him become one.",
  ]

  static let verbs = WordSet(list: "verb-for-noun.verbs")
  static let determiners = WordSet(list: "verb-for-noun.determiners")

  public let places = [WordTrigger(words: [Self.verbs], shape: \.isLower, gaps: [.space])]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    for k in places where k > 0 && words.at(k + 1)?.gap != .hyphen {
      var first = k - 1
      if !Self.determiners.contains(words[first]), k > 1, words[first].gap == .space, words[first].isLower,
        Lexicon.entry(words[first].hash).isPast, words[k - 2].count <= 2
      {
        first = k - 2
      }
      guard Self.determiners.contains(words[first]), words[first].isLower || words[first].isCapitalized,
        words[first].gap != .hyphen,
        Prose.has(words[k], in: document.text), !document.isVerbatim(at: words[k].start)
      else { continue }
      proposals.flag(
        Span(words[first].start, words[k].end), label: "spun-synonym",
        reason: "the word is a verb, and a noun must stand here")
    }
  }
}
