import Language

/// Runs the finders over a document.
public final class QuoteFinding: Annotator {
  public init(selection: PluginSelection, kinds: Set<Quotation.Kind>) {}
  public func annotate(_ document: Document) { document.quotations = [] }
}
