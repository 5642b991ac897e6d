import CTables
import TextModel

/// Reads one line against the table of page phrases.
struct PageLineReader {
  /// What the table and the line’s own shape say.
  struct Reading {
    var kind: PageLine.Kind
    /// Whether the line is believed without its neighbours.
    var isSure: Bool
    /// Whether headlines of other articles may follow.
    var startsList = false
    /// Whether it says who posted the article and when: believed near the top.
    var isPosted = false
    /// Whether it lists the article’s tags: believed near the end.
    var isLabel = false
    /// Whether it is all of the line and may stand under a headline as its link: `Read more`.
    var isLink = false
  }

  /// Lines longer than this are no residue.
  static let longest = 400

  static let table = IndexedTable(ctables_page_residue())
  /// The words of the longest phrase.
  private static let longestPhrase: Int = {
    var longest = 0
    table.table.eachRow { row in
      let key = row.key
      // A longer phrase has a letter and a space more for each word.
      guard key.count > 2 * longest else { return }
      longest = max(longest, 1 + key.count { $0 == 0x20 })
    }
    return longest
  }()
  /// The phrases of one word, and the first two words of all others: a line that begins with none of them is no residue.
  private static let beginnings: WordSet = {
    var hashes: [UInt32] = []
    table.table.eachRow { row in
      let key = row.key
      let space = key.firstIndex(of: 0x20) ?? key.endIndex
      let first = Lexicon.hash(UnsafeBufferPointer(rebasing: key[..<space]))
      guard space < key.endIndex else { return hashes.append(first) }
      let next = key[(space + 1)...].firstIndex(of: 0x20) ?? key.endIndex
      hashes.append(pair(first, Lexicon.hash(UnsafeBufferPointer(rebasing: key[(space + 1)..<next]))))
    }
    return WordSet(hashes: hashes)
  }()

  /// The line in small letters without marks, and where each of its words ends: in the key and in the text.
  var key: [UInt8] = []
  var keyEnds: [Int] = []
  var textEnds: [Int] = []

  mutating func read(_ text: Text, _ line: Span) -> Reading? {
    // What stands in brackets is a remark of the text, unless the whole line does and is known.
    if let inner = bracketed(text, line) {
      guard !inner.isEmpty else { return nil }
      if inner.end < line.end - 1 { return label(text, line, inner) }
      guard let reading = read(text, inner),
        reading.kind == .navigation || reading.kind == .teaser
          || reading.kind == .footer && text[line].contains(0xE2)
            && line.range.contains(where: { text.has("ⓒ", at: $0) })
      else { return nil }
      // `(Editor in charge: N. N.)`
      return reading.isSure || reading.isLabel ? Reading(kind: reading.kind, isSure: true) : nil
    }
    if isWay(text, line) { return Reading(kind: .navigation, isSure: true) }
    guard let first = firstWord(text, line) else { return nil }
    // Most lines are paragraphs, and their first words say so.
    let isWhole = normalize(text, Span(first, line.end), words: Self.longestPhrase)
    markNumber()
    guard !keyEnds.isEmpty, isWhole || beginsPhrase || isVenue(0) else { return nil }
    if !isWhole {
      _ = normalize(text, Span(first, line.end))
      markNumber()
    }
    // `You may use these HTML tags: <a href=""> <b>`
    guard !isTechnical(text, line) || beginsWithNotice else { return nil }
    if isBreadcrumb(text, line) { return Reading(kind: .navigation, isSure: true) }
    if isCopyright(text, line) { return Reading(kind: .footer, isSure: true) }
    if let row = Self.table.row(key, key.indices) {
      let senses = Senses(row)
      if let whole = senses.first(where: { $0.mode == .line }) ?? senses.first(where: { $0.mode == .heads }) {
        return Reading(
          kind: whole.kind, isSure: whole.isSure, startsList: senses.contains { $0.mode == .heads },
          isLink: senses.contains { $0.mode == .tease || $0.mode == .title })
      }
    }
    if isRowOfVenues { return Reading(kind: .share, isSure: true) }
    for count in stride(from: min(keyEnds.count, Self.longestPhrase), to: 0, by: -1) {
      guard let row = Self.table.row(key, 0..<keyEnds[count - 1]) else { continue }
      for sense in Senses(row)
      where (sense.kind != .footer || isNotice(words: count))
        && fits(sense.kind, sense.mode, sense.isSure, text, line, words: count)
      {
        let isPosted = sense.kind == .navigation && sense.mode == .lead && !sense.isSure
        if isPosted, line.count > 90 || !key.contains(UInt8(ascii: "#")) { continue }
        return Reading(
          kind: sense.kind, isSure: sense.mode == .lead ? sense.isSure : sense.mode != .label, isPosted: isPosted,
          isLabel: sense.mode == .label && sense.isSure)
      }
    }
    return nil
  }

