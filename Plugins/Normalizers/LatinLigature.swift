import Language
import TextModel

/// Takes Latin ligatures apart: `ﬁnd` becomes `find`.
///
/// Ligatures as characters come from the fonts of PDF files.  They look right and compare wrong.  Letters that only look like ligatures (`æ`, `œ`)
/// and those of other scripts stay.
public struct LatinLigature: RewriteRule {
  public let id = "latin-ligature"
  public let trigger: ByteClasses? = .ligature

  public let fixes = [
    RewriteExample("eﬃcient, ﬁve ﬂoors, ﬅone", "efficient, five floors, stone"),
    RewriteExample("ĳs", "ijs"),
  ]
  public let leavesAlone = ["œuvre, Æsop, straße", "ﬔ", "ﷲ"]

  public init() {}

  static func letters(_ point: UInt32) -> StaticString? {
    switch point {
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    case 0xFB05, 0xFB06: "st"
    case 0x132: "IJ"
    case 0x133: "ij"
    default: nil
    }
  }

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    document.text.eachWideScalar { offset, point, length in
      if let letters = Self.letters(point) { proposals.replace(Span(offset, offset + length), with: letters, .safe) }
    }
  }
}
