import Language
import TextModel

/// Gives a paragraph that begins with a small article or pronoun its capital.
///
/// `the dispute enters a new round`, `a Report from the probe`: a link or a drop cap at the start took the capital along.  Only in damaged
/// text whose paragraphs begin with capitals, where the paragraph before is finished.
public struct LowercaseStart: WordRule {
  public init() {}
  public let id = "lowercase-start"
  public let languages: LanguageScope = .only([.english])

  private static let body = "The the river rose with with the rain, and a bridge was carried away by the water."

  public let fixes = [
    RewriteExample(
      body + "\n\na report on the bridge, which the council ordered, will come in May.",
      body + "\n\nA report on the bridge, which the council ordered, will come in May."),
    RewriteExample(
      body + "\n\nalready in the morning the council, which met at nine, had closed the road.",
      body + "\n\nAlready in the morning the council, which met at nine, had closed the road."),
    RewriteExample(
      "the bridge over the the river, which stood with with help, was carried away.",
      "The bridge over the the river, which stood with with help, was carried away."),
  ]
  public let leavesAlone = [
    body + "\n\nthe bridge",
    "The river rose.\n\nthe bridge over it, which was old, was carried away by the water at night.",
    body + "\n\nwater that rose in the night, as it does in May.\n\nrain that fell in the night, as it does in May.",
    body.dropLast() + "\n\nthe bridge over it, which was old, was carried away by the water at night.",
  ]

  public let places = [WordTrigger(shape: \.isLower, gaps: [.line], entry: { $0.isWord(upTo: 3) })]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let text = document.text
    let words = document.words
    let lines = document.paragraphs
    var line = 0
    for k in places {
      let word = words[k]
      while line < lines.count, lines[line].end <= word.start { line += 1 }
      // `a Read The ministry said`: what a link left is no sentence.
      if words.at(k + 1)?.startsWithCapital == true, words.at(k + 2)?.startsWithCapital != false { continue }
      guard line < lines.count, lines[line].start == word.start, lines[line].count >= 48,
        words.at(k + 1)?.gap == .space,
        Self.ends(text, lines[line].end), !isListed(text, lines, line),
        line == 0 || Self.ends(text, lines[line - 1].end), document.isDamaged, StopInPhrase.writesCapitals(document),
        !closesFirst(text, lines[line]), !document.isVerbatim(at: word.start)
      else { continue }
      proposals.replace(
        Span(word.start, word.start + 1), with: CollectionOfOne(text[word.start] & ~0x20), .likely)
    }
  }

  /// Whether a paragraph beside it begins with a small letter too: items, or verse.
  private func isListed(_ text: Text, _ lines: [Span], _ line: Int) -> Bool {
    line > 0 && text.isLower(lines[line - 1].start) || line + 1 < lines.count && text.isLower(lines[line + 1].start)
  }

  /// Whether the first quotation mark of a paragraph closes: then its beginning is lost.
  private func closesFirst(_ text: Text, _ line: Span) -> Bool {
    for at in line.range where text[at] == 0xE2 {
      if text.has("“", at: at) { return false }
      if text.has("”", at: at) { return true }
    }
    return false
  }

  /// Whether a sentence ends before an offset.
  static func ends(_ text: Text, _ offset: Int) -> Bool {
    switch text.scalar(before: offset) {
    case ".", "!", "?", "”", "\"", "»": true
    default: false
    }
  }
}
