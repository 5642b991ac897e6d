import Language
import TextModel

/// Deletes soft hyphens inside words.
///
/// U+00AD says where a word may be divided and is not seen.  Once the text is out of its page the hint is of no use, and
/// the word with it is not found.  A soft hyphen at a line's end is left to the rule for words broken there; one that is not
/// between letters stays.
public struct SoftHyphen: RewriteRule {
  public let id = "soft-hyphen"
  public let trigger: ByteClasses? = .softHyphen

  public let fixes = [RewriteExample("hyphen\u{AD}ation and Wör\u{AD}ter", "hyphenation and Wörter")]
  public let leavesAlone = ["hyphen-ation", "the sign \u{AD} itself", "hyphen\u{AD}\nation"]

  public init() {}

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    text.eachLatinSign { offset, point in
      guard point == 0xAD, let before = text.scalar(endingAt: offset),
        let after = text.scalar(startingAt: offset + 2),
        before.isLetter || before.isMark || before.value == 0xAD, after.isLetter || after.value == 0xAD
      else { return }
      proposals.delete(Span(offset, offset + 2), .safe)
    }
  }
}
