import Language
import TextModel

/// Puts in the space that is missing between two sentences or behind a comma.
///
/// Line breaks and tags that were removed with nothing in their place leave `ended.The next` and `Lyon,where`.  A full
/// stop between a small letter and a capital is parted where the sentence around it is prose and the next word begins
/// sentences; a comma where the text does not write all its commas so.  Addresses, file names, decimals, abbreviations and
/// names from code (`fmt.Println`) stay.
public struct SpaceAfterMark: RewriteRule {
  public init() {}
  public let id = "space-after-mark"

  public let fixes = [
    RewriteExample("The talks ended.The next round is in May.", "The talks ended. The next round is in May."),
    RewriteExample("They left Lyon,where it began, in May.", "They left Lyon, where it began, in May."),
    RewriteExample(
      "It is a matter of the EU.It rose by 20%.The hall was full in the end.Manchester lost on May 5,2020 at 8 p.m.The end.",
      "It is a matter of the EU. It rose by 20%. The hall was full in the end. Manchester lost on May 5, 2020 at 8 p.m. The end."
    ),
    RewriteExample(
      "The the crew had 20 cars.10 of them were were lost , and they knew Zzolgar.Zzolgar was ill of of it. He was there.she was ill.",
      "The the crew had 20 cars. 10 of them were were lost , and they knew Zzolgar. Zzolgar was ill of of it. He was there. she was ill."
    ),
    RewriteExample(
      "They rest on two simple steps.FIRST STEP is to wait.", "They rest on two simple steps. FIRST STEP is to wait."),
    RewriteExample("Was it over?Nobody knew.", "Was it over? Nobody knew."),
    RewriteExample(
      "The envoy Zzolgar met the other forces.Zzolgar said so.",
      "The envoy Zzolgar met the other forces. Zzolgar said so."),
    RewriteExample("So said Mr.Ash to the press.", "So said Mr. Ash to the press."),
    RewriteExample(
      "They say , of her,a nurse of 70.Do you know him , or his bicycle:a frame of of steel?",
      "They say , of her, a nurse of 70. Do you know him , or his bicycle: a frame of of steel?"),
    RewriteExample("(REUTERS)The minister resigned.", "(REUTERS) The minister resigned."),
    RewriteExample(
      "He said “no to all”,said the envoy. It was “a good year”.She left.",
      "He said “no to all”, said the envoy. It was “a good year”. She left."),
    RewriteExample("They stay from 3 a.m.until noon.", "They stay from 3 a.m. until noon."),
    RewriteExample(
      "They read poems by Mary Delis.Conducted by Ash, it ended.",
      "They read poems by Mary Delis. Conducted by Ash, it ended."),
    RewriteExample("It failed;however, they went on.", "It failed; however, they went on."),
    RewriteExample(
      "They say the talks failed:the envoys left early.", "They say the talks failed: the envoys left early."),
    RewriteExample("They left (for good).The others stayed.", "They left (for good). The others stayed."),
    RewriteExample("It failed in 2019.The others left.", "It failed in 2019. The others left."),
    RewriteExample(
      "The the bridge is “as it was of of old”.(The editors left.)",
      "The the bridge is “as it was of of old”. (The editors left.)"),
    RewriteExample("So says the agency (WHO).The others left.", "So says the agency (WHO). The others left."),
    RewriteExample(
      "1.People who are ill of of it should turn it out.Take the the rest.",
      "1. People who are ill of of it should turn it out. Take the the rest."),
    RewriteExample("The envoys,who had met,left early.", "The envoys, who had met, left early."),
    RewriteExample("It was the first in 2019,with songs and tea.", "It was the first in 2019, with songs and tea."),
    RewriteExample("\"We stop the lines\",told us the envoy.", "\"We stop the lines\", told us the envoy."),
    RewriteExample(
      "The the club got no letters of of it,adding: “Our doors are open.”",
      "The the club got no letters of of it, adding: “Our doors are open.”"),
    RewriteExample(
      "It is of of it at the the first chance;)\nThey left.", "It is of of it at the the first chance ;)\nThey left."),
  ]
  public let leavesAlone = [
    "The the end.Com and it costs of of it 1.500,00 and vs.10 of them; a N.The one.", "the ASP.NET one",
    "They left (of of it;) and the the rest.",
    "Use fmt.Println or http.Client to see it.", "at skai.gr and example.com today", "See README.md,LICENSE and so on.",
    "the U.S.Army", "e.g.This", "2,5-dimethyl and N,N-diethyl", "a,b,c and d", "red,green,blue,white",
    "Node.js is fast",
    "The (re)Born album", "f(x)Y", "java.lang.String is a class", "it costs 1,500.The", "10:30 and 3:16", "a[i];b",
    "the years 2019,2020 and 1,500,with", "f(\"a\",x) in c", "id 2019,with,a",
    "Ph.D.s and B.Sc.s", "foo.Bar baz",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let marks = document.punctuation
    for k in marks.indices where !marks[k].after.isGap {
      if marks[k].after == .digit {
        if isNumberSeam(document, marks[k]), !document.isVerbatim(at: marks[k].offset) {
          proposals.insert(" ", at: marks[k].end, .likely)
        }
        continue
      }
      guard marks[k].after.isLetter || marks[k].after == .quote || marks[k].after == .mark else { continue }
      if marks[k].after == .mark {
        proposeBeforeBracket(document, marks[k], &proposals)
        continue
      }
      let mark = marks[k]
      let needed: Bool
      switch mark.scalar {
      case ".", "?", "!":
        needed = partsSentences(text, mark, hasCode: document.hasTechnicalLines) || precedesName(document, mark)
      case ",", ";": needed = partsPhrases(text, marks, k)
      case ":": needed = announces(text, mark) && !document.hasTechnicalLines && document.language == .english
      case ")": needed = endsAside(text, marks, k)
      default: needed = false
      }
      guard needed || isGlued(document, mark) || isSeam(document, mark), !document.isVerbatim(at: mark.offset) else {
        continue
      }
      guard mark.before == .digit || mark.before == .other || !text.isTechnical(text.run(around: mark.offset)) else {
        continue
      }
      proposals.insert(" ", at: mark.end, mark.scalar == "." ? .safe : .likely)
    }
  }

