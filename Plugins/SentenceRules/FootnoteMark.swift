import Language
import TextModel

/// Leaves the mark of a note or of an omission with the sentence before it.
///
/// `… in 1805. [19] He …`, `… rights. 4 Even though …`: a number in brackets (or `[…]`) behind a full stop points from the sentence that
/// just ended, and so does a bare small number that a function word with a capital letter follows.
public struct FootnoteMark: SentenceRule {
  public init() {}
  public var id: String { "footnote-mark" }
  public var places: SentencePlace.Kind { [.stop, .strong, .ellipsis, .tight] }
  public var examples: [SentenceExample] {
    [
      "He rowed for the school. [19]| In spring he left.",
      "It failed.[2] [3]| Nobody knew why.",
      "They kept their seats. 4| The others stood.",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    var start = place.next
    if place.byte(start) != UInt8(ascii: "[") || place.gap == .blankLine {
      // "It failed.[2] Then": the bracket was taken for a closing mark.
      start = place.mark.end
      guard place.kind.contains(.tight), place.byte(start) == UInt8(ascii: "[") else { return bareNumber(place) }
    }
    let end = afterBrackets(place, start)
    return end > start ? goOn(place, end) : .abstain
  }

  /// Behind one or more bracketed numbers; the start where there is none.
  static func afterBrackets(_ place: SentencePlace, _ start: Int) -> Int {
    var end = start
    var at = start
    while place.byte(at) == UInt8(ascii: "["), at - start < 40 {
      var digit = at + 1
      while digit - at < 6, place.byte(digit) &- 0x30 < 10 || isInside(place.byte(digit)) { digit += 1 }
      if digit == at + 1 { digit = afterOmission(place, digit) }
      guard digit > at + 1, place.byte(digit) == UInt8(ascii: "]") else { break }
      end = digit + 1
      at = end
      if place.byte(at) == 0x20, place.byte(at + 1) == UInt8(ascii: "[") { at += 1 }
    }
    return end
  }

  /// Behind `...` or `…`: what was left out stood behind the sentence that just ended.
  static func afterOmission(_ place: SentencePlace, _ start: Int) -> Int {
    var at = start
    while at - start < 5, place.byte(at) == UInt8(ascii: ".") || place.byte(at) == 0x20 { at += 1 }
    return place.scalar(at) == 0x2026 ? at + 3 : at
  }

  static func isInside(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-") }

  /// The sentence takes the mark with it where a new one or the line's end follows.
  static func goOn(_ place: SentencePlace, _ end: Int) -> SentenceVerdict {
    guard end < place.bytes.count else { return .join }
    var next = end
    while place.byte(next) == 0x20 { next += 1 }
    let (found, _) = place.classAt(next)
    if found == .lower || found == .sContinue { return .join }
    return .splitAt(next)
  }

  static func bareNumber(_ place: SentencePlace) -> SentenceVerdict {
    guard place.gap == .spaces, place.opener.isEmpty, place.abbreviation.isEmpty else { return .abstain }
    guard place.nextShape == .number, place.nextWord.count <= 2, place.token.count > 2,
      place.byte(place.nextWord.end) == 0x20
    else { return .abstain }
    // The word behind the number must be a function word with a capital letter.
    let start = place.nextWord.end + 1
    guard place.classAt(start).0 == .upper else { return .abstain }
    var end = start
    while end - start < 20, place.classAt(end).0.isLetter { end += place.classAt(end).1 }
    return FunctionWords.contains(place, Span(start, end)) ? .splitAt(start) : .abstain
  }
}
