import Language
import TextModel

/// Dates, and spans of time of a day or longer.
///
/// `4 July 2020`, `July 13, 2024`, `2024-07-13`, `Wednesday`, `mid-2020`, `in 1998`, `the 1990s`, `last week`,
/// `two years ago`, `spring of 2023`.  May and March are months only beside a day, a year or a word such as "in"; a
/// bare number is a year only where the words around it allow.
public struct CalendarDate: EntityTagger {
  public let id = "date"
  public let labels = ["DATE"]
  public let languages = LanguageScope.only([.english])
  public init() {}

  public let examples = [
    MentionExample("From [4 July 2020|DATE] to [Wednesday, July 13, 2024|DATE], and in [1998|DATE]."),
    MentionExample("[Last week|DATE] it was [2024-07-13|DATE]; [two years ago|DATE], [mid-2022|DATE]."),
    MentionExample("In the [early 19th century|DATE] and the [twenty-first century|DATE] they dialled 555-1987."),
    MentionExample("The [1990s|DATE] began in [May|DATE], or in the [spring of 1990|DATE]."),
    MentionExample("We may march with 2000 people along route 1950 feet below."),
  ]

  public func tag(_ document: Document, _ mentions: inout [Mention]) {
    let reader = MeasureReader(document)
    let starts: MeasureClass = [
      .digits, .cardinal, .fuzzy, .link, .month, .monthOrWord, .weekday, .relativeDay, .near, .edge, .season,
      .ordinal,
    ]
    var index = 0
    while index < reader.count {
      guard reader.has(index, starts), let end = match(reader, index) else {
        index += 1
        continue
      }
      mentions.append(Mention(span: reader.span(index, end), label: "DATE", score: 0.9, by: id))
      index = end
    }
  }

  private func match(_ reader: MeasureReader, _ index: Int) -> Int? {
    if reader.has(index, .relativeDay) { return index + 1 }
    if let end = century(reader, index) { return end }
    if reader.has(index, .edge) {
      let core = reader.isHyphen(index + 1) ? index + 2 : index + 1
      guard reader.follows(core) else { return nil }
      if let end = century(reader, core) { return end }
      return core < reader.count && reader.has(core, [.month, .monthOrWord, .season, .digits])
        ? calendar(reader, core, led: true) : nil
    }
    if reader.has(index, .near), let end = relative(reader, index) { return end }
    return calendar(reader, index, led: false) ?? duration(reader, index)
  }

  /// `19th century`, `twenty-first century`, `fifth-century`.
  private func century(_ reader: MeasureReader, _ index: Int) -> Int? {
    var end = index + 1
    if reader.has(index, .digits) {
      end = suffix(reader, end)
      guard end > index + 1 else { return nil }
    } else {
      if reader.has(index, .cardinal), reader.isHyphen(end) { end += 2 }
      guard reader.has(end - 1, .ordinal) else { return nil }
    }
    if reader.isHyphen(end) { end += 1 }
    guard reader.follows(end), reader.isWord(end, "century") || reader.isWord(end, "centuries") else { return nil }
    return end + 1
  }

  /// `last week`, `the past two years`, `next Monday`, `this June`.
  private func relative(_ reader: MeasureReader, _ index: Int) -> Int? {
    guard reader.follows(index + 1) else { return nil }
    if reader.has(index + 1, [.dayUnit, .season, .weekday, .month]) { return index + 2 }
    if reader.has(index + 1, .monthOrWord), reader.isUpper(index + 1) { return index + 2 }
    guard let number = reader.number(index + 1), reader.follows(number), reader.has(number, .dayUnit) else {
      return nil
    }
    return number + 1
  }

  /// `two years`, `five-day`, `a year ago`, `several months later`.
  private func duration(_ reader: MeasureReader, _ index: Int) -> Int? {
    let isOne = reader.isWord(index, "a") || reader.isWord(index, "an")
    if isOne, reader.follows(index + 1), reader.has(index + 1, .dayUnit) {
      return reader.follows(index + 2) && reader.has(index + 2, .back) ? index + 3 : nil
    }
    guard let number = reader.range(index), reader.follows(number) else { return nil }
    let unit = reader.isHyphen(number) ? number + 1 : number
    guard reader.has(unit, .dayUnit), !reader.has(index, .dayUnit) else { return nil }
    return reader.follows(unit + 1) && reader.has(unit + 1, .back) ? unit + 2 : unit + 1
  }

  /// A date of the calendar; `led` where a word before it has said that it is one.
  private func calendar(_ reader: MeasureReader, _ index: Int, led: Bool) -> Int? {
    if reader.has(index, .weekday), reader.isUpper(index) || reader.tokens[index].span.count > 4 {
      var end = index + 1
      if reader.isMark(end, "."), reader.tokens[index].span.count <= 5 { end += 1 }
      let next = reader.isMark(end, ",") ? end + 1 : end
      if reader.follows(next), reader.has(next, [.month, .monthOrWord, .digits]),
        let far = month(reader, next, led: false) ?? dayMonth(reader, next)
      {
        return far
      }
      return end
    }
    if reader.has(index, [.month, .monthOrWord]) { return month(reader, index, led: led) }
    if reader.has(index, .season) {
      let year = reader.isWord(index + 1, "of") ? index + 2 : index + 1
      if reader.follows(year), isYear(reader, year) { return year + 1 }
      return led ? index + 1 : nil
    }
    guard reader.has(index, .digits) else { return nil }
    return dayMonth(reader, index) ?? numeric(reader, index) ?? year(reader, index, led: led)
  }

