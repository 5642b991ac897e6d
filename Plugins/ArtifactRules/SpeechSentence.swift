import Language
import TextModel

/// What a sentence says about who speaks in it: where it begins and ends, whether it is in somebody’s person, and whether it names a
/// speaker or tells what he said.
extension QuotationRepair {
  /// Whether a space ends a sentence, behind its stop or behind the mark of the quotation that it ends.
  func endsSentence(_ at: Int) -> Bool {
    guard text[at] == 0x20 else { return false }
    switch text[at - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "?"): return true
    // `we have to make.” I understand`: right behind another quotation.
    case UInt8(ascii: "\""): return at > 1 && PunctuationMark.stops(text[at - 2])
    case 0x9D: return at > 3 && text.has("”", at: at - 3) && PunctuationMark.stops(text[at - 4])
    default: return false
    }
  }

  /// The start of the sentence, or of the line, that an offset stands in, the space before it included; not before a limit, and no further
  /// back than so many bytes.
  func sentenceStart(before offset: Int, after limit: Int = 0, within reach: Int = 300) -> Int {
    var at = offset
    while at > limit, offset - at < reach, !text.isLineStart(at), !endsSentence(at) { at -= 1 }
    return at
  }

  /// Where the first sentence of a stretch ends, behind its stop.
  func sentenceEnd(_ stretch: Span) -> Int? {
    for at in stretch.range where PunctuationMark.stops(text[at]) {
      guard at + 1 == stretch.end || text[at + 1] == 0x20 && text.isCapital(at + 2) else { continue }
      let word = text.letters(before: at)
      if text[at] != UInt8(ascii: ".") || word.isEmpty || !ProseWords.isAbbreviation(text, word) { return at + 1 }
    }
    return nil
  }

  /// Whether a stretch is in the first or second person.
  func addresses(_ stretch: Span) -> Bool { Self.addresses(text, stretch) }

  static func addresses(_ text: Text, _ stretch: Span) -> Bool {
    text.hasWord(in: stretch) { $0.count <= 4 && persons.contains(Lexicon.hash(text.utf8, $0.range)) }
  }
  static let persons = WordSet("i we you my our your me us let")

  /// Whether the word that begins at an offset, or behind the dash of a dialogue there, is one with which somebody speaks of himself, or to others.
  func beginsInPerson(_ at: Int) -> Bool {
    let start = text.has("– ", at: at) || text.has("— ", at: at) ? at + 4 : text.has("- ", at: at) ? at + 2 : at
    return Self.speaking.contains(Lexicon.hash(text.utf8, text.letters(from: start).range))
  }
  private static let speaking = WordSet("i we you my our your")

  /// Whether a sentence names its speaker before the verb: `The envoy said they must`.
  func beginsWithSpeaker(_ span: Span) -> Bool {
    var at = span.start
    for k in 0..<4 {
      let word = text.letters(from: at)
      guard !word.isEmpty, word.end < span.end else { return false }
      if k > 0, text.isLower(word.start), Self.saying.contains(Lexicon.hash(text.utf8, word.range)) { return true }
      // Words that open a clause of their own: `As we noted`.
      if k == 0, Self.clauseOpeners.contains(Lexicon.hash(text.utf8, word.range)) { return false }
      at = text.spaceEnd(from: word.end)
    }
    return false
  }
  private static let clauseOpeners = WordSet("although as because i if once since that though we what when while you")

  /// Whether a stretch has a verb of saying in the form that attributions have.
  func hasAttribution(_ stretch: Span) -> Bool {
    text.hasWord(in: Span(stretch.start, min(stretch.end, stretch.start + 600))) { $0.count <= 12 && isSaying($0) }
  }

  /// Whether a clause that names a speaker begins at the start of a stretch or behind one of its commas and stops.
  func hasAttributedClause(_ stretch: Span) -> Bool {
    if attributionEnd(from: stretch.start) != nil { return true }
    let end = min(stretch.end, stretch.start + 1500)
    for at in stretch.start..<max(stretch.start, end - 2) where text[at + 1] == 0x20 {
      switch text[at] {
      case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"):
        if attributionEnd(from: at + 2) != nil { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a verb of saying stands in a stretch, in any form but those that are nouns as well: `asking her`, `was told`.
  func announces(_ stretch: Span) -> Bool {
    text.hasWord(in: stretch) { word in
      guard word.count > 3, text.isLower(word.start) else { return false }
      let classes = SpeechWords.shared.classes(Lexicon.hash(text.utf8, word.range))
      return classes.contains(.speech) && classes.isDisjoint(with: [.base, .noun, .mental])
    }
  }

  /// Whether a sentence tells what somebody said or thinks of others: `Ash denied it all`.
  func tells(_ sentence: Span) -> Bool {
    text.hasWord(in: sentence) { $0.count > 3 && (isSaying($0) || isWeak($0)) }
  }

  /// Whose words a sentence seems to be.
  enum Voice { case speaker, narrator, teller, nobody }

  /// A sentence in somebody’s person, with a verb contracted, asked or called out is a speaker’s; one that names a speaker, or tells of the past
  /// and of somebody by name, is the narrator’s.  What tells of the past alone may be either’s, the narrator’s rather.
  func voice(_ sentence: Span) -> Voice {
    let start = text.spaceEnd(from: sentence.start)
    guard start < sentence.end else { return .nobody }
    if addresses(sentence) { return hasAttribution(sentence) && !beginsInPerson(start) ? .teller : .speaker }
    if hasAttribution(sentence) { return .narrator }
    let last = text.spaceStart(before: sentence.end)
    if last > start, text[last - 1] == UInt8(ascii: "?") || text[last - 1] == UInt8(ascii: "!") { return .speaker }
    var isPast = false
    var isNamed = false
    var isContracted = false
    _ = text.hasWord(in: Span(start, sentence.end)) { word in
      if word.start > start, text.isUpper(word.start), word.count > 1 { isNamed = true }
      isPast = isPast || Self.past.contains(Lexicon.hash(text.utf8, word.range)) || text.has("ed", at: word.end - 2)
      let mark = text.has("’", at: word.end) ? 3 : text.has("'", at: word.end) ? 1 : 0
      if mark > 0, Contraction.endings.contains(Lexicon.hash(text.utf8, text.letters(from: word.end + mark).range)) {
        let isGenitive =
          text.has("s", at: word.end + mark) && !Self.contracting.contains(Lexicon.hash(text.utf8, word.range))
        isContracted = isContracted || !isGenitive
      }
      return false
    }
    if isContracted { return .speaker }
    return !isPast ? .nobody : isNamed ? .narrator : .teller
  }
  private static let past = WordSet("was were had did came went took made gave got saw left began became")
  private static let contracting = WordSet("it that there what he she who here how where let")

  /// `denied`, `criticized`: verbs of saying that seldom stand at a quotation, but tell of somebody.
  private func isWeak(_ word: Span) -> Bool {
    guard text.isLower(word.start), text.has("ed", at: word.end - 2) else { return false }
    let classes = SpeechWords.shared.classes(Lexicon.hash(text.utf8, word.range))
    return classes.contains([.speech, .weak]) && classes.isDisjoint(with: [.noun, .base, .mental])
  }
}

extension Text {
  /// Whether a stretch has a word that fits.
  @inline(__always)
  func hasWord(in stretch: Span, where fits: (Span) -> Bool) -> Bool {
    var at = stretch.start
    while at < stretch.end {
      let word = letters(from: at)
      if !word.isEmpty, fits(word) { return true }
      at = max(word.end, at + 1)
    }
    return false
  }
}
