import Language
import TextModel

/// Seams that the words on both sides tell: behind an acronym, a name, a number or a share, and before a name or a small letter.
extension SpaceAfterMark {
  /// `the EU.It is`, `by 20%.The price`, `at 8 p.m.The host`, `in the end.Manchester lost`, `she said so.she left`.
  func isSeam(_ document: Document, _ mark: PunctuationMark) -> Bool {
    let text = document.text
    let after = text.letters(from: mark.end)
    guard !after.isEmpty, text.has(" ", at: after.end) else { return false }
    if mark.scalar == "," { return isShare(text, mark) && isSmallWord(text, after) && isSound(document) }
    guard mark.scalar == "." || mark.scalar == "…" else { return false }
    if mark.after == .lower { return isSubject(text, mark, after) && isSound(document) }
    guard text.isCapital(after.start), after.count == 1 || text.isLower(after.start + 1) else { return false }
    let opens = ProseWords.has(.starts, text, after) && text.isLower(after.end + 1)
    switch mark.before {
    case .upper: return opens && after.count > 1 && endsAcronym(text, mark) && isSound(document)
    case .other: return opens && isShare(text, mark) && isSound(document)
    case .quote:
      return text.has("\"", at: mark.offset - 1) && (text.isLower(mark.offset - 2) || text.isDigit(mark.offset - 2))
        && after.count > 1 && opens && isSound(document)
    case .mark:
      return opens && text.has("..", at: mark.offset - 2) && text.isLower(mark.offset - 3) && isSound(document)
        && document.isDamaged
    case .digit: return opens && endsScore(text, mark) && isSound(document) && document.isDamaged
    case .lower:
      if mark.scalar == "…" { return opens && isSound(document) && document.isDamaged }
      if endsHour(text, mark) { return opens && isSound(document) }
      return after.count > 2 && beginsWithName(document, mark, after)
    default: return false
    }
  }

  /// `20 cars.10 of them`: in damaged text, a number begins a sentence; `on May 5,2020`: a year behind a day.
  func isNumberSeam(_ document: Document, _ mark: PunctuationMark) -> Bool {
    let text = document.text
    let number = text.digits(from: mark.end)
    if mark.scalar == ",", mark.before == .digit, number.count == 4,
      text.has("20", at: number.start) || text.has("19", at: number.start)
    {
      let day = text.digits(before: mark.offset)
      guard day.count <= 2, text.has(" ", at: day.start - 1) else { return false }
      let month = text.letters(before: day.start - 1)
      return GluedNumber.months.contains(Lexicon.hash(text.utf8, month.range)) && text.isUpper(month.start)
    }
    guard mark.scalar == ".", mark.before == .lower, number.count <= 4, text.has(" ", at: number.end),
      isSmallWord(text, text.letters(from: number.end + 1)), isCommon(text, text.letters(before: mark.offset))
    else { return false }
    return isSound(document) && document.isDamaged
  }

  /// No text about programs, and English.
  private func isSound(_ document: Document) -> Bool {
    !document.hasTechnicalLines && document.language == .english
  }

  private func isSmallWord(_ text: Text, _ word: Span) -> Bool {
    word.count > 1 && text.isLower(word.start) && Lexicon.entry(text.utf8, word.range).isWord(upTo: 2)
  }

  /// A word that everybody uses, in small letters, with a small word before it, that nobody writes with a full stop.
  private func isCommon(_ text: Text, _ word: Span) -> Bool {
    word.count > 2 && text.isLower(word.start) && text.has(" ", at: word.start - 1)
      && (text.isLower(word.start - 2) || text.has(",", at: word.start - 2) || text.isDigit(word.start - 2))
      && !ProseWords.isAbbreviation(text, word) && Lexicon.entry(text.utf8, word.range).isWord(upTo: 3)
  }

  /// `20%`
  private func isShare(_ text: Text, _ mark: PunctuationMark) -> Bool {
    text.has("%", at: mark.offset - 1) && text.isDigit(mark.offset - 2)
  }

  /// `the EU`, `the U.S`
  private func endsAcronym(_ text: Text, _ mark: PunctuationMark) -> Bool {
    let word = text.letters(before: mark.offset)
    guard word.start > 1, word.count <= 6, text[word].allSatisfy({ $0 &- 0x41 < 26 }) else { return false }
    if word.count > 1 { return text.has(" ", at: word.start - 1) && text.isASCIILetter(word.start - 2) }
    return text.has(".", at: word.start - 1) && text.isUpper(word.start - 2) && text.has(" ", at: word.start - 3)
  }

  /// `2-0`, `3.5`, `at 40`
  private func endsScore(_ text: Text, _ mark: PunctuationMark) -> Bool {
    let number = text.digits(before: mark.offset)
    guard number.start > 2, number.count <= 3 else { return false }
    return text.has("-", at: number.start - 1) && text.isDigit(number.start - 2)
      || text.has("–", at: number.start - 3) && text.isDigit(number.start - 4)
      || text.has(".", at: number.start - 1) && text.isDigit(number.start - 2)
  }

  /// `8 p.m.The`
  private func endsHour(_ text: Text, _ mark: PunctuationMark) -> Bool {
    text.has(".m", at: mark.offset - 2)
      && (text.has("a", at: mark.offset - 3) || text.has("p", at: mark.offset - 3))
      && text.isDigit(text.spaceStart(before: mark.offset - 3) - 1)
  }

  /// `said so.she left`: a pronoun and its verb.
  private func isSubject(_ text: Text, _ mark: PunctuationMark, _ after: Span) -> Bool {
    guard mark.before == .lower, Self.subjects.contains(Lexicon.hash(text.utf8, after.range)),
      isCommon(text, text.letters(before: mark.offset))
    else { return false }
    let verb = text.letters(from: after.end + 1)
    return text.isLower(verb.start)
      && (DoubledSubject.finite.contains(Lexicon.hash(text.utf8, verb.range))
        || Lexicon.entry(text.utf8, verb.range).isPast)
  }
  private static let subjects = WordSet("he she they we there")

  /// `in the end.Manchester United lost`, `beat Rossi.Silva will leave`: what follows begins no sentence by itself, but it is a name, or the text is
  /// damaged.
  private func beginsWithName(_ document: Document, _ mark: PunctuationMark, _ after: Span) -> Bool {
    let text = document.text
    guard text.isASCIILetter(after.end + 1), !Self.domains.contains(Lexicon.hash(text.utf8, after.range)) else {
      return false
    }
    let before = text.letters(before: mark.offset)
    if isCommon(text, before) {
      let entry = Lexicon.entry(text.utf8, after.range)
      return isSound(document) && (entry.isCommonName && entry.isOnlyName || document.isDamaged)
    }
    // `Rossi.Silva will`
    guard before.count > 3, after.count > 3, text.isUpper(before.start), text.has(" ", at: before.start - 1),
      text.isASCIILetter(before.start - 2), text.isLower(after.end + 1)
    else { return false }
    let verb = text.letters(from: after.end + 1)
    return
      (DoubledSubject.finite.contains(Lexicon.hash(text.utf8, verb.range))
      || Lexicon.entry(text.utf8, verb.range).isPast)
      && isSound(document) && document.isDamaged
  }
  private static let domains = WordSet("com net org info")
}
