import Language
import TextModel

/// Sets the date and time in the heading of a message apart: `Ada Frei 08/16/2000 12:05 PM Could you …`
///
/// Forwarded messages that lost their line ends run name, stamp and text together. Behind a name or an address the stamp stands
/// alone; behind a word of a sentence (`on 04/25/01 12:42:55`) it only ends it, before a capital letter.
public struct MessageStamp: SentenceRule {
  public init() {}
  public var id: String { "message-stamp" }
  public var places: SentencePlace.Kind { .weak }
  public var examples: [SentenceExample] {
    [
      "Ada Frei| 08/16/2000 12:05 PM| Could you send the list?",
      "Sent by Ada Frei on 08/16/2000 03:14:14 PM| We need it.",
      "It was 08/16/2000 and we met.",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.byte(place.mark.start) == UInt8(ascii: "/") else { return .abstain }
    let start = place.chunkStart(place.mark.start)
    guard place.mark.start - start <= 2 else { return .abstain }
    let end = stampEnd(place, start)
    guard end > start, place.byte(end) == 0x20 else { return .abstain }
    var next = end
    while place.byte(next) == 0x20 { next += 1 }
    if start > place.sentenceStart, isHeading(place, start) { return .splitAt(start) }
    let following = place.classAt(next).0
    if start == place.sentenceStart { return following.isSpace ? .abstain : .splitAt(next) }
    return following == .upper && !TimeWords.contains(place, next) ? .splitAt(next) : .abstain
  }

  /// A name, an address or a line's start stands before the stamp.
  static func isHeading(_ place: SentencePlace, _ start: Int) -> Bool {
    var at = start
    while at > place.sentenceStart, place.byte(at - 1) == 0x20 { at -= 1 }
    guard at > place.sentenceStart else { return false }
    let last = place.byte(at - 1)
    if last == UInt8(ascii: ">") || last == UInt8(ascii: "\"") { return true }
    let chunk = place.chunkStart(at)
    var offset = chunk
    while offset < at {
      if place.bytes[offset] == UInt8(ascii: "@") { return true }
      offset += 1
    }
    return place.classAt(chunk).0 == .upper && place.classAt(at - 1).0.isLetter
  }

  /// Behind `M/D/Y h:m`, with seconds and AM or PM if they stand there; the start where it is none.
  static func stampEnd(_ place: SentencePlace, _ start: Int) -> Int {
    var at = start
    func digits(_ least: Int, _ most: Int) -> Bool {
      let from = at
      while at - from < most, place.byte(at) &- 0x30 < 10 { at += 1 }
      return at - from >= least
    }
    func mark(_ byte: UInt8) -> Bool {
      guard place.byte(at) == byte else { return false }
      at += 1
      return true
    }
    let slash = UInt8(ascii: "/")
    let colon = UInt8(ascii: ":")
    guard digits(1, 2), mark(slash), digits(1, 2), mark(slash), digits(2, 4) else { return start }
    _ = mark(UInt8(ascii: ","))
    guard mark(0x20), digits(1, 2), mark(colon), digits(2, 2) else { return start }
    if mark(colon), !digits(2, 2) { return start }
    let half = place.byte(at) == 0x20 ? at + 1 : at
    if place.byte(half) | 0x20 == UInt8(ascii: "a") || place.byte(half) | 0x20 == UInt8(ascii: "p"),
      place.byte(half + 1) | 0x20 == UInt8(ascii: "m"), place.byte(half + 2) <= 0x20
    {
      at = half + 2
    }
    return at
  }
}
