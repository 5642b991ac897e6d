import Language
import TextModel

/// Deletes the buttons of a share block.
///
/// `Share this:`, `Click to share on …`, and the names of the networks under or beside one another.  One such name alone on a line
/// may be a heading and stays.
public struct ShareBlock: RewriteRule {
  public init() {}
  public let id = "share-block"

  public let fixes = [
    RewriteExample("It ended in May.\n\nShare this:\n\nFacebook\n\nTwitter", "It ended in May."),
    RewriteExample("It ended in May.\n\nClick to share on X (Opens in new window)", "It ended in May."),
    RewriteExample("It ended in May.\n\nFacebook Twitter WhatsApp Email", "It ended in May."),
  ]
  public let leavesAlone = [
    "It ended.\n\nShare\n\nThat was the word.", "The firms\n\nFacebook\n\nThe firm was founded in 2004.",
    "Share this bread with me, he said.\n\nShe did.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    ResidueDeletion.propose(.share, document, &proposals)
  }
}
