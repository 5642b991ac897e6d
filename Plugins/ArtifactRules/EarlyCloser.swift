import Language
import TextModel

/// Deletes a closing mark in the middle of a sentence that is closed once more at its end: `“We know what they will do.” when the
/// square is empty,” he said`.
///
/// Where a clause was moved behind its main clause, the mark, and the full stop with it, stay where the sentence ended before.  The
/// quotation must begin like a sentence, so that the end of it is not another one that lost its opener;
/// but for a list that is closed before its last word, `“men, women,” children”`.
public struct EarlyCloser: RewriteRule {
  public init() {}
  public let id = "early-closer"
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "“We know what they will do.” when the square is empty,” he said.",
      "“We know what they will do when the square is empty,” he said."),
    RewriteExample(
      "He said: “First I thought so. Then I thought”: not at all.”",
      "He said: “First I thought so. Then I thought: not at all.”"),
    RewriteExample(
      "They spoke of of the the dead, “men, women,” children”.",
      "They spoke of of the the dead, “men, women, children”."),
  ]
  public let leavesAlone = [
    "“We know,” he said. when the square is empty,” he said.",
    "He spoke of “a rule” and it is about the birds,” he said.",
    "“We know.” said the envoy when the square is empty,” he said.", "“We know.” The rest is old,” he said.",
    "They spoke of of the the dead, “men, women,” said he”.",
    "“We know what they will do,” when the square is empty.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs, let repair = QuotationRepair(document) else { return }
    let text = repair.text
    let marks = repair.reading.marks
    for missing in repair.reading.missing where !missing.isCloser && missing.mark > 1 {
      let last = marks[missing.mark]
      let early = marks[missing.mark - 1]
      guard last.role == .closer, early.role == .closer, early.partner == missing.mark - 2, early.depth == 0,
        isCurly(last.glyph) == isCurly(early.glyph)
      else { continue }
      let opener = marks[Int(early.partner)]
      if isInList(text, opener, early, last), document.isDamaged, !document.isVerbatim(at: early.start) {
        proposals.delete(early.span, .likely)
        continue
      }
      guard last.before == .comma || last.before == .stop, last.after == .space || last.after == .edge,
        last.start - early.start < 300
      else { continue }
      guard opener.after == .upper,
        opener.before == .edge || opener.beyondBefore == .stop || opener.beyondBefore == .comma,
        let span = misplaced(text, early), goesOn(repair, Span(early.span.end, last.start)),
        !document.isVerbatim(at: early.start)
      else { continue }
      proposals.delete(span, .likely)
    }
  }

  /// `“men, women,” children”`: a word or two behind a comma and a mark, and the mark once more.
  private func isInList(_ text: Text, _ opener: QuotationMark, _ early: QuotationMark, _ last: QuotationMark) -> Bool {
    guard opener.after == .lower, early.before == .comma, early.after == .space, last.before == .lower,
      text.isLower(early.span.end + 1), last.start - early.span.end < 24, early.start - opener.start < 120
    else { return false }
    let words = Span(early.span.end + 1, last.start)
    return text[words].allSatisfy { $0 == 0x20 || $0 &- 0x61 < 26 }
      && !SpeechWords.isSaying(text, text.letters(from: words.start))
      && !text[Span(opener.span.end, early.start)].contains { PunctuationMark.stops($0) }
  }

  private func isCurly(_ glyph: QuotationMark.Glyph) -> Bool { glyph != .straightDouble }

  /// The mark, with a full stop before it, where the sentence goes on behind it.
  private func misplaced(_ text: Text, _ mark: QuotationMark) -> Span? {
    if mark.after == .comma, text.has(": ", at: mark.span.end), mark.before == .lower { return mark.span }
    guard mark.after == .space, text.isLower(mark.span.end + 1) else { return nil }
    if mark.before == .stop, text.has(".", at: mark.start - 1), text.isLower(mark.start - 2) {
      return Span(mark.start - 1, mark.span.end)
    }
    let word = text.letters(from: mark.span.end + 1)
    return mark.before == .lower && Self.joints.contains(Lexicon.hash(text.utf8, word.range)) ? mark.span : nil
  }
  private static let joints = WordSet("when because if until while since although unless whether after before")

  /// Whether the stretch is one clause, and nobody is named as a speaker in it.
  private func goesOn(_ repair: QuotationRepair, _ stretch: Span) -> Bool {
    let text = repair.text
    for at in stretch.start..<max(stretch.start, stretch.end - 2) where PunctuationMark.stops(text[at]) {
      if text[at + 1] == 0x20, text.isCapital(at + 2) { return false }
    }
    return !text[stretch].contains(0x0A)
      && !repair.hasAttributedClause(Span(text.spaceEnd(from: stretch.start), stretch.end))
  }
}
