import Language
import TextModel

/// Closes a number or a time of day that was pulled apart at its mark.
///
/// Spinners treat every full stop as the end of a sentence and put a space behind it: `3. 5 percent`, `$1, 500`, `10: 30
/// a.m.`.  The two halves are joined where a unit, a currency or the group of three digits says that they are one number.
/// Numbered lists, dates (`May 1, 2020`) and sentences that end in a number stay.
public struct SplitNumber: RewriteRule {
  public init() {}
  public let id = "split-number"
  public let trigger: ByteClasses? = .digit

  public let fixes = [
    RewriteExample("It rose 3. 5 percent in May.", "It rose 3.5 percent in May."),
    RewriteExample("at a cost of $2. 4 billion", "at a cost of $2.4 billion"),
    RewriteExample("some 12, 000 people came", "some 12,000 people came"),
    RewriteExample("They had seen 3, 400 adults there.", "They had seen 3,400 adults there."),
    RewriteExample("They met at 10: 30 a.m. in Bonn.", "They met at 10:30 a.m. in Bonn."),
    RewriteExample("a 2. 5-carat emerald", "a 2.5-carat emerald"),
    RewriteExample("up by 0. 7% and 1 .2%", "up by 0.7% and 1.2%"),
    RewriteExample("a price of $1, 250 each", "a price of $1,250 each"),
    RewriteExample("up by 5 . 3 % in May, with 2. 023 berths", "up by 5.3 % in May, with 2.023 berths"),
    RewriteExample("It costs $ 999. 99 or $ 1 , 200 today.", "It costs $999.99 or $1,200 today."),
    RewriteExample("They met at 10: 30 in the morning.", "They met at 10:30 in the morning."),
    RewriteExample("The least pension rises to $ $91,665 in June.", "The least pension rises to $91,665 in June."),
    RewriteExample("A ticket for the boat is 4 , 80 euros in May.", "A ticket for the boat is 4.80 euros in May."),
    RewriteExample(
      "He won 54% of the vote in May, and 49 % of it in June.", "He won 54% of the vote in May, and 49% of it in June."),
    RewriteExample(
      "They counted 51. 793 birds of of it, 4. 1 kilometers off the the coast, and 3 ,147 such ones with 1,200.",
      "They counted 51,793 birds of of it, 4.1 kilometers off the the coast, and 3,147 such ones with 1,200."),
    RewriteExample(
      "The the mill rose (+ 2.3%) of of late, and the bank closed - 0.4% lower.",
      "The the mill rose (+2.3%) of of late, and the bank closed -0.4% lower."),
    RewriteExample("He won 50%of the vote.", "He won 50% of the vote."),
    RewriteExample(
      "The the mill of of late burned on 12. 09.2023 in Bonn.", "The the mill of of late burned on 12.09.2023 in Bonn."),
    RewriteExample(
      "They lost 2: 3 (1: 1) in Mainz after the 1: 0 win at home.",
      "They lost 2:3 (1:1) in Mainz after the 1:0 win at home."),
    RewriteExample("at a cost of $ 3.5 million", "at a cost of $3.5 million"),
    RewriteExample(
      "The coach saw the goal of the team in the 2: 3 at home.",
      "The coach saw the goal of the team in the 2:3 at home."),
  ]
  public let leavesAlone = [
    "on May 1, 2020 they met", "It was 1998. 5 people came.", "1. 2 eggs\n2. 3 onions", "Psalms 1, 23 and 42",
    "on pages 10, 200 and 305", "Article 3. 5 lines follow.", "See 3: 16 men came", "run $ 5 and %d%s 20%25of",
    "at 7: 30 men came", "Group 2: 3 men", "in the ratio 2: 3", "Chapter 2: 3 (of 4) wins",
    "rooms 1, 2, 3 and 4",
    "by the summer of 12. 30 percent left", "In 2019, 500 people came", "On June 3, 400 people came.",
    "At the age of 5, 300 people knew him.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    proposeSigns(document, &proposals)
    for mark in document.punctuation {
      guard mark.scalar == "." || mark.scalar == "," || mark.scalar == ":" else { continue }
      let left = mark.before == .space ? text.spaceStart(before: mark.offset) : mark.offset
      let right = mark.after == .space ? text.spaceEnd(from: mark.end) : mark.end
      guard left < mark.offset || right > mark.end, mark.offset - left <= 1, right - mark.end <= 1 else { continue }
      guard text.isDigit(left - 1), text.isDigit(right) else { continue }
      let whole = text.digits(before: left)
      if mark.scalar == ".", mark.before == .digit, isDate(text, whole, right), document.isDamaged,
        !document.isVerbatim(at: mark.offset)
      {
        proposals.delete(Span(mark.end, right), .likely)
        continue
      }
      guard
        mark.before == .digit || mark.after == .digit || mark.scalar == "." || isCurrency(text, whole.start)
          || mark.scalar == "," || mark.scalar == ":" && document.isDamaged
      else {
        continue
      }
      let part = text.digits(from: right)
      guard whole.count <= 3, whole.start == 0 || !isJoint(text[whole.start - 1]) else { continue }
      guard part.end == text.count || !isLetterOrJoint(text, part.end) else { continue }
      if let joint = decimal(document, mark, whole, part), !document.isVerbatim(at: mark.offset) {
        proposals.replace(Span(left, right), with: joint, .likely)
        continue
      }
      guard
        let confidence = confidence(document, mark, whole, part)
          ?? (isInside(document, mark, whole, part) ? .likely : nil),
        !document.isVerbatim(at: mark.offset)
      else { continue }
      proposals.together {
        if left < mark.offset { $0.delete(Span(left, mark.offset), confidence) }
        if right > mark.end { $0.delete(Span(mark.end, right), confidence) }
        // `€ 24 , 000`: the sign as well, where all is set apart.
        if left < mark.offset, right > mark.end, whole.start > 3, text[whole.start - 1] == 0x20,
          text.has("€", at: whole.start - 4)
        {
          $0.delete(Span(whole.start - 1, whole.start), confidence)
        }
      }
    }
  }

