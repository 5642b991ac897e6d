/// A family of plugins that adds one layer to a document: what the three annotating tools run.
///
/// A class of its own for each worker, so that it may keep scratch memory.
public protocol Annotator: AnyObject {
  /// Fills in its layer of the document (`sentences`, `mentions` or `quotations`).
  func annotate(_ document: Document)

  /// The same part by part, so that the layer of a very long text need not be in memory as a whole: fills in a part, in the
  /// order of the text, calls `isDone`, and goes on with the next.
  func annotate(_ document: Document, inParts isDone: () -> Void)

  /// Whether the family has rules or tables for a language; where not, the general ones do the work, and the user is told.
  func knows(_ language: LanguageTag) -> Bool
}

extension Annotator {
  public func annotate(_ document: Document, inParts isDone: () -> Void) {
    annotate(document)
    isDone()
  }

  public func knows(_ language: LanguageTag) -> Bool { true }
}
