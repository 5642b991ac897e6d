import Language
import TextModel

/// Puts in the full stop that the last sentence of a paragraph has lost.
///
/// Where the paragraphs of a text end in marks, one of prose that does not has lost its own: `“We go on,” he said` at the end of a
/// line, a line that is one quotation of several sentences, and a line of prose, whose last sentence has a verb.  Headings, captions,
/// decks, items of lists and lines that go on in the next one have no stop by nature.
public struct LostStop: RewriteRule {
  public init() {}
  public let id = "lost-stop"
  public let trigger: ByteClasses? = .lineFeed
  public let languages: LanguageScope = .only([.english])

  private static let body =
    "The the river rose with with the rain, and a bridge was carried away by the water.\n\n"
    + "The council met at nine , and it was late when the others came to the hall at last.\n\n"
    + "Nobody had thought of the old mill, which stood on the other side of the road.\n\n"

  public let fixes = [
    RewriteExample(
      body + "“We have known this for years now,” he said\n\nThey left.",
      body + "“We have known this for years now,” he said.\n\nThey left."),
    RewriteExample(
      body + "“We have known this for years. The town has never had a better bridge”\n\nThey left.",
      body + "“We have known this for years. The town has never had a better bridge.”\n\nThey left."),
    RewriteExample(
      body + "They left the hall at noon. There was no other bridge of of it, a member of the council said,\n\n" + body
        + "So.",
      body + "They left the hall at noon. There was no other bridge of of it, a member of the council said.\n\n" + body
        + "So."),
    RewriteExample(
      body + "They left the hall at noon. The rest of them went to the old house by the sea\n\nIt was late.",
      body + "They left the hall at noon. The rest of them went to the old house by the sea.\n\nIt was late."),
  ]
  public let leavesAlone = [
    body + "They left the hall at noon. A house by the old sea of the south\n\nIt was late.",
    body + "The rest of them went to the old house by the sea\n\nIt was late.",
    body + "They left the hall at noon. The rest of them went to the old house by the\n\nsea, where it was late.",
    body + "They left the hall at noon. The rest of them went to the house by the sea",
    "They left the hall at noon. The rest of them went to the house by the sea\n\nIt was late.",
    body + "“We have known this”\n\nIt was late.",
    "A bridge falls\n\nAfter the storm the mayor said that nobody knows what comes next for the town\n\n" + body
      + "They left.",
    "\n", "a\n\nb”\n\nc",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let lines = document.paragraphs
    guard lines.count > 3 else { return }
    let text = document.text
    var isUsual: Bool?
    // Above the first paragraph that ends in a stop stand titles and decks.
    var isBehindProse = false
    // Asked once: it looks at all marks.
    lazy var isOutside = setsStopsOutside(document.quotationMarks)
    for k in 1..<lines.count - 1 {
      if isBehindProse, let comma = comma(text, lines, k) {
        if isUsual == nil { isUsual = document.hasParagraphs && endsInMarks(text, lines) }
        if isUsual == true, document.isDamaged, !document.isVerbatim(at: comma) {
          proposals.replace(Span(comma, comma + 1), with: ".", .likely)
        }
        continue
      }
      if !isBehindProse { isBehindProse = lines[k - 1].count > 60 && endsInStop(text, lines[k - 1]) }
      guard isBehindProse, lines[k].count > 24 else { continue }
      let end = text.spaceStart(before: lines[k].end)
      let closer = closerStart(text, end)
      // What is looked at for nearly all lines.
      guard text.isLower((closer ?? end) - 1), mayEnd(text, lines, k) else { continue }
      guard var place = place(document, Span(lines[k].start, end), closer) else { continue }
      if place != end, isOutside { place = end }
      if isUsual == nil { isUsual = document.hasParagraphs && endsInMarks(text, lines) }
      guard isUsual == true else { return }
      if document.isVerbatim(at: place) { continue }
      proposals.insert(".", at: place, .likely)
    }
  }

  /// The comma with which a paragraph of prose ends, above an empty line and another: `a spokeswoman said,`.
  private func comma(_ text: Text, _ lines: [Span], _ k: Int) -> Int? {
    let line = lines[k]
    // What is looked at for nearly all lines.
    guard line.count > 60, text[line.end - 1] == UInt8(ascii: ",") || text[line.end - 1] == 0x20 else { return nil }
    let end = text.spaceStart(before: line.end)
    guard text.has(",", at: end - 1),
      text.isCapital(lines[k].start) || text.has("“", at: lines[k].start),
      lines[k + 1].count > 60, lines[k + 1].start > lines[k].end + 1, text.isCapital(lines[k + 1].start)
    else { return nil }
    let before = closerStart(text, end - 1) ?? end - 1
    return text.isLower(before - 1) ? end - 1 : nil
  }

  /// Where the closing mark at the end of a line begins.
  private func closerStart(_ text: Text, _ end: Int) -> Int? {
    if text.has("”", at: end - 3) { return end - 3 }
    return text.has("\"", at: end - 1) ? end - 1 : nil
  }

  /// Whether the lines behind do not go on with this one: neither the next, nor, where that is as short as a link, the one after it.
  private func mayEnd(_ text: Text, _ lines: [Span], _ k: Int) -> Bool {
    for next in lines[(k + 1)...].prefix(2) {
      guard next.start < text.count, !next.isEmpty else { return true }
      // A link has a line of its own.
      if next.count < 30, next.start == lines[k].end + 1 { return false }
      let first = text.scalar(at: next.start)
      let letter = first == "“" || first == "\"" ? text.index(after: next.start) : next.start
      if text.isLower(letter) || first == "," || first == "." || first == ";" || first == ")" { return false }
      if next.count > 40 { return true }
    }
    return true
  }

