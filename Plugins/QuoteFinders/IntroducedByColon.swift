import Language

/// The speaker of a paragraph that the one before introduces with a colon: `Zoë Kay went on:` and then “…”.
public struct IntroducedByColon: SpeakerRule {
  public let id = "introduced"
  public init() {}

  public let examples: [QuoteExample] = [
    "Zoë Kay, asked about the dam, told the town on Monday:\n\n[“It held.”|Zoë Kay]"
  ]

  func speaker(of index: Int, in scene: QuoteScene) -> Attribution? {
    let draft = scene.drafts[index]
    let first = draft.words.lowerBound
    guard !draft.continuesSentence, first > 0, scene.gap(first).contains(.colon), !scene.isQuoted(first - 1) else {
      return nil
    }
    return ClauseSubject.attribution(before: first, scene, onlySpeech: false, within: QuoteScene.reach)
  }
}
