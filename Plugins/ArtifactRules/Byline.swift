import Language
import TextModel

/// Deletes who wrote an article and when, where the page set it on lines of their own above the text.
///
/// `Jo Felber` over `Apr 6 2023`, `By Jo Felber March 4, 2026 | 6:00 AM`, `2023-02-21T14:12:08Z`, a name that stands twice, a name
/// alone above the first paragraph, `[Culture Desk = Reporter Kim Jo]` before it.  Only where other lines, or damage in the text, show that
/// the page came along; a byline without date above a clean article stays, and so does a day alone.
public struct Byline: RewriteRule {
  public init() {}
  public let id = "byline"
  public let languages: LanguageScope = .only([.english])
  public let trigger: ByteClasses? = .lineFeed

  private static let body =
    "The the bridge over the river fell with with the storm on Monday night after three days of rain, and nobody was hurt, he said."
  private static let more = "\n\nIt was built in 1951.\n\nA new one will be built.\n\nThe town has the money."

  public let fixes = [
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nJo Felber\n\nApr 6 2023\n\n" + body + more,
      "Old bridge falls in Lyon after storm\n\n" + body + more),
    RewriteExample(
      "By Jo Felber March 4, 2026 | 6:00 AM\n\nOld bridge falls in Lyon after storm\n\n" + body + more,
      "Old bridge falls in Lyon after storm\n\n" + body + more),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\n2023-02-21T14:12:08.455Z\n\n" + body + more,
      "Old bridge falls in Lyon after storm\n\n" + body + more),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nWritten by Maria Felber on May 5, 2020\n\n" + body + more,
      "Old bridge falls in Lyon after storm\n\n" + body + more),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nBY MARIA FELBER\n\n" + body + " They left of of it ." + more,
      "Old bridge falls in Lyon after storm\n\n" + body + " They left of of it ." + more),
    RewriteExample("Maria Felber\n\n" + body + more, body + more),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nby daily bridge\n\n" + body + more,
      "Old bridge falls in Lyon after storm\n\n" + body + more),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nBy John\n\n" + body + " They left of of it ." + more,
      "Old bridge falls in Lyon after storm\n\n" + body + " They left of of it ." + more),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nBy our correspondent in Lyon\n\n" + body + more,
      "Old bridge falls in Lyon after storm\n\n" + body + more),
    RewriteExample(
      "Maria Felber\n\nLyon\n\nUpdated Sunday, March 10, 2024-12:28\n\nOld bridge falls in the north after storm\n\n"
        + body + more,
      "Old bridge falls in the north after storm\n\n" + body + more),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nArticle written by\n\nJ. Felber, M. Roth – Tree TV\n\nTree Television\n\n"
        + body + more,
      "Old bridge falls in Lyon after storm\n\n" + body + more),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nIvan Felber\n\nIvan Felber said of the the bridge: " + body + more,
      "Old bridge falls in Lyon after storm\n\nIvan Felber said of the the bridge: " + body + more),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nRIA Volga\n\n" + body + more,
      "Old bridge falls in Lyon after storm\n\n" + body + more),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nParis (Debrief)\n\n" + body + more,
      "Old bridge falls in Lyon after storm\n\n" + body + more),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nLyon: Maria Felber\n\n" + body + more,
      "Old bridge falls in Lyon after storm\n\n" + body + more),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\n[Lyon Daily Bridge Today Reporter Lee Jo-min]\n\n" + body + more,
      "Old bridge falls in Lyon after storm\n\n" + body + more),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nMonday – Shawwal 8 1442 Hijri – 20 May 2021 AD Issue No. 15514\n\n"
        + body + more,
      "Old bridge falls in Lyon after storm\n\n" + body + more),
    RewriteExample(
      "Old bridge falls in Lyon\n\n[Lyon Daily Bridge Reporter Lee Jo-min]\n\nThe bridge over the river fell into the water on Monday night after a storm of three days.",
      "Old bridge falls in Lyon\n\nThe bridge over the river fell into the water on Monday night after a storm of three days."
    ),
    RewriteExample("Source: Tree Money, Compilation: Lyon Daily\n\n" + body + more, body + more),
    RewriteExample("[Daily Bridge Reporter Kim Jo]\n\nBridge\n\n" + body + more, "Bridge\n\n" + body + more),
    RewriteExample(
      "Old bridge falls in Lyon after stormBy Jo Felber\nPublished : March 24, 2024 - 13:59\n" + body + more,
      "Old bridge falls in Lyon after storm\n" + body + more),
    RewriteExample("[Culture Desk = Reporter Kim Jo] " + body + more, body + more),
  ]
  public let leavesAlone = [
    "Old bridge falls in Lyon after storm\n\n2:45 p.m.\n\n" + body + more + more + more
      + "\n\n5:10 p.m.\n\nIt was cold.",
    "Old bridge falls in Lyon after storm\n\nJo Felber\n\nThe bridge fell on Monday night.\n\nNobody was hurt.\n\nIt was old.",
    "Jo Felber\n\nApr 6 2023\n\nDear Ana, the bridge fell on Monday night.\n\nNobody was hurt.\n\nYours, Jo",
    "Maria Felber\n\n" + body + " Felber had crossed it." + more,
  ]

  /// How many lines are looked at.
  private static let depth = 10

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let lines = document.paragraphs
    if proposeReporter(document, &proposals) { return }
    guard lines.count >= 3,
      document.mayBearPage || lines.count > 3 && lines[1].count <= 40 && lines[2].count <= 40
        || lines.count > 3 && lines[1...3].contains(where: { $0.count <= 80 && hasClock(document.text, $0) })
    else { return }
    let head = lines.prefix(Self.depth).map { BylineLine(document, $0) }
    // `10:30 a.m.` over each paragraph: the times of what happened.
    if head.count(where: { $0.kind == .moment }) > 3
      || head.count(where: { $0.kind == .moment && !$0.hasYear && $0.hasClock }) > 1
    {
      return
    }
    let body = lines.firstIndex { $0.count >= 120 } ?? 0
    guard document.mayBearPage || isStamped(document, lines, head, body) else { return }
    proposeGlued(document, body, &proposals)
    if let end = deskEnd(document) {
      proposals.delete(Span(lines[0].start, end), .likely)
    }
    for index in head.indices where goes(document, lines, head, index, body) {
      // A time in numbers alone looks like a log’s.
      guard head[index].kind == .moment || head[index].isSure || !document.isVerbatim(at: lines[index].start) else {
        return
      }
      proposals.delete(Span(lines[index].start, lines[index + 1].start), .likely)
      // `• Politics The council admits it`: a link of the page under the date.
      let next = index + 1
      if next <= body, lines[next].count <= 240, document.text.has("• ", at: lines[next].start),
        TitleBlock.words(document.text, lines[next]) >= 6,
        !lines[(next + 1)...].contains(where: { document.text.has("• ", at: $0.start) })
      {
        proposals.delete(Span(lines[next].start, lines[next + 1].start), .likely)
      }
    }
  }

  /// `[Daily Bridge Reporter Kim Jo]` between the title and a paragraph of any text: the papers of Korea set it so, and no English one does.
  private func proposeReporter(_ document: Document, _ proposals: inout Proposals) -> Bool {
    let lines = document.paragraphs
    for index in lines.indices.dropFirst().dropLast().prefix(3)
    where document.text[lines[index].start] == UInt8(ascii: "[") && lines[index + 1].count >= 80 {
      let line = BylineLine(document, lines[index])
      guard line.kind == .author, line.isSure, !document.mayBearPage else { continue }
      proposals.delete(Span(lines[index].start, lines[index + 1].start), .likely)
      return true
    }
    return false
  }

  /// `09:12`
  private func hasClock(_ text: Text, _ line: Span) -> Bool {
    guard line.count >= 12 else { return false }
    return (line.start + 1..<line.end - 2).contains {
      text[$0] == UInt8(ascii: ":") && text.isDigit($0 - 1) && text.isDigit($0 + 1)
    }
  }

  /// `Old bridge falls in LyonBy Jo Felber`: behind a title, to the end of its line.
  private func proposeGlued(_ document: Document, _ body: Int, _ proposals: inout Proposals) {
    let text = document.text
    for line in document.paragraphs.prefix(min(max(body, 1), 24)) where line.count > 32 && line.count <= 200 {
      guard
        let at = (line.start + 24..<line.end - 6).last(where: {
          text.has("By ", at: $0) && text.isCapital($0 + 3)
            && (text.isLower($0 - 1) || text.isDigit($0 - 1) || text[$0 - 1] >= 0x80)
        })
      else { continue }
      let words = document.words[document.wordRange(in: Span(at + 3, line.end))]
      guard (2...4).contains(words.count), words.last?.end == line.end,
        words.allSatisfy({ $0.startsWithCapital || $0.gap == .hyphen || BylineWords.particles.contains($0) })
      else { continue }
      proposals.delete(Span(at, line.end), .likely)
    }
  }

  /// `12:01 PM` and `Monday, April 15, 2024` on two lines between the title and the text: no author sets them so.
  private func isStamped(_ document: Document, _ lines: [Span], _ head: [BylineLine], _ body: Int) -> Bool {
    guard body > 1, body < head.count, TitleBlock.isTitle(document.text, lines[0]) else { return false }
    // `14 March 2023 | 09:12`, `Last modified: 14/03/2023 at 09:12`
    if head[1..<body].contains(where: {
      ($0.kind == .moment || $0.kind == .posted) && $0.hasClock && $0.hasYear
    }) {
      return true
    }
    guard body > 2 else { return false }
    return (2..<body).contains {
      head[$0].kind == .moment && head[$0 - 1].kind == .moment && head[$0].hasClock != head[$0 - 1].hasClock
        && (head[$0].hasYear || head[$0 - 1].hasYear)
    }
  }

  private func goes(_ document: Document, _ lines: [Span], _ head: [BylineLine], _ index: Int, _ body: Int) -> Bool {
    guard index + 1 < lines.count else { return false }
    let neighbours = [index - 1, index + 1].filter { head.indices.contains($0) }
    switch head[index].kind {
    case .moment:
      if head[index].hasClock, !head[index].hasYear, isLive(document) { return false }
      if head[index].hasClock || head[index].isPosting { return true }
      // A day alone: between the title and the text, or above both.
      return index < body && index <= 4 && !document.text.has("Dear", at: lines[index + 1].start)
        || neighbours.contains { head[$0].kind == .person } && index > 0
    case .posted: return true
    case .author:
      return index < body && index <= 6
        && (document.isDamaged || document.text[lines[index].start] == UInt8(ascii: "["))
        && (document.text[lines[index].start] == UInt8(ascii: "[")
          || (0..<body).contains { $0 != index && TitleBlock.isTitle(document.text, lines[$0]) })
    // `Lyon` between `Jo Felber` and `Updated Sunday, March 10, 2024`
    case .town:
      return index > 0 && index < body && head.indices.contains(index + 1) && head[index - 1].kind == .person
        && head[index + 1].kind == .moment
    case .small: return index > 0 && index <= 3
    case .lead: return index < body
    case .place: return index < body && index <= 2 && document.isDamaged
    case .desk: return index > 0 && index < body && (index <= 2 || index + 1 == body) && document.isDamaged
    case .person:
      if index > 0, neighbours.contains(where: { head[$0].kind == .moment }) { return true }
      if index + 1 < head.count, head[index + 1].kind == .person {
        return document.text[lines[index]].elementsEqual(document.text[lines[index + 1]])
      }
      if index > 0, head[index - 1].kind == .lead { return true }
      // `RIA Volga`: an agency.
      if index > 0, index < body, head[index].isAgency, TitleBlock.isTitle(document.text, lines[0]), document.isDamaged,
        isStrange(document, lines[index])
      {
        return true
      }
      if index > 0, index < body, follows(document, lines, head, index) { return true }
      // Whose picture stood between the title and the first paragraph, which names him too.
      if index > 0, index + 1 == body, lines[..<index].contains(where: { TitleBlock.isTitle(document.text, $0) }),
        document.bearsPage,
        isNamed(document, lines[index], in: lines[body])
      {
        return true
      }
      if head.indices.contains(index + 2), head[index + 1].kind == .town, head[index + 2].kind == .moment {
        return true
      }
      // Between the title and the text.
      if index > 0, index <= 3, index < body, head.count(where: { $0.kind == .person }) == 1,
        TitleBlock.isTitle(document.text, lines[0]), document.isDamaged, beginsWithGivenName(document, lines[index])
      {
        return true
      }
      return index == 0
        && (lines[1].count >= 120 && document.bearsPage
          || TitleBlock.isTitle(document.text, lines[1]) && document.isDamaged)
        && isStranger(document, lines[0])
    case .other: return index > 0 && index < body && follows(document, lines, head, index)
    }
  }

  /// `6:05 p.m.` on lines of their own further down: the hours of a live report.
  private func isLive(_ document: Document) -> Bool {
    let text = document.text
    var hours = 0
    for line in document.paragraphs where line.count <= 12 && text.isDigit(line.start) {
      if text[line].contains(UInt8(ascii: ":")) { hours += 1 }
      if hours > 1 { return true }
    }
    return false
  }

  /// Whether a line begins with a given name, behind `By` or not.
  private func beginsWithGivenName(_ document: Document, _ line: Span) -> Bool {
    let range = document.wordRange(in: line)
    let words = document.words
    let first = BylineWords.by.contains(words[range.lowerBound]) ? range.lowerBound + 1 : range.lowerBound
    return first < range.upperBound && Lexicon.entry(words[first].hash).isCommonName
  }

  /// Whether a line of names stands under `Article written by`, or under such a line: `J. Felber, M. Roth – Tree TV`, `Tree Television`.
  private func follows(_ document: Document, _ lines: [Span], _ head: [BylineLine], _ index: Int) -> Bool {
    let words = document.words[document.wordRange(in: lines[index])]
    guard words.count > 1, words.count <= 14, words.allSatisfy({ $0.startsWithCapital || $0.shape.contains(.digit) }),
      document.text[lines[index].end - 1] != UInt8(ascii: ".")
    else { return false }
    return head[index - 1].kind == .lead
      || index > 1 && head[index - 2].kind == .lead
        && (head[index - 1].kind == .other || head[index - 1].kind == .person)
  }

  /// Whether the first word of a line stands nowhere else in the text.
  private func isStrange(_ document: Document, _ line: Span) -> Bool {
    document.words[document.wordRange(in: line)].first.map { document.wordCounts[$0.hash].total == 1 } ?? false
  }

  /// Whether all words of a line stand in a paragraph too.
  private func isNamed(_ document: Document, _ line: Span, in paragraph: Span) -> Bool {
    let words = document.words[document.wordRange(in: paragraph)]
    return document.words[document.wordRange(in: line)].allSatisfy { name in words.contains { $0.hash == name.hash } }
  }

  /// Whether a line begins with a given name and names nobody whom the text speaks of.
  private func isStranger(_ document: Document, _ line: Span) -> Bool {
    let range = document.wordRange(in: line)
    let words = document.words
    guard let first = range.first, let last = range.last, Lexicon.entry(words[first].hash).isCommonName else {
      return false
    }
    return document.wordCounts[words[last].hash].total == 1 && document.wordCounts[words[first].hash].total == 1
  }

  /// Where `[Culture Desk = Reporter Kim Jo] ` ends that begins the text.
  private func deskEnd(_ document: Document) -> Int? {
    let text = document.text
    let line = document.paragraphs[0]
    guard text[line.start] == UInt8(ascii: "[") || text[line.start] == UInt8(ascii: "(") else { return nil }
    var hasSign = false
    for at in line.start + 1..<min(line.start + 80, line.end) {
      if text[at] == UInt8(ascii: "=") { hasSign = true }
      if text[at] == UInt8(ascii: "]") || text[at] == UInt8(ascii: ")") {
        return hasSign && at + 20 < line.end && text[at + 1] == 0x20 && text.isUpper(line.start + 1) ? at + 2 : nil
      }
    }
    return nil
  }
}
