import Language
import TextModel

/// Deletes a pair of brackets that has lost what stood in it: `the defender Aline () recalled`, `Riga (, ) is`.
///
/// Links, footnotes, pronunciations and pictures are cut out and their brackets stay.  A pair with commas or semicolons alone in it goes
/// from any prose, one with nothing or spaces from damaged text, with the space before it.  Calls in code, boxes to tick and pairs at the
/// start of a line stay.
public struct EmptyBracket: RewriteRule {
  public init() {}
  public let id = "empty-bracket"

  public let fixes = [
    RewriteExample(
      "The defender Aline () recalled that many of the the others had died , and that nobody had seen the end of it.",
      "The defender Aline recalled that many of the the others had died , and that nobody had seen the end of it."),
    RewriteExample(
      "( – The the coast was closed for three days, and nobody knew of of the reason that the town had for it.",
      "The the coast was closed for three days, and nobody knew of of the reason that the town had for it."),
    RewriteExample("Riga (; , ) is the capital. It lies there.", "Riga is the capital. It lies there."),
    RewriteExample(
      "They came to the coast [ ]. The the rest waited .", "They came to the coast. The the rest waited ."),
  ]
  public let leavesAlone = [
    "Call main () to begin.", "- [ ] open task, and [ ] another", "the function f() and the list []",
    "a pair ( ) of brackets",
    "() first of the the line .", "So sad :( ) he said",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let marks = document.punctuation
    proposeAgency(document, &proposals)
    for k in marks.indices.dropLast()
    where marks[k].before == .space && (marks[k].scalar == "(" || marks[k].scalar == "[") {
      let open = marks[k]
      guard text[open.offset - 1] == 0x20 else { continue }
      var j = k + 1
      while j < marks.count - 1, j - k < 4, marks[j].scalar == "," || marks[j].scalar == ";" { j += 1 }
      let close = marks[j]
      guard close.scalar == (open.scalar == "(" ? ")" : "]"), close.offset - open.end <= 8,
        text[Span(open.end, close.offset)].allSatisfy({
          $0 == 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";")
        })
      else { continue }
      let start = text.spaceStart(before: open.offset)
      guard start > 0, text.isLetter(text.index(before: start)) || text.isDigit(start - 1) || isCloser(text, start),
        close.after.isGap || close.after == .mark,
        !StopInPhrase.unfinished.contains(Lexicon.hash(text.utf8, text.letters(before: start).range)),
        j > k + 1 || document.isDamaged,
        !document.hasTechnicalLines, !document.isVerbatim(at: open.offset)
      else { continue }
      proposals.delete(Span(start, close.end), .likely)
    }
  }

  /// `( – The candidate`: a paragraph that began with an agency’s sign.
  private func proposeAgency(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    for mark in document.punctuation where mark.scalar == "(" && text.isLineStart(mark.offset) {
      let dash = text.spaceEnd(from: mark.end)
      guard text.has("– ", at: dash) || text.has("— ", at: dash) || text.has("- ", at: dash) && dash > mark.end,
        document.hasParagraphs, document.bearsPage, let line = document.paragraph(at: mark.offset), line.count > 80
      else { continue }
      let next = text.spaceEnd(from: text.index(after: dash))
      guard text.isCapital(next) else { continue }
      proposals.delete(Span(mark.offset, next), .likely)
    }
  }

  private func isCloser(_ text: Text, _ end: Int) -> Bool { PunctuationMark.closes(text.scalar(before: end)) }
}
