import Language
import TextModel

/// Joins over an ellipsis inside a sentence, and ends the sentence at one that a new start follows.
///
/// `[...]` and `(…)` stand for what was left out and end nothing. An ellipsis goes on before a small letter, a mark and the
/// English `I`; before another word with a capital letter the sentence ends, also at the character `…`, which ICU takes for
/// no terminator.
public struct OmissionMark: SentenceRule {
  public init() {}
  public var id: String { "omission-mark" }
  public var places: SentencePlace.Kind { [.ellipsis, .tight] }
  public var examples: [SentenceExample] {
    [
      "“We will rise […] and the north will follow” (Moss 55).",
      "Well … what now?| He waited…| They left.",
      "It was … I do not know.",
      "It was over.| ...and then it snowed.",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.kind.contains(.ellipsis), place.gap != .blankLine else { return .abstain }
    let before = place.scalar(before: place.mark.start)
    if before == 0x5B || before == 0x28 {
      // In brackets of its own: the sentence neither ends there nor starts anew, but for a line end.
      if place.closed > place.mark.end { return place.gap == .lineEnd && place.isBase ? .abstain : .join }
    }
    // An ellipsis that starts its sentence belongs to what follows.
    if place.mark.start <= ListItems.start(place) { return place.gap == .lineEnd ? .abstain : .join }
    if place.gap == .none { return tight(place) }
    if place.nextShape == .lower, place.opener.isEmpty { return place.gap == .lineEnd ? .abstain : .join }
    if place.language == .english, place.isWord(place.nextWord, "i"), place.gap == .spaces, place.opener.isEmpty,
      place.closed == place.mark.end
    {
      return .join
    }
    if !place.isBase, place.nextShape.isCapital, place.token.count > 0 { return .split }
    return .abstain
  }

  static func tight(_ place: SentencePlace) -> SentenceVerdict {
    guard place.closed == place.mark.end else { return .abstain }
    // "It was over. ...and then": the ellipsis opens the next sentence.
    var dots = place.mark.end
    while dots > place.mark.start, place.bytes[dots - 1] == UInt8(ascii: ".") { dots -= 1 }
    if place.mark.end - dots > 1, dots - place.mark.start == 2, place.bytes[place.mark.start] == UInt8(ascii: ".") {
      return .splitAt(dots)
    }
    guard place.nextShape.isCapital else { return .abstain }
    return place.nextIsFunctionWord ? .split : .abstain
  }
}
