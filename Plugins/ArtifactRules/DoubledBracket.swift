import Language
import TextModel

/// Deletes a closing bracket that stands a second time: `the court (STJ). ). In`, `(the capital)) is`.
///
/// Where a link inside brackets is cut out or joined to the next piece, its bracket stays behind.  What goes is a closing bracket that
/// closes nothing in its paragraph and stands right behind one that does, with a full stop and spaces at most between.
public struct DoubledBracket: RewriteRule {
  public init() {}
  public let id = "doubled-bracket"

  public let fixes = [
    RewriteExample("They went to the court (STJ). ). It waits.", "They went to the court (STJ). It waits."),
    RewriteExample(
      "They went to the the court (in Riga)) and left with with him.",
      "They went to the the court (in Riga) and left with with him."),
    RewriteExample("They went to the court (in Riga) ). It waits.", "They went to the court (in Riga). It waits."),
    RewriteExample(
      "They went to the the court with Okafor (D) ), who left with with him.",
      "They went to the the court with Okafor (D), who left with with him."),
    RewriteExample("They went to the court (in Riga).). It waits.", "They went to the court (in Riga). It waits."),
  ]
  public let leavesAlone = [
    "f(g(x)) and (a (b) c)", "(yes :)) and no", "a) first) second", "1) one 2) two", "(a) ) b", "(smile :) )",
    "(the first part\n\nof two). )",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let text = document.text
    let marks = document.punctuation
    let paragraphs = document.paragraphs
    var paragraph = 0
    var depth = 0
    var closed = -1
    for k in marks.indices where marks[k].scalar == "(" || marks[k].scalar == ")" {
      let mark = marks[k]
      while paragraph < paragraphs.count, paragraphs[paragraph].end <= mark.offset {
        paragraph += 1
        depth = 0
        closed = -1
      }
      if mark.scalar == "(" {
        depth += 1
        continue
      }
      if depth > 0 {
        depth -= 1
        closed = k
        continue
      }
      guard closed >= 0 else { continue }
      let first = marks[closed]
      // Two letters at least in the brackets, or a capital: no list and no face.
      let letters = text.letters(before: first.offset)
      guard first.before == .lower || first.before == .upper || first.before == .letter,
        letters.count > 1 || first.before == .upper && text.has("(", at: letters.start - 1) && document.isDamaged
      else { continue }
      let stop = closed + 1 < k && marks[closed + 1].scalar == "." ? marks[closed + 1] : nil
      guard k == closed + (stop == nil ? 1 : 2), stop?.offset ?? first.end == first.end else { continue }
      let start = stop?.end ?? first.end
      guard mark.offset - start <= 1, text.spaceStart(before: mark.offset) <= start,
        mark.after.isGap || mark.after == .mark && !text.has(")", at: mark.end),
        stop != nil || mark.offset > start || document.isDamaged, !document.hasTechnicalLines,
        !document.isVerbatim(at: mark.offset)
      else { continue }
      proposals.delete(Span(start, stop != nil && text.has(".", at: mark.end) ? mark.end + 1 : mark.end), .likely)
    }
  }
}