  /// `“as it was”.(Editor`: a bracket right behind the stop of a sentence of damaged text.
  private func proposeBeforeBracket(_ document: Document, _ mark: PunctuationMark, _ proposals: inout Proposals) {
    let text = document.text
    if mark.scalar == ";" || mark.scalar == ":" { return proposeBeforeFace(document, mark, &proposals) }
    guard mark.scalar == ".", text.has("(", at: mark.end), text.isCapital(mark.end + 1), text.isLower(mark.end + 2),
      mark.before == .quote && text.has("”", at: mark.offset - 3)
        || mark.before == .lower && text.letters(before: mark.offset).count > 3,
      document.isDamaged, !document.hasTechnicalLines, !document.isVerbatim(at: mark.offset)
    else { return }
    proposals.insert(" ", at: mark.end, .likely)
  }

  /// `at the first chance;)`: a face that is typed behind a word, and no bracket that it could close.
  private func proposeBeforeFace(_ document: Document, _ mark: PunctuationMark, _ proposals: inout Proposals) {
    let text = document.text
    guard mark.before == .lower, text.has(")", at: mark.end), mark.end + 1 == text.count || text[mark.end + 1] <= 0x20,
      text.letters(before: mark.offset).count > 2, document.mayBearPage, !document.hasTechnicalLines,
      !document.isVerbatim(at: mark.offset)
    else { return }
    var at = mark.offset - 1
    while at >= 0, mark.offset - at < 400, text[at] != 0x0A, text[at] != UInt8(ascii: ")") {
      if text[at] == UInt8(ascii: "(") { return }
      at -= 1
    }
    proposals.insert(" ", at: mark.offset, .likely)
  }

