import Language
import TextModel

/// Flags ages and spans of time that are counted as in another language, `a man of 34 years old`, `since 3 years`, `it is ten years that`, and
/// hours that a spinner spelt, `five:00 p.m.`
///
/// French, Spanish, Italian, German and Dutch say so; English has `aged 34`, `for three years`, `for ten years`. In damaged text also
/// `a priest of 81 years`, `people of more than 80 years`, `He has 34 years.`, `the 12 of October`, `at 17 o’clock`, `the 45-years-old man`.
public struct LiteralMeasure: WordRule {
  public init() {}
  public let id = "literal-measure"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "He is 34 years old.", "It has been ten years.", "since two years ago", "a boy of ten years",
    "He has three years of experience.", "The the crew met with with them, a loan of 30 years, on the 12th of October.",
    "The the crew met with with them at 11 o’clock. He has ten years to live.",
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
    WordTrigger(words: [Self.clock], gaps: [.space]),
    WordTrigger(
      words: [WordSet(hashes: [Self.of])],
      pairs: WordTrigger.pairs(WordSet(hashes: [Self.of]), MeasureClass.words([.month])), gaps: [.space]),
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
      if words[k].hash == Self.of || Self.clock.contains(words[k]) {
        if let start = date(document, words, k), document.isDamaged {
          flag(Span(start, words[words[k].hash == Self.of ? k + 1 : k].end), &proposals)
        }
        continue
      }
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
      } else if number.shape == .digit, number.count == 2, let start = age(document, words, k), document.isDamaged {
        flag(Span(start, words[k].end), &proposals)
      }
    }
  }

  /// Where an age begins that ends with the years at `k`: `a priest of 81 years`, `people of more than 80 years`, `has 34 years.`
  private func age(_ document: Document, _ words: [Word], _ k: Int) -> Int? {
    let next = words.at(k + 1)
    let isEnd = next.map { $0.gap != .space && $0.gap != .hyphen || Self.behind.contains($0) } ?? true
    guard words[k].hash == Self.years, isEnd, k > 2 else { return nil }
    if Self.having.contains(words[k - 2]) {
      return next?.gap == .space ? nil : words[k - 2].start
    }
    var at = k - 2
    if Self.than.contains(words[at]), Self.more.contains(words[at - 1]) { at -= 2 }
    guard at > 1, words[at].hash == Self.of, words[at].gap == .space, words[at - 1].isLower,
      Self.people.contains(words[at - 1]) || Self.persons.contains(words[at - 1])
    else { return nil }
    return words[at - 1].start
  }
  static let years = Lexicon.hash("years")
  static let having = WordSet("has have")
  static let than = WordSet("than")
  static let more = WordSet("more less")
  static let behind = WordSet(list: "bare-noun.behind")
  static let people = WordSet(list: "literal-measure.people")
  static let clock = WordSet("o’clock o'clock")

  /// Where `the 12 of October` begins, or `17 o’clock`.
  private func date(_ document: Document, _ words: [Word], _ k: Int) -> Int? {
    let number = words[k - 1]
    guard number.shape == .digit, number.count <= 2 else { return nil }
    if words[k].hash == Self.of {
      return words[k - 2].hash == Self.the && number.gap == .space ? words[k - 2].start : nil
    }
    let tens = document.utf8[number.start]
    guard number.count == 2,
      tens == UInt8(ascii: "1") && document.utf8[number.start + 1] > UInt8(ascii: "2")
        || tens == UInt8(ascii: "2")
    else { return nil }
    return number.start
  }
  static let the = Lexicon.hash("the")

  private func flag(_ span: Span, _ proposals: inout Proposals) {
    proposals.flag(span, label: "literal-translation", reason: "time is not counted so in English")
  }
}
