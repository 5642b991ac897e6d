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
      "In the end he called it “the very end of it”.\n\nThey left."),
    RewriteExample("In the end he called it the very end of it. ·", "In the end he called it the very end of it."),
  ]
  public let leavesAlone = [
    "• one\n• two", "Home •", "The first of the paragraphs • the second of the paragraphs.",
    "The first of them. • The second of them is here. •",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let text = document.text
    for line in document.paragraphs where line.count > 40 && text[line.end - 1] >= 0x80 {
      guard let bullet = Self.bullets.first(where: { text.has($0, at: line.end - $0.utf8CodeUnitCount) }) else {
        continue
      }
      let start = text.spaceStart(before: line.end - bullet.utf8CodeUnitCount)
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
      guard !has(bullet, text, Span(line.start, start)), !document.isVerbatim(at: line.start) else { continue }
      proposals.delete(Span(start, line.end), .likely)
    }
  }

  private static let bullets: [StaticString] = ["•", "·", "▪", "●"]

  private func has(_ bullet: StaticString, _ text: Text, _ span: Span) -> Bool {
    for at in span.range where text[at] == bullet.utf8Start[0] && text.has(bullet, at: at) { return true }
    return false
  }
}