  /// `12. 09.2023`: the rest of a date behind its day.
  private func isDate(_ text: Text, _ day: Span, _ start: Int) -> Bool {
    let month = text.digits(from: start)
    let year = text.digits(from: month.end + 1)
    return day.count <= 2 && month.count == 2 && text[month.start] <= UInt8(ascii: "1") && text.has(".", at: month.end)
      && year.count == 4 && (year.end == text.count || !isLetterOrJoint(text, year.end))
  }

  /// What stands in the place of ` , ` in `4 , 80 euros`, the decimal of another language, and of `. ` in `51. 793 people`, where the text
  /// groups its digits with commas.
  private func decimal(_ document: Document, _ mark: PunctuationMark, _ whole: Span, _ part: Span) -> StaticString? {
    let text = document.text
    guard document.language == .english else { return nil }
    if mark.scalar == ",", mark.before == .space, mark.after == .space, part.count <= 2 {
      return isMeasured(text, part.end) || isCurrency(text, whole.start)
        || text.has(" ", at: part.end) && text.isLower(part.end + 1) && document.isDamaged ? "." : nil
    }
    // `a thickness of 1, 5 cm`
    if mark.scalar == ",", mark.before == .digit, part.count == 1, whole.count <= 2,
      text.has(" of", at: whole.start - 4)
    {
      return isMeasured(text, part.end) && document.isDamaged ? "." : nil
    }
    guard mark.scalar == ".", part.count == 3, text[whole.start] != UInt8(ascii: "0"),
      follows(text, whole.start) || isCurrency(text, whole.start)
        || text.has(", ", at: whole.start - 2) && isMeasured(text, part.end), goesOn(text, part.end)
    else { return nil }
    return document.isDamaged && groupsWithCommas(document) ? "," : nil
  }

  /// `4. 1 kilometers`, `3 ,147 such requests`: in damaged text, a number in the middle of a sentence that goes on behind it.
  private func isInside(_ document: Document, _ mark: PunctuationMark, _ whole: Span, _ part: Span) -> Bool {
    let text = document.text
    guard mark.scalar == "." ? part.count <= 2 : mark.scalar == "," && part.count == 3,
      mark.scalar == "." || text[whole.start] != UInt8(ascii: "0"), goesOn(text, part.end)
    else { return false }
    let gap = text.spaceStart(before: whole.start)
    guard gap > 0, gap < whole.start || text.has("(", at: whole.start - 1) else { return false }
    let word = text.letters(before: gap)
    let isPlaced =
      text.has("(", at: whole.start - 1) || text.has(",", at: gap - 1) && mark.scalar == "."
      || !word.isEmpty && text.isLower(word.start)
        && (mark.scalar == "." || mark.before == .space
          || !Self.endsPhrase.contains(Lexicon.hash(text.utf8, word.range)))
    return isPlaced && document.isDamaged
  }

