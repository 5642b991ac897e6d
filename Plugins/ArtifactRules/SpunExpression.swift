import CTables
import Language
import TextModel

/// Flags expressions that a spinner put in place of fixed ones: `coronary heart assault`, `the top minister`, `air moves`.
///
/// Spinners exchange words one by one for what a thesaurus gives, and break expressions that cannot be broken; word-for-word
/// translation does the same.  The table holds, for each such word, what it stands for and the company in which its usual
/// sense is impossible.  What stood there is only guessed, so nothing is changed.
public struct SpunExpression: WordRule {
  public init() {}
  public let id = "spun-expression"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true

  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "They were dating for years.", "It was the most sensible thing to do.",
    "He does not work hard, but hard work pays.",
    "She deserves to win.", "He was once a teacher.",
  ]

  static let table = PhraseTable(ctables_spun_words())
  /// `was once considered` is good English.
  static let once = Lexicon.hash("once")
  static let statesOfMind = WordSet(
    "considered called named known described used owned married thought believed revered feared loved hated accused dubbed regarded rumored rumoured reported said located occupied inhabited ruled headed governed controlled dominated populated worshipped hoped"
  )

  public let places = Self.table.places
  public func seesAllWords(of document: Document) -> Bool { PhraseTable.seesAllWords(of: document) }

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    Self.table.eachMatch(in: document, at: places) { phrase, range in
      let last = words[range.upperBound - 1]
      if last.hash == Self.once, let next = words.at(range.upperBound), Self.statesOfMind.contains(next) { return }
      // A name may hold anything.
      if words[range].contains(where: \.startsWithCapital), range.count == 1 { return }
      proposals.flag(
        span(words, range, phrase), label: "spun-synonym", reason: "in this company the word has no such sense",
        suggestion: phrase.suggestion)
    }
  }

  /// The expression, with a neighbour where it is one word and the neighbour is the proof.
  private func span(_ words: [Word], _ range: Range<Int>, _ phrase: PhraseTable.Phrase) -> Span {
    let end = range.upperBound
    if range.count == 1, !phrase.after.isEmpty, let next = words.at(end), next.gap == .space,
      phrase.after.accepts(next, then: words.at(end + 1))
    {
      return Span(words[range.lowerBound].start, next.end)
    }
    return Span(words[range.lowerBound].start, words[end - 1].end)
  }
}
