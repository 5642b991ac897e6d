import CTables
import TextModel

/// A line that came from the page round an article and not from the article.
public struct PageLine: Sendable, Hashable {
  public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    /// Of a comment form.
    case comment
    /// Of a share block.
    case share
    /// Menus, lists of related articles, buttons.
    case navigation
    /// Calls to follow or to subscribe.
    case follow
    /// A link to another article between two paragraphs.
    case teaser
    /// Copyright, theme, notices.
    case footer
    /// An advertisement’s place.
    case advert
  }

  /// Which element of `document.paragraphs`.
  public var index: Int
  public var kind: Kind
  /// Whether a list knows it and nothing in an article is written so.
  public var isSure: Bool
  /// Whether it announces the headlines of other articles.
  public var startsList: Bool

  public init(index: Int, kind: Kind, isSure: Bool = false, startsList: Bool = false) {
    self.index = index
    self.kind = kind
    self.isSure = isSure
    self.startsList = startsList
  }
}

/// Finds the lines of the page round an article.
///
/// A table knows what the themes of the common publishing systems write, in many languages; here stands how much else is asked.
/// What nobody writes in an article (`Your email address will not be published`) is believed at once.  Words that an article may
/// have too (`Share`, `Tags`, `Comments`) are believed only next to such lines, or three in a row at an end of the text.  A phrase
/// that announces another article needs something like a headline behind it.  A call to follow needs a venue.  The headlines under
/// `Related articles` go with it, where nothing else comes before the end or the next line of this kind.
public enum PageResidue {
  /// What is known of one line by itself.
  enum LineReading {
    case unknown
    case article
    case page(PageLineReader.Reading)
  }

  /// Reads the lines that are not read yet.
  static func read(_ document: Document, _ readings: inout [LineReading]) {
    var reader = PageLineReader()
    for (index, line) in document.paragraphs.enumerated() {
      guard case .unknown = readings[index] else { continue }
      let reading = line.count <= PageLineReader.longest ? reader.read(document.text, line) : nil
      readings[index] = reading.map { .page($0) } ?? .article
    }
  }

  /// The lines in order.  Linear: long lines cost one look at their first word.
  public static func find(in document: Document) -> [PageLine] {
    let lines = document.paragraphs
    guard lines.count > 1, document.hasParagraphs else { return [] }
    var found: [(index: Int, reading: PageLineReader.Reading)] = []
    for (index, reading) in document.lineReadings.enumerated() {
      if case .page(let reading) = reading, !isIndented(document.text, lines[index]) { found.append((index, reading)) }
    }
    // A heading over indented lines belongs to a manual.
    found.removeAll {
      document.isLayout(at: lines[$0.index].start) && !($0.reading.kind == .comment && $0.reading.isSure)
        || $0.index + 1 < lines.count && isIndented(document.text, lines[$0.index + 1])
          && !(document.text.has("• ", at: lines[$0.index + 1].start) && $0.reading.isSure)
    }
    // `Source: …` over `Files: …`: a field of a record whose other fields no page has.
    let isRead = Set(found.map(\.index))
    found.removeAll { candidate in
      isField(document.text, lines[candidate.index])
        && [candidate.index - 1, candidate.index + 1].contains {
          lines.indices.contains($0) && !isRead.contains($0) && isField(document.text, lines[$0])
        }
    }
    // An item among others, `* Homepage`, `- Update the licence`: a list of the text.
    found.removeAll { candidate in
      let line = lines[candidate.index]
      guard isItem(document.text, line) else { return false }
      return [candidate.index - 1, candidate.index + 1].contains {
        lines.indices.contains($0) && !isRead.contains($0)
          && document.text[lines[$0].start] == document.text[line.start]
          && isItem(document.text, lines[$0])
      }
    }
    let listed = found.isEmpty ? [] : decide(found, document)
    let marked = withTitles((listed + judged(listed, document)).sorted { $0.index < $1.index }, document)
    let all = withFoot(marked, document)
    // A text that is nothing else is left alone: somebody wants just that.
    return all.count < lines.count ? all : []
  }