  /// `70.Do you`, `her,a healthy`, `his bicycle:a frame`: in damaged text, a mark between a word or number and a word with words on
  /// their far sides.
  private func isGlued(_ document: Document, _ mark: PunctuationMark) -> Bool {
    let text = document.text
    let after = text.letters(from: mark.end)
    guard !after.isEmpty else { return false }
    let isSmall = text.isLower(after.start)
    // `the letters,adding: “We`
    guard text.has(" ", at: after.end) || isSmall && mark.scalar == "," && text.has(": ", at: after.end) else {
      return false
    }
    guard isSmall || text.isUpper(after.start) && (after.count == 1 || text.isLower(after.start + 1)) else {
      return false
    }
    if after.count == 1 {
      guard
        text.has("a ", at: after.start) || text[after.start] | 0x20 == UInt8(ascii: "a")
          || text.has("I ", at: after.start)
      else { return false }
    }
    let start: Int
    switch mark.before {
    case .digit:
      start = text.digits(before: mark.offset).start
      // `1.People over sixty`: a number before a line.
      if mark.scalar == ".", text.isLineStart(start), mark.offset - start <= 2, !isSmall, after.count > 1 {
        return Lexicon.entry(text.utf8, after.range).isWord(upTo: 4) && document.isDamaged
          && document.language == .english && !document.hasTechnicalLines
      }
      guard mark.scalar != ":", start > 2,
        text[start - 1] == 0x20 && (text.isASCIILetter(start - 2) || text.has(",", at: start - 2))
          || text.has("-", at: start - 1) && text.isLower(start - 2)
      else { return false }
    case .lower, .letter:
      start = text.letters(before: mark.offset).start
      guard start > 0, mark.offset - start > 1, isGap(text, start - 1) || text.has("-", at: start - 1) else {
        return false
      }
      // `inside out.Unfasten`: both are words that everybody uses.
      if mark.scalar == "." {
        // `Kwon et al.trained`
        if text.has("et al", at: start - 3), isSmall { return document.isDamaged && after.count > 2 }
        guard start > 1, text[start - 1] == 0x20, text.isLower(start), text.isLower(after.start + 1),
          !ProseWords.isAbbreviation(text, Span(start, mark.offset)),
          Lexicon.entry(text.utf8, start..<mark.offset).isWord(upTo: 3)
        else { return false }
      }
    case .mark:
      guard mark.scalar == ",", text.has(")", at: mark.offset - 1),
        text.isASCIILetter(mark.offset - 2) || text.isDigit(mark.offset - 2)
      else { return false }
    default: return false
    }
    let entry = Lexicon.entry(text.utf8, after.range)
    switch mark.scalar {
    case ".", "?", "!":
      // `the authorities.Netizens were glad`: no word of the lexicon, and a form of a verb behind it.
      guard !isSmall,
        entry.isWord(upTo: 4)
          || after.count > 4 && !entry.isKnown && mark.before == .lower
            && DoubledSubject.finite.contains(Lexicon.hash(text.utf8, text.letters(from: after.end + 1).range))
      else { return false }
    case ",", ";": guard isSmall ? entry.isWord(upTo: 4) : mark.before != .digit else { return false }
    case ":": guard entry.isWord(upTo: 4) || !isSmall else { return false }
    default: return false
    }
    return document.isDamaged && document.language == .english && !document.hasTechnicalLines
  }

  /// `ended.The`: small letters, mark, a capitalized word that is a word of prose.
  private func partsSentences(_ text: Text, _ mark: PunctuationMark, hasCode: @autoclosure () -> Bool) -> Bool {
    guard text.isCapital(mark.end) else { return mark.scalar == "." && endsClock(text, mark) }
    if mark.before == .quote { return followsQuotation(text, mark) }
    if mark.before == .mark, mark.scalar == ".", text.has(")", at: mark.offset - 1),
      text.isLower(mark.offset - 2) || text.isUpper(mark.offset - 2) && !hasCode()
    {
      let word = text.letters(from: mark.end)
      return text.isLower(mark.end + 1) && ProseWords.has(.starts, text, word) && text.has(" ", at: word.end)
    }
    let before = text.letters(before: mark.offset)
    let after = text.letters(from: mark.end)
    guard before.start == 0 || text[before.start - 1] != UInt8(ascii: ".") else { return false }
    if mark.scalar == ".", ProseWords.has(.title, text, before), text.isCapital(before.start), after.count > 1 {
      return isGap(text, before.start - 1) && text.isLower(mark.end + 1)
    }
    if mark.before == .digit, mark.scalar == "." {
      let year = text.digits(before: mark.offset)
      return year.count == 4 && text.has(" ", at: year.start - 1) && text.isLower(mark.end + 1)
        && text.has(" ", at: after.end)
        && (ProseWords.has(.starts, text, after) || after.count > 3 && text.isLower(after.end + 1))
        && !hasCode()
    }
    guard before.count > 1, mark.before == .lower || mark.before == .letter else { return false }
    // One capital alone may be `I` or `A`; a second one means an abbreviation or a name from code, or a heading.
    if isShouted(text, before, after), !hasCode() { return true }
    guard after.count == 1 || !text.isCapital(text.index(after: mark.end)) else { return false }
    guard after.end == text.count || endsPlainly(text, after.end) else { return false }
    guard !ProseWords.isAbbreviation(text, before) || text.isLower(before.start) && before.count > 3 else {
      return false
    }
    if mark.scalar != "." || ProseWords.has(.starts, text, after) { return true }
    // Any other word of the language, where no code is about: `fmt.Println` and `System.Collections` are names.
    return !hasCode() && before.count > 3 && Lexicon.entry(text.utf8, after.range).isWord(upTo: 5)
      && text.has(" ", at: after.end) && text.isLower(after.end + 1)
  }

