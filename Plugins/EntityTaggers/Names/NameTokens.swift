import Language
import TextModel

/// The tokens that the model of names reads: those of the document, with initials and abbreviations in one piece and the
/// possessive ending apart.
///
/// `U.S.`, `U. S.` (pulled apart by a bad sentence splitter), `J. K.` and `Gen.` are one token each; `China’s` is two.
/// Kept flat, one array a property, and reused from text to text.
package struct NameTokens {
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    /// Starts with a letter.
    package static let word = Traits(rawValue: 1)
    /// Starts with a capital letter.
    package static let capital = Traits(rawValue: 2)
    /// Two letters or more, all of them capitals.
    package static let allCapitals = Traits(rawValue: 4)
    package static let digit = Traits(rawValue: 8)
    /// Touches the token before.
    package static let glued = Traits(rawValue: 16)
    /// Ends in a full stop of its own.
    package static let dotted = Traits(rawValue: 32)
    package static let possessive = Traits(rawValue: 64)
    /// A capital behind a small letter: `McCain`, `eBay`.
    package static let camel = Traits(rawValue: 128)
    /// In small letters no part of a name, as far as the training sets go.
    package static let plain = Traits(rawValue: 256)
  }

  package private(set) var spans: [Span] = []
  package private(set) var traits: [Traits] = []
  /// A hash of the token in lower case, white space left out.
  package private(set) var words: [UInt64] = []
  /// A hash of the shape: capitals, small letters, digits and marks, runs shortened.
  package private(set) var shapes: [UInt64] = []

  package init() {}
  package var count: Int { spans.count }

  /// Reads a document anew.  Linear.
  package mutating func read(_ document: Document) {
    spans.removeAll(keepingCapacity: true)
    traits.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    shapes.removeAll(keepingCapacity: true)
    let tokens = document.tokens
    document.text.utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < tokens.count {
        let token = tokens[index]
        if token.kind == .word {
          if let end = Self.initials(tokens, index, bytes) {
            add(Span(token.span.start, tokens[end - 1].span.end), bytes)
            index = end
            continue
          }
          if index + 1 < tokens.count, Self.isStop(tokens[index + 1], bytes, after: token.span.end),
            Abbreviated.contains(bytes, token.span)
          {
            add(Span(token.span.start, token.span.end + 1), bytes)
            index += 2
            continue
          }
          let tail = Self.possessive(bytes, token.span)
          if tail > 0, token.span.count > tail {
            add(Span(token.span.start, token.span.end - tail), bytes)
            add(Span(token.span.end - tail, token.span.end), bytes)
            traits[traits.count - 1].insert(.possessive)
            index += 1
            continue
          }
        }
        add(token.span, bytes)
        index += 1
      }
    }
  }

  private static func isStop(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>, after end: Int) -> Bool {
    token.span.start == end && token.span.count == 1 && bytes[end] == UInt8(ascii: ".")
  }

  /// Length of `'s` or `’s` at the end of a word, else 0.
  private static func possessive(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span) -> Int {
    guard span.count >= 3, bytes[span.end - 1] | 0x20 == UInt8(ascii: "s") else { return 0 }
    if bytes[span.end - 2] == UInt8(ascii: "'") { return 2 }
    guard span.count >= 5 else { return 0 }
    return bytes[span.end - 2] == 0x99 && bytes[span.end - 3] == 0x80 && bytes[span.end - 4] == 0xE2 ? 4 : 0
  }

  /// The token behind a chain of single letters with full stops that starts at `index`; nil where there is none.
  private static func initials(_ tokens: [Token], _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    func letter(_ at: Int) -> Bool {
      guard at < tokens.count, tokens[at].kind == .word, tokens[at].span.count == 1 else { return false }
      return (bytes[tokens[at].span.start] | 0x20) &- 0x61 < 26
    }
    func isUpper(_ at: Int) -> Bool { bytes[tokens[at].span.start] & 0x20 == 0 }
    guard letter(index), index + 1 < tokens.count, isStop(tokens[index + 1], bytes, after: tokens[index].span.end)
    else { return nil }
    var at = index + 2
    var letters = 1
    while letters < 8, letter(at), isUpper(at) == isUpper(index) {
      let gap = tokens[at].span.start - tokens[at - 1].span.end
      guard gap == 0 || (gap == 1 && isUpper(at) && bytes[tokens[at - 1].span.end] == 0x20) else { break }
      if at + 1 < tokens.count, isStop(tokens[at + 1], bytes, after: tokens[at].span.end) {
        at += 2
        letters += 1
      } else if gap == 0 {
        at += 1
        letters += 1
        break
      } else {
        break
      }
    }
    if letters > 1 { return at }
    // One initial: `W. Bush`.
    guard isUpper(index), at < tokens.count, tokens[at].kind == .word, tokens[at].span.count > 1,
      tokens[at].span.start - tokens[at - 1].span.end <= 1, bytes[tokens[at].span.start] &- 0x41 < 26
    else { return nil }
    return at
  }

  private mutating func add(_ span: Span, _ bytes: UnsafeBufferPointer<UInt8>) {
    var word: UInt64 = 0xcbf2_9ce4_8422_2325
    var shape: UInt64 = 7
    var lastClass: UInt64 = 0
    var run = 0
    var traits: Traits = []
    var letters = 0
    var capitals = 0
    var at = span.start
    while at < span.end {
      var byte = bytes[at]
      var kind: UInt64
      switch byte {
      case 0x41...0x5A:
        byte |= 0x20
        kind = 1
      case 0x61...0x7A: kind = 2
      case 0x30...0x39:
        byte = 0x30
        kind = 3
      case 0x20, 0x0A, 0x0D, 0x09:
        at += 1
        continue
      case 0x80...:
        // A lead byte says what comes; the letter's case is read off Latin-1, Latin Extended-A, Greek and Cyrillic.
        let next = at + 1 < span.end ? bytes[at + 1] : 0
        if byte == 0xE2, next == 0x80, let plain = LetterCase.plainMark(bytes[at + 2]) {
          byte = plain
          kind = 4 + UInt64(plain)
          at += 2
          break
        }
        kind = LetterCase.of(byte, next)
        word = (word ^ UInt64(byte)) &* 0x100_0000_01b3
        at += 1
        while at < span.end, bytes[at] & 0xC0 == 0x80 {
          var tail = bytes[at]
          if kind == 1, byte == 0xC3 { tail |= 0x20 } else if kind == 1, byte == 0xC4 || byte == 0xC5 { tail |= 1 }
          word = (word ^ UInt64(tail)) &* 0x100_0000_01b3
          at += 1
        }
        at -= 1
        byte = 0
      default: kind = 4 + UInt64(byte)
      }
      if byte != 0 { word = (word ^ UInt64(byte)) &* 0x100_0000_01b3 }
      if kind == 1 {
        if letters == 0, at == span.start || shape == 7 { traits.insert(.capital) }
        if lastClass == 2 { traits.insert(.camel) }
        capitals += 1
      }
      if kind <= 2 { letters += 1 }
      if kind == 3 { traits.insert(.digit) }
      if kind == lastClass { run += 1 } else { run = 0 }
      if run < 2 { shape = (shape ^ kind) &* 0x100_0000_01b3 }
      lastClass = kind
      at += 1
    }
    if letters > 0 { traits.insert(.word) }
    if letters > 1, letters == capitals { traits.insert(.allCapitals) }
    if let last = spans.last, last.end == span.start { traits.insert(.glued) }
    if span.count > 1, bytes[span.end - 1] == UInt8(ascii: ".") { traits.insert(.dotted) }
    if traits.contains(.allCapitals) { shape ^= UInt64(min(letters, 6)) << 32 }
    spans.append(span)
    self.traits.append(traits)
    words.append(word)
    shapes.append(shape)
  }

  /// The hash of a word without its last letter, an ASCII one: each step of the hash can be taken back.
  static func hash(_ word: UInt64, without letter: UInt8) -> UInt64 { (word &* 0xCE96_5057_AFF6_957B) ^ UInt64(letter) }
}

