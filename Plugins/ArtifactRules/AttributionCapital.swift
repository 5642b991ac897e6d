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
    RewriteExample(
      "He added that “The news of of it is for the the men.”", "He added that “the news of of it is for the the men.”"),
    RewriteExample("“We stopped,” The old owner said.", "“We stopped,” the old owner said."),
    RewriteExample("“We stopped,” Ana Zander Jokes.", "“We stopped,” Ana Zander jokes."),
  ]
  public let leavesAlone = [
    "“We stopped,” Sand said.", "“We stopped.” She said no more.", "“We stopped,” The Hague said.",
  ]

  static let pronouns = WordSet(list: "capital-residue.pronouns")
  private static let the = Lexicon.hash("the")
  private static let that = Lexicon.hash("that")

  public let places = [
    WordTrigger(shape: \.startsWithCapital, gaps: [.other], length: 2...Int.max)
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 {
      let word = words[k]
      let end = words[k - 1].end
      // `added that “The news of it is`
      if words[k - 1].hash == Self.that, word.start == end + 4, text.has(" “", at: end), word.isCapitalized,
        word.hash == Self.the || Self.pronouns.contains(word) && word.count > 1,
        let next = words.at(k + 1), next.gap == .space, next.isLower, document.isDamaged
      {
        InnerCapital.lower(text, word, .likely, &proposals)
        continue
      }
      guard
        (text.has(",” ", at: end) || text.has("”, ", at: end)) && word.start == end + 5
          || text.has(",\" ", at: end) && word.start == end + 3,
        let next = words.at(k + 1)
      else { continue }
      if word.hash == Self.the {
        // `,” The sergeant in charge said`
        if next.gap == .space, next.isLower, QuotationRepair.attributionEnd(text, from: word.start) != nil {
          InnerCapital.lower(text, word, .likely, &proposals)
        }
        continue
      }
      if !InnerCapital.saying.contains(word), !Self.pronouns.contains(word) {
        proposeBehindName(document, words, k, &proposals)
        continue
      }
      guard next.gap == .space else { continue }
      if InnerCapital.saying.contains(word)
        || Self.pronouns.contains(word) && InnerCapital.saying.contains(next) && next.isLower
      {
        InnerCapital.lower(text, word, .safe, &proposals)
      }
    }
  }

  /// `,” Belova Jokes.`: behind the name, or title and name, of the speaker.
  private func proposeBehindName(_ document: Document, _ words: [Word], _ k: Int, _ proposals: inout Proposals) {
    for j in (k + 1)...(k + 3) {
      guard let verb = words.at(j), verb.gap == .space, verb.startsWithCapital else { return }
      let classes = SpeechWords.shared.classes(verb.hash)
      guard verb.isCapitalized, classes.contains(.speech), classes.isDisjoint(with: [.base, .ing]),
        !Lexicon.entry(verb.hash).isName,
        words.at(j + 1).map({ $0.gap == .stop || !$0.startsWithCapital && !classes.contains(.noun) }) ?? true
      else { continue }
      InnerCapital.lower(document.text, verb, .likely, &proposals)
      return
    }
  }
}
