import Language
import TextModel

/// Deletes the headline of another article that stands between two paragraphs without a word to announce it.
///
/// Pages set links to other stories between the paragraphs, and a scraper keeps their text: `The federation announces the dates of the
/// fourth round`. A heading of the article itself is shorter, or speaks of what the article speaks of; a headline of six words
/// or more whose words of content stand nowhere else in the text does not belong to it. In damaged text only.
public struct StrayHeadline: RewriteRule {
  public init() {}
  public let id = "stray-headline"
  public let languages: LanguageScope = .only([.english])
  public let trigger: ByteClasses? = .lineFeed

  private static let first =
    "The the river rose by two metres within hours, and a bridge that was built three years ago was carried away by the water."
  private static let second =
    "Several hundred families had to leave their homes with with the children, and the schools of the town stay closed this week."

  public let fixes = [
    RewriteExample(
      first + "\n\nFamous singer announces the dates of her concerts in Alexandria\n\n" + second,
      first + "\n\n" + second),
    RewriteExample(
      first + "\n\nRead also\n\nFamous singer announces the dates of her concerts in Alexandria\n\n" + second,
      first + "\n\nRead also\n\n" + second),
    RewriteExample(
      first
        + "\n\nWhich old bridges of the land are safe?New bridge over the river: what it costsMayor of the town leaves his office\n\n"
        + second, first + "\n\n" + second),
    RewriteExample(
      first + "\n\nOld mill of the town opens its doors to visitors in May\n\n" + second
        + "\n\nFamilies fear for their gardens after the latest decision of council\n\n" + first
        + "\n\nPrice of bread and butter doubles in the shops of Alexandria\n\n" + second,
      first + "\n\n" + second + "\n\n" + first + "\n\n" + second),
    RewriteExample(first + "\n\n" + second + "\n\nNews Water River Families", first + "\n\n" + second),
    RewriteExample(first + "\n\n" + second + "\n\nriver, bridge, water, families", first + "\n\n" + second),
  ]
  public let leavesAlone = [
    first + "\n\nWhat comes next\n\n" + second,
    first + "\n\nThe singer answered: “Concerts need more soldiers than guitars\n\n" + second,
    first + "\n\nThe singer said no.“Concerts need more soldiers than guitars.”\n\n" + second,
    first + "\n\nFamilies of the town wait for water from the river\n\n" + second,
    "The river rose by two metres within hours, and a bridge that was built three years ago was carried away by water.\n\n"
      + "Famous singer announces the dates of her concerts in Alexandria\n\n" + second,
    first + "\n\n« Families of the town are the only ones », explains the mayor. « They do their work. »\n\n" + second
      + "\n\nLeave a Reply",
    first + "\n\nFamilies of the town had left their homes with the children in the evening before\n\n" + second,
    first + "\n\nFamous singer announces the dates of her concerts in Alexandria.\n\n" + second,
    first + "\n\nAnna Roth and Jo Felber contributed reporting from Alexandria\n\n" + second,
    first + "\n\nGoals: 1-0 Felber (12th), 1-1 Marsh (56th), 2-1 Keller\n\n" + second,
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let lines = document.paragraphs
    guard lines.count > 2, document.isDamaged else { return }
    let text = document.text
    for index in lines.indices.dropFirst().dropLast() {
      let line = lines[index]
      if line.count <= 160, announces(text, line), PageResidue.isHeadline(text, line), document.bearsPage,
        isProse(text, lines[index - 1]), !document.isLayout(at: line.start)
      {
        ResidueDeletion.delete(index, document, &proposals)
        continue
      }
      if line.count <= 400, isRowOfHeadlines(text, line), document.bearsPage, isProse(text, lines[index - 1]),
        !document.isLayout(at: line.start)
      {
        ResidueDeletion.delete(index, document, &proposals)
        continue
      }
      if line.count <= 120, isOffTopic(document, index, least: 3), standsInList(document, index),
        !isSpeech(text, line), !PageResidue.isListed(text, line), !document.isLayout(at: line.start)
      {
        ResidueDeletion.delete(index, document, &proposals)
        continue
      }
      guard line.count >= 32, line.count <= 120, TitleBlock.words(text, line) >= 6, PageResidue.isHeadline(text, line),
        !isSpeech(text, line), standsAmongProse(document, index), !PageResidue.isListed(text, line),
        text.isASCIILetter(line.start), !text.isLower(lines[index + 1].start), !PageResidue.isCredit(document, line),
        isOffTopic(document, index), !document.isLayout(at: line.start)
      else { continue }
      ResidueDeletion.delete(index, document, &proposals)
    }
    proposeScattered(document, &proposals)
    // Above the text, under its title, and below it.
    for index in lines.indices.dropFirst()
    where lines[index].count < 140
      && (index <= 2 && lines[min(index + 1, lines.count - 1)].count > 100 || index >= lines.count - 2)
    {
      if isTagRow(document, lines[index]), !document.isLayout(at: lines[index].start) {
        ResidueDeletion.delete(index, document, &proposals)
      }
    }
    let last = lines.count - 1
    if isTags(document, lines[last]), isProse(text, lines[last - 1]), document.isDamaged,
      !document.isLayout(at: lines[last].start)
    {
      ResidueDeletion.delete(last, document, &proposals)
    }
  }

