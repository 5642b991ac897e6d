import Language
import TextModel

/// Deletes rows of a site’s sections, the way through the site, and the links to the next article, round an article.
///
/// `News Sport Culture Contact`, `News › Region › Old bridge falls` above its title, `EN DE FR`, `1 2 3 ... 12`, `Next Rain in the south`: lines
/// above the first paragraph or below the last one, made of the names of sections, with signs between them or not.  Only where a title stands
/// too, and other lines or damage show that the page came along.
public struct SectionRow: RewriteRule {
  public init() {}
  public let id = "section-row"
  public let languages: LanguageScope = .only([.english])
  public let trigger: ByteClasses? = .lineFeed

  private static let title = "Old bridge falls in Lyon after storm\n\n"
  private static let body =
    "The the bridge over the river fell with with the storm on Monday night after three days of rain, and nobody was hurt, he said."
  private static let more =
    "\n\nIt was built in 1951 and had stood through many floods. A new one will be built, and the town has the money."

  public let fixes = [
    RewriteExample("News Sport Culture Contact\n\n" + title + body + more, title + body + more),
    RewriteExample("News › Region › Old bridge falls in Lyon\n\n" + title + body + more, title + body + more),
    RewriteExample("EN DE FR\n\n" + title + body + more, title + body + more),
    RewriteExample("Region / North\n\n" + title + body + more, title + body + more),
    RewriteExample(
      title + body + more + "\n\nPolitics - Economy - Sport - Contact\n\n1 2 3 ... 12", title + body + more),
    RewriteExample(
      title + body + more + "\n\nShare this article\n\nNext: Rain in the south of the country",
      title + body + more + "\n\nShare this article"),
  ]
  public let leavesAlone = [
    "News Sport Culture Contact\n\n" + title
      + "The bridge over the river fell on Monday night after three days of rain, and nobody was hurt, the mayor said in the evening.\n\nIt was old.",
    title + body + more + "\n\nNext Rain in the south of the country",
    "Sport, culture, politics: the old bridge has them\n\n" + body + more,
    "Politics and Culture of the World\n\n" + body + more,
    title + body + more + "\n\nEngland, France, Spain, Italy",
  ]

  /// How many lines are looked at above the text, and below it.
  private static let depth = 9
  private static let names = WordSet(list: "section-row.words")

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let text = document.text
    let lines = document.paragraphs
    guard lines.count > 3, document.bearsPage,
      let body = lines.prefix(Self.depth).firstIndex(where: { $0.count >= 120 }),
      let last = lines.lastIndex(where: { $0.count >= 80 && Self.endsSentence(text, $0) })
    else { return }
    let head = (0..<body).filter { isRow(document, lines[$0]) || isWay(document, $0, body) }
    let foot = lines.indices[(last + 1)...].prefix(24).filter {
      isRow(document, lines[$0]) || isPages(text, lines[$0]) || isStep(document, $0)
    }
    guard !head.isEmpty || !foot.isEmpty else { return }
    let isHead = Set(head)
    let hasTitle = (0..<body).contains { !isHead.contains($0) && TitleBlock.isTitle(text, lines[$0]) }
    for index in hasTitle ? head : [] where !document.isLayout(at: lines[index].start) {
      ResidueDeletion.delete(index, document, &proposals)
    }
    // What ends the text goes as one.
    let kept = foot.filter { !document.isLayout(at: lines[$0].start) }
    var end = lines.count
    while end > 0, kept.contains(end - 1) { end -= 1 }
    if end < lines.count { proposals.delete(Span(lines[end - 1].end, lines[lines.count - 1].end), .likely) }
    for index in kept where index < end { ResidueDeletion.delete(index, document, &proposals) }
  }

  private static func endsSentence(_ text: Text, _ line: Span) -> Bool {
    let last = text.scalar(before: line.end)
    return last == "." || last == "”" || last == "!" || last == "?" || last == "\""
  }

  /// `News Sport Culture Contact`, `Region / North`, `English Deutsch Français`: names of sections, three at least, or two with a sign between.
  private func isRow(_ document: Document, _ line: Span) -> Bool {
    guard (7...140).contains(line.count), document.text.isCapital(line.start) else { return false }
    let words = document.words[document.wordRange(in: line)]
    guard (2...18).contains(words.count), words.last?.end == line.end else { return false }
    var known = 0
    for word in words {
      if Self.isSection(word) {
        known += 1
      } else if word.isLower || words.count < 5 {
        return false
      }
    }
    // A heading in a sentence’s case has small letters, and a list of countries commas.
    guard known * 4 >= words.count * 3, words.allSatisfy({ !$0.isLower }) else { return false }
    let hasComma = words.contains { $0.gap == .comma }
    if words.count == 2 { return Self.sign(document.text, words[words.startIndex].end) }
    return !hasComma
  }

  private static func isSection(_ word: Word) -> Bool {
    names.contains(word) || TitleSuffix.sections.contains(word) || HeadLabel.labels.contains(word)
  }

  /// ` / `, ` | `, ` › `, ` > `, ` » `, ` • `, ` - `
  private static func sign(_ text: Text, _ at: Int) -> Bool {
    signs.contains { text.has($0, at: at) }
  }
  private static let signs: [StaticString] = [
    " / ", " | ", " › ", " > ", " » ", " • ", " · ", " - ", " – ", " → ", "/", "|", "›", "»",
  ]

  /// `News › Region › Old bridge falls`: sections with signs between, and the words of the title; above it.
  private func isWay(_ document: Document, _ index: Int, _ body: Int) -> Bool {
    let text = document.text
    let line = document.paragraphs[index]
    guard line.count <= 200, text.isCapital(line.start) else { return false }
    let words = document.words[document.wordRange(in: line)]
    guard let first = words.first, words.count >= 3, Self.isSection(first) else { return false }
    // Behind the last sign stands the title, whole or cut.
    var cut = words.startIndex
    for k in words.indices.dropFirst() where Self.sign(text, words[k - 1].end) {
      guard words[cut..<k].allSatisfy({ Self.isSection($0) || $0.startsWithCapital }), k - cut <= 4 else { break }
      cut = k
    }
    guard cut > words.startIndex else { return false }
    let rest = words[cut...]
    return (index + 1..<body).contains { other in
      let title = document.words[document.wordRange(in: document.paragraphs[other])]
      return title.count >= 3 && rest.count >= 2 && zip(title, rest).prefix(4).allSatisfy { $0.hash == $1.hash }
    }
  }

  /// `1 2 3 ... 12`, `1 2 3 Next`: the numbers of a list’s pages.
  private func isPages(_ text: Text, _ line: Span) -> Bool {
    guard (5...40).contains(line.count), text.has("1 2 3", at: line.start) else { return false }
    return text[line].allSatisfy {
      $0 &- 0x30 < 10 || $0 == 0x20 || $0 == UInt8(ascii: ".") || ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80
    }
      && TitleBlock.words(text, line) <= 12
  }

  /// `Next Rain in the south`, `Older: Mayor opens new school`: beside another line of the page.
  private func isStep(_ document: Document, _ index: Int) -> Bool {
    let text = document.text
    let lines = document.paragraphs
    let line = lines[index]
    guard (20...160).contains(line.count), PageResidue.isHeadline(text, line) else { return false }
    let words = document.words[document.wordRange(in: line)]
    guard words.count >= 4, let first = words.first, first.isCapitalized, Self.steps.contains(first),
      words[words.startIndex + 1].startsWithCapital
    else { return false }
    return [index - 1, index + 1].contains { document.pageLine(at: $0) != nil }
  }
  private static let steps = WordSet("next previous prev older newer forward")
}
