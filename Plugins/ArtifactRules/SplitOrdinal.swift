import Language
import TextModel

/// Closes an ordinal, a fraction, a range or a degree whose second half was set apart.
///
/// Superscripts become words of their own when tags are removed: `the 64 th minute`, `on May 3 rd`; so do the signs of `190 ° C`.  In damaged text the
/// halves of `1 /2 tsp`, `40 -50 ml` and `Cor 9 :6` are joined too, and the point that other languages set behind the day of a date goes:
/// `on the 13. April`.
public struct SplitOrdinal: WordRule {
  public init() {}
  public let id = "split-ordinal"
  public let languages = LanguageScope.only(["en"])
  public let trigger: ByteClasses? = .digit

  public let fixes = [
    RewriteExample("They scored in the 64 th minute of it.", "They scored in the 64th minute of it."),
    RewriteExample("They met on the 3 rd of May, the 1 st day.", "They met on the 3rd of May, the 1st day."),
    RewriteExample(
      "Bake the the rolls at 180 ° C with with salt, 1 /2 tsp or 40 -50 grams of of it.",
      "Bake the the rolls at 180 °C with with salt, 1/2 tsp or 40-50 grams of of it."),
    RewriteExample(
      "The the vote of of it is on the 13. April, they say with 2 Cor 9 :6.",
      "The the vote of of it is on the 13 April, they say with 2 Cor 9:6."),
  ]
  public let leavesAlone = [
    "12 St James Street", "2 nd-order terms", "5 thin men", "1 ST AVE", "at 180° C or 1 /2 of it, 40 -50 grams",
    "The the men of of it are 13. April is near, and 4 -5 is -1.",
  ]

  public let places = [
    WordTrigger(words: [WordSet("st nd rd th")], shape: \.isLower, gaps: [.space]),
    WordTrigger(words: [WordSet("c f")], shape: \.startsWithCapital, gaps: [.other]),
    WordTrigger(shape: { $0 == .digit }, gaps: [.other, .stop], length: 1...4),
    WordTrigger(words: [GluedNumber.months], shape: \.isCapitalized, gaps: [.stop]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 {
      let word = words[k]
      if word.gap != .space {
        let before = words[k - 1]
        guard before.shape == .digit, let end = end(document, words, k), !document.isVerbatim(at: word.start) else {
          continue
        }
        proposals.delete(end, .likely)
        continue
      }
      guard text.isDigit(word.start - 2), fits(text, word.start - 1), !document.isVerbatim(at: word.start) else {
        continue
      }
      proposals.delete(Span(word.start - 1, word.start), .safe)
    }
  }

  /// What is too much between a number and the word behind it.
  private func end(_ document: Document, _ words: [Word], _ k: Int) -> Span? {
    let text = document.text
    let word = words[k]
    let from = words[k - 1].end
    let isDamage: Bool
    let span: Span
    if word.shape != .digit {
      if word.count == 1 {
        // The sign of degrees is two bytes.
        guard text.has(" ° ", at: from), word.start == from + 4 else { return nil }
        return Span(from + 3, from + 4)
      }
      // Other languages count the days.
      guard text.has(". ", at: from), word.start == from + 2, words[k - 1].count <= 2, words[k - 1].gap == .space,
        k > 1,
        Self.beforeDay.contains(words[k - 2]), words[k - 2].isLower
      else { return nil }
      span = Span(from, from + 1)
      isDamage = word.count > 3 || words.at(k + 1).map { $0.gap == .space && $0.shape == .digit } ?? false
    } else {
      // `in the years 2015- 2019`
      if words[k - 1].count == 4, word.count == 4, word.start == from + 2, isYear(text, words[k - 1]),
        isYear(text, word), text.has("- ", at: from) || text.has(" -", at: from),
        text[words[k - 1].span].lexicographicallyPrecedes(text[word.span])
      {
        return document.isDamaged ? (text[from] == 0x20 ? Span(from, from + 1) : Span(from + 1, from + 2)) : nil
      }
      guard words[k - 1].count <= 2, word.count <= 2, word.start == from + 2, text[from] == 0x20,
        words[k - 1].gap != .hyphen && words[k - 1].gap != .other
      else { return nil }
      span = Span(from, from + 1)
      switch text[from + 1] {
      case UInt8(ascii: "/"): isDamage = words[k - 1].count == 1 && word.count == 1
      case UInt8(ascii: ":"): isDamage = k > 1 && words[k - 2].startsWithCapital
      case UInt8(ascii: "-"):
        let unit = words.at(k + 1)
        isDamage = unit.map { $0.gap == .space && $0.isLower && ProseWords.has(.unit, text, $0.span) } ?? false
      default: return nil
      }
    }
    return isDamage && document.isDamaged ? span : nil
  }
  private func isYear(_ text: Text, _ word: Word) -> Bool {
    text.has("19", at: word.start) || text.has("20", at: word.start)
  }
  private static let beforeDay = WordSet("the on of since until from by to and before after for")

  private func fits(_ text: Text, _ space: Int) -> Bool {
    let ending = text.letters(from: space + 1)
    guard ending.count == 2, ending.end == text.count || text[ending.end] != UInt8(ascii: "-") else { return false }
    let isTeen = space > 1 && text[space - 2] == UInt8(ascii: "1")
    switch text[space - 1] {
    case UInt8(ascii: "1") where !isTeen: return text.has("st", at: ending.start)
    case UInt8(ascii: "2") where !isTeen: return text.has("nd", at: ending.start)
    case UInt8(ascii: "3") where !isTeen: return text.has("rd", at: ending.start)
    default: return text.has("th", at: ending.start)
    }
  }
}
