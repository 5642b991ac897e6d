import Language

/// The speaker of a part of an utterance: the subject of the clause on its left.
///
/// `The mayor called the plan “a joke”`: the nearest verb of saying before the quotation and its subject; without such
/// a verb the owner of the quoted words (`Kay’s “average” reader`) or the subject that the sentence begins with.
public struct ClauseSubject: SpeakerRule {
  public let id = "clause-subject"
  public init() {}

  public let examples: [QuoteExample] = [
    "In a speech on Monday Zoë Kay praised the [“patient”|Zoë Kay] crew and the [“open road.”|Zoë Kay]",
    "The two towns announced that they wanted to [“work together”|The two towns] and [“learn”|The two towns].",
  ]

  func speaker(of index: Int, in scene: QuoteScene) -> Attribution? {
    let draft = scene.drafts[index]
    guard draft.continuesSentence else { return nil }
    return Self.attribution(before: draft.words.lowerBound, scene, onlySpeech: false, within: QuoteScene.reach)
  }

  /// The subject of the clause before word `first`.
  static func attribution(before first: Int, _ scene: QuoteScene, onlySpeech: Bool, within reach: Int) -> Attribution? {
    let start = scene.sentenceStart(of: first > 0 && scene.gap(first).contains(.colon) ? first - 1 : first)
    var at = first - 1
    var cue: Range<Int>?
    var inward: Attribution?
    while at >= start, first - at <= reach {
      if !scene.isQuoted(at), scene.isSpeech(at) {
        let found = scene.classes(at)
        if cue == nil { cue = at..<(at + 1) }
        if let source = scene.quotedSource(at, to: first) { return Attribution(speaker: source, cue: cue) }
        // A participle has the subject of the main verb, unless a name stands right before it: `footage of Kay saying`.
        if found.contains(.ing), !(at > start && scene.classes(at - 1).contains(.auxiliary)) {
          if inward == nil, at > start, scene.words[at - 1].startsWithCapital, !scene.isQuoted(at - 1),
            scene.gap(at).isDisjoint(with: .any), let subject = scene.phrase(endingAt: at - 1, from: start),
            isSubject(subject, scene)
          {
            inward = Attribution(speaker: subject, cue: cue)
          }
          at -= 1
          continue
        }
        // Whoever was told something did not say it; who told it may stand behind.
        if scene.isPassive(at, from: start) {
          if let agent = scene.agent(behind: at, to: first) { return Attribution(speaker: agent, cue: cue) }
          if found.contains(.hearer) {
            at -= 1
            continue
          }
        }
        if let subject = scene.subject(before: at, from: start) {
          let whole = Attribution(speaker: subject, cue: cue)
          // What somebody wants is known from what somebody says, and so is what somebody is said to say.
          let isInner = found.contains(.mental) || scene.isEmbedded(subject, verb: at, from: start)
          if isSubject(subject, scene) {
            if !isInner || scene.isAside(subject, verb: at) { return whole }
            if inward == nil { inward = whole }
          }
        }
      }
      at -= 1
    }
    if let inward { return inward }
    if onlySpeech && cue == nil { return nil }
    if cue == nil, let owner = owner(before: first, from: start, scene) { return Attribution(speaker: owner, cue: nil) }
    // The subject that the sentence begins with, behind its dateline and adverbial.
    var begin = scene.behindDateline(start)
    while begin < first {
      let found = scene.classes(begin)
      if !scene.isQuoted(begin), !found.contains(.preposition), !found.contains(.subordinator),
        !found.contains(.adverb), !found.contains(.conjunction), !isParticiple(begin, scene),
        let subject = scene.phrase(startingAt: begin, to: first), isSubject(subject, scene)
      {
        return Attribution(speaker: subject, cue: cue)
      }
      // Over the adverbial to the comma behind it.
      var next = begin + 1
      while next < first, !scene.gap(next).contains(.comma), next - begin < 16 { next += 1 }
      begin = next
    }
    return nil
  }

  /// Not `it`, `that`, `there`, `anybody`: words that stand for no speaker.
  private static func isSubject(_ range: Range<Int>, _ scene: QuoteScene) -> Bool {
    guard range.count == 1 else { return true }
    let found = scene.classes(range.lowerBound)
    if found.contains(.pronoun) {
      let word = scene.words[range.lowerBound]
      return !(word.count == 2 && scene.bytes[word.start] | 0x20 == UInt8(ascii: "i"))
    }
    return found.isDisjoint(with: [.subordinator, .relative, .adverb])
  }

  /// Whether a word in -ing begins an adverbial: `Praising the crew, …`.
  private static func isParticiple(_ index: Int, _ scene: QuoteScene) -> Bool {
    let word = scene.words[index]
    return word.count > 5 && scene.bytes[word.end - 1] == UInt8(ascii: "g")
      && scene.bytes[word.end - 2] == UInt8(ascii: "n")
      && scene.bytes[word.end - 3] == UInt8(ascii: "i")
  }

  /// Whose words they are: `Kay’s “…”`, `his “…”`.
  private static func owner(before first: Int, from start: Int, _ scene: QuoteScene) -> Range<Int>? {
    guard first > start, !scene.isQuoted(first - 1) else { return nil }
    let word = scene.words[first - 1]
    let gap = scene.gap(first)
    guard gap.isDisjoint(with: [.comma, .stop, .colon, .semicolon, .line, .dash]) else { return nil }
    let found = scene.classes(first - 1)
    if found.contains(.possessive) { return (first - 1)..<first }
    guard word.shape.contains(.apostrophe), word.count > 2, scene.bytes[word.end - 1] | 0x20 == UInt8(ascii: "s"),
      let phrase = scene.phrase(endingAt: first - 1, from: start)
    else { return nil }
    return phrase
  }
}
