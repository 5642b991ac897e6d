import Language
import TextModel

/// Reduces a closing quotation mark that stands twice to one.
///
/// Spinners cut a sentence behind its full stop and close the quotation once more, often with the wrong mark and a few words
/// again: `lenses. “. “`, `their differences. “”.`, `of the law. “. law. “`, `“We know,”. “ she said`.  What is left is the inner stop
/// and one closer.  A second closer that hangs on the word behind the comma, `we wait”, ”she says`, goes; so does one between two stops
/// at the end of a paragraph in which nothing was quoted, `the work was over. “.`.
public struct DoubledCloser: RewriteRule {
  public init() {}
  public let id = "doubled-closer"
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]

  public let fixes = [
    RewriteExample(
      "She called it a “house of cards. “. “\n\nHe left.", "She called it a “house of cards.”\n\nHe left."),
    RewriteExample("They hope “to settle it. “”.", "They hope “to settle it.”"),
    RewriteExample("It was “a breach of the law. “. law. “\n\nHe left.", "It was “a breach of the law.”\n\nHe left."),
    RewriteExample("“We know of it,”. “ she said.", "“We know of it,” she said."),
    RewriteExample("It was “the end””, he said.", "It was “the end”, he said."),
    RewriteExample("“We know.” ” The rest left.", "“We know.” The rest left."),
    RewriteExample("“We wait for the rain”, ”she says.", "“We wait for the rain”, she says."),
    RewriteExample("“We wait for the rain.” “said the envoy.", "“We wait for the rain.” said the envoy."),
    RewriteExample("It was “the end of it”. it”. He left.", "It was “the end of it”. He left."),
    RewriteExample(
      "“We know,” she said . It has has been so. They ate the the whole of of it. “”\n\nHe left.",
      "“We know,” she said . It has has been so. They ate the the whole of of it.”\n\nHe left."),
    RewriteExample("“We wait here,” ,” said the envoy.", "“We wait here,” said the envoy."),
    RewriteExample(
      "They ate of of the the rest. “We wait here”, she said. ”",
      "They ate of of the the rest. “We wait here”, she said."),
    RewriteExample(
      "She paid for the work , and of of the the rest. “.\n\nHe left.",
      "She paid for the work , and of of the the rest.\n\nHe left."),
    RewriteExample("\"We wait here,\"\" said the envoy.", "\"We wait here,\" said the envoy."),
  ]
  public let leavesAlone = [
    "“Go.” “No.” “Why?”", "He said, “Look at ‘this.’ ” Then he left.", "the empty “” marks", "print(\"\")",
    "a = \"\" + '\"'",
    "He typed \"\" and left.", "the cells \"a\",\"\",\"b\"", "name,\"the \"\"old\"\" one\"",
    "“He said “no.””", "“One.”\n\n“Two.”", "He read “one”, “two” and “three”.", "Hon sade ”ja”, ”nej” och gick.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard let repair = QuotationRepair(document) else { return }
    let text = repair.text
    let marks = repair.reading.marks
    var k = 0
    while k < marks.count {
      let first = marks[k]
      if hangsAlone(repair, k), document.isDamaged, !document.isVerbatim(at: first.start) {
        proposals.delete(Span(text.spaceStart(before: first.start), first.span.end + 1), .likely)
        k += 1
        continue
      }
      if k > 0, hangsBehindSpeaker(repair, marks[k - 1], first), document.isDamaged,
        !document.isVerbatim(at: first.start)
      {
        proposals.delete(Span(text.spaceStart(before: first.start), first.span.end), .likely)
        k += 1
        continue
      }
      guard k + 1 < marks.count else { break }
      if isEmptyPair(repair, first, marks[k + 1]), document.isDamaged, !document.isVerbatim(at: first.start) {
        proposals.replace(Span(text.spaceStart(before: first.start), marks[k + 1].span.end), with: "”", .likely)
        k += 2
        continue
      }
      guard QuotationRepair.isDouble(first.glyph), opensBefore(repair, k) else {
        k += 1
        continue
      }
      if hangsBehindComma(repair, first, marks[k + 1]), !document.isVerbatim(at: first.start) {
        proposals.delete(marks[k + 1].span, .likely)
        k += 2
        continue
      }
      var last = k
      while last + 1 < marks.count, isAgain(repair, marks[last], marks[last + 1], k) { last += 1 }
      guard last > k, let (span, bytes) = single(repair, first, marks[last]), !document.isVerbatim(at: first.start)
      else {
        k += 1
        continue
      }
      // What stands already as it should is left.
      if !text.has(bytes, at: span.start) || span.count != bytes.count { proposals.replace(span, with: bytes, .safe) }
      k = last + 1
    }
  }

  /// Whether a quotation is open where mark `k` stands: an opener before it in the paragraph that is not closed yet.
  private func opensBefore(_ repair: QuotationRepair, _ k: Int) -> Bool {
    let mark = repair.reading.marks[k]
    switch mark.role {
    case .closer: return mark.partner >= 0
    case .reopener: return !mark.startsParagraph && mark.beyondBefore == .stop
    default: return false
    }
  }

  /// `the rest. “.` at the end of a line: a mark between two stops that ends nothing, behind words that nobody says.
  private func hangsAlone(_ repair: QuotationRepair, _ k: Int) -> Bool {
    let text = repair.text
    let mark = repair.reading.marks[k]
    guard mark.glyph == .leftDouble || mark.glyph == .rightDouble, mark.partner < 0, mark.before == .space,
      mark.beyondBefore == .stop, text.has(".", at: mark.span.end), text.isLineEnd(mark.span.end + 1)
    else { return false }
    var start = mark.start
    while start > 0, mark.start - start < 300, !text.isLineStart(start) { start -= 1 }
    return (k == 0 || repair.reading.marks[k - 1].start < start)
      && !repair.addresses(Span(start, mark.start))
  }

  /// `“We know,” she said. ”` at the end of a line: behind a quotation and its speaker nothing was said that the mark could close.
  private func hangsBehindSpeaker(_ repair: QuotationRepair, _ last: QuotationMark, _ mark: QuotationMark) -> Bool {
    let text = repair.text
    guard mark.glyph == .leftDouble || mark.glyph == .rightDouble, mark.partner < 0, mark.role == .closer,
      mark.after == .edge, mark.beyondBefore == .stop, last.role == .closer, last.partner >= 0, last.depth == 0,
      mark.start - last.span.end < 120
    else { return false }
    let start = text.spaceEnd(from: text.has(",", at: last.span.end) ? last.span.end + 1 : last.span.end)
    return repair.attributionEnd(from: start).map { text.has(".", at: $0) && text.spaceEnd(from: $0 + 1) == mark.start }
      ?? false
  }

  /// `breakfast. “”` at the end of a line: an empty quotation behind a sentence is its closer, and once more.
  private func isEmptyPair(_ repair: QuotationRepair, _ first: QuotationMark, _ second: QuotationMark) -> Bool {
    first.glyph == .leftDouble && second.glyph == .rightDouble && second.start == first.span.end
      && first.before == .space && first.beyondBefore == .stop && second.after == .edge && first.span.count == 3
  }

  /// `rain”, ”she`: a comma and a space, then a closer that closes nothing, on a word in small letters.
  private func hangsBehindComma(_ repair: QuotationRepair, _ first: QuotationMark, _ second: QuotationMark) -> Bool {
    first.role == .closer && first.glyph == .rightDouble && second.glyph == .rightDouble && second.partner < 0
      && repair.text[Span(first.span.end, second.start)].elementsEqual(", ".utf8)
      && repair.text.isLower(second.span.end)
      || first.role == .closer && first.glyph == .rightDouble && first.beyondBefore != .space
        && (second.glyph == .leftDouble || second.glyph == .rightDouble) && second.partner < 0 && second.after == .lower
        && repair.text[Span(first.span.end, second.start)].elementsEqual(" ".utf8)
        && repair.isSaying(repair.text.letters(from: second.span.end))
  }

  /// Whether the second mark only repeats the first: nothing but stops and spaces between, or the last words once more.
  private func isAgain(_ repair: QuotationRepair, _ first: QuotationMark, _ second: QuotationMark, _ origin: Int)
    -> Bool
  {
    let text = repair.text
    guard QuotationRepair.isDouble(second.glyph), second.start - first.span.end <= 64 else { return false }
    // The second may not begin a quotation of its own, nor close one that the first is nested in.
    switch second.role {
    case .stray: break
    case .closer:
      guard second.partner < 0 || repair.reading.marks[origin].role == .reopener else { return false }
    case .opener: guard second.partner < 0, !second.after.isWord else { return false }
    default: return false
    }
    if second.after.isWord { return false }
    var gap = Span(first.span.end, second.start)
    let mayHaveCommas = second.glyph == .rightDouble && second.span.count == 3
    if text[gap].allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: ".") || mayHaveCommas && $0 == UInt8(ascii: ",") }) {
      guard gap.count <= 4 else { return false }
      if second.glyph != .straightDouble { return true }
      // `"."` and `""` are a quoted stop and a quoted nothing, unless words stand before and a space behind.
      return text[gap].contains(0x20)
        || gap.isEmpty && first.before != .mark && first.before != .space && second.after != .mark
          && (second.after == .space || second.after == .edge || second.after == .stop)
    }
    // `. law. `: the words before the first mark, once more.
    while gap.start < gap.end, text[gap.start] == 0x20 || text[gap.start] == UInt8(ascii: ".") { gap.start += 1 }
    while gap.end > gap.start, text[gap.end - 1] == 0x20 || text[gap.end - 1] == UInt8(ascii: ".") { gap.end -= 1 }
    var end = text.spaceStart(before: first.start)
    while end > 0, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return gap.count > 1 && end >= gap.count && text.has(text[gap], at: end - gap.count)
  }

  /// The stretch from behind the inner stop to behind the last mark, and the one closer for it.
  private func single(_ repair: QuotationRepair, _ first: QuotationMark, _ last: QuotationMark) -> (Span, [UInt8])? {
    let text = repair.text
    let start = text.spaceStart(before: first.start)
    guard start > 0, !text.isLineStart(start) else { return nil }
    let isStopped = first.beyondBefore == .stop
    let written = QuotationRepair.bytes(repair.glyph(for: first, closing: true))
    var bytes = Array(UnsafeBufferPointer(start: written.utf8Start, count: written.utf8CodeUnitCount))
    var end = last.span.end
    let next = text.spaceEnd(from: end)
    if isStopped || first.beyondBefore == .comma {
      if isStopped, text.has(".", at: end) { end += 1 }
    } else if text.has(".", at: first.span.end), !text.isLower(next), !text.has(",", at: end) {
      // `the end”. “` at the end of a sentence: its stop stays, outside, and once.
      bytes.append(UInt8(ascii: "."))
      if text.has(".", at: end) { end += 1 }
    } else if text[Span(first.span.end, last.start)].contains(UInt8(ascii: ",")), !text.has(",", at: end) {
      bytes.append(UInt8(ascii: ","))
    }
    return (Span(start, end), bytes)
  }
}