  /// `* Homepage`, `- Update`, `## Homepage`: a sign that sets items or headings, and a space.
  private static func isItem(_ text: Text, _ line: Span) -> Bool {
    switch text[line.start] {
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"):
      return line.count > 2 && text[line.start + 1] == 0x20 && !text.has(" -", at: line.end - 2)
    default: return false
    }
  }

  /// `Upstream-Name: value`: a name of a word or two with hyphens, and a colon.
  private static func isField(_ text: Text, _ line: Span) -> Bool {
    var at = line.start
    while at < line.end, at - line.start < 24, (text[at] | 0x20) &- 0x61 < 26 || text[at] == UInt8(ascii: "-") {
      at += 1
    }
    return at > line.start + 2 && at < line.end && text[at] == UInt8(ascii: ":") && text[line.start] &- 0x41 < 26
  }

  /// Two blanks or a tab before a line are a layout; articles from pages have none.
  static func isIndented(_ text: Text, _ line: Span) -> Bool {
    line.start > 0 && text[line.start - 1] == 0x09
      || line.start > 1 && text[line.start - 1] == 0x20 && text[line.start - 2] == 0x20
  }

  private static func decide(_ found: [(index: Int, reading: PageLineReader.Reading)], _ document: Document)
    -> [PageLine]
  {
    let lines = document.paragraphs
    let footers = found.count { $0.reading.kind == .footer }
    var kept = [Bool](repeating: false, count: found.count)
    for (k, candidate) in found.enumerated() where candidate.index > 0 {
      kept[k] = candidate.reading.isSure || candidate.reading.isPosted && candidate.index < 4 && lines.count > 6
      if candidate.reading.isPosted, candidate.index >= lines.count - 4, lines.count > 6 { kept[k] = true }
      if candidate.reading.isLabel {
        kept[k] = candidate.index >= lines.count - 4 && lines.count > 2 || candidate.index < 3 && lines.count > 6
      }
      // Copyright notices stand at a page’s foot, one or two; in a licence they stand elsewhere, or there are more.
      if candidate.reading.kind == .footer {
        kept[k] =
          (candidate.index >= lines.count - 6 || isBehindProse(document, candidate.index)) && footers <= 3
          && document.verbatim.isEmpty
          && (candidate.index == lines.count - 1 || lines[candidate.index + 1].count <= 100)
      }
    }
    // A first line may be a title that announces.
    if let first = found.first, first.index == 0, first.reading.isSure || first.reading.isLabel && lines.count > 6,
      first.reading.kind != .teaser, lines.count > 3
    {
      kept[0] = true
    }
    // Weak lines: with a sure one in an unbroken run of candidates, or three in a row at an end of the text; where other lines
    // or damage show that the page came along, one at an end will do, and one that stands for an advertisement anywhere.
    let showsPage = found.indices.contains { kept[$0] && found[$0].reading.kind != .footer }
    let bearsPage = showsPage || document.sentenceSigns > 1
    // Before the first paragraph of prose and behind the last one stands what the page put there.
    let isFound = Set(found.map(\.index))
    let head = lines.indices.first { isProse(document.text, lines[$0]) && !isFound.contains($0) } ?? 0
    // One of the lines there is the title.
    let hasTitle = (0..<head).contains { !isFound.contains($0) && document.text[lines[$0]].count { $0 == 0x20 } > 2 }
    var from = 0
    while from < found.count {
      var to = from + 1
      while to < found.count, found[to].index == found[to - 1].index + 1 { to += 1 }
      // Behind the last paragraph an article may have a heading with nothing under it, but not one about its comments.
      let isOfReaders = found[from].reading.kind == .comment || found[from].reading.kind == .share
      // `Comments`, `comments`: the plug-in's heading and what it loads.
      let isTwice = isOfReaders && found[from].index > head && found[to - 1].reading.kind == found[from].reading.kind
      let enough = showsPage || bearsPage && (found[from].index < head ? hasTitle : isOfReaders) ? 1 : isTwice ? 2 : 3
      let atEnd = found[to - 1].index == lines.count - 1 || found[from].index <= max(1, head - 1)
      if (from..<to).contains(where: { kept[$0] }) || (to - from >= enough && atEnd) {
        for k in from..<to where found[k].index > 0 || to - from >= enough { kept[k] = true }
      }
      for k in from..<to where bearsPage && found[k].reading.kind == .advert { kept[k] = true }
      from = to
    }
    // A heading over one headline, or a link under one, between two paragraphs; `See also` may head a section, once.
    let singles = found.indices.filter {
      (found[$0].reading.startsList || found[$0].reading.isLink) && single(document, found[$0], isFound) != nil
    }
    if singles.count > 1 || showsPage || document.sentenceSigns > 0 { for k in singles { kept[k] = true } }
    var result: [PageLine] = []
    for (k, candidate) in found.enumerated() where kept[k] {
      if let note = note(document, candidate.index, isFound) { result.append(PageLine(index: note, kind: .navigation)) }
      if let single = single(document, candidate, isFound) { result.append(PageLine(index: single, kind: .teaser)) }
      let startsList =
        candidate.reading.startsList || candidate.reading.isSure && announcesList(document, candidate.index)
      result.append(
        PageLine(
          index: candidate.index, kind: candidate.reading.kind, isSure: candidate.reading.isSure, startsList: startsList
        ))
      guard startsList else { continue }
      if let end = numberedEnd(document, behind: candidate.index) {
        for index in candidate.index + 1..<end where !isFound.contains(index) {
          result.append(PageLine(index: index, kind: .navigation))
        }
        continue
      }
      let next = found.indices[(k + 1)...].first { kept[$0] }.map { found[$0].index } ?? lines.count
      appendHeadlines(after: candidate.index, before: next, document, &result)
    }
    result.sort { $0.index < $1.index }
    return result
  }

