import Language
import TextModel

/// Deletes what a site’s theme put above the title: the day’s date, the site’s name, its motto.
///
/// `July 1, 2024`, `Daily Bridge`, `All the news of Lyon`: short lines without a full stop above the title.  They are believed where
/// the title behind them stands twice, as it does under such a head, or where the first of them is a date and a name
/// follows before a longer title.  A dateline right above the text, or one line above one title, stays.
public struct SiteHeader: RewriteRule {
  public init() {}
  public let id = "site-header"
  public let trigger: ByteClasses? = .lineFeed

  private static let body =
    "The bridge over the river fell into the water on Monday night after a storm of three days, and nobody was hurt, the mayor said."

  public let fixes = [
    RewriteExample(
      "July 1, 2024\n\nDaily Bridge\n\nAll the news\n\nOld bridge falls in Lyon\n\nOld bridge falls in Lyon\n\n" + body,
      "Old bridge falls in Lyon\n\nOld bridge falls in Lyon\n\n" + body),
    RewriteExample(
      "Home page politics\n\nFrom: Jo Felber\n\nOld bridge falls after storm in the the river\n\n" + body
        + " The the bridge had stood with with help.",
      "Old bridge falls after storm in the the river\n\n" + body + " The the bridge had stood with with help."),
    RewriteExample(
      "THIS MATERIAL WAS MADE AND SENT BY A PAPER THAT DOES THE WORK OF A FOREIGN TOWN OR OF A BODY OF IT.\n\n" + body
        + " The the bridge had stood with with help.\n\nThey left.",
      body + " The the bridge had stood with with help.\n\nThey left."),
    RewriteExample(
      "Monday, July 1, 2024\n\nDaily Bridge\n\nOld bridge falls in Lyon after storm\n\n" + body,
      "Old bridge falls in Lyon after storm\n\n" + body),
  ]
  public let leavesAlone = [
    "an old bridge falls in the rain\n\nThe bridge over the river in Lyon is no more.\n\n" + body
      + " The the bridge had stood with with help.",
    "July 1, 2024\n\nOld bridge falls in Lyon after storm\n\n" + body, "Lyon\n\nThe bridge\n\n" + body,
    "Chapter One\n\nThe Bridge\n\n" + body,
    "Old Bridge Falls in Lyon\nJuly 1, 2024\nMayor Jo Felber (left) looks at the old bridge (Tree photo)\n\nMayor Jo Felber (left) looks at the old bridge (Tree photo)\n\n"
      + body,
    "The mayor hides nothing …\n\nOld bridge falls after storm in the the river\n\n" + body
      + " The the bridge had stood with with help.",
    "“It was old.”\n\nOld bridge falls after storm in the the river\n\n" + body
      + " The the bridge had stood with with help.",
  ]

