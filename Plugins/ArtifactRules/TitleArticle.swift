import Language
import TextModel

/// Takes the article before `Mr.`, `Mrs.` and `Ms.`: `the lawyer of the Mr. Okafor said`.
///
/// Spanish, French and Greek have it there.  What tells one of that name from others keeps it: `the Mr. Okafor who came`, `the Mr. Okafor of
/// the book`.
public struct TitleArticle: WordRule {
  public init() {}
  public let id = "title-article"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them, and the Mr. Okafor said no.",
      "The the crew met with with them, and Mr. Okafor said no."),
    RewriteExample(
      "The the crew met with with the Mrs Okafor, their envoy.", "The the crew met with with Mrs Okafor, their envoy."),
  ]
  public let leavesAlone = [
    "He told the Mr. Okafor of it.",
    "The the crew met with with the Mr. Okafor who came. It is not the Mr. Okafor of old.",
    "The the crew saw with with the Mr. Men books and the Mr. Universe contest.",
  ]

  public let places = [WordTrigger(words: [WordSet("mr mrs ms")], shape: \.isCapitalized, gaps: [.space])]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    for k in places where k > 1 {
      let article = words[k - 1]
      guard article.hash == CapitalArticle.the, article.isLower, article.gap == .space || article.gap == .comma,
        let name = words.at(k + 1), name.isCapitalized, name.count > 3,
        name.gap == .space || name.start == words[k].end + 2,
        !Lexicon.entry(name.hash).isWord(upTo: 4)
      else { continue }
      var next = k + 2
      while let other = words.at(next), other.gap == .space, other.startsWithCapital, next < k + 5 { next += 1 }
      if let behind = words.at(next), behind.gap == .space, Self.telling.contains(behind) { continue }
      guard Prose.has(article, in: document.text), document.isDamaged, !document.isVerbatim(at: article.start) else {
        continue
      }
      proposals.delete(Span(article.start, words[k].start), .likely)
    }
  }

  private static let telling = WordSet("of who whom whose that which i we he she they you from in")
}
