import Language
import TextModel

/// One short line above a text, read for who wrote the text and when.
///
/// Most forms are told by how many names, words of dates, digits and other words stand in the line; some by what it begins or ends with.
struct BylineLine {
  enum Kind { case moment, person, posted, author, small, lead, place, desk, town, other }
  var kind = Kind.other
  var hasClock = false
  var hasYear = false
  var isPosting = false
  var isAgency = false
  /// Whether it is no table or code, whatever it looks like.
  var isSure = false

  /// A line that is looked at, its words, and how many of them are what.
  fileprivate struct Candidate {
    let text: Text
    let line: Span
    let words: ArraySlice<Word>
    let first: Word
    let last: UInt8
    var names = 0
    var others = 0
    var dates = 0
    var digits = 0
    var hasClock = false
    var hasYear = false
    var isPosting = false
  }

  private struct Form: Sendable {
    let kind: Kind
    let fits: @Sendable (Candidate) -> Bool

    init(_ kind: Kind, _ fits: @escaping @Sendable (Candidate) -> Bool) {
      self.kind = kind
      self.fits = fits
    }
  }

  /// What the words say of themselves.  The first that fits decides.
  private static let worded: [Form] = [
    Form(.author) { $0.isReporter },
    Form(.author) { $0.isMailed },
    Form(.author) { $0.isTranslated },
    Form(.author) { $0.isAuthor },
    Form(.posted) { $0.isFields },
    Form(.moment) { $0.isInCalendars },
  ]

  /// What their numbers say.  The first that fits decides.
  private static let counted: [Form] = [
    Form(.posted) { $0.isGluedDate },
    Form(.small) { $0.isSmall },
    Form(.lead) { $0.isLead },
    Form(.town) { $0.isTown },
    Form(.other) { !$0.mayBeByline },
    Form(.moment) { $0.isPostedDate },
    Form(.posted) { $0.isDateWithCount },
    Form(.moment) { $0.isMoment },
    Form(.place) { $0.isPlaceWithDate || $0.isPlaceWithAgency },
    Form(.posted) { $0.isNameWithDate },
    Form(.desk) { $0.isDesk },
    Form(.posted) { $0.isPosted },
    Form(.person) { $0.isAgency || $0.isPerson },
  ]

  init(_ document: Document, _ line: Span) {
    let text = document.text
    guard line.count <= 140 else { return }
    let words = document.words[document.wordRange(in: line)]
    // `-- Jo Felber, Feb 1, 1989` says whose the words above are.
    guard let first = words.first, words.count <= 24, text[line.start] != UInt8(ascii: "-") else { return }
    var candidate = Candidate(text: text, line: line, words: words, first: first, last: text[line.end - 1])
    if let form = Self.worded.first(where: { $0.fits(candidate) }) {
      kind = form.kind
      hasYear = kind == .moment
      isSure = candidate.isReporter
      return
    }
    let isCounted = candidate.count()
    hasClock = candidate.hasClock
    hasYear = candidate.hasYear
    isPosting = candidate.isPosting
    guard isCounted, let form = Self.counted.first(where: { $0.fits(candidate) }) else { return }
    kind = form.kind
    if kind == .moment, candidate.digits >= 12 { hasClock = true }
    isAgency = kind == .person && candidate.isAgency
  }
}

extension BylineLine.Candidate {
  /// Counts what the words are; false where one of many words is no byline’s, and the counts are not whole.
  mutating func count() -> Bool {
    for word in words {
      // Most lines are no byline, and one word of a longer one says so.
      if others > 0, words.count > 5 { return false }
      let measure = word.shape.contains(.digit) ? [] : MeasureClass.of(text, word.span)
      if word.shape.contains(.digit) {
        digits += word.count
        if word.count == 4 { hasYear = true }
        if word.count <= 2, text[word.end < text.count ? word.end : word.start] == UInt8(ascii: ":"),
          text.isDigit(word.end + 1)
        {
          hasClock = true
        }
      } else if !measure.isDisjoint(with: [
        .month, .monthOrWord, .weekday, .meridiem, .zone, .relativeDay, .back, .since,
      ]) {
        dates += 1
      } else if digits > 0 || word.startsWithCapital,
        !measure.isDisjoint(with: [.dayUnit, .clockUnit, .ordinal]) || SiteHeader.calendar.contains(word)
      {
        if word.count > 2, digits > 0 { dates += 1 }
      } else if word.count == 1, word.isLower {
        // `p.m.`
        continue
      } else if BylineWords.posting.contains(word) {
        if word.count > 4 { isPosting = true }
      } else if word.startsWithCapital {
        names += 1
      } else if !BylineWords.particles.contains(word), !(word.count == 4 && text.has("with", at: word.start)) {
        others += 1
      }
    }
    return true
  }

