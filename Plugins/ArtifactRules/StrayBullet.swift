import Language
import TextModel

/// Deletes a bullet from the end of a paragraph of prose, where a list or a signature of the page began: `“the end of it”. •`.
///
/// The paragraph ends a sentence before it and has no other bullet, which would make a list of it.
public struct StrayBullet: RewriteRule {
  public init() {}
  public let id = "stray-bullet"
  public let trigger: ByteClasses? = .nonASCII

  public let fixes = [
    RewriteExample(
      "In the end he called it “the very end of it”. •\n\nThey left.",
      "In the end he called it “the very end of it”.\n\nThey left.")
  ]
  public let leavesAlone = [
    "• one\n• two", "Home •", "The first of the paragraphs • the second of the paragraphs.",
    "The first of them. • The second of them is here. •",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let text = document.text
    for line in document.paragraphs where line.count > 40 && text.has("•", at: line.end - 3) {
      let start = text.spaceStart(before: line.end - 3)
      guard start > line.start else { continue }
      var end = start
      while end > line.start, start - end < 8, PunctuationMark.closes(text.scalar(before: end)) {
        end = text.index(before: end)
      }
      guard end > line.start else { continue }
      switch text[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): break
      default: guard text.has(".", at: start - 1) else { continue }
      }
      guard !hasBullet(text, Span(line.start, line.end - 3)), !document.isVerbatim(at: line.start) else { continue }
      proposals.delete(Span(start, line.end), .likely)
    }
  }

  private func hasBullet(_ text: Text, _ span: Span) -> Bool {
    for at in span.range where text[at] == 0xE2 && text.has("•", at: at) { return true }
    return false
  }
}
