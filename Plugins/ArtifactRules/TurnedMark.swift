import Language
import TextModel

/// Turns a quotation mark that points the wrong way, and sets it where it belongs.
///
/// The text’s marks are read as a whole (`QuotationMarks`); where one closes what stands open and yet is written as an opener,
/// or the other way round, it is written as what it is: `the situation. “` → `the situation.”`, `a friend ” without equal “ and`
/// → `a friend “without equal” and`.  The spaces on its wrong side go with it.  Other customs (`„so“`, `»so«`, `”so”`) are read
/// as what they are and stay.
public struct TurnedMark: RewriteRule {
  public init() {}
  public let id = "turned-mark"
  public let trigger: ByteClasses? = .nonASCII

  public let fixes = [
    RewriteExample("It was meant “to calm the crowd. “\n\nHe left.", "It was meant “to calm the crowd.”\n\nHe left."),
    RewriteExample("It was a life ” without any fear “ and went on.", "It was a life “without any fear” and went on."),
    RewriteExample("It was ”a long day” and he said “no more”.", "It was “a long day” and he said “no more”."),
    RewriteExample("He said “no more“ and left.", "He said “no more” and left."),
  ]
  public let leavesAlone = [
    "Er sagte „nein“ und ging.", "Han sade ”nej” och gick.", "»Nein«, sagte er.", "“Go.”\n\n“No.”",
    "“One.\n\n“Two.”", "’Tis so, and ’twas.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard let repair = QuotationRepair(document) else { return }
    for mark in repair.reading.marks where mark.role == .closer || mark.role == .opener {
      let closing = mark.role == .closer
      guard mark.glyph == (closing ? .leftDouble : .rightDouble), mark.span.count == 3 else { continue }
      guard let confidence = confidence(repair, mark, closing), !document.isVerbatim(at: mark.start) else { continue }
      let glyph = repair.glyph(for: mark, closing: closing)
      guard glyph != mark.glyph else { continue }
      let (span, bytes) = repair.setting(mark, as: glyph, closing: closing)
      proposals.replace(span, with: bytes, confidence)
    }
  }

  private func confidence(_ repair: QuotationRepair, _ mark: QuotationMark, _ closing: Bool) -> Confidence? {
    if mark.partner >= 0 {
      let other = repair.reading.marks[Int(mark.partner)]
      let opener = closing ? other : mark
      let closer = closing ? mark : other
      // A pair of another custom is what it should be.
      if repair.reading.isConsistent(opener: opener.glyph, closer: closer.glyph), opener.glyph != .rightDouble {
        return nil
      }
      if opener.glyph == .rightDouble, repair.reading.houseStyle.opener == .rightDouble { return nil }
      // Both turned, each with the space on its wrong side: they bear one another out.
      if opener.glyph == .rightDouble, closer.glyph == .leftDouble {
        return max(opener.margin, closer.margin) >= 4 ? .likely : nil
      }
      return QuotationRepair.confidence(mark.margin)
    }
    // Alone, only the end of a paragraph says enough; an opener that nothing closes may be a closer that wandered.
    guard closing else { return nil }
    return mark.after == .edge && mark.beyondBefore == .stop
      ? .likely : QuotationRepair.confidence(mark.margin)
  }
}
