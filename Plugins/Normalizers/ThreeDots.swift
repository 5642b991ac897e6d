import Language
import TextModel

/// Writes the ellipsis as three full stops.  Off unless asked for.
public struct ThreeDots: RewriteRule {
  public let id = "three-dots"
  public let mode: PluginMode = .off
  public let trigger: ByteClasses? = .curly

  public let fixes = [RewriteExample("And so on…", "And so on...")]
  public let leavesAlone = ["1 · 2", "a.. b"]

  public init() {}

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    document.text.eachWideScalar { offset, point, length in
      if point == 0x2026 { proposals.replace(Span(offset, offset + length), with: "...", .safe) }
    }
  }
}
