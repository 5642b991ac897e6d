import Language
import TextModel

/// Ends the sentence behind an address that ends it without a full stop.
///
/// `Write to ada@example.org The office is closed.`: behind an e-mail address or a URL a function word with a capital letter
/// or another URL starts anew, and so does any capital letter behind an address in angle brackets.
public struct AddressAlone: SentenceRule {
  public init() {}
  public var id: String { "address-alone" }
  public var places: SentencePlace.Kind { .weak }
  public var examples: [SentenceExample] {
    [
      "Write to ada@example.org| The office is closed.",
      "https://example.org/a| https://example.org/b",
      "Ada Frei <ada@example.org>| Please send the list.",
      "Write to ada@example.org or Bo.",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    let mark = place.byte(place.mark.start)
    guard mark == UInt8(ascii: "@") || mark == UInt8(ascii: ":") else { return .abstain }
    let end = place.chunkEnd(place.mark.start)
    guard end - place.mark.start > 3, place.byte(end) == 0x20 else { return .abstain }
    let last = place.byte(end - 1)
    guard last | 0x20 &- 0x61 < 26 || last &- 0x30 < 10 || last == UInt8(ascii: "/") || last == UInt8(ascii: ">") else {
      return .abstain
    }
    var next = end
    while place.byte(next) == 0x20 { next += 1 }
    if Chunk.startsAddress(place, next) { return mark == UInt8(ascii: ":") ? .splitAt(next) : .abstain }
    guard place.classAt(next).0 == .upper else { return .abstain }
    if last == UInt8(ascii: ">") { return .splitAt(next) }
    var word = next
    while word - next < 24, place.classAt(word).0.isLetter { word += place.classAt(word).1 }
    // A capital letter alone ("A") or a label ("To:") may go on.
    guard word - next > 1, place.byte(word) == 0x20 || place.byte(word) == UInt8(ascii: "'") else { return .abstain }
    return FunctionWords.contains(place, Span(next, word)) ? .splitAt(next) : .abstain
  }
}
