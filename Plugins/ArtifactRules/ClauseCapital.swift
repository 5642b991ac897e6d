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
      "The the works Will start in June with with them.", "The the works will start in June with with them."),
  ]
  public let leavesAlone = [
    "The the crew wrote with with them: “Dear Madam, It is with regret that we write.”",
    "We trust in Him and in His word.", "and then Will said no", "the question is What to do",
    "The the cold world fly with with, And nothing more was seen of him, But one: A man",
    "The the crew met with with Will Smith in June.",
  ]

  static let clausal = WordSet(list: "capital-residue.clausal")
  static let persons = WordSet(list: "capital-residue.persons")
  static let auxiliary = WordSet(list: "capital-residue.auxiliary")
  static let modals = WordSet(list: "capital-residue.modals")

  public let places = [
    WordTrigger(
      words: [Self.clausal, Self.persons, Self.modals, CapitalContext.function],
      shape: { $0.isCapitalized && $0.isPlain }, gaps: [.space, .comma, .stop], length: 2...Int.max),
    WordTrigger(
      shape: { $0.isCapitalized && $0.isPlain }, gaps: [.stop], length: 6...Int.max, entry: { $0.isWord(upTo: 5) }),
    WordTrigger(words: [Self.auxiliary], shape: \.isCapitalized, gaps: [.other]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 {
      let word = words[k]
      if word.gap == .other || word.gap == .stop || word.gap == .space, text.has(") ", at: word.start - 2) {
        if Self.auxiliary.contains(word), document.isDamaged { CapitalContext.lower(text, word, .likely, &proposals) }
        continue
      }
      if word.gap == .other || word.gap == .stop && !text.has("; ", at: words[k - 1].end) { continue }
      guard let next = words.at(k + 1), next.isLower, Prose.has(word, in: text),
        Prose.isEdge(text, before: words[k - 1].start),
        // `as coach of León, He was`
        words[k - 1].isLower || word.gap == .comma && Self.persons.contains(word) && Self.auxiliary.contains(next),
        next.gap == .space || next.gap == .comma && word.gap == .stop
      else { continue }
      if word.gap == .space ? isInClause(words, k) : isBehindClause(text, words, k), document.isDamaged {
        CapitalContext.lower(text, word, .likely, &proposals)
      }
    }
  }

  /// `when He arrived`, of God it is written so, but not in damaged news; `the works Will start`.
  private func isInClause(_ words: [Word], _ k: Int) -> Bool {
    guard CapitalContext.isNoTitle(words, k), !CapitalContext.isVerse(words, k) else { return false }
    if Self.persons.contains(words[k]) { return true }
    let before = Lexicon.entry(words[k - 1].hash)
    return Self.modals.contains(words[k]) && before.isWord(upTo: 3) && !before.isPast && words[k - 1].count > 3
      && Lexicon.entry(words[k + 1].hash).isVerb && !Lexicon.entry(words[k + 1].hash).isPast
  }

  /// `, He said`, `; Therefore the talks`: no name, and no quotation begins.
  private func isBehindClause(_ text: Text, _ words: [Word], _ k: Int) -> Bool {
    let word = words[k]
    let end = words[k - 1].end
    guard
      text.has(", ", at: end) && word.start == end + 2 && Self.clausal.contains(word)
        || text.has("; ", at: end) && word.start == end + 2
          && (Self.clausal.contains(word) || CapitalContext.function.contains(word) || isAdverb(text, word))
    else { return false }
    // `Dear Madam, It is with regret`
    if word.gap == .comma, CapitalContext.isBehindSalutation(words, k) { return false }
    return CapitalContext.isNoTitle(words, k) && !CapitalContext.isVerse(words, k)
  }

  private func isAdverb(_ text: Text, _ word: Word) -> Bool {
    let entry = Lexicon.entry(word.hash)
    return word.count > 4 && text.has("ly", at: word.end - 2) && entry.isWord(upTo: 5) && !entry.isName
  }
}
