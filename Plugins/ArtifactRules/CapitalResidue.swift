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
      "The the talks began with with them on Monday And ended in Lisbon On the coast.",
      "The the talks began with with them on Monday and ended in Lisbon on the coast."),
    RewriteExample(
      "The the crew left with with a training In Lisbon. They met on a bench Of 1962.",
      "The the crew left with with a training in Lisbon. They met on a bench of 1962."),
    RewriteExample(
      "The the works cost with with them $41 million, Including $25 million here.",
      "The the works cost with with them $41 million, including $25 million here."),
  ]
  public let leavesAlone = [
    "the film Gone With the Wind", "the battle of Born In the Park", "He sang Over the Rainbow.",
    "The the crew met with with high blood pressure There is no answer to it.",
    "in a sunni stronghold In another case, the army left",
    "He took his vorpal blade in hand\tAnd left.",
    "the cold world fly By falling down a well, And nothing more was seen of him",
    "The the crew sang with with the song In Paris and read the book Of 1962.",
  ]

  static let articles = WordSet("the a an his her its their")
  static let afterComma = WordSet(list: "capital-residue.after-comma")

  public let places = [
    WordTrigger(
      words: [InnerCapital.function], shape: { $0.isCapitalized && $0.isPlain }, gaps: [.space, .comma],
      length: 2...Int.max)
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    var capital = InnerCapital(in: document)
    for k in places {
      guard capital.move(to: k) else { continue }
      let isBehindComma = capital.word.gap == .comma
      if capital.opensExistence || capital.mayBeUnstopped { continue }
      if isBehindComma, opensPhrase(capital), document.isDamaged, !capital.isInVerse {
        capital.lower(.likely, &proposals)
        continue
      }
      // `on Monday And ended`: a name is before it that nothing in capitals goes on with.
      let follows = capital.before.isLower || isBehindName(capital)
      guard follows || capital.before.shape.contains(.digit),
        !isBehindComma || Self.afterComma.contains(capital.word), capital.isInProse
      else { continue }
      if capital.smallNext != nil, follows || document.isDamaged {
        guard !capital.opensTitle || isBehindComma && document.isDamaged, !capital.opensSentence, !capital.isInVerse,
          !document.isVerbatim(at: capital.word.start)
        else { continue }
        // Verse run into one line has such capitals too: without other damage nothing is beyond doubt.
        capital.lower(document.isDamaged ? .safe : .likely, &proposals)
      } else if isBehindComma || follows && isTie(capital), document.isDamaged {
        capital.lower(.likely, &proposals)
      }
    }
  }

  /// A day, a month, or what is only a name, with a small word before it.
  private func isBehindName(_ capital: InnerCapital) -> Bool {
    let before = capital.before
    guard capital.word.gap == .space, before.isCapitalized, before.gap == .space, capital.place > 1,
      capital.words[capital.place - 2].isLower || Self.joining.contains(capital.word), capital.smallNext != nil,
      RepeatedWord.calendar.contains(before) || capital.entries[capital.place - 1].isOnlyName
        || Self.joining.contains(capital.word) && !capital.entries[capital.place - 1].isKnown
    else { return false }
    return capital.document.isDamaged
  }

  /// What begins no sentence, behind a stop that is lost.
  private static let joining = WordSet("and of with by to from than which whose whom was is has had were are")

  /// `the Overgaard Bill, After the farmer`
  private func opensPhrase(_ capital: InnerCapital) -> Bool {
    guard capital.before.startsWithCapital, InnerCapital.ties.contains(capital.word), let article = capital.smallNext,
      Self.articles.contains(article)
    else { return false }
    return capital.words.at(capital.place + 2)?.isLower == true
  }

  /// `a training In Lisbon`, `a bench Of 1962`: no other capital is near that would make a title of it.
  private func isTie(_ capital: InnerCapital) -> Bool {
    guard InnerCapital.ties.contains(capital.word), let next = capital.next, next.gap == .space,
      !InnerCapital.works.contains(capital.before), !capital.opensSentence
    else { return false }
    let words = capital.words
    for j in max(0, capital.place - 4)..<capital.place
    where words[j].startsWithCapital && (words[j].gap == .space || words[j].gap == .comma) { return false }
    return words.at(capital.place + 2).map { $0.gap != .space || !$0.isCapitalized || next.startsWithCapital } ?? true
  }
}
