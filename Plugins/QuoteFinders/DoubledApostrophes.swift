import Language

/// Quotations between two apostrophes on each side: `''Go,'' said Kay`.
///
/// Off unless asked for (`--set doubled-apostrophes=fix`): in wiki markup two apostrophes are italics and in code an empty string.
/// translate-artifact-fix writes them as quotation marks where they are, and then every rule here sees them.
public struct DoubledApostrophes: QuoteRule {
  public let id = "doubled-apostrophes"
  public let mode = PluginMode.off
  public init() {}

  public let examples: [QuoteExample] = []

  func apply(to scene: QuoteScene) {
    MarkedQuotation.collect(scene, id: id) { $0.glyph == .rightDouble && $0.span.count == 2 }
  }
}
