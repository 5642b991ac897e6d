import Language
import TextModel

/// Deletes calls to follow, to subscribe or to download.
///
/// `Follow … on Google News`, `Subscribe to our newsletter`, `Join our Telegram channel`: a line that begins with such a verb and
/// names a venue, or begins as only such lines do.
public struct CallToFollow: RewriteRule {
  public init() {}
  public let id = "call-to-follow"

  public let fixes = [
    RewriteExample(
      "It ended in May.\n\nFollow the Daily Bridge on Google News\n\nand be the first to know all the news",
      "It ended in May."),
    RewriteExample("It ended in May.\n\nSubscribe to our newsletter!", "It ended in May."),
    RewriteExample("C’est fini.\n\nSuivez-nous sur Facebook", "C’est fini."),
  ]
  public let leavesAlone = [
    "Follow the river to the mill.\n\nThen turn left.", "It ended.\n\nJoin the army, they said, and see the world.",
    "They left.\n\nSubscribe to nothing.",
    "The readers of of it wrote with with joy that the river rose.\n\nWe do not care about the the bridge.\n\n@plumtree51\n\nShe had to make ends meet.\n\n@marchash.\n\nNothing about it seems right to me.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    ResidueDeletion.propose(.follow, document, &proposals)
  }
}
