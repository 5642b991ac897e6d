import Language
import TextModel

/// Joins a quotation that stands on a line of its own to the sentence that it was taken from.
///
/// Italics were an element of their own, and each element became a line: `to recall the ”`, `lean years`, `” of the war`.  The mark that
/// opens the quotation is left at the end of one line, the one that closes it at the start of the next but one, and they have whatever
/// direction the translator gave them.  The three lines become one again, `to recall the “lean years” of the war`.  A closing mark alone
/// that a line begins with, and the sentence with it, goes back to the line in which its quotation began.
public struct StrandedQuotation: RewriteRule {
  public init() {}
  public let id = "stranded-quotation"
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]

  public let fixes = [
    RewriteExample(
      "The film recalls the ”\nlean years\n” and the ”\nmen in the shadows\n“ of the old town.",
      "The film recalls the “lean years” and the “men in the shadows” of the old town."),
    RewriteExample("He spoke of \"\na long way\n\", and left.", "He spoke of \"a long way\", and left."),
    RewriteExample(
      "“We go on to the the end of of it.\n” he said, and left.",
      "“We go on to the the end of of it.” he said, and left."),
    RewriteExample("He spoke of «\na long way\n», and left.", "He spoke of «a long way», and left."),
  ]
  public let leavesAlone = [
    "He spoke of it. “\nA long way\n” and left.", "He said “\nso\n\n” and left.", "one \"\ntwo \"\nthree \"\nfour \"",
    "He spoke of “a long\nway\n” and left.", "x = \"\nfoo\n\"", "He said “no”\nand left\n“Go,” she said.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.byteClasses.contains(.lineFeed), let repair = QuotationRepair(document) else { return }
    let text = repair.text
    let marks = repair.reading.marks
    var k = 0
    while k + 1 < marks.count {
      let opener = marks[k]
      let closer = marks[k + 1]
      k += 1
      if let gap = strandedCloser(text, opener, closer), document.isDamaged, !document.isVerbatim(at: closer.start) {
        proposals.delete(gap, .likely)
        continue
      }
      guard let inner = Self.innerLine(text, opener, closer), text.isLetter(inner.start),
        isFamily(opener.glyph, closer.glyph),
        !document.isVerbatim(at: opener.start), !document.isVerbatim(at: closer.start)
      else { continue }
      k += 1
      let marks = written(opener.glyph)
      var start = opener.start
      var opening = bytes(marks.opening)
      if opener.before != .space, opener.before != .opening { opening.insert(0x20, at: 0) }
      if start > 1, text[start - 1] == 0x20, text[start - 2] == 0x20 { start = text.spaceStart(before: start) + 1 }
      var closing = bytes(marks.closing)
      if closer.after.isWord { closing.append(0x20) }
      proposals.together {
        $0.replace(Span(start, inner.start), with: opening, .likely)
        $0.replace(Span(inner.end, closer.span.end), with: closing, .likely)
      }
    }
  }

  /// `“We go on.` and a line that begins with `” he said`: the line end between.
  private func strandedCloser(_ text: Text, _ opener: QuotationMark, _ closer: QuotationMark) -> Span? {
    guard closer.glyph == .rightDouble, opener.glyph == .leftDouble, opener.after.isWord, closer.startsParagraph,
      closer.start > 1, text.isLineStart(closer.start), text[closer.start - 1] == 0x0A, text[closer.start - 2] > 0x20,
      closer.after == .comma || closer.after == .stop || closer.after == .space && closer.beyondAfter == .lower,
      closer.start - opener.start < 2000, !text[Span(opener.start, closer.start - 1)].contains(0x0A)
    else { return nil }
    return Span(closer.start - 1, closer.start)
  }

  /// The line between a mark that ends a line in the middle of a sentence and a mark with which the next line but one begins.
  static func innerLine(_ text: Text, _ opener: QuotationMark, _ closer: QuotationMark) -> Span? {
    guard opener.after == .edge, opener.beyondBefore == .lower || opener.beyondBefore == .comma,
      opener.before == .space || opener.before == .lower, closer.startsParagraph, text.isLineStart(closer.start)
    else { return nil }
    // What closes stands before the rest of the sentence.
    switch closer.after {
    case .comma, .stop, .lower: break
    case .space: guard closer.beyondAfter == .lower || closer.beyondAfter == .digit else { return nil }
    case .upper: guard closer.glyph != .straightDouble else { return nil }
    default: return nil
    }
    guard text.has("\n", at: opener.span.end), text[closer.start - 1] == 0x0A else { return nil }
    let line = Span(opener.span.end + 1, text.spaceStart(before: closer.start - 1))
    guard line.count > 1, line.count < 400, !text[line].contains(0x0A) else { return nil }
    return line
  }

  private func isFamily(_ opener: QuotationMark.Glyph, _ closer: QuotationMark.Glyph) -> Bool {
    switch opener {
    case .leftDouble, .rightDouble: closer == .leftDouble || closer == .rightDouble
    case .straightDouble: closer == .straightDouble
    case .leftAngle: closer == .rightAngle
    default: false
    }
  }

  private func bytes(_ mark: StaticString) -> [UInt8] {
    Array(UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
  }

  private func written(_ glyph: QuotationMark.Glyph) -> (opening: StaticString, closing: StaticString) {
    switch glyph {
    case .straightDouble: ("\"", "\"")
    case .leftAngle: ("«", "»")
    default: ("“", "”")
    }
  }
}