  /// The one headline that a heading or link between two paragraphs leads to: the line behind `See also`, or the one before `Know more`.
  private static func single(
    _ document: Document, _ candidate: (index: Int, reading: PageLineReader.Reading), _ isFound: Set<Int>
  ) -> Int? {
    let lines = document.paragraphs
    let text = document.text
    let index = candidate.index
    guard candidate.reading.startsList || candidate.reading.isLink, index > 0, index + 1 < lines.count else {
      return nil
    }
    let isList = candidate.reading.startsList && !isProse(text, lines[index + 1])
    let headline = isList ? index + 1 : index - 1
    let before = isList ? index - 1 : index - 2
    let behind = isList ? index + 2 : index + 1
    guard before >= 0, behind < lines.count, !isFound.contains(headline),
      isList || candidate.reading.isLink,
      isParagraph(text, lines[before]) || isFound.contains(before) && before > 0,
      isProse(text, lines[behind]) || isFound.contains(behind) && isList,
      isHeadline(text, lines[headline]), lines[headline].count >= 24,
      text[lines[headline]].count(where: { $0 == 0x20 }) > 3, !isCredit(document, lines[headline]),
      text.scalar(before: lines[headline].end) != "”" || !text.has(".", at: lines[headline].end - 4)
    else { return nil }
    return headline
  }

  /// The lines, and the headlines between each that announces such and the paragraph that goes on with the text: whatever they speak of, for a
  /// heading of the article has no other above it.
  private static func withTitles(_ found: [PageLine], _ document: Document) -> [PageLine] {
    guard found.contains(where: \.startsList) else { return found }
    let lines = document.paragraphs
    let text = document.text
    let known = Set(found.map(\.index))
    var titles: [PageLine] = []
    for line in found where line.startsList && line.index > 1 && isProse(text, lines[line.index - 1]) {
      var end = line.index + 1
      while end < lines.count, end - line.index <= 6, !known.contains(end), isTitleOfOther(document, lines[end]) {
        end += 1
      }
      guard end > line.index + 1, end < lines.count, !known.contains(end), isParagraph(text, lines[end]) else {
        continue
      }
      // The last of several may head what goes on.
      if end > line.index + 2, lines[end - 1].count < 48 || lines[end - 1].count * 2 < lines[end - 2].count { end -= 1 }
      titles += (line.index + 1..<end).map { PageLine(index: $0, kind: .teaser) }
    }
    return titles.isEmpty ? found : (found + titles).sorted { $0.index < $1.index }
  }