  static let calendar = WordSet(list: "site-header.calendar")

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let lines = document.paragraphs
    guard lines.count > 2 else { return }
    if isNotice(document) {
      proposals.delete(Span(lines[0].start, lines[1].start), .likely)
      return
    }
    guard let title = title(document) ?? subject(document), title > 0 else {
      if isSiteName(document) { proposals.delete(Span(lines[0].start, lines[1].start), .likely) }
      return
    }
    for index in 0..<title {
      proposals.delete(Span(lines[index].start, lines[index + 1].start), .likely)
    }
  }

  /// `THIS MATERIAL WAS MADE BY …`: a sentence in capitals above a text that has none, about a message or page.
  private func isNotice(_ document: Document) -> Bool {
    let text = document.text
    let line = document.paragraphs[0]
    guard (80...600).contains(line.count), text.isUpper(line.start), !text[line].contains(where: { $0 &- 0x61 < 26 }),
      text.has("THE ", at: line.start) || text.has("THIS ", at: line.start) || text.has("ALL ", at: line.start)
    else { return false }
    let words = document.words[document.wordRange(in: line)]
    return words.count >= 12 && words.prefix(6).contains { Self.pages.contains($0) }
      && document.paragraphs[1].count >= 100 && document.mayBearPage
  }
  private static let pages = WordSet(
    "message material materials content website site page publication article information text")

  /// Whether the first line is a few capitalized words right above a line of the page.
  private func isSiteName(_ document: Document) -> Bool {
    let text = document.text
    let lines = document.paragraphs
    let words = document.words[document.wordRange(in: lines[0])]
    return lines.count > 5 && isShort(text, lines[0]) && (2...4).contains(words.count)
      && words.allSatisfy { $0.isCapitalized && ($0.gap == .space || $0.gap == .line) }
      && document.pageResidue.contains { $0.index == 1 }
  }

  /// The line of the title, where what stands above it is a theme’s.
  private func title(_ document: Document) -> Int? {
    let text = document.text
    let lines = document.paragraphs
    if let block = TitleBlock(document) {
      let first = min(block.title, block.copy)
      // A caption that stands twice, as a picture’s text and below it, is no title: that stands above.
      if isCaption(text, lines[first]) { return nil }
      return first > 0 && first <= 5 && (0..<first).allSatisfy({ isShort(text, lines[$0]) }) ? first : nil
    }
    guard isDate(text, lines[0]) else { return nil }
    var index = 1
    while index < min(5, lines.count), isShort(text, lines[index]), TitleBlock.words(text, lines[index]) <= 4 {
      index += 1
    }
    guard index > 1, index < lines.count, TitleBlock.words(text, lines[index]) >= 5 else { return nil }
    guard TitleBlock.isTitle(text, lines[index]), TitleBlock.hasProse(lines, behind: index) else { return nil }
    return index
  }

  /// `The mayor (left) on the bridge (Tree photo)`, `The bridge. [TREE]`
  private func isCaption(_ text: Text, _ line: Span) -> Bool {
    let last = text[line.end - 1]
    return last == UInt8(ascii: ")") || last == UInt8(ascii: "]") || last == UInt8(ascii: ".")
  }

  /// The line of the title of damaged text: of the short lines before the first paragraph, the first that speaks of what the text
  /// speaks of.
  private func subject(_ document: Document) -> Int? {
    let text = document.text
    let lines = document.paragraphs
    guard document.isDamaged, let body = lines.firstIndex(where: { $0.count >= 160 }), body > 1, body <= 8 else {
      return nil
    }
    let head = document.words[document.wordRange(in: Span(lines[0].start, lines[body].start))]
    var k = head.startIndex
    for index in 0..<body {
      var shared = 0
      while k < head.endIndex, head[k].start < lines[index].end {
        let word = head[k]
        if word.count >= 4, !ProseWords.has(.joins, text, word.span),
          Int(document.wordCounts[word.hash].total) > head.count(where: { $0.hash == word.hash })
        {
          shared += 1
        }
        k += 1
      }
      // A sentence is the text's, and what stands above it may be its title.
      if shared >= 2, index > 0, text[lines[index].end - 1] == UInt8(ascii: ".") { return nil }
      if shared >= 2, TitleBlock.words(text, lines[index]) >= 4 {
        // The same title, cut short, stands above.
        return (0..<index).first {
          TitleBlock.isTitle(text, lines[$0]) && begins(document, lines[index], with: lines[$0])
        }
          ?? index
      }
      guard lines[index].count <= 80, shared <= 1, !isSaid(text, lines[index]) else { return nil }
    }
    return nil
  }

  private func begins(_ document: Document, _ line: Span, with title: Span) -> Bool {
    let words = document.words[document.wordRange(in: title)]
    return words.count >= 5
      && document.words[document.wordRange(in: line)].prefix(words.count).elementsEqual(words) { $0.hash == $1.hash }
  }

  /// Whether a line is a quotation or breaks off: a title or a sentence of the article, and no site’s name.
  private func isSaid(_ text: Text, _ line: Span) -> Bool {
    let first = text.scalar(at: line.start)
    let last = text.scalar(before: line.end)
    return first == "“" || first == "\"" || first == "„" || first == "«" || last == "”" || last == "\"" || last == "…"
      || last == "." || last == "»" || last == "“"
  }

  private func isShort(_ text: Text, _ line: Span) -> Bool {
    guard line.count <= 64, TitleBlock.words(text, line) <= 7 else { return false }
    switch text[line.end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ";"): return false
    default: return !text.isLower(line.start)
    }
  }

  /// Whether a line is nothing but a day.
  private func isDate(_ text: Text, _ line: Span) -> Bool {
    guard line.count <= 48 else { return false }
    var digits = 0
    var at = line.start
    while at < line.end {
      if text.isLetter(at) {
        let word = text.letters(from: at)
        guard Self.calendar.contains(Lexicon.hash(text.utf8, word.range)) else { return false }
        at = word.end
      } else {
        if text.isDigit(at) { digits += 1 }
        at = text.index(after: at)
      }
    }
    return digits >= 3
  }
}
