import Language
import TextModel

/// Quotations inside quotations, with speakers of their own: in `“Kay told us, ‘It is late,’ and left,” said Ash` the words of Kay too.
///
/// Off unless asked for (`--set nested-quotation=fix`), for spans then lie in one another, which many readers of the layer do not expect.
/// A quotation that holds marks is read as a text of its own, by the same rules; what was found in it stands behind the one
/// that holds it.
public struct NestedQuotation: QuoteRule {
  public let id = "nested-quotation"
  public let mode = PluginMode.off
  public init() {}

  public let examples: [QuoteExample] = []

  func apply(to scene: QuoteScene) {
    let marks = scene.marks.marks
    var found: [QuoteDraft] = []
    var next = 0
    for draft in scene.drafts where draft.quotation.kind == .direct || draft.quotation.kind == .mixed {
      let span = draft.quotation.span
      while next < marks.count, marks[next].start < span.start { next += 1 }
      var last = next
      while last < marks.count, marks[last].start < span.end { last += 1 }
      let inside = marks[next..<last]
      if inside.contains(where: { $0.depth > 0 && $0.role == .opener }) { found += read(draft, inside, scene) }
    }
    guard !found.isEmpty else { return }
    scene.drafts += found
    scene.drafts.sort {
      ($0.quotation.span.start, -$0.quotation.span.end) < ($1.quotation.span.start, -$1.quotation.span.end)
    }
    scene.number()
  }

  /// The quotations in the words of one, in words of the whole text.
  private func read(_ outer: QuoteDraft, _ marks: ArraySlice<QuotationMark>, _ scene: QuoteScene) -> [QuoteDraft] {
    // Without the outer marks, the inner ones are the outermost.
    var start = outer.quotation.span.start
    var end = outer.quotation.span.end
    for mark in marks where mark.depth == 0 {
      if mark.start == start { start = mark.span.end }
      if mark.span.end == end { end = mark.start }
    }
    guard start < end else { return [] }
    let inner = Document(Text(validated: Array(scene.bytes[start..<end])), language: scene.document.language)
    inner.mentions = scene.mentions.compactMap { mention in
      guard mention.span.start >= start, mention.span.end <= end else { return nil }
      var moved = mention
      moved.span = Span(mention.span.start - start, mention.span.end - start)
      return moved
    }
    let view = QuoteScene(inner)
    for rule in Self.rules { rule.apply(to: view) }
    return view.drafts.compactMap { draft in
      guard let words = moved(draft.words, view, scene, by: start) else { return nil }
      var found = draft
      found.quotation.span = Span(draft.quotation.span.start + start, draft.quotation.span.end + start)
      found.quotation.by += "," + id
      found.words = words
      found.paragraph = outer.paragraph
      found.speaker = draft.speaker.flatMap { moved($0, view, scene, by: start) }
      found.cue = draft.cue.flatMap { moved($0, view, scene, by: start) }
      return found
    }
  }

  /// Words of the inner text in words of the whole, by where they stand: cut out of its text a word may be cut otherwise.
  private func moved(_ range: Range<Int>, _ view: QuoteScene, _ scene: QuoteScene, by start: Int) -> Range<Int>? {
    let span = view.span(range)
    let first = scene.firstWord(from: span.start + start)
    let end = scene.firstWord(from: span.end + start)
    return first < end ? first..<end : nil
  }

  private static let rules: [any QuoteRule] = [
    MarkedQuotation(), QuotationKind(), TagBehind(), TagBefore(), AccordingTo(), ClauseSubject(), IntroducedByColon(),
  ]
}
