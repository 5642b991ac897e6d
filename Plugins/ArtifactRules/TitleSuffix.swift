import Language
import TextModel

/// Deletes the name of the site or of a section behind the title: `Bridge falls – Economy`, `Bridge falls | Daily Bridge`.
///
/// A browser’s title bar has them, and a scraper takes the title from there. Only at the end of the first line, behind a dash or bar with
/// spaces, where it is a section of newspapers or a name that the text has elsewhere, and where other lines or damage show that the page
/// came along.
public struct TitleSuffix: RewriteRule {
  public init() {}
  public let id = "title-suffix"
  public let languages: LanguageScope = .only([.english])
  public let trigger: ByteClasses? = .lineFeed

  private static let body =
    "\n\nThe the bridge over the river fell into the water on Monday night with with a storm of three days, the Observer wrote. Nobody was hurt there."

  public let fixes = [
    RewriteExample("Old bridge falls in Lyon – Economy" + body, "Old bridge falls in Lyon" + body),
    RewriteExample("Old bridge falls in Lyon | Observer" + body, "Old bridge falls in Lyon" + body),
  ]
  public let leavesAlone = [
    "Old bridge falls in Lyon – Economy\n\nThe bridge fell on Monday.", "Old bridge falls in Lyon – Nobody Hurt" + body,
    "Bridge – Economy" + body,
  ]

  static let sections = WordSet(list: "title-suffix.sections")

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs, document.paragraphs.count > 1 else { return }
    let text = document.text
    let line = document.paragraphs[0]
    guard TitleBlock.isTitle(text, line), TitleBlock.hasProse(document.paragraphs, behind: 0),
      let cut = cut(text, line), cut.start > line.start + 16
    else { return }
    let words = document.words[document.wordRange(in: Span(cut.end, line.end))]
    guard let first = words.first, let last = words.last, words.count <= 3,
      words.allSatisfy({ $0.startsWithCapital || $0.count <= 3 }), last.end == line.end,
      TitleBlock.words(text, Span(line.start, cut.start)) >= 4,
      words.count == 1 && Self.sections.contains(first)
        || document.wordCounts[last.hash].capitalInside > (words.count > 1 ? 1 : 0)
        || words.count > 1 && Self.sections.contains(last) && Self.sections.contains(first),
      document.bearsPage
    else { return }
    proposals.delete(Span(cut.start, line.end), .likely)
  }

  /// The last dash or bar between spaces, with them.
  private func cut(_ text: Text, _ line: Span) -> Span? {
    var at = line.end - 1
    while at > line.start, line.end - at <= 40 {
      if text[at] == 0x20 {
        for mark in [" – ", " — ", " | ", " - ", " :: ", " » "] as [StaticString] where text.has(mark, at: at) {
          return Span(at, at + mark.utf8CodeUnitCount)
        }
      }
      at -= 1
    }
    return nil
  }
}
