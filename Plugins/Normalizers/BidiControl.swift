import Language
import TextModel

/// Points out bidirectional controls that can make a text read other than it is written.
///
/// Overrides, and embeddings or isolates that a line opens and never closes or closes without opening, reorder what the reader sees (the
/// trick is known as Trojan Source, CVE-2021-42574).  Marks of direction in a text without any right-to-left letter are useless at best.
/// Balanced controls around right-to-left text are ordinary and pass.
public struct BidiControl: RewriteRule {
  public let id = "bidi-control"
  public let mode: PluginMode = .flag
  public let trigger: ByteClasses? = .bidiControl

  public let fixes: [RewriteExample] = []
  public let leavesAlone = ["the word \u{2067}שלום\u{2069} here", "שלום\u{200F}!"]

  public init() {}

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    var hasRightToLeft = false
    document.text.eachWideScalar { _, point, _ in
      if (0x590...0x8FF).contains(point) || (0xFB1D...0xFDFF).contains(point) || (0xFE70...0xFEFC).contains(point) {
        hasRightToLeft = true
      }
    }
    // Few bytes each: a text may open directions without end.  All these controls are three bytes long.
    var open: [(start: UInt32, isIsolate: Bool)] = []
    document.text.eachWideScalar { offset, point, length in
      let span = Span(offset, offset + length)
      switch point {
      case 0x202D, 0x202E:
        proposals.flag(span, label: "bidi-control", reason: "an override of direction hides the order of the text")
        open.append((UInt32(offset), false))
      case 0x202A, 0x202B: open.append((UInt32(offset), false))
      case 0x2066...0x2068: open.append((UInt32(offset), true))
      case 0x202C, 0x2069:
        if let last = open.last, last.isIsolate == (point == 0x2069) {
          open.removeLast()
        } else {
          proposals.flag(span, label: "bidi-control", reason: "closes a direction that nothing opened")
        }
      case 0x200E, 0x200F:
        if !hasRightToLeft {
          proposals.flag(span, label: "bidi-control", reason: "a mark of direction without right-to-left text")
        }
      default: break
      }
    }
    for left in open {
      let span = Span(Int(left.start), Int(left.start) + 3)
      proposals.flag(span, label: "bidi-control", reason: "opens a direction that nothing closes")
    }
  }
}