  private static func isTitleOfOther(_ document: Document, _ line: Span) -> Bool {
    let text = document.text
    return line.count >= 28 && isHeadline(text, line) && text[line].count { $0 == 0x20 } > 3
      && !isListed(text, line) && !isCredit(document, line) && !document.isLayout(at: line.start)
      && text[line.start] != UInt8(ascii: "\"") && !text.has("“", at: line.start)
  }

  /// What stands alone between `About the author` and the next line of the page.
  private static func note(_ document: Document, _ heading: Int, _ isFound: Set<Int>) -> Int? {
    let lines = document.paragraphs
    let text = document.text
    let index = heading + 1
    guard text.has("About the ", at: lines[heading].start) || text.has("About The ", at: lines[heading].start),
      text.has("uthor", at: lines[heading].start + 11), lines[heading].count <= 17,
      index + 1 < lines.count, lines[index].count <= 600, !isFound.contains(index), isFound.contains(index + 1)
    else { return nil }
    return index
  }

  /// A line that ends like a sentence, with a quotation or not, and is no short one.
  private static func isParagraph(_ text: Text, _ line: Span) -> Bool {
    guard line.count >= 60 else { return false }
    switch text.scalar(before: line.end) {
    case ".", "!", "?": return true
    case "”", "\"", "’", "»", "“": return line.count >= 160
    default: return false
    }
  }

  /// The lines, and those behind the last paragraph that they show to be the page’s too: the short ones, and all that stand between two of
  /// them.  Above the first of them the article may still go on, with a line-up, an address or a name: there only the headlines of
  /// other articles go.
  private static func withFoot(_ found: [PageLine], _ document: Document) -> [PageLine] {
    guard !found.isEmpty else { return [] }
    let lines = document.paragraphs
    var isPage = [Bool](repeating: false, count: lines.count)
    for line in found { isPage[line.index] = true }
    let foot = foot(found, isPage, document)
    guard foot > 2, foot < lines.count, lines.count - foot < 60, let first = found.first(where: { $0.index >= foot }),
      let last = found.last, found.contains(where: { $0.index >= foot && $0.kind != .footer })
    else { return found }
    let marks = found.count { $0.index >= foot && $0.kind != .footer }
    // What nobody reads on behind.
    let form = found.first { $0.index >= foot && $0.kind == .comment && $0.isSure }?.index
    // A few lines between two of the page’s are the page’s; more may be verses.
    var gap = 0
    var between = [Bool](repeating: false, count: lines.count)
    for index in first.index...last.index {
      if !isPage[index] {
        gap += 1
      } else {
        if gap <= 4 { for k in index - gap..<index { between[k] = true } }
        gap = 0
      }
    }
    let more = (foot..<lines.count).filter { index in
      let line = lines[index]
      if isPage[index] || isCredit(document, line) { return false }
      if between[index] { return true }
      if index < first.index { return isOfOthers(document, line) }
      if index > last.index, marks < 2, form == nil { return false }
      if line.count <= 100, isFootLine(document.text, line) { return true }
      guard let form else { return false }
      // `- Daily Bridge`, and what is told under it.
      return document.text.has("- ", at: line.start) && line.count <= 40 || document.isOffTopic(line)
        || document.isOffTopic(line, of: lines[form])
    }
    return (found + more.map { PageLine(index: $0, kind: .navigation) }).sorted { $0.index < $1.index }
  }

  /// The first line behind the last paragraph.  Paragraphs behind a comment form that speak of nothing of which the text speaks are notices.
  private static func foot(_ found: [PageLine], _ isPage: [Bool], _ document: Document) -> Int {
    let lines = document.paragraphs
    let isText = { (index: Int) in isProse(document.text, lines[index]) && !isPage[index] }
    let foot = (lines.indices.last(where: isText) ?? -1) + 1
    // Three notices at most, and none that goes on with the text: else it is the form that stands in its midst.
    guard let form = found.last(where: { $0.kind == .comment && $0.isSure })?.index, form < foot - 1 else {
      return foot
    }
    let behind = (form..<foot).filter(isText)
    guard behind.count <= 3,
      behind.allSatisfy({
        lines[$0].count <= 400
          && (document.isOffTopic(lines[$0]) || document.isOffTopic(lines[$0], of: lines[form]))
      })
    else { return foot }
    return (lines[..<form].indices.last(where: isText) ?? -1) + 1
  }

