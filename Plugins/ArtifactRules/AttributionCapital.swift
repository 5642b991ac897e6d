import Language
import TextModel

/// Gives the attribution behind a quotation its small letter back: `,” Said the mayor`, `”, She added`.
///
/// Behind a comma and a closing mark the sentence goes on, and neither a verb of saying nor a pronoun has a capital there.
public struct AttributionCapital: WordRule {
  public init() {}
  public let id = "attribution-capital"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("“We stopped”, She said.", "“We stopped”, she said."),
    RewriteExample("“We stopped,” Said the owner.", "“We stopped,” said the owner."),
  ]
  public let leavesAlone = ["“We stopped,” Sand said.", "“We stopped.” She said no more."]

  static let pronouns = WordSet(list: "capital-residue.pronouns")

  public let places = [
    WordTrigger(words: [CapitalContext.saying, Self.pronouns], shape: \.isCapitalized, gaps: [.other])
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 {
      let word = words[k]
      let end = words[k - 1].end
      guard
        (text.has(",” ", at: end) || text.has("”, ", at: end)) && word.start == end + 5
          || text.has(",\" ", at: end) && word.start == end + 3,
        let next = words.at(k + 1), next.gap == .space
      else { continue }
      if CapitalContext.saying.contains(word)
        || Self.pronouns.contains(word) && CapitalContext.saying.contains(next) && next.isLower
      {
        CapitalContext.lower(text, word, .safe, &proposals)
      }
    }
  }
}
