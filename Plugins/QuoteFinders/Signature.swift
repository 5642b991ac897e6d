import Language

/// The name behind a dash after the quotation: `“…” ― Zoë Kay`.
public struct Signature: SpeakerRule {
  public let id = "signature"
  public init() {}

  public let examples: [QuoteExample] = [
    "[“The road is open.”|Zoë Kay] — Zoë Kay"
  ]

  func speaker(of index: Int, in scene: QuoteScene) -> Attribution? {
    let draft = scene.drafts[index]
    let next = draft.words.upperBound
    guard draft.quotation.kind == .direct, next < scene.words.count, scene.gap(next).contains(.dash),
      scene.words[next].startsWithCapital, let name = scene.phrase(startingAt: next, to: scene.words.count)
    else { return nil }
    let after = name.upperBound
    guard after >= scene.words.count || !scene.gap(after).isDisjoint(with: [.line, .comma, .bracket, .stop]) else {
      return nil
    }
    return Attribution(speaker: name, cue: nil)
  }
}
