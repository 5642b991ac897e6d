import Language
import TextModel

/// Runs the rules of `QuoteCatalog` over a document: what `extract-quotes` does.
public final class QuoteFinding: Annotator {
  private let rules: [any QuoteRule]
  private let kinds: Set<Quotation.Kind>

  /// - Parameters:
  ///   - kinds: which kinds of quotations to keep.
  public init(selection: PluginSelection, kinds: Set<Quotation.Kind> = [.direct, .mixed]) {
    rules = QuoteCatalog.finders.compactMap { selection.runs($0) ? $0 as? any QuoteRule : nil }
    self.kinds = kinds
  }

  public func annotate(_ document: Document) {
    document.quotations = []
    guard !document.byteClasses.isDisjoint(with: [.straightQuote, .apostrophe, .nonASCII]) else { return }
    let hasMarks = !document.quotationMarks.marks.isEmpty
    guard hasMarks || document.byteClasses.contains(.curly) && DashDialogue.mayOccur(in: document) else { return }
    let language = document.language
    let scene = QuoteScene(document)
    for rule in rules where rule.languages.covers(language) {
      rule.apply(to: scene)

    }
    var found: [Quotation] = []
    for draft in scene.drafts where kinds.contains(draft.quotation.kind) {
      var quotation = draft.quotation
      if let speaker = draft.speaker { quotation.speakerSpan = scene.span(speaker) }
      if let cue = draft.cue { quotation.cue = scene.span(cue) }
      found.append(quotation)
    }
    document.quotations = found
  }
}
