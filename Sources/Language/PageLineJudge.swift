import CTables
import TextModel

/// Weighs what a short line is made of: whether it speaks of the page round an article or belongs to the article.
///
/// No list has all the lines that sites write round their articles, but they are made of few words: what a button tells the reader to
/// do, the things of a page, the words of headings over lists, the names of networks.  An article's short lines (sub-headings, items of
/// a list, verses) are made of others, are quoted, or end like sentences.  Each sign has a weight, in tenths; why is said beside it,
/// and the tests hold what comes of them.  Zero is even odds.
struct PageLineJudge {
  /// Longer lines are paragraphs.
  static let longest = 200

  private static let words = IndexedTable(ctables_page_words())

  /// What a word is in a line of a page; the table’s names differ in their first letters.
  private enum Part: Int {
    case button, order, page, thing, menu, log, reader, network, story
    static let count = 9

    init?(letter: UInt8) {
      switch letter {
      case UInt8(ascii: "b"): self = .button
      case UInt8(ascii: "o"): self = .order
      case UInt8(ascii: "p"): self = .page
      case UInt8(ascii: "t"): self = .thing
      case UInt8(ascii: "m"): self = .menu
      case UInt8(ascii: "l"): self = .log
      case UInt8(ascii: "r"): self = .reader
      case UInt8(ascii: "n"): self = .network
      case UInt8(ascii: "s"): self = .story
      default: return nil
      }
    }

    /// What each word of the kind adds, and how many are counted.
    var weight: (each: Int, most: Int) {
      switch self {
      // Nothing but pages has them: `newsletter`, `homepage`.
      case .page: (15, 3)
      // The world has them too (`article`, `account`); the rest of the line decides.
      case .thing: (10, 3)
      // Headings over lists, `most read`: two of them are a heading, more are a sentence about lists.
      case .menu: (10, 2)
      // `Subscribe`, `posted`: verbs of articles as well, half as telling as a thing of pages.
      case .button, .log: (7, 2)
      // Articles speak of networks and to readers.
      case .network: (3, 2)
      case .reader, .order: (2, 2)
      // Running prose.
      case .story: (-4, 3)
      }
    }

    /// Whether it speaks of a page, and not of who reads or what is told.
    var isOfPages: Bool { self != .reader && self != .story }
  }

  /// How often each part occurs, and what stands first.
  private struct Parts {
    private var counts = InlineArray<9, Int>(repeating: 0)
    /// Words that no table knows: names, and what the article is about.
    var others = 0
    var first: Part?
    var kind: PageLine.Kind?

    subscript(part: Part) -> Int { counts[part.rawValue] }

    mutating func count(_ part: Part) { counts[part.rawValue] += 1 }

    var ofPages: Int {
      var sum = 0
      for k in 0..<Part.count where Part(rawValue: k)?.isOfPages == true { sum += counts[k] }
      return sum
    }

    /// What all parts add by themselves; an order that stands first is weighed by its place.
    var weight: Int {
      var sum = 0
      for k in 0..<Part.count where counts[k] > 0 {
        guard let part = Part(rawValue: k), part != .order || first != .order else { continue }
        sum += part.weight.each * min(counts[k], part.weight.most)
      }
      return sum
    }
  }

  /// What a line weighs, and what kind of line it would be.
  struct Verdict {
    var weight: Int
    var kind: PageLine.Kind
    /// Whether it is a heading over titles of other articles: `Related news`.
    var startsList = false
    /// Whether words stand in it that are no page’s, and it speaks to nobody: it may say whose work the article is.
    var names: Bool
  }

  /// What is known of one line by itself.
  enum Weight {
    case unknown
    /// Nothing in it speaks of a page.
    case none
    case verdict(Verdict)
  }