  /// What stands between the brackets that a line begins with, empty where they are round and hold less than the line; nil without
  /// brackets.
  private func bracketed(_ text: Text, _ line: Span) -> Span? {
    let closer: UInt8
    switch text[line.start] {
    case UInt8(ascii: "["): closer = UInt8(ascii: "]")
    case UInt8(ascii: "("): closer = UInt8(ascii: ")")
    default: return nil
    }
    if line.count > 2, text[line.end - 1] == closer { return Span(line.start + 1, line.end - 1) }
    if closer == UInt8(ascii: "]"),
      let end = (line.start + 1..<min(line.start + 32, line.end)).first(where: { text[$0] == closer })
    {
      return Span(line.start + 1, end)
    }
    return Span(line.start, line.start)
  }

  /// `[Related article] Singer to hold her first concert`: a phrase that announces in brackets, and a headline.
  private mutating func label(_ text: Text, _ line: Span, _ inner: Span) -> Reading? {
    _ = normalize(text, inner)
    guard !key.isEmpty, let row = Self.table.row(key, key.indices), inner.end + 12 < line.end, line.count <= 240,
      Senses(row).contains(where: { $0.mode == .tease || $0.kind == .teaser }), text[inner.end + 1] == 0x20,
      text[line.end - 1] != UInt8(ascii: ".")
    else { return nil }
    return Reading(kind: .teaser, isSure: true)
  }

  /// Whether a phrase of the table begins the line.
  private var beginsPhrase: Bool {
    let first = Lexicon.hash(key, wordRange(0))
    guard
      Self.beginnings.contains(first)
        || keyEnds.count > 1 && Self.beginnings.contains(Self.pair(first, Lexicon.hash(key, wordRange(1))))
    else { return false }
    return keyEnds.prefix(Self.longestPhrase).contains { Self.table.row(key, 0..<$0) != nil }
  }

  /// Whether the line begins with a phrase of four words or more that nobody writes elsewhere.
  private var beginsWithNotice: Bool {
    keyEnds.prefix(Self.longestPhrase).dropFirst(3).contains {
      Self.table.row(key, 0..<$0).map(Senses.init)?.contains { $0.mode == .lead && $0.isSure } == true
    }
  }

  /// `Daily Bridge » Region »`: a way that ends in its sign.
  private func isWay(_ text: Text, _ line: Span) -> Bool {
    guard line.count >= 8, line.count <= 100, text.has(" »", at: line.end - 3), text[line.start] < 0x80 else {
      return false
    }
    var signs = 0
    for at in line.range {
      if text.has("«", at: at) { return false }
      if text.has(" » ", at: at) { signs += 1 }
    }
    return signs > 0
  }

  /// `Home » News » …`, `Accueil / Monde`: the way to the article.
  private func isBreadcrumb(_ text: Text, _ line: Span) -> Bool {
    guard line.count <= 240, keyEnds.count > 1 else { return false }
    for count in 1...min(2, keyEnds.count - 1) where Self.homes.contains(Lexicon.hash(key, 0..<keyEnds[count - 1])) {
      var at = textEnds[count - 1]
      while at < line.end, text[at] == 0x20 { at += 1 }
      return at < line.end
        && (text[at] == UInt8(ascii: ">") || text[at] == UInt8(ascii: "/") || text[at] == UInt8(ascii: "|")
          || text.has("»", at: at) || text.has("›", at: at) || text.has("→", at: at))
    }
    return false
  }
  private static let homes = WordSet(
    hashes: [
      "home", "homepage", "accueil", "startseite", "inicio", "início", "página inicial", "главная", "αρχική",
      "ana sayfa",
      "anasayfa", "strona główna",
    ].map { Lexicon.hash($0) })

  /// `© 2024 Daily Bridge`, with a year behind the sign.
  private func isCopyright(_ text: Text, _ line: Span) -> Bool {
    guard line.count <= 140, hasSign(text, line) else { return false }
    return text.has(" ⓒ ", at: textEnds[0]) || key[0] == UInt8(ascii: "0") || key.contains(UInt8(ascii: "#"))
      || hasPhrase(.line, from: 0, kind: .footer)
      || hasPhrase(.lead, from: 0, kind: .footer)
  }

