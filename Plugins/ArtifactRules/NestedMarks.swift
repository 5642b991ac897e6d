import Language
import TextModel

/// Writes single marks for the double ones of a quotation in a quotation: `“They call it “a rule” and laugh,” he said`.
///
/// English tells the two apart by their marks; many languages do not, and translation keeps what stood there.  Both quotations must open
/// and close in one paragraph, the inner one is some words and the only one in the outer, and nobody but the speaker speaks before it: else
/// the outer one may have lost its closer, and the next its opener.
public struct NestedMarks: RewriteRule {
  public init() {}
  public let id = "nested-marks"
  public let trigger: ByteClasses? = .nonASCII
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the rest left. “They call it “a rule” and laugh at us,” he said.",
      "The the rest left. “They call it ‘a rule’ and laugh at us,” he said."),
    RewriteExample(
      "The the rest left. “I will not be in the show “Call me at home!” again,” she wrote.",
      "The the rest left. “I will not be in the show ‘Call me at home!’ again,” she wrote."),
    RewriteExample(
      "She said of of it, “I felt like” we quit “or” it is over “on the the way, but we go on.” “No ”, he said.",
      "She said of of it, “I felt like ‘we quit’ or ‘it is over’ on the the way, but we go on.” “No ”, he said."),
  ]
  public let leavesAlone = [
    "He replied of of it that “we go with the the boat “and” we stay”.",
    "He said “yes” and then “or” left of of it “in the end” with the the rest.",
    "“We go,” he said of “the rest” and left.”", "“They call it “a rule” and laugh at us,” he said.",
    "The the ones that hate “the rest of us are for “a rule” and for the sake of it all.” They left.",
    "“They call it ‘a rule’ and laugh at us,” he said.",
    "“He said “no.””", "“We know. He said he had “no idea” and left. They stay,” she said.", "““so””", "“a “b",
    "“One.\n\n“Two “three” four,” he said.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs, let repair = QuotationRepair(document) else { return }
    let marks = repair.reading.marks
    proposeReversed(repair, &proposals)
    for (k, opener) in marks.enumerated() where opener.role == .opener && opener.depth == 1 && opener.partner >= 0 {
      let closer = marks[Int(opener.partner)]
      guard isCurly(opener, closer), opener.before == .space || opener.before == .opening, opener.after.isWord,
        closer.before.isWord || closer.before == .stop || closer.before == .comma, !closer.after.isWord,
        closer.after != .mark, closer.start - opener.start < 80, min(opener.margin, closer.margin) >= 30,
        let outer = outerOpener(marks, k), isOnly(marks, k),
        !Self.isJoint(repair.text, Span(opener.span.end, closer.start)), !document.isVerbatim(at: opener.start)
      else { continue }
      let stretch = Span(outer.span.end, opener.start)
      guard isSpoken(repair, outer), document.mayBearPage, !repair.text[Span(outer.start, closer.start)].contains(0x0A),
        !repair.hasAttributedClause(stretch),
        !isTold(repair, stretch)
      else { continue }
      proposals.together {
        $0.replace(opener.span, with: "‘", .likely)
        $0.replace(closer.span, with: "’", .likely)
      }
    }
  }

  /// `I felt like” we quit “or” it is over “on the way`: the marks of two inner quotations turned round, so that the joint between them seems to
  /// be quoted.
  private func proposeReversed(_ repair: QuotationRepair, _ proposals: inout Proposals) {
    let text = repair.text
    let marks = repair.reading.marks
    guard marks.count > 4 else { return }
    for k in 2..<marks.count - 2 {
      let joint = marks[k]
      guard joint.glyph == .leftDouble, joint.before == .space, joint.after == .lower, joint.beyondBefore == .lower,
        isClosing(marks[k + 1]), isClosing(marks[k - 1]), marks[k + 2].glyph == .leftDouble,
        marks[k + 2].before == .space, marks[k + 2].after == .lower, marks[k + 2].beyondBefore == .lower,
        Self.joints.contains(Lexicon.hash(text.utf8, Span(joint.span.end, marks[k + 1].start).range)),
        marks[k - 2].glyph == .leftDouble, marks[k - 2].after.isWord,
        marks[k + 2].start - marks[k - 1].start < 200,
        !text[Span(marks[k - 2].start, marks[k + 2].start)].contains(0x0A),
        repair.document.mayBearPage, !repair.document.isVerbatim(at: joint.start)
      else { continue }
      proposals.together {
        $0.replace(Span(marks[k - 1].start, marks[k - 1].span.end + 1), with: " ‘", .likely)
        $0.replace(Span(joint.start - 1, joint.span.end), with: "’ ", .likely)
        $0.replace(Span(marks[k + 1].start, marks[k + 1].span.end + 1), with: " ‘", .likely)
        $0.replace(Span(marks[k + 2].start - 1, marks[k + 2].span.end), with: "’ ", .likely)
      }
    }
  }
  private static let joints = WordSet("or and but nor")

  /// Whether nothing but a word that joins stands between two marks: nobody quotes that, and the quotations are on its two sides.
  static func isJoint(_ text: Text, _ inner: Span) -> Bool {
    let start = text.spaceEnd(from: inner.start)
    let word = text.letters(from: start)
    return word.count < 4 && text.spaceEnd(from: word.end) >= inner.end
      && joints.contains(Lexicon.hash(text.utf8, word.range))
  }

  private func isClosing(_ mark: QuotationMark) -> Bool {
    mark.glyph == .rightDouble && mark.span.count == 3 && mark.before == .lower && mark.after == .space
      && mark.beyondAfter == .lower
  }

  /// Whether no other quotation stands in the outer one: of several, the marks of the outer one may be the strays.
  private func isOnly(_ marks: [QuotationMark], _ inner: Int) -> Bool {
    var k = inner - 1
    while k >= 0, inner - k < 12, marks[k].depth > 0 || marks[k].glyph.isSingle {
      if !marks[k].glyph.isSingle { return false }
      k -= 1
    }
    k = Int(marks[inner].partner) + 1
    let end = k + 12
    while k < min(end, marks.count), marks[k].depth > 0 || marks[k].glyph.isSingle {
      if !marks[k].glyph.isSingle { return false }
      k += 1
    }
    return true
  }

  private func isCurly(_ opener: QuotationMark, _ closer: QuotationMark) -> Bool {
    opener.glyph == .leftDouble && closer.glyph == .rightDouble && opener.span.count == 3 && closer.span.count == 3
  }

  /// The opener of the quotation round a nested one, where both its marks are what they should be.
  private func outerOpener(_ marks: [QuotationMark], _ inner: Int) -> QuotationMark? {
    for k in stride(from: inner - 1, through: max(0, inner - 12), by: -1) where marks[k].depth == 0 {
      let mark = marks[k]
      guard mark.role == .opener, mark.partner >= 0 else { continue }
      let end = marks[Int(mark.partner)]
      return isCurly(mark, end) && end.start > marks[inner].start && min(mark.margin, end.margin) >= 30
        && (end.before == .comma || end.before == .stop || end.before.isWord) ? mark : nil
    }
    return nil
  }

  /// Whether the outer quotation is somebody’s speech: it begins a line or a sentence, or a speaker is named before it or behind it; a pair of
  /// marks in a sentence round others is stray.
  private func isSpoken(_ repair: QuotationRepair, _ outer: QuotationMark) -> Bool {
    let text = repair.text
    if !outer.beyondBefore.isWord { return true }
    let word = text.letters(before: text.spaceStart(before: outer.start))
    let end = repair.reading.marks[Int(outer.partner)].span.end
    return repair.isSaying(word) || text.has("that", at: word.end - 4)
      || repair.attributionEnd(from: text.spaceEnd(from: text.has(",", at: end) ? end + 1 : end)) != nil
  }

  /// `We know. He said he had`: a sentence of the narrator’s before the inner quotation.
  private func isTold(_ repair: QuotationRepair, _ stretch: Span) -> Bool {
    let text = repair.text
    for at in stretch.start..<max(stretch.start, stretch.end - 2)
    where PunctuationMark.stops(text[at]) && text[at + 1] == 0x20 {
      if repair.beginsWithSpeaker(Span(at + 2, stretch.end)) { return true }
    }
    return false
  }
}