  /// Weighs a line; nil where nothing in it speaks of a page.  Linear in the line.
  static func weigh(_ reader: inout PageLineReader, _ text: Text, _ line: Span) -> Verdict? {
    guard line.count <= longest, line.count > 1 else { return nil }
    if isRowOfTags(text, line) { return Verdict(weight: 20, kind: .navigation, names: false) }
    if isGluedRow(text, line) { return Verdict(weight: 32, kind: .share, names: false) }
    if text.has("Video: ", at: line.start), isClip(text, line) {
      return Verdict(weight: 30, kind: .teaser, names: false)
    }
    if isBarred(text, line) { return Verdict(weight: 34, kind: .navigation, names: false) }
    if isOfPaper(text, line) { return Verdict(weight: 24, kind: .navigation, names: false) }
    if isPortal(text, line) { return Verdict(weight: 14, kind: .navigation, names: false) }
    // A name in a network alone may say whose the words above are.
    if isName(text, line) { return Verdict(weight: 10, kind: .follow, names: false) }
    if isAddress(text, line) { return Verdict(weight: 22, kind: .follow, names: false) }
    if isOfHandle(text, line) { return Verdict(weight: 16, kind: .share, names: false) }
    let last = text[line.end - 1]
    // Most lines are sentences, and most sentences begin with no such word.
    if last == UInt8(ascii: ".") {
      _ = reader.normalize(text, line, words: 1)
      guard !reader.keyEnds.isEmpty,
        part(reader, 0) != nil || endsInHere(text, line)
          || opensNotice.contains(Lexicon.hash(reader.key, reader.wordRange(0)))
      else { return nil }
    }
    // `[Copyright holder …]`
    let isBracketed = text[line.start] == UInt8(ascii: "[") && last == UInt8(ascii: "]")
    _ = reader.normalize(text, isBracketed ? Span(line.start + 1, line.end - 1) : line)
    let count = reader.keyEnds.count
    guard count > 0, count <= 32 else { return nil }
    var parts = Parts()
    for k in 0..<count {
      guard let (part, kind) = part(reader, k) else {
        if !isSmall(reader, k), !isKnown(reader, k) { parts.others += 1 }
        continue
      }
      parts.count(part)
      if k == 0 { parts.first = part }
      if parts.kind == nil { parts.kind = kind }
    }
    if parts[.page] + parts[.thing] > 0, pointsHere(reader, count) {
      return Verdict(weight: 26, kind: .navigation, names: false)
    }
    if goesOn(reader, parts) { return Verdict(weight: 34, kind: .advert, names: false) }
    guard parts.ofPages > 0 else { return nil }
    var sum = weight(parts, of: count, text, line)
    let first = Lexicon.hash(reader.key, reader.wordRange(0))
    if opensPhrase.contains(first) { sum -= 10 }
    if opensNotice.contains(first) { sum += 4 }
    let leads = announces(reader, text, line)
    if leads > 0 {
      sum += leads
      parts.kind = .teaser
    }
    return Verdict(
      weight: sum, kind: parts.kind ?? .navigation,
      startsList: parts[.menu] > 0 && parts.others == 0 && parts[.network] == 0 && count <= 7,
      names: leads == 0 && parts.others > 0 && parts[.reader] == 0 && parts.first != .order && parts.first != .button)
  }

  private static func endsInHere(_ text: Text, _ line: Span) -> Bool { text.has(" here.", at: line.end - 6) }

  /// `This post may contain …`, `By continuing …`
  private static let opensNotice = WordSet("this these by to as if no some for in any when once unless")
  /// Sub-headings begin like this; buttons and labels rarely do.
  private static let opensPhrase = WordSet("the a an his her their its he she they it what how why who where when")

  /// `#bridge #storm`: two or more, and nothing else.
  private static func isRowOfTags(_ text: Text, _ line: Span) -> Bool {
    guard text[line.start] == UInt8(ascii: "#") else { return false }
    var tags = 0
    var at = line.start
    while at < line.end {
      guard text[at] == UInt8(ascii: "#"), at + 1 < line.end, text[at + 1] > 0x23 else { return false }
      tags += 1
      while at < line.end, text[at] != 0x20 { at += 1 }
      while at < line.end, text[at] == 0x20 { at += 1 }
    }
    return tags > 1
  }

