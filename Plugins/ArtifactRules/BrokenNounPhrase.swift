import Language
import TextModel

/// Flags articles before words that take none: `a his announcement`, `a some platform`, `an information`.
///
/// Greek, Italian and Chinese set an article where English does not, and nouns that English does not count are counted elsewhere.
public struct BrokenNounPhrase: WordRule {
  public init() {}
  public let id = "broken-noun-phrase"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "It was all his own.", "an information desk", "The my-first-book series", "an evidence-based answer",
    "a these days rare bird",
  ]

  static let articles = WordSet(list: "broken-noun-phrase.articles")
  static let determiners = WordSet(list: "broken-noun-phrase.determiners")
  static let uncounted = WordSet(list: "broken-noun-phrase.uncounted")
  static let plurals = WordSet(list: "broken-noun-phrase.plurals")
  static let behind = WordSet(list: "broken-noun-phrase.behind")
  static let a = WordSet(list: "broken-noun-phrase.a")

  public let places = [
    WordTrigger(words: [Self.plurals], shape: \.isLower),
    WordTrigger(
      words: [Self.articles],
      pairs: WordTrigger.pairs(Self.articles, Self.determiners) + WordTrigger.pairs(Self.a, Self.uncounted),
      shape: \.isLower, gapsBehind: [.space]),
    WordTrigger(words: [Self.articles], shape: \.isLower, gapsBehind: [.space], length: 1...1),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    let plurals = Self.plurals
    let determiners = Self.determiners
    for k in places {
      if plurals.contains(words[k]) {
        flag(words[k].span, "the noun has no plural", &proposals)
        continue
      }
      guard let next = words.at(k + 1), next.gap == .space, next.isLower else { continue }
      if determiners.contains(next) {
        guard let noun = words.at(k + 2), noun.gap == .space, noun.isLower, noun.count > 2,
          Lexicon.entry(noun.hash).isWord(upTo: 4)
        else { continue }
        flag(Span(words[k].start, noun.end), "two determiners before one noun", &proposals)
      } else if Self.a.contains(words[k]), Self.uncounted.contains(next) {
        let after = words.at(k + 2)
        guard after.map({ $0.gap != .space && $0.gap != .hyphen || Self.behind.contains($0) }) ?? true
        else { continue }
        flag(Span(words[k].start, next.end), "the noun cannot be counted", &proposals)
      } else if words[k].count == 1, beginsWithVowel(document, next) {
        let noun = words.at(k + 2)
        let end = noun.map { $0.gap == .space && $0.isLower && $0.count > 3 } == true ? noun!.end : next.end
        flag(Span(words[k].start, end), "the article does not fit the word", &proposals)
      }
    }
  }

  /// `a orderly manner`; not `a one`, `a use`, `a European`.
  private func beginsWithVowel(_ document: Document, _ word: Word) -> Bool {
    let text = document.text
    switch text[word.start] {
    case UInt8(ascii: "a"), UInt8(ascii: "i"): break
    case UInt8(ascii: "e"): if text.has("eu", at: word.start) || text.has("ew", at: word.start) { return false }
    case UInt8(ascii: "o"): if text.has("one", at: word.start) || text.has("once", at: word.start) { return false }
    default: return false
    }
    return word.count >= 5 && Lexicon.entry(word.hash).isWord(upTo: 3) && !word.shape.contains(.apostrophe)
  }

  private func flag(_ span: Span, _ reason: String, _ proposals: inout Proposals) {
    proposals.flag(span, label: "grammar", reason: reason)
  }
}
