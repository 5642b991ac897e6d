import Language
import TextModel

/// Flags an article with nothing behind it: `the hall of the. It will`, `to the of Finance`, `a is expected`.
///
/// A link that fell out took the noun along. Which one is not known.
public struct LostWord: WordRule {
  public init() {}
  public let id = "lost-word"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "It is the in-house team.", "He got an A and left.", "the by-election", "He asked for the what.", "a to-do list",
    "an of-the-moment look", "vitamin a is good",
  ]

  static let determiners = WordSet(list: "lost-word.determiners")
  static let behind = WordSet(list: "lost-word.behind")

  public let places = [
    WordTrigger(words: [Self.determiners], shape: \.isLower, gaps: [.space], gapsBehind: [.stop]),
    WordTrigger(
      words: [Self.determiners], pairs: WordTrigger.pairs(Self.determiners, Self.behind), shape: \.isLower,
      gaps: [.space], gapsBehind: [.space]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    let text = document.text
    for k in places where k > 0 && words[k - 1].isLower {
      let word = words[k]
      guard Prose.has(word, in: text), let next = words.at(k + 1) else { continue }
      if text.has(". ", at: word.end), word.count > 1, next.start == word.end + 2, next.startsWithCapital,
        !document.isVerbatim(at: word.start)
      {
        flag(Span(words[k - 1].start, word.end + 1), &proposals)
      } else if next.gap == .space, next.isLower, Self.behind.contains(next), let third = words.at(k + 2),
        third.gap == .space, !document.isVerbatim(at: word.start)
      {
        flag(Span(word.start, next.end), &proposals)
      }
    }
  }

  private func flag(_ span: Span, _ proposals: inout Proposals) {
    proposals.flag(span, label: "lost-word", reason: "the article has no noun")
  }
}
