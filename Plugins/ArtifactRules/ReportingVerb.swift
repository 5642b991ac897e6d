import Language
import TextModel

/// Flags verbs that do not report speech in English, where they follow a quotation: `”, assured the coach`, `” he launched`.
///
/// What journalists in French, Greek or Spanish write for `said` (`a lancé`, `a assuré`, `επισήμανε`) is translated word for word.
public struct ReportingVerb: WordRule {
  public init() {}
  public let id = "reporting-verb"
  public let languages: LanguageScope = .only([.english])
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "“We will win,” said the coach.", "“We will win,” he assured them.",
    "The album “Rain”, launched in May, sold well.",
  ]

  /// Verbs that need a person for an object, or an object of another kind.
  static let verbs = WordSet(
    "assured launched ensured slipped tackled hammered advanced precised dropped judged specified deplored defended welcomed estimated reassured insured castigated thundered lambasted relativized relativised nuanced annotated synthesized apostrophized pointed"
  )
  static let pronouns = WordSet("he she they")
  static let subjects = WordSet("the a an mr mrs ms president minister")

  public let places = [WordTrigger(words: [Self.verbs], shape: \.isLower, gaps: [.other, .space])]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 {
      let word = words[k]
      if word.gap == .other, isBehindQuotation(text, words, k) {
        guard let next = words.at(k + 1), next.gap == .space, Self.subjects.contains(next) || next.startsWithCapital
        else { continue }
        flag(word.span, &proposals)
      } else if word.gap == .space, k >= 2, Self.pronouns.contains(words[k - 1]), isBehindQuotation(text, words, k - 1)
      {
        guard let next = words.at(k + 1) else { continue }
        if next.gap == .space, next.hash == Self.to {
          flag(Span(word.start, next.end), &proposals)
        } else if next.gap == .stop || next.gap == .comma || next.gap == .line {
          flag(word.span, &proposals)
        }
      }
    }
  }
  static let to = Lexicon.hash("to")

  private func flag(_ span: Span, _ proposals: inout Proposals) {
    proposals.flag(
      span, label: "mistranslated", reason: "the verb does not report speech in English", suggestion: "said")
  }

  /// Between this word and the one before there is a closing mark and at most a comma or a full stop and a space.
  private func isBehindQuotation(_ text: Text, _ words: [Word], _ k: Int) -> Bool {
    let start = words[k - 1].end
    let end = words[k].start
    guard end - start <= 8, end > start else { return false }
    var at = start
    var closes = false
    while at < end {
      let scalar = text.scalar(at: at)
      switch scalar {
      case "”", "\"", "»": closes = true
      case "“", "\n", "(", ".": return false
      default: break
      }
      at = text.index(after: at)
    }
    return closes
  }
}
