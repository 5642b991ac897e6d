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
    if let end = clock(reader, index) { return end }
    guard let number = reader.range(index), reader.follows(number) else { return nil }
    if isOClock(reader, number) { return number + 1 }
    let unit = reader.isHyphen(number) ? number + 1 : number
    guard reader.has(unit, .clockUnit) else { return nil }
    if reader.has(index, .ordinal) { return nil }
    return reader.follows(unit + 1) && reader.has(unit + 1, .back) ? unit + 2 : unit + 1
  }

  /// `10:30`, `10:30:15`, `5 p.m.`, `17:00 GMT`.
  private func clock(_ reader: MeasureReader, _ index: Int) -> Int? {
    guard let hour = reader.integer(index), hour <= 24 else { return nil }
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