  /// `@dailybridge`, and no full stop.
  private static func isName(_ text: Text, _ line: Span) -> Bool {
    line.count >= 5 && line.count <= 120 && text[line.start] == UInt8(ascii: "@")
      && text[line.end - 1] != UInt8(ascii: ".") && text[Span(line.start + 1, line.end)].allSatisfy(isOfHandle)
  }

  /// `t.me/dailybridge`, `https://www.facebook.com/dailybridge`: a place in a network and nothing else.
  private static func isAddress(_ text: Text, _ line: Span) -> Bool {
    guard line.count >= 5, line.count <= 120, !text[line].contains(0x20) else { return false }
    var at = line.start
    for lead in ["https://", "http://"] as [StaticString] where text.has(lead, at: at) { at += lead.utf8CodeUnitCount }
    for lead in ["www.", "m."] as [StaticString] where text.has(lead, at: at) { at += lead.utf8CodeUnitCount }
    guard let slash = (at..<line.end).first(where: { text[$0] == UInt8(ascii: "/") }), slash + 1 < line.end,
      let row = words.row(text.utf8, at..<slash)
    else { return false }
    return row.value.first == UInt8(ascii: "h")
  }

  /// `ShareTweetSend`, `FacebookTwitterWhatsApp`: buttons that have lost their spaces, each with its capital.
  private static func isGluedRow(_ text: Text, _ line: Span) -> Bool {
    guard (8...80).contains(line.count), text[line.start] &- 0x41 < 26, !text[line].contains(0x20) else { return false }
    var names = 0
    var hasButton = false
    var at = line.start
    while at < line.end {
      guard text[at] &- 0x41 < 26, let (end, part) = gluedButton(text, line, from: at) else { return false }
      if part == .button || part == .network || part == .order { hasButton = true }
      names += 1
      at = end
      if at < line.end, text[at] == UInt8(ascii: "+") { at += 1 }
    }
    return names > 1 && hasButton
  }

  /// The longest word of pages that begins there and ends before a capital, a plus or the line’s end: `WhatsApp` has a capital inside.
  private static func gluedButton(_ text: Text, _ line: Span, from start: Int) -> (end: Int, part: Part)? {
    var end = min(line.end, start + words.longestKey)
    while end > start + 1 {
      let isBoundary = end == line.end || text[end] &- 0x41 < 26 || text[end] == UInt8(ascii: "+")
      if isBoundary, let row = words.row(text.utf8, start..<end, folding: true),
        let part = row.value.first.flatMap(Part.init(letter:)), part.isOfPages
      {
        return (end, part)
      }
      end -= 1
    }
    return nil
  }

  /// `|Corrections`: an item of a row of links that lost its row; a table’s row has a bar at its end too.
  private static func isBarred(_ text: Text, _ line: Span) -> Bool {
    guard text[line.start] == UInt8(ascii: "|"), line.count >= 4, line.count <= 40 else { return false }
    let rest = text[Span(line.start + 1, line.end)]
    return !rest.contains(UInt8(ascii: "|")) && rest.count { $0 == 0x20 } <= 3
      && rest.contains { ($0 | 0x20) &- 0x61 < 26 } && text[line.end - 1] != UInt8(ascii: ".")
  }

  /// `Video: How bridges fall (November 2021).`
  private static func isClip(_ text: Text, _ line: Span) -> Bool {
    var end = line.end
    if text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard line.count >= 30, text[end - 1] == UInt8(ascii: ")"),
      text[Span(end - 5, end - 1)].allSatisfy({ $0 &- 0x30 < 10 }),
      text[end - 6] == 0x20
    else { return false }
    var at = end - 6
    while at > line.start, text[at - 1] &- 0x61 < 26 { at -= 1 }
    return text[at - 1] &- 0x41 < 26 && text[at - 2] == UInt8(ascii: "(")
  }