  // MARK: What the words say of themselves

  /// `[Daily Bridge Reporter Kim Jo]`
  var isReporter: Bool {
    text[line.start] == UInt8(ascii: "[") && last == UInt8(ascii: "]") && words.count <= 10
      && words.contains(where: BylineWords.writers.contains)
      && words.allSatisfy { !$0.isLower || $0.gap == .hyphen || BylineWords.writers.contains($0) }
  }

  /// `jo@bridge.example`, `Jo Felber [jo@bridge.example]`
  var isMailed: Bool {
    guard words.count <= 8, line.count <= 80, let at = line.range.first(where: { text[$0] == UInt8(ascii: "@") }),
      text.isASCIILetter(at + 1),
      words.allSatisfy({ $0.startsWithCapital || $0.end >= at - 24 && $0.gap != .space || $0.start == line.start })
    else { return false }
    let address = text[Span(at, line.end)]
    return address.contains(UInt8(ascii: ".")) && !address.contains(0x20)
  }

  /// `Of Jo Felber`, `Published by Jo Felber`: a translator’s by.
  var isTranslated: Bool {
    guard (3...5).contains(words.count), BylineWords.translated.contains(first), first.isCapitalized,
      words.last?.end == line.end
    else { return false }
    let names = words.dropFirst(BylineWords.by.contains(words[words.startIndex + 1]) ? 2 : 1)
    return names.count >= 2
      && names.allSatisfy { $0.startsWithCapital && ($0.gap == .space || $0.gap == .hyphen) }
      && names.first.map { Lexicon.entry($0.hash).isCommonName } == true
  }

  /// `By Jo Felber and Anna Roth`, `From our correspondent in Lyon`, `Author: Tree Weekly`, `By AFP`: a word for writing and who it was.
  var isAuthor: Bool {
    guard (2...10).contains(words.count), BylineWords.by.contains(first) || BylineWords.writers.contains(first),
      words.last?.end == line.end
    else { return false }
    var names = 0
    for word in words.dropFirst() {
      if word.startsWithCapital {
        // `By Train To Lyon`
        if ProseWords.has(.joins, text, word.span) { return false }
        names += word.isAllCapitals && word.count <= 5 || BylineWords.staff.contains(word) ? 2 : 1
      } else if BylineWords.staff.contains(word) {
        names += 2
      } else if !BylineWords.particles.contains(word), !BylineWords.joints.contains(word) {
        return false
      }
      if word.gap == .stop, word.start > line.start + 12 { return false }
    }
    // `By Jo`
    if names == 1, words.count == 2, BylineWords.by.contains(first), first.isCapitalized, let name = words.last {
      return name.isCapitalized && Lexicon.entry(name.hash).isCommonName
    }
    return names > 1 || names > 0 && (text.has(":", at: first.end) || text.has(" :", at: first.end))
  }

  /// `Source: Tree Money, Compilation: Lyon Daily`: two fields or more, and names.
  var isFields: Bool {
    guard BylineWords.fields.contains(first), line.count <= 100, last != UInt8(ascii: "."),
      text.has(":", at: first.end), words.allSatisfy(\.startsWithCapital)
    else { return false }
    return words.count { BylineWords.fields.contains($0) && text.has(":", at: $0.end) } > 1
  }

  /// `Monday – Shawwal 8 1442 Hijri – 20 May 2021 AD No. 15514`: a day in two calendars, with the number of the paper or not.
  var isInCalendars: Bool {
    guard (5...16).contains(words.count), words.contains(where: BylineWords.eras.contains),
      words.count(where: { $0.shape.contains(.digit) }) >= 3
    else { return false }
    return words.allSatisfy {
      $0.shape.contains(.digit) || BylineWords.eras.contains($0) || SiteHeader.calendar.contains($0)
        || BylineWords.issues.contains($0)
        || !MeasureClass.of(text, $0.span).isDisjoint(with: [.month, .monthOrWord, .weekday, .meridiem])
    }
  }

  // MARK: What their numbers say

  /// `The Daily Bridge18-07-2025`
  var isGluedDate: Bool {
    (15...60).contains(line.count) && text.isLower(line.end - 11) && text.isDigit(line.end - 1) && digits >= 8
      && text[Span(line.end - 10, line.end)].count { $0 &- 0x30 < 10 } == 8
  }

  /// `by daily bridge`: a site’s name in small letters.
  var isSmall: Bool {
    (2...5).contains(words.count) && words.allSatisfy(\.isLower) && text.has("by ", at: line.start) && last &- 0x61 < 26
  }

