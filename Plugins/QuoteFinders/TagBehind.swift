import Language

/// The speaker in a tag behind the quotation: `“…,” said Zoë Kay`, `“…,” the mayor told reporters`, `“…” replied the latter`.
///
/// The tag is the rest of the sentence up to the next quotation.  Its first verb of saying counts; the speaker is that
/// verb's subject, before it or, inverted, behind it, and appositions between commas are stepped over.
public struct TagBehind: SpeakerRule {
  public let id = "tag-behind"
  public init() {}

  public let examples: [QuoteExample] = [
    "[“It is late,”|Zoë Kay] said Zoë Kay, a clerk at the ministry.",
    "[“It is late,”|Zoë Kay] Zoë Kay, a clerk at the ministry, told reporters on Monday.",
    "[“Is it late?”|she] she asked.",
    "[“The road is open”|the mayor]the mayor said.",
  ]

  func speaker(of index: Int, in scene: QuoteScene) -> Attribution? {
    let draft = scene.drafts[index]
    let start = draft.words.upperBound
    guard start < scene.words.count, !scene.isQuoted(start), mayHaveTag(draft, scene) else { return nil }
    let isMixed = draft.quotation.kind == .mixed
    let limit = min(scene.words.count, start + Self.reach)
    var at = start
    while at < limit, !scene.isQuoted(at) {
      if at > start, !scene.gap(at).isDisjoint(with: .hard) { return nil }
      if scene.classes(at).contains(.subordinator) || scene.classes(at).contains(.conjunction), at == start {
        return nil
      }
      if scene.isSpeech(at), !scene.classes(at).contains(.ing) {
        if let source = scene.quotedSource(at, to: scene.words.count) {
          return Attribution(speaker: source, cue: at..<(at + 1))
        }
        if let found = attribution(verb: at, from: start, scene), !isMixed || isTrailing(found, start, scene) {
          return found
        }
        return nil
      }
      at += 1
    }
    return nil
  }

  static let reach = 32

  /// Whether what follows can be a tag: the quotation did not end the sentence.
  private func mayHaveTag(_ draft: QuoteDraft, _ scene: QuoteScene) -> Bool {
    let next = draft.words.upperBound
    let span = draft.quotation.span
    let gap = scene.gap(next)
    if gap.contains(.line) { return false }
    // A stop outside the marks ends the sentence.
    var at = span.end
    while at < scene.words[next].start {
      let byte = scene.bytes[at]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";") {
        return scene.words[next].isLower && !scene.classes(next).isDisjoint(with: [.speech, .pronoun])
      }
      at += 1
    }
    // A full stop inside does where a capital follows.
    let last = scene.words[draft.words.upperBound - 1].end
    var inside = last
    var endsWithStop = false
    while inside < span.end {
      if scene.bytes[inside] == UInt8(ascii: ".") { endsWithStop = true }
      if scene.bytes[inside] == UInt8(ascii: ",") { endsWithStop = false }
      inside += 1
    }
    if endsWithStop {
      return scene.words[next].isLower && !scene.classes(next).isDisjoint(with: [.speech, .pronoun, .determiner])
    }
    return true
  }

  private func attribution(verb: Int, from start: Int, _ scene: QuoteScene) -> Attribution? {
    let cue = verb..<(verb + 1)
    if verb > start, let subject = scene.subject(before: verb, from: start) {
      return Attribution(speaker: subject, cue: cue)
    }
    if verb == start || passesOver(start..<verb, scene) {
      var behind = verb + 1
      // Over adverbs and the letter of French `demanda-t-elle`.
      while behind < scene.words.count, scene.words[behind].isLower, scene.gap(behind).isDisjoint(with: .any),
        scene.classes(behind).contains(.adverb)
          || scene.classes(behind).isEmpty && scene.isPassedOver(behind)
          || scene.words[behind].count == 1 && scene.gap(behind).contains(.hyphen)
      {
        behind += 1
      }
      guard behind < scene.words.count, scene.gap(behind).isDisjoint(with: .any),
        let subject = scene.phrase(startingAt: behind, to: scene.words.count)
      else { return nil }
      return Attribution(speaker: subject, cue: cue)
    }
    return nil
  }

  private func passesOver(_ range: Range<Int>, _ scene: QuoteScene) -> Bool {
    range.allSatisfy {
      // French `a déclaré` begins with what is an article elsewhere.
      !scene.classes($0).isDisjoint(with: [.adverb, .auxiliary])
        || scene.words[$0].count == 1 && scene.classes($0).contains(.determiner)
    }
  }

  /// For a part of an utterance: whether the tag is one (`…, the mayor said.`), not the rest of the writer's sentence.
  private func isTrailing(_ found: Attribution, _ start: Int, _ scene: QuoteScene) -> Bool {
    guard let cue = found.cue else { return false }
    let first = min(found.speaker.lowerBound, cue.lowerBound)
    guard first - start <= 3 || scene.gap(first).contains(.comma) else { return false }
    let after = max(found.speaker.upperBound, cue.upperBound)
    return after >= scene.words.count || !scene.gap(after).isDisjoint(with: [.stop, .comma, .line])
      || scene.classes(after).contains(.day) || scene.classes(after).contains(.preposition)
  }
}
