import Language
import TextModel

/// Deletes a title that stands once more above the article.
///
/// Themes print the title in the page’s head and again over the text, often with the site’s name (`Bridge falls – Daily Bridge`).
/// One stays, the one without the name.  A line that comes again among verses or in a list is no title: prose must follow.
public struct RepeatedTitle: RewriteRule {
  public init() {}
  public let id = "repeated-title"
  public let trigger: ByteClasses? = .lineFeed

  private static let body =
    "The bridge over the river fell into the water on Monday night after a storm of three days, and nobody was hurt, the mayor said."

  public let fixes = [
    RewriteExample(
      "Old bridge falls in Lyon\n\nOld bridge falls in Lyon\n\n" + body, "Old bridge falls in Lyon\n\n" + body),
    RewriteExample(
      "Old bridge in Lyon falls We lost it\n\nOld bridge in Lyon falls: “We lost it for good”\n\n" + body,
      "Old bridge in Lyon falls: “We lost it for good”\n\n" + body),
    RewriteExample(
      "Old bridge falls in Lyon | Daily Bridge\n\nOld bridge falls in Lyon\n\n" + body,
      "Old bridge falls in Lyon\n\n" + body),
    RewriteExample(
      "Old bridge falls in Épinal: ‘We lost it’\n\nOld bridge falls in Epinal: 'We lost it'\n\n" + body,
      "Old bridge falls in Épinal: ‘We lost it’\n\n" + body),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nLocal - Old bridge falls in Lyon after storm\n\n" + body,
      "Old bridge falls in Lyon after storm\n\n" + body),
    RewriteExample(
      "HomeRegionOld bridge falls in Lyon...\n\nOld bridge falls in Lyon after storm\n\n" + body,
      "Old bridge falls in Lyon after storm\n\n" + body),
  ]
  public let leavesAlone = [
    "Oh the bridge has fallen down\nOh the bridge has fallen down\nFallen in the water", "Bridge\n\nBridge\n\n" + body,
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    guard let block = TitleBlock(document) else { return }
    ResidueDeletion.delete(block.copy, document, &proposals)
  }
}
