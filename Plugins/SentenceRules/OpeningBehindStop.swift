import Language
import TextModel

/// Ends the sentence before an opening mark that lost its space: `… by sanctions.“We have …`
///
/// UAX #29 cannot tell opening from closing marks and keeps both with the sentence before. A mark that is drawn as opening
/// opens; of a straight one the number of its like in the sentence so far tells.
public struct OpeningBehindStop: SentenceRule {
  public init() {}
  public var id: String { "opening-behind-stop" }
  public var places: SentencePlace.Kind { [.stop, .strong, .ellipsis, .tight] }
  public var examples: [SentenceExample] {
    [
      "They were hit by frost.|“We have no seed,” she said.",
      "They were hit by frost.|(Nobody knew.)",
      "He said “no.”|“Yes,” she said.",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.kind.contains(.tight), place.closed > place.mark.end else { return .abstain }
    guard place.nextShape.isCapital || place.nextShape == .caseless || place.nextShape == .number else {
      return .abstain
    }
    // The last of the marks is the one that may open.
    var last = place.mark.end
    var at = last
    while at < place.closed {
      last = at
      at += UTF8Cursor.length(of: place.bytes[at])
    }
    switch place.scalar(last) {
    case 0x28, 0x5B, 0x7B, 0x201C, 0x2018, 0x201E, 0xAB, 0x2039, 0x300C, 0x300E, 0x300A: break
    case 0x22, 0x27:
      guard last == place.mark.end, !isClosing(place, UInt8(place.scalar(last))) else { return .abstain }
    default: return .abstain
    }
    // A full stop inside a name or address is none before a bracket either.
    if place.kind.contains(.stop), place.wordShape == .initial || Chunk.isAddress(place) { return .abstain }
    return .splitAt(last)
  }

  /// Whether a straight mark closes what the line opened: an odd number of its like stands in the last two thousand bytes.
  static func isClosing(_ place: SentencePlace, _ mark: UInt8) -> Bool {
    var count = 0
    var at = place.mark.start
    let limit = max(0, at - 2000)
    while at > limit, place.bytes[at - 1] != 0x0A {
      at -= 1
      // An apostrophe inside a word is none of its like.
      if place.bytes[at] == mark, mark == 0x22 || place.byte(at - 1) <= 0x20 || place.byte(at + 1) <= 0x20 {
        count += 1
      }
    }
    return count % 2 == 1
  }
}
