import Language
import TextModel

/// Leaves a closing mark that was torn off with the sentence it closes.
///
/// `… no bounds. “` at the end of a line, `… next day. ) Then …`: a mark between two white spaces, or one that only a line end
/// or more marks follow, cannot open anything, whichever way it is drawn. Stops torn off in the same way go along: `“. .`
public struct StrandedClosingMark: SentenceRule {
  public init() {}
  public var id: String { "stranded-closing-mark" }
  public var places: SentencePlace.Kind { [.stop, .strong, .ellipsis] }
  public var examples: [SentenceExample] {
    [
      "“The river knows no bounds. “\n|They rowed on.",
      "(We leave at noon. )| They rowed on.",
      "He asked for more. ”| Nobody spoke.",
      "He left.| “Good”, said Ann.",
    ]
  }

  public func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.gap == .spaces, !place.opener.isEmpty else { return .abstain }
    var at = place.next
    let limit = min(place.bytes.count, at + 16)
    var marks = 0
    while at < limit {
      let (value, length) = UTF8Cursor.decode(place.bytes, at)
      let found = place.classes[value]
      if found == .close {
        // What can only open, opens.
        if value == 0x28 || value == 0x5B || value == 0x201E || value == 0xAB { return .abstain }
        marks += 1
      } else if !(marks > 0 && found.isTerminator) {
        break
      }
      at += length
    }
    guard marks > 0 else { return .abstain }
    if at >= place.bytes.count { return .join }
    let (following, _) = place.classAt(at)
    guard following.isSpace else { return .abstain }
    var next = at
    while place.classAt(next).0.isSpace { next += place.classAt(next).1 }
    if place.classAt(next).0 == .close, next == at + 1 {
      // Another mark behind a space: part of the same debris.
      let after = next + place.classAt(next).1
      if place.classAt(after).0.isSpace || after >= place.bytes.count { return .splitAt(at) }
    }
    return place.classAt(next).0 == .lower && next == at + 1 ? .join : .splitAt(next)
  }
}
