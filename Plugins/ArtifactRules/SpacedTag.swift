import Language
import TextModel

/// Deletes tags of a page that were spaced out by a translator: `< / p > < p >`, `< br / >`.
///
/// A translator takes the brackets of a tag for marks of the text and sets spaces round them; what strips tags does not know them any
/// more. Only tags of paragraphs, breaks and emphasis with a space inside, which nobody writes who writes of tags.
public struct SpacedTag: RewriteRule {
  public init() {}
  public let id = "spaced-tag"
  public let trigger: ByteClasses? = .angle

  public let fixes = [
    RewriteExample("The bridge fell. < / p > < p > Nobody was hurt.", "The bridge fell. Nobody was hurt."),
    RewriteExample(
      "The bridge fell.\n\n< p > Nobody was hurt. < / P >\n\nIt was old.",
      "The bridge fell.\n\nNobody was hurt.\n\nIt was old."),
  ]
  public let leavesAlone = ["A <p> begins a paragraph.", "if a < b > c then", "a < p and q > r", "x < p > y"]

  private static let names = WordSet("p br div span b i em strong u li ul ol h1 h2 h3 h4 figure section article")

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    var at = 0
    while let open = text.utf8[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = open + 1
      guard var end = tag(text, open) else { continue }
      // A row of tags goes as one.
      while let next = tag(text, text.spaceEnd(from: end)) { end = next }
      at = end
      let behind = text.spaceEnd(from: end)
      let before = text.spaceStart(before: open)
      let isStart = before == 0 || text[before - 1] == 0x0A
      let isEnd = behind == text.count || text[behind] == 0x0A
      // Between two words the space before it stays.
      let isClosed = isStart || isEnd || text[behind - 1] == 0x20 || before < open
      guard isClosed, isStart || isEnd || isSentenceEnd(text, before) else { continue }
      proposals.delete(
        Span(isStart ? open : before, isEnd || isStart ? behind : behind - (text[behind - 1] == 0x20 ? 1 : 0)), .likely)
    }
  }

  private func isSentenceEnd(_ text: Text, _ at: Int) -> Bool {
    let last = text.scalar(before: at)
    return last == "." || last == "!" || last == "?" || last == "”" || last == "\""
  }

  /// Where the tag ends that begins at an offset, if it has a space inside its brackets.
  private func tag(_ text: Text, _ start: Int) -> Int? {
    guard start < text.count, text[start] == UInt8(ascii: "<") else { return nil }
    var at = text.spaceEnd(from: start + 1)
    var hasSpace = at > start + 1
    if text.has("/", at: at) {
      let next = text.spaceEnd(from: at + 1)
      hasSpace = hasSpace || next > at + 1
      at = next
    }
    var end = at
    while end < text.count, end - at < 8, text.isASCIILetter(end) || text.isDigit(end) { end += 1 }
    guard end > at, Self.names.contains(Lexicon.hash(text.utf8, at..<end)) else { return nil }
    at = text.spaceEnd(from: end)
    hasSpace = hasSpace || at > end
    if text.has("/", at: at) { at = text.spaceEnd(from: at + 1) }
    return hasSpace && text.has(">", at: at) ? at + 1 : nil
  }
}
