import Language
import TextModel

/// Deletes the codes of a publishing system that nobody expanded: `[ad_1]`, `[embed]`, `[gallery ids="7,9"]`.
///
/// Posts copied from a database hold names in square brackets where a plug-in would have put an advertisement, a picture or a form.
/// They go where they stand alone on a line or begin or end one, if the name is one that the systems use or values are
/// assigned in the brackets. Remarks of an editor and sections of settings have neither.
public struct Shortcode: RewriteRule {
  public init() {}
  public let id = "shortcode"
  public let trigger: ByteClasses? = .lineFeed

  public let fixes = [
    RewriteExample("[ad_1]\n\nThe bridge fell.\n\n[ad_2]\n\nNobody was hurt.", "The bridge fell.\n\nNobody was hurt."),
    RewriteExample("[ad_1] The bridge fell.\n\nNobody was hurt.", "The bridge fell.\n\nNobody was hurt."),
    RewriteExample(
      "The bridge fell.\n\n[gallery ids=\"7,9\"]\n\nNobody was hurt.",
      "The bridge fell.\n\nNobody was hurt."),
    RewriteExample("The bridge fell.\n\nNobody was hurt.\n\n[ad_2]", "The bridge fell.\n\nNobody was hurt."),
    RewriteExample(
      "The bridge over the river fell into the water on Monday night.\n\np>\n\nNobody was hurt.",
      "The bridge over the river fell into the water on Monday night.\n\nNobody was hurt."),
    RewriteExample("[19650042] The bridge fell.\n\nNobody was hurt.", "The bridge fell.\n\nNobody was hurt."),
  ]
  public let leavesAlone = [
    "[laughter]\n\nThey left.", "[general]\nname = x\n[tool_a]\nname = y", "He left [sic]\n\nand came.",
    "[1]\n\nSee above.",
    "a[i_1]\n\nb", "[gallery](x.png)\n\nso", "[embed]: x\n\nso",
  ]

  private static let names = WordSet(
    "embed gallery playlist caption adrotate adinserter contact mailpoet wpforms shortcode elementor googlemaps dropcap pullquote"
  )

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let text = document.text
    let lines = document.paragraphs
    for (index, line) in lines.enumerated() {
      if isTagEnd(text, line), index > 0, lines[index - 1].count > 60, !document.isLayout(at: line.start) {
        ResidueDeletion.delete(index, document, &proposals)
        continue
      }
      let isFirst = text[line.start] == UInt8(ascii: "[")
      guard isFirst || text[line.end - 1] == UInt8(ascii: "]"), document.standsInProse(index) else { continue }
      var start = line.start
      while let end = code(text, start, line.end) { start = text.spaceEnd(from: end) }
      if start >= line.end || start > line.start && isEmbedded(text, Span(start, line.end)) {
        ResidueDeletion.delete(index, document, &proposals)
      } else if start > line.start, text[start - 1] == 0x20 {
        proposals.delete(Span(line.start, start), .likely)
      } else if start == line.start, let open = lastOpener(text, line), code(text, open, line.end) == line.end,
        open > line.start, text[open - 1] == 0x20
      {
        proposals.delete(Span(text.spaceStart(before: open), line.end), .likely)
      }
    }
  }

  /// `https://example.org/7[/embed]`: an address, and the code that ends it.
  private func isEmbedded(_ text: Text, _ rest: Span) -> Bool {
    guard text.has("http", at: rest.start), !text[rest].contains(0x20), let open = lastOpener(text, rest) else {
      return false
    }
    return text.has("/", at: open + 1) && code(text, open, rest.end) == rest.end
  }

  /// `p>`: what is left of a tag, on a line of its own.
  private func isTagEnd(_ text: Text, _ line: Span) -> Bool {
    guard line.count <= 5, line.count > 1, text[line.end - 1] == UInt8(ascii: ">") else { return false }
    let start = text[line.start] == UInt8(ascii: "/") ? line.start + 1 : line.start
    return text.isLower(start) && text.letters(from: start).end == line.end - 1
  }

  private func lastOpener(_ text: Text, _ line: Span) -> Int? {
    var at = line.end
    while at > line.start, line.end - at < 200 {
      at -= 1
      if text[at] == UInt8(ascii: "[") { return at }
    }
    return nil
  }

  /// The end of the code that begins at an offset.
  private func code(_ text: Text, _ start: Int, _ limit: Int) -> Int? {
    guard start < limit, text[start] == UInt8(ascii: "[") else { return nil }
    // `[19659004]`: the number of a paragraph in a database; no footnote has so many digits.
    let number = text.digits(from: start + 1)
    if number.count >= 6, number.end < limit, text[number.end] == UInt8(ascii: "]") { return number.end + 1 }
    let name = text.letters(from: text.has("/", at: start + 1) ? start + 2 : start + 1)
    guard text.isLower(name.start) else { return nil }
    var at = name.end
    var assigns = false
    while at < limit, at - start < 200, text[at] != UInt8(ascii: "]"), text[at] != UInt8(ascii: "[") {
      if text[at] == UInt8(ascii: "="), text.has("\"", at: at + 1) || text.has("'", at: at + 1) || text.isDigit(at + 1)
      {
        assigns = true
      }
      at += 1
    }
    guard at < limit, text[at] == UInt8(ascii: "]"), !text.has("(", at: at + 1), !text.has(":", at: at + 1) else {
      return nil
    }
    let isNumberedAdvert =
      text.has("ad_", at: name.start) && text.digits(from: name.start + 3).end == at && at > name.start + 3
    return assigns || isNumberedAdvert || Self.names.contains(Lexicon.hash(text.utf8, name.range)) ? at + 1 : nil
  }
}
