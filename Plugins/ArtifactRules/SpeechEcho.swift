import Language
import TextModel

/// Deletes a verb of saying that was left over as a sentence of its own: `he said. estimated.`
///
/// French closes a quotation with its verb and the subject turned round (`a-t-il estimé`).  Translated piece by piece, `he said` comes of
/// the first part, and the verb itself stands behind a full stop.
public struct SpeechEcho: WordRule {
  public init() {}
  public let id = "speech-echo"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("“We must go on,” she said. stressed. The rest left.", "“We must go on,” she said. The rest left."),
    RewriteExample("“It rains”, says the coach. explains.", "“It rains”, says the coach."),
  ]
  public let leavesAlone = [
    "“We must go on,” she said. Stressed. The rest left.", "he said. stressed syllables", "It rained, they said. no.",
    "“I am tired,” she said, stressed.", "The bill passed. passed.",
  ]

  static let verbs = WordSet(
    """
    added admitted affirmed announced argued asked asserted assessed assured believed commented concluded confided confirmed considered
    continued declared emphasised emphasized estimated exclaimed explained explains indicated insisted insists joked judged lamented
    launched noted notes observed pointed promised quipped recalled recalls regretted regrets replied reported said specified stated
    stressed stresses summarised summarized thought underlined underlines warned warns wondered
    """)
  static let said = WordSet("said says")

  public let places = [WordTrigger(words: [Self.verbs], shape: \.isLower, gaps: [.stop])]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 {
      let verb = words[k]
      let end = words[k - 1].end
      guard verb.start == end + 2, text.has(". ", at: end), text.has(".", at: verb.end),
        text.isLineEnd(verb.end + 1) || text.has(" ", at: verb.end + 1), isSaid(text, words, k - 1),
        !document.isVerbatim(at: verb.start)
      else { continue }
      proposals.delete(Span(end, verb.end), .likely)
    }
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