  /// `separatist forces.Felber said`: a name that no lexicon has and the text writes apart elsewhere, and a word that everybody uses.
  private func precedesName(_ document: Document, _ mark: PunctuationMark) -> Bool {
    let text = document.text
    guard mark.before == .lower, text.isUpper(mark.end), text.isLower(mark.end + 1) else { return false }
    let before = text.letters(before: mark.offset)
    let after = text.letters(from: mark.end)
    guard before.count > 3, before.start > 1, text[before.start - 1] == 0x20, text.isLower(before.start),
      after.count > 3, text.has(" ", at: after.end), text.isLower(after.end + 1),
      Lexicon.entry(text.utf8, before.range).isWord(upTo: 4), !ProseWords.isAbbreviation(text, before),
      document.wordCounts[Lexicon.hash(text.utf8, after.range)].capitalInside > 0
    else { return false }
    return document.language == .english && !document.hasTechnicalLines
  }

  /// `some simple steps.FIRST STEP`: two words of capitals that everybody uses, behind one that everybody uses.
  private func isShouted(_ text: Text, _ before: Span, _ after: Span) -> Bool {
    let next = text.letters(from: after.end + 1)
    guard before.count > 2, after.count >= 4, next.count >= 4, text.has(" ", at: after.end),
      text.isLower(before.start), text.has(" ", at: before.start - 1)
    else { return false }
    return [before, after, next].allSatisfy { Lexicon.entry(text.utf8, $0.range).isWord(upTo: 4) }
      && text[after].allSatisfy { $0 &- 0x41 < 26 } && text[next].allSatisfy { $0 &- 0x41 < 26 }
  }

  /// `that year”.She`: a capitalized word right behind the stop of a sentence that ends in a quotation.
  private func followsQuotation(_ text: Text, _ mark: PunctuationMark) -> Bool {
    guard mark.offset > 1, text.isLower(mark.end + 1) || text.has(" ", at: mark.end + 1) else { return false }
    let quote = text.scalar(before: mark.offset)
    return quote == "”" || quote == "»"
  }

  /// `3 a.m.until`: an abbreviated time of day with a word glued to it.
  private func endsClock(_ text: Text, _ mark: PunctuationMark) -> Bool {
    guard mark.after == .lower, text.has("m", at: mark.offset - 1), text.has(".", at: mark.offset - 2) else {
      return false
    }
    guard text.has("a", at: mark.offset - 3) || text.has("p", at: mark.offset - 3) else { return false }
    let gap = text.spaceStart(before: mark.offset - 3)
    let word = text.letters(from: mark.end)
    return text.isDigit(gap - 1) && word.count > 1 && Lexicon.entry(text.utf8, word.range).isWord(upTo: 4)
  }

