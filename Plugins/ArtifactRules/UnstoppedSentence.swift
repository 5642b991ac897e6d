import Language
import TextModel

/// Puts in the full stop between two sentences of which only the second’s capital is left: `keep my word The ideals are high`.
///
/// Tags that ended a sentence, and spaces that a page makes of them, take the stop along.  The sentence before has a verb and ends in a noun or a
/// name; the one behind begins with a word that hardly stands in the midst of one, and its verb follows: `There are`, `It is`, `Today is`, `The
/// ideals are`.  What may be a clause without `which` (`the plan The council made`) stays.  In damaged text; it flags unless told otherwise, for a
/// heading that was run into its text looks the same.
public struct UnstoppedSentence: WordRule {
  public init() {}
  public let id = "unstopped-sentence"
  public let mode: PluginMode = .flag
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them and kept its word The ideals are high. He came from the town of Zzolgar There are old trees.",
      "The the crew met with with them and kept its word. The ideals are high. He came from the town of Zzolgar. There are old trees."
    ),
    RewriteExample(
      "The the crew met with with them and told its story Today is the day.",
      "The the crew met with with them and told its story. Today is the day."),
    RewriteExample(
      "The the crew met with with them when they had lost the match It was late.",
      "The the crew met with with them when they had lost the match. It was late."),
  ]
  public let leavesAlone = [
    "They kept their word The ideals are high.",
    "The the crew met with with them. The plan The council has made was of of it.",
    "The the crew read with with the paper The Guardian is a paper. The film The ideals are high was shown.",
    "The the crew met with with them in a house There is no other.",
  ]

  private static let openers = WordSet("there it they we the this these those today however meanwhile nobody everyone")
  private static let articles = WordSet("the this these those")
  private static let finite = WordSet("is are was were isn't aren't wasn't weren't will")
  private static let times = WordSet("today tomorrow yesterday tonight day days time times way")
  private static let after = WordSet("is are was were has have had will would can")

  public let places = [
    WordTrigger(words: [Self.openers], shape: \.isCapitalized, gaps: [.space], gapsBehind: [.space])
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    var capital = InnerCapital(in: document)
    for k in places {
      guard capital.move(to: k), Self.begins(capital), capital.isInProse, !capital.isInHeadline,
        !capital.isInVerse, document.isDamaged, !document.isVerbatim(at: capital.word.start)
      else { continue }
      proposals.insert(".", at: capital.before.end, .likely)
    }
  }

  /// Whether a sentence begins with a word, behind one that lost its stop.
  static func begins(_ capital: InnerCapital) -> Bool { opensClause(capital) && endsClause(capital) }

  /// A noun or a name, and a verb some words before it in the same sentence.
  private static func endsClause(_ capital: InnerCapital) -> Bool {
    let before = capital.before
    let entry = capital.entries[capital.place - 1]
    guard before.count > 2 else { return false }
    if before.isLower {
      guard capital.mayOpenSentence, entry.takesS || capital.text.has("s", at: before.end - 1), !entry.isPast,
        !times.contains(before),
        // `the film The ideals are`
        !articles.contains(capital.word)
          || !InnerCapital.works.contains(before) && !InnerCapital.naming.contains(before)
      else { return false }
    } else {
      guard before.isCapitalized, before.gap == .space,
        entry.isOnlyName || !entry.isKnown || capital.words[capital.place - 2].isCapitalized
      else { return false }
    }
    for j in stride(from: capital.place - 2, to: max(0, capital.place - 40), by: -1) {
      let word = capital.words[j]
      if word.gap == .stop || word.gap == .line { return false }
      if capital.place - j > 2, word.isLower,
        after.contains(word) || capital.entries[j].isPast || GluedName.verbs.contains(word)
          || StopInPhrase.verbs.contains(word)
      {
        return true
      }
    }
    return false
  }

  /// `There are`, `It was`, `The ideals are`
  private static func opensClause(_ capital: InnerCapital) -> Bool {
    guard let next = capital.smallNext else { return false }
    if articles.contains(capital.word) {
      // Behind a name stands what it is called: `Ash The bold is`.
      guard capital.before.isLower else { return false }
      for j in (capital.place + 1)...(capital.place + 3) {
        guard let word = capital.words.at(j), word.gap == .space, word.isLower else { return false }
        if finite.contains(word) { return j > capital.place + 1 || capital.word.hash != CapitalArticle.the }
        if InnerCapital.function.contains(word) { return false }
      }
      return false
    }
    return after.contains(next)
  }
}
