import Language
import TextModel

/// Deletes lines that a list of the user's names as page residue.
///
/// A line goes when it is a listed phrase from its first to its last word, whatever the case and the marks around it. Without a
/// list (`--plugin`, kind `boilerplate`) the rule does nothing.
struct ListedBoilerplate: RewriteRule {
  let id = "listed-boilerplate"
  let fixes: [RewriteExample] = []
  let leavesAlone = ["Sign up for our newsletter.", "He told them to sign up for our newsletter at once."]

  func propose(_ document: Document, _ proposals: inout Proposals) {
    let list = document.lists.boilerplate
    if list.isEmpty { return }
    let text = document.text
    for paragraph in document.paragraphs {
      var line = paragraph
      while !line.isEmpty, isMark(text[line.start]) { line.start += 1 }
      while !line.isEmpty, isMark(text[line.end - 1]) { line.end -= 1 }
      if line.isEmpty || list.value(of: text[line]) == nil { continue }
      var end = paragraph.end
      while end < text.count, text[end] == 0x0A || text[end] == 0x0D || text[end] == 0x20 { end += 1 }
      proposals.delete(Span(paragraph.start, end), .safe)
    }
  }

  private func isMark(_ byte: UInt8) -> Bool {
    byte < 0x80 && !(byte &- 0x30 < 10) && !((byte | 0x20) &- 0x61 < 26)
  }
}