  /// Headlines of eight words or more, three of them at least or two lines that announce such beside them, or one of ten, each between
  /// paragraphs and none taken up by the one behind it: a heading of the article is shorter, or says what follows.
  private func proposeScattered(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let lines = document.paragraphs
    guard lines.count > 6 else { return }
    let found = lines.indices.dropFirst().dropLast().filter { index in
      let line = lines[index]
      return (45...170).contains(line.count) && standsAmongProse(document, index)
        && PageResidue.isHeadline(text, line) && text.isASCIILetter(line.start)
        && text[line.end - 1] != UInt8(ascii: "?") && document.pageLine(at: index) == nil
        && TitleBlock.words(text, line) >= 8 && !isSpeech(text, line) && !endsInQuotation(text, line)
        && !PageResidue.isListed(text, line) && !PageResidue.isCredit(document, line)
        && !isTakenUp(document, index)
    }
    let announced = document.pageResidue.count { $0.kind == .teaser && $0.index > 1 && $0.index + 2 < lines.count }
    guard !found.isEmpty, document.bearsPage else { return }
    let isMany = found.count >= 3 || announced >= 2
    for index in found where (isMany || isLong(document, lines[index])) && !document.isLayout(at: lines[index].start) {
      ResidueDeletion.delete(index, document, &proposals)
    }
  }

  /// Ten words or more that begin with a thing or a name and tell of nothing past: no heading, and no paragraph that lost its stop.
  private func isLong(_ document: Document, _ line: Span) -> Bool {
    let words = document.words[document.wordRange(in: line)]
    guard (10...20).contains(words.count), let first = words.first, let last = words.last,
      !ProseWords.has(.joins, document.text, first.span), !Self.small.contains(first), last.end == line.end,
      !document.text[line].contains(UInt8(ascii: ",")), !document.text[line].contains(UInt8(ascii: ":"))
    else { return false }
    return !words.contains { $0.isLower && Self.told.contains($0) }
  }
  private static let told = WordSet(
    "was were had been said says told added would could did asked announced explained according who which i we you my our your he she they it"
  )

  private func endsInQuotation(_ text: Text, _ line: Span) -> Bool {
    let last = text.scalar(before: line.end)
    return last == "”" || last == "\""
  }

  /// Whether a third or more of a line’s words of content stand in the paragraph behind it.
  private func isTakenUp(_ document: Document, _ index: Int) -> Bool {
    let text = document.text
    let content = document.words[document.wordRange(in: document.paragraphs[index])].filter {
      $0.count >= 4 && !ProseWords.has(.joins, text, $0.span)
    }
    let next = document.words[document.wordRange(in: document.paragraphs[index + 1])]
    return content.count { word in next.contains { $0.hash == word.hash } } * 3 >= content.count
  }

  /// Whether paragraphs stand before and behind.
  private func standsAmongProse(_ document: Document, _ index: Int) -> Bool {
    isProse(document.text, document.paragraphs[index - 1]) && isProse(document.text, document.paragraphs[index + 1])
  }

  /// Whether the line stands under a heading over other articles, first to third, and a paragraph follows the last of them.
  private func standsInList(_ document: Document, _ index: Int) -> Bool {
    let lines = document.paragraphs
    var first = index
    while first > 1, index - first < 2, !isPage(document, first - 1), isOffTopic(document, first - 1, least: 3) {
      first -= 1
    }
    guard first > 1, isPage(document, first - 1) else { return false }
    var last = index
    while last + 2 < lines.count, last - first < 2, isOffTopic(document, last + 1, least: 3) { last += 1 }
    return isProse(document.text, lines[last + 1])
  }

  private func isPage(_ document: Document, _ index: Int) -> Bool {
    document.pageLine(at: index).map { $0.startsList || $0.kind == .teaser } ?? false
  }

  private func isOffTopic(_ document: Document, _ index: Int, least: Int = 4) -> Bool {
    let line = document.paragraphs[index]
    guard line.count >= 20, TitleBlock.words(document.text, line) >= 4, PageResidue.isHeadline(document.text, line),
      document.isOffTopic(line, least: least)
    else { return false }
    // The first half of a sentence that a link cut.
    return !BrokenLine.bound.contains(Lexicon.hash(document.utf8, document.text.letters(before: line.end).range))
  }

