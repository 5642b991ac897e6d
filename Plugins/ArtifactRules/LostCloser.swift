import Language
import TextModel

/// Puts in the closing mark of a quotation that never ends.
///
/// Where the speaker is named behind a comma, the quotation ends there (`“We go on, he said.`); where his pronoun is glued to the
/// last word, mark, comma and space are lost together (`the new orderHe said`); where nothing but the quotation stands between its
/// opener and the end of the paragraph, it ends there.
public struct LostCloser: RewriteRule {
  public init() {}
  public let id = "lost-closer"
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]

  public let fixes = [
    RewriteExample("“We go on to the new orderHe said to them.", "“We go on to the new order,” he said to them."),
    RewriteExample("“We go on to the end, he said. They left.", "“We go on to the end,” he said. They left."),
    RewriteExample("“We go on, the old envoy said on Monday.", "“We go on,” the old envoy said on Monday."),
    RewriteExample("“We go on, he said.\n\n“They left,” she said.", "“We go on,” he said.\n\n“They left,” she said."),
    RewriteExample(
      "He said they “have a long way to go.\n\nThey left.\n\n“It is late,” she said.",
      "He said they “have a long way to go.”\n\nThey left.\n\n“It is late,” she said."),
    RewriteExample(
      "He told them: “We go on to the end.\n\nThey left.", "He told them: “We go on to the end.”\n\nThey left."),
  ]
  public let leavesAlone = [
    "“One of them.\n\n“Two of them,” he said.", "“Go,” he said. “No.”", "He wrote “and so on\n\nThey left.",
  ]

  private static let pronouns = WordSet("he she they it we")

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard let repair = QuotationRepair(document) else { return }
    let reading = repair.reading
    // A text that was cut off in the middle of somebody’s speech is not damaged.
    let lastLine = document.paragraphs.last?.start ?? 0
    for missing in reading.missing where missing.isCloser {
      let mark = reading.marks[missing.mark]
      guard isOpener(mark), !document.isVerbatim(at: mark.start) else { continue }
      let next = missing.mark + 1 < reading.marks.count ? reading.marks[missing.mark + 1].start : repair.text.count
      let stretch = Span(mark.span.end, lineEnd(repair.text, mark.span.end, before: next))
      // Speech over several paragraphs ends somewhere, but who could say where.
      guard stretch.count > 3, !goesOn(reading, from: missing.mark) else { continue }
      if let place = speaker(repair, stretch, strictly: false) {
        insert(at: place, mark, repair.text, &proposals)
      } else if endsParagraph(repair.text, stretch.end), !repair.hasAttribution(stretch),
        !mark.startsParagraph || stretch.end < lastLine, !opensNext(reading, missing.mark)
      {
        proposals.replace(Span(stretch.end, stretch.end), with: written(mark), .likely)
      }
    }
    // Where the next paragraph opens anew, the quotation may seem to go on; a speaker at its end says that it does not.
    for paragraph in reading.paragraphs where paragraph.staysOpen {
      let mark = reading.marks[paragraph.marks.upperBound - 1]
      guard mark.role == .reopener || isOpener(mark), !document.isVerbatim(at: mark.start) else { continue }
      let line = document.paragraphs[paragraph.index]
      if let place = speaker(repair, Span(mark.span.end, line.end), strictly: true) {
        insert(at: place, mark, repair.text, &proposals)
      }
    }
  }

  /// The end of the line without the spaces before it, or the next mark.
  private func lineEnd(_ text: Text, _ start: Int, before limit: Int) -> Int {
    var at = start
    while at < limit, !text.isLineEnd(at) { at += 1 }
    return max(start, text.spaceStart(before: at))
  }

  private func isOpener(_ mark: QuotationMark) -> Bool {
    mark.role == .opener && (mark.glyph == .leftDouble || mark.glyph == .straightDouble) && mark.depth == 0
      && mark.margin >= 10 && !(mark.before == .space && mark.after == .space)
  }

  private func written(_ opener: QuotationMark) -> [UInt8] {
    opener.glyph == .straightDouble ? [UInt8(ascii: "\"")] : Array("”".utf8)
  }

  private func insert(at place: Place, _ opener: QuotationMark, _ text: Text, _ proposals: inout Proposals) {
    switch place {
    case .glued(let at):
      // The letter before is part of the edit, so that no other rule parts the two words as well.
      let bytes = [text[at - 1], UInt8(ascii: ",")] + written(opener) + [0x20, text[at] | 0x20]
      proposals.replace(Span(at - 1, at + 1), with: bytes, .likely)
    case .behindComma(let at): proposals.replace(Span(at, at), with: written(opener), .likely)
    }
  }

  /// Whether the next paragraph begins with a mark: then the quotation goes on there, by custom.
  private func opensNext(_ reading: QuotationMarks, _ mark: Int) -> Bool {
    guard mark + 1 < reading.marks.count, reading.marks[mark + 1].startsParagraph else { return false }
    // The paragraph with marks that holds the next one, by halves; the one before it holds this one.
    var low = 0
    var high = reading.paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if reading.paragraphs[middle].marks.upperBound <= mark + 1 { low = middle + 1 } else { high = middle }
    }
    guard low > 0, low < reading.paragraphs.count else { return false }
    return reading.paragraphs[low].index == reading.paragraphs[low - 1].index + 1
  }

  private func goesOn(_ reading: QuotationMarks, from opener: Int) -> Bool {
    opener + 1 < reading.marks.count && reading.marks[opener + 1].role == .reopener
  }

  private enum Place {
    /// The capital of a pronoun that is glued to the word before.
    case glued(Int)
    /// Behind the comma before a speaker.
    case behindComma(Int)
  }

  /// Where a speaker is named in the stretch; strictly, nothing may follow him but the end of the sentence.
  private func speaker(_ repair: QuotationRepair, _ stretch: Span, strictly: Bool) -> Place? {
    let text = repair.text
    let end = min(stretch.end, stretch.start + 1500)
    for at in stretch.start..<max(stretch.start, end) {
      let byte = text[at]
      if byte == UInt8(ascii: ","), at + 1 < end, text[at + 1] == 0x20 {
        if let last = repair.attributionEnd(from: at + 2),
          strictly ? text.has(".", at: last) : !text.has(" that ", at: last)
        {
          return .behindComma(at + 1)
        }
      } else if byte &- 0x41 < 26, at > stretch.start, text.isLower(at - 1), !strictly {
        let word = text.letters(from: at)
        let next = text.letters(from: text.spaceEnd(from: word.end))
        if word.count <= 4, isPronoun(text, word), repair.isSaying(next) { return .glued(at) }
      }
    }
    return nil
  }

  private func isPronoun(_ text: Text, _ word: Span) -> Bool {
    Self.pronouns.contains(Lexicon.hash(text.utf8, word.range))
  }

  /// Whether a sentence ends here and its paragraph with it.
  private func endsParagraph(_ text: Text, _ at: Int) -> Bool {
    guard at > 0, text.isLineEnd(at) else { return false }
    switch text[at - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    default: return false
    }
  }
}
