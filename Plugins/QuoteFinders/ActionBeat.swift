import Language

/// The speaker whom the paragraph shows in action: `Hugh turned at the gate. “And leave you in the dark?”`
///
/// In a dialogue, for a quotation without a tag: the subject of the sentence that opens its paragraph, or of the sentence right
/// behind the quotation that ends it.
public struct ActionBeat: SpeakerRule {
  public let id = "action-beat"
  public init() {}

  public let examples: [QuoteExample] = [
    "[“Is it late?”|Ann Moe] asked Ann Moe.\n\nZoë Kay closed the book. [“It is.”|Zoë Kay]",
    "[“Is it late?”|Ann Moe] asked Ann Moe.\n\n[“It is.”|Zoë Kay] Zoë Kay closed the book.",
  ]

  func apply(to scene: QuoteScene) {
    guard !scene.drafts.isEmpty, DialogueSigns.shows(scene) else { return }
    for index in scene.drafts.indices
    where scene.drafts[index].speaker == nil && scene.drafts[index].quotation.kind == .direct {
      guard let found = speaker(of: index, in: scene) else { continue }
      scene.drafts[index].speaker = found.speaker
      scene.drafts[index].quotation.by += "," + id
    }
  }

  func speaker(of index: Int, in scene: QuoteScene) -> Attribution? {
    let draft = scene.drafts[index]
    let first = draft.words.lowerBound
    let isAlone = index == 0 || scene.drafts[index - 1].paragraph != draft.paragraph
    guard isAlone, !draft.startsTurn else { return nil }
    if scene.gap(first).contains(.line) {
      let behind = draft.words.upperBound
      guard behind < scene.words.count, scene.gap(behind).isDisjoint(with: [.line, .comma]) else { return nil }
      return actor(at: behind, scene)
    }
    let opening = scene.firstWord(from: scene.document.paragraphs[draft.paragraph].start)
    // One sentence or two, not a page of telling.
    guard first - opening <= 30 else { return nil }
    return actor(at: opening, scene)
  }

  /// The somebody that a sentence begins with.
  private func actor(at start: Int, _ scene: QuoteScene) -> Attribution? {
    guard !scene.isQuoted(start), scene.words[start].startsWithCapital,
      let phrase = scene.phrase(startingAt: start, to: min(start + 6, scene.words.count)),
      phrase.upperBound < scene.words.count, scene.gap(phrase.upperBound).isDisjoint(with: .hard)
    else { return nil }
    if phrase.contains(where: { !scene.classes($0).isDisjoint(with: [.person, .title]) }) {
      return Attribution(speaker: phrase, cue: nil)
    }
    let isName = scene.mention(at: phrase.upperBound - 1)?.label == "PER"
    let isPronoun =
      phrase.count == 1 && scene.classes(start).contains(.pronoun) && scene.words[start].count <= 3
      && scene.words[start].count > 1
    // Without names to go by: a capital that is no word of grammar and is not the only one because it begins the sentence.
    let isCapital =
      scene.document.mentions == nil && phrase.count == 2 && scene.words[phrase.upperBound - 1].startsWithCapital
    return isName || isPronoun || isCapital ? Attribution(speaker: phrase, cue: nil) : nil
  }
}
