import Language
import TextModel

/// Gives a quotation mark of another language the shape of the text’s own.
///
/// Translation keeps the marks of the source here and there: `“with a single hand»`, and in an English text whose marks are `“…”` a
/// pair `«…»`, `„…“`, `《…》` or `【…】`; typewriters and wikis leave `''`.  Where a pair mixes two customs the stranger is replaced; whole pairs of another custom only in English text
/// that has pairs of its own too.
public struct MixedMarks: RewriteRule {
  public init() {}
  public let id = "mixed-marks"
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]

  public let fixes = [
    RewriteExample(
      "They spoke “with a single hand». “And so do we,” he said.",
      "They spoke “with a single hand”. “And so do we,” he said."),
    RewriteExample(
      "“We know,” he said. «It was long ago.» “And over,” she said. “Yes,” he said.",
      "“We know,” he said. “It was long ago.” “And over,” she said. “Yes,” he said."),
    RewriteExample("“We know'' and ''so do they”, she said.", "“We know” and “so do they”, she said."),
    RewriteExample(
      "“We know ,” she said of of it , with a ''long day'' behind.",
      "“We know ,” she said of of it , with a “long day” behind."),
    RewriteExample(
      "''We know of of it and that it was so with them,'' said Zoë to the the rest.\n''They left.",
      "\"We know of of it and that it was so with them,\" said Zoë to the the rest.\n\"They left."),
    RewriteExample("They spoke of a \"long day” and of “rain″.", "They spoke of a “long day” and of “rain”."),
    RewriteExample(
      "He never uses the the word 【founder】 of of it. “It is long,” she said.",
      "He never uses the the word “founder” of of it. “It is long,” she said."),
    RewriteExample(
      "He plays 《Long Road》 at night. “It is long,” she said.", "He plays “Long Road” at night. “It is long,” she said."
    ),
    RewriteExample(
      "He called it „a long day\" and said “no more” and “not yet”.",
      "He called it “a long day” and said “no more” and “not yet”."),
    RewriteExample(
      "He called it „a long day” and said “no more” and “not yet”.",
      "He called it “a long day” and said “no more” and “not yet”."),
  ]
  public let leavesAlone = [
    "« Oui », dit-il, « c’est le livre “Un jour” qui le dit. »", "Er sagte: „Das Wort «nein» ist kurz.“",
    "«No», he said, «no.»", "«No», he said. «Go», she said. «Who?» they asked. The “other” left.",
    "He said \"no\" and “yes”.", "He wrote 《红楼梦》 and “yes”.", "a 5″ pipe and “yes”", "''italic'' in a wiki",
    "【News】 of of the the day: “It is so,” he said.",
    "“a 5\" pipe,” he said",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard let repair = QuotationRepair(document) else { return }
    let marks = repair.reading.marks
    proposeTyped(repair, &proposals)
    proposeLenticular(repair, &proposals)
    guard marks.contains(where: { isStrange($0.glyph) && $0.depth == 0 }) else { return }
    let own = ownGlyphs(repair.reading)
    let isEnglish = document.language == .english && !prefersStrangers(repair.reading)
    for mark in marks where (mark.role == .opener || mark.role == .closer) && mark.depth == 0 {
      let closing = mark.role == .closer
      let other = mark.partner >= 0 ? marks[Int(mark.partner)] : nil
      // A pair of one other custom: both marks go over, in English text that has marks of its own too.
      let isWholePair = other.map { isStrangePair(opener: closing ? $0 : mark, closer: closing ? mark : $0) } ?? false
      // `„so"`: the straight mark closes what a stranger opened.
      if isCorner(mark.glyph), isChinese(repair.text, mark, other) { continue }
      if isWholePair, let other, isForeign(repair.text, mark, other) { continue }
      let isHalf = closing && mark.glyph == .straightDouble && other.map { isStrange($0.glyph) } == true
      guard isStrange(mark.glyph) || isWholePair || isHalf, mark.margin >= 4 else { continue }
      if isWholePair || other.map({ isStrange($0.glyph) }) == true { guard isEnglish, own != nil else { continue } }
      guard let own = own ?? straightHouse(repair.reading), !document.isVerbatim(at: mark.start) else { continue }
      if isHalf, own.closer == .straightDouble { continue }
      let (span, bytes) = repair.setting(mark, as: closing ? own.closer : own.opener, closing: closing)
      proposals.replace(
        widened(span, repair.text, closing), with: bytes, mark.partner >= 0 && mark.margin >= 10 ? .safe : .likely)
    }
  }

  /// `“so''`, `"so”`, `“so″`: where one mark of a pair is a curly one and the other was typed, the other follows; pairs of two apostrophes or
  /// backticks go over to the marks of an English text that has some of its own.
  private func proposeTyped(_ repair: QuotationRepair, _ proposals: inout Proposals) {
    let document = repair.document
    let marks = repair.reading.marks
    // `''so''` in a text that has no other marks.
    let isAlone =
      repair.reading.houseStyle.opener == .rightDouble && document.language == .english && repair.hasFewDoubles
      && marks.allSatisfy { $0.glyph.isSingle || isDoubledStraight(repair.text, $0) } && document.isDamaged
    if isAlone { return proposeAlone(repair, &proposals) }
    for k in marks.indices where marks[k].role == .opener && marks[k].partner >= 0 && marks[k].depth == 0 {
      let opener = marks[k]
      let closer = marks[Int(opener.partner)]
      // Another double mark between the two may be the other end of one of them.
      if marks[k + 1..<Int(opener.partner)].contains(where: { !$0.glyph.isSingle }) { continue }
      guard isTyped(opener) || isTyped(closer), min(opener.margin, closer.margin) >= 10 else { continue }
      let isCurly: Bool
      if opener.glyph == .leftDouble, opener.span.count == 3 {
        isCurly = true
      } else if closer.glyph == .rightDouble, closer.span.count == 3 {
        isCurly = true
      } else if isPlain(opener) || isPlain(closer) {
        // `"so"` stays, `"so''` does not.
        if isPlain(opener), isPlain(closer) { continue }
        isCurly = false
      } else {
        guard isTyped(opener), isTyped(closer), document.language == .english, let own = ownGlyphs(repair.reading),
          document.isDamaged
        else { continue }
        isCurly = own.opener == .leftDouble
      }
      guard !document.isVerbatim(at: opener.start), !document.isVerbatim(at: closer.start) else { continue }
      proposals.together {
        if isTyped(opener), !isPlain(opener) || isCurly { $0.replace(opener.span, with: isCurly ? "“" : "\"", .likely) }
        if isTyped(closer), !isPlain(closer) || isCurly { $0.replace(closer.span, with: isCurly ? "”" : "\"", .likely) }
      }
    }
  }

  /// All `''` of a text that has one pair of them at least become `"`.
  private func proposeAlone(_ repair: QuotationRepair, _ proposals: inout Proposals) {
    let marks = repair.reading.marks.filter { !$0.glyph.isSingle }
    guard marks.contains(where: { $0.role == .opener && $0.partner >= 0 && $0.margin >= 10 }) else { return }
    for mark in marks where mark.role != .stray && mark.margin >= 10 && !repair.document.isVerbatim(at: mark.start) {
      proposals.replace(mark.span, with: "\"", .likely)
    }
  }

  private func isDoubledStraight(_ text: Text, _ mark: QuotationMark) -> Bool {
    mark.glyph == .rightDouble && mark.span.count == 2 && text.has("''", at: mark.start)
  }

  /// `the word 【founder】`: Chinese brackets that set off a word or a name in an English sentence; at the start of a line they are a heading's.
  private func proposeLenticular(_ repair: QuotationRepair, _ proposals: inout Proposals) {
    let document = repair.document
    let text = repair.text
    guard document.byteClasses.contains(.nonASCII), document.language == .english else { return }
    var opener: Int?
    for offset in document.markOffsets {
      let at = Int(offset)
      if text[at] == 0x0A { opener = nil }
      guard text[at] == 0xE3 else { continue }
      if text.has("【", at: at) {
        opener = at > 1 && text[at - 1] == 0x20 && text[at - 2] > 0x20 && text.isASCIILetter(at + 3) ? at : nil
      } else if text.has("】", at: at), let start = opener {
        opener = nil
        guard at - start < 80, text[Span(start + 3, at)].allSatisfy({ $0 < 0x80 }), let own = ownGlyphs(repair.reading),
          document.isDamaged, !document.isVerbatim(at: start)
        else { continue }
        proposals.together {
          $0.replace(Span(start, start + 3), with: QuotationRepair.bytes(own.opener), .likely)
          $0.replace(Span(at, at + 3), with: QuotationRepair.bytes(own.closer), .likely)
        }
      }
    }
  }

  /// `"`, `″`, `''`, `’’` and two backticks.
  private func isTyped(_ mark: QuotationMark) -> Bool {
    switch mark.glyph {
    case .straightDouble: true
    case .leftDouble, .rightDouble: mark.span.count != 3
    default: false
    }
  }

  private func isPlain(_ mark: QuotationMark) -> Bool { mark.glyph == .straightDouble && mark.span.count == 1 }

  private func isStrange(_ glyph: QuotationMark.Glyph) -> Bool {
    switch glyph {
    case .leftAngle, .rightAngle, .lowDouble, .leftCorner, .rightCorner: true
    default: false
    }
  }

  private func isStrangePair(opener: QuotationMark, closer: QuotationMark) -> Bool {
    opener.glyph == .lowDouble && (closer.glyph == .leftDouble || closer.glyph == .rightDouble)
      || opener.glyph == .leftAngle && closer.glyph == .rightAngle
      || opener.glyph == .rightAngle && closer.glyph == .leftAngle
      || opener.glyph == .leftCorner && closer.glyph == .rightCorner
  }

  private func isCorner(_ glyph: QuotationMark.Glyph) -> Bool { glyph == .leftCorner || glyph == .rightCorner }

  /// Whether the words next to a corner mark are not Latin: then it is theirs.
  private func isChinese(_ text: Text, _ mark: QuotationMark, _ other: QuotationMark?) -> Bool {
    guard let other else { return true }
    let inner = mark.start < other.start ? Span(mark.span.end, other.start) : Span(other.span.end, mark.start)
    return inner.count > 200 || text[inner].contains { $0 >= 0xE3 && $0 <= 0xE9 }
  }

  /// `« Qui ne dit mot consent »`: three words or more, most of which English does not have, keep the marks of their language.
  private func isForeign(_ text: Text, _ mark: QuotationMark, _ other: QuotationMark) -> Bool {
    let inner = mark.start < other.start ? Span(mark.span.end, other.start) : Span(other.span.end, mark.start)
    var at = inner.start
    var words = 0
    var known = 0
    while at < inner.end, words < 12 {
      let word = text.letters(from: at)
      if word.count > 1 {
        words += 1
        if Lexicon.entry(text.utf8, word.range).isWord(upTo: 5) { known += 1 }
      }
      at = max(word.end, at + 1)
    }
    return words > 2 && known * 2 <= words
  }

  /// Whether more quotations of the text have another custom’s marks than English ones: then those are its style.
  private func prefersStrangers(_ reading: QuotationMarks) -> Bool {
    var strange = 0
    var own = 0
    for mark in reading.marks where mark.role == .opener && mark.partner >= 0 && mark.depth == 0 {
      let closer = reading.marks[Int(mark.partner)]
      if isStrangePair(opener: mark, closer: closer) {
        strange += 1
      } else if mark.glyph == .leftDouble || mark.glyph == .straightDouble {
        own += 1
      }
    }
    return strange >= 3 && strange > own
  }

  /// The marks of English where a whole pair of them stands in the text.
  private func ownGlyphs(_ reading: QuotationMarks) -> (opener: QuotationMark.Glyph, closer: QuotationMark.Glyph)? {
    var hasStraight = false
    for mark in reading.marks where mark.role == .opener && mark.partner >= 0 {
      let closer = reading.marks[Int(mark.partner)].glyph
      if mark.glyph == .leftDouble, closer == .rightDouble { return (.leftDouble, .rightDouble) }
      if mark.glyph == .straightDouble, closer == .straightDouble { hasStraight = true }
    }
    return hasStraight ? (.straightDouble, .straightDouble) : nil
  }

  /// What a lone stranger becomes in a text that has no pair to go by.
  private func straightHouse(_ reading: QuotationMarks) -> (opener: QuotationMark.Glyph, closer: QuotationMark.Glyph)? {
    switch reading.houseStyle.opener {
    case .leftDouble: (.leftDouble, .rightDouble)
    case .straightDouble:
      reading.marks.contains { $0.glyph == .leftDouble || $0.glyph == .rightDouble }
        ? (.leftDouble, .rightDouble) : (.straightDouble, .straightDouble)
    default: nil
    }
  }

  /// The no-break space that French puts inside its marks goes with them.
  private func widened(_ span: Span, _ text: Text, _ closing: Bool) -> Span {
    if closing {
      guard span.start > 0, CharacterClass.of(text.scalar(before: span.start)) == .space, text[span.start - 1] >= 0x80
      else { return span }
      return Span(text.index(before: span.start), span.end)
    }
    guard span.end < text.count, text[span.end] >= 0x80, CharacterClass.of(text, at: span.end) == .space else {
      return span
    }
    return Span(span.start, text.index(after: span.end))
  }
}
