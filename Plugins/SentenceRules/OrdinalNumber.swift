import Language
import TextModel

/// Joins an ordinal number that is written with a full stop to the word it counts.
///
/// `am 12. Juni`, `den 5. Gade`, `XII. pluk`: in German, the Nordic languages, Czech, Hungarian and others the full stop makes
/// the number an ordinal. Before a function word with a capital letter the sentence ends.
public struct OrdinalNumber: SentenceRule {
  public init() {}
  public var id: String { "ordinal-number" }
  public var languages: LanguageScope {
    .only([
      "de", "da", "nb", "no", "nn", "sv", "fi", "is", "cs", "sk", "sl", "hr", "sr", "bs", "hu", "pl", "et", "lv", "lt",
      "tr", "hy",
    ])
  }
  public var places: SentencePlace.Kind { .stop }
  public var examples: [SentenceExample] {
    [
      SentenceExample("Er kam am 12. Juni zurück.", "de"),
      SentenceExample("Das war 1998.| Die Brücke stand noch.", "de"),
      SentenceExample("Bol to XII. Pluk.", "sk"),
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.gap == .spaces || place.gap == .lineEnd, place.opener.isEmpty, place.token == place.word else {
      return .abstain
    }
    guard place.word.count <= 2 && place.wordShape == .number || isRoman(place) else { return .abstain }
    if place.byte(place.nextWord.start) == UInt8(ascii: "-"), place.byte(place.nextWord.start + 1) &- 0x30 < 10 {
      return .join  // "1. -3. Jahrhundert"
    }
    guard place.nextShape.isCapital, !place.nextIsFunctionWord else { return .abstain }
    return .join
  }

  static func isRoman(_ place: SentencePlace) -> Bool {
    guard place.word.count >= 2, place.word.count <= 6 else { return false }
    for offset in place.word.range {
      let byte = place.bytes[offset]
      if byte != UInt8(ascii: "I"), byte != UInt8(ascii: "V"), byte != UInt8(ascii: "X") { return false }
    }
    return true
  }
}
