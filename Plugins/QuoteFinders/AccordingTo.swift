import Language

/// The source that the sentence names: `according to the ministry, “…”`, `“…”, according to Zoë Kay`.
public struct AccordingTo: SpeakerRule {
  public let id = "according-to"
  public init() {}

  public let examples: [QuoteExample] = [
    "According to Zoë Kay, the dam was [“near its end”|Zoë Kay] in May.",
    "The dam was [“near its end”|the ministry], according to the ministry.",
  ]

  func speaker(of index: Int, in scene: QuoteScene) -> Attribution? {
    let draft = scene.drafts[index]
    let start = scene.sentenceStart(of: draft.words.lowerBound)
    let end = scene.sentenceEnd(of: draft.words.upperBound - 1)
    // Where the sentence says who spoke, `according to` only tells where it was read.
    if draft.continuesSentence, start < draft.words.lowerBound,
      let said = ClauseSubject.attribution(
        before: draft.words.lowerBound, scene, onlySpeech: true, within: QuoteScene.reach),
      let cue = said.cue, !isOnlyMeant(cue, from: start, scene)
    {
      return nil
    }
    for at in draft.words.upperBound..<max(end, draft.words.upperBound) {
      if let found = source(at, scene) { return found }
      if scene.isQuoted(at) { break }
    }
    for at in start..<draft.words.lowerBound {
      if let found = source(at, scene) { return found }
      if scene.isSpeech(at), !scene.isQuoted(at) { break }
    }
    return nil
  }

  /// Whether the source comes first and the verb only says what somebody had in mind: `according to the ministry, the mayor had hoped for
  /// “…”`.
  private func isOnlyMeant(_ cue: Range<Int>, from start: Int, _ scene: QuoteScene) -> Bool {
    scene.classes(cue.lowerBound).contains(.mental)
      && (start..<cue.lowerBound).contains { scene.classes($0).contains(.citing) && !scene.isQuoted($0) }
  }

  private func source(_ at: Int, _ scene: QuoteScene) -> Attribution? {
    guard !scene.isQuoted(at), scene.classes(at).contains(.citing), at + 1 < scene.words.count else { return nil }
    let isTwoWords =
      scene.words[at + 1].count == 2 && scene.words[at + 1].isLower && scene.classes(at + 1).contains(.preposition)
    let begin = isTwoWords ? at + 2 : at + 1
    guard begin < scene.words.count, let source = scene.phrase(startingAt: begin, to: scene.words.count) else {
      return nil
    }
    return Attribution(speaker: source, cue: at..<begin)
  }
}