  /// `See FERRY, page A6`, `FERRY, from A1`, `A6 • MAY 9, 2024 • DAILY BRIDGE`: where a printed paper goes on, and the head of its page.
  private static func isOfPaper(_ text: Text, _ line: Span) -> Bool {
    guard line.count >= 12, line.count <= 80 else { return false }
    var isLoud = true
    var bars = 0
    var hasDigit = false
    for at in line.range {
      let byte = text[at]
      if byte &- 0x61 < 26 { isLoud = false }
      if byte &- 0x30 < 10 { hasDigit = true }
      if byte == 0x20, text.has(" • ", at: at) || text.has(" | ", at: at) || text.has(" · ", at: at) { bars += 1 }
    }
    guard hasDigit else { return false }
    if isLoud { return bars > 1 }
    // The number of the page, behind `from` or `page`.
    guard line.count <= 40, text[line.end - 1] &- 0x30 < 10 else { return false }
    var at = line.end - 1
    while at > line.start, text[at - 1] &- 0x30 < 10 { at -= 1 }
    if text[at - 1] &- 0x41 < 26 { at -= 1 }
    guard at >= line.start + 10,
      text.has(", from ", at: at - 7) || text.has(", page ", at: at - 7) || text.has(", Page ", at: at - 7)
    else { return false }
    return text[Span(at - 10, at - 7)].allSatisfy { $0 &- 0x41 < 26 }
  }

  /// `Source: korr`: no name, but a part of a page’s address.
  private static func isPortal(_ text: Text, _ line: Span) -> Bool {
    (12...32).contains(line.count) && text.has("Source: ", at: line.start)
      && text[line].dropFirst(8).allSatisfy { $0 &- 0x61 < 26 }
  }

  /// `Jo Felber (@jofelber)`, `A post shared by Jo (@jo.felber)`: whose words or pictures a network’s frame showed.
  private static func isOfHandle(_ text: Text, _ line: Span) -> Bool {
    guard text[line.end - 1] == UInt8(ascii: ")"), line.count >= 8, line.count <= 100 else { return false }
    var at = line.end - 2
    while at > line.start + 3, isOfHandle(text[at]) { at -= 1 }
    return at < line.end - 3 && text[at] == UInt8(ascii: "@") && text.has(" (", at: at - 2)
      && !text[line].contains(UInt8(ascii: ","))
  }