  /// `Famous singer announces the dates of her concerts`: a headline that speaks of nothing of which the text speaks, and no list of names;
  /// `© Tree Press`, `Jo Felber jo@bridge.example`.
  private static func isOfOthers(_ document: Document, _ line: Span) -> Bool {
    let text = document.text
    guard isHeadline(text, line) else { return false }
    // `MMLE +0.4% BIRCH –1.2%`
    if text[line].count(where: { $0 == UInt8(ascii: "%") }) > 1, !text[line].contains(where: { $0 &- 0x61 < 26 }) {
      return true
    }
    if text.has("©", at: line.start) || text[line].contains(UInt8(ascii: "@")) { return line.count <= 100 }
    return line.count >= 32 && (text[line.start] | 0x20) &- 0x61 < 26 && !isListed(text, line)
      && document.isOffTopic(line)
  }

  /// `Referee: Ana Roth. Spectators: 340`, `Felber, Roth, Marsh (46. Klein)`: fields, or a list of names.
  public static func isListed(_ text: Text, _ line: Span) -> Bool {
    var parts = 0
    var at = line.start
    while at < line.end {
      let byte = text[at]
      if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "/")
        || (byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")) && text.has(" ", at: at + 1)
      {
        parts += 1
      }
      at += 1
    }
    return parts > 1
  }

  /// Whether a line says whose work the article is: `With material from dpa`, `Source: Skai`, `Text by N. N.`
  public static func isCredit(_ document: Document, _ line: Span) -> Bool {
    if document.text.has("With information", at: line.start) || document.text.has("With inputs", at: line.start)
      || document.text.has("With files", at: line.start)
    {
      return true
    }
    // `Source: korr`: no name, but a page’s address.
    if document.text.has("Source: ", at: line.start), document.text[line.start + 8] &- 0x61 < 26,
      !document.text[line].dropFirst(8).contains(0x20)
    {
      return false
    }
    var start = line.start
    for at in line.start...line.end where at == line.end || (document.utf8[at] | 0x20) &- 0x61 >= 26 {
      if at - start > 3, credits.contains(Lexicon.hash(document.utf8, start..<at)) { return true }
      start = at + 1
    }
    return false
  }
  private static let credits = WordSet(
    "according contributed contributing contributor contributors reporting editing edited editor editors material source sources text translated translation translator written writing correspondent agencies proofread proofreader proofreading photo photos photograph photographs illustration collaboration courtesy credit credits"
  )

