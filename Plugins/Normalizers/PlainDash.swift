import Language
import TextModel

/// Writes dashes with hyphens: `–` becomes `-`, `—` becomes `--`.  Off unless asked for.
public struct PlainDash: RewriteRule {
  public let id = "plain-dash"
  public let mode: PluginMode = .off
  public let trigger: ByteClasses? = .curly

  public let fixes = [RewriteExample("1914–1918 — a war, co‑operation", "1914-1918 -- a war, co-operation")]
  public let leavesAlone = ["a-b", "x − y"]

  public init() {}

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    document.text.eachWideScalar { offset, point, length in
      let span = Span(offset, offset + length)
      switch point {
      case 0x2010...0x2013: proposals.replace(span, with: "-", .safe)
      case 0x2014, 0x2015: proposals.replace(span, with: "--", .safe)
      default: break
      }
    }
  }
}
