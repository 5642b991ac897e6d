import Language
import TextModel

/// Ends a valediction before the name under it: `Kind regards, Ada Frei`.
///
/// Letters that lost their line ends run the two together. Only a phrase that makes up the whole sentence so far counts.
public struct Valediction: SentenceRule {
  public init() {}
  public var id: String { "valediction" }
  public var languages: LanguageScope { .only(["en"]) }
  public var places: SentencePlace.Kind { .weak }
  public var examples: [SentenceExample] {
    [
      "Let me know.| Kind regards,| Ada Frei",
      "Please give her my regards, Ada.",
    ]
  }

  static let closings: [StaticString] = [
    "regards", "sincerely", "respectfully", "yours", "truly", "wishes", "faithfully",
  ]

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.byte(place.mark.start) == UInt8(ascii: ","), place.nextShape == .title || place.nextShape == .initial
    else {
      return .abstain
    }
    guard Valediction.closings.contains(where: { place.isWord(place.word, $0) }) else { return .abstain }
    var start = place.sentenceStart
    while place.classAt(start).0.isSpace { start += place.classAt(start).1 }
    var spaces = 0
    for offset in start..<max(start, place.token.start) where place.bytes[offset] == 0x20 { spaces += 1 }
    // "Give her my regards" starts with a verb; "Kind regards" has at most one word before.
    return spaces <= 1 && !place.nextIsFunctionWord ? .split : .abstain
  }
}
