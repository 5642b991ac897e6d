import Language
import TextModel

/// Closes the spaces inside brackets round words.
///
/// Tokenizers part brackets from their words: `the fund ( IMF ) said`.  Both spaces go where both are there and what is
/// between is short prose; where only the second one is there it goes too.
public struct BracketSpacing: RewriteRule {
  public init() {}
  public let id = "bracket-spacing"
  public let trigger: ByteClasses? = .spaceBeforeMark

  public let fixes = [
    RewriteExample("the fund ( IMF ) said so", "the fund (IMF) said so"),
    RewriteExample("the envoy (Mr Ash ) left", "the envoy (Mr Ash) left"),
    RewriteExample("they [ the envoys ] left", "they [the envoys] left"),
  ]
  public let leavesAlone = [
    "if ( a + b ) > c", "- [ ] open task", "  [ Ada Ash ]\n  * fixed", "f( x )", "( )", ":( and :)", "foo( bar )",
    "a ) first and b ) second",
    "( 1 ) one",
    "so sad :( but it was a good day ) he said",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let marks = document.punctuation
    for k in marks.indices
    where k > 0 && (marks[k].scalar == ")" || marks[k].scalar == "]") && marks[k].before == .space {
      let close = marks[k]
      // The opening bracket, a few marks back at most.
      var j = k - 1
      while j > 0, k - j < 6, marks[j].scalar != "(", marks[j].scalar != "[" { j -= 1 }
      let open = marks[j]
      guard open.scalar == (close.scalar == ")" ? "(" : "["), close.offset - open.end < 120 else { continue }
      guard open.before.isGap, close.after.isGap || close.after == .mark else { continue }
      let inner = Span(text.spaceEnd(from: open.end), text.spaceStart(before: close.offset))
      // A line that is nothing but a bracket is a heading of some list.
      let startsLine = text.isLineStart(text.spaceStart(before: open.offset))
      if startsLine, text.isLineEnd(text.spaceEnd(from: close.end)) { continue }
      guard inner.count > 1, isProse(text, inner), !document.isVerbatim(at: open.offset) else { continue }
      proposals.together {
        if inner.start > open.end { $0.delete(Span(open.end, inner.start), .safe) }
        $0.delete(Span(inner.end, close.offset), .safe)
      }
    }
  }

  /// Letters, spaces and the marks of prose, beginning with a letter.
  private func isProse(_ text: Text, _ span: Span) -> Bool {
    guard text.isLetter(span.start) else { return false }
    for at in span.range {
      switch text[at] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x80...0xFF, UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: "-"),
        UInt8(ascii: "'"):
        continue
      default: return false
      }
    }
    return true
  }
}
