import Language

/// Whether a text is a dialogue, in which each new paragraph is another's turn, or a report, in which one speaker goes on.
enum DialogueSigns {
  /// Whether a question is answered in the next paragraph, and paragraphs take turns more often than one speaker goes on.
  /// Tags that take turns are no sign by themselves: reports quote one side after the other.
  static func shows(_ scene: QuoteScene) -> Bool {
    var turns = 0
    var questions = 0
    var same = 0
    for index in scene.drafts.indices.dropFirst() {
      let draft = scene.drafts[index]
      let other = scene.drafts[index - 1]
      guard follows(draft, other, scene) else {
        // The answer may have its speaker's action before it.
        if draft.speaker == nil, draft.quotation.kind == .direct, draft.paragraph == other.paragraph + 1,
          asks(other, scene)
        {
          questions += 1
        }
        continue
      }
      if let here = draft.speaker, let before = other.speaker {
        let isSame = scene.document.text[scene.span(here)] == scene.document.text[scene.span(before)]
        if isSame { same += 1 } else { turns += 1 }
        if !isSame, asks(other, scene) { questions += 1 }
      } else if asks(other, scene) {
        questions += 1
      }
    }
    return questions > 0 && turns + questions > same
  }

  /// Whether a quotation begins the paragraph behind that of the quotation before it.
  static func follows(_ draft: QuoteDraft, _ other: QuoteDraft, _ scene: QuoteScene) -> Bool {
    draft.quotation.kind == .direct && other.quotation.kind == .direct && !other.goesOn
      && draft.paragraph == other.paragraph + 1 && scene.gap(draft.words.lowerBound).contains(.line)
  }

  private static func asks(_ draft: QuoteDraft, _ scene: QuoteScene) -> Bool {
    var at = draft.quotation.span.end
    while at > draft.quotation.span.start, draft.quotation.span.end - at < 6 {
      at -= 1
      if scene.bytes[at] == UInt8(ascii: "?") { return true }
    }
    return false
  }
}