  private static func isFootLine(_ text: Text, _ line: Span) -> Bool {
    let first = text[line.start]
    let last = text[line.end - 1]
    // Rules and addresses are somebody's.
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "(") || first >= 0x30 && first != UInt8(ascii: "_"),
      !text[line].contains(UInt8(ascii: "/"))
    else { return false }
    return last != UInt8(ascii: ".") && last != UInt8(ascii: "!") && last != UInt8(ascii: "?")
      && last != UInt8(ascii: "\"") && last != UInt8(ascii: ",") && last != UInt8(ascii: ";")
      && last != UInt8(ascii: ")") && last < 0x80
  }

  /// A paragraph: long, or ended like a sentence.
  static func isProse(_ text: Text, _ line: Span) -> Bool {
    guard line.count >= 60 else { return false }
    if line.count >= 120 { return true }
    let last = text[line.end - 1]
    return last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?") || last >= 0x80
      || last == UInt8(ascii: "\"")
  }

  /// Whether no paragraph stands behind a line.
  private static func isBehindProse(_ document: Document, _ index: Int) -> Bool {
    let lines = document.paragraphs
    return lines.count - index < 24 && !lines[(index + 1)...].contains { isProse(document.text, $0) }
  }

  /// `Read more:` and what else ends in a colon announces what stands below it.
  private static func announcesList(_ document: Document, _ index: Int) -> Bool {
    document.text[document.paragraphs[index].end - 1] == UInt8(ascii: ":")
  }

  /// Behind the last headline of a list whose numbers stand on lines of their own, `1`, `Bridge falls`, `2`, `River rises`, with dashes
  /// between or not; nil where there are fewer than two.
  private static func numberedEnd(_ document: Document, behind heading: Int) -> Int? {
    let lines = document.paragraphs
    let text = document.text
    var index = heading + 1
    var number = 0
    var end = heading + 1
    while index < lines.count {
      let line = lines[index]
      if line.count <= 3, text[line].allSatisfy({ !($0 &- 0x30 < 10) && !(($0 | 0x20) &- 0x61 < 26) }) {
        index += 1
        continue
      }
      guard isNumber(text, line, number + 1), index + 1 < lines.count, isHeadline(text, lines[index + 1]) else { break }
      number += 1
      index += 2
      end = index
    }
    return number > 1 ? end : nil
  }

  /// `3`, `3.`, `#3`, `03`
  private static func isNumber(_ text: Text, _ line: Span, _ number: Int) -> Bool {
    guard line.count <= 4 else { return false }
    var value = 0
    var digits = 0
    for byte in text[line] {
      if byte &- 0x30 < 10 {
        value = value * 10 + Int(byte - 0x30)
        digits += 1
      } else if byte != UInt8(ascii: ".") && byte != UInt8(ascii: "#") {
        return false
      }
    }
    return digits > 0 && value == number
  }

  /// The headlines of a list, where nothing but headlines stands between its heading and the next residue.
  private static func appendHeadlines(
    after heading: Int, before next: Int, _ document: Document, _ result: inout [PageLine]
  ) {
    guard next - heading > 1, next - heading <= 13 else { return }
    for index in heading + 1..<next where !isHeadline(document.text, document.paragraphs[index]) {
      // `Bridge falls in Lyon`, `The old bridge over the river fell on Monday, and the mayor ...`
      guard index > heading + 1, isExcerpt(document.text, document.paragraphs[index]) else { return }
    }
    for index in heading + 1..<next { result.append(PageLine(index: index, kind: .navigation)) }
  }

  /// Whether a paragraph breaks off with an ellipsis behind a space or in brackets: the beginning of another article.
  private static func isExcerpt(_ text: Text, _ line: Span) -> Bool {
    guard line.count <= 400 else { return false }
    return text.has(" ...", at: line.end - 4) || text.has(" …", at: line.end - 4) || text.has("[…]", at: line.end - 5)
      || text.has("[...]", at: line.end - 5)
  }

  /// Whether a line reads like a headline: short, beginning with a capital or digit, without a full stop.
  public static func isHeadline(_ text: Text, _ line: Span) -> Bool {
    guard line.count <= 160 else { return false }
    let last = text[line.end - 1]
    if last == UInt8(ascii: ".") || last == UInt8(ascii: ",") || last == UInt8(ascii: ":") || last == UInt8(ascii: ";")
    {
      return false
    }
    return !(text[line.start] &- 0x61 < 26)
  }
}

extension Document {
  /// What was read in each paragraph, whatever stands round it.
  var lineReadings: [PageResidue.LineReading] {
    var readings = analyses.lineReadings ?? Array(repeating: .unknown, count: paragraphs.count)
    PageResidue.read(self, &readings)
    analyses.lineReadings = readings
    return readings
  }

  /// What is known of the weight of each paragraph as a line of a page.
  var lineWeights: [PageLineJudge.Weight] {
    analyses.lineWeights ?? Array(repeating: .unknown, count: paragraphs.count)
  }

  /// Keeps what was found out about it, for the rounds that follow.
  func keep(lineWeights: [PageLineJudge.Weight]) { analyses.lineWeights = lineWeights }

  /// The lines that came from the page round the article.
  public var pageResidue: [PageLine] {
    if let known = analyses.pageResidue { return known }
    let found = PageResidue.find(in: self)
    analyses.pageResidue = found
    return found
  }

  /// The line of the page that a paragraph is; nil where it is the article’s.  Logarithmic after the first question.
  public func pageLine(at index: Int) -> PageLine? {
    let residue = pageResidue
    let place = residue.partition { $0.index >= index }
    return place < residue.count && residue[place].index == index ? residue[place] : nil
  }
}
