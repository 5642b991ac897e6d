import Language
import TextModel

/// Makes one space of several between two words.  Off unless asked for: runs of spaces align tables and code.
///
/// Indentation and the ends of lines are left as they are.
public struct SpaceRun: RewriteRule {
  public let id = "space-run"
  public let mode: PluginMode = .off
  public let trigger: ByteClasses? = .doubleSpace

  public let fixes = [RewriteExample("one  two   three", "one two three")]
  public let leavesAlone = ["    indented", "one\ttwo", "end  \nnext"]

  public init() {}

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let bytes = document.utf8
    var start = 0
    for at in bytes.indices where bytes[at] != 0x20 {
      if at - start > 1, start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D, bytes[at] != 0x0A,
        bytes[at] != 0x0D
      {
        proposals.delete(Span(start + 1, at), .safe)
      }
      start = at + 1
    }
  }
}
