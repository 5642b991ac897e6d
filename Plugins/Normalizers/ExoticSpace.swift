import Language
import TextModel

/// Turns spaces of other widths, and no-break spaces, into the common space.  Off unless asked for.
///
/// French sets no-break spaces before `!` and between thousands, Japanese indents with the ideographic space, typographers set
/// thin spaces: all of that is right where it stands.  Who indexes or compares texts asks for this rule.
public struct ExoticSpace: RewriteRule {
  public let id = "exotic-space"
  public let mode: PluginMode = .off
  public let trigger: ByteClasses? = .oddSpace

  public let fixes = [RewriteExample("10\u{202F}000\u{A0}km\u{2003}east", "10 000 km east")]
  public let leavesAlone = ["one two", "zero\u{200B}width"]

  public init() {}

  static func isOddSpace(_ point: UInt32) -> Bool {
    switch point {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    document.text.eachWideScalar { offset, point, length in
      if Self.isOddSpace(point) { proposals.replace(Span(offset, offset + length), with: " ", .safe) }
    }
  }
}
