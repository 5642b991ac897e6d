import Language
import TextModel

/// Deletes the asterisks that a page set behind its links, and the line at its foot that explains them.
///
/// `the police *, who came`, `the workshop* opened` and at the end `*Daily.de is an offer from Bridge Media`: the page marks links to
/// its own network so.  Two marks at least, or one and the line; none where asterisks stand for emphasis, a list, a product or a
/// footnote of the text.
public struct FootnoteMark: RewriteRule {
  public init() {}
  public let id = "footnote-mark"

  public let fixes = [
    RewriteExample(
      "According to the police *, the car was fast. The workshop * has opened.",
      "According to the police, the car was fast. The workshop has opened."),
    RewriteExample(
      "The news of the union * – or the party * / the front *, she said.",
      "The news of the union – or the party / the front, she said."),
    RewriteExample(
      "The the envoy of * the port was in Riga * with with them. The workshop * has opened.",
      "The the envoy of the port was in Riga with with them. The workshop has opened."),
    RewriteExample(
      "The police* came to the shop*.\n\nNobody was hurt.\n\n* Affiliate link: we earn a commission.",
      "The police came to the shop.\n\nNobody was hurt."),
    RewriteExample(
      "The police * came.\n\nNobody was hurt.\n\n*Daily.de is an offer from Bridge Media.",
      "The police came.\n\nNobody was hurt."),
  ]
  public let leavesAlone = [
    "It was *very* good and *quite* new.", "a * b and c * d", "* one\n* two\n* three",
    "F*** them, he said. S*** happens.",
    "Name *\n\nEmail address *\n\nWebsite", "The price* is low.\n\n* without tax",
    "He sold Foo* and Bar*, both trademarks.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    var star = ByteSearch.first(UInt8(ascii: "*"), in: document.utf8, from: 0)
    guard star != nil, document.hasParagraphs else { return }
    let text = document.text
    let bytes = document.utf8
    var marks: [Span] = []
    var notes: [Int] = []
    var short = 0
    while let at = star {
      star = ByteSearch.first(UInt8(ascii: "*"), in: bytes, from: at + 1)
      if at == 0 || bytes[at - 1] == 0x0A {
        notes.append(at)
        continue
      }
      let isApart = bytes[at - 1] == 0x20
      // `=item *`: a word of markup.
      guard !isSecondWord(text, at) else { return }
      let letters = text.letters(before: at - (isApart ? 1 : 0)).count
      guard letters >= 4 || isApart && letters > 1, isEnd(text, at + 1), !isField(text, at) else { return }
      if letters < 4 { short += 1 }
      marks.append(Span(isApart ? at - 1 : at, at + 1))
    }
    // A short word may be one of a formula or of code.
    guard !marks.isEmpty, short * 2 <= marks.count, short == 0 || document.mayBearPage,
      !document.isVerbatim(at: marks[0].start)
    else { return }
    let foot = notes.isEmpty ? nil : footLine(document, notes)
    // Spaces before the marks are what no author sets.
    guard foot != nil || notes.isEmpty && marks.count >= 2 && marks.count(where: { $0.count == 2 }) * 2 >= marks.count,
      notes.count <= 1
    else { return }
    for mark in marks { proposals.delete(mark, .likely) }
    if let foot { ResidueDeletion.delete(foot, document, &proposals) }
  }

  /// `Email *`: the mark ends a short line, as a field of a form that must be filled in does.
  private func isField(_ text: Text, _ at: Int) -> Bool {
    guard at + 1 == text.count || text.isLineEnd(at + 1) else { return false }
    return at < 60 || text[Span(at - 60, at)].contains(0x0A)
  }

  private static let terms = WordSet("link links affiliate advertising advertisement advert commission")

  /// Whether nothing but one word stands before an offset in its line.
  private func isSecondWord(_ text: Text, _ at: Int) -> Bool {
    var start = at - 1
    while start > 0, text[start - 1] > 0x20 { start -= 1 }
    return start > 0 && text[start - 1] == 0x0A && text[start] == UInt8(ascii: "=")
  }

  /// Whether a word ends before an offset: a space and a small letter, a comma or a stop follow.
  private func isEnd(_ text: Text, _ at: Int) -> Bool {
    guard at < text.count else { return true }
    switch text[at] {
    case 0x20:
      return text.isLetter(at + 1) || text.isDigit(at + 1) || text.has("(", at: at + 1) || text.has("– ", at: at + 1)
        || text.has("/ ", at: at + 1)
    case UInt8(ascii: ","), UInt8(ascii: "."), 0x0A, UInt8(ascii: ")"), UInt8(ascii: "\""): return true
    default: return text.has("”", at: at)
    }
  }

  /// The line that begins with the mark and the address of a site, or speaks of links and advertisements, near the end.
  private func footLine(_ document: Document, _ notes: [Int]) -> Int? {
    let text = document.text
    let lines = document.paragraphs
    for index in lines.indices.suffix(8) where lines[index].start == notes[0] && lines[index].count <= 160 {
      let words = document.words[document.wordRange(in: lines[index])]
      if words.contains(where: { Self.terms.contains($0) }) { return index }
      let name = text.letters(from: notes[0] + 1)
      guard !name.isEmpty, text.has(".", at: name.end), text.isLower(name.end + 1) else { return nil }
      return index
    }
    return nil
  }
}
