import Language

/// The speaker before goes on: a quotation without a tag of its own belongs to who spoke last.
///
/// In the same paragraph the quotation before it, or, where the text opens with an untagged one, the one behind.  In a
/// new paragraph the speaker of the paragraph before, as news and multi-paragraph quotations have it; but where the text
/// shows a dialogue (tags that take turns, questions with a line for an answer) the one who spoke before that.
public struct SpeakerGoesOn: SpeakerRule {
  public let id = "goes-on"
  public init() {}

  public let examples: [QuoteExample] = [
    "[“It is late,”|Zoë Kay] said Zoë Kay. [“Go home.”|Zoë Kay]",
    "[“It is late,”|Zoë Kay] said Zoë Kay.\n\n[“Go home.”|Zoë Kay]",
    "[“Is it late?”|Ann Moe] asked Ann Moe.\n\n[“It is,”|Zoë Kay] said Zoë Kay.\n\n[“Then go.”|Ann Moe]",
  ]

  func apply(to scene: QuoteScene) {
    // Pieces of one quotation share their speaker, whichever piece has the tag.
    for index in scene.drafts.indices.dropFirst()
    where scene.drafts[index - 1].goesOn && scene.drafts[index].speaker == nil {
      if let speaker = scene.drafts[index - 1].speaker { share(speaker, from: index - 1, with: index, scene) }
    }
    for index in scene.drafts.indices.dropLast().reversed()
    where scene.drafts[index].goesOn && scene.drafts[index].speaker == nil {
      if let speaker = scene.drafts[index + 1].speaker { share(speaker, from: index + 1, with: index, scene) }
    }
    let isDialogue = DialogueSigns.shows(scene)
    for index in scene.drafts.indices
    where scene.drafts[index].speaker == nil && (isDialogue || !scene.drafts[index].startsTurn) {
      let kind = scene.drafts[index].quotation.kind
      guard kind == .direct || kind == .mixed, let other = source(for: index, isDialogue, scene),
        let speaker = scene.drafts[other].speaker
      else { continue }
      share(speaker, from: other, with: index, scene)
    }
  }

  func speaker(of index: Int, in scene: QuoteScene) -> Attribution? { nil }

  private func share(_ speaker: Range<Int>, from other: Int, with index: Int, _ scene: QuoteScene) {
    scene.drafts[index].speaker = speaker
    scene.drafts[index].quotation.by += "," + id
  }

  private func source(for index: Int, _ isDialogue: Bool, _ scene: QuoteScene) -> Int? {
    var other = index - 1
    // One quotation right behind another that was closed, with nothing told between: somebody answers.
    let answers =
      other >= 0
      && (isAnswer(scene.drafts[index], to: scene.drafts[other])
        || isDialogue && DialogueSigns.follows(scene.drafts[index], scene.drafts[other], scene))
    let asker = answers ? scene.drafts[other].speaker.map { scene.document.text[scene.span($0)] } : nil
    while other >= 0, index - other < 8 {
      if let speaker = scene.drafts[other].speaker {
        guard let asker else { return answers ? nil : other }
        if scene.document.text[scene.span(speaker)] != asker { return other }
        if index - other > 4 { return nil }
      }
      other -= 1
    }
    return nil
  }

  private func isAnswer(_ draft: QuoteDraft, to other: QuoteDraft) -> Bool {
    other.words.upperBound == draft.words.lowerBound && !other.goesOn && other.paragraph == draft.paragraph
      && draft.quotation.kind == .direct && other.quotation.kind == .direct
  }
}
