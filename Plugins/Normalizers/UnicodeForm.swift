import Language
import TextModel

/// Brings the text into a Unicode normalization form, NFC unless another is named.
///
/// `é` may be one code point or two; programs that compare bytes take them for different.  NFC (UAX #15) is the form that the web and
/// nearly all software write, and changes nothing that can be seen.  NFKC and NFKD also replace compatibility characters (`²` by `2`), which
/// loses meaning: they are for indexes, not for texts.
public struct UnicodeForm: RewriteRule {
  public let id = "unicode-form"
  public var trigger: ByteClasses? { form == .nfc ? .doubtfulForm : .nonASCII }
  /// The form, nil where none is wanted.
  public let form: Normalizer.Form?

  public let fixes = [RewriteExample("Cafe\u{301} A\u{30A}", "Café Å")]
  public let leavesAlone = ["Café", "x²", "ﬁ", "한글"]

  public init(_ form: Normalizer.Form? = .nfc) {
    self.form = form
  }

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard let form else { return }
    document.utf8.withUnsafeBufferPointer { bytes in
      Normalizer.changes(of: bytes, to: form) { proposals.replace($0, .safe) }
    }
  }
}
