import Language
import TextModel

/// Deletes a full stop or comma that stands alone after another mark.
///
/// When a link, a footnote or a tag is cut out of a sentence, the mark behind it stays: `countries. . The`, `the harbour,
/// , and`. The second mark goes, with the space before it.  Spaced ellipses (`. . .`), and any run of three or more, stay.
public struct OrphanMark: RewriteRule {
  public init() {}
  public let id = "orphan-mark"
  public let trigger: ByteClasses? = .spaceBeforeMark

  public let fixes = [
    RewriteExample("They signed it. . The rest waited.", "They signed it. The rest waited."),
    RewriteExample("The bridge was closed. .", "The bridge was closed."),
    RewriteExample("“We are ready.” . He left.", "“We are ready.” He left."),
    RewriteExample("Is that all? . No.", "Is that all? No."),
    RewriteExample("from the harbour, , where ships wait", "from the harbour, where ships wait"),
  ]
  public let leavesAlone = [
    "Wait . . . what was that?", "I thought. . . . Never mind.", "Contents . . . . . 3", "cd .. && ls .",
    "[. . .] and so on",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let marks = document.punctuation
    for (k, mark) in marks.enumerated() where mark.before == .space && mark.after.isGap {
      let isStop = mark.scalar == "."
      guard isStop || mark.scalar == "," else { continue }
      var left = mark.offset
      while left > 0, text[left - 1] == 0x20 { left -= 1 }
      // Behind the last sentence, only its closing marks may stand between.
      var at = left
      while at > 0, PunctuationMark.closes(text.scalar(before: at)) { at = text.index(before: at) }
      guard at > 0, k > 0 else { continue }
      let previous = marks[k - 1]
      guard previous.end == at, previous.before.isLetter || previous.before == .digit || previous.before == .quote
      else {
        continue
      }
      if isStop {
        guard previous.scalar == "." || previous.scalar == "!" || previous.scalar == "?" else { continue }
        // Three stops in a row with spaces between are an ellipsis.
        if k + 1 < marks.count, marks[k + 1].scalar == ".", marks[k + 1].offset - mark.end <= 1 { continue }
      } else {
        guard previous.scalar == ",", at == left else { continue }
      }
      proposals.delete(Span(left, mark.end), .safe)
    }
  }
}
