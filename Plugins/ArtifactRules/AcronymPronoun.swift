import Language
import TextModel

/// Gives a pronoun its small letters back that was taken for a body or a country: `researchers WHO have worn it`, `told US that`.
///
/// Spinners and translators know `WHO` and `US` from headlines.  The pronoun stands where a name cannot, behind a noun or a name and
/// before a verb; only in damaged text that nowhere speaks of the body, or of what it does.
public struct AcronymPronoun: WordRule {
  public init() {}
  public let id = "acronym-pronoun"
  public let languages: LanguageScope = .only([.english])

  private static let damaged = "The the crew met with with them. "

  public let fixes = [
    RewriteExample(
      damaged + "The sailors WHO have seen it left.", damaged + "The sailors who have seen it left."),
    RewriteExample(
      damaged + "Nora Ash, a clerk at the port, WHO admits it, told US that it rained.",
      damaged + "Nora Ash, a clerk at the port, who admits it, told us that it rained."),
  ]
  public let leavesAlone = [
    "The sailors WHO have seen it left.",
    damaged + "In Geneva, WHO says that it is over. The WHO is a body for health.",
    damaged + "The virus is back, WHO has said.", damaged + "They told US officers that it rained.",
    damaged + "experts at WHO have said so",
  ]

  private static let who = WordSet("who")
  private static let us = WordSet("us")
  private static let finite = WordSet(
    """
    is are was were has have had can could will would may might must do does did want live work know say think need
    stole took saw came went made gave knew found left lost won fell held ran wrote told said paid bought sold kept led brought thought felt
    became began stood met got spoke
    """)
  /// In a text with one of these the acronym may be meant.
  private static let health = WordSet(
    "health virus vaccine vaccines disease diseases pandemic epidemic outbreak infection infections covid medical medicine doctors hospital"
  )
  private static let america = WordSet(
    "u.s u s american americans washington america military dollar dollars troops pentagon usa states")
  private static let tellers = WordSet("told tells tell let lets")
  private static let told = WordSet("that about how what why when all know see go have")
  private static let place = WordSet("at by from of in for to with the a an and or as on near via per")

  private static let openers = WordSet(
    "at by from of in for to with as on near via per after before since during until")

  public let places = [
    WordTrigger(
      words: [who, us], shape: { $0.rawValue & 0b1111 == 0b0011 }, gaps: [.space, .comma], length: 2...3)
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 {
      let word = words[k]
      guard Prose.has(word, in: text), isPronoun(document, words, k), document.isDamaged,
        !document.isVerbatim(at: word.start)
      else { continue }
      proposals.replace(word.span, with: text[word.span].map { $0 | 0x20 }, .likely)
    }
  }

  private func isPronoun(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let word = words[k]
    let before = words[k - 1]
    let next = words.at(k + 1)
    let isNamed = { (others: WordSet) in others.hashes.contains { document.wordCounts[$0].total > 0 } }
    if Self.who.contains(word) {
      guard let next, next.gap == .space, next.isLower,
        Self.finite.contains(next) || document.wordEntries[k + 1].isPast || isThird(document.text, next),
        !Self.place.contains(before),
        // `In May, WHO said`: behind a phrase that opens the sentence.
        word.gap == .space
          ? before.count > 2 && (before.isLower || before.isCapitalized && before.gap != .space)
          : !opensSentence(words, k)
      else { return false }
      return !isNamed(Self.health)
    }
    guard word.gap == .space, before.isLower, Self.tellers.contains(before), let next,
      next.gap == .stop || next.gap == .space && Self.told.contains(next)
    else { return false }
    return !isNamed(Self.america)
  }

  /// `admits`, `says`: the form of a verb in -s.
  private func isThird(_ text: Text, _ word: Word) -> Bool {
    text.has("s", at: word.end - 1) && word.count > 3 && Lexicon.entry(text.utf8, word.start..<(word.end - 1)).isVerb
  }

  /// Whether a sentence begins within some words before, with nothing but a short phrase.
  private func opensSentence(_ words: [Word], _ k: Int) -> Bool {
    for j in stride(from: k - 1, through: max(0, k - 5), by: -1) {
      if words[j].gap == .stop || words[j].gap == .line { return Self.openers.contains(words[j]) || j == k - 1 }
      if words[j].gap != .space { return false }
    }
    return false
  }
}
