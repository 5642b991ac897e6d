import Language
import TextModel

/// Flags sentences that lack their subject, or have a relative clause for one: `Did not lack who recognized him.`, `Is faker that claims it.`,
/// `Who comes by car, lets it stand.`
///
/// Spanish, Italian and Greek leave the subject out, German and Dutch begin with the bare relative. No question mark ends such a sentence.
public struct StrayClause: WordRule {
  public init() {}
  public let id = "stray-clause"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "Who comes by car?", "Did he not come?", "Is it so.", "Who knows. They left.", "“Was it you,” he said.",
    "Has anyone seen it.",
  ]

  static let auxiliaries = WordSet(list: "stray-clause.auxiliaries")
  static let subjects = WordSet(list: "stray-clause.subjects")
  static let who = Lexicon.hash("who")
  static let asked = WordSet(list: "stray-clause.asked")

  public let places = [
    WordTrigger(
      words: [Self.auxiliaries, WordSet(hashes: [Self.who])], shape: \.isCapitalized, gaps: [.stop, .line, .other])
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    let text = document.text
    for k in places {
      guard let next = words.at(k + 1), next.gap == .space, next.isLower,
        words[k].gap != .other || text.has("“", at: words[k].start - 3),
        !document.isVerbatim(at: words[k].start)
      else { continue }
      var last = k + 1
      var comma = 0
      while last - k < 30, let word = words.at(last + 1),
        word.gap == .space || word.gap == .comma || word.gap == .hyphen
      {
        if word.gap == .comma, comma == 0 { comma = last + 1 }
        last += 1
      }
      guard last - k >= 3, text.has(".", at: words[last].end), !text.has("..", at: words[last].end),
        !text.has("…", at: words[last].end)
      else { continue }
      if words[k].hash == Self.who {
        let entry = Lexicon.entry(next.hash)
        guard comma > 0, !Self.asked.contains(next), entry.isKnown, words.at(comma).map({ $0.isLower }) == true,
          document.isDamaged
        else { continue }
        flag(Span(words[k].start, words[min(last, k + 9)].end), &proposals)
      } else {
        guard !Self.subjects.contains(next), !text.has("s", at: next.end - 1), comma == 0 || comma > k + 2,
          document.isDamaged
        else { continue }
        flag(Span(words[k].start, words[min(last, k + 6)].end), &proposals)
      }
    }
  }

  private func flag(_ span: Span, _ proposals: inout Proposals) {
    proposals.flag(span, label: "sentence-fragment", reason: "the sentence has no subject")
  }
}
