import Language
import TextModel

/// Reduces an opening quotation mark that stands twice to one.
///
/// Where two pieces of a page are joined, each brings its mark: `““We stayed`, `""We stayed," he said`, `„“so warm”`.  One of the two
/// goes where the text closes the quotation once only.  Where both are closed again, one quotation begins in another and both stay.
public struct DoubledOpener: RewriteRule {
  public init() {}
  public let id = "doubled-opener"
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]

  public let fixes = [
    RewriteExample("““We stayed at home,” said Ash.", "“We stayed at home,” said Ash."),
    RewriteExample("“ “We stayed at home,” said Ash.", "“We stayed at home,” said Ash."),
    RewriteExample(
      "\"\"We stayed at the the home,\" said Ash of of it.", "\"We stayed at the the home,\" said Ash of of it."),
  ]
  public let leavesAlone = [
    "The the ““We stayed”” of of it” is over.", "“We stayed. “ “I mean, it is late,” said Ash.",
    "““We stayed,” was all she said,” he told us.",
    "\"\"We stayed\"\" at home", "x = \"\"\"We stayed\"\"\"",
    "“‘We stayed,’ she said,” he told us.", "He typed \"\" and left.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard let repair = QuotationRepair(document) else { return }
    let text = repair.text
    let marks = repair.reading.marks
    for k in marks.indices.dropFirst() {
      let first = marks[k - 1]
      let second = marks[k]
      guard second.start - first.span.end <= 1, isOpening(first.glyph), isOpening(second.glyph),
        first.glyph == second.glyph
          || second.glyph != .straightDouble
            && (first.glyph != .straightDouble || second.start == first.span.end),
        first.before == .edge || first.before == .space || first.before == .opening,
        second.after == .upper || second.after == .lower,
        second.start == first.span.end
          || text[first.span.end] == 0x20 && first.glyph != .straightDouble
            && first.beyondBefore != .stop && first.beyondBefore != .comma,
        k < 2 || marks[k - 2].span.end < first.start
      else { continue }
      // One of the two pairs with a closer, or none does; and no closer stands doubled too.
      let ends = [first, second].map { partner(of: $0, marks, text) }
      if ends[0] >= 0, ends[1] >= 0, abs(ends[0] - ends[1]) == 1, second.start == first.span.end,
        marks[min(ends[0], ends[1])].span.end == marks[max(ends[0], ends[1])].start, first.glyph != .straightDouble,
        document.isDamaged, !document.isVerbatim(at: first.start)
      {
        // `““so””`
        proposals.together {
          $0.delete(first.span, .likely)
          $0.delete(marks[max(ends[0], ends[1])].span, .likely)
        }
        continue
      }
      guard ends[0] < 0 || ends[1] < 0 else { continue }
      let closer = max(ends[0], ends[1])
      if closer > 0, closer + 1 < marks.count, marks[closer + 1].start == marks[closer].span.end { continue }
      guard first.glyph != .straightDouble || closer > 0 && document.isDamaged, !document.isVerbatim(at: first.start)
      else { continue }
      proposals.delete(Span(first.start, second.start), .likely)
    }
  }

  /// The closer of a mark in its own line, -1 where it has none.
  private func partner(of mark: QuotationMark, _ marks: [QuotationMark], _ text: Text) -> Int {
    guard mark.partner >= 0 else { return -1 }
    let closer = marks[Int(mark.partner)]
    guard closer.start > mark.start else { return -1 }
    return text[Span(mark.start, closer.start)].contains(0x0A) ? -1 : Int(mark.partner)
  }

  private func isOpening(_ glyph: QuotationMark.Glyph) -> Bool {
    glyph == .leftDouble || glyph == .straightDouble || glyph == .lowDouble || glyph == .leftAngle
  }
}
