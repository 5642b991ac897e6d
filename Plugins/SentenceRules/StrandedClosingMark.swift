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

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.gap == .spaces, !place.opener.isEmpty else { return .abstain }
    var end = place.next
    var next = place.next
    // Group by group, for debris comes in heaps: `“. ”.`
    while next - place.next < SentencePlace.reach {
      let group = debris(place, next)
      if group == next { break }
      end = group
      next = group
      while next < place.bytes.count, place.byte(next) == 0x20 { next += 1 }
    }
    guard end > place.next else { return .abstain }
    if end >= place.bytes.count { return .join }
    if place.classAt(next).0 == .lower { return .join }
    while place.classAt(next).0.isSpace { next += place.classAt(next).1 }
    return .splitAt(next)
  }

  /// Behind a group of closing marks and stops, at least one of them a closing mark, that white space or the end follows; the
  /// start where there is none.
  static func debris(_ place: SentencePlace, _ start: Int) -> Int {
    var at = start
    var marks = 0
    while at - start < 16, at < place.bytes.count {
      let (value, length) = UTF8Cursor.decode(place.bytes, at)
      let found = place.classes[value]
      if found == .close {
        // What can only open, opens.
        if value == 0x28 || value == 0x5B || value == 0x201E || value == 0xAB { return start }
        marks += 1
      } else if !(found.isTerminator && (marks > 0 || start > place.next)) {
        break
      }
      at += length
    }
    guard marks > 0 else { return start }
    return at >= place.bytes.count || place.classAt(at).0.isSpace ? at : start
  }
}
