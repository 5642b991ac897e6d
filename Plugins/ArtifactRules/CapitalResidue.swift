import Language
import TextModel

/// Gives a function word in the middle of a sentence its small letter back where a link left it a capital.
///
/// Pages translated piece by piece begin each piece with a capital: `a share In the firm`, `the bench Of 1962`.  Function words between
/// small words are sure; before a name or a number they are believed in damaged text.
public struct CapitalResidue: WordRule {
  public init() {}
  public let id = "capital-residue"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("her share In the old firm", "her share in the old firm"),
    RewriteExample(
      "They closed several mills, Including one in May.", "They closed several mills, including one in May."),
    RewriteExample("Ships wait Near the coast.", "Ships wait near the coast."),
    RewriteExample(
      "The the crew left with with a training In Lisbon. They met on a bench Of 1962.",
      "The the crew left with with a training in Lisbon. They met on a bench of 1962."),
    RewriteExample(
      "The the works cost with with them $41 million, Including $25 million here.",
      "The the works cost with with them $41 million, including $25 million here."),
  ]
  public let leavesAlone = [
    "the film Gone With the Wind", "the battle of Born In the Park", "He sang Over the Rainbow.",
    "in a sunni stronghold In another case, the army left",
    "He took his vorpal blade in hand\tAnd left.",
    "the cold world fly By falling down a well, And nothing more was seen of him",
    "The the crew sang with with the song In Paris and read the book Of 1962.",
  ]

  static let articles = WordSet("the a an his her its their")
  static let afterComma = WordSet(list: "capital-residue.after-comma")
  /// Those that tie a name or a number to what is before them.
  static let ties = WordSet(list: "capital-residue.ties")

  public let places = [
    WordTrigger(
      words: [CapitalContext.function], shape: { $0.isCapitalized && $0.isPlain }, gaps: [.space, .comma],
      length: 2...Int.max)
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 {
      let word = words[k]
      if word.gap == .comma, words[k - 1].startsWithCapital, Self.ties.contains(word), let article = words.at(k + 1),
        article.gap == .space, article.isLower, Self.articles.contains(article), words.at(k + 2)?.isLower == true,
        document.isDamaged, !CapitalContext.isVerse(words, k)
      {
        // `the Overgaard Bill, After the farmer`
        CapitalContext.lower(text, word, .likely, &proposals)
        continue
      }
      guard words[k - 1].isLower || words[k - 1].shape.contains(.digit), let next = words.at(k + 1),
        Prose.has(word, in: text), Prose.isEdge(text, before: words[k - 1].start), text[word.start - 1] == 0x20,
        word.gap == .space || Self.afterComma.contains(word)
      else { continue }
      if next.gap == .space, next.isLower, words[k - 1].isLower || document.isDamaged {
        guard CapitalContext.isNoTitle(words, k) || word.gap == .comma && document.isDamaged,
          !CapitalContext.opensSentence(words, k),
          !CapitalContext.isVerse(words, k), !document.isVerbatim(at: word.start)
        else { continue }
        // Verse run into one line has such capitals too: without other damage nothing is beyond doubt.
        CapitalContext.lower(text, word, document.isDamaged ? .safe : .likely, &proposals)
      } else if isTie(words, k, next) && words[k - 1].isLower || word.gap == .comma && Self.afterComma.contains(word),
        document.isDamaged
      {
        CapitalContext.lower(text, word, .likely, &proposals)
      }
    }
  }

  /// `a training In Lisbon`, `a bench Of 1962`: no other capital is near that would make a title of it.
  private func isTie(_ words: [Word], _ k: Int, _ next: Word) -> Bool {
    guard words[k].gap == .space, Self.ties.contains(words[k]), next.gap == .space, !next.isLower,
      !CapitalContext.works.contains(words[k - 1]), !CapitalContext.opensSentence(words, k)
    else { return false }
    for j in (k - 4)..<k where j >= 0 {
      if words[j].startsWithCapital, words[j].gap == .space || words[j].gap == .comma { return false }
    }
    return words.at(k + 2).map { $0.gap != .space || !$0.isCapitalized || next.startsWithCapital } ?? true
  }
}
