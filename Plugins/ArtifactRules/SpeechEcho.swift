import Language
import TextModel

/// Deletes a verb of saying that was left over as a sentence of its own: `he said. estimated.`
///
/// French closes a quotation with its verb and the subject turned round (`a-t-il estimé`).  Translated piece by piece, `he said` comes of
/// the first part, and the verb itself stands behind a full stop.  Turkish has the verb behind the quotation, and a translator that has put
/// one before it leaves the other there: `the minister said, “We go.” said.`  Languages that end their
/// sentences with the verb leave it behind as a sentence with a capital: `Felber said on Monday. Declared.`, `that they had met. Is.`
public struct SpeechEcho: WordRule {
  public init() {}
  public let id = "speech-echo"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("“We must go on,” she said. stressed. The rest left.", "“We must go on,” she said. The rest left."),
    RewriteExample("“It rains”, says the coach. explains.", "“It rains”, says the coach."),
    RewriteExample(
      "The minister said, “We go.” said. The rest left.", "The minister said, “We go.” The rest left."),
    RewriteExample(
      "The coach stated that: \"It rains\" stated.\nWe left.", "The coach stated that: \"It rains\".\nWe left."),
    RewriteExample(
      "The the envoy said of of it that they had met. Is. “It was late and dark,” Felber said. Said.",
      "The the envoy said of of it that they had met. “It was late and dark,” Felber said."),
  ]
  public let leavesAlone = [
    "“We must go on,” she said. Stressed. The rest left.", "he said. stressed syllables", "It rained, they said. no.",
    "“I am tired,” she said, stressed.", "The bill passed. passed.", "“We go.” said the minister.", "“We go.” said.",
    "He wrote “We go” and said.", "The minister said, “We go,” “We stay,” said.", "“said.", "said, “” said",
    "The the envoy was late of of it. Was. The rest: “I said no.” Said.", "He said so. Is. Was.",
  ]

  static let verbs = WordSet(
    """
    added admitted affirmed announced argued asked asserted assessed assured believed commented concluded confided confirmed considered
    continued declared emphasised emphasized estimated exclaimed explained explains indicated insisted insists joked judged lamented
    launched noted notes observed pointed promised quipped recalled recalls regretted regrets replied reported said specified stated
    stressed stresses summarised summarized thought underlined underlines warned warns wondered
    """)
  static let said = WordSet("said says")

  /// Verbs that are no sentence with a capital either.
  private static let left = WordSet("said declared stated announced is has")
  /// Those of them with which nobody plays.
  private static let told = WordSet("declared stated announced")

  public let places = [
    WordTrigger(words: [Self.verbs, Self.said], shape: \.isLower, gaps: [.stop, .other], gapsBehind: [.stop, .line]),
    WordTrigger(words: [Self.left], shape: \.isCapitalized, gaps: [.stop]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 {
      let verb = words[k]
      let end = words[k - 1].end
      if let echo = echoBehindQuotation(text, words, k), !document.isVerbatim(at: verb.start) {
        proposals.delete(echo, .likely)
        continue
      }
      guard verb.start == end + 2, text.has(". ", at: end), text.has(".", at: verb.end),
        text.isLineEnd(verb.end + 1) || text.has(" ", at: verb.end + 1),
        verb.isLower
          ? isSaid(text, words, k - 1) : isTold(words, k - 1) && (Self.told.contains(verb) || document.isDamaged),
        !document.isVerbatim(at: verb.start)
      else { continue }
      proposals.delete(Span(end, verb.end), .likely)
    }
  }

  /// The verb that stands alone behind a quotation which a verb of saying introduces, with the space before it, and with its full stop where
  /// the quotation has one.
  private func echoBehindQuotation(_ text: Text, _ words: [Word], _ k: Int) -> Span? {
    let verb = words[k]
    let hasStop = text.has(".", at: verb.end)
    guard text.isLineEnd(verb.end + (hasStop ? 1 : 0)) || hasStop && text.has(" ", at: verb.end + 1) else { return nil }
    let end = text.has(" ", at: verb.start - 1) ? verb.start - 1 : verb.start
    let isCurly = text.has("”", at: end - 3)
    guard isCurly || text.has("\"", at: end - 1) else { return nil }
    let inner = isCurly ? end - 3 : end - 1
    guard inner > 0, let opener = opener(text, before: inner, isCurly: isCurly) else { return nil }
    var first = k - 1
    while first >= 0, words[first].start > opener { first -= 1 }
    guard first >= 0, first < k - 1 else { return nil }
    let introducing = words[first].hash == Self.that && first > 0 ? first - 1 : first
    guard Self.said.contains(words[introducing]) || SpeechWords.isSaying(text, words[introducing].span),
      text[Span(words[first].end, opener)].allSatisfy({
        $0 == 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":")
      })
    else { return nil }
    return Span(end, PunctuationMark.stops(text[inner - 1]) && hasStop ? verb.end + 1 : verb.end)
  }
  private static let that = Lexicon.hash("that")

  /// The mark that opens the quotation that ends at an offset, in the same line and not far off.
  private func opener(_ text: Text, before end: Int, isCurly: Bool) -> Int? {
    var at = end - 1
    while at >= 0, end - at < 1200, text[at] != 0x0A {
      if !isCurly, text[at] == 0x22 { return at }
      if isCurly, text[at] == 0xE2 {
        if text.has("“", at: at) { return at }
        if text.has("”", at: at) { return nil }
      }
      at -= 1
    }
    return nil
  }

  /// Whether somebody said or did something in the sentence of six words or more that ends at `last`.
  private func isTold(_ words: [Word], _ last: Int) -> Bool {
    guard last >= 5 else { return false }
    var hasVerb = false
    for k in stride(from: last, through: max(0, last - 60), by: -1) {
      if Self.said.contains(words[k]) || SpeechEcho.verbs.contains(words[k]) || LowercaseStart.isFinite(words[k]) {
        hasVerb = true
      }
      if words[k].gap == .stop || words[k].gap == .line { return hasVerb && last - k >= 5 }
    }
    return hasVerb
  }

  /// `she said`, `said the coach`: within the three words that end at `last`, in one clause.
  private func isSaid(_ text: Text, _ words: [Word], _ last: Int) -> Bool {
    for k in stride(from: last, through: max(0, last - 3), by: -1) {
      if Self.said.contains(words[k]) { return true }
      if words[k].gap != .space { return false }
    }
    return false
  }
}
