import Language
import TextModel

/// Deletes spaces and tabs at the ends of lines.  Off unless asked for: Markdown breaks a line with two of them.
public struct TrailingSpace: RewriteRule {
  public let id = "trailing-space"
  public let mode: PluginMode = .off
  public let trigger: ByteClasses? = .trailingSpace

  public let fixes = [RewriteExample("one  \ntwo\t\n three ", "one\ntwo\n three")]
  public let leavesAlone = ["  one\n\ttwo"]

  public init() {}

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let bytes = document.utf8
    var blank = 0
    for at in 0...bytes.count {
      if at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { continue }
      if blank < at, at == bytes.count || bytes[at] == 0x0A || bytes[at] == 0x0D {
        proposals.delete(Span(blank, at), .safe)
      }
      blank = at + 1
    }
  }
}
