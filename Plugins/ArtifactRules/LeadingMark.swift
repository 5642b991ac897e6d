import Language
import TextModel

/// Deletes a mark that stands alone at the start of a line, or alone on it.
///
/// What stood before it was a link, a picture or a name that was cut out: `. The minister said`, `, the agency reports`, and
/// lines of one comma or full stop.
public struct LeadingMark: RewriteRule {
  public init() {}
  public let id = "leading-mark"

  public let fixes = [
    RewriteExample("It ended.\n\n. The minister said no.", "It ended.\n\nThe minister said no."),
    RewriteExample("It ended.\n\n.\n\nThen it began.", "It ended.\n\nThen it began."),
    RewriteExample(
      "It ended , with with him.\n\n; The rest of of them left.",
      "It ended , with with him.\n\nThe rest of of them left."),
    RewriteExample("It ended.\n, The rest of them left.", "It ended.\nThe rest of them left."),
  ]
  public let leavesAlone = [
    ". . . and so on", "... and so on", ".TH LS 1", ". ./env.sh", "a\n.\nb\n.\nc\n.\n", ".5 is half", ".", ": ${x:=1}",
    ". scripts/common", ". /etc/profile",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let text = document.text
    for mark in document.punctuation where mark.before == .edge {
      switch mark.scalar {
      case ".", ",": break
      case ":", ";": guard mark.after == .space, document.isDamaged else { continue }
      default: continue
      }
      guard mark.offset == 0 || text[mark.offset - 1] == 0x0A, !document.isVerbatim(at: mark.offset) else { continue }
      if text.isLineEnd(mark.end) {
        // A line of its own goes with the line ends before it; the only text there is stays.
        guard mark.offset > 1, !isHabit(document, mark.scalar), text[mark.offset - 2] == 0x0A else { continue }
        var start = mark.offset
        while start > 0, text[start - 1] == 0x0A || text[start - 1] == 0x0D { start -= 1 }
        // Behind a line that ends in a word it is that sentence’s own; see `broken-line`.
        guard start > 0, !text.isLetter(start - 1), !text.isDigit(start - 1) else { continue }
        proposals.delete(Span(start, mark.end), .likely)
        continue
      }
      guard mark.after == .space else { continue }
      let next = text.spaceEnd(from: mark.end)
      // A sentence follows: a capital, and further words.
      guard text.isCapital(next), isSentence(text, next) else { continue }
      proposals.delete(Span(mark.offset, next), .likely)
    }
  }

  private func isSentence(_ text: Text, _ start: Int) -> Bool {
    var spaces = 0
    var at = start
    while at < text.count, at - start < 80, !text.isLineEnd(at) {
      if text[at] == 0x20 { spaces += 1 }
      at += 1
    }
    return spaces > 2
  }

  /// Three such lines are somebody's way of parting paragraphs.
  private func isHabit(_ document: Document, _ scalar: Unicode.Scalar) -> Bool {
    var seen = 0
    for mark in document.punctuation where mark.before == .edge && mark.after == .edge && mark.scalar == scalar {
      seen += 1
      if seen > 2 { return true }
    }
    return false
  }
}
