import Language
import TextModel

/// Flags verbs that do not report speech in English, where they follow a quotation: `”, assured the coach`, `” he launched`.
///
/// What journalists in French, Greek or Spanish write for `said` (`a lancé`, `a assuré`, `επισήμανε`) is translated word for word. A verb
/// between a quotation and its speaker, or behind both, that is not among those which English authors set there.
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
    "The album “Rain”, launched in May, sold well.", "“We will win,” the coach laughed.",
    "He called it “a mistake”, opened the door and left.",
  ]

  /// Verbs that need a person for an object, or an object of another kind, in any text.
  static let verbs = WordSet(list: "reporting-verb.verbs")
  /// Verbs, and forms that pass for verbs, which may stand there.
  static let fit = WordSet(list: "reporting-verb.fit")
  static let pronouns = WordSet(list: "reporting-verb.pronouns")
  static let subjects = WordSet(list: "reporting-verb.subjects")
  static let behind = WordSet(list: "reporting-verb.behind")
  /// `told AFP the spokesman`: the hearer stands behind these.
  static let hearers = WordSet(list: "reporting-verb.hearers")
  static let to = Lexicon.hash("to")

  public let places = [
    WordTrigger(words: [Self.verbs], shape: \.isLower, gaps: [.other, .space]),
    WordTrigger(shape: \.isLower, gaps: [.other], length: 4...14),
    WordTrigger(words: [Self.pronouns], shape: \.isLower, gaps: [.other]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 && words[k].gap == .other && isBehindQuotation(text, words, k) {
      let word = words[k]
      if Self.pronouns.contains(word) {
        guard let verb = words.at(k + 1), verb.gap == .space, verb.isLower,
          isStrange(document, verb, behind: words[k - 1].end),
          let next = words.at(k + 2)
        else { continue }
        if Self.verbs.contains(verb), next.gap == .space, next.hash == Self.to {
          flag(Span(verb.start, next.end), &proposals)
        } else if next.gap == .stop || next.gap == .comma || next.gap == .line
          || next.gap == .space && Self.behind.contains(next)
        {
          flag(verb.span, &proposals)
        }
      } else if isStrange(document, word, behind: words[k - 1].end), let next = words.at(k + 1), next.gap == .space,
        Self.subjects.contains(next) || next.startsWithCapital && !Self.hearers.contains(word)
      {
        flag(word.span, &proposals)
      }
    }
  }

  /// Whether a word is a verb that reports no speech: known as one, or a form in -ed or -s of another verb where a comma says that the
  /// quotation is speech and no name or term.
  private func isStrange(_ document: Document, _ word: Word, behind end: Int) -> Bool {
    if Self.verbs.contains(word) { return true }
    if Self.fit.contains(word) || !(end..<word.start).contains(where: { document.utf8[$0] == UInt8(ascii: ",") }) {
      return false
    }
    let entry = Lexicon.entry(word.hash)
    let text = document.text
    guard entry.isWord(upTo: 4), !entry.isParticiple else { return false }
    var isVerb = entry.isPast
    if !isVerb, text.has("s", at: word.end - 1), !text.has("s", at: word.end - 2) {
      isVerb = Lexicon.entry(text.utf8, word.start..<(word.end - 1)).isVerb
      if !isVerb, text.has("es", at: word.end - 2) {
        isVerb = Lexicon.entry(text.utf8, word.start..<(word.end - 2)).isVerb
      }
    }
    return isVerb
  }

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
