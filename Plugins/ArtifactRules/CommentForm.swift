import Language
import TextModel

/// Deletes the lines of a comment form.
///
/// Scraping takes the form below an article along: its heading, its fields, the notice about the e-mail address.  The wording is
/// that of the publishing systems, in many languages; single words (`Name`, `Comments`) go only with such lines.
public struct CommentForm: RewriteRule {
  public init() {}
  public let id = "comment-form"

  public let fixes = [
    RewriteExample(
      "It ended in May.\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *",
      "It ended in May."),
    RewriteExample(
      "Es endete im Mai.\n\nSchreibe einen Kommentar\n\nName *\n\nDeine E-Mail-Adresse wird nicht veröffentlicht.",
      "Es endete im Mai."),
  ]
  public let leavesAlone = [
    "It ended in May.\n\nComments\n\nThe rest of it began in June.", "Leave a Reply",
    "It ended.\n\nLeave a reply on his desk, she said, and he did.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    ResidueDeletion.propose(.comment, document, &proposals)
  }
}
