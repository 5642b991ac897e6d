import Language
import TextModel

/// Ordinal numbers.
///
/// `1st`, `22nd`, `third`, `twenty-first`.  `Second` that counts time is none.
public struct OrdinalNumber: EntityTagger {
  public let id = "ordinal"
  public let labels = ["ORDINAL"]
  public let languages = LanguageScope.only([.english])
  public init() {}

  public let examples = [
    MentionExample("She came [third|ORDINAL] in the [21st|ORDINAL] race, he [twenty-second|ORDINAL]."),
    MentionExample("Ten metres per second, for one second."),
  ]

  public func tag(_ document: Document, _ mentions: inout [Mention]) {
    let reader = MeasureReader(document)
    for index in 0..<reader.count {
      if reader.has(index, .digits) {
        if reader.touches(index + 1), isSuffix(reader, index + 1) { add(reader, index, index + 2, &mentions) }
      } else if reader.has(index, .ordinal) {
        let isTime =
          reader.isWord(index, "second")
          && (reader.isWord(index - 1, "per") || reader.has(index - 1, [.cardinal, .digits]))
        if isTime, !reader.isDash(index - 1) { continue }
        let isCompound = reader.isHyphen(index - 1) && reader.has(index - 2, .cardinal)
        add(reader, isCompound ? index - 2 : index, index + 1, &mentions)
      }
    }
  }

  private func isSuffix(_ reader: MeasureReader, _ index: Int) -> Bool {
    reader.isWord(index, "st") || reader.isWord(index, "nd") || reader.isWord(index, "rd") || reader.isWord(index, "th")
  }

  private func add(_ reader: MeasureReader, _ first: Int, _ end: Int, _ mentions: inout [Mention]) {
    mentions.append(Mention(span: reader.span(first, end), label: "ORDINAL", score: 0.9, by: id))
  }
}
