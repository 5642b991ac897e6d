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
    RewriteExample("Old bridge falls in Lyon | Royal | News" + body, "Old bridge falls in Lyon" + body),
    RewriteExample(
      "Old bridge falls in Lyon after the storm | Inland" + body, "Old bridge falls in Lyon after the storm" + body),
    RewriteExample("Old bridge falls in Lyon after storm, photo" + body, "Old bridge falls in Lyon after storm" + body),
    RewriteExample("Old bridge falls in Lyon | Observer" + body, "Old bridge falls in Lyon" + body),
    RewriteExample(
      "Old bridge falls in Lyon after storm | Rhône | Ana Moreira | Latest | the world" + body,
      "Old bridge falls in Lyon after storm" + body),
  ]
  public let leavesAlone = [
    "Old bridge falls in Lyon – Economy\n\nThe bridge fell on Monday.", "Old bridge falls in Lyon – Nobody Hurt" + body,
    "Bridge – Economy" + body, "They show the bridge in sound, picture, video" + body,
  ]

  static let sections = WordSet(list: "title-suffix.sections")

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs, document.paragraphs.count > 1 else { return }
    let text = document.text
    let line = document.paragraphs[0]
    if let bare = bareSection(document, line) {
      proposals.delete(bare, .likely)
      return
    }
    if let end = mediaStart(document, line) ?? tagStart(document, line) {
      proposals.delete(Span(end, line.end), .likely)
      return
    }
    guard TitleBlock.isTitle(text, line), TitleBlock.hasProse(document.paragraphs, behind: 0),
      var cut = cut(text, line), cut.start > line.start + 16
    else { return }
    let words = document.words[document.wordRange(in: Span(cut.end, line.end))]
    guard let first = words.first, let last = words.last, words.count <= (Self.media.contains(last) ? 4 : 3),
      words.allSatisfy({ $0.startsWithCapital || $0.count <= 3 }), last.end == line.end,
      TitleBlock.words(text, Span(line.start, cut.start)) >= 4,
      words.allSatisfy({ Self.sections.contains($0) }) && (text.has(" | ", at: cut.start) || document.mayBearPage)
        || isSite(document, words, first, last) && document.bearsPage
        || text.has(" | ", at: cut.start) && words.count <= 2 && document.isDamaged
          && TitleBlock.words(text, Span(line.start, cut.start)) >= 6
        || text.has("…", at: cut.start - 3) && document.wordCounts[last.hash].total == 1 && first.start == cut.end
    else { return }
    // `Bridge falls | Lyon | News`
    while let more = section(document, Span(line.start, cut.start)) { cut.start = more }
    // `Bridge falls … – Economy`
    if text.has(" …", at: cut.start - 4), cut.start > line.start + 24 { cut.start -= 4 }
    // `Bridge falls – Daily Bridge – Daily Bridge`
    let again = line.end - cut.start
    if cut.start - again > line.start + 16,
      text[Span(cut.start - again, cut.start)].elementsEqual(text[Span(cut.start, line.end)])
    {
      cut.start -= again
    }
    proposals.delete(Span(cut.start, line.end), .likely)
  }

  /// Where `, photo`, `, video`, ` + video` begins that ends a title.
  private func mediaStart(_ document: Document, _ line: Span) -> Int? {
    let text = document.text
    guard line.count >= 32, text.isLower(line.end - 1) else { return nil }
    let word = text.letters(before: line.end)
    guard Self.shown.contains(Lexicon.hash(text.utf8, word.range)), text.isLower(word.start) else { return nil }
    let start =
      text.has(", ", at: word.start - 2) ? word.start - 2 : text.has(" + ", at: word.start - 3) ? word.start - 3 : 0
    guard start > line.start, TitleBlock.words(text, Span(line.start, start)) >= 5, TitleBlock.isTitle(text, line),
      TitleBlock.hasProse(document.paragraphs, behind: 0), document.mayBearPage,
      // `… of sound, picture, video`
      !text[Span(max(line.start, start - 16), start)].contains(UInt8(ascii: ","))
    else { return nil }
    return start
  }
  private static let shown = WordSet("photo photos video videos")

  /// Where the first of three bars or more stands that part tags behind a title: `Bridge falls | Lyon | Ana Moreira | Latest`.
  private func tagStart(_ document: Document, _ line: Span) -> Int? {
    let text = document.text
    var start: Int?
    var last = line.start
    var bars = 0
    for at in line.range where text.has(" | ", at: at) {
      bars += 1
      if start == nil { start = at } else if at - last > 40 { return nil }
      last = at
    }
    guard let start, bars >= 3, line.end - last <= 40, TitleBlock.words(text, Span(line.start, start)) >= 5,
      TitleBlock.hasProse(document.paragraphs, behind: 0), document.mayBearPage
    else { return nil }
    return start
  }

  /// ` Entertainment` behind a title whose words have small letters.
  private func bareSection(_ document: Document, _ line: Span) -> Span? {
    let text = document.text
    guard text.isASCIILetter(line.end - 1), line.count >= 40 else { return nil }
    let last = text.letters(before: line.end)
    guard last.start > line.start + 16, text.isCapital(last.start), last.end - last.start >= 5,
      text[last.start - 1] == 0x20,
      text.isLower(last.start - 2),
      Self.sections.contains(Lexicon.hash(text.utf8, last.range)), TitleBlock.isTitle(text, line),
      TitleBlock.hasProse(document.paragraphs, behind: 0)
    else { return nil }
    let words = document.words[document.wordRange(in: line)].dropLast()
    guard words.count >= 6, words.count(where: { $0.isLower && $0.count >= 4 }) >= 3,
      words.last.map({ $0.isLower && !ProseWords.has(.joins, text, $0.span) }) == true, document.mayBearPage
    else { return nil }
    return Span(last.start - 1, line.end)
  }

  /// Where one more bar and section begin before the last.
  private func section(_ document: Document, _ line: Span) -> Int? {
    guard line.count > 24, let more = cut(document.text, line), more.start > line.start + 16,
      document.text.has(" | ", at: more.start)
    else { return nil }
    let words = document.words[document.wordRange(in: Span(more.end, line.end))]
    return !words.isEmpty && words.count <= 2 && words.allSatisfy(\.startsWithCapital) ? more.start : nil
  }

  /// Whether the words name a newspaper or a site, and nobody who might have said what the title says: by a word of such names, an article, a
  /// capital inside, or an article before the same name in the text.
  private func isSite(_ document: Document, _ words: ArraySlice<Word>, _ first: Word, _ last: Word) -> Bool {
    if words.contains(where: { Self.media.contains($0) || $0.shape.isSuperset(of: [.innerCapital, .lower]) }) {
      return true
    }
    if words.count > 1, Self.articles.contains(first), Lexicon.entry(last.hash).band == 0 { return true }
    guard document.wordCounts[last.hash].total > 1 else { return false }
    let all = document.words
    // No further than a few paragraphs.
    return (1..<min(all.count, 1500)).contains { k in
      all[k].hash == first.hash && all[k].start != first.start && all[k].startsWithCapital && all[k].gap == .space
        && all[k - 1].hash == Self.the && all[k - 1].isLower && all.at(k + words.count - 1)?.hash == last.hash
    }
  }
  static let media = WordSet(list: "title-suffix.media")
  static let articles = WordSet("the le la les el los il lo de het der die das o a os")
  static let the = Lexicon.hash("the")

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