  private static func isOfHandle(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  /// `The rest of the article after the advertisement`, `Story continues below the video`: that the text goes on, where, and a thing of
  /// pages; nothing else.
  private static func goesOn(_ reader: PageLineReader, _ parts: Parts) -> Bool {
    let count = reader.keyEnds.count
    guard (3...12).contains(count), parts[.page] + parts[.thing] > 0, parts.others <= 4 else { return false }
    var goes = false
    var hasPlace = false
    for k in 0..<count {
      let row = words.row(reader.key, reader.wordRange(k))
      switch row.flatMap({ flow($0.value) }) {
      case .goes: goes = true
      case .place: hasPlace = true
      case nil:
        let part = row.flatMap { $0.value.first }.flatMap(Part.init(letter:))
        guard part == .page || part == .thing || part == .order || isSmall(reader, k) else { return false }
      }
    }
    return goes && hasPlace
  }

  /// `All news about the election can be found here.`: a sentence that ends in the word of a link.
  private static func pointsHere(_ reader: PageLineReader, _ count: Int) -> Bool {
    guard count >= 4, count <= 20, reader.isWord(count - 1, "here") else { return false }
    return (0..<count - 1).contains { finds.contains(Lexicon.hash(reader.key, reader.wordRange($0))) }
  }
  private static let finds = WordSet(
    "find found read see watch click view listen available download order register subscribe access accessed check learn follow"
  )

  private enum Flow { case goes, place }

  /// The second word of a row: `goes`, `place`.
  private static func flow(_ value: UnsafeBufferPointer<UInt8>) -> Flow? {
    guard let space = value.lastIndex(of: 0x20), space + 2 < value.count else { return nil }
    switch (value[space + 1], value[space + 2]) {
    case (UInt8(ascii: "g"), UInt8(ascii: "o")): return .goes
    case (UInt8(ascii: "p"), UInt8(ascii: "l")): return .place
    default: return nil
    }
  }

  /// `MORE FOOTBALL: Club fires coach`, `Check also: Dumplings as in May`, `Read also The priest is back`: what a lead adds, where a
  /// headline stands behind it.
  private static func announces(_ reader: PageLineReader, _ text: Text, _ line: Span) -> Int {
    let count = reader.keyEnds.count
    guard text[line.end - 1] != UInt8(ascii: "."), count > 3 else { return 0 }
    for k in 0..<min(7, count - 3) {
      let end = reader.textEnds[k]
      guard let headline = leadEnd(text, end, line) else {
        // `Read also The priest is back`
        if k > 0, end + 1 < line.end, text[end] == 0x20, text[end + 1] &- 0x41 < 26, text[line.start] &- 0x41 < 26,
          isSmall(reader, k + 1), let lead = lead(reader, through: k), lead.menus > 0, lead.orders > 0
        {
          return 14
        }
        continue
      }
      if text[headline] &- 0x61 < 26 { return 0 }
      let lead = Span(line.start, end)
      let isLoud = text[lead].allSatisfy { $0 &- 0x61 >= 26 } && lead.count >= 4
      guard let (part, kind) = (0...k).lazy.compactMap({ part(reader, $0) }).first else { return 0 }
      if isLoud, part == .menu || part == .order || part == .button || part == .reader { return 18 }
      if k == 0, part == .menu || part == .page && kind == nil { return part == .menu ? 10 : 12 }
      guard let parts = Self.lead(reader, through: k), count - k > 4 else { return 0 }
      return parts.menus > 0 && k > 0 ? 14 : parts.orders > 0 && parts.menus + parts.others > 0 ? 10 : 0
    }
    return 0
  }

  /// Where a headline begins behind what sets it off from its lead: `: `, ` | `, ` > `, ` – `.
  private static func leadEnd(_ text: Text, _ end: Int, _ line: Span) -> Int? {
    if end + 2 < line.end, text[end] == UInt8(ascii: ":"), text[end + 1] == 0x20 { return end + 2 }
    var at = end
    while at < line.end, text[at] == 0x20 { at += 1 }
    guard at < line.end, text[at] == UInt8(ascii: "|") || text[at] == UInt8(ascii: ">") || text.has("»", at: at) else {
      return nil
    }
    while at < line.end,
      text[at] == 0x20 || text[at] == UInt8(ascii: "|") || text[at] == UInt8(ascii: ">")
        || text[at] == 0xC2 || text[at] == 0xBB
    { at += 1 }
    return at < line.end ? at : nil
  }

  /// What the words of a lead are, where pages write all of them: words of headings, orders, and others of pages.
  private static func lead(_ reader: PageLineReader, through last: Int) -> (menus: Int, orders: Int, others: Int)? {
    var found = (menus: 0, orders: 0, others: 0)
    for k in 0...last {
      switch part(reader, k)?.part {
      case .menu: found.menus += 1
      case .order, .button: found.orders += 1
      case .page, .thing, .reader: found.others += 1
      case nil where isKnown(reader, k): found.orders += 1
      case nil where isSmall(reader, k): break
      default: return nil
      }
    }
    return found
  }

  private static let ordinals = WordSet("first last")

  /// A number or a function word of some language.
  private static func isSmall(_ reader: PageLineReader, _ k: Int) -> Bool {
    let range = reader.wordRange(k)
    return reader.key[range.lowerBound] == UInt8(ascii: "#") || FunctionWordVoters.shared.voters(reader.key, range) != 0
      || opensPhrase.contains(Lexicon.hash(reader.key, range)) || ordinals.contains(Lexicon.hash(reader.key, range))
  }

  private static func weight(_ parts: Parts, of count: Int, _ text: Text, _ line: Span) -> Int {
    // Most lines belong to the article.
    var sum = -14 + parts.weight
    // A line that is all of a page is a button or heading; one word among ten is a sentence.
    sum += 9 * parts.ofPages / count
    // Pages give orders at the start of their lines.
    if parts.first == .order { sum += 8 }
    if parts.first == .button { sum += 2 }
    if parts.others == 0 { sum += 13 }
    // `subscribe to our`, `follow … Telegram`
    if parts[.button] > 0, parts[.network] > 0 || parts[.reader] > 0 && parts[.page] + parts[.thing] > 0 { sum += 6 }
    // What is in the world too, and no word that only pages say.
    if parts[.page] + parts[.button] + parts[.menu] + parts[.reader] + parts[.network] == 0, parts.first != .order {
      sum -= 5
    }
    // One word may head a section of anything.
    if count == 1, parts[.page] == 0 { sum -= 9 }
    // Long lines are sentences that hold a word of these among others.
    sum -= max(0, count - 12)
    if parts.first == .order || parts.first == .button, parts[.page] + parts[.thing] + parts[.network] > 0 { sum += 9 }
    return sum + shape(text, line)
  }

  /// What the marks of a line say.
  private static func shape(_ text: Text, _ line: Span) -> Int {
    var sum = 0
    var hasSmall = false
    var hasQuotation = false
    var hasBar = false
    var at = line.start
    while at < line.end {
      let byte = text[at]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): hasSmall = true
      case UInt8(ascii: "\""): hasQuotation = true
      case UInt8(ascii: "|"): hasBar = true
      case UInt8(ascii: "/") where at > line.start && text[at - 1] == 0x20: hasBar = true
      case 0xC2 where text.has("«", at: at): hasQuotation = true
      case 0xC2 where text.has("»", at: at) || text.has("·", at: at):
        if at > line.start, text[at - 1] == 0x20, at + 2 < line.end { hasBar = true }
      case 0xE2 where text.has("“", at: at) || text.has("”", at: at): hasQuotation = true
      case 0xE2 where text.has("•", at: at) || text.has("›", at: at):
        if at > line.start { hasBar = true }
      case 0xC3...: hasSmall = true
      default: break
      }
      at += 1
    }
    if !hasSmall { sum += 6 }
    if hasQuotation { sum -= 24 }
    if hasBar { sum += 10 }
    // `(Agency – J. F.)`
    if text[line.start] == UInt8(ascii: "("), text[line.end - 1] == UInt8(ascii: ")") { sum -= 12 }
    switch text[line.end - 1] {
    case UInt8(ascii: "."): sum -= 15
    case UInt8(ascii: ","), UInt8(ascii: ";"): sum -= 20
    default: break
    }
    if isItem(text, line) { sum -= 12 }
    return sum
  }

  /// `1. Switch off`, `– The unions`
  private static func isItem(_ text: Text, _ line: Span) -> Bool {
    isNumbered(text, line) || text.has("– ", at: line.start) || text.has("— ", at: line.start)
      || text.has("- ", at: line.start) || text.has("* ", at: line.start)
  }

  /// `1. Switch off`, `12) Wait`
  static func isNumbered(_ text: Text, _ line: Span) -> Bool {
    var at = line.start
    while at < line.end, at - line.start < 3, text[at] &- 0x30 < 10 { at += 1 }
    return at > line.start && at + 1 < line.end && (text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ")"))
      && text[at + 1] == 0x20
  }

  /// Whether the table has a word, and not for what goes on or where.
  private static func isKnown(_ reader: PageLineReader, _ k: Int) -> Bool {
    words.row(reader.key, reader.wordRange(k)).map { flow($0.value) == nil } ?? false
  }

  private static func part(_ reader: PageLineReader, _ k: Int) -> (part: Part, kind: PageLine.Kind?)? {
    guard let row = words.row(reader.key, reader.wordRange(k)), let part = row.value.first.flatMap(Part.init(letter:))
    else {
      return nil
    }
    guard let space = row.value.firstIndex(of: 0x20), space + 2 < row.value.count else { return (part, nil) }
    return (part, PageLineReader.Senses.kind(UInt16(row.value[space + 1]) << 8 | UInt16(row.value[space + 2])))
  }
}
