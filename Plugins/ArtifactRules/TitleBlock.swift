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
    let isTitle = (0..<depth).map { Self.isTitle(text, lines[$0]) }
    for first in 0..<depth where isTitle[first] {
      for second in first + 1..<min(first + 4, depth) {
        guard isTitle[second] else {
          if lines[second].count > 80 { break }
          continue
        }
        guard
          Self.hasProse(lines, behind: second) || second == first + 1 && Self.hasSentence(text, lines, behind: second)
        else { continue }
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
    if let again = Self.again(document, depth) {
      (title, copy) = again
      return
    }
    // `Roast carrots`, `Roast carrots`: too short for a title that is known by itself.
    for first in 0..<min(4, depth - 1)
    where lines[first].count >= 8 && lines[first].count == lines[first + 1].count
      && Self.words(text, lines[first]) > 1 && text.isASCIILetter(lines[first].end - 1)
      && text[lines[first]].elementsEqual(text[lines[first + 1]]) && Self.hasProse(lines, behind: first + 1)
      && document.mayBearPage
    {
      title = first
      copy = first + 1
      return
    }
    return nil
  }

  /// A title that stands once more with other accents or marks, cut short, or behind the name of a section: `Farmers'` and `Farmers’`,
  /// `Chamber - Old bridge falls`.
  private static func again(_ document: Document, _ depth: Int) -> (title: Int, copy: Int)? {
    let lines = document.paragraphs
    let text = document.text
    for first in 0..<min(4, depth) where isTitle(text, lines[first]) {
      var bare: [UInt8] = []
      for second in first + 1..<depth
      where mayAgree(text, lines[first], lines[second]) && isTitle(text, lines[second])
        && hasProse(lines, behind: second)
      {
        if bare.isEmpty { bare = letters(text, lines[first]) }
        guard bare.count >= 24 else { break }
        let other = letters(text, lines[second])
        guard other.count >= 24 else { continue }
        if bare == other
          || other.starts(with: bare) && other.count - bare.count <= 24 && text.has("…", at: lines[first].end - 3)
        {
          return (first, second)
        }
        // Cut short: six words or more, and not much is lost.
        if bare.starts(with: other), bare.count - other.count <= 24, words(text, lines[second]) >= 6 {
          return (first, second)
        }
        // `Benefits of oil in the winter season`, `Benefits of oil in winter season`: a translator met it twice.
        if isNear(document, lines[first], lines[second]) { return (first, second) }
        if second <= first + 2, isReworded(document, lines[first], lines[second]) { return (first, second) }
        // A section's name before it.
        if other.count > bare.count, other.count - bare.count <= 24, other.suffix(bare.count).elementsEqual(bare),
          words(text, lines[first]) >= 5, setsOff(text, lines[second])
        {
          return (first, second)
        }
      }
    }
    return nil
  }

  /// Whether one line has all words of the other in their order, and no more than two short ones besides.
  private static func isNear(_ document: Document, _ a: Span, _ b: Span) -> Bool {
    var long = document.words[document.wordRange(in: a)]
    var short = document.words[document.wordRange(in: b)]
    if long.count < short.count { swap(&long, &short) }
    guard short.count >= 7, long.count - short.count <= 2 else { return false }
    for word in long {
      if word.hash == short.first?.hash {
        short = short.dropFirst()
      } else if word.count > 3 || !word.isLower {
        return false
      }
    }
    return short.isEmpty
  }

  /// `Coach Felber comments after the cup disaster`, `Coach Felber after cup disaster: “We are people”`: the same first words, two in three words
  /// of content in both, and the second with a colon and what was said.
  private static func isReworded(_ document: Document, _ a: Span, _ b: Span) -> Bool {
    let text = document.text
    let title = document.words[document.wordRange(in: a)]
    let other = document.words[document.wordRange(in: b)]
    // `Felber and Roth respond sharply`, `Felber and Roth respond sharply to rumours in the ward`
    if title.count >= 5, other.count > title.count, zip(title, other).allSatisfy({ $0.hash == $1.hash }),
      text[b.end - 1] != UInt8(ascii: "."), other[other.startIndex + title.count].gap == .space
    {
      return true
    }
    guard title.count >= 6, other.count >= 6, title.first?.hash == other.first?.hash,
      title.dropFirst().first?.hash == other.dropFirst().first?.hash,
      b.range.contains(where: { text.has(": “", at: $0) || text.has(": \"", at: $0) || text.has(": ‘", at: $0) })
    else { return false }
    let content = title.filter { $0.count >= 3 && !ProseWords.has(.joins, text, $0.span) }
    return content.count >= 4
      && content.count(where: { word in other.contains { $0.hash == word.hash } }) * 3 >= content.count * 2
  }

  /// Whether two lines are about as long, and begin or end with the same letter.
  private static func mayAgree(_ text: Text, _ a: Span, _ b: Span) -> Bool {
    guard a.count >= 24, b.count >= 24, abs(a.count - b.count) <= 40 else { return false }
    return fold(text[a.start]) == fold(text[b.start]) && fold(text[a.start + 1]) == fold(text[b.start + 1])
      || fold(text[a.end - 1]) == fold(text[b.end - 1]) && fold(text[a.end - 2]) == fold(text[b.end - 2])
      || text[a.start] >= 0x80 || text[b.start] >= 0x80
  }

  /// Whether a dash, bar or colon with a space behind stands within the first words of a line.
  private static func setsOff(_ text: Text, _ line: Span) -> Bool {
    (line.start..<min(line.start + 24, line.end)).contains {
      text.has(" - ", at: $0) || text.has(" – ", at: $0) || text.has(" | ", at: $0) || text.has(": ", at: $0)
    }
  }

  /// The letters and digits of a line in small letters, those of Latin-1 and Latin Extended-A without their accents.
  private static func letters(_ text: Text, _ line: Span) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(line.count)
    var at = line.start
    while at < line.end {
      let byte = text[at]
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 {
        letters.append(byte | (byte < 0x40 ? 0 : 0x20))
        at += 1
      } else if byte < 0x80 {
        at += 1
      } else {
        let scalar = text.scalar(at: at)
        if scalar.value >= 0xC0, scalar.value < 0x250 {
          letters.append(Latin.base(of: scalar.value))
        } else if scalar.properties.isAlphabetic {
          for unit in scalar.properties.lowercaseMapping.utf8 { letters.append(unit) }
        }
        at = text.index(after: at)
      }
    }
    return letters
  }

  /// Whether a third of the lines are `Name: value`.
  private static func isListOfFields(_ text: Text, _ lines: ArraySlice<Span>) -> Bool {
    lines.count { text.has(": ", at: text.letters(from: $0.start).end) } * 3 >= lines.count
  }

  /// Four words or more, no full stop.
  static func isTitle(_ text: Text, _ line: Span) -> Bool {
    guard line.count >= 20, line.count <= 240,
      text[line.end - 1] != UInt8(ascii: ".") || text.has("...", at: line.end - 3)
    else { return false }
    var spaces = 0
    for at in line.range where text[at] == 0x20 {
      spaces += 1
      if spaces == 3 { return true }
    }
    return false
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

  /// Whether a line of some length that ends a sentence comes soon behind a long one: where links cut the paragraphs none is long.
  private static func hasSentence(_ text: Text, _ lines: [Span], behind index: Int) -> Bool {
    lines[index].count >= 48
      && lines[min(index + 1, lines.count)..<min(index + 7, lines.count)].contains {
        $0.count >= 60 && text[$0.end - 1] == UInt8(ascii: ".")
      }
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
    // `HomeRegionOld bridge falls...`: the title may be cut short.
    let dots = text.has("...", at: a.end - 3) || text.has("…", at: a.end - 3) ? 3 : 0
    if dots > 0, a.count > 30 {
      for start in a.start + 4..<min(a.start + 40, a.end - 20)
      where text.isLower(start - 1) && (text.isCapital(start) || text.has("“", at: start))
        && text[start] == text[b.start]
      {
        let rest = Span(start, a.end - dots)
        guard rest.count <= b.count, text[rest].elementsEqual(text[Span(b.start, b.start + rest.count)]) else {
          continue
        }
        return text.isCapital(a.start) && text[Span(a.start, start)].allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
      }
    }
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

/// Letters with accents and the ones that stand for them where accents are lost.
private enum Latin {
  static func base(of value: UInt32) -> UInt8 {
    switch value {
    case 0xC0...0xC6, 0xE0...0xE6, 0x100...0x105: UInt8(ascii: "a")
    case 0xC7, 0xE7, 0x106...0x10D: UInt8(ascii: "c")
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: UInt8(ascii: "e")
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: UInt8(ascii: "i")
    case 0xD1, 0xF1, 0x143...0x148: UInt8(ascii: "n")
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: UInt8(ascii: "o")
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: UInt8(ascii: "u")
    case 0xDD, 0xFD, 0xFF: UInt8(ascii: "y")
    case 0x15A...0x161: UInt8(ascii: "s")
    case 0x179...0x17E: UInt8(ascii: "z")
    case 0x11E, 0x11F: UInt8(ascii: "g")
    case 0x139...0x142: UInt8(ascii: "l")
    case 0x154...0x159: UInt8(ascii: "r")
    case 0x162...0x165: UInt8(ascii: "t")
    case 0x10E...0x111: UInt8(ascii: "d")
    default: 0xFF
    }
  }
}
