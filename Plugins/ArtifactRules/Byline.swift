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
  private static let posting = WordSet(list: "byline.posting")
  private static let by = WordSet(list: "byline.by")
  private static let particles = WordSet(list: "byline.particles")

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let lines = document.paragraphs
    guard lines.count >= 4,
      document.mayBearPage || lines[1].count <= 40 && lines[2].count <= 40
        || lines[1...3].contains(where: { $0.count <= 80 && hasClock(document.text, $0) })
    else { return }
    let head = lines.prefix(Self.depth).map { line in line.count <= 140 ? Shape(document, line) : Shape() }
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
        words.allSatisfy({ $0.startsWithCapital || $0.gap == .hyphen || Self.particles.contains($0) })
      else { continue }
      proposals.delete(Span(at, line.end), .likely)
    }
  }

  /// `12:01 PM` and `Monday, April 15, 2024` on two lines between the title and the text: no author sets them so.
  private func isStamped(_ document: Document, _ lines: [Span], _ head: [Shape], _ body: Int) -> Bool {
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

  private func goes(_ document: Document, _ lines: [Span], _ head: [Shape], _ index: Int, _ body: Int) -> Bool {
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
    let first = Self.by.contains(words[range.lowerBound]) ? range.lowerBound + 1 : range.lowerBound
    return first < range.upperBound && Lexicon.entry(words[first].hash).isCommonName
  }

  /// Whether a line of names stands under `Article written by`, or under such a line: `J. Felber, M. Roth – Tree TV`, `Tree Television`.
  private func follows(_ document: Document, _ lines: [Span], _ head: [Shape], _ index: Int) -> Bool {
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

  /// `By Jo Felber and Anna Roth`, `From our correspondent in Lyon`, `Author: Tree Weekly`, `By AFP`: a word for writing and who it was.
  private static func isAuthor(_ text: Text, _ words: ArraySlice<Word>, _ line: Span) -> Bool {
    guard words.count > 1, words.count <= 10, let last = words.last, last.end == line.end else { return false }
    var names = 0
    for word in words.dropFirst() {
      if word.startsWithCapital {
        // `By Train To Lyon`
        if ProseWords.has(.joins, text, word.span) { return false }
        names += word.isAllCapitals && word.count <= 5 || staff.contains(word) ? 2 : 1
      } else if staff.contains(word) {
        names += 2
      } else if !particles.contains(word), !joints.contains(word) {
        return false
      }
      if word.gap == .stop, word.start > line.start + 12 { return false }
    }
    let first = words[words.startIndex]
    let isSet = text.has(":", at: first.end) || text.has(" :", at: first.end)
    return names > 1 || isSet && names > 0
  }
  private static let translated = WordSet("of de di von published posted")

  /// `Source: Tree Money, Compilation: Lyon Daily`: two fields or more, and names.
  private static func isFields(_ text: Text, _ words: ArraySlice<Word>, _ line: Span) -> Bool {
    guard line.count <= 100, text[line.end - 1] != UInt8(ascii: ".") else { return false }
    let heads = words.count { fields.contains($0) && text.has(":", at: $0.end) }
    return heads > 1 && text.has(":", at: words[words.startIndex].end) && words.allSatisfy(\.startsWithCapital)
  }
  private static let fields = WordSet(
    "source compilation compiled compiler text author editor editing translation translator translated photo photos report reporter written writer"
  )
  /// `Monday – Shawwal 8 1442 Hijri – 20 May 2021 AD No. 15514`: a day in two calendars, with the number of the paper or not.
  private static func isInCalendars(_ document: Document, _ words: ArraySlice<Word>) -> Bool {
    guard (5...16).contains(words.count), words.contains(where: eras.contains),
      words.count(where: { $0.shape.contains(.digit) }) >= 3
    else { return false }
    return words.allSatisfy {
      $0.shape.contains(.digit) || eras.contains($0) || SiteHeader.calendar.contains($0) || issues.contains($0)
        || !MeasureClass.of(document.text, $0.span).isDisjoint(with: [.month, .monthOrWord, .weekday, .meridiem])
    }
  }
  private static let eras = WordSet(
    "muharram safar rabi awwal akhir thani jumada rajab shaban shaaban ramadan shawwal dhu qadah hijjah hijri hijriya ah gregorian farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand tishrei cheshvan kislev tevet shevat adar nisan iyar sivan tammuz elul heisei reiwa"
  )
  private static let issues = WordSet("issue case number no nr ad ce al the of corresponding to")

  private static let comments = WordSet("comment comments")
  private static let writers = WordSet("written author editor reporter reported writer correspondent")
  private static let staff = WordSet(
    "staff editors editorial newsroom desk admin correspondent envoy agencies redaction")
  private static let joints = WordSet("and our special in the for with by team")

  /// What a short line consists of.
  private struct Shape {
    enum Kind { case moment, person, posted, author, small, lead, place, desk, town, other }
    var kind = Kind.other
    var hasClock = false
    var hasYear = false
    var isPosting = false
    var isAgency = false
    /// Whether it is no table or code, whatever it looks like.
    var isSure = false

    init() {}

    init(_ document: Document, _ line: Span) {
      let text = document.text
      let words = document.words[document.wordRange(in: line)]
      // `-- Jo Felber, Feb 1, 1989` says whose the words above are.
      guard let first = words.first, words.count <= 24, text[line.start] != UInt8(ascii: "-") else { return }
      // `[Daily Bridge Reporter Kim Jo]`
      if text[line.start] == UInt8(ascii: "["), text[line.end - 1] == UInt8(ascii: "]"), words.count <= 10,
        words.contains(where: Byline.writers.contains),
        words.allSatisfy({ !$0.isLower || $0.gap == .hyphen || Byline.writers.contains($0) })
      {
        kind = .author
        isSure = true
        return
      }
      // `jo@bridge.example`, `Jo Felber [jo@bridge.example]`
      if let at = line.range.first(where: { text[$0] == UInt8(ascii: "@") }), words.count <= 8, line.count <= 80,
        text.isASCIILetter(at + 1),
        words.allSatisfy({ $0.startsWithCapital || $0.end >= at - 24 && $0.gap != .space || $0.start == line.start }),
        text[Span(at, line.end)].contains(UInt8(ascii: ".")), !text[Span(at, line.end)].contains(0x20)
      {
        kind = .author
        return
      }
      // `Of Jo Felber`, `Published by Jo Felber`: a translator’s by.
      if words.count <= 5, Byline.translated.contains(first), first.isCapitalized, words.count >= 3,
        words.last?.end == line.end
      {
        let names = words.dropFirst(Byline.by.contains(words[words.startIndex + 1]) ? 2 : 1)
        if names.count >= 2, names.allSatisfy({ $0.startsWithCapital && ($0.gap == .space || $0.gap == .hyphen) }),
          names.first.map({ Lexicon.entry($0.hash).isCommonName }) == true
        {
          kind = .author
          return
        }
      }
      if Byline.by.contains(first) || Byline.writers.contains(first), Byline.isAuthor(text, words, line) {
        kind = .author
        return
      }
      if Byline.fields.contains(first), Byline.isFields(text, words, line) {
        kind = .posted
        return
      }
      if Byline.isInCalendars(document, words) {
        kind = .moment
        hasYear = true
        return
      }
      var names = 0
      var others = 0
      var dates = 0
      var digits = 0
      for word in words {
        // Most lines are no byline, and one word of a longer one says so.
        if others > 0, words.count > 5 { return }
        let measure = word.shape.contains(.digit) ? [] : MeasureClass.of(text, word.span)
        if word.shape.contains(.digit) {
          digits += word.count
          if word.count == 4 { hasYear = true }
          if word.count <= 2, text[word.end < text.count ? word.end : word.start] == UInt8(ascii: ":"),
            text.isDigit(word.end + 1)
          {
            hasClock = true
          }
        } else if !measure.isDisjoint(with: [
          .month, .monthOrWord, .weekday, .meridiem, .zone, .relativeDay, .back, .since,
        ]) {
          dates += 1
        } else if digits > 0 || word.startsWithCapital,
          !measure.isDisjoint(with: [.dayUnit, .clockUnit, .ordinal]) || SiteHeader.calendar.contains(word)
        {
          if word.count > 2, digits > 0 { dates += 1 }
        } else if word.count == 1, word.isLower {
          // `p.m.`
          continue
        } else if Byline.posting.contains(word) {
          if word.count > 4 { isPosting = true }
        } else if word.startsWithCapital {
          names += 1
        } else if !Byline.particles.contains(word), !(word.count == 4 && text.has("with", at: word.start)) {
          others += 1
        }
      }
      let last = text[line.end - 1]
      // `The Daily Bridge18-07-2025`
      if line.count <= 60, line.count > 14, text.isLower(line.end - 11), text.isDigit(line.end - 1), digits >= 8,
        text[Span(line.end - 10, line.end)].count(where: { $0 &- 0x30 < 10 }) == 8
      {
        kind = .posted
        return
      }
      // `by daily bridge`: a site’s name in small letters.
      if words.count <= 5, words.count > 1, words.allSatisfy(\.isLower), text.has("by ", at: line.start),
        last &- 0x61 < 26
      {
        kind = .small
        return
      }
      // `Article written by`, `in World News by`
      if words.count <= 6, words.count > 1, let by = words.last, by.end == line.end, by.isLower, Byline.by.contains(by),
        first.gap == .line
      {
        kind = .lead
        return
      }
      if words.count <= 2, digits == 0, others == 0, dates == 0, words.allSatisfy(\.isCapitalized),
        names == words.count,
        line.count <= 24, words.last?.end == line.end
      {
        kind = names == 1 ? .town : kind
        if names == 1 { return }
      }
      guard others == 0, last != UInt8(ascii: ":"), last != UInt8(ascii: "?"), last != UInt8(ascii: "!") else { return }
      // `date 2020-03-04`
      if names == 0, digits == 8, hasYear, words.count == 4, Byline.posting.contains(first) {
        kind = .moment
        return
      }
      // `March 14, 2023 Jo Felber Region 0`, `14 Mar 2023 0 Comments`
      if names <= 5, names > 0, dates > 0, hasYear, (5...9).contains(digits), let last = words.last,
        last.shape.contains(.digit) && last.count == 1 || Byline.comments.contains(last),
        first.shape.contains(.digit) || !MeasureClass.of(text, first.span).isDisjoint(with: [.month, .monthOrWord])
      {
        kind = .posted
        return
      }
      // `2023-02-21T14:12:08`
      if names == 0 && digits >= 3
        && (dates > 0 || hasClock || digits >= 12 || digits == 8 && hasYear && words.count == 3)
        || names == 0 && digits > 0 && dates >= 2
      {
        kind = .moment
        if digits >= 12 { hasClock = true }
        return
      }
      // `Lyon, 13. April 2018`
      if digits >= 5, names <= 2, names > 0, dates > 0, !hasClock, words.count <= 6, first.startsWithCapital,
        first.end < line.end, text[first.end] == UInt8(ascii: ",")
      {
        kind = .place
        return
      }
      // `Lyon (Tree Press)`
      if digits == 0, dates == 0, (2...4).contains(names), words.count == names, line.count <= 40,
        last == UInt8(ascii: ")"),
        text.has(" (", at: first.end)
      {
        kind = .place
        return
      }
      // `Jo Felber 11 May 2020`
      if names >= 2, names <= 3, dates > 0, hasYear, digits <= 6, words.count <= 6,
        Lexicon.entry(first.hash).isCommonName
      {
        kind = .posted
        return
      }
      // `Lyon: Jo Felber Roth`
      if digits == 0, dates == 0, (3...5).contains(words.count), names == words.count, line.count <= 48,
        text.has(": ", at: first.end), words.dropFirst(2).allSatisfy({ $0.gap == .space || $0.gap == .hyphen }),
        words.last?.end == line.end,
        words.dropFirst().allSatisfy({
          let entry = Lexicon.entry($0.hash)
          return entry.isCommonName || !entry.isWord(upTo: 2)
        })
      {
        kind = .desk
        return
      }
      if digits >= 3, names <= 6, hasClock && (isPosting || digits >= 12) || Byline.by.contains(first),
        dates > 0 || hasClock
      {
        kind = .posted
        return
      }
      // `Written by Jo Felber on May 5, 2020`
      if isPosting, digits >= 5, hasYear, dates > 0, names <= 4 {
        kind = .posted
        return
      }
      if Byline.by.contains(first), names >= 2, names <= 5,
        text[line].contains(UInt8(ascii: "|")) || text[line].contains(UInt8(ascii: "@"))
      {
        kind = .posted
        return
      }
      // `By` itself may be a word of dates, `by Monday`.
      guard digits == 0, dates == (Byline.by.contains(first) && first.count == 2 ? 1 : 0), !isPosting, names >= 2,
        words.count <= 4, last != UInt8(ascii: "."),
        words.dropFirst().allSatisfy({ $0.gap == .space || $0.gap == .hyphen })
      else { return }
      isAgency = first.isAllCapitals && words.count == 2 && !words[words.startIndex + 1].isAllCapitals
      guard
        isAgency || !words.contains(where: \.isAllCapitals)
          || Byline.by.contains(first) && words.allSatisfy(\.isAllCapitals)
      else { return }
      kind = .person
    }
  }
}
