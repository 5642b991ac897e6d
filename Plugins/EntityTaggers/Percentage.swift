import Language
import TextModel

/// Percentages.
///
/// A number or a range with `%`, `percent`, `per cent`, `pct` or `percentage points`.
public struct Percentage: EntityTagger {
  public let id = "percent"
  public let labels = ["PERCENT"]
  public let languages = LanguageScope.only([.english])
  public init() {}

  public let examples = [
    MentionExample("Prices rose [3.5%|PERCENT] in March and [five percent|PERCENT] in April."),
    MentionExample("Between [40 to 50 per cent|PERCENT] stayed, [two percentage points|PERCENT] more than before."),
    MentionExample("A percentage of the takings goes to the crew of 12."),
  ]

  public func tag(_ document: Document, _ mentions: inout [Mention]) {
    let reader = MeasureReader(document)
    var index = 0
    while index < reader.count {
      guard reader.has(index, [.digits, .cardinal, .scale, .fuzzy, .link]), let number = reader.range(index),
        reader.follows(number), let end = sign(reader, number)
      else {
        index += 1
        continue
      }
      mentions.append(Mention(span: reader.span(index, end), label: "PERCENT", score: 0.95, by: id))
      index = end
    }
  }

  private func sign(_ reader: MeasureReader, _ index: Int) -> Int? {
    if reader.isMark(index, "%") { return index + 1 }
    if reader.isWord(index, "per"), reader.isWord(index + 1, "cent") { return index + 2 }
    guard reader.has(index, .percent) else { return nil }
    if reader.isWord(index, "percentage") {
      return reader.isWord(index + 1, "points") || reader.isWord(index + 1, "point") ? index + 2 : nil
    }
    return index + 1
  }
}
