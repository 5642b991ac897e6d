import Language
import TextModel

/// Deletes some lines that stand again right behind themselves, and a line that says its headline twice.
///
/// Pages print the summary above the article and again at its start (`It fell. Nobody was hurt.`, each on a line, and then both once
/// more), and a link to another article bears its title twice.  In damaged text only: verse has refrains.
public struct RepeatedBlock: RewriteRule {
  public init() {}
  public let id = "repeated-block"
  public let trigger: ByteClasses? = .lineFeed

  private static let tail =
    "\n\nThe the river rose with with the rain, and the bridge that was built in 1951 was carried away."

  public let fixes = [
    RewriteExample(
      "The old bridge fell on Monday.\n\nNobody was hurt there.\n\nThe old bridge fell on Monday.\n\nNobody was hurt there."
        + tail,
      "The old bridge fell on Monday.\n\nNobody was hurt there." + tail),
    RewriteExample(
      "The old bridge fell." + tail + "\n\nSecond storm warning for the coast! Second storm warning for the coast!"
        + tail,
      "The old bridge fell." + tail + tail),
    RewriteExample(
      "The old bridge over the river falls The old bridge over the river falls" + tail
        + "\n\nNobody was hurt.\n\nThey left.",
      "The old bridge over the river falls" + tail + "\n\nNobody was hurt.\n\nThey left."),
  ]
  public let leavesAlone = [
    "Row the boat.\nRow the boat.\nRow the boat.\nRow the boat." + tail,
    "The old bridge fell on Monday.\n\nNobody was hurt there.\n\nThe old bridge fell on Monday.\n\nNobody was hurt there.\n\nIt was old.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let text = document.text
    let lines = document.paragraphs
    guard lines.count > 3, document.isDamaged else { return }
    for size in 2...4 where lines.count > 2 * size {
      for index in 0..<min(8, lines.count - 2 * size)
      where (0..<size).allSatisfy({ isSame(text, lines[index + $0], lines[index + size + $0]) }) {
        guard !isSame(text, lines[index], lines[index + 1]) else { return }
        proposals.delete(Span(lines[index].start, lines[index + size].start), .likely)
        return
      }
    }
    // The title twice on its line.
    if lines[0].count <= 240, saysTwice(text, lines[0]) {
      proposals.delete(Span(lines[0].start + lines[0].count / 2, lines[0].end), .likely)
    }
    for index in lines.indices.dropFirst() where lines[index].count <= 240 && saysTwice(text, lines[index]) {
      ResidueDeletion.delete(index, document, &proposals)
    }
  }

  /// Two equal sentences; long ones may end in a quotation.
  private func isSame(_ text: Text, _ a: Span, _ b: Span) -> Bool {
    guard a.count == b.count, a.count >= 16 else { return false }
    let last = text[a.end - 1]
    return
      (last == UInt8(ascii: ".")
      || a.count >= 60 && (PunctuationMark.stops(last) || last == UInt8(ascii: "\"") || last >= 0x80))
      && text[a].elementsEqual(text[b])
  }

  /// Whether a line is the same five words or more twice, with a space between.
  private func saysTwice(_ text: Text, _ line: Span) -> Bool {
    let half = line.count / 2
    guard line.count % 2 == 1, half >= 24, text[line.start + half] == 0x20, text[line.end - 1] != UInt8(ascii: "."),
      TitleBlock.words(text, line) >= 10
    else { return false }
    return text[Span(line.start, line.start + half)].elementsEqual(text[Span(line.end - half, line.end)])
  }
}