  /// Whether a word ends here as words of prose do: not `Foo.Bar(`, not `Foo.Bar.Baz`.
  private func endsPlainly(_ text: Text, _ at: Int) -> Bool {
    switch text[at] {
    case 0x20, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "'"): true
    default: text.scalar(at: at) == "’"
    }
  }

  private func isGap(_ text: Text, _ at: Int) -> Bool { at < 0 || text[at] <= 0x20 || text[at] >= 0x80 }

  /// `Lyon,where`: a comma that sits tight among commas that do not.
  private func partsPhrases(_ text: Text, _ marks: [PunctuationMark], _ k: Int) -> Bool {
    let mark = marks[k]
    guard mark.after == .lower || mark.after == .upper else { return false }
    if mark.before == .quote, mark.scalar == "," {
      let quote = text.scalar(before: mark.offset)
      if quote == "”" || quote == "»" { return text.letters(from: mark.end).count > 1 }
      if quote == "’" { return text.isLower(text.index(before: mark.offset) - 1) && isClause(text, mark) }
      return quote == "\"" && (text.isLower(mark.offset - 2) || text.isDigit(mark.offset - 2))
        && (isClause(text, mark) || isSpeaker(text, mark))
    }
    if mark.before == .digit, mark.scalar == "," {
      let year = text.digits(before: mark.offset)
      return year.count == 4 && text.has(" ", at: year.start - 1) && text.isLower(year.start - 2)
        && isClause(text, mark)
    }
    guard mark.before.isLetter else { return false }
    let before = text.letters(before: mark.offset)
    let after = text.letters(from: mark.end)
    guard before.count > 2, after.count > 1, !text.isUpper(mark.end) || text.isLower(mark.end + 1) else { return false }
    guard before.start == 0 || isGap(text, before.start - 1) else { return false }
    guard after.end == text.count || endsPlainly(text, after.end) || text[after.end] == UInt8(ascii: ".") else {
      return false
    }
    // Two words of prose, with words of prose round them, are no list, however tight their neighbours are.
    if text.isLower(after.start), text.isLower(before.start), isPhrase(text, before, after) { return true }
    // A neighbour as tight as this one makes it a list from a machine.
    let spaced = { (n: Int) in
      !marks.indices.contains(n) || abs(marks[n].offset - mark.offset) > 200 || marks[n].scalar != mark.scalar
        || marks[n].after.isGap
    }
    return spaced(k - 1) && spaced(k + 1)
  }

  /// `2019,with songs`: a frequent word in small letters behind the mark, and another behind that.
  private func isClause(_ text: Text, _ mark: PunctuationMark) -> Bool {
    let word = text.letters(from: mark.end)
    return word.count > 2 && text.isLower(word.start) && text.has(" ", at: word.end) && text.isLower(word.end + 1)
      && Lexicon.entry(text.utf8, word.range).isWord(upTo: 2)
  }

  /// `from June 1",told Ash`
  private func isSpeaker(_ text: Text, _ mark: PunctuationMark) -> Bool {
    let word = text.letters(from: mark.end)
    return SpeechWords.isSaying(text, word) && text.has(" ", at: word.end) && text.isUpper(word.end + 1)
  }

  /// `met,left early`: a space on the far side of both words, which are no names from code.
  private func isPhrase(_ text: Text, _ before: Span, _ after: Span) -> Bool {
    guard before.start > 1, text[before.start - 1] == 0x20, text.has(" ", at: after.end),
      text.isLower(before.start - 2),
      text.isLower(after.end + 1)
    else { return false }
    return Lexicon.entry(text.utf8, before.range).isWord(upTo: 3)
      && Lexicon.entry(text.utf8, after.range).isWord(upTo: 2)
  }

  /// `they failed:the government`: between words of prose that have words of prose on their far sides.
  private func announces(_ text: Text, _ mark: PunctuationMark) -> Bool {
    guard mark.before == .lower, mark.after.isLetter else { return false }
    let before = text.letters(before: mark.offset)
    let after = text.letters(from: mark.end)
    return before.count > 3 && after.count > 1 && isPhrase(text, before, after)
  }

  /// `(REUTERS)The`: a whole aside at the start of a line or behind a space, then a capitalized word.
  private func endsAside(_ text: Text, _ marks: [PunctuationMark], _ k: Int) -> Bool {
    guard k > 0, text.isUpper(marks[k].end), text.isLower(marks[k].end + 1) else { return false }
    let open = marks[k - 1]
    guard open.scalar == "(", open.before.isGap, marks[k].offset - open.end >= 3 else { return false }
    return text.isUpper(open.end) && marks[k].before.isLetter
  }
}
