import Language
import TextModel

/// Deletes the backslash before a quotation mark or apostrophe of prose: `it isn\'t late`, `\"We go on,\" he said`.
///
/// Programs write it where a mark stands in a string, and a text that was taken out of one twice keeps it.  Only where all double marks of the
/// text have it, or an apostrophe inside a contraction does, in a text of paragraphs without code.
public struct EscapedMark: RewriteRule {
  public init() {}
  public let id = "escaped-mark"
  public let trigger: ByteClasses? = [.straightQuote, .apostrophe]

  public let fixes = [
    RewriteExample("The envoy said it isn\\'t late, and left.", "The envoy said it isn't late, and left."),
    RewriteExample(
      "The envoy said that it was late, and that nobody knew of it. \\\"We go on,\\\" he said at the end, and left for the boat.",
      "The envoy said that it was late, and that nobody knew of it. \"We go on,\" he said at the end, and left for the boat."
    ),
  ]
  public let leavesAlone = [
    "Write \\\" for a mark in a string.", "a caf\\'e in Lyon", "\"It\" is \\\"so\\\".", "x = \\\"a\\\"; y = \\\"b\\\"",
    "\\'", "\\\"",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let bytes = document.utf8
    guard var slash = ByteSearch.first(0x5C, in: bytes, from: 0), document.hasParagraphs, !document.hasTechnicalLines
    else { return }
    let doubles = escapedDoubles(text)
    while slash + 1 < bytes.count {
      let mark = slash + 1
      let goes = bytes[mark] == 0x22 ? doubles : bytes[mark] == 0x27 && isContraction(text, mark)
      if goes, !document.isVerbatim(at: slash) { proposals.delete(Span(slash, mark), .likely) }
      guard let next = ByteSearch.first(0x5C, in: bytes, from: mark) else { return }
      slash = next
    }
  }

  /// Whether the double marks of the text are two or more and have a backslash each, and nothing says that strings are meant.
  private func escapedDoubles(_ text: Text) -> Bool {
    var marks = 0
    var at = 0
    while let mark = ByteSearch.first(0x22, in: text.utf8, from: at) {
      guard mark > 0, text[mark - 1] == 0x5C else { return false }
      // `=\"a\"`
      if mark > 1, text[mark - 2] == UInt8(ascii: "=") || text[mark - 2] == 0x5C { return false }
      if text.has("=", at: mark - 3) || text.has(";", at: mark + 1) { return false }
      marks += 1
      at = mark + 1
    }
    return marks >= 2 && marks % 2 == 0
  }

  /// `isn\'t`, `the council\'s`
  private func isContraction(_ text: Text, _ mark: Int) -> Bool {
    guard mark > 1, text.isASCIILetter(mark - 2) else { return false }
    let ending = text.letters(from: mark + 1)
    return Contraction.endings.contains(Lexicon.hash(text.utf8, ending.range))
      && !text.isASCIILetter(ending.end) && !text.has("\\", at: ending.end)
  }
}
