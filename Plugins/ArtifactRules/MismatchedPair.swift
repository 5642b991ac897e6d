import Language
import TextModel

/// Gives the two marks of a quotation one shape where one is single and the other double, or one curly and the other straight: `‘so warm”, said` becomes `‘so warm’, said`.
///
/// Only where the paragraph has no other use for either mark: its double marks do not pair, and the single mark is no apostrophe. The
/// closer follows the opener, but for the custom of commas inside (`‘so,”`), and of stops inside (`‘so.”`) in texts that have their other
/// quotations in double marks, where the closer is believed.
public struct MismatchedPair: RewriteRule {
  public init() {}
  public let id = "mismatched-pair"
  public let trigger: ByteClasses? = .curly
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("‘Keep the children warm”, said the teacher.", "‘Keep the children warm’, said the teacher."),
    RewriteExample(
      "Change your ‘outdoor' shoes of of it, “so he said.", "Change your ‘outdoor’ shoes of of it, “so he said."),
    RewriteExample(
      "They spoke of of it as a “great achievement'\" with with the boat.",
      "They spoke of of it as a “great achievement\" with with the boat."),
    RewriteExample(
      "“They say that ‘it is of of it what is the the subject of the complaint,'\" Ash said.",
      "“They say that ‘it is of of it what is the the subject of the complaint,’\" Ash said."),
    RewriteExample("They are ‘merchants of dust,” he said.", "They are “merchants of dust,” he said."),
    RewriteExample(
      "“One,” he said.\n\n“Two,” she said.\n\n“Three,” they said.\n\nThey are ‘merchants of dust.” They left.",
      "“One,” he said.\n\n“Two,” she said.\n\n“Three,” they said.\n\nThey are “merchants of dust.” They left."),
    RewriteExample("“Keep the children in’, said the teacher.", "“Keep the children in”, said the teacher."),
    RewriteExample("“Keep the children warm,’ said the teacher.", "“Keep the children warm,” said the teacher."),
  ]
  public let leavesAlone = [
    "“He said ‘no’ and left.”", "“It is ‘so.’”", "“The dogs’ dinner,” he said.", "‘“No” is an answer,’ he said.",
    "“One of the boys’.\n\n“Two,” he said.", "“It’s the boys’, he said.”", "’Tis “so”.",
    "The ‘old boys' school and the ‘80s' “ sound.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasSuspectQuotations else { return }
    let reading = document.quotationMarks
    proposeStraight(document, reading, &proposals)
    proposeMet(document, reading, &proposals)
    for paragraph in reading.paragraphs where !paragraph.entersOpen {
      let marks = reading.marks[paragraph.marks].filter { !isApostrophe($0) }
      // `‘go, go’,” he said`: the single marks are a pair, and a double one is missing.
      let mayClose = reading.marks[paragraph.marks].contains { isApostrophe($0) && !$0.after.isWord }
      let doubles = marks.count { $0.glyph == .leftDouble || $0.glyph == .rightDouble }
      guard doubles % 2 == 1, marks.count < 40, marks.allSatisfy(isCurly) else { continue }
      var k = 0
      while k + 1 < marks.count {
        let opener = marks[k]
        let closer = marks[k + 1]
        if opener.glyph == .leftSingle && closer.glyph == .rightDouble
          || opener.glyph == .leftDouble && closer.glyph == .rightSingle
        {
          if opens(opener), closes(closer) || isReported(document, closer), !mayClose || opener.glyph == .leftDouble,
            !document.isVerbatim(at: opener.start)
          {
            set(document, opener, closer, &proposals)
          }
          break
        }
        // Whole pairs before it are passed over.
        guard
          opener.glyph == .leftDouble && closer.glyph == .rightDouble
            || opener.glyph == .leftSingle && closer.glyph == .rightSingle
        else { break }
        k += 2
      }
    }
  }

  /// `‘outdoor' clothes`, `so warm,'”`: a single mark that opens curly and closes straight.
  private func proposeStraight(_ document: Document, _ reading: QuotationMarks, _ proposals: inout Proposals) {
    for opener in reading.marks where opener.glyph == .leftSingle && opener.role == .opener && opener.partner >= 0 {
      let closer = reading.marks[Int(opener.partner)]
      guard closer.glyph == .straightSingle, closer.span.count == 1, opens(opener), opener.after != .digit,
        min(opener.margin, closer.margin) >= 10,
        closer.after != .mark || closer.before == .comma || closer.before == .stop,
        document.mayBearPage,
        // `the ‘old boys' school`
        closer.before != .lower || !document.text.has("s", at: closer.start - 1),
        !document.isVerbatim(at: closer.start)
      else { continue }
      proposals.replace(closer.span, with: "’", .likely)
    }
  }

  /// `great achievement'"`, `of the complaint,'”`: a straight single mark right before the double one that closes: the mark of the quotation within
  /// that is open, else a stray one.
  private func proposeMet(_ document: Document, _ reading: QuotationMarks, _ proposals: inout Proposals) {
    let marks = reading.marks
    for k in marks.indices.dropFirst() {
      let mark = marks[k - 1]
      let outer = marks[k]
      guard mark.glyph == .straightSingle, mark.span.count == 1, outer.start == mark.span.end, outer.role == .closer,
        outer.glyph == .rightDouble || outer.glyph == .straightDouble, outer.partner >= 0, outer.after != .lower,
        mark.before == .lower || mark.before == .comma || mark.before == .stop,
        !document.text.has("s", at: mark.start - 1), k - Int(outer.partner) < 12,
        document.mayBearPage, !document.isVerbatim(at: mark.start)
      else { continue }
      let inner = marks[Int(outer.partner)..<k - 1].filter { $0.glyph.isSingle && opens($0) }
      if inner.isEmpty {
        proposals.delete(mark.span, .likely)
      } else if inner.last?.glyph == .leftSingle {
        proposals.replace(mark.span, with: "’", .likely)
      }
    }
  }

  /// `go on’, he said`: a speaker behind the comma, and no plural before the mark.
  private func isReported(_ document: Document, _ mark: QuotationMark) -> Bool {
    let text = document.text
    return mark.before == .lower && !text.has("s", at: mark.start - 1) && text.has(", ", at: mark.span.end)
      && QuotationRepair.attributionEnd(text, from: mark.span.end + 2) != nil
  }

  private func set(_ document: Document, _ opener: QuotationMark, _ closer: QuotationMark, _ proposals: inout Proposals)
  {
    if opener.glyph == .leftDouble {
      // Without a stop before it the single mark may be the apostrophe of a plural.
      guard closer.before == .comma || closer.before == .stop || isReported(document, closer) else { return }
      proposals.replace(closer.span, with: "”", .likely)
    } else if closer.before == .comma || closer.before == .stop && prefersDouble(document.quotationMarks) {
      proposals.replace(opener.span, with: "“", .likely)
    } else {
      proposals.replace(closer.span, with: "’", .likely)
    }
  }

  /// Whether the text has its quotations in double marks, and few or none in single ones.
  private func prefersDouble(_ reading: QuotationMarks) -> Bool {
    var doubles = 0
    var singles = 0
    for mark in reading.marks where mark.partner >= 0 && mark.role == .opener {
      if mark.glyph == .leftDouble { doubles += 1 }
      if mark.glyph == .leftSingle { singles += 1 }
    }
    // The pair in question is one of them.
    return doubles > 2 * max(0, singles - 1) + 2
  }

  private func isCurly(_ mark: QuotationMark) -> Bool {
    switch mark.glyph {
    case .leftDouble, .rightDouble, .leftSingle, .rightSingle: mark.span.count == 3
    default: false
    }
  }

  private func isApostrophe(_ mark: QuotationMark) -> Bool {
    mark.glyph == .rightSingle && (mark.after.isWord || mark.before.isWord && mark.role == .apostrophe)
  }

  private func opens(_ mark: QuotationMark) -> Bool {
    (mark.before == .space || mark.before == .edge || mark.before == .opening) && mark.after.isWord
  }

  private func closes(_ mark: QuotationMark) -> Bool {
    (mark.before.isWord || mark.before == .comma || mark.before == .stop) && !mark.after.isWord
  }
}
