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
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    ResidueDeletion.propose(.footer, document, &proposals)
  }
}