  /// `Article written by`, `in World News by`
  var isLead: Bool {
    guard (2...6).contains(words.count), let by = words.last else { return false }
    return by.end == line.end && by.isLower && BylineWords.by.contains(by) && first.gap == .line
  }

  /// `Lyon`
  var isTown: Bool {
    words.count == 1 && digits == 0 && others == 0 && dates == 0 && names == 1 && first.isCapitalized
      && line.count <= 24 && first.end == line.end
  }

  var mayBeByline: Bool {
    others == 0 && last != UInt8(ascii: ":") && last != UInt8(ascii: "?") && last != UInt8(ascii: "!")
  }

  /// `date 2020-03-04`
  var isPostedDate: Bool {
    names == 0 && digits == 8 && hasYear && words.count == 4 && BylineWords.posting.contains(first)
  }

  /// `March 14, 2023 Jo Felber Region 0`, `14 Mar 2023 0 Comments`
  var isDateWithCount: Bool {
    guard (1...5).contains(names), dates > 0, hasYear, (5...9).contains(digits), let last = words.last else {
      return false
    }
    return (last.shape.contains(.digit) && last.count == 1 || BylineWords.comments.contains(last))
      && (first.shape.contains(.digit) || !MeasureClass.of(text, first.span).isDisjoint(with: [.month, .monthOrWord]))
  }

  /// `2023-02-21T14:12:08`
  var isMoment: Bool {
    guard names == 0 else { return false }
    return digits >= 3 && (dates > 0 || hasClock || digits >= 12 || digits == 8 && hasYear && words.count == 3)
      || digits > 0 && dates >= 2
  }

  /// `Lyon, 13. April 2018`
  var isPlaceWithDate: Bool {
    digits >= 5 && (1...2).contains(names) && dates > 0 && !hasClock && words.count <= 6 && first.startsWithCapital
      && first.end < line.end && text[first.end] == UInt8(ascii: ",")
  }

  /// `Lyon (Tree Press)`
  var isPlaceWithAgency: Bool {
    digits == 0 && dates == 0 && (2...4).contains(names) && words.count == names && line.count <= 40
      && last == UInt8(ascii: ")") && text.has(" (", at: first.end)
  }

  /// `Jo Felber 11 May 2020`
  var isNameWithDate: Bool {
    (2...3).contains(names) && dates > 0 && hasYear && digits <= 6 && words.count <= 6
      && Lexicon.entry(first.hash).isCommonName
  }

  /// `Lyon: Jo Felber Roth`
  var isDesk: Bool {
    digits == 0 && dates == 0 && (3...5).contains(words.count) && names == words.count && line.count <= 48
      && text.has(": ", at: first.end) && words.dropFirst(2).allSatisfy { $0.gap == .space || $0.gap == .hyphen }
      && words.last?.end == line.end
      && words.dropFirst().allSatisfy {
        let entry = Lexicon.entry($0.hash)
        return entry.isCommonName || !entry.isWord(upTo: 2)
      }
  }

  /// `Published 4 May, 9:30 by Jo Felber`, `Written by Jo Felber on May 5, 2020`, `By Jo Felber | Daily Bridge`
  var isPosted: Bool {
    let isBy = BylineWords.by.contains(first)
    if digits >= 3, names <= 6, hasClock && (isPosting || digits >= 12) || isBy, dates > 0 || hasClock { return true }
    if isPosting, digits >= 5, hasYear, dates > 0, names <= 4 { return true }
    return isBy && (2...5).contains(names)
      && (text[line].contains(UInt8(ascii: "|")) || text[line].contains(UInt8(ascii: "@")))
  }

  /// Names and nothing else; `By` itself may be a word of dates, `by Monday`.
  var mayBePerson: Bool {
    digits == 0 && dates == (BylineWords.by.contains(first) && first.count == 2 ? 1 : 0) && !isPosting && names >= 2
      && words.count <= 4 && last != UInt8(ascii: ".")
      && words.dropFirst().allSatisfy { $0.gap == .space || $0.gap == .hyphen }
  }

  /// `RIA Volga`
  var isAgency: Bool {
    mayBePerson && words.count == 2 && first.isAllCapitals && !words[words.startIndex + 1].isAllCapitals
  }

  /// `Jo Felber`, `BY JO FELBER`
  var isPerson: Bool {
    mayBePerson
      && (!words.contains(where: \.isAllCapitals)
        || BylineWords.by.contains(first) && words.allSatisfy(\.isAllCapitals))
  }
}
