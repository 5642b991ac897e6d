import Language
import TextModel

/// Deletes characters of no width where they have no work to do.
///
/// Zero width spaces, word joiners and invisible operators come along when text is copied from pages; a search then misses the word
/// they are in.  They go where both neighbours are letters, digits, marks or spaces of Latin, Greek or Cyrillic text, or
/// where the line begins or ends.  Scripts that use them to divide words (Thai, Khmer, Burmese) keep them.  The zero width joiner and
/// non-joiner are left alone everywhere: emoji, Arabic and Indic scripts are written with them.
public struct InvisibleCharacter: RewriteRule {
  public let id = "invisible-character"
  public let trigger: ByteClasses? = .invisible

  public let fixes = [
    RewriteExample("zero\u{200B}width and \u{200B}more\u{2060}", "zerowidth and more"),
    RewriteExample("слово\u{200B}\u{200B} и", "слово и"),
  ]
  public let leavesAlone = [
    "👩\u{200D}👩\u{200D}👧", "می\u{200C}خواهم", "क्\u{200D}ष", "ภาษา\u{200B}ไทย", "Auf\u{200C}lage",
  ]

  public init() {}

  static func isIdle(_ point: UInt32) -> Bool { point == 0x200B || (0x2060...0x2064).contains(point) }

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    var runStart = -1
    var runEnd = -1
    func close() {
      if runStart >= 0, allows(text.scalar(endingAt: runStart)), allows(text.scalar(startingAt: runEnd)) {
        proposals.delete(Span(runStart, runEnd), .safe)
      }
      runStart = -1
    }
    text.eachWideScalar { offset, point, length in
      guard Self.isIdle(point) else { return }
      if runStart >= 0, runEnd == offset {
        runEnd = offset + length
        return
      }
      close()
      runStart = offset
      runEnd = offset + length
    }
    close()
  }

  /// Whether a neighbour belongs to text that has no use for them.
  private func allows(_ neighbour: Unicode.Scalar?) -> Bool {
    guard let neighbour else { return true }
    switch neighbour.value {
    case ..<0x530, 0x1E00...0x1FFF, 0x2010...0x205F, 0x20A0...0x20C0, 0x2C60...0x2C7F, 0xA720...0xA7FF: return true
    default: return false
    }
  }
}