  /// `July`, `July 13`, `July 13-15, 2024`, `Sept. 2020`, `May of 1998`.
  private func month(_ reader: MeasureReader, _ index: Int, led: Bool) -> Int? {
    guard reader.has(index, [.month, .monthOrWord]) else { return nil }
    var end = index + 1
    let isShort = reader.tokens[index].span.count <= 4
    if isShort, reader.isMark(end, "."), reader.touches(end), reader.has(end + 1, .digits) { end += 1 }
    var isDate = false
    if reader.follows(end), let day = reader.integer(end), (1...31).contains(day), reader.tokens[end].span.count <= 2 {
      isDate = true
      end = suffix(reader, end + 1)
      if reader.isDash(end), let last = reader.integer(end + 1), (1...31).contains(last) { end += 2 }
    }
    let year = reader.isMark(end, ",") || reader.isWord(end, "of") ? end + 1 : end
    if reader.follows(year), isYear(reader, year) { return year + 1 }
    if isDate { return end }
    guard reader.isUpper(index) else { return nil }
    if reader.has(index, .monthOrWord) || isShort {
      let isFull = !reader.has(index, .monthOrWord) && reader.tokens[index].span.count == 4
      return led || isFull || reader.has(index - 1, [.since, .near]) || reader.isWord(index - 1, "of") ? index + 1 : nil
    }
    return index + 1
  }

  /// `4 July 2020`, `13th of May`.
  private func dayMonth(_ reader: MeasureReader, _ index: Int) -> Int? {
    guard let day = reader.integer(index), (1...31).contains(day), reader.tokens[index].span.count <= 2 else {
      return nil
    }
    var at = suffix(reader, index + 1)
    if reader.isDash(at), let last = reader.integer(at + 1), (1...31).contains(last) { at = suffix(reader, at + 2) }
    if reader.isWord(at, "of") { at += 1 }
    guard reader.follows(at), reader.has(at, [.month, .monthOrWord]), reader.isUpper(at) else { return nil }
    let year = reader.isMark(at + 1, ",") ? at + 2 : at + 1
    return reader.follows(year) && isYear(reader, year) ? year + 1 : at + 1
  }

  /// `2024-07-13`, `13/07/2024`, `13.07.2024`.
  private func numeric(_ reader: MeasureReader, _ index: Int) -> Int? {
    let span = reader.tokens[index].span
    if (8...10).contains(span.count) {
      let parts = reader.bytes[span.range].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return parts.count == 3 && parts[2].count == 4 && parts[0].count <= 2 && parts[1].count <= 2 ? index + 1 : nil
    }
    guard let first = reader.integer(index), let second = reader.integer(index + 2),
      let third = reader.integer(index + 4), (1...4).allSatisfy({ reader.touches(index + $0) })
    else { return nil }
    let isSlash = reader.isMark(index + 1, "/") && reader.isMark(index + 3, "/")
    let isDash = reader.isMark(index + 1, "-") && reader.isMark(index + 3, "-")
    guard isSlash || isDash, second <= 31 else { return nil }
    let isYearFirst = (1000...2999).contains(first) && third <= 31
    let isYearLast = first <= 31 && ((1000...2999).contains(third) || (isSlash && third <= 99))
    return isYearFirst || isYearLast ? index + 5 : nil
  }

  /// `1998`, `1990s`, `2014-2018`.
  private func year(_ reader: MeasureReader, _ index: Int, led: Bool) -> Int? {
    guard isYear(reader, index) else {
      // `the ’90s`, `the 80s`
      let isDecade = reader.tokens[index].span.count == 2 && reader.touches(index + 1) && reader.isWord(index + 1, "s")
      return isDecade ? index + 2 : nil
    }
    if reader.touches(index + 1), reader.isWord(index + 1, "s") { return index + 2 }
    var end = index + 1
    if reader.isDash(end), reader.touches(end), reader.touches(end + 1), reader.has(end + 1, .digits) {
      let length = reader.tokens[end + 1].span.count
      guard length == 2 || (length == 4 && isYear(reader, end + 1)) else { return nil }
      end += 2
    }
    if led || end > index + 1 { return end }
    if reader.has(index - 1, [.sign, .code]) { return nil }
    // `555-1987`: the end of a number that is cut by dashes.
    if reader.touches(index), reader.isHyphen(index - 1), reader.has(index - 2, .digits) { return nil }
    guard let value = reader.integer(index), (1900...2099).contains(value) || reader.has(index - 1, .since) else {
      return nil
    }
    if !reader.follows(end) { return end }
    if reader.has(end, [.unit, .unitPower, .currency, .code, .scale, .percent, .dayUnit, .clockUnit]) { return nil }
    if reader.isMark(end, "%") || reader.isDash(end) && reader.touches(end) { return nil }
    // `2000 people`: a count, unless a word such as "in" leads.
    let isBeforeName = reader.tokens[end].kind == .word && !reader.isUpper(end)
    if isBeforeName, !reader.has(end, [.since, .link, .back]), !reader.has(index - 1, .since) { return nil }
    return end
  }

  /// Four digits from 1000 to 2099 that no separator cuts.
  private func isYear(_ reader: MeasureReader, _ index: Int) -> Bool {
    guard reader.has(index, .digits), reader.tokens[index].span.count == 4, let value = reader.integer(index) else {
      return false
    }
    return (1000...2099).contains(value)
  }

  /// Skips `st`, `nd`, `rd`, `th` that touch a number.
  private func suffix(_ reader: MeasureReader, _ index: Int) -> Int {
    guard reader.touches(index) else { return index }
    let isSuffix =
      reader.isWord(index, "st") || reader.isWord(index, "nd") || reader.isWord(index, "rd")
      || reader.isWord(index, "th")
    return isSuffix ? index + 1 : index
  }
}
