/// A family of plugins that adds one layer to a document: what the three annotating tools run.
///
/// A class of its own for each worker, so that it may keep scratch memory.
public protocol Annotator: AnyObject {
  /// Fills in its layer of the document (`sentences`, `mentions` or `quotations`).
  func annotate(_ document: Document)

  /// Whether the family has rules or tables for a language; where not, the general ones do the work, and the user is told.
  func knows(_ language: LanguageTag) -> Bool
}

extension Annotator {
  public func knows(_ language: LanguageTag) -> Bool { true }
}
