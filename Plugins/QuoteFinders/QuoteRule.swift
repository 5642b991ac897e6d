import Language

/// What every rule of this family does: looks at the scene and fills in its drafts.
protocol QuoteRule: QuoteFinder {
  func apply(to scene: QuoteScene)
}

/// A rule that knows who speaks.
protocol SpeakerRule: QuoteRule {
  /// Who speaks the quotation with this number; nil where the rule does not know.
  func speaker(of index: Int, in scene: QuoteScene) -> Attribution?
}

/// What a rule found: the words that name the speaker, and those that ascribe the quotation.
struct Attribution {
  var speaker: Range<Int>
  var cue: Range<Int>?
}

extension SpeakerRule {
  func apply(to scene: QuoteScene) {
    for index in scene.drafts.indices where scene.drafts[index].speaker == nil {
      guard scene.drafts[index].quotation.kind == .direct || scene.drafts[index].quotation.kind == .mixed,
        let found = speaker(of: index, in: scene)
      else { continue }
      scene.drafts[index].speaker = found.speaker
      scene.drafts[index].cue = found.cue
      scene.drafts[index].quotation.by += "," + id
    }
  }
}
