import Language
import TextModel

/// Sets the spaces round a quotation mark right: one outside, none inside.
///
/// Tags that stood between mark and word are gone and took the space along (`the talks”he said`), or left one behind (`“ the
/// talks ”`).  What a mark is, is read from the whole text, so straight marks are set right too.  The spaces of French marks, and
/// narrow ones between nested marks, stay.
public struct QuotationSpacing: RewriteRule {
  public init() {}
  public let id = "quotation-spacing"
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]

  public let fixes = [
    RewriteExample("“We go on with the talks”he said.", "“We go on with the talks” he said."),
    RewriteExample(
      "Ash, who called her of of it “a cheat”From his house, left with the the rest.",
      "Ash, who called her of of it “a cheat” from his house, left with the the rest."),
    RewriteExample("He said “ we go on ” and left.", "He said “we go on” and left."),
    RewriteExample("He spoke of \" a long day \" and left.", "He spoke of \"a long day\" and left."),
    RewriteExample("They speak of“a long day” and left.", "They speak of “a long day” and left."),
    RewriteExample("They speak of a“long day” and left.", "They speak of a “long day” and left."),
    RewriteExample("He said“we go on” and left.", "He said “we go on” and left."),
    RewriteExample("“We go on,”he said. “We must.”", "“We go on,” he said. “We must.”"),
    RewriteExample(
      "He said:\"We go on with the the talks\" of of it.", "He said: \"We go on with the the talks\" of of it."),
    RewriteExample("“We had ten.”“Now we have one,” he said.", "“We had ten.” “Now we have one,” he said."),
    RewriteExample("He said, “We go on. ”The rest left.", "He said, “We go on.” The rest left."),
  ]
  public let leavesAlone = [
    "« Oui », dit-il.", "a 5\" pipe and a 6\" pipe", "“\u{200A}‘Go,’ he said.”", "say(\"x\")", "<a href=\"x\">y</a>",
    "“Go”—he left.",
    "the “s”s and “t”s", "un“able", "It is <b title=\" so it is\"> here.", "\"a\",\"b\",\"c\"", "“Go”-signs",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard let repair = QuotationRepair(document) else { return }
    let text = repair.text
    for mark in repair.reading.marks where mark.role == .closer || mark.role == .opener {
      let closing = mark.role == .closer
      guard mark.partner >= 0, isShaped(mark.glyph, closing) else { continue }
      // Nothing stands in `""`.
      let other = repair.reading.marks[Int(mark.partner)]
      if closing ? other.span.end == mark.start : mark.span.end == other.start { continue }
      // `""so"" and ""no""`: which of two that meet is which, the spaces tell better than the reading.
      if mark.glyph == .straightDouble, mark.before == .mark || mark.after == .mark { continue }
      let (span, bytes) = repair.setting(mark, as: mark.glyph, closing: closing)
      // `so.”“Now`: one quotation ends and the next begins.
      if !closing, mark.glyph == .leftDouble, mark.before == .mark, mark.start > 3, text.has("”", at: mark.start - 3),
        PunctuationMark.stops(text[mark.start - 4]), mark.margin >= 10, !document.isVerbatim(at: mark.start)
      {
        proposals.insert(" ", at: mark.start, .likely)
        continue
      }
      guard span.count != mark.span.count || bytes.count != mark.span.count else { continue }
      guard let confidence = QuotationRepair.confidence(mark.margin), isProse(repair, mark, closing) else { continue }
      guard !document.isVerbatim(at: mark.start) else { continue }
      // More than one space is a layout.
      guard mark.start - span.start <= 1, span.end - mark.span.end <= 1 else { continue }
      // Only the spaces are touched, so that other rules may still turn or replace the mark.
      if span.start < mark.start { proposals.delete(Span(span.start, mark.start), confidence) }
      if bytes.first == 0x20 { proposals.insert(" ", at: mark.start, confidence) }
      if bytes.last == 0x20 {
        // `a cheat”From his house`: the capital of a link, where no sentence ended.
        let word = text.letters(from: mark.span.end)
        if mark.before == .lower, mark.after == .upper, text.has(" ", at: word.end), document.isDamaged,
          StopInPhrase.prepositions.contains(Lexicon.hash(text.utf8, word.range))
        {
          proposals.replace(Span(word.start, word.start + 1), with: [0x20, text[word.start] | 0x20], .likely)
        } else {
          proposals.insert(" ", at: mark.span.end, confidence)
        }
      }
      if span.end > mark.span.end, !text.isLineEnd(span.end) {
        proposals.delete(Span(mark.span.end, span.end), confidence)
      }
    }
  }

  private static let small = WordSet("of to by in as is an on at or")

  /// Whether the glyph can have the role, so that turning it is not another rule’s business.
  private func isShaped(_ glyph: QuotationMark.Glyph, _ closing: Bool) -> Bool {
    switch glyph {
    case .straightDouble: true
    case .leftDouble: !closing
    case .rightDouble: closing
    default: false
    }
  }

  /// Whether words of prose stand on the far side: no endings (`“s”s`), no joints of code.
  private func isProse(_ repair: QuotationRepair, _ mark: QuotationMark, _ closing: Bool) -> Bool {
    let text = repair.text
    if closing {
      guard mark.after.isWord else { return true }
      let word = text.letters(from: mark.span.end)
      return word.count > 1 && mark.after != .digit
        || word.count == 1 && (text.has("a ", at: word.start) || text.isUpper(word.start))
    }
    // `He said:"We go on`, unlike `name:"x"`.
    if mark.before == .comma, mark.glyph == .straightDouble, text.has(":", at: mark.start - 1) {
      return mark.after == .upper && text.isLower(mark.start - 2) && mark.partner >= 0
        && repair.reading.marks[Int(mark.partner)].start - mark.start > 12 && repair.document.isDamaged
    }
    // A comma glued to a mark on both sides parts the cells of a table.
    if mark.before == .comma, mark.glyph == .straightDouble {
      return text.has(",", at: mark.start - 1) && text.isLower(mark.start - 2)
    }
    // `<a title=" so it is">`
    if mark.before == .other, mark.start > 0, text[mark.start - 1] == UInt8(ascii: "=") { return false }
    guard mark.before.isWord else { return true }
    let word = text.letters(before: mark.start)
    // The article; before a straight mark a letter may be code.
    if word.count == 1, mark.glyph == .leftDouble {
      return text[word.start] | 0x20 == UInt8(ascii: "a") && (word.start == 0 || text.has(" ", at: word.start - 1))
    }
    return word.count > 2 || word.count == 2 && Self.small.contains(Lexicon.hash(text.utf8, word.range))
  }
}
