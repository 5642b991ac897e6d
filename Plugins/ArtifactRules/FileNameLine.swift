import Language
import TextModel

/// Deletes a line that is nothing but the name of a picture, or the size of an advertisement.
///
/// What stood in a picture’s place came along as text: `bridge_2021-05-01.jpg`, `IMG_2041.JPEG`, `728x90`, `banner 300x250`.  Lists of
/// files, three such lines in a row or a text without prose, stay.
public struct FileNameLine: RewriteRule {
  public init() {}
  public let id = "file-name-line"
  public let trigger: ByteClasses? = .lineFeed

  public let fixes = [
    RewriteExample(
      "It fell on Monday after the storm.\n\nbridge_lyon-2021.jpg\n\nNobody was hurt.",
      "It fell on Monday after the storm.\n\nNobody was hurt."),
    RewriteExample(
      "It fell on Monday after the storm.\n\nBanner 728x90\n\nNobody was hurt.",
      "It fell on Monday after the storm.\n\nNobody was hurt."),
  ]
  public let leavesAlone = [
    "a.jpg\nb.jpg\nc.jpg\n", "It fell.\n\nThe file is bridge.jpg\n\nNobody was hurt.", "one.png",
    "It fell.\n\n12x4\n\nNobody.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let text = document.text
    let lines = document.paragraphs
    guard lines.count > 2 else { return }
    for (index, line) in lines.enumerated() where line.count <= 96 && isResidue(text, line) {
      let neighbours = [index - 1, index + 1].filter { lines.indices.contains($0) && isResidue(text, lines[$0]) }
      guard neighbours.isEmpty, lines.contains(where: { text[$0].contains(0x20) && $0.count > 20 }) else { continue }
      guard document.standsInProse(index) else { continue }
      ResidueDeletion.delete(index, document, &proposals)
    }
  }

  private func isResidue(_ text: Text, _ line: Span) -> Bool { isPicture(text, line) || isBanner(text, line) }

  /// One word with the ending of a picture.
  private func isPicture(_ text: Text, _ line: Span) -> Bool {
    guard line.count > 4, line.count <= 96 else { return false }
    let endings: [StaticString] = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".JPG", ".JPEG", ".PNG"]
    guard endings.contains(where: { text.has($0, at: line.end - $0.utf8CodeUnitCount) }) else { return false }
    // `PHOTO: bridge.jpg`
    var name = line
    let label = text.letters(from: line.start)
    if text.has(": ", at: label.end), !label.isEmpty { name.start = label.end + 2 }
    return text[name].allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "|") }
  }

  /// `300x250`, with or without `ad` or `banner` before it.
  private func isBanner(_ text: Text, _ line: Span) -> Bool {
    guard line.count <= 32, text.isDigit(line.end - 1) else { return false }
    let height = text.digits(before: line.end)
    guard height.start > line.start, text[height.start - 1] == UInt8(ascii: "x") else { return false }
    let width = text.digits(before: height.start - 1)
    guard width.count >= 3, height.count >= 2, width.start >= line.start else { return false }
    if width.start == line.start { return true }
    let word = text.letters(from: line.start)
    return text.has("ad", at: word.start) || text.has("Ad", at: word.start) || text.has("banner", at: word.start)
      || text.has("Banner", at: word.start)
  }
}