  /// Whether a sentence goes on behind a number: a small letter, a comma or a bracket.
  private func goesOn(_ text: Text, _ at: Int) -> Bool {
    if text.has(")", at: at) || text.has("%", at: at) || text.has("-", at: at) { return true }
    if text.has(",", at: at) { return text.has(" ", at: at + 1) }
    return text.has(" ", at: at) && (text.isLower(at + 1) || text.isUpper(at + 1) && text.isUpper(at + 2))
  }

  /// Whether the text has a number with a comma before three digits.
  private func groupsWithCommas(_ document: Document) -> Bool {
    let text = document.text
    return document.punctuation.contains { mark in
      mark.scalar == "," && mark.before == .digit && mark.after == .digit && text.digits(from: mark.end).count == 3
    }
  }

  private func confidence(_ document: Document, _ mark: PunctuationMark, _ whole: Span, _ part: Span) -> Confidence? {
    let text = document.text
    let hasCurrency = isCurrency(text, whole.start)
    switch mark.scalar {
    case ".":
      // No sentence begins with a number that begins so.
      if part.count == 3, text.has("0", at: part.start), text[whole.start] != UInt8(ascii: "0") {
        return follows(text, whole.start) ? .likely : nil
      }
      if part.count == 3, mark.before == .digit, hasCurrency || isMeasured(text, part.end) && follows(text, whole.start)
      {
        return .likely
      }
      guard part.count <= 2, isMeasured(text, part.end) || hasCurrency && part.count <= 2 else { return nil }
      // A sentence may end in a number; then a capitalized or no word stands before it, or a year.
      if hasCurrency { return .safe }
      if text.has("%", at: part.end) || mark.before == .space { return follows(text, whole.start) ? .safe : .likely }
      return follows(text, whole.start) ? .likely : nil
    case ",":
      guard part.count == 3, text[whole.start] != UInt8(ascii: "0") else { return nil }
      if hasCurrency { return .safe }
      if isListed(text, whole.start) { return nil }
      if text.has("000", at: part.start) { return .safe }
      return isCounted(text, whole.start, part.end) ? .likely : nil
    default:
      if part.count <= 2, whole.count <= 2, isScore(text, whole, part) || isPlayed(document, whole, part) {
        return .likely
      }
      guard part.count == 2, whole.count <= 2, text[part.start] < UInt8(ascii: "6") else { return nil }
      let word = text.letters(from: text.spaceEnd(from: part.end))
      if ProseWords.has(.clock, text, word), text.isLower(word.start), word.count <= 2 { return .safe }
      // `at 10: 30 in the morning`: what follows is a small word, so that nothing is counted.
      let gap = text.spaceStart(before: whole.start)
      guard gap > 2, text.has(" at", at: gap - 3), whole.start > gap else { return nil }
      if text.has(".", at: part.end) || text.has(",", at: part.end) { return .likely }
      return Self.behindClock.contains(Lexicon.hash(text.utf8, word.range)) ? .likely : nil
    }
  }

  /// `lost 2: 3 at`, `1: 2 (0: 2)`: a result, with the one at half time or behind a word that results stand behind.
  private func isScore(_ text: Text, _ whole: Span, _ part: Span) -> Bool {
    if text.has(" (", at: part.end), isPair(text, part.end + 2) { return true }
    if text.has("(", at: whole.start - 1), text.has(")", at: part.end), text.has(" ", at: whole.start - 2),
      text.isDigit(whole.start - 3)
    {
      return true
    }
    let gap = text.spaceStart(before: whole.start)
    guard gap > 0, gap < whole.start else { return false }
    let before = Lexicon.hash(text.utf8, text.letters(before: gap).range)
    let behind = Lexicon.hash(text.utf8, text.letters(from: text.spaceEnd(from: part.end)).range)
    return Self.results.contains(before) || Self.results.contains(behind)
  }

  /// `cleared it after the 2: 3 at home`: single figures behind a small word, in a text on matches.
  private func isPlayed(_ document: Document, _ whole: Span, _ part: Span) -> Bool {
    let text = document.text
    guard whole.count == 1, part.count == 1, text.has(" ", at: whole.start - 1) else { return false }
    let before = text.letters(before: whole.start - 1)
    let last = Lexicon.hash(text.utf8, before.range)
    guard !before.isEmpty, text.isLower(before.start),
      Self.beforeScore.contains(last) || before.count > 3 && !Self.beforeRatio.contains(last),
      text.has(".", at: part.end) || text.has(",", at: part.end)
        || text.has(" ", at: part.end) && text.isLower(part.end + 1)
    else { return false }
    let asked = Self.beforeScore.contains(last) || document.isDamaged ? 3 : 4
    return Self.play.hashes.count { document.wordCounts[$0].total > 0 } >= asked && document.language == .english
  }
  private static let beforeScore = WordSet("the at a to with by after of against in from it was final")
  private static let beforeRatio = WordSet(
    "ratio ratios group groups chapter verse verses step part parts level lesson round section number scale odds table figure game"
  )
  private static let play = WordSet(
    "game cup goal goals coach coaches match matches league striker goalkeeper midfielder defender team teams penalty referee scored equalizer equaliser"
  )

