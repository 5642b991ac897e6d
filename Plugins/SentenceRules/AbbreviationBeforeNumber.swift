import Language
import TextModel

/// Joins `No.`, `pp.`, `Fig.`, `Art.`, months and weekdays to the number behind them.
///
/// Before anything but a number (in figures or Roman) such a word ends a sentence as any other does: `He said no.`
public struct AbbreviationBeforeNumber: SentenceRule {
  public init() {}
  public var id: String { "abbreviation-before-number" }
  public var places: SentencePlace.Kind { [.stop, .tight] }
  public var examples: [SentenceExample] {
    [
      "See Fig. 4 and pp. 12 to 15.",
      "It opened on Sept. 9, 1961.",
      "She asked twice and he said no.| Nobody was surprised.",
      "Section IV begins at art. XII of the treaty.",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard !place.abbreviation.isDisjoint(with: [.number, .date]), place.gap != .blankLine else { return .abstain }
    if place.nextShape == .number { return .join }
    guard place.abbreviation.contains(.number) else { return .abstain }
    // A number may have a sign or a bracket before it, or be Roman.
    if place.nextShape == .none, isNumber(place, place.nextWord.start) { return .join }
    return place.nextShape.isCapital && place.nextWord.count < 6 && isRoman(place) && !place.nextIsFunctionWord
      ? .join : .abstain
  }

  static func isNumber(_ place: SentencePlace, _ start: Int) -> Bool {
    let sign = place.byte(start)
    guard sign == UInt8(ascii: "#") || sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
    return place.byte(start + 1) &- 0x30 < 10
  }

  static func isRoman(_ place: SentencePlace) -> Bool {
    for offset in place.nextWord.range {
      switch place.bytes[offset] {
      case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"), UInt8(ascii: "C"): continue
      default: return false
      }
    }
    // "I" alone is a pronoun.
    return place.nextWord.count > 1 || place.bytes[place.nextWord.start] != UInt8(ascii: "I")
  }
}
