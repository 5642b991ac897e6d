import Language
import TextModel

/// Writes an apostrophe where another sign stands for it: `the company´s`, `don`t`, `doesn?t`, `we"re`.
///
/// Keyboards, character sets and translators put an accent, a backtick, a prime, a quotation mark, a question mark or the
/// replacement character where an apostrophe was. Between a word and an ending that only an apostrophe joins to it, it is one. A
/// quotation mark counts only where the reading of all marks has no better use for it.
public struct WrongApostrophe: WordRule {
  public init() {}
  public let id = "wrong-apostrophe"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("The company´s plan didn´t work.", "The company's plan didn't work."),
    RewriteExample("It isn`t the council`s plan.", "It isn't the council's plan."),
    RewriteExample("It doesn?t matter what Canada?s envoy said.", "It doesn't matter what Canada's envoy said."),
    RewriteExample("“We\"re ready,” he said; they’re not.", "“We’re ready,” he said; they’re not."),
    RewriteExample("They\u{FFFD}re late and it’s dark.", "They’re late and it’s dark."),
    RewriteExample("The city‘s council; the town’s mayor.", "The city’s council; the town’s mayor."),
  ]
  public let leavesAlone = [
    "the `Int`s of it", "see /find?s=1", "the “Times”s editor", "the \"Times\"s editor",
    "Hawai‘i",
    "5\"s", "grep `s`", "a 6″ d", "is it x?t", "“so”s", "What? s",
  ]

  public let places = [
    WordTrigger(
      words: [WordSet("s t d m re ve ll")], shape: \.isLower, gaps: [.stop, .other], length: 1...2)
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    // Asked for once: to count the apostrophes of the text for each repair would be quadratic.
    var apostrophe: StaticString?
    for k in places where k > 0 {
      let word = words[k - 1]
      let sign = Span(word.end, words[k].start)
      guard word.shape.isPlain, word.shape.contains(.lower) || word.count == 1,
        let confidence = confidence(document, sign),
        Contraction.joins(text, word.span, words[k].span), Prose.isEdge(text, before: word.start),
        Prose.isEdge(text, after: words[k].end), !document.isVerbatim(at: sign.start)
      else { continue }
      let written = apostrophe ?? Contraction.apostrophe(of: document)
      apostrophe = written
      proposals.replace(sign, with: written, confidence)
    }
  }

  /// How sure a sign between a word and an ending is an apostrophe; nil where it is none that stands for one.
  private func confidence(_ document: Document, _ sign: Span) -> Confidence? {
    let text = document.text
    switch sign.count {
    case 1:
      if text[sign.start] == UInt8(ascii: "`") { return .safe }
      if text[sign.start] == UInt8(ascii: "?") { return .likely }
      return text[sign.start] == UInt8(ascii: "\"") ? asMark(document, sign) : nil
    case 2: return text.has("´", at: sign.start) ? .safe : nil
    case 3:
      if text.has("‘", at: sign.start) || text.has("′", at: sign.start) { return .safe }
      if text.has("\u{FFFD}", at: sign.start) { return .safe }
      return text.has("“", at: sign.start) || text.has("”", at: sign.start) ? asMark(document, sign) : nil
    default: return nil
    }
  }

  private func asMark(_ document: Document, _ sign: Span) -> Confidence? {
    guard let mark = QuotationRepair(all: document).mark(at: sign.start) else { return nil }
    return mark.role == .apostrophe && mark.margin >= 10 ? .likely : nil
  }
}
