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
    RewriteExample("\"\"We stayed at home,\" said Ash.", "\"We stayed at home,\" said Ash."),
  ]
  public let leavesAlone = [
    "““We stayed,” was all she said,” he told us.", "\"\"We stayed\"\" at home", "x = \"\"\"We stayed\"\"\"",
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
        first.glyph == second.glyph || first.glyph != .straightDouble && second.glyph != .straightDouble,
        first.before == .edge || first.before == .space || first.before == .opening,
        second.after == .upper || second.after == .lower,
        second.start == first.span.end || text[first.span.end] == 0x20,
        k < 2 || marks[k - 2].span.end < first.start
      else { continue }
      // One of the two pairs with a closer, or none does; and no closer stands doubled too.
      guard (first.partner < 0) != (second.partner < 0) || first.partner < 0 && second.partner < 0 else { continue }
      let closer = Int(max(first.partner, second.partner))
      if closer > 0, closer + 1 < marks.count, marks[closer + 1].start == marks[closer].span.end { continue }
      guard closer > 0 || first.glyph != .straightDouble, !document.isVerbatim(at: first.start) else { continue }
      proposals.delete(Span(first.start, second.start), .likely)
    }
  }

  private func isOpening(_ glyph: QuotationMark.Glyph) -> Bool {
    glyph == .leftDouble || glyph == .straightDouble || glyph == .lowDouble || glyph == .leftAngle
  }
}
