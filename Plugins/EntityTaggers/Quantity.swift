import Language
import TextModel

/// Measured quantities.
///
/// A number or a range with a unit of length, area, weight, volume, temperature, speed, power or data: `20 km`,
/// `five-mile`, `300 square metres`, `30°C`.
public struct Quantity: EntityTagger {
  public let id = "quantity"
  public let labels = ["QUANTITY"]
  public let languages = LanguageScope.only([.english])
  public init() {}

  public let examples = [
    MentionExample("A [five-mile|QUANTITY] queue, [300 square metres|QUANTITY] of it under [30°C|QUANTITY] sun."),
    MentionExample("Add [200 g|QUANTITY] of flour on the way to the G 20."),
    MentionExample("They moved [1,200 tons|QUANTITY] of grain [20km|QUANTITY] south."),
    MentionExample("Three men on foot met in the yard."),
  ]

  public func tag(_ document: Document, _ mentions: inout [Mention]) {
    let reader = MeasureReader(document)
    var index = 0
    while index < reader.count {
      guard reader.has(index, [.digits, .cardinal, .scale, .fuzzy, .link]), let number = reader.range(index),
        reader.follows(number), let end = unit(reader, number)
      else {
        index += 1
        continue
      }
      mentions.append(Mention(span: reader.span(index, end), label: "QUANTITY", score: 0.9, by: id))
      index = end
    }
  }

  private func unit(_ reader: MeasureReader, _ index: Int) -> Int? {
    // The degree sign is C2 B0.
    if reader.tokens[index].span.count == 2, reader.bytes[reader.tokens[index].span.start] == 0xC2,
      reader.bytes[reader.tokens[index].span.start + 1] == 0xB0
    {
      let isScale =
        reader.follows(index + 1)
        && (reader.isWord(index + 1, "c") || reader.isWord(index + 1, "f") || reader.has(index + 1, .unit))
      return isScale ? index + 2 : index + 1
    }
    var at = reader.isHyphen(index) ? index + 1 : index
    if reader.has(at, .unitPower), reader.follows(at + 1) {
      at += 1
      if reader.isDash(at) { at += 1 }
      return reader.has(at, .unit) ? at + 1 : nil
    }
    // A bare g is grams behind digits alone: `200 g`, no `five g`.
    if reader.isWord(at, "g"), !reader.isUpper(at), reader.has(index - 1, .digits) { return at + 1 }
    guard reader.has(at, .unit) else { return nil }
    let isDegrees = reader.isWord(at, "degrees") || reader.isWord(at, "degree")
    return isDegrees && reader.has(at + 1, .unit) && reader.follows(at + 1) ? at + 2 : at + 1
  }
}
