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
    RewriteExample(
      "It fell on Monday after the storm.\n\nSTORM LYON frame 118 1280x720 1 1100x620\n\nNobody was hurt.",
      "It fell on Monday after the storm.\n\nNobody was hurt."),
    RewriteExample(
      "It fell on Monday after the storm.\n\nb81f02aa5cd3e69e5d00c7a1eec5f2ab - Storm in Lyon\n\nNobody was hurt.",
      "It fell on Monday after the storm.\n\nNobody was hurt."),
  ]
  public let leavesAlone = [
    "a.jpg\nb.jpg\nc.jpg\n", "It fell.\n\nThe file is bridge.jpg\n\nNobody was hurt.", "one.png",
    "It fell.\n\n12x4\n\nNobody.",
    "It fell.\n\nThe screen has 1280x720 dots\n\nNobody was hurt.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let text = document.text
    let lines = document.paragraphs
    guard lines.count > 2 else { return }
    for (index, line) in lines.enumerated() where line.count <= 160 && isResidue(text, line) {
      let neighbours = [index - 1, index + 1].filter { lines.indices.contains($0) && isResidue(text, lines[$0]) }
      guard neighbours.isEmpty, lines.contains(where: { text[$0].contains(0x20) && $0.count > 20 }) else { continue }
      guard document.standsInProse(index) else { continue }
      ResidueDeletion.delete(index, document, &proposals)
    }
  }

  private func isResidue(_ text: Text, _ line: Span) -> Bool {
    isPicture(text, line) || isBanner(text, line) || isFrame(text, line)
  }

  /// `STORM LYON frame 118 1280x720 1 1100x620`, `b81f02aa5cd3e69e5d00c7a1eec5f2ab - Storm in Lyon`: two sizes, or a number such as programs
  /// give to what is uploaded, among words.
  private func isFrame(_ text: Text, _ line: Span) -> Bool {
    guard line.count >= 20, line.count <= 160, !PunctuationMark.stops(text[line.end - 1]) else { return false }
    var sizes = 0
    var at = line.start
    while at < line.end {
      var end = at
      while end < line.end, text[end] != 0x20 { end += 1 }
      let word = Span(at, end)
      if isSize(text, word) { sizes += 1 }
      if at == line.start, end < line.end, isUpload(text, word) { return true }
      at = end + 1
    }
    return sizes > 1
  }

  /// `1280x720`
  private func isSize(_ text: Text, _ word: Span) -> Bool {
    guard word.count >= 7, word.count <= 9, text.isDigit(word.end - 1) else { return false }
    let height = text.digits(before: word.end)
    guard height.count >= 3, height.start > word.start + 3, text[height.start - 1] == UInt8(ascii: "x") else {
      return false
    }
    return text.digits(before: height.start - 1).start == word.start
  }

  /// Twenty or more hexadecimal digits.
  private func isUpload(_ text: Text, _ word: Span) -> Bool {
    guard word.count >= 20 else { return false }
    var digits = 0
    for byte in text[word] {
      if byte &- 0x30 < 10 { digits += 1 } else if byte &- 0x61 >= 6 { return false }
    }
    return digits * 4 >= word.count && digits < word.count
  }

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
