import Language
import TextModel

/// Gives a quotation mark of another language the shape of the text’s own.
///
/// Translation keeps the marks of the source here and there: `“with a single hand»`, and in an English text whose marks are `“…”` a
/// pair `«…»` or `„…“`.  Where a pair mixes two customs the stranger is replaced; whole pairs of another custom only in English text
/// that has pairs of its own too.
public struct MixedMarks: RewriteRule {
  public init() {}
  public let id = "mixed-marks"
  public let trigger: ByteClasses? = .nonASCII

  public let fixes = [
    RewriteExample(
      "They spoke “with a single hand». “And so do we,” he said.",
      "They spoke “with a single hand”. “And so do we,” he said."),
    RewriteExample(
      "“We know,” he said. «It was long ago.» “And over,” she said. “Yes,” he said.",
      "“We know,” he said. “It was long ago.” “And over,” she said. “Yes,” he said."),
    RewriteExample(
      "He called it „a long day\" and said “no more” and “not yet”.",
      "He called it “a long day” and said “no more” and “not yet”."),
    RewriteExample(
      "He called it „a long day” and said “no more” and “not yet”.",
      "He called it “a long day” and said “no more” and “not yet”."),
  ]
  public let leavesAlone = [
    "« Oui », dit-il, « c’est le livre “Un jour” qui le dit. »", "Er sagte: „Das Wort «nein» ist kurz.“",
    "«No», he said, «no.»", "«No», he said. «Go», she said. «Who?» they asked. The “other” left.",
    "He said \"no\" and “yes”.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard let repair = QuotationRepair(document) else { return }
    let marks = repair.reading.marks
    guard marks.contains(where: { isStrange($0.glyph) && $0.depth == 0 }) else { return }
    let own = ownGlyphs(repair.reading)
    let isEnglish = document.language == .english && !prefersStrangers(repair.reading)
    for mark in marks where (mark.role == .opener || mark.role == .closer) && mark.depth == 0 {
      let closing = mark.role == .closer
      let other = mark.partner >= 0 ? marks[Int(mark.partner)] : nil
      // A pair of one other custom: both marks go over, in English text that has marks of its own too.
      let isWholePair = other.map { isStrangePair(opener: closing ? $0 : mark, closer: closing ? mark : $0) } ?? false
      // `„so"`: the straight mark closes what a stranger opened.
      let isHalf = closing && mark.glyph == .straightDouble && other.map { isStrange($0.glyph) } == true
      guard isStrange(mark.glyph) || isWholePair || isHalf, mark.margin >= 4 else { continue }
      if isWholePair || other.map({ isStrange($0.glyph) }) == true { guard isEnglish, own != nil else { continue } }
      guard let own = own ?? straightHouse(repair.reading), !document.isVerbatim(at: mark.start) else { continue }
      if isHalf, own.closer == .straightDouble { continue }
      let (span, bytes) = repair.setting(mark, as: closing ? own.closer : own.opener, closing: closing)
      proposals.replace(
        widened(span, repair.text, closing), with: bytes, mark.partner >= 0 && mark.margin >= 10 ? .safe : .likely)
    }
  }

  private func isStrange(_ glyph: QuotationMark.Glyph) -> Bool {
    glyph == .leftAngle || glyph == .rightAngle || glyph == .lowDouble
  }

  private func isStrangePair(opener: QuotationMark, closer: QuotationMark) -> Bool {
    opener.glyph == .lowDouble && (closer.glyph == .leftDouble || closer.glyph == .rightDouble)
      || opener.glyph == .leftAngle && closer.glyph == .rightAngle
      || opener.glyph == .rightAngle && closer.glyph == .leftAngle
  }

  /// Whether more quotations of the text have another custom’s marks than English ones: then those are its style.
  private func prefersStrangers(_ reading: QuotationMarks) -> Bool {
    var strange = 0
    var own = 0
    for mark in reading.marks where mark.role == .opener && mark.partner >= 0 && mark.depth == 0 {
      let closer = reading.marks[Int(mark.partner)]
      if isStrangePair(opener: mark, closer: closer) {
        strange += 1
      } else if mark.glyph == .leftDouble || mark.glyph == .straightDouble {
        own += 1
      }
    }
    return strange >= 3 && strange > own
  }

  /// The marks of English where a whole pair of them stands in the text.
  private func ownGlyphs(_ reading: QuotationMarks) -> (opener: QuotationMark.Glyph, closer: QuotationMark.Glyph)? {
    var hasStraight = false
    for mark in reading.marks where mark.role == .opener && mark.partner >= 0 {
      let closer = reading.marks[Int(mark.partner)].glyph
      if mark.glyph == .leftDouble, closer == .rightDouble { return (.leftDouble, .rightDouble) }
      if mark.glyph == .straightDouble, closer == .straightDouble { hasStraight = true }
    }
    return hasStraight ? (.straightDouble, .straightDouble) : nil
  }

  /// What a lone stranger becomes in a text that has no pair to go by.
  private func straightHouse(_ reading: QuotationMarks) -> (opener: QuotationMark.Glyph, closer: QuotationMark.Glyph)? {
    switch reading.houseStyle.opener {
    case .leftDouble: (.leftDouble, .rightDouble)
    case .straightDouble:
      reading.marks.contains { $0.glyph == .leftDouble || $0.glyph == .rightDouble }
        ? (.leftDouble, .rightDouble) : (.straightDouble, .straightDouble)
    default: nil
    }
  }

  /// The no-break space that French puts inside its marks goes with them.
  private func widened(_ span: Span, _ text: Text, _ closing: Bool) -> Span {
    if closing {
      guard span.start > 0, CharacterClass.of(text.scalar(before: span.start)) == .space, text[span.start - 1] >= 0x80
      else { return span }
      return Span(text.index(before: span.start), span.end)
    }
    guard span.end < text.count, text[span.end] >= 0x80, CharacterClass.of(text, at: span.end) == .space else {
      return span
    }
    return Span(span.start, text.index(after: span.end))
  }
}
