import Language
import TextModel

/// The first lines of an article: where its title is, where the title stands again, and what a theme put above it.
struct TitleBlock {
  /// The first line that is the title.
  let title: Int
  /// The line to delete because it is the title once more, with or without the site’s name.
  let copy: Int

  /// How many lines are looked at.
  private static let depth = 9

  /// Finds a title that stands twice among the first lines, with nothing but short lines between, and prose behind.
  init?(_ document: Document) {
    let lines = document.paragraphs
    let text = document.text
    let depth = min(Self.depth, lines.count)
    guard depth > 2, !Self.isListOfFields(text, lines[..<depth]) else { return nil }
    for first in 0..<depth where Self.isTitle(text, lines[first]) {
      for second in first + 1..<min(first + 4, depth) {
        guard Self.isTitle(text, lines[second]) else {
          if lines[second].count > 80 { break }
          continue
        }
        guard Self.hasProse(lines, behind: second) else { continue }
        if Self.isSame(text, lines[first], lines[second]) {
          title = first
          copy = second
          return
        }
        if Self.isSame(text, lines[first], lines[second], withSite: true)
          || Self.ends(text, lines[first], with: lines[second])
        {
          title = second
          copy = first
          return
        }
        if second == first + 1, Self.isBare(document, lines[first], of: lines[second]) {
          title = second
          copy = first
          return
        }
        if Self.isSame(text, lines[second], lines[first], withSite: true) {
          title = first
          copy = second
          return
        }
      }
    }
    return nil
  }

  /// Whether a third of the lines are `Name: value`.
  private static func isListOfFields(_ text: Text, _ lines: ArraySlice<Span>) -> Bool {
    lines.count { text.has(": ", at: text.letters(from: $0.start).end) } * 3 >= lines.count
  }

  /// Four words or more, no full stop.
  static func isTitle(_ text: Text, _ line: Span) -> Bool {
    guard line.count >= 20, line.count <= 240, text[line.end - 1] != UInt8(ascii: ".") else { return false }
    return words(text, line) >= 4
  }

  static func words(_ text: Text, _ line: Span) -> Int {
    var count = 1
    for at in line.range where text[at] == 0x20 { count += 1 }
    return count
  }

  /// Whether a long line comes soon: poems and lists have none.
  static func hasProse(_ lines: [Span], behind index: Int) -> Bool {
    lines[min(index + 1, lines.count)..<min(index + 5, lines.count)].contains { $0.count >= 120 }
  }

  /// Whether two lines are the same but for the case of ASCII letters; `withSite`: but for what follows a bar or dash in the first.
  private static func isSame(_ text: Text, _ a: Span, _ b: Span, withSite: Bool = false) -> Bool {
    guard withSite ? a.count > b.count + 3 : a.count == b.count else { return false }
    for k in 0..<b.count where fold(text[a.start + k]) != fold(text[b.start + k]) { return false }
    guard withSite else { return true }
    let rest = a.start + b.count
    guard a.end - rest <= 48, text[rest] == 0x20 else { return false }
    return text.has(" | ", at: rest) || text.has(" - ", at: rest) || text.has(" – ", at: rest)
      || text.has(" — ", at: rest) || text.has(" » ", at: rest) || text.has(" :: ", at: rest)
  }

  /// Whether a line has the words of the title without its marks, all of them or the first five or more: the page’s address.
  private static func isBare(_ document: Document, _ a: Span, of title: Span) -> Bool {
    let bare = document.words[document.wordRange(in: a)]
    let words = document.words[document.wordRange(in: title)]
    guard bare.count >= 5, bare.count <= words.count, words.contains(where: { $0.gap != .space && $0.gap != .line }),
      bare.dropFirst().allSatisfy({ $0.gap == .space })
    else { return false }
    return zip(bare, words).allSatisfy { $0.hash == $1.hash }
  }

  /// Whether a line is the way to the article, `Home News Technology`, and then the title.
  private static func ends(_ text: Text, _ a: Span, with b: Span) -> Bool {
    guard a.count > b.count + 3, a.count <= b.count + 48 else { return false }
    let way = Span(a.start, a.end - b.count)
    for k in 0..<b.count where fold(text[way.end + k]) != fold(text[b.start + k]) { return false }
    // `HomeHealthOld bridge falls`: the links have lost their spaces.
    if text.isLower(way.end - 1), text.isCapital(way.end), text.isCapital(way.start), way.count >= 4 {
      return text[way].allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
    }
    guard text[way.end - 1] == 0x20, text.letters(from: way.start).end < way.end else { return false }
    // Each word has a capital, or is a sign.
    var at = way.start
    while at < way.end {
      if text.isLower(at) { return false }
      while at < way.end, text[at] != 0x20 { at += 1 }
      at += 1
    }
    return true
  }

  private static func fold(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
