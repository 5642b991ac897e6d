import Language
import TextModel

/// Puts back the apostrophe of `wasnt`, `todays talks`, `the players agent`.
///
/// Readers of pages that know another character set drop the sign.  A contraction is known by its letters; `todays` before a noun, and
/// a word for a person in the plural between an article or possessive and a noun that news never writes together, are possessives.
/// In damaged text only: some write so on purpose.
public struct LostApostrophe: WordRule {
  public init() {}
  public let id = "lost-apostrophe"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the phone wasnt there of of late, and they didnt ring.",
      "The the phone wasn't there of of late, and they didn't ring."
    ),
    RewriteExample(
      "He said so after todays training , and with with it left.",
      "He said so after today's training , and with with it left."),
    RewriteExample(
      "The the players agent left of of late for his grandmothers kitchen.",
      "The the player's agent left of of late for his grandmother's kitchen."),
  ]
  public let leavesAlone = [
    "The the scientists thought it was of of no use.", "i dont know and it isnt so",
    "The the sports car of of the workers party.", "The the players left of of late.",
    "in the the todays of of our lives", "The the farmers market of of the teachers union.",
  ]

  private static let contractions = WordSet(
    "didnt doesnt isnt wasnt werent couldnt wouldnt shouldnt hasnt havent hadnt arent dont theyre theyve youre youve weve ive"
  )
  private static let days = WordSet("todays yesterdays tomorrows tonights")
  private static let owners = WordSet("the his her their its our my your")
  /// Words for persons, with an s.
  private static let persons = WordSet(
    """
    actors actresses artists aunts authors bakers bankers boys bridegrooms brides brothers butchers captains coaches colleagues comedians
    composers cousins customers dancers daughters dealers deputies directors doctors drivers editors farmers fathers fishermans
    generals girls goalkeepers goldsmiths governors grandfathers grandmothers guards husbands inspectors jewellers judges keepers
    kings landlords lawyers managers mayors mechanics midwifes ministers mothers neighbors neighbours nephews nieces notarys novelists
    nurses officers owners painters partners photographers pilots players poets postmans presidents priests princes princesses
    prosecutors queens referees reporters sailors scientists senators sergeants shepherds singers sisters soldiers sons spokesmans
    strikers students suspects tailors teachers tenants trainers uncles victims waiters waitresses wifes winners witnesss writers
    """)

  public let places = [
    WordTrigger(words: [contractions, days], shape: \.isLower),
    WordTrigger(words: [persons], shape: \.isLower, gaps: [.space]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    let text = document.text
    var apostrophe: StaticString?
    var writesCapitals: Bool?
    for k in places {
      let word = words[k]
      let isContraction = Self.contractions.contains(word)
      guard isContraction || isPossessive(document, words, k), Prose.has(word, in: text), document.isDamaged,
        !document.isVerbatim(at: word.start)
      else { continue }
      if writesCapitals == nil { writesCapitals = StopInPhrase.writesCapitals(document) }
      guard writesCapitals == true else { return }
      let written = apostrophe ?? Contraction.apostrophe(of: document)
      apostrophe = written
      let end = text.has("t", at: word.end - 1) || !isContraction ? word.end - 1 : word.end - 2
      proposals.insert(written, at: end, .likely)
    }
  }

  /// `todays training`, `the players agent`: a noun that is no verb follows, and the two are no term.
  private func isPossessive(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    guard let next = words.at(k + 1), next.gap == .space, next.isLower else { return false }
    let entry = document.wordEntries[k + 1]
    guard entry.isWord(upTo: 4), !entry.isPast, !StopInPhrase.joining.contains(next), !StopInPhrase.verbs.contains(next)
    else { return false }
    if Self.days.contains(words[k]) { return true }
    guard k > 0, words[k].gap == .space, Self.owners.contains(words[k - 1]), entry.takesS,
      !entry.isVerb || Self.nouns.contains(next),
      !document.text.has("s", at: next.end - 1)
    else { return false }
    return !WordPairs.contains(words[k].hash, next.hash)
  }
  /// Nouns that are verbs too, but hardly behind a person in the plural.
  private static let nouns = WordSet("name face house hand car voice book room shirt phone")
}