  /// Two figures with a colon and a space between.
  private func isPair(_ text: Text, _ start: Int) -> Bool {
    let first = text.digits(from: start)
    guard !first.isEmpty, first.count <= 2, text.has(":", at: first.end) else { return false }
    return text.isDigit(text.spaceEnd(from: first.end + 1))
  }
  private static let results = WordSet(
    "ended finished lost won drew beat win loss defeat draw victory lead trailed led")

  static let behindClock = WordSet("in on and the local this gmt until to from at for when with hours")

  /// `50%of` and `$ 3.5`: a percent sign that lost the space behind it, a currency sign that got one.
  private func proposeSigns(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let bytes = text.utf8
    guard document.byteClasses.contains(.sumSign), document.isCovered(by: .only([.english])) else { return }
    var percent = ByteSearch.first(UInt8(ascii: "%"), in: bytes, from: 1) ?? bytes.count
    var dollar = ByteSearch.first(UInt8(ascii: "$"), in: bytes, from: 1) ?? bytes.count
    // Asked once: it looks at all percent signs.
    lazy var isApart = setsPercentApart(bytes)
    while true {
      let at = min(percent, dollar)
      if at + 2 >= bytes.count { return }
      if at == percent {
        percent = ByteSearch.first(UInt8(ascii: "%"), in: bytes, from: at + 1) ?? bytes.count
      } else {
        dollar = ByteSearch.first(UInt8(ascii: "$"), in: bytes, from: at + 1) ?? bytes.count
      }
      if bytes[at] == UInt8(ascii: "%"), text.isDigit(at - 1), let space = looseSign(text, before: at),
        document.isDamaged,
        !document.isVerbatim(at: at)
      {
        proposals.delete(space, .likely)
        continue
      }
      if bytes[at] == UInt8(ascii: "%"), text.isLower(at + 1),
        text.isDigit(at - 1) || bytes[at - 1] == 0x20 && text.isDigit(at - 2)
      {
        let word = text.letters(from: at + 1)
        guard word.count > 1, text.has(" ", at: word.end), Lexicon.entry(bytes, word.range).isWord(upTo: 2),
          !document.isVerbatim(at: at)
        else { continue }
        if bytes[at - 1] == 0x20, !isApart { proposals.delete(Span(at - 1, at), .likely) }
        proposals.insert(" ", at: at + 1, .likely)
      } else if bytes[at] == UInt8(ascii: "%"), bytes[at - 1] == 0x20, text.isDigit(at - 2), !isApart,
        !document.isVerbatim(at: at)
      {
        proposals.delete(Span(at - 1, at), .likely)
      } else if bytes[at] == UInt8(ascii: "$"), text.has(" $", at: at + 1), bytes[at - 1] == 0x20,
        text.isDigit(text.spaceEnd(from: at + 3)), !document.isVerbatim(at: at)
      {
        // `$ $91`: the first sign was a link's.
        proposals.delete(Span(at, at + 2), .likely)
        dollar = ByteSearch.first(UInt8(ascii: "$"), in: bytes, from: at + 3) ?? bytes.count
      } else if bytes[at] == UInt8(ascii: "$"), bytes[at + 1] == 0x20, text.isDigit(at + 2), bytes[at - 1] == 0x20,
        text.isLower(at - 2), !document.isVerbatim(at: at), isSum(text, at + 2) || document.isDamaged
      {
        proposals.delete(Span(at + 1, at + 2), .likely)
      }
    }
  }

  /// Whether the text sets a space before its percent signs: as often as not, or in the only one.
  private func setsPercentApart(_ bytes: [UInt8]) -> Bool {
    var tight = 0
    var apart = 0
    var at = 1
    while let next = ByteSearch.first(UInt8(ascii: "%"), in: bytes, from: at) {
      if bytes[next - 1] &- 0x30 < 10 { tight += 1 } else if bytes[next - 1] == 0x20 { apart += 1 }
      at = next + 1
    }
    return apart > tight
  }

