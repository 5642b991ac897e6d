import Language
import TextModel

/// Puts a comma for the full stop behind what begins a sentence and is none: `In principle. a bank is free to say no.`
///
/// Spinners and translators of links end a sentence where they end a piece.  A preposition with its noun, or a clause that `when` or `because`
/// begins, cannot stand alone; where an article or pronoun in small letters goes on behind the stop, the two are one sentence.  In damaged
/// text that writes its sentences with capitals.
public struct StopForComma: WordRule {
  public init() {}
  public let id = "stop-for-comma"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the river rose with with the rain. In principle. a bank is free to say no.",
      "The the river rose with with the rain. In principle, a bank is free to say no."),
    RewriteExample(
      "The the river rose with with the rain. When the council met. the mayor had left.",
      "The the river rose with with the rain. When the council met, the mayor had left."),
  ]
  public let leavesAlone = [
    "The river rose with the rain. In principle. a bank is free to say no.",
    "The the river rose with with the rain. In the town we wait. the mayor has left.",
    "The the river rose with with the rain. At the inn of St. the man left. In vol. a of it, he left.",
    "In the the shop i saw him with with joy. he left. it rained. she came.",
  ]

  private static let goesOn = WordSet("the a an he she it they we his her its their this these there")
  private static let prepositions = WordSet(
    "in at on after before during according since for with without by under despite from until following among unlike due thanks behind between within"
  )
  private static let conjunctions = WordSet("when if although because while though unless whenever once")
  private static let finite = WordSet(
    "should must can could will would may might is are was were has have had does did do says said")
  private static let subjects = WordSet("i you he she it we they there who which that")

  public let places = [
    WordTrigger(words: [Self.goesOn], shape: \.isLower, gaps: [.stop], gapsBehind: [.space])
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let text = document.text
    let words = document.words
    // Asked once, for it goes through the whole text.
    lazy var writesCapitals = StopInPhrase.writesCapitals(document)
    for k in places where k > 1 {
      let end = words[k - 1].end
      guard text.has(". ", at: end), words[k].start == end + 2, words[k - 1].isLower || words[k - 1].isCapitalized,
        words[k - 1].count > 2,
        words[k - 1].count > 3 || document.wordEntries[k - 1].isWord(upTo: 4),
        !ProseWords.isAbbreviation(text, words[k - 1].span), opens(document, words, k), document.isDamaged,
        writesCapitals, !document.isVerbatim(at: end)
      else { continue }
      proposals.replace(Span(end, end + 1), with: ",", .likely)
    }
  }

  /// Whether the sentence before is only the beginning of one.
  private func opens(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    var j = k - 1
    var commas = 0
    var verbs = 0
    while j > 0, k - j < 16 {
      switch words[j].gap {
      case .space, .hyphen: break
      case .comma: commas += 1
      case .stop, .line: return begins(words, j, k, commas: commas, verbs: verbs)
      default: return false
      }
      let entry = document.wordEntries[j]
      if Self.finite.contains(words[j]) || entry.isPast && words[j].isLower { verbs += 1 }
      if Self.subjects.contains(words[j]) { verbs += 1 }
      j -= 1
    }
    return j == 0 && begins(words, 0, k, commas: commas, verbs: verbs)
  }

  private func begins(_ words: [Word], _ j: Int, _ k: Int, commas: Int, verbs: Int) -> Bool {
    guard words[j].isCapitalized, k - j >= 2 else { return false }
    if Self.prepositions.contains(words[j]) { return verbs == 0 && commas < 2 }
    let first = words[j + 1]
    return Self.conjunctions.contains(words[j]) && commas == 0 && k - j >= 3
      && (first.isCapitalized || Self.subjects.contains(first) || Self.goesOn.contains(first))
  }
}
