import Language

/// The speaker in a tag before the quotation: `Zoë Kay said, “…”`, `The mayor told reporters that “…”`, `She asked: “…”`.
///
/// The nearest verb of saying before the opening mark counts, if no other clause stands between; the speaker is its subject,
/// or that of the main verb where it is a participle (`…, adding that “…”`).
public struct TagBefore: SpeakerRule {
  public let id = "tag-before"
  public init() {}

  public let examples: [QuoteExample] = [
    "Zoë Kay said, [“It is late.”|Zoë Kay]",
    "On Monday the mayor of Lund told reporters: [“The road is open.”|the mayor of Lund]",
    "Kay praised the crew, adding that [“the road is open.”|Kay]",
  ]

  func speaker(of index: Int, in scene: QuoteScene) -> Attribution? {
    let draft = scene.drafts[index]
    guard draft.quotation.kind == .direct, draft.continuesSentence else { return nil }
    return ClauseSubject.attribution(before: draft.words.lowerBound, scene, onlySpeech: true, within: 14)
  }
}
