import Language
import TextModel

/// Straightens curly quotation marks: `“It’s”` becomes `"It's"`.  Off unless asked for: curly marks are right.
public struct StraightQuotes: RewriteRule {
  public let id = "straight-quotes"
  public let mode: PluginMode = .off
  public let trigger: ByteClasses? = .curly

  public let fixes = [RewriteExample("“It’s „Zeit‟”, ‘she’ said", "\"It's \"Zeit\"\", 'she' said")]
  public let leavesAlone = ["«oui»", "5′ 30″"]

  public init() {}

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    document.text.eachWideScalar { offset, point, length in
      let span = Span(offset, offset + length)
      switch point {
      case 0x201C...0x201F: proposals.replace(span, with: "\"", .safe)
      case 0x2018...0x201B: proposals.replace(span, with: "'", .safe)
      default: break
      }
    }
  }
}