  /// Whether the sign of copyright begins the line, or stands behind a word or two and before `Copyright`.
  private func hasSign(_ text: Text, _ line: Span) -> Bool {
    if text.has("©", at: line.start) { return true }
    // `Copyright ⓒ Daily Bridge. Unauthorized reproduction …`
    if text.has(" ⓒ ", at: textEnds[0]), isSense(.lead, of: wordRange(0), kind: .footer) { return true }
    return keyEnds.count <= 6
      && (1..<min(keyEnds.count, 4)).contains {
        text.has(" © ", at: textEnds[$0 - 1]) && isSense(.lead, of: wordRange($0), kind: .footer)
      }
  }

  /// Whether signs of code or of a table stand in the line.
  private func isTechnical(_ text: Text, _ line: Span) -> Bool {
    var signs = 0
    for at in line.range {
      switch text[at] {
      case UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: "<"),
        UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "_"):
        signs += 1
      default: break
      }
    }
    return signs >= 2
  }

  /// Where the first letter or digit stands, if the word there begins a phrase.
  private func firstWord(_ text: Text, _ line: Span) -> Int? {
    var at = line.start
    while at < line.end, at - line.start < 16 {
      let byte = text[at]
      if byte < 0x80 {
        if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 { break }
        at += 1
      } else if CharacterClass.of(text, at: at) == .letter {
        break
      } else {
        at = text.index(after: at)
      }
    }
    guard at < line.end else { return nil }
    if text[at] &- 0x30 < 10 || text.has("©", at: line.start) { return at }
    var end = at
    while end < line.end, (text[end] | 0x20) &- 0x61 < 26 { end += 1 }
    if end == line.end || text[end] < 0x80 {
      return Self.begins(text, at..<end, line) ? at : nil
    }
    // Outside ASCII case and marks need a closer look, which `normalize` takes.
    return at
  }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 { first &* 0x9E37_79B1 ^ second }

  /// Whether a line that begins with the word in `first` may be a phrase; the word behind it is asked too.
  private static func begins(_ text: Text, _ first: Range<Int>, _ line: Span) -> Bool {
    let hash = Lexicon.hash(text.utf8, first)
    if beginnings.contains(hash) { return true }
    // Apostrophes and wide letters are left to the closer look.
    var at = first.upperBound
    while at < line.end, text[at] < 0x80, !((text[at] | 0x20) &- 0x61 < 26) {
      if text[at] == 0x27 || text[at] &- 0x30 < 10 { return true }
      at += 1
    }
    guard at < line.end else { return false }
    if text[at] >= 0x80 { return true }
    var end = at
    while end < line.end, (text[end] | 0x20) &- 0x61 < 26 { end += 1 }
    if end < line.end, text[end] == 0x27 || text[end] >= 0x80 { return true }
    return beginnings.contains(pair(hash, Lexicon.hash(text.utf8, at..<end)))
  }

  /// Whether a phrase of `words` words at the start of the line is borne out by the rest of it.
  private func fits(
    _ kind: PageLine.Kind, _ mode: Mode, _ isSure: Bool, _ text: Text, _ line: Span, words: Int
  ) -> Bool {
    let behind = textEnds[words - 1]
    let rest = keyEnds.count - words
    switch mode {
    // Two words may begin a sentence of the article too: `Posted in Kabul, he …`.
    case .lead:
      return line.count <= (words > 2 || kind == .footer || text[line.end - 1] != UInt8(ascii: ".") ? 320 : 70)
    case .label: return rest > 0 && line.count <= 240 && text[behind] == UInt8(ascii: ":")
    case .opens: return rest > 0 && line.count <= 320 && hasPhrase(.within, from: words)
    case .call: return rest > 0 && line.count <= 200 && hasVenue(from: words)
    case .title:
      // Numbers are those of a telephone or a house.
      return rest >= 5 && line.count <= 240 && text[behind] == UInt8(ascii: ":")
        && !key[keyEnds[words - 1]...].contains(UInt8(ascii: "#"))
        && announces(text, line, from: behind, isSure: false)
    case .tease: return rest >= 3 && line.count <= 240 && announces(text, line, from: behind, isSure: isSure)
    default: return false
    }
  }

  /// Whether what follows a phrase like `See also` is a headline: begun with a capital, a digit or a quotation mark, and not ended
  /// like a sentence, unless a colon or bar sets it off.
  private func announces(_ text: Text, _ line: Span, from behind: Int, isSure: Bool) -> Bool {
    var at = behind
    var isSetOff = false
    while at < line.end {
      let byte = text[at]
      if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">") || text.has("–", at: at)
        || text.has("—", at: at) || text.has("»", at: at) || text.has("→", at: at)
      {
        isSetOff = true
      } else if byte == 0x20 || byte == 0x09 || text.has("\u{A0}", at: at) {
        // Two blanks are a plug-in’s; so is the no-break space behind `READ`.
        if at > behind, text[at - 1] == 0x20 || text[at - 1] == 0xA0 {
          isSetOff = isSetOff || isSure || text[at - 1] == 0xA0 && text[behind - 1] &- 0x41 < 26
        }
      } else {
        break
      }
      at = text.index(after: at)
    }
    guard at < line.end, isSetOff || isSure else { return false }
    if !isSetOff, let colon = colon(text, line, from: at) {
      at = colon
      isSetOff = true
    }
    if text[at] &- 0x61 < 26 || text[at] == UInt8(ascii: ",") || text[at] == UInt8(ascii: ".")
      || text[at] == UInt8(ascii: "(")
    {
      return false
    }
    // A phrase written small, or a mark of the reference kind, is a sentence of the text.
    let last = text[line.end - 1]
    if last == UInt8(ascii: ".") || last == UInt8(ascii: ")") || last == UInt8(ascii: ";") || last == UInt8(ascii: ",")
    {
      return isSetOff && isSure && last == UInt8(ascii: ".") && line.count < 160
    }
    return true
  }

  /// `Read more about this: Bridge falls`: where the headline begins behind a few small words and a colon.
  private func colon(_ text: Text, _ line: Span, from start: Int) -> Int? {
    var at = start
    var spaces = 0
    while at < line.end, text[at] &- 0x61 < 26 || text[at] == 0x20 {
      if text[at] == 0x20 { spaces += 1 }
      at += 1
    }
    guard at > start, spaces <= 4, at + 2 < line.end, text[at] == UInt8(ascii: ":") else { return nil }
    if text[at + 1] == 0x20 { at += 1 }
    return at + 1
  }

  /// Whether a footer’s phrase is followed by little, or by a year.
  private func isNotice(words: Int) -> Bool {
    keyEnds.count - words <= 3 || key.contains(UInt8(ascii: "#")) && keyEnds.count - words <= 20
  }

  /// Whether a phrase of that mode, five words at most, stands somewhere behind a word.
  private func hasPhrase(_ mode: Mode, from word: Int, kind: PageLine.Kind = .navigation) -> Bool {
    for k in word..<keyEnds.count {
      let start = wordRange(k).lowerBound
      for last in k..<min(k + 5, keyEnds.count) where isSense(mode, of: start..<keyEnds[last], kind: kind) {
        return true
      }
    }
    return false
  }

  private func hasVenue(from word: Int) -> Bool {
    for k in word..<keyEnds.count where isSense(.word, of: wordRange(k), kind: .follow) { return true }
    return false
  }

  /// Whether all words, two at least, are names of networks and verbs of sharing: `Facebook Twitter Email`, `Share this: Twitter`.
  private var isRowOfVenues: Bool {
    guard keyEnds.count > 1, keyEnds.count <= 16, !(keyEnds.count == 2 && isWord(0, "page")) else { return false }
    var venues = 0
    for k in keyEnds.indices {
      // `Share on Facebook Share on Twitter`
      if k > 0, k + 1 < keyEnds.count, isWord(k, "on"), isVenue(k - 1), isVenue(k + 1) { continue }
      if k == 1, isWord(1, "this"), isSense(.word, of: wordRange(0), kind: .share) { continue }
      guard isVenue(k) else { return false }
      if isSense(.word, of: wordRange(k), kind: .follow) { venues += 1 }
    }
    return venues > 0
  }

  /// Whether a word is the name of a network, a verb of sharing or a number.
  private func isVenue(_ k: Int) -> Bool {
    let range = wordRange(k)
    return range.count == 1 && key[range.lowerBound] == UInt8(ascii: "#") || isSense(.word, of: range, kind: .follow)
      || isSense(.word, of: range, kind: .share)
  }

  private func isSense(_ mode: Mode, of range: Range<Int>, kind: PageLine.Kind) -> Bool {
    guard let row = Self.table.row(key, range) else { return false }
    return Senses(row).contains { $0.mode == mode && $0.kind == kind }
  }
}
