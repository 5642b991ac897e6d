import Language
import TextModel

/// Moves a colon or comma that slipped behind an opening quotation mark back before it: `he said “: We go on”`, `he said “, We go on”`.
///
/// Where a translator carries marks over from another word order, the mark that announces a quotation ends up inside.  It goes to the word
/// before; where that has such a mark already, it goes.
public struct WanderedColon: RewriteRule {
  public init() {}
  public let id = "wandered-colon"
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]

  public let fixes = [
    RewriteExample("The envoy said “: We go on” and left.", "The envoy said: “We go on” and left."),
    RewriteExample("The envoy said “:We go on” and left.", "The envoy said: “We go on” and left."),
    RewriteExample("The envoy said “, We go on” and left.", "The envoy said, “We go on” and left."),
    RewriteExample("The envoy said: “: We go on” and left.", "The envoy said: “We go on” and left."),
  ]
  public let leavesAlone = [
    "He wrote “:)” and left.", "the “, ” of a list", "the “, and” of a list", "He said “...and so on”.",
    "the class “::before” and “:hover” of CSS",
    "{\"a\":\"b\",\"c\"}", "the “wall “: and the “gate”.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let marks = document.punctuation
    for k in marks.indices where marks[k].before == .quote && (marks[k].scalar == ":" || marks[k].scalar == ",") {
      let mark = marks[k]
      guard mark.offset > 4 else { continue }
      let quote = text.index(before: mark.offset)
      guard text.has("“", at: quote) || text.has("„", at: quote), text.has(" ", at: quote - 1) else { continue }
      let next = text.spaceEnd(from: mark.end)
      guard next - mark.end <= 1, text.isLetter(next), text.letters(from: next).count > 1 || text.has("I ", at: next),
        isClosed(text, next), !isOpen(text, quote), !document.isVerbatim(at: mark.offset)
      else { continue }
      // A small letter right behind a colon is a name from code; a sentence begins behind a comma.
      if next == mark.end || mark.scalar == ",", !text.isCapital(next) { continue }
      let before = text[quote - 2]
      if before == UInt8(ascii: ":") || before == UInt8(ascii: ",") {
        proposals.delete(Span(mark.offset, next), .likely)
      } else if text.isLower(quote - 2) {
        proposals.together {
          $0.insert(mark.scalar == ":" ? ":" : ",", at: quote - 1, .likely)
          $0.delete(Span(mark.offset, next), .likely)
        }
      }
    }
  }

  /// Whether a quotation is open already before the mark in its line, which then rather ends it.
  private func isOpen(_ text: Text, _ quote: Int) -> Bool {
    var at = quote
    while at > 0, quote - at < 1200, text[at - 1] != 0x0A {
      at -= 1
      if text[at] == 0xE2, text.has("”", at: at) || text.has("“", at: at) { return text.has("“", at: at) }
    }
    return false
  }

  /// Whether the quotation ends in its line, some words on.
  private func isClosed(_ text: Text, _ start: Int) -> Bool {
    var at = start
    var spaces = 0
    while at < text.count, at - start < 1200, !text.isLineEnd(at) {
      if text[at] == 0x20 { spaces += 1 }
      if text[at] == 0xE2, text.has("”", at: at) || text.has("“", at: at) { return spaces > 0 && text.has("”", at: at) }
      at += 1
    }
    return false
  }
}
