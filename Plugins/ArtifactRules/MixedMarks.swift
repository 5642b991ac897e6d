import Language
import TextModel

/// Gives a quotation mark of another language the shape of the text’s own.
///
/// Translation keeps the marks of the source here and there: `“with one voice»`, and in an English text whose marks are `“…”` a
/// pair `«…»` or `„…“`.  Where a pair mixes two customs the stranger is replaced; whole pairs of another custom only in English text
/// that otherwise keeps to its own.
public struct MixedMarks: RewriteRule {
  public init() {}
  public let id = "mixed-marks"
  public let trigger: ByteClasses? = .nonASCII

  public let fixes = [
    RewriteExample(
      "They spoke “with one voice». “And so do we,” he said.", "They spoke “with one voice”. “And so do we,” he said."),
    RewriteExample(
      "“We know,” he said. «It was long ago.» “And over,” she said. “Yes,” he said.",
      "“We know,” he said. “It was long ago.” “And over,” she said. “Yes,” he said."),
    RewriteExample(
      "He called it „a long day” and said “no more” and “not yet”.",
      "He called it “a long day” and said “no more” and “not yet”."),
  ]
  public let leavesAlone = [
    "« Oui », dit-il, « c’est le livre “Un jour” qui le dit. »", "Er sagte: „Das Wort «nein» ist kurz.“",
    "«No», he said, «no.»",
    "He said \"no\" and “yes”.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard let repair = QuotationRepair(document) else { return }
    let reading = repair.reading
    let house = reading.houseStyle
    guard house.opener == .leftDouble || house.opener == .straightDouble else { return }
    let isEnglish = document.language == .english
    lazy var keepsToItsOwn = countOwnPairs(reading) > strangePairs(reading)
    for mark in reading.marks where mark.role == .closer || mark.role == .opener {
      guard isStrange(mark.glyph), mark.depth == 0 else { continue }
      let closing = mark.role == .closer
      if mark.partner >= 0 {
        let other = reading.marks[Int(mark.partner)]
        let isPair = reading.isConsistent(
          opener: closing ? other.glyph : mark.glyph, closer: closing ? mark.glyph : other.glyph)
        if isPair || isStrange(other.glyph) {
          guard isEnglish, keepsToItsOwn else { continue }
        }
      }
      guard mark.margin >= 4, !document.isVerbatim(at: mark.start) else { continue }
      let glyph = closing ? house.closer : house.opener
      let (span, bytes) = repair.setting(mark, as: glyph, closing: closing)
      proposals.replace(span, with: bytes, mark.partner >= 0 && mark.margin >= 10 ? .safe : .likely)
    }
  }

  private func isStrange(_ glyph: QuotationMark.Glyph) -> Bool {
    glyph == .leftAngle || glyph == .rightAngle || glyph == .lowDouble
  }

  private func strangePairs(_ reading: QuotationMarks) -> Int {
    reading.marks.count { $0.role == .opener && $0.partner >= 0 && isStrange($0.glyph) }
  }

  private func countOwnPairs(_ reading: QuotationMarks) -> Int {
    reading.marks.count { $0.role == .opener && $0.partner >= 0 && $0.glyph == reading.houseStyle.opener }
  }
}
