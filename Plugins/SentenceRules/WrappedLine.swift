import Language
import TextModel

/// Takes line ends for spaces where lines were wrapped at a width (`--newlines wrap`, or `auto` where the text looks so).
///
/// A line end is an end all the same where the next line starts something new: a list item or a bullet, or a capital letter
/// behind a line that had room for its first word.
public struct WrappedLine: SentenceRule {
  public init() {}
  public var id: String { "wrapped-line" }
  public var places: SentencePlace.Kind { .line }
  public var examples: [SentenceExample] {
    [
      """
      They rowed all night, and when the sun came up over
      the marsh they could see the church and the roofs
      of the village on the other bank.| Nobody was about,
      and the ferry lay on its side in the mud.
      """,
      "A heading\n|A paragraph in one line, which goes on for a while and ends here.\n|Another one.",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.habits.isWrapped, place.gap == .lineEnd else { return .abstain }
    // Without a width only blank lines are ends.
    if place.habits.width == 0 { return .join }
    if startsItem(place) { return .split }
    guard place.nextShape.isCapital || place.nextShape == .number else { return .join }
    return hadRoom(place) ? .split : .join
  }

  /// Whether a bullet or an enumerator starts the next line.
  static func startsItem(_ place: SentencePlace) -> Bool {
    let (value, length) = UTF8Cursor.decode(place.bytes, place.next)
    let after = place.next + length
    if ListItems.isBullet(value), value != 0x28 { return place.byte(after) == 0x20 }
    guard place.opener.isEmpty, !place.nextWord.isEmpty, ListItems.isEnumerator(place, place.nextWord) else {
      return false
    }
    let mark = place.byte(place.nextWord.end)
    return (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")) && place.byte(place.nextWord.end + 1) == 0x20
  }

  /// Whether the first word of the next line would have fitted in this one, with something to spare.
  static func hadRoom(_ place: SentencePlace) -> Bool {
    let end = place.mark.start
    var start = end
    let limit = max(0, end - 4 * LineWidths.longest)
    while start > limit, place.bytes[start - 1] != 0x0A { start -= 1 }
    let line = codePoints(place, start, end)
    let word = codePoints(place, place.next, place.chunkEnd(place.next))
    return line + 1 + word + 3 <= place.habits.width
  }

  static func codePoints(_ place: SentencePlace, _ start: Int, _ end: Int) -> Int {
    var count = 0
    for offset in start..<max(start, end) where !UTF8Cursor.isContinuation(place.bytes[offset]) { count += 1 }
    return count
  }
}
