import Language
import TextModel

/// Deletes the foot of a page: copyright, theme, notices.
public struct PageFooter: RewriteRule {
  public init() {}
  public let id = "page-footer"

  public let fixes = [
    RewriteExample("It ended in May.\n\nCopyright © 2021 The Daily Bridge. All rights reserved.", "It ended in May."),
    RewriteExample("It ended in May.\n\nAll rights reserved", "It ended in May."),
  ]
  public let leavesAlone = [
    "It ended.\n\nAll rights reserved by the treaty were lost in the war of that year.\n\nIt began.",
    "Copyright 2021 Ada Ash\n\nPermission is granted to all.",
    "Files: *\nCopyright: 2021 The Bridge Company, Inc.\nLicense: free",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    for line in document.pageResidue where line.kind == .footer && !isOfSource(document, line.index) {
      ResidueDeletion.delete(line.index, document, &proposals)
    }
  }

  /// Whether a line is one of a program's or a package's head: set in, behind a comment's sign, or under a field's name.
  private func isOfSource(_ document: Document, _ index: Int) -> Bool {
    let text = document.text
    let start = document.paragraphs[index].start
    return start > 0 && text[start - 1] != 0x0A || text.has("Copyright:", at: start)
      || [0x20, 0x09, UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "/")].contains(text[start])
  }
}
