import Language
import TextModel

/// Flags ages and spans of time that are counted as in another language, `a man of 34 years old`, `since 3 years`, `it is ten years that`, and
/// hours that a spinner spelt, `five:00 p.m.`
///
/// French, Spanish, Italian, German and Dutch say so; English has `aged 34`, `for three years`, `for ten years`.
public struct LiteralMeasure: WordRule {
  public init() {}
  public let id = "literal-measure"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "He is 34 years old.", "It has been ten years.", "since two years ago", "a boy of ten years",
    "He has three years of experience.",
  ]

  static let units = WordSet(list: "literal-measure.units")
  static let numbers = WordSet(list: "literal-measure.numbers")
  static let persons = WordSet(list: "literal-measure.persons")
  static let old = Lexicon.hash("old")
  static let of = Lexicon.hash("of")
  static let since = Lexicon.hash("since")
  static let that = Lexicon.hash("that")
  static let ago = Lexicon.hash("ago")
  static let ofAge = WordSet(list: "literal-measure.ago")
  static let itIs = WordSet(list: "literal-measure.is")

  public let places = [
    WordTrigger(words: [Self.units], shape: \.isLower, gaps: [.space]),
    WordTrigger(words: [Self.numbers], shape: { $0.contains(.lower) }),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    for k in places {
      if Self.numbers.contains(words[k]) {
        // `five:00`
        let end = words[k].end
        if let minutes = words.at(k + 1), minutes.start == end + 1, minutes.count == 2, minutes.shape.contains(.digit),
          document.text.has(":", at: end)
        {
          flag(Span(words[k].start, minutes.end), &proposals)
        }
        continue
      }
      guard k > 1 else { continue }
      let number = words[k - 1]
      guard number.shape.contains(.digit) || Self.numbers.contains(number), number.gap == .space else { continue }
      let before = words[k - 2]
      let next = words.at(k + 1)
      if next?.hash == Self.old, next?.gap == .space {
        // `of 34 years old`, `34 years old man`
        if before.hash == Self.of { flag(Span(before.start, words[k + 1].end), &proposals) }
        if let person = words.at(k + 2), person.gap == .space, Self.persons.contains(person) {
          flag(Span(number.start, person.end), &proposals)
        }
      } else if before.hash == Self.since, next.map({ $0.gap != .space || !Self.ofAge.contains($0) }) ?? true {
        flag(Span(before.start, words[k].end), &proposals)
      } else if next?.hash == Self.that, next?.gap == .space, Self.itIs.contains(before) {
        flag(Span(before.start, words[k + 1].end), &proposals)
      }
    }
  }

  private func flag(_ span: Span, _ proposals: inout Proposals) {
    proposals.flag(span, label: "literal-translation", reason: "time is not counted so in English")
  }
}
