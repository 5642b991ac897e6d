import Language
import TextModel

/// Deletes a second comma.
///
/// When a word between two commas is lost, both stay: `the harbour,, where`.
public struct DoubledComma: RewriteRule {
  public init() {}
  public let id = "doubled-comma"
  public let fixes = [RewriteExample("the harbour,, where", "the harbour, where")]
  public let leavesAlone = ["a, b, and c", "f(,,)"]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.utf8
    for at in text.indices.dropFirst(2) where text[at] == 0x2C && text[at - 1] == 0x2C {
      let isAfterLetter = text[at - 2] | 0x20 >= 0x61 && text[at - 2] | 0x20 <= 0x7A
      if isAfterLetter { proposals.delete(Span(at, at + 1), .safe) }
    }
  }
}
