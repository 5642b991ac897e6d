import Language
import TextModel

/// Keeps the number or letter of a list item with the item.
///
/// `1. Wash the rice.`, `• 9. Salt`, `a.) Oil`: what stands at the start of a sentence and is only a number or a letter with
/// its full stop is no sentence.
public struct Enumerator: SentenceRule {
  public init() {}
  public var id: String { "enumerator" }
  public var places: SentencePlace.Kind { [.stop] }
  public var examples: [SentenceExample] {
    [
      "1. Wash the rice.| 2. Soak it.",
      "a. Salt the water| b. Boil it",
      "• 9. Peel it| • 10. Slice it",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.gap != .blankLine, place.gap != .lineEnd else { return .abstain }
    guard ListItems.isEnumerator(place, place.token), ListItems.start(place) == place.token.start else {
      return .abstain
    }
    return .join
  }
}

/// What the rules about lists know of enumerators.
enum ListItems {
  /// A number of at most three figures, one letter, or a small Roman number.
  static func isEnumerator(_ place: SentencePlace, _ span: Span) -> Bool {
    guard !span.isEmpty, span.count <= 4 else { return false }
    if place.byte(span.start) &- 0x30 < 10 {
      guard span.count <= 3 else { return false }
      for offset in span.range where place.bytes[offset] &- 0x30 >= 10 { return false }
      return true
    }
    if span.count == 1 { return place.byte(span.start) | 0x20 &- 0x61 < 26 }
    for offset in span.range {
      let byte = place.bytes[offset]
      if byte != UInt8(ascii: "i"), byte != UInt8(ascii: "v"), byte != UInt8(ascii: "x") { return false }
    }
    return true
  }

  /// Where the text of the present sentence starts, after white space, bullets and an opening bracket.
  static func start(_ place: SentencePlace) -> Int {
    var at = place.sentenceStart
    let limit = min(place.bytes.count, at + SentencePlace.reach)
    while at < limit {
      let (value, length) = UTF8Cursor.decode(place.bytes, at)
      guard place.classes[value].isSpace || isBullet(value) || value == 0x28 else { break }
      at += length
    }
    return at
  }

  static func isBullet(_ value: UInt32) -> Bool {
    switch value {
    case 0x2A, 0x2D, 0x2022, 0x2023, 0x2043, 0x25AA, 0x25CF, 0x25E6, 0x2027, 0x2013, 0xB7: true
    default: false
    }
  }

  /// The value of an enumerator: the number, or the place of the letter; -1 for none.
  static func value(_ place: SentencePlace, _ span: Span) -> Int {
    guard isEnumerator(place, span) else { return -1 }
    if place.byte(span.start) &- 0x30 < 10 {
      var value = 0
      for offset in span.range { value = value * 10 + Int(place.bytes[offset] &- 0x30) }
      return value
    }
    return span.count == 1 ? 1000 + Int(place.bytes[span.start] | 0x20 &- 0x61) : -1
  }
}
