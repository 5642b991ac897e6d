import Language
import TextModel

/// What the rules for quotation marks share: how a mark is written, and how it is set among its neighbours.
struct QuotationRepair {
  let document: Document
  let text: Text
  let reading: QuotationMarks

  /// Nil where the text’s marks are in order at first sight.
  init?(_ document: Document) {
    guard !document.byteClasses.isDisjoint(with: [.nonASCII, .straightQuote]), document.hasSuspectQuotations else {
      return nil
    }
    reading = document.quotationMarks
    guard !reading.marks.isEmpty else { return nil }
    self.document = document
    text = document.text
  }

  /// The same for a text whose marks may all be in order, for a rule that found something else beside them.
  init(all document: Document) {
    reading = document.quotationMarks
    self.document = document
    text = document.text
  }

  /// The mark at an offset.  Logarithmic.
  func mark(at offset: Int) -> QuotationMark? {
    var low = 0
    var high = reading.marks.count
    while low < high {
      let middle = (low + high) / 2
      if reading.marks[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low < reading.marks.count && reading.marks[low].start == offset ? reading.marks[low] : nil
  }

  /// The length of the double mark that stands at an offset and may close: `"`, `”`, `“` or `»`.
  static func closerLength(_ bytes: [UInt8], _ at: Int) -> Int? {
    switch bytes[at] {
    case 0x22: 1
    case 0xC2 where at + 1 < bytes.count && bytes[at + 1] == 0xBB: 2
    case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80 && (bytes[at + 2] == 0x9C || bytes[at + 2] == 0x9D): 3
    default: nil
    }
  }

  /// The confidence that a margin of the reading gives; nil where it is no evidence.
  static func confidence(_ margin: UInt16) -> Confidence? { margin >= 20 ? .safe : margin >= 10 ? .likely : nil }

  /// What a glyph is written as.
  static func bytes(_ glyph: QuotationMark.Glyph) -> StaticString {
    switch glyph {
    case .leftDouble: "“"
    case .rightDouble: "”"
    case .straightDouble: "\""
    case .lowDouble: "„"
    case .leftAngle: "«"
    case .rightAngle: "»"
    case .leftCorner: "「"
    case .rightCorner: "」"
    case .leftSingle: "‘"
    case .rightSingle: "’"
    case .straightSingle: "'"
    case .lowSingle: "‚"
    case .leftAngleSingle: "‹"
    case .rightAngleSingle: "›"
    case .backtick: "`"
    }
  }

  /// Whether a glyph is one of the double marks that the rules turn.
  static func isDouble(_ glyph: QuotationMark.Glyph) -> Bool {
    switch glyph {
    case .leftDouble, .rightDouble, .straightDouble, .lowDouble, .leftAngle, .rightAngle: true
    default: false
    }
  }

  /// Whether the text opens its quotations with `”`, as Swedish and Finnish do.  English has no such custom: the few openers of a damaged
  /// text were turned.
  var opensWithRightDouble: Bool {
    reading.houseStyle.opener == .rightDouble
      && !(document.language == .english && hasFewDoubles && document.isDamaged)
  }

  /// Whether the text has so few double marks that they make no custom.
  var hasFewDoubles: Bool {
    var doubles = 0
    for mark in reading.marks where !mark.glyph.isSingle {
      doubles += 1
      if doubles > 8 { return false }
    }
    return true
  }

  /// The glyph that a mark of this role has in this text; single marks stay single.
  func glyph(for mark: QuotationMark, closing: Bool) -> QuotationMark.Glyph {
    if mark.glyph.isSingle { return closing ? .rightSingle : .leftSingle }
    if mark.partner >= 0 {
      // The other end decides where it is what it should be.
      let other = reading.marks[Int(mark.partner)].glyph
      if other == .straightDouble { return .straightDouble }
      if closing,
        other == reading.houseStyle.opener && (other != .rightDouble || opensWithRightDouble) || other == .lowDouble
          || other == .leftAngle || other == .leftDouble
      {
        return reading.closingGlyph(for: other)
      }
    }
    switch (reading.houseStyle.opener, closing) {
    case (.straightDouble, _):
      return mark.glyph == .straightDouble ? .straightDouble : closing ? .rightDouble : .leftDouble
    case (.rightDouble, false): return opensWithRightDouble ? .rightDouble : .leftDouble
    default: return closing ? reading.houseStyle.closer : reading.houseStyle.opener
    }
  }

  /// The span of a mark with the plain spaces that do not belong there, and what stands there when it is set right.
  func setting(_ mark: QuotationMark, as glyph: QuotationMark.Glyph, closing: Bool) -> (Span, [UInt8]) {
    var start = mark.start
    var end = mark.span.end
    let written = QuotationRepair.bytes(glyph)
    var bytes = Array(UnsafeBufferPointer(start: written.utf8Start, count: written.utf8CodeUnitCount))
    // The small spaces between nested marks, and the no-break ones of French, are no accident.
    if closing {
      if mark.before == .space, mark.beyondBefore != .mark {
        let left = text.spaceStart(before: start)
        if left > 0, !text.isLineStart(left),
          text[left - 1] < 0x80 || text.isLetter(text.index(before: left)) || isPlain(left)
        {
          start = left
        }
      }
      if mark.after.isWord { bytes.append(0x20) }
    } else {
      if mark.after == .space, mark.beyondAfter != .mark { end = text.spaceEnd(from: end) }
      switch mark.before {
      case .upper, .lower, .digit, .stop, .comma, .closing: bytes.insert(0x20, at: 0)
      default: break
      }
    }
    return (Span(start, end), bytes)
  }

  /// Whether the code point before an offset is a letter, a mark or an ellipsis rather than another kind of space.
  private func isPlain(_ offset: Int) -> Bool { CharacterClass.of(text.scalar(before: offset)) != .space }

  /// Where the word that begins at an offset is a small letter.
  func isSmall(_ offset: Int) -> Bool { text.isLower(offset) }

  /// Where a clause that names a speaker ends, if one begins at an offset: `he said`, `said Ash`, `said the envoy`, `Ash later said`,
  /// `the envoy of the other side said`, `said goalkeeper Ash`, `Ash, the head of the union, said`.
  func attributionEnd(from start: Int) -> Int? { Self.attributionEnd(text, from: start) }

  static func attributionEnd(_ text: Text, from start: Int) -> Int? {
    let first = text.letters(from: start)
    guard !first.isEmpty else { return nil }
    let second = text.letters(from: text.spaceEnd(from: first.end))
    if SpeechWords.isSaying(text, first) {
      return text.isUpper(second.start) || subjects.contains(Lexicon.hash(text.utf8, second.range))
        ? second.end : titledName(text, first.end)
    }
    let opener = Lexicon.hash(text.utf8, first.range)
    // How many words may stand between what begins the subject and the verb.
    let reach: Int
    if determiners.contains(opener) {
      reach = 6
    } else if pronouns.contains(opener) {
      reach = 1
    } else {
      // `borquez said`: a name that lost its capital.
      if text.isLower(first.start), first.count > 3, text.has(" ", at: first.end), SpeechWords.isSaying(text, second),
        isCommon(text, second), !Lexicon.entry(opener).isKnown
      {
        return second.end
      }
      if text.isUpper(first.start) {
        reach = first.count > 1 ? 5 : -1
      } else {
        // `spokesman for the union said`
        reach = SpeechWords.shared.classes(opener).contains(.person) ? 6 : -1
      }
    }
    var word = first
    for passed in 0...max(reach, 0) where reach >= 0 {
      if reach > 1, text.has(", ", at: word.end), passed > 0 || reach == 5, let end = endBehindAside(text, word.end) {
        return end
      }
      // `Mr. Ash said`, `Ada E. said`
      let isShort = text.has(". ", at: word.end) && word.count < 5
      var stop = isShort && (word.count == 1 || ProseWords.has(.title, text, word)) ? 1 : 0
      if text.has("’s ", at: word.end) { stop = 4 } else if text.has("'s ", at: word.end) { stop = 2 }
      guard text.has(" ", at: word.end + stop) else { return nil }
      word = text.letters(from: word.end + stop + 1)
      guard !word.isEmpty else { return nil }
      if SpeechWords.isSaying(text, word), isCommon(text, word) || text.has(".", at: word.end) { return word.end }
      // Behind a name or a pronoun, only names, what people are and small words of time come before the verb.
      if reach < 6, !text.isUpper(word.start), !adverbs.contains(Lexicon.hash(text.utf8, word.range)),
        reach == 1 || !isRole(text, word)
      {
        return nil
      }
      if passed == reach { return nil }
    }
    return nil
  }

  /// `said goalkeeper Ash`, `said 9/11 widow Ada Ash`: where the name ends that some nouns lead up to behind a verb.
  static func titledName(_ text: Text, _ verb: Int) -> Int? {
    var at = verb
    for passed in 0..<4 {
      guard text.has(" ", at: at) else { return nil }
      let word = text.letters(from: at + 1)
      if text.isUpper(word.start) { return passed > 0 ? word.end : nil }
      if word.isEmpty {
        // `9/11`
        at = text.run(around: at + 1).end
        guard text.isDigit(at - 1) else { return nil }
        continue
      }
      let hash = Lexicon.hash(text.utf8, word.range)
      guard SpeechWords.shared.classes(hash).isSubset(of: Self.nouns), Lexicon.entry(hash).takesS else { return nil }
      at = word.end
    }
    return nil
  }
  private static let nouns: SpeechClass = [.person, .body, .title, .noun]

  /// `campaign spokesman`: somebody who may speak, or a noun before him.
  private static func isRole(_ text: Text, _ word: Span) -> Bool {
    let hash = Lexicon.hash(text.utf8, word.range)
    let classes = SpeechWords.shared.classes(hash)
    if !classes.isDisjoint(with: [.person, .title]) { return true }
    guard classes.isSubset(of: nouns), Lexicon.entry(hash).takesS, text.has(" ", at: word.end) else { return false }
    let next = text.letters(from: word.end + 1)
    return SpeechWords.shared.classes(Lexicon.hash(text.utf8, next.range)).contains(.person)
  }

  /// `, the head of the union, said`: where the verb ends that stands behind an aside of some words between commas.
  private static func endBehindAside(_ text: Text, _ comma: Int) -> Int? {
    var at = comma + 2
    while at < text.count, at - comma < 120, text[at] >= 0x20, !PunctuationMark.stops(text[at]), text[at] != 0x22,
      text[at] != UInt8(ascii: ";"), text[at] != UInt8(ascii: ":"), !text.has("”", at: at), !text.has("“", at: at)
    {
      if text.has(", ", at: at) {
        let word = text.letters(from: at + 2)
        if SpeechWords.isSaying(text, word), isCommon(text, word), !text.has(", ", at: word.end) { return word.end }
      }
      at += 1
    }
    return nil
  }

  /// A verb of saying in the form that attributions have.
  func isSaying(_ word: Span) -> Bool { SpeechWords.isSaying(text, word) }

  /// One of the verbs that attributions mostly have; others (`begged`) as often tell what happened.
  private static func isCommon(_ text: Text, _ word: Span) -> Bool {
    let hash = Lexicon.hash(text.utf8, word.range)
    return saying.contains(hash) || SpeechWords.shared.classes(hash).contains(.core)
  }

  private static let subjects = WordSet("the a an he she they his her its their one another our my")
  private static let determiners = WordSet("the a an his her its their one another")
  private static let pronouns = WordSet("he she they it we")
  private static let adverbs = WordSet(
    "also then later again had has further even still once van von de del der la bin al")

  static func isDeterminer(_ text: Text, _ word: Span) -> Bool {
    !word.isEmpty && determiners.contains(Lexicon.hash(text.utf8, word.range))
  }

  /// Whether the text sets the comma before a speaker outside its quotations: `“so”, he said`.
  var setsCommasOutside: Bool {
    var inside = 0
    var outside = 0
    for mark in reading.marks where mark.role == .closer && !mark.glyph.isSingle {
      if mark.before == .comma { inside += 1 } else if mark.after == .comma { outside += 1 }
    }
    return outside > inside
  }

  static let saying = WordSet(
    """
    said says told added adds asked asks replied stated explained insisted warned noted wrote writes declared announced continued
    concluded argued claimed remarked commented stressed recalled answered shouted observed admitted tweeted tells explains complained believes thinks regrets regretted hammered exclaimed assured confessed joked protested
    rejoiced confirmed claims notes writes warns recalls concludes insists stresses underlined emphasized emphasised indicated
    specified pointed lamented laments
    """)
}

extension SpeechWords {
  /// Whether a word in small letters is a verb of saying in the form that attributions have: `said`, `explains`, `promised`.
  static func isSaying(_ text: Text, _ word: Span) -> Bool {
    guard word.count > 3, text.isLower(word.start) else { return false }
    let hash = Lexicon.hash(text.utf8, word.range)
    if QuotationRepair.saying.contains(hash) { return true }
    guard text.has("ed", at: word.end - 2) || text.has("s", at: word.end - 1) else { return false }
    let classes = SpeechWords.shared.classes(hash)
    return classes.contains(.speech) && classes.isDisjoint(with: [.weak, .noun, .base, .ing, .mental])
  }
}
