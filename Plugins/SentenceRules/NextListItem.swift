import Language
import TextModel

/// Ends an item of a list where the next one starts in the same line.
///
/// A sentence that starts with `1.`, `a)` or a bullet ends before `2.`, `b)` or the next bullet of the same kind: lists that
/// lost their line ends are common in scraped text.
public struct NextListItem: SentenceRule {
  public init() {}
  public var id: String { "next-list-item" }
  public var places: SentencePlace.Kind { [.stop, .weak, .tight] }
  public var examples: [SentenceExample] {
    [
      "1. Wash the rice| 2. Soak it| 3. Boil it",
      "1) Wash the rice| 2) Soak it",
      "• Rice| • Beans| • Corn",
      "Add 2.| It is not a list.",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    let start = place.sentenceStart
    let first = place.scalar(start)
    if place.kind.contains(.weak) {
      let mark = place.scalar(place.mark.start)
      if mark >= 0x80, ListItems.isBullet(mark), mark != 0x2013 {
        return mark == first && start < place.mark.start ? .splitAt(place.mark.start) : .abstain
      }
      guard mark == 0x29 else { return .abstain }
    } else if place.kind.contains(.tight) {
      return .abstain
    }
    return next(place)
  }

  /// Whether the token continues the count that the sentence started with.
  static func next(_ place: SentencePlace) -> SentenceVerdict {
    let value = ListItems.value(place, place.token)
    guard value > 0, place.token.start > place.sentenceStart else { return .abstain }
    var at = ListItems.start(place)
    let own = at
    while at < place.token.start, at - own < 5, place.byte(at) != UInt8(ascii: "."), place.byte(at) != UInt8(ascii: ")")
    {
      at += 1
    }
    guard at > own, ListItems.value(place, Span(own, at)) == value - 1 else { return .abstain }
    // The item starts at its bullet, if it has one.
    var cut = place.token.start
    while cut > at {
      var previous = cut - 1
      while previous > at, UTF8Cursor.isContinuation(place.bytes[previous]) { previous -= 1 }
      let value = place.scalar(previous)
      guard value == 0x20 || ListItems.isBullet(value) || value == 0x28 else { break }
      cut = previous
    }
    while place.byte(cut) == 0x20 { cut += 1 }
    return .splitAt(cut)
  }
}
