import Language
import TextModel

/// Decides at abbreviations that stand in the middle of sentences and at their end alike.
///
/// `Inc.`, `U.S.`, `Jr.`, `Ph.D.`: the sentence ends before a function word with a capital letter (`The`, `It`, `How`), and
/// goes on before a name (`U.S. Congress`), a number or a bracket. After units and times (`p.m.`, `km.`, `etc.`) a capital
/// letter is an end, unless it starts a weekday, a month or a time zone.
public struct AbbreviationMayEnd: SentenceRule {
  public init() {}
  public var id: String { "abbreviation-may-end" }
  public var places: SentencePlace.Kind { [.stop, .tight] }
  public var examples: [SentenceExample] {
    [
      "The U.S. Senate met Acme Inc. officials.",
      "They sold it to Acme Inc.| It was cheap.",
      "We left at 6 p.m. Monday.| They came at 9 p.m.| Nobody slept.",
      "The talks begin at 10 a.m. (local time).",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard !place.abbreviation.isDisjoint(with: [.ends, .unit]), place.gap != .blankLine else { return .abstain }
    if place.gap == .none, place.nextShape != .title { return .abstain }
    if place.byte(place.opener.start) == UInt8(ascii: "("), !place.opener.isEmpty { return .join }
    guard place.nextShape.isCapital || place.nextShape == .number || place.nextShape == .caseless else {
      return .abstain
    }
    if place.nextShape == .number { return place.abbreviation.contains(.ends) ? .join : .abstain }
    if place.abbreviation.contains(.unit) {
      // "At 5 a.m. Mr. Roy rang" : a preposition and a time are no sentence yet.
      if TimeWords.contains(place) || isOnlyATime(place) { return .join }
      return .abstain
    }
    if place.opener.count > 0 { return .abstain }
    return place.nextIsFunctionWord ? .split : .join
  }

  /// Whether the sentence so far is but a short word and a time: "At 5 a.m."
  static func isOnlyATime(_ place: SentencePlace) -> Bool {
    guard place.token.start - place.sentenceStart < 12 else { return false }
    var spaces = 0
    for offset in place.sentenceStart..<max(place.sentenceStart, place.token.start) where place.byte(offset) == 0x20 {
      spaces += 1
    }
    return spaces == 2 && place.isWord(place.token, "a.m") || spaces == 2 && place.isWord(place.token, "p.m")
  }
}

/// Words that go on after a time: weekdays, months, time zones.
enum TimeWords {
  static let known: [StaticString] = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thurs", "fri", "sat", "sun", "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "ct", "mt", "pt",
    "gmt", "utc", "bst", "cet", "eastern", "central", "pacific", "mountain", "greenwich",
  ]

  static func contains(_ place: SentencePlace) -> Bool {
    for word in known where place.isWord(place.nextWord, word) { return true }
    return false
  }

  /// Whether one stands at an offset.
  static func contains(_ place: SentencePlace, _ start: Int) -> Bool {
    var end = start
    while end - start < 12, place.byte(end) | 0x20 &- 0x61 < 26 { end += 1 }
    for word in known where place.isWord(Span(start, end), word) { return true }
    return false
  }
}
