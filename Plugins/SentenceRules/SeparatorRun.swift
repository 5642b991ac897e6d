import Language
import TextModel

/// Sets a run of `=`, `_`, `*`, `-` or `~` apart: what was a line between two parts of a page is no part of a sentence.
public struct SeparatorRun: SentenceRule {
  public init() {}
  public var id: String { "separator-run" }
  public var places: SentencePlace.Kind { .weak }
  public var examples: [SentenceExample] {
    [
      "Write to ada@example.org| ________________| Get your copy today.",
      "The judge agreed.| ***| Frei was freed.",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    let mark = place.byte(place.mark.start)
    guard isRule(mark), place.byte(place.mark.start - 1) == mark else { return .abstain }
    var start = place.mark.start
    let limit = max(place.sentenceStart, start - 400)
    while start > limit, place.byte(start - 1) == mark { start -= 1 }
    let length = place.mark.end - start
    guard length >= (mark == UInt8(ascii: "*") ? 3 : 5), place.byte(place.mark.end) == 0x20 else { return .abstain }
    // Only a run between white spaces; one that is part of a word or a heading is left alone.
    guard start == limit || place.byte(start - 1) <= 0x20 else { return .abstain }
    if start > place.sentenceStart { return .splitAt(start) }
    return place.nextShape == .lower ? .abstain : .split
  }

  static func isRule(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "~"): true
    default: false
    }
  }
}
