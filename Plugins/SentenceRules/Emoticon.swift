import Language
import TextModel

/// Leaves an emoticon with the sentence before it.
///
/// `See you there! :-) Bring rice.` An emoticon is a pair of eyes, perhaps a nose, and a mouth, between white spaces.
public struct Emoticon: SentenceRule {
  public init() {}
  public var id: String { "emoticon" }
  public var places: SentencePlace.Kind { [.stop, .strong, .ellipsis, .weak] }
  public var examples: [SentenceExample] {
    [
      "See you there! :-)| Bring rice.",
      "I love her. :)",
      "I love her :)| Do you?",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.gap == .spaces else { return .abstain }
    if place.kind.contains(.weak) { return behind(place) }
    let end = Emoticon.end(place, place.next)
    guard end > place.next else { return .abstain }
    if end >= place.bytes.count { return .join }
    var next = end
    while place.byte(next) == 0x20 { next += 1 }
    return place.classAt(next).0.isSpace ? .join : .splitAt(next)
  }

  /// An emoticon without a stop before it ends the sentence, where a capital letter follows.
  static func behind(_ place: SentencePlace) -> SentenceVerdict {
    guard place.byte(place.mark.start) == UInt8(ascii: ")"), place.nextShape == .title || place.nextShape == .initial
    else {
      return .abstain
    }
    let start = place.chunkStart(place.mark.start)
    guard place.mark.end - start <= 4, start > place.sentenceStart else { return .abstain }
    return Emoticon.end(place, start) == place.mark.end ? .split : .abstain
  }

  /// Where the emoticon that starts at an offset ends; the offset itself where there is none.
  static func end(_ place: SentencePlace, _ start: Int) -> Int {
    var at = start
    let eyes = place.byte(at)
    guard eyes == UInt8(ascii: ":") || eyes == UInt8(ascii: ";") || eyes == UInt8(ascii: "=") else { return start }
    at += 1
    if place.byte(at) == UInt8(ascii: "-") || place.byte(at) == UInt8(ascii: "'") || place.byte(at) == UInt8(ascii: "o")
    {
      at += 1
    }
    let mouth = at
    while at - mouth < 4, isMouth(place.byte(at)) { at += 1 }
    guard at > mouth, place.byte(at) <= 0x20 else { return start }
    return at
  }

  static func isMouth(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "]"), UInt8(ascii: "["), UInt8(ascii: "D"),
      UInt8(ascii: "P"),
      UInt8(ascii: "p"), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "O"),
      UInt8(ascii: "3"):
      true
    default: false
    }
  }
}
