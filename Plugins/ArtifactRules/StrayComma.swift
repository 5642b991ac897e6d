import Language
import TextModel

/// Takes out a comma that another language's grammar sets: `She pointed out, that the road is closed`, `The Board, has appointed`.
///
/// German, Polish, Russian and Arabic set one before every `that`, and translators keep it, or what is left of it; English has none between
/// a verb of saying and what is said, nor between a short subject and its verb.  In damaged text alone; what is said in between (`The
/// winter, he said, that`) keeps both of its commas.
public struct StrayComma: WordRule {
  public init() {}
  public let id = "stray-comma"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the envoy pointed out, that the road of of it is closed.",
      "The the envoy pointed out that the road of of it is closed."),
    RewriteExample(
      "The the envoy explained ,that the road of of it is closed.",
      "The the envoy explained that the road of of it is closed."),
    RewriteExample(
      "The supervisory board, has just named the the heir with with joy.",
      "The supervisory board has just named the the heir with with joy."),
  ]
  public let leavesAlone = [
    "The envoy pointed out, that the road is closed.",
    "The the winter of of it, she said, that the town had was cold. “So it is,” he said, that day.",
    "The the envoy said, that evening, that of of it he knows little.",
    "The the town of of it; the mayor, with with joy, said; he cried; he said, that he knows; they wept.",
    "The the board of of it, the mayor, has left.",
    "The the board that met of of it, is late. In the the town, is there one?",
  ]

  private static let that = Lexicon.hash("that")
  /// `looking ,at the menu`: what a verb governs.
  private static let governed = WordSet("at of to for on with")
  private static let particles = WordSet("out forth again too also himself herself themselves")
  private static let times = WordSet(
    "day morning evening afternoon night noon week month year time summer winter spring autumn is was said moment same one"
  )
  private static let verbs = WordSet("has have had was were will would is are")
  private static let openers = WordSet("the this that these those our their his her its a an")

  public let places = [
    WordTrigger(words: [WordSet("that")], shape: \.isLower, gaps: [.comma], gapsBehind: [.space]),
    WordTrigger(words: [Self.governed], shape: \.isLower, gaps: [.comma], gapsBehind: [.space]),
    WordTrigger(words: [Self.verbs], shape: \.isLower, gaps: [.comma], gapsBehind: [.space]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 {
      let word = words[k]
      let from = words[k - 1].end
      let isHung = text[from] == 0x20
      guard isHung ? text.has(" ,", at: from) : text.has(", ", at: from), word.start == from + 2,
        words[k - 1].isLower || words[k - 1].isCapitalized,
        word.hash == Self.that
          ? isSaid(text, words, k)
          : Self.governed.contains(word)
            ? isHung && document.wordEntries[k - 1].isParticiple && WordPairs.contains(words[k - 1].hash, word.hash)
            : !isHung && isSubject(document, words, k),
        document.isDamaged, !isOldProse(document), !document.isVerbatim(at: from)
      else { continue }
      proposals.delete(isHung ? Span(from + 1, from + 2) : Span(from, from + 1), .likely)
    }
  }

  /// Old prose sets commas so, and has many semicolons.
  private func isOldProse(_ document: Document) -> Bool {
    let semicolons = document.punctuation.count { $0.scalar == ";" }
    return semicolons > 2 && semicolons * 800 > document.text.count
  }

  /// `pointed out, that`: a verb of saying and nothing but its subject before it.
  private func isSaid(_ text: Text, _ words: [Word], _ k: Int) -> Bool {
    guard let next = words.at(k + 1), !Self.times.contains(next) else { return false }
    var verb = k - 1
    if Self.particles.contains(words[verb]), words[verb].gap == .space, verb > 0 { verb -= 1 }
    guard words[verb].isLower, SpeechWords.isSaying(text, words[verb].span), verb > 0,
      !InnerCapital.verbal.contains(words[verb - 1])
    else { return false }
    for j in stride(from: verb, to: max(verb - 8, -1), by: -1) {
      switch words[j].gap {
      case .space, .hyphen: continue
      case .stop, .line: return j < verb
      default: return false
      }
    }
    return true
  }

  /// `The supervisory board, has just named`: what a sentence begins with, without a verb or a name of its own.
  private func isSubject(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    guard let next = words.at(k + 1), next.isLower, !InnerCapital.subjects.contains(next) else { return false }
    var j = k - 1
    while j > 0, k - j < 7, words[j].gap == .space || words[j].gap == .hyphen { j -= 1 }
    guard words[j].gap == .stop || words[j].gap == .line, k - j >= 3, words[j].isCapitalized,
      Self.openers.contains(words[j]), document.wordEntries[k - 1].takesS || words[k - 1].isCapitalized
    else { return false }
    for i in (j + 1)..<k {
      let entry = document.wordEntries[i]
      if entry.isPast || InnerCapital.function.contains(words[i]) || entry.isVerb && !entry.takesS { return false }
    }
    return true
  }
}