  /// `+ 2.3%`, `fell - 0.4%`: a sign set apart from its number, behind a bracket or a small word; where it lies when a percent sign is at
  /// `offset`.
  private func looseSign(_ text: Text, before offset: Int) -> Span? {
    var at = offset
    while at > 0, offset - at < 8, text.isDigit(at - 1) || text.has(".", at: at - 1) || text.has(",", at: at - 1) {
      at -= 1
    }
    guard at < offset, at > 2, text[at - 1] == 0x20, text.has("+", at: at - 2) || text.has("-", at: at - 2) else {
      return nil
    }
    let isBracketed = text.has("(", at: at - 3)
    guard isBracketed || text[at - 3] == 0x20 && text.isLower(at - 4) else { return nil }
    // A dash has another in its sentence, or something that goes on behind the number.
    if text.has("-", at: at - 2), !isBracketed {
      guard text.has(" ", at: offset + 1), text.isLower(offset + 2) || text.isLineEnd(offset + 2) else { return nil }
      var k = offset
      while k < text.count, k - offset < 120, !text.isLineEnd(k) {
        if text.has(" - ", at: k) { return nil }
        k += 1
      }
      let next = text.letters(from: offset + 2)
      if ProseWords.has(.joins, text, next) { return nil }
    }
    return Span(at - 1, at)
  }

  /// A number of money: with a decimal or a group of three, or a unit behind.
  private func isSum(_ text: Text, _ at: Int) -> Bool {
    let whole = text.digits(from: at)
    return text.has(",", at: whole.end) && text.isDigit(whole.end + 1)
      || text.has(".", at: whole.end) && text.isDigit(whole.end + 1)
      || isMeasured(text, whole.end)
  }

  /// Whether a unit follows, or a percent sign.
  private func isMeasured(_ text: Text, _ at: Int) -> Bool {
    if text.has("%", at: at) || text.has(" %", at: at) { return true }
    let word = text.letters(from: text.has("-", at: at) ? at + 1 : text.spaceEnd(from: at))
    return word.start > at && ProseWords.has(.unit, text, word)
  }

  /// Whether a lower-case word stands before the number: it is in the middle of a sentence.
  private func follows(_ text: Text, _ at: Int) -> Bool {
    let gap = text.spaceStart(before: at)
    guard gap < at else { return false }
    let word = text.letters(before: gap)
    return !word.isEmpty && text.isLower(word.start) && !text.has("of", at: word.start)
  }

  private func isListed(_ text: Text, _ at: Int) -> Bool {
    let gap = text.spaceStart(before: at)
    return gap > 1 && text[gap - 1] == UInt8(ascii: ",") && text.isDigit(gap - 2)
  }

  /// Words before a number that may end its phrase: a time, an age, a page.
  private static let endsPhrase = WordSet(
    "at by on in age aged since until till from after before page pages room rooms chapter verse number numbers no nos article section of and or to"
  )

  /// Whether one number is counted: a word of the sentence before it, and a plural or `of` behind.
  private func isCounted(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    let gap = text.spaceStart(before: start)
    guard gap < start else { return false }
    let before = text.letters(before: gap)
    guard !before.isEmpty, text.isLower(before.start), !Self.endsPhrase.contains(Lexicon.hash(text.utf8, before.range))
    else {
      return false
    }
    let after = text.letters(from: text.spaceEnd(from: end))
    guard text.isLower(after.start) else { return false }
    return text.has("of ", at: after.start) || after.count > 3 && text.has("s", at: after.end - 1)
      || after.count == 6 && text.has("people", at: after.start)
  }

  /// Whether a currency sign stands before a number, with a space between or none.
  private func isCurrency(_ text: Text, _ at: Int) -> Bool {
    let end = at > 0 && text[at - 1] == 0x20 ? at - 1 : at
    guard end > 0 else { return false }
    return text.scalar(before: end).properties.generalCategory == .currencySymbol
  }

  private func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/")
      || (byte | 0x20) &- 0x61 < 26
  }

  private func isLetterOrJoint(_ text: Text, _ at: Int) -> Bool {
    if text.isASCIILetter(at) { return true }
    // `3. 5. 2` is a list, `3. 5.` may end a sentence.
    guard isJoint(text[at]), text[at] < 0x80 else { return false }
    return text.isDigit(at + 1) || text.isDigit(text.spaceEnd(from: at + 1))
  }
}
