import Language
import TextModel

/// Writes two single quotation marks in a row as the double mark that they stand for: `‘‘so it is’’` becomes `“so it is”`.
///
/// Typesetters and old converters make a double mark of two single ones, and translation keeps them.  Both ends must be there in one
/// paragraph, and no other mark between them: `‘he said ‘no’’` ends two quotations.
public struct DoubledSingle: RewriteRule {
  public init() {}
  public let id = "doubled-single"
  public let trigger: ByteClasses? = .curly
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("It was called ‘‘a disaster’’ by many.", "It was called “a disaster” by many."),
    RewriteExample("It was called ’’a disaster’’ by many.", "It was called “a disaster” by many."),
    RewriteExample("‘‘We go,’’ he said. ‘‘It is late.’’", "“We go,” he said. “It is late.”"),
  ]
  public let leavesAlone = [
    "‘He said ‘no’’ and ‘she said ‘yes’’.", "12’’ and 14’’ pipes", "‘‘So it began.", "“He said ‘no’” and left.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let bytes = text.utf8
    /// The last doubled mark that opens, and whether a single one stood behind it.
    var opener: Int?
    var skip = -1
    for offset in document.markOffsets {
      let at = Int(offset)
      // Nearly all marks are others.
      if bytes[at] != 0xE2 {
        if bytes[at] == 0x0A, at >= skip { opener = nil }
        continue
      }
      guard at >= skip, isSingle(bytes, at) else { continue }
      guard isSingle(bytes, at + 3), !isSingle(bytes, at + 6) else {
        // An apostrophe may stand inside, a mark may not.
        if !(text.isLetter(at + 3) && at > 0 && text.isLetter(text.index(before: at))) { opener = nil }
        continue
      }
      skip = at + 6
      let isAfterGap = at == 0 || bytes[at - 1] <= 0x20 || bytes[at - 1] == UInt8(ascii: "(")
      if isAfterGap, text.isLetter(at + 6) {
        opener = at
      } else if let open = opener, bytes[at + 2] == 0x99, bytes[at + 5] == 0x99, !isAfterGap, !text.isLetter(at + 6),
        !text.isDigit(at + 6), at - open > 9, !document.isVerbatim(at: open)
      {
        proposals.together {
          $0.replace(Span(open, open + 6), with: "“", .likely)
          $0.replace(Span(at, at + 6), with: "”", .likely)
        }
        opener = nil
      }
    }
  }

  private func isSingle(_ bytes: [UInt8], _ at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x80 && bytes[at + 2] | 1 == 0x99
  }
}
