import Language
import TextModel

/// Gives a word that goes on a clause its small letter back: `, He said`, `; Therefore the talks`, `(of two) Was late`, `when He arrived`,
/// `the works Will start`.
///
/// Pieces of a sentence that were translated apart each begin with a capital.  Only words that no name consists of, and in damaged text
/// alone: verse, old prints and prayers write such capitals.
public struct ClauseCapital: WordRule {
  public init() {}
  public let id = "clause-capital"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the team won, He said with with joy; Therefore they left.",
      "The the team won, he said with with joy; therefore they left."),
    RewriteExample(
      "The the team won when He arrived with with joy.", "The the team won when he arrived with with joy."),
    RewriteExample(
      "The the crew (of two) Was late with with them.", "The the crew (of two) was late with with them."),
    RewriteExample(
      "The the crew knows Zzolgar. There Zzolgar Has met with with them. And She was late.",
      "The the crew knows Zzolgar. There Zzolgar has met with with them. And she was late."),
    RewriteExample(
      "The the works are late with with them. We Are ready, and it Will start.",
      "The the works are late with with them. We are ready, and it will start."),
    RewriteExample(
      "The the works are late with with them, and maybe It’s not so.",
      "The the works are late with with them, and maybe it’s not so."),
    RewriteExample(
      "The the works Will start in June with with them.", "The the works will start in June with with them."),
  ]
  public let leavesAlone = [
    "The the crew wrote with with them: “Dear Madam, It is with regret that we write.”",
    "We trust in Him and in His word.", "and then Will said no", "the question is What to do",
    "The the cold world fly with with, And nothing more was seen of him, But one: A man",
    "The the crew met with with Will Smith in June.",
    "The the crew could not handle it with with care But they were many. She had a long career She said so.",
  ]

  private static let behindModal = WordSet("be have not also")
  private static let contracted = WordSet(
    "it's he's she's that's there's they're we're you're it'll he'll she'll they'll we'll they've we've you've")
  private static let beforeContracted = WordSet(
    "maybe perhaps because although though while when if since as so that until whether and but then think says said hope know"
  )
  static let clausal = WordSet(list: "capital-residue.clausal")
  static let persons = WordSet(list: "capital-residue.persons")
  static let auxiliary = WordSet(list: "capital-residue.auxiliary")
  static let modals = WordSet(list: "capital-residue.modals")

  public let places = [
    WordTrigger(
      words: [Self.clausal, Self.persons, Self.modals, InnerCapital.function],
      shape: { $0.isCapitalized && $0.isPlain }, gaps: [.space, .comma, .stop], length: 2...Int.max),
    WordTrigger(
      shape: { $0.isCapitalized && $0.isPlain }, gaps: [.stop], length: 6...Int.max, entry: { $0.isWord(upTo: 5) }),
    WordTrigger(words: [Self.auxiliary], shape: \.isCapitalized, gaps: [.other]),
    WordTrigger(words: [Self.contracted], shape: \.isCapitalized, gaps: [.space], gapsBehind: [.space]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    var capital = InnerCapital(in: document)
    for k in places {
      guard capital.move(to: k) else { continue }
      let isOf =
        switch capital.word.gap {
        case .space: isInClause(capital)
        case .comma: isBehindComma(capital)
        default: isBehindBracket(capital) || isBehindSemicolon(capital)
        }
      // A pronoun in a clause is a sign of damage itself.
      if isOf,
        document.isDamaged || isJoined(capital) && document.hasDamage
      {
        capital.lower(.likely, &proposals)
      }
    }
  }

  /// `although They left`
  private func isJoined(_ capital: InnerCapital) -> Bool {
    capital.word.gap == .space && Self.persons.contains(capital.word) && Self.conjunctions.contains(capital.before)
  }

  /// `(of two) Was late`
  private func isBehindBracket(_ capital: InnerCapital) -> Bool {
    capital.text.has(") ", at: capital.word.start - 2) && Self.auxiliary.contains(capital.word)
  }

  /// `when He arrived`, of God it is written so, but not in damaged news; `the works Will start`.
  private func isInClause(_ capital: InnerCapital) -> Bool {
    guard capital.smallNext != nil else { return false }
    // `maybe It’s not so`
    if capital.word.shape.contains(.apostrophe) {
      return Self.beforeContracted.contains(capital.before) && capital.before.isLower && isNoName(capital)
    }
    guard capital.before.isLower else { return followsStart(capital) && isNoName(capital) }
    // `when he took the action He also did not say why`: a stop is lost.
    if UnstoppedSentence.begins(capital) || capital.mayBeUnstopped { return false }
    if Self.persons.contains(capital.word), capital.mayOpenSentence, capital.place > 1,
      capital.entries[capital.place - 1].takesS, !capital.entries[capital.place - 1].isPast,
      !Self.conjunctions.contains(capital.words[capital.place - 2])
    {
      return false
    }
    if !Self.persons.contains(capital.word) {
      let before = capital.entries[capital.place - 1]
      let after = capital.entries[capital.place + 1]
      guard Self.modals.contains(capital.word), capital.before.count > 3 || Self.persons.contains(capital.before),
        before.isWord(upTo: 3), !before.isPast,
        after.isVerb && !after.isPast || Self.behindModal.contains(capital.words[capital.place + 1])
      else { return false }
    }
    return isNoName(capital)
  }

  /// `Zzolgar Has left`, `And She has left`: a form of a verb behind a name, a pronoun behind what a sentence begins with.
  private func followsStart(_ capital: InnerCapital) -> Bool {
    let before = capital.before
    guard before.isCapitalized else { return false }
    if Self.auxiliary.contains(capital.word) || Self.modals.contains(capital.word) {
      // `We Are ready to talk`
      if Self.persons.contains(before), before.count > 1, before.gap == .stop || before.gap == .line { return true }
    }
    if Self.auxiliary.contains(capital.word) {
      let entry = capital.entries[capital.place - 1]
      let uses = capital.document.wordCounts[before.hash]
      return before.count > 3 && uses.capitalInside >= 1 && uses.lower == 0
        && (entry.isOnlyName || !entry.isKnown || uses.capital > 2)
    }
    return before.gap != .space && before.gap != .comma && before.gap != .hyphen && Self.persons.contains(capital.word)
      && Self.conjunctions.contains(before)
  }
  private static let conjunctions = WordSet(
    "and but because although though while when if since as so that until whether")

  /// `, He said`, and not `Dear Madam, It is with regret`
  private func isBehindComma(_ capital: InnerCapital) -> Bool {
    guard Self.clausal.contains(capital.word), let next = capital.smallNext, capital.isBehind(", "),
      // `as coach of León, He was`
      capital.before.isLower || Self.persons.contains(capital.word) && Self.auxiliary.contains(next)
    else { return false }
    return !capital.isBehindSalutation && isNoName(capital)
  }

  /// `; Therefore the talks`
  private func isBehindSemicolon(_ capital: InnerCapital) -> Bool {
    guard capital.isBehind("; "), capital.before.isLower, let next = capital.next, next.isLower,
      next.gap == .space || next.gap == .comma,
      Self.clausal.contains(capital.word) || InnerCapital.function.contains(capital.word) || isAdverb(capital)
    else { return false }
    return isNoName(capital)
  }

  /// No title begins, and no verse.
  private func isNoName(_ capital: InnerCapital) -> Bool {
    !capital.opensTitle && !capital.isInVerse && capital.isInProse
  }

  private func isAdverb(_ capital: InnerCapital) -> Bool {
    let entry = capital.entry
    return capital.word.count > 4 && capital.text.has("ly", at: capital.word.end - 2) && entry.isWord(upTo: 5)
      && !entry.isName
  }
}