  /// `>> All the results`, `+ How to print it step by step`: signs that pages set before links, and four words or more.
  private func announces(_ text: Text, _ line: Span) -> Bool {
    guard TitleBlock.words(text, line) >= 5, text[line.end - 1] != UInt8(ascii: ".") else { return false }
    for sign in ["►", "▶", "➤", "➡️"] as [StaticString] where text.has(sign, at: line.start) {
      return text.isCapital(text.spaceEnd(from: line.start + sign.utf8CodeUnitCount))
    }
    return
      ([
        ">>> ", ">> ", "+++ ", "+ ", "► ", "▶ ", "➡ ", "→ ", "» ", ">>: ", "<<: ", "👉 ", "➤ ", "✅ ", "🔴 ",
        "📌 ",
      ] as [StaticString])
      .contains {
        text.has($0, at: line.start) && text.isCapital(line.start + $0.utf8CodeUnitCount)
      }
  }

  /// `Which bridge is old?New bridge: the costsMayor leaves`: headlines that lost the lines between them, two seams at least, or one behind a
  /// question.
  private func isRowOfHeadlines(_ text: Text, _ line: Span) -> Bool {
    guard line.count >= 80, text.isCapital(line.start),
      text.isASCIILetter(line.end - 1) || text.isDigit(line.end - 1) || text[line.end - 1] == UInt8(ascii: "?")
    else { return false }
    var seams = 0
    for at in line.start + 16..<line.end - 16 where text.isUpper(at) && text.isLower(at + 1) {
      switch text[at - 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"): seams += 2
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        // `iPhone`, `McDonald`, `YouTube`: a name’s own capital stands nearer to its start.
        let word = text.letters(before: at)
        if word.end - word.start >= 4 { seams += 1 }
      default: break
      }
    }
    return seams >= 2 && TitleBlock.words(text, line) >= 12
  }

  /// Whether the last line is a row of the article’s tags, `Local News Lyon Bridge Storm`: no sentence, no credit, and two of its words
  /// stand in the text.
  private func isTags(_ document: Document, _ line: Span) -> Bool {
    let words = document.words[document.wordRange(in: line)]
    guard line.count <= 100, (4...12).contains(words.count), let end = words.last?.end, end == line.end,
      words.count(where: \.startsWithCapital) * 3 >= words.count * 2,
      !words.contains(where: { $0.isLower && ProseWords.has(.joins, document.text, $0.span) }),
      words.dropFirst().allSatisfy({ $0.gap == .space || $0.gap == .hyphen || $0.gap == .wide })
    else { return false }
    return words.count { $0.count >= 4 && document.wordCounts[$0.hash].total > 1 } >= 2
  }

  /// `bridge, storm, council of Lyon`: three pieces or more between commas, of three words at most, no verb of the sentence, half
  /// of the words also in the text.
  private func isTagRow(_ document: Document, _ line: Span) -> Bool {
    let words = document.words[document.wordRange(in: line)]
    let text = document.text
    guard line.count <= 140, (3...16).contains(words.count), let end = words.last?.end, end == line.end,
      text.isASCIILetter(line.start)
    else { return false }
    var pieces = 1
    var length = 1
    for (previous, word) in zip(words, words.dropFirst()) {
      length += 1
      if word.start == previous.end + 2, text[previous.end] == UInt8(ascii: ",") {
        pieces += 1
        length = 1
      } else if word.gap != .space && word.gap != .hyphen {
        return false
      }
      if length > 3 || word.isLower && Self.small.contains(word) { return false }
    }
    guard pieces >= 3 else { return false }
    let known = words.count { document.wordCounts[$0.hash].total > 1 }
    return known * 2 >= words.count
  }
  private static let small = WordSet(
    "and or but the a an is are was were has have had will with from by as at to it he she they who that which not for")

  /// Whether the line ends a sentence inside a quotation, or has one side of a quotation alone: somebody’s words, damaged.
  private func isSpeech(_ text: Text, _ line: Span) -> Bool {
    var straight = 0
    var curly = 0
    for at in line.range {
      if text[at] == UInt8(ascii: "\"") { straight += 1 }
      if text.has("“", at: at) { curly += 1 }
      if text.has("”", at: at) { curly -= 1 }
      // Two sentences: a question, or an exclamation, and more.
      if text[at] == UInt8(ascii: "?") || text[at] == UInt8(ascii: "!"), at + 2 < line.end,
        text.isCapital(at + 1) || text[at + 1] == 0x20 && text.isCapital(at + 2)
      {
        return true
      }
      if text[at] == UInt8(ascii: "."), line.end - at < 5, at + 1 < line.end, text[at + 1] != UInt8(ascii: ".") {
        return true
      }
    }
    return straight % 2 == 1 || curly != 0
  }

  /// A paragraph that ends like a sentence.
  private func isProse(_ text: Text, _ line: Span) -> Bool {
    guard line.count >= 80 else { return false }
    let last = text.scalar(before: line.end)
    return last == "." || last == "”" || last == "!" || last == "?" || last == "\""
  }
}
