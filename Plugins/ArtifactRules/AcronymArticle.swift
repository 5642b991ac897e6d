import Language
import TextModel

/// Deletes the article before a body whose initials are its name: `The NASA said`, `a member of the NATO.`
///
/// French, Spanish, German and others set an article before every body; English says initials that it reads as a word without one. Only
/// before a verb, a small word that goes on, or the end of the clause: `the NATO summit` is right. In damaged text.
public struct AcronymArticle: WordRule {
  public init() {}
  public let id = "acronym-article"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them. The NASA said no.", "The the crew met with with them. NASA said no."),
    RewriteExample(
      "The the crew met with with them at the seat of the UNESCO.",
      "The the crew met with with them at the seat of UNESCO."
    ),
  ]
  public let leavesAlone = [
    "The NASA said no.", "The the crew met with with them at the NATO summit.",
    "The the crew met with with them. The FBI said no.", "The the crew met with with the NASA of old.",
  ]

  static let names = WordSet(list: "acronym-article.names")
  static let behind = WordSet(list: "acronym-article.behind")
  static let the = Lexicon.hash("the")

  public let places = [WordTrigger(words: [Self.names], shape: \.startsWithCapital, gaps: [.space])]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    for k in places where k > 0 {
      let name = words[k]
      let article = words[k - 1]
      guard article.hash == Self.the, name.isAllCapitals || name.isCapitalized && name.count > 5,
        Prose.has(name, in: document.text), isEnd(words, k), document.isDamaged, !document.isVerbatim(at: name.start)
      else { continue }
      proposals.delete(Span(article.start, name.start), .likely)
    }
  }

  /// Whether the noun phrase ends with the name.
  private func isEnd(_ words: [Word], _ k: Int) -> Bool {
    guard let next = words.at(k + 1) else { return true }
    if next.gap == .comma || next.gap == .stop || next.gap == .line { return true }
    return next.gap == .space && next.isLower && Self.behind.contains(next)
  }
}
