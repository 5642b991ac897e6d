import Language

/// The speaker of the sentence before: `Kay called the dam a risk. “It may not hold.”`
///
/// For a quotation that is a sentence of its own and has no tag, where the sentence before it in the same paragraph tells what
/// somebody said.
public struct SentenceBefore: SpeakerRule {
  public let id = "sentence-before"
  public init() {}

  public let examples: [QuoteExample] = [
    "[“It is late,”|Zoë Kay] said Zoë Kay. The mayor of Lund denied that. [“It is not.”|The mayor of Lund]"
  ]

  func speaker(of index: Int, in scene: QuoteScene) -> Attribution? {
    let draft = scene.drafts[index]
    let first = draft.words.lowerBound
    guard !draft.continuesSentence, first > 0, !scene.isQuoted(first - 1) else { return nil }
    let gap = scene.gap(first)
    guard gap.isDisjoint(with: [.line, .far]), gap.contains(.stop) else { return nil }
    // A sentence with a quotation of its own is that quotation's tag.
    let start = scene.sentenceStart(of: first - 1)
    if start > 0, scene.isQuoted(start - 1), !scene.gap(start).contains(.line) { return nil }
    if (start..<first).contains(where: { scene.isQuoted($0) }) { return nil }
    let found = ClauseSubject.attribution(before: first - 1, scene, onlySpeech: true, within: QuoteScene.reach)
    return found?.cue == nil ? nil : found
  }
}
