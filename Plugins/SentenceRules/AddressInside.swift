import Language
import TextModel

/// Keeps addresses whole: the marks inside a URL, an e-mail address or a path end no sentence.
///
/// A full stop at the end of an address ends the sentence as usual. An address that stands by itself behind a full stop is a
/// sentence of its own, though it begins with a small letter.
public struct AddressInside: SentenceRule {
  public init() {}
  public var id: String { "address" }
  public var places: SentencePlace.Kind { [.stop, .strong, .ellipsis, .tight] }
  public var examples: [SentenceExample] {
    [
      "See https://example.org/find?q=Rice&lang=en!now for more.",
      "It is all there.| http://example.org/list",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    if place.kind.contains(.tight) {
      return place.closed == place.mark.end && Chunk.isAddress(place) ? .join : .abstain
    }
    guard place.nextShape == .lower, place.gap == .spaces, place.abbreviation.isEmpty else { return .abstain }
    return Chunk.startsAddress(place, place.next) ? .split : .abstain
  }
}
