import Language
import TextModel

/// Deletes byte order marks inside a text.
///
/// U+FEFF belongs in front of a file.  Inside it is a trace of files that were put together; its second meaning, a no-break space of no
/// width, was withdrawn in favour of U+2060.
public struct ByteOrderMark: RewriteRule {
  public let id = "byte-order-mark"
  public let trigger: ByteClasses? = .byteOrderMark

  public let fixes = [RewriteExample("\u{FEFF}first\n\u{FEFF}second", "first\nsecond")]
  public let leavesAlone = ["no\u{2060}break"]

  public init() {}

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    document.text.eachWideScalar { offset, point, length in
      if point == 0xFEFF { proposals.delete(Span(offset, offset + length), .safe) }
    }
  }
}
