import Language
import TextModel

/// Deletes a link to another article that stands between two paragraphs.
///
/// `See also  Bridge falls in Lyon`, `READ MORE: …`, `Lire aussi : …`: a phrase that announces, and behind it something like a
/// headline: a capital, no full stop at the end.  References of a text to itself end like sentences and stay.
public struct InlineTeaser: RewriteRule {
  public init() {}
  public let id = "inline-teaser"

  public let fixes = [
    RewriteExample(
      "It ended in May.\n\nSee also  Bridge falls in Lyon after storm\n\nThen it began.",
      "It ended in May.\n\nThen it began."),
    RewriteExample(
      "It ended in May.\n\nREAD ALSO: Bridge falls in Lyon after storm\n\nThen it began.",
      "It ended in May.\n\nThen it began."),
    RewriteExample("C’est fini.\n\nLire aussi : Un pont tombe à Lyon\n\nPuis rien.", "C’est fini.\n\nPuis rien."),
  ]
  public let leavesAlone = [
    "It ended.\n\nSee also the discussion of bridges in chapter 3.\n\nIt began.",
    "NAME\n\nSee also: ls(1), cat(1)\n\nEND", "It ended.\n\nRead more about it in the book.\n\nIt began.",
    "It ended.\n\nMore people came than we thought\n\nIt began.",
    "It ended.\n\nSee also `Bridge`, `Road` and `Gate` below.\n\nIt began.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    ResidueDeletion.propose(.teaser, document, &proposals)
  }
}
