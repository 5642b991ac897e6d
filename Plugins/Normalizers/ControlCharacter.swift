import Language
import TextModel

/// Deletes control characters that text has no use for.
///
/// These are the C0 controls but tab, line feed, form feed and carriage return; DEL; the deprecated format characters U+206A to U+206F; the
/// marks of interlinear annotation; and the object replacement character, which stands where a picture was (Unicode Technical Report 20).
/// A vertical tab is a line break of word processors and becomes a line feed.
public struct ControlCharacter: RewriteRule {
  public let id = "control-character"
  public let trigger: ByteClasses? = [.control, .invisible]

  public let fixes = [
    RewriteExample("be\u{8}fore\u{0} and\u{7F} after", "before and after"),
    RewriteExample("first line\u{B}second line", "first line\nsecond line"),
    RewriteExample("see \u{FFFC}picture \u{206A}one", "see picture one"),
  ]
  public let leavesAlone = ["a\tb\nc\u{C}d", "क्\u{200D}ष", "👩\u{200D}🚀"]

  public init() {}

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let bytes = document.utf8
    if document.byteClasses.contains(.control) {
      var end = 0
      for at in bytes.indices where (bytes[at] < 0x20 || bytes[at] == 0x7F) && at >= end {
        switch bytes[at] {
        case 0x09, 0x0A, 0x0C, 0x0D: continue
        case 0x0B: proposals.replace(Span(at, at + 1), with: "\n", .safe)
        case 0x1B:
          // A whole sequence is another rule's.
          if let sequence = TerminalEscape.sequence(bytes, at), sequence.isWhole {
            end = sequence.end
          } else {
            proposals.delete(Span(at, at + 1), .safe)
          }
        default: proposals.delete(Span(at, at + 1), .safe)
        }
      }
    }
    guard document.byteClasses.contains(.invisible) else { return }
    document.text.eachWideScalar { offset, point, length in
      switch point {
      case 0x206A...0x206F, 0xFFF9...0xFFFC, 0xE0001: proposals.delete(Span(offset, offset + length), .safe)
      default: break
      }
    }
  }
}
