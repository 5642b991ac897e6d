import Language
import TextModel

/// Times of day and spans of time shorter than a day.
///
/// `10:30`, `5 p.m. EST`, `noon`, `this morning`, `three hours ago`, `ten o’clock`.
public struct TimeOfDay: EntityTagger {
  public let id = "time"
  public let labels = ["TIME"]
  public let languages = LanguageScope.only([.english])
  public init() {}

  public let examples = [
    MentionExample("Doors open at [7:30 p.m. EST|TIME] or [ten o’clock|TIME]; it lasts [three hours|TIME]."),
    MentionExample("Lunch is at [12.30pm|TIME] or [half past one|TIME], for 12.30 euros, for half past members."),
    MentionExample("He called [this morning|TIME], again at [noon|TIME] and at [11pm|TIME]."),
    MentionExample("They won 3-1 on the second day, by a ratio of 4:1."),
  ]

  public func tag(_ document: Document, _ mentions: inout [Mention]) {
    let reader = MeasureReader(document)
    var index = 0
    while index < reader.count {
      guard reader.has(index, [.digits, .cardinal, .fuzzy, .link, .clockWord, .near]), let end = match(reader, index)
      else {
        index += 1
        continue
      }
      mentions.append(Mention(span: reader.span(index, end), label: "TIME", score: 0.9, by: id))
      index = end
    }
  }

  private func match(_ reader: MeasureReader, _ index: Int) -> Int? {
    if reader.has(index, .clockWord) { return index + 1 }
    if reader.has(index, .near) {
      return reader.follows(index + 1) && reader.has(index + 1, .dayPart) ? index + 2 : nil
    }
    if let end = clock(reader, index) ?? past(reader, index) { return end }
    guard let number = reader.range(index), reader.follows(number) else { return nil }
    if isOClock(reader, number) { return number + 1 }
    let unit = reader.isHyphen(number) ? number + 1 : number
    guard reader.has(unit, .clockUnit) else { return nil }
    if reader.has(index, .ordinal) { return nil }
    return reader.follows(unit + 1) && reader.has(unit + 1, .back) ? unit + 2 : unit + 1
  }

  /// `half past six`, `quarter to nine`, `ten past 8`.
  private func past(_ reader: MeasureReader, _ index: Int) -> Int? {
    let isPart =
      reader.isWord(index, "half") || reader.isWord(index, "quarter") || reader.has(index, .cardinal)
    guard isPart, reader.follows(index + 1), reader.isWord(index + 1, "past") || reader.isWord(index + 1, "to"),
      reader.follows(index + 2)
    else { return nil }
    // `Half to six of them`, `ten to twelve people`: only `past`, or a quarter, is the clock's.
    guard reader.isWord(index + 1, "past") || reader.isWord(index, "quarter") else { return nil }
    let isHour = reader.has(index + 2, .cardinal) || reader.integer(index + 2).map { (1...24).contains($0) } == true
    return isHour ? index + 3 : nil
  }

  /// `10.30 pm`, `8.15am`: with a stop for a colon only where what follows says that it is a time.
  private func dotted(_ reader: MeasureReader, _ index: Int) -> Int? {
    let span = reader.tokens[index].span
    guard reader.has(index, .digits), (4...5).contains(span.count), reader.bytes[span.end - 3] == UInt8(ascii: "."),
      reader.follows(index + 1)
    else { return nil }
    return meridiem(reader, index + 1)
  }

  /// `10:30`, `10:30:15`, `5 p.m.`, `17:00 GMT`.
  private func clock(_ reader: MeasureReader, _ index: Int) -> Int? {
    guard let hour = reader.integer(index), hour <= 24 else { return dotted(reader, index) }
    var end = index + 1
    var isClock = false
    while end - index <= 4, reader.isMark(end, ":"), reader.touches(end), reader.touches(end + 1),
      reader.integer(end + 1).map({ $0 < 60 }) == true, reader.tokens[end + 1].span.count == 2
    {
      isClock = true
      end += 2
    }
    guard reader.follows(end) else { return isClock ? end : nil }
    if let half = meridiem(reader, end) {
      isClock = true
      end = half
    }
    if isClock, reader.follows(end), reader.has(end, .zone), reader.isUpper(end) { end += 1 }
    return isClock ? end : nil
  }

  /// `am`, `pm`, `a.m.`, `p. m.`
  private func meridiem(_ reader: MeasureReader, _ index: Int) -> Int? {
    if reader.has(index, .meridiem) { return index + 1 }
    guard reader.isWord(index, "a") || reader.isWord(index, "p"), reader.isMark(index + 1, "."),
      reader.isWord(index + 2, "m"), reader.follows(index + 2)
    else { return nil }
    return reader.isMark(index + 3, ".") && reader.touches(index + 3) ? index + 4 : index + 3
  }

  /// The token `o'clock` or `o’clock`.
  private func isOClock(_ reader: MeasureReader, _ index: Int) -> Bool {
    let span = reader.tokens[index].span
    guard (7...9).contains(span.count), reader.bytes[span.start] | 0x20 == UInt8(ascii: "o") else { return false }
    let tail: StaticString = "clock"
    for k in 0..<5 where reader.bytes[span.end - 5 + k] | 0x20 != tail.utf8Start[k] { return false }
    return true
  }
}
