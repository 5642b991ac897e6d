import Language
import TextModel

/// Turns C1 controls back into the windows-1252 characters they were: U+0093 becomes `“`.
///
/// Text in windows-1252 that a program took for ISO 8859-1 has control characters where quotation marks, dashes and the euro sign
/// were.  Nobody uses these controls on purpose; browsers read them the same way (WHATWG Encoding Standard).  The five numbers that
/// windows-1252 leaves undefined stay.  U+0085 is taken for the ellipsis, which it nearly always is.
public struct WindowsControl: RewriteRule {
  public let id = "windows-control"
  public let trigger: ByteClasses? = .c1

  public let fixes = [
    RewriteExample("\u{93}Yes,\u{94} she said \u{96} it\u{92}s 5 \u{80}\u{85}", "“Yes,” she said – it’s 5 €…")
  ]
  public let leavesAlone = ["“Yes”", "a\u{81}b", "\u{9D}"]

  public init() {}

  /// U+0080 to U+009F by windows-1252; 0 where it has nothing.
  static let characters: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    var replacement: [UInt8] = []
    document.text.eachLatinSign { offset, point in
      guard point < 0xA0, let scalar = Unicode.Scalar(Self.characters[Int(point - 0x80)]),
        scalar.value != 0
      else { return }
      replacement.removeAll(keepingCapacity: true)
      UTF8Cursor.append(scalar, to: &replacement)
      proposals.replace(Span(offset, offset + 2), with: replacement, .safe)
    }
  }
}
