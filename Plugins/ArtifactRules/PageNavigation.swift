import Language
import TextModel

/// Deletes menus, buttons and lists of other articles.
///
/// The lines above and below an article that lead elsewhere: `Skip to content`, `Related Articles` with its headlines, `Previous
/// post`, `Tags: …`, `Back to top`.  Words that can be headings of the article itself go only with others of this kind, or three
/// in a row at an end of the text.
public struct PageNavigation: RewriteRule {
  public init() {}
  public let id = "page-navigation"

  public let fixes = [
    RewriteExample("It ended in May.\n\nRelated Articles\n\nBack to top button", "It ended in May."),
    RewriteExample(
      "It ended in May.\n\nRelated Posts\n\nBridge falls in Lyon\n\nNew bridge for Lyon", "It ended in May."),
    RewriteExample(
      "|Corrections\n|Contact\nThe the old bridge over the river fell with with a storm on Monday.\nNobody was hurt, and it ended in May.\n|Corrections\n|Contact",
      "The the old bridge over the river fell with with a storm on Monday.\nNobody was hurt, and it ended in May."),
    RewriteExample(
      "It ended in May of of the year.\n\nCheck Also\n\nOld bridge falls in Lyon\n\nThe bridge over the river fell on Monday, and “the council ...\n\nLeave a Reply",
      "It ended in May of of the year.\n\nLeave a Reply"),
    RewriteExample(
      "It ended in May, when the last pillar fell.\n\nAbout the author\n\nJo Zander lives in Lyon with two dogs.\n\nBack to top button",
      "It ended in May, when the last pillar fell."),
    RewriteExample(
      "Skip to content\n\nHome\n\nNews\n\nBridge falls in Lyon\n\nIt fell in May.\n\nPrevious post",
      "Bridge falls in Lyon\n\nIt fell in May."),
  ]
  public let leavesAlone = [
    "Contents\n\nNews\n\nIt fell in May.", "# Tool\n\nSearch\n\nFinds what you look for.",
    "Next\n\nIt fell.", "It is old.\n\nTags\n\nTags are words.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    ResidueDeletion.propose(.navigation, document, &proposals)
  }
}
