import Language
import TextModel

/// Ends the sentence at a full stop that lost its space.
///
/// `… was late.The ferry …`: translators and scrapers glue sentences. A word of at least two letters, a number or a closing
/// mark, the full stop, and an ordinary word with a capital letter. Addresses, file names and names with a full stop inside
/// (`Node.js`, `J.Moss`, `Dr.Kay`) stay whole.
public struct MissingSpace: SentenceRule {
  public init() {}
  public var id: String { "missing-space" }
  public var places: SentencePlace.Kind { [.stop, .ellipsis, .tight] }
  public var examples: [SentenceExample] {
    [
      "The ferry was late.|The crew said nothing.",
      "It closed in 2014.|Nobody objected.",
      "Ask Jane.Moss@example.com or see Report.Final.doc there.",
      "They met J.Moss and Dr.Kay.",
    ]
  }

  public static func verdict(at place: SentencePlace) -> SentenceVerdict {
    guard place.kind.contains(.tight), place.nextShape.isCapital || place.nextShape == .mixed else { return .abstain }
    if !place.abbreviation.isDisjoint(with: [.title, .always]) { return .join }
    guard before(place), after(place) else { return .join }
    return .split
  }

  /// A word that may end a sentence stands before the mark.
  static func before(_ place: SentencePlace) -> Bool {
    // Closing marks between are enough of a break.
    if place.closed > place.mark.end { return true }
    if Chunk.isAddress(place) || isEnumerator(place) { return false }
    switch place.wordShape {
    case .lower, .caseless, .number: break
    case .title, .mixed, .upper:
      // A name with a full stop inside, unless the next word is none.
      if !place.nextIsFunctionWord, place.word.count < 4 || place.nextShape != .title,
        place.token.start != ListItems.start(place)
      {
        return false
      }
    case .initial: return false
    case .none:
      // A closing mark, a per cent sign and the like end sentences too.
      let last = place.scalar(before: place.mark.start)
      return place.token.isEmpty || last == 0x25 || place.classes[last] == .close
    }
    if place.wordShape != .number, place.word.count < 2 {
      // "men's.However"
      let joint = place.scalar(before: place.word.start)
      return place.word.start > place.token.start && (joint == 0x27 || joint == 0x2019)
    }
    // A dotted token before ("U.S.The") ends only before a function word.
    if place.isDotted || place.word != place.token && place.byte(place.word.start - 1) == UInt8(ascii: ".") {
      return place.nextIsFunctionWord
    }
    return true
  }

  /// "Buy 1.Rice, 2.Beans": a small number behind a colon or comma counts what follows.
  static func isEnumerator(_ place: SentencePlace) -> Bool {
    guard place.wordShape == .number, place.word.count <= 2, place.word == place.token else { return false }
    var at = place.token.start
    while at > place.sentenceStart, place.byte(at - 1) == 0x20 { at -= 1 }
    let before = place.byte(at - 1)
    return at == place.sentenceStart || before == UInt8(ascii: ",") || before == UInt8(ascii: ":")
      || before == UInt8(ascii: ";")
  }

  /// An ordinary word stands behind it: letters to the next space, but for marks at the end.
  static func after(_ place: SentencePlace) -> Bool {
    let next = place.byte(place.nextWord.end)
    if next == UInt8(ascii: "@") || next == UInt8(ascii: "/") || next == UInt8(ascii: "_") || next == UInt8(ascii: "=")
    {
      return false
    }
    // "Final.doc", "Smith.Jones.": another full stop with a letter behind it.
    if next == UInt8(ascii: "."), place.classAt(place.nextWord.end + 1).0 == .lower { return false }
    // A lone capital letter is a word only where it is one in the language: "I", "A", "В".
    if place.nextShape == .initial { return next <= 0x20 && place.nextIsFunctionWord }
    return true
  }
}

/// What the chunk between two white spaces is.
enum Chunk {
  /// Whether what stands before the mark in its chunk makes it an address: `//`, `www.`, `@` or a slash.
  static func isAddress(_ place: SentencePlace) -> Bool {
    let start = place.chunkStart(place.mark.start)
    var at = start
    while at < place.mark.start {
      switch place.bytes[at] {
      case UInt8(ascii: "@"), UInt8(ascii: "\\"): return true
      case UInt8(ascii: "/"):
        if place.byte(at + 1) == UInt8(ascii: "/") { return true }
      case UInt8(ascii: "w"), UInt8(ascii: "W"):
        if at == start, place.byte(at + 1) | 0x20 == UInt8(ascii: "w"), place.byte(at + 2) | 0x20 == UInt8(ascii: "w"),
          place.byte(at + 3) == UInt8(ascii: ".")
        {
          return true
        }
      default: break
      }
      at += 1
    }
    return false
  }
}

extension Chunk {
  /// Whether an address starts at an offset.
  static func startsAddress(_ place: SentencePlace, _ offset: Int) -> Bool {
    has(place, offset, "http://") || has(place, offset, "https://") || has(place, offset, "www.")
      || has(place, offset, "ftp://")
  }

  static func has(_ place: SentencePlace, _ offset: Int, _ literal: StaticString) -> Bool {
    for k in 0..<literal.utf8CodeUnitCount where place.byte(offset + k) != literal.utf8Start[k] { return false }
    return true
  }
}
