import Language
import TextModel

/// Deletes an opening quotation mark in the middle of a quotation that is open already.
///
/// Sentence by sentence, a translator opens the quotation again: `“The talks were long. “They will go on,” he said.`  The second
/// mark goes where the quotation closes only once and nobody is named as its speaker in between (then a closer is lost instead).
/// A mark that begins a paragraph inside a quotation is custom and stays.
public struct ReopenedQuotation: RewriteRule {
  public init() {}
  public let id = "reopened-quotation"
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]

  public let fixes = [
    RewriteExample(
      "“The talks were long. “They will go on,” he said.", "“The talks were long. They will go on,” he said."),
    RewriteExample(
      "He came . \"The talks were long. \"They will go on,\" he said of the the end.",
      "He came . \"The talks were long. They will go on,\" he said of the the end."),
  ]
  public let leavesAlone = [
    "“The talks were long.\n\n“They will go on,” he said.", "“The talks,” he said. “They will go on,” he said.",
    "“The talks were long, he said. “They will go on.”",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard let repair = QuotationRepair(document) else { return }
    let marks = repair.reading.marks
    for mark in marks where mark.role == .reopener && !mark.startsParagraph {
      guard isOpening(mark.glyph), mark.before == .space, mark.beyondBefore == .stop, mark.after.isWord else {
        continue
      }
      guard mark.margin >= 3, mark.partner >= 0, !document.isVerbatim(at: mark.start) else { continue }
      let opener = marks[Int(mark.partner)]
      // A straight mark may as well be the closer of what stands before: only the text around says more.
      if mark.glyph == .straightDouble { guard opener.partner >= 0, document.isDamaged else { continue } }
      guard opener.start < mark.start, !repair.hasAttribution(Span(opener.span.end, mark.start)) else { continue }
      proposals.delete(mark.span, .likely)
    }
  }

  private func isOpening(_ glyph: QuotationMark.Glyph) -> Bool {
    glyph == .leftDouble || glyph == .straightDouble || glyph == .lowDouble
  }
}
