import Language
import TextModel

/// Ends every line with a line feed.
///
/// Carriage return and line feed (Windows), a carriage return alone (old Macintosh), and Unicode's line and paragraph
/// separators become one line feed each.
public struct LineEnd: RewriteRule {
  public let id = "line-end"
  public let trigger: ByteClasses? = [.carriageReturn, .lineSeparator]

  public let fixes = [
    RewriteExample("one\r\ntwo\rthree", "one\ntwo\nthree"),
    RewriteExample("one\u{2028}two\u{2029}three", "one\ntwo\nthree"),
  ]
  public let leavesAlone = ["one\ntwo\n\n"]

  public init() {}

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let bytes = document.utf8
    if document.byteClasses.contains(.carriageReturn) {
      for at in bytes.indices where bytes[at] == 0x0D {
        if at + 1 < bytes.count, bytes[at + 1] == 0x0A {
          proposals.delete(Span(at, at + 1), .safe)
        } else {
          proposals.replace(Span(at, at + 1), with: "\n", .safe)
        }
      }
    }
    guard document.byteClasses.contains(.lineSeparator) else { return }
    document.text.eachWideScalar { offset, point, length in
      if point == 0x2028 || point == 0x2029 { proposals.replace(Span(offset, offset + length), with: "\n", .safe) }
    }
  }
}