/// Upper or lower case of two-byte letters, without tables: 1 capital, 2 small or without case.
enum LetterCase {
  /// Curly quotation marks and long dashes are read as the plain ones: the last byte of U+2013…U+201F.
  static func plainMark(_ last: UInt8) -> UInt8? {
    switch last {
    case 0x98...0x9B: UInt8(ascii: "'")
    case 0x9C...0x9F: UInt8(ascii: "\"")
    case 0x90...0x95: UInt8(ascii: "-")
    default: nil
    }
  }

  static func of(_ lead: UInt8, _ next: UInt8) -> UInt64 {
    switch lead {
    case 0xC3: next >= 0x80 && next <= 0x9E && next != 0x97 ? 1 : 2
    case 0xC4, 0xC5: next & 1 == 0 ? 1 : 2
    case 0xCE: next >= 0x91 && next <= 0xA9 ? 1 : 2
    case 0xD0: next <= 0xAF ? 1 : 2
    case 0xE2, 0xC2: 5
    default: 2
    }
  }
}

/// Abbreviations of titles, ranks and forms of companies, and of states where they have a capital: their full stop belongs
/// to them.
enum Abbreviated {
  private static let words: Set<String> = [
    "adm", "assn", "atty", "bros", "capt", "cmdr", "co", "col", "comdr", "corp", "dept", "dr", "fr", "ft", "gen",
    "gov", "hon", "inc", "intl", "jr", "lt", "ltd", "maj", "messrs", "mr", "mrs", "ms", "mt", "pres", "prof", "rep",
    "reps", "rev", "sen", "sens", "sgt", "sr", "st", "univ", "vs",
  ]
  /// Of the United States, as newspapers write them (`Sacramento, Calif.`).
  private static let states: Set<String> = [
    "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Mass", "Md",
    "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis",
    "Wyo",
  ]
  private static let hashes = Set(words.map { hash($0, folding: true) })
  private static let exactHashes = Set(states.map { hash($0, folding: false) })

  static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span) -> Bool {
    guard (2...6).contains(span.count) else { return false }
    var folded: UInt64 = 0
    var exact: UInt64 = 0
    for at in span.range {
      folded = folded << 8 | UInt64(bytes[at] | 0x20)
      exact = exact << 8 | UInt64(bytes[at])
    }
    return hashes.contains(folded) || (bytes[span.start] & 0x20 == 0 && exactHashes.contains(exact))
  }

  private static func hash(_ word: String, folding: Bool) -> UInt64 {
    word.utf8.reduce(0) { $0 << 8 | UInt64(folding ? $1 | 0x20 : $1) }
  }
}
