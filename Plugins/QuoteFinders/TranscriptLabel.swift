import Language

/// The label of a transcript inside the quotation: `“KAY: It is late.`
public struct TranscriptLabel: SpeakerRule {
  public let id = "transcript-label"
  public init() {}

  public let examples: [QuoteExample] = [
    "[“KAY: Is it late?”|KAY]\n[“MOE: Not yet.”|MOE]"
  ]

  func speaker(of index: Int, in scene: QuoteScene) -> Attribution? {
    let draft = scene.drafts[index]
    var at = draft.words.lowerBound
    let start = at
    while at < draft.words.upperBound, at - start < 4, scene.words[at].isAllCapitals,
      at == start || scene.gap(at).isDisjoint(with: [.comma, .colon, .line])
    {
      at += 1
    }
    guard at > start, at < draft.words.upperBound, scene.gap(at).contains(.colon), !draft.continuesSentence else {
      return nil
    }
    return Attribution(speaker: start..<at, cue: nil)
  }
}
