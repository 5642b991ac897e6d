import Language
import TextModel

/// Amounts of money.
///
/// A currency sign or code with a number (`$5 million`, `US$1.2bn`, `EUR 300`), or a number with the name of a currency
/// (`50 million euros`, `two hundred rubles`).  "Pounds" without a word of scale is a weight, and `won` a verb.
public struct AmountOfMoney: EntityTagger {
  public let id = "money"
  public let labels = ["MONEY"]
  public let languages = LanguageScope.only([.english])
  public init() {}

  public let examples = [
    MentionExample("The bridge cost [$5.2 million|MONEY], not [US$7m|MONEY]."),
    MentionExample("They asked for [50 million euros|MONEY] and got [EUR 300|MONEY]."),
    MentionExample("He paid [Rs 500|MONEY] and owes [Rs. 2 crore|MONEY]; the Rs are rolled."),
    MentionExample("She won two games and lost ten pounds."),
    MentionExample("It was sold for [ten million pounds|MONEY]."),
  ]

  public func tag(_ document: Document, _ mentions: inout [Mention]) {
    let reader = MeasureReader(document)
    var index = 0
    while index < reader.count {
      guard reader.has(index, [.sign, .digits, .cardinal, .scale, .code, .fuzzy, .link]),
        let (first, end) = match(reader, index)
      else {
        index += 1
        continue
      }
      mentions.append(Mention(span: reader.span(first, end), label: "MONEY", score: 0.95, by: id))
      index = end
    }
  }

  private func match(_ reader: MeasureReader, _ index: Int) -> (Int, Int)? {
    if reader.has(index, .sign) {
      guard reader.follows(index + 1), reader.has(index + 1, .digits), let end = amount(reader, index + 1) else {
        return nil
      }
      let hasCountry =
        reader.touches(index) && reader.isUpper(index - 1) && reader.tokens[index - 1].span.count <= 2
      return (hasCountry ? index - 1 : index, end)
    }
    if reader.has(index, .code), isCapital(reader, index), reader.has(index + 1, .digits), reader.follows(index + 1),
      let end = amount(reader, index + 1)
    {
      return (index, end)
    }
    // `Rs 500`, `Rs. 2 crore`.
    if reader.isWord(index, "rs"), reader.isUpper(index) {
      let first = reader.isMark(index + 1, ".") && reader.touches(index + 1) ? index + 2 : index + 1
      guard reader.has(first, .digits), reader.follows(first), let end = amount(reader, first) else { return nil }
      return (index, end)
    }
    guard let end = reader.range(index), reader.follows(end) else { return nil }
    // `5 US dollars`: one capitalised word may stand between.
    let name = reader.isUpper(end) && !reader.has(end, [.currency, .code]) && reader.follows(end + 1) ? end + 1 : end
    if reader.has(name, .code), isCapital(reader, name) { return (index, name + 1) }
    guard reader.has(name, .currency) else { return nil }
    let isScaled = (index..<end).contains { reader.has($0, .scale) }
    if !isScaled, reader.has(name, .unit) || reader.isWord(name, "won") {
      return reader.isWord(name + 1, "sterling") ? (index, name + 2) : nil
    }
    return (index, reader.isWord(name + 1, "sterling") ? name + 2 : name + 1)
  }

  /// A number behind a currency sign, with `m`, `bn`, `k` that touch it, and a second number of a range.
  private func amount(_ reader: MeasureReader, _ index: Int) -> Int? {
    guard var end = reader.number(index) else { return nil }
    if reader.touches(end), reader.isWord(end, "m") || reader.isWord(end, "b") || reader.isWord(end, "k") { end += 1 }
    if reader.isDash(end), reader.touches(end), reader.touches(end + 1) {
      let second = reader.has(end + 1, .sign) ? end + 2 : end + 1
      if reader.has(second, .digits), let far = reader.number(second) { end = far }
    }
    return end
  }

  private func isCapital(_ reader: MeasureReader, _ index: Int) -> Bool {
    reader.tokens[index].span.range.allSatisfy { reader.bytes[$0] &- 0x41 < 26 }
  }
}