  /// Where the stop belongs, if the line has lost one: inside a closing mark.
  private func place(_ document: Document, _ line: Span, _ closer: Int?) -> Int? {
    let text = document.text
    guard let closer else {
      let word = text.letters(before: line.end)
      guard text.has(" ", at: word.start - 1), Lexicon.entry(text.utf8, word.range).isWord(upTo: 6),
        !BrokenLine.bound.contains(Lexicon.hash(text.utf8, word.range))
      else { return nil }
      return endsInSpeaker(text, line) || isProse(document, line) ? line.end : nil
    }
    // `“We know. The town has a bridge”`: the whole line is one quotation.
    let length = line.end - closer
    guard length == 3 ? text.has("“", at: line.start) || text.has("”", at: line.start) : text.has("\"", at: line.start),
      line.count > 60, lastSentence(text, Span(line.start + length, closer)) > line.start + length
    else { return nil }
    let repair = QuotationRepair(all: document)
    guard let first = repair.mark(at: line.start), first.role == .opener,
      first.partner < 0 || repair.reading.marks[Int(first.partner)].start == closer
    else { return nil }
    return closer
  }

  /// `…,” he said`: nothing but who speaks behind a closing mark.
  private func endsInSpeaker(_ text: Text, _ line: Span) -> Bool {
    var at = line.end - 1
    while at > line.start + 3, line.end - at < 60 {
      if text[at] == 0x20 {
        // `,” he said`, `”, he said`
        let isBehind =
          text.has(",”", at: at - 4) || text.has("”,", at: at - 4) || text.has(",\"", at: at - 2)
          || text.has("\",", at: at - 2)
        if isBehind {
          return QuotationRepair.attributionEnd(text, from: at + 1) == line.end
            || isPlainSpeaker(text, at + 1, line.end)
        }
      }
      at -= 1
    }
    return false
  }

  /// `he referred`: a pronoun and a verb, whatever that is.
  private func isPlainSpeaker(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    let pronoun = text.letters(from: start)
    let verb = text.letters(from: text.spaceEnd(from: pronoun.end))
    return Self.pronouns.contains(Lexicon.hash(text.utf8, pronoun.range)) && verb.end == end
      && text.has("ed", at: end - 2)
  }
  private static let pronouns = WordSet("he she they")

  /// Whether the line is of two sentences or more, or of a long one, and the last has a finite verb.
  private func isProse(_ document: Document, _ line: Span) -> Bool {
    let text = document.text
    guard text.isCapital(line.start) || text.has("“", at: line.start) || text.has("\"", at: line.start) else {
      return false
    }
    let start = lastSentence(text, line)
    var words = 0
    var isTold = false
    var at = start
    while at < line.end {
      let word = text.letters(from: at)
      if !word.isEmpty {
        words += 1
        isTold = isTold || Self.finite.contains(Lexicon.hash(text.utf8, word.range)) || isPast(text, word)
      }
      at = max(word.end, at + 1)
    }
    return isTold && words > (start == line.start ? 24 : 5)
  }
  private static let finite = WordSet(
    "is are was were has have had will would can could must should may might does did said says went came took made gave"
  )

  private func isPast(_ text: Text, _ word: Span) -> Bool {
    guard text.isLower(word.start), word.count > 3 else { return false }
    let entry = Lexicon.entry(text.utf8, word.range)
    return entry.isPast && !entry.isParticiple
  }

  /// Where the last sentence of a stretch begins.
  private func lastSentence(_ text: Text, _ stretch: Span) -> Int {
    var at = stretch.end - 1
    while at > stretch.start + 3 {
      if text[at] == 0x20, text.isCapital(at + 1) {
        let stop = text.has("”", at: at - 3) ? at - 4 : text.has("\"", at: at - 1) ? at - 2 : at - 1
        if PunctuationMark.stops(text[stop]), !ProseWords.isAbbreviation(text, text.letters(before: stop)) {
          return at + 1
        }
      }
      at -= 1
    }
    return stretch.start
  }

  /// Whether the lines of prose end in marks, nearly all of them.
  private func endsInMarks(_ text: Text, _ lines: [Span]) -> Bool {
    var ended = 0
    var open = 0
    for line in lines where line.count > 60 {
      if endsInMark(text, line) { ended += 1 } else { open += 1 }
    }
    return ended > 1 && ended >= 2 * open
  }

  private func endsInStop(_ text: Text, _ line: Span) -> Bool {
    let end = text.spaceStart(before: line.end)
    return PunctuationMark.stops(text[(closerStart(text, end) ?? end) - 1])
  }

  private func endsInMark(_ text: Text, _ line: Span) -> Bool {
    let end = text.spaceStart(before: line.end)
    return !text.isASCIILetter((closerStart(text, end) ?? end) - 1)
  }

  /// Whether the text sets its stops outside its quotations.
  private func setsStopsOutside(_ reading: QuotationMarks) -> Bool {
    var inside = 0
    var outside = 0
    for mark in reading.marks where mark.role == .closer && !mark.glyph.isSingle {
      if mark.before == .stop { inside += 1 } else if mark.after == .stop { outside += 1 }
    }
    return outside > inside
  }
}
