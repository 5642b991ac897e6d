import Language
import TextModel

/// Deletes the labels that a page sets round its title: the section, the kind of the article, the place of a picture.
///
/// `Politics`, `World & Region`, `Exclusive`, `image`, `EFE` on lines of their own before the first paragraph, above the title or below it.  An
/// article has no heading there.  One to three words, all of them names of sections, labels or agencies; a word in small letters next to a
/// line of the page, as a tag or a site’s name is.  Only where a title stands there too, and other lines or damage show that the page came
/// along.
public struct HeadLabel: RewriteRule {
  public init() {}
  public let id = "head-label"
  public let languages: LanguageScope = .only([.english])
  public let trigger: ByteClasses? = .lineFeed

  private static let body =
    "The the bridge over the river fell with with the storm on Monday night after three days of rain, and nobody was hurt, he said."
  private static let more = "\n\nIt was built in 1951.\n\nA new one will be built.\n\nThe town has the money."

  public let fixes = [
    RewriteExample(
      "Region\n\nOld bridge falls in Lyon after storm\n\n" + body + more,
      "Old bridge falls in Lyon after storm\n\n" + body + more),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nWorld & Politics\n\nimage\n\n" + body + more,
      "Old bridge falls in Lyon after storm\n\n" + body + more),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\n0 3\n\n" + body + more,
      "Old bridge falls in Lyon after storm\n\n" + body + more),
    RewriteExample(
      "Highlights: The the bridge fell with with the storm on Monday night after three days of rain, and nobody was hurt, he said.\n\nIt was old.",
      "The the bridge fell with with the storm on Monday night after three days of rain, and nobody was hurt, he said.\n\nIt was old."
    ),
    RewriteExample(
      "Share this article\n\nbridges\n\nOld bridge falls in Lyon after storm\n\n" + body + more,
      "Share this article\n\nOld bridge falls in Lyon after storm\n\n" + body + more),
  ]
  public let leavesAlone = [
    "Region\n\nOld bridge falls in Lyon after storm\n\nThe bridge fell on Monday night.\n\nNobody was hurt.\n\nIt was old.",
    "Politics\n\n" + body + more, "Old bridge falls in Lyon after storm\n\nThe storm\n\n" + body + more,
    "Old bridge falls in Lyon after storm\n\nPolitics\n\n\(body)\n\nEconomy\n\n\(body)" + more,
  ]

  static let labels = WordSet(list: "head-label.labels")
  /// How many lines are looked at.
  private static let depth = 9

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let lines = document.paragraphs
    proposeLead(document, &proposals)
    guard lines.count >= 4, let body = lines.prefix(Self.depth).firstIndex(where: { $0.count >= 120 }), body > 0 else {
      return
    }
    let labels = (0..<body).filter {
      isLabel(document, lines[$0]) || isTag(document, $0) || $0 > 0 && isCount(document.text, lines[$0])
    }
    guard !labels.isEmpty, (0..<body).contains(where: { TitleBlock.isTitle(document.text, lines[$0]) }),
      document.bearsPage, !headsSections(document, from: body)
    else { return }
    for index in labels { proposals.delete(Span(lines[index].start, lines[index + 1].start), .likely) }
  }

  /// `Highlights: ` before the first paragraph: the heading of a box that ran into it.
  private func proposeLead(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    guard let body = document.paragraphs.prefix(3).first(where: { $0.count >= 100 }) else { return }
    for label in ["Highlights: ", "Key points: ", "Essentials: ", "The essentials: ", "The essential: "]
      as [StaticString]
    where text.has(label, at: body.start) {
      let start = body.start + label.utf8CodeUnitCount
      guard text.isCapital(start) || text[start] == UInt8(ascii: "\"") || text.has("“", at: start),
        text[body.end - 1] == UInt8(ascii: ".") || text[body.end - 1] == UInt8(ascii: "\"")
          || text.has("”", at: body.end - 3),
        document.mayBearPage
      else { return }
      proposals.delete(Span(body.start, start), .likely)
    }
  }

  /// One to three words that name a section, a kind of article or an agency, and nothing else but `&` or bars between.
  private func isLabel(_ document: Document, _ line: Span) -> Bool {
    guard line.count <= 36 else { return false }
    let text = document.text
    let words = document.words[document.wordRange(in: line)]
    guard (1...3).contains(words.count), let first = words.first, let last = words.last, first.start <= line.start + 1,
      last.end >= line.end - 1
    else { return false }
    guard words.allSatisfy({ Self.labels.contains($0) || TitleSuffix.sections.contains($0) || isAnd(text, $0) }) else {
      return false
    }
    // `Live.`, `Video:`
    let end = text[line.end - 1]
    return last.end == line.end || end == UInt8(ascii: ".") || end == UInt8(ascii: ":") || end == UInt8(ascii: "!")
  }

  /// `0 3`, `1.2K`, `43m`: how often it was shared, or how old it is.
  private func isCount(_ text: Text, _ line: Span) -> Bool {
    guard line.count <= 12, text.isDigit(line.start) else { return false }
    var at = line.start
    while at < line.end {
      let byte = text[at]
      if byte == UInt8(ascii: "K") || byte == UInt8(ascii: "m") || byte == UInt8(ascii: "h")
        || byte == UInt8(ascii: "d")
      {
        guard text.isDigit(at - 1), at + 1 == line.end || text[at + 1] == 0x20 else { return false }
      } else if !text.isDigit(at), byte != 0x20, byte != UInt8(ascii: "."), byte != UInt8(ascii: ",") {
        return false
      }
      at += 1
    }
    return text[line.end - 1] != UInt8(ascii: ".")
  }

  /// One word in small letters, above or below a line of the page, or above a date in numbers.
  private func isTag(_ document: Document, _ index: Int) -> Bool {
    let text = document.text
    let line = document.paragraphs[index]
    guard line.count >= 3, line.count <= 24, text[line].allSatisfy({ $0 &- 0x61 < 26 }) else { return false }
    if index + 1 < document.paragraphs.count {
      // `2024-03-02 09:14`
      let next = document.paragraphs[index + 1]
      if next.count <= 24, text[next].count(where: { $0 &- 0x30 < 10 }) >= 8 { return true }
    }
    return document.pageResidue.contains { abs($0.index - index) == 1 && $0.kind != .footer }
  }

  private func isAnd(_ text: Text, _ word: Word) -> Bool { word.count == 3 && text.has("and", at: word.start) }

  /// Whether a line of this kind stands among the paragraphs too: the article is made of such sections.
  private func headsSections(_ document: Document, from body: Int) -> Bool {
    let lines = document.paragraphs
    return (body..<lines.count - 1).contains { isLabel(document, lines[$0]) && document.pageLine(at: $0) == nil }
  }
}
