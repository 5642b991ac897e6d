import Language
import TextModel

/// Ends the sentence before a dash that starts the next one: `Thank you. - The minutes are attached.`
///
/// UAX #29 takes a dash behind a full stop for a sign that the sentence goes on. Before a capital letter it starts a list item,
/// a speech or a signature.
public struct DashStart: SentenceRule {
  public init() {}
  public var id: String { "dash-start" }
  public var places: SentencePlace.Kind { [.stop, .strong] }
  public var examples: [SentenceExample] {
    [
      "Thank you for coming.| - The minutes are attached.",
      "They left.| -- Posted by Ada",
      "“Why?” – “Because.”",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard !place.isBase, place.gap == .spaces, place.closed == place.mark.end, place.abbreviation.isEmpty else {
      return .abstain
    }
    var at = place.next
    while at - place.next < 9 {
      // Real dashes stand between the parts of dialogue as well; hyphens for dashes hardly do.
      guard place.byte(at) == UInt8(ascii: "-") else { break }
      at += 1
    }
    guard at > place.next, place.wordShape != .initial, place.wordShape != .none else { return .abstain }
    let after = place.byte(at) == 0x20 ? at + 1 : at
    guard place.classAt(after).0 == .upper, after > at || at - place.next > 2 else { return .abstain }
    return .split
  }
}
