import Language
import TextModel

/// Joins over marks inside the name of a work in CJK brackets: `《摔跤吧！爸爸》`.
///
/// Between `《` and `》` stands one name, whatever marks it has.
public struct InsideTitleMarks: SentenceRule {
  public init() {}
  public var id: String { "inside-title-marks" }
  public var places: SentencePlace.Kind { [.strong, .tight] }
  public var examples: [SentenceExample] { [SentenceExample("我看了《走吧！孩子》。|很好。", "zh")] }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.bytes[place.mark.start] >= 0x80, place.kind.contains(.tight) else { return .abstain }
    var at = place.mark.start
    let limit = max(place.sentenceStart, at - 3 * 30)
    while at - 3 >= limit {
      at -= 1
      guard place.bytes[at] == 0xE3, place.byte(at + 1) == 0x80 else { continue }
      if place.byte(at + 2) == 0x8A { return .join }
      if place.byte(at + 2) == 0x8B { return .abstain }
    }
    return .abstain
  }
}
