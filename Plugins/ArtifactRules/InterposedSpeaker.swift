import Language
import TextModel

/// Ends a quotation before the clause that names its speaker and opens it again behind: `“We wait, explains the envoy. It is late.”` becomes `“We
/// wait,” explains the envoy. “It is late.”`
///
/// French, Italian and Spanish papers set one pair of marks round all that somebody says and let the narrator speak in between, and so do
/// translators that take a sentence for the unit.  The clause must be a speaker’s by its words alone, a verb of saying with its subject behind
/// it, or `he said` and no more, with a stop after it; and it must not be in anybody’s person.  Where the quotation ends with
/// the clause, `“We waited, he said.”`, somebody may tell what another said, and it stays.
public struct InterposedSpeaker: RewriteRule {
  public init() {}
  public let id = "interposed-speaker"
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "They ate of of the the rest. “We wait for the boat, explains the envoy. It is late.”",
      "They ate of of the the rest. “We wait for the boat,” explains the envoy. “It is late.”"),
    RewriteExample(
      "They ate of of the the rest. \"We wait for the boat, he said. It is late.\"",
      "They ate of of the the rest. \"We wait for the boat,\" he said. \"It is late.\""),
    RewriteExample(
      "They ate of of the the rest. “We wait for the boat, comments the old envoy, Ada Ash, to the paper. It is late.”",
      "They ate of of the the rest. “We wait for the boat,” comments the old envoy, Ada Ash, to the paper. “It is late.”"
    ),
    RewriteExample(
      "They ate of of the the rest. “We wait for the boat. promises, on the radio, the envoy. It is late.”",
      "They ate of of the the rest. “We wait for the boat,” promises, on the radio, the envoy. “It is late.”"),
    RewriteExample(
      "They ate of of the the rest. “We wait for the boat, he said, but it is late.”",
      "They ate of of the the rest. “We wait for the boat,” he said, “but it is late.”"),
    RewriteExample(
      "They ate of of the the rest. “We wait for the boat, Ada Ash, the envoy, said on Monday. It is late.”",
      "They ate of of the the rest. “We wait for the boat,” Ada Ash, the envoy, said on Monday. “It is late.”"),
    RewriteExample(
      "They ate of of the the rest. “Is it late? asks the envoy. We wait for the boat.”",
      "They ate of of the the rest. “Is it late?” asks the envoy. “We wait for the boat.”"),
  ]
  public let leavesAlone = [
    "“We wait for the boat, explains the envoy. It is late.”",
    "They ate of of the the rest. “When the boat came, he told the men. It is late.”",
    "They ate of of the the rest. “When the boat came, I said. It is late.”",
    "They ate of of the the rest. “The boat, said to be old, has sunk. It is late.”",
    "They ate of of the the rest. “The boat came, said the envoy that we wait for. It is late.”",
    "They ate of of the the rest. “We wait for the boat, she said.”",
    "They ate of of the the rest. “We wait,” explains the envoy. It is late.",
    "They ate of of the the rest. “We wait for the boat, she said. He called it a farce.”",
    "They ate of of the the rest. “We wait, he said", "of of the the “, he said.”",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs, document.isDamaged else { return }
    let text = document.text
    let marks = document.markOffsets
    var next = 0
    var done = 0
    for pause in document.punctuation where pause.after == .space && pause.offset >= done {
      guard pause.scalar == "," || text.isLower(pause.end + 1) else { continue }
      while next < marks.count, Int(marks[next]) < pause.offset { next += 1 }
      // What may be a quotation round the clause: the double mark before it opens.
      guard let start = opening(text, marks, before: next), mayName(text, pause),
        let end = closing(text, marks, from: next), end - start > 20, end - start < 3000
      else { continue }
      done = end
      propose(QuotationRepair(all: document), Span(start, end), &proposals)
    }
  }

  /// Whether a clause that names a speaker may begin behind a comma or a stop.
  private func mayName(_ text: Text, _ pause: PunctuationMark) -> Bool {
    switch pause.scalar {
    case ",", ".", "!", "?": break
    default: return false
    }
    let start = pause.end + 1
    return isSaying(text, text.letters(from: start)) || QuotationRepair.attributionEnd(text, from: start) != nil
  }

  /// Behind the double mark before a place in the list of marks, where it may open in its line.
  private func opening(_ text: Text, _ marks: [UInt32], before place: Int) -> Int? {
    for k in stride(from: place - 1, through: max(0, place - 12), by: -1) {
      let at = Int(marks[k])
      if text[at] == 0x0A { return nil }
      guard let length = QuotationRepair.closerLength(text.utf8, at) else { continue }
      return !text.has("”", at: at) && text.isCapital(at + length) ? at + length : nil
    }
    return nil
  }

  /// The next double mark of the line.
  private func closing(_ text: Text, _ marks: [UInt32], from place: Int) -> Int? {
    for k in place..<min(marks.count, place + 12) {
      let at = Int(marks[k])
      if text[at] == 0x0A { return nil }
      if QuotationRepair.closerLength(text.utf8, at) != nil { return at }
    }
    return nil
  }

  private func propose(_ repair: QuotationRepair, _ quotation: Span, _ proposals: inout Proposals) {
    let text = repair.text
    guard
      let opener = repair.mark(at: quotation.start - (text[quotation.start - 1] == 0x22 ? 1 : 3)),
      let closer = repair.mark(at: quotation.end),
      opener.role == .opener, opener.depth == 0, opener.partner >= 0,
      repair.reading.marks[Int(opener.partner)].start == closer.start,
      opener.glyph == .leftDouble || opener.glyph == .straightDouble,
      !opener.before.isWord, min(opener.margin, closer.margin) >= 10,
      !repair.document.isVerbatim(at: opener.start), let tag = tag(repair, quotation)
    else { return }
    let isOutside = repair.setsCommasOutside
    let isCurly = opener.glyph == .leftDouble
    let mark: [UInt8] = isCurly ? Array("”".utf8) : [0x22]
    proposals.together {
      let pause = text[tag.start]
      if PunctuationMark.stops(pause), pause != UInt8(ascii: ".") {
        $0.replace(Span(tag.start + 1, tag.start + 1), with: mark, .likely)
      } else {
        let comma = [UInt8(ascii: ",")]
        $0.replace(Span(tag.start, tag.start + 1), with: isOutside ? mark + comma : comma + mark, .likely)
      }
      $0.replace(Span(tag.end + 1, tag.end + 1), with: isCurly ? Array("“".utf8) : mark, .likely)
    }
  }

  /// From the pause before a speaker to behind the stop, or the comma, of his clause.
  private func tag(_ repair: QuotationRepair, _ quotation: Span) -> Span? {
    let text = repair.text
    var at = quotation.start + 6
    while at + 4 < quotation.end {
      defer { at += 1 }
      guard text[at + 1] == 0x20 else { continue }
      let byte = text[at]
      guard byte == UInt8(ascii: ",") || PunctuationMark.stops(byte) && text.isLower(at + 2),
        text.isLower(text.index(before: at)) || text.isDigit(at - 1),
        let end = clauseEnd(repair, at + 2, isBehindStop: byte == UInt8(ascii: "."), before: quotation.end)
      else { continue }
      let pause = byte == UInt8(ascii: ",") ? NarratorStart.subjectStart(repair, quotation.start, at) : at
      // `, said Thursday`: a day is nobody.
      let verb = text.letters(from: at + 2)
      if pause == at, isDay(text, verb.end + 1) { continue }
      return Span(pause, end)
    }
    return nil
  }

  /// Where a clause that names a speaker and says nothing more ends, behind its stop or the comma before the speech goes on.
  private func clauseEnd(_ repair: QuotationRepair, _ start: Int, isBehindStop: Bool, before limit: Int) -> Int? {
    let text = repair.text
    let first = text.letters(from: start)
    guard !first.isEmpty, !repair.beginsInPerson(start) else { return nil }
    let isInverted = isSaying(text, first)
    let isApart = isBehindStop && isInverted && text.has(", ", at: first.end)
    guard let verb = isApart ? first.end : isInverted ? subjectEnd(text, first.end) : repair.attributionEnd(from: start)
    else { return nil }
    // `he said, but we`
    if !isApart, text.has(", ", at: verb), limit - verb > 8, !isBehindStop {
      let next = text.letters(from: verb + 2)
      if Self.goingOn.contains(Lexicon.hash(text.utf8, next.range)) { return verb + 1 }
    }
    var at = verb
    while at < limit, at - verb < 100, !ends(text, at, limit) { at += 1 }
    guard at < limit, text.has(".", at: at) else { return nil }
    let tail = Span(verb, at)
    if !isInverted {
      // `he said.`, `he said on Monday.`
      guard tail.isEmpty || tail.count < 60 && isTime(text, tail) else { return nil }
    } else if isApart,
      !text.hasWord(in: tail, where: { QuotationRepair.isDeterminer(text, $0) || text.isUpper($0.start) })
    {
      return nil
    }
    guard !repair.addresses(Span(start, at)), !text.hasWord(in: tail, where: { text.has("that", at: $0.start) }) else {
      return nil
    }
    let end = at + 1
    guard text.has(" ", at: end), text.isCapital(end + 1), limit - end > 6 else { return nil }
    // `She said so. He called it a farce.”`: the narrator goes on.
    let rest = Span(end + 1, limit)
    let sentence = Span(rest.start, repair.sentenceEnd(rest) ?? limit)
    return Self.thirds.contains(Lexicon.hash(text.utf8, text.letters(from: rest.start).range))
      || repair.voice(sentence) == .narrator ? nil : end
  }
  private static let thirds = WordSet("he she")
  private static let goingOn = WordSet(
    "and but because if when so not i we you it they is are was were will would can could has have that there since unless while"
  )

  /// Whether a word in small letters is a verb of saying, `comments` too: before its subject it is no noun.
  private func isSaying(_ text: Text, _ word: Span) -> Bool {
    guard word.count > 3, text.isLower(word.start) else { return false }
    let classes = SpeechWords.shared.classes(Lexicon.hash(text.utf8, word.range))
    return SpeechWords.isSaying(text, word)
      || classes.contains(.speech) && text.has("s", at: word.end - 1)
        && classes.isDisjoint(with: [.base, .ing, .mental])
  }

  /// `Ash`, `the envoy` behind a verb.
  private func subjectEnd(_ text: Text, _ verb: Int) -> Int? {
    if let end = QuotationRepair.titledName(text, verb) { return end }
    guard text.has(" ", at: verb) else { return nil }
    let word = text.letters(from: verb + 1)
    return text.isUpper(word.start) || QuotationRepair.isDeterminer(text, word) ? word.end : nil
  }

  /// Whether a full stop that ends a sentence stands at an offset.
  private func ends(_ text: Text, _ at: Int, _ limit: Int) -> Bool {
    guard PunctuationMark.stops(text[at]) else { return false }
    let word = text.letters(before: at)
    return word.isEmpty || at + 1 == limit || !ProseWords.isAbbreviation(text, word)
  }

  private func isTime(_ text: Text, _ tail: Span) -> Bool {
    guard text.has(" ", at: tail.start) else { return false }
    let word = text.letters(from: tail.start + 1)
    return Self.timing.contains(Lexicon.hash(text.utf8, word.range)) || isDay(text, tail.start + 1)
  }
  private static let timing = WordSet("on in at during yesterday today again")

  private func isDay(_ text: Text, _ at: Int) -> Bool {
    SpeechWords.shared.classes(Lexicon.hash(text.utf8, text.letters(from: at).range)).contains(.day)
  }
}
