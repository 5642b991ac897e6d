import Language

/// The speaker whose words the writer borrows: `as the mayor put it, “…”`, `in the words of Zoë Kay, “…”`, `in her words “…”`.
///
/// Translated news opens with the speaker alone: `For Zoë Kay, mayor of Lund, “the patience is at an end”`.
public struct InTheWordsOf: SpeakerRule {
  public let id = "in-the-words-of"
  public init() {}

  public let examples: [QuoteExample] = [
    "The rest were dead or, as Zoë Kay put it, [“thinking about it”|Zoë Kay].",
    "It was, in the words of the mayor, [“a slow funeral.”|the mayor]",
    "For Zoë Kay, mayor of Lund, [“the patience of the town is at an end”|Zoë Kay].",
    "For the third time, the “slow” train was late.",
  ]

  func speaker(of index: Int, in scene: QuoteScene) -> Attribution? {
    let draft = scene.drafts[index]
    let first = draft.words.lowerBound
    guard draft.continuesSentence else { return nil }
    let start = scene.sentenceStart(of: first)
    return borrowed(before: first, from: max(start, first - 12), scene) ?? opening(start, to: first, scene)
  }

  /// `As Kay put it`, `in the words of Kay`, no further left than `limit`.
  private func borrowed(before first: Int, from limit: Int, _ scene: QuoteScene) -> Attribution? {
    var at = first - 1
    while at >= limit, !scene.isQuoted(at), scene.gap(at + 1).isDisjoint(with: .hard) {
      if scene.hasHash(at, Self.as), at + 3 < first + 1,
        let found = scene.phrase(startingAt: at + 1, to: first), found.upperBound + 1 < first + 1,
        scene.hasHash(found.upperBound, Self.put), found.upperBound < first
      {
        return Attribution(speaker: found, cue: found.upperBound..<(found.upperBound + 1))
      }
      if scene.hasHash(at, Self.words), at > limit {
        if scene.classes(at - 1).contains(.possessive) || scene.words[at - 1].shape.contains(.apostrophe),
          let owner = scene.phrase(endingAt: at - 1, from: limit)
        {
          return Attribution(speaker: owner, cue: at..<(at + 1))
        }
        if at + 2 < first, scene.hasHash(at + 1, Self.of), let owner = scene.phrase(startingAt: at + 2, to: first) {
          return Attribution(speaker: owner, cue: at..<(at + 1))
        }
      }
      at -= 1
    }
    return nil
  }

  /// `For Kay, … “…”`: a person's name between the first word and a comma, and no other verb of saying before the quotation.
  private func opening(_ start: Int, to first: Int, _ scene: QuoteScene) -> Attribution? {
    guard start + 1 < first, !scene.isQuoted(start), Self.for.contains(scene.words[start].hash),
      let end = nameEnd(start + 1, scene), end <= first, scene.gap(end).contains(.comma),
      !(end..<first).contains(where: {
        scene.isQuoted($0) || scene.isSpeech($0) || scene.classes($0).contains(.pronoun)
      })
    else { return nil }
    // The name again as a comma would close it: what stands between can only describe.
    guard scene.gap(first).contains(.comma) || end == first else { return nil }
    return Attribution(speaker: (start + 1)..<end, cue: start..<(start + 1))
  }

  /// The end of the person's name that starts with word `start`; where no names were found before, of two capitals.
  private func nameEnd(_ start: Int, _ scene: QuoteScene) -> Int? {
    if scene.document.mentions == nil {
      let isName =
        start + 1 < scene.words.count && scene.gap(start + 1) == .space
        && (start...start + 1).allSatisfy { scene.words[$0].startsWithCapital && scene.classes($0).isEmpty }
      return isName ? start + 2 : nil
    }
    guard let mention = scene.mention(at: start), mention.label == "PER" else { return nil }
    return scene.firstWord(from: mention.span.end)
  }

  private static let `as` = Lexicon.hash("as")
  private static let put = Lexicon.hash("put")
  private static let words = Lexicon.hash("words")
  private static let of = Lexicon.hash("of")
  private static let `for` = ["for", "pour", "para", "per", "für", "dla"].map { Lexicon.hash($0) }
}
