import CTables
import Language
import TextModel

/// The table of abbreviations: for each, in which languages it is one and of what kind.
///
/// A row is the abbreviation in small letters without its last full stop, and after the tab groups `languages=classes`,
/// separated by spaces: `dr	en,de,fr=title`, `etc	*=ends`.
struct Abbreviations: Sendable {
  static let shared = Abbreviations()
  let table = IndexedTable(ctables_abbreviations())

  /// The classes of the token before the mark of a place, in the language of the place.
  func classes(of place: SentencePlace) -> AbbreviationClass {
    let token = place.token
    if !place.listed.isEmpty, let ends = place.listed.value(of: Array(place.bytes[token.range])[...]) {
      return ends == 1 ? .ends : .always
    }
    if token.count > table.longestKey { return [] }
    // What is pulled apart counts as one: "z. B.", "U. S.", "до н. э."
    if token.count <= 8 {
      let spaced = place.spacedToken()
      if spaced.start < token.start {
        let found = lookup(place, spaced)
        if !found.isEmpty { return found }
      }
    }
    let found = lookup(place, token)
    if found == .capital { return place.wordShape.isCapital ? .ends : [] }
    if !found.isEmpty || place.word == token { return found }
    // What hangs on a hyphen or slash is judged by its last part: "Lt.-Gen", "and/or Inc".
    guard place.word.start > token.start else { return [] }
    if place.byte(place.word.start - 1) == UInt8(ascii: "."), !isGlued(place) { return [] }
    return lookup(place, place.word)
  }

  /// Whether the full stop before the word ends a sentence that lost its space: "retired.Dr".
  func isGlued(_ place: SentencePlace) -> Bool {
    let stop = place.word.start - 1
    guard stop - 2 >= place.token.start, place.wordShape.isCapital else { return false }
    return place.byte(stop - 1) &- 0x61 < 26 && place.byte(stop - 2) &- 0x61 < 26
  }

  func lookup(_ place: SentencePlace, _ span: Span) -> AbbreviationClass {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: span.count + 4) { key in
      let length = place.fold(span, into: key)
      guard let row = table.row(UnsafeBufferPointer(rebasing: key[0..<length])) else { return [] }
      return Abbreviations.parse(row.value, place.language)
    }
  }

  /// The classes that hold in a language.
  static func parse(_ value: UnsafeBufferPointer<UInt8>, _ language: LanguageTag) -> AbbreviationClass {
    var found: AbbreviationClass = []
    var at = 0
    while at < value.count {
      var applies = false
      // The languages up to the equals sign.
      while at < value.count, value[at] != UInt8(ascii: "=") {
        let start = at
        while at < value.count, value[at] != UInt8(ascii: ","), value[at] != UInt8(ascii: "=") { at += 1 }
        if value[start] == UInt8(ascii: "*") || language.isSpelled(value, start, at) { applies = true }
        if at < value.count, value[at] == UInt8(ascii: ",") { at += 1 }
      }
      at += 1
      // The classes up to the space.
      while at < value.count, value[at] != 0x20 {
        if applies, let one = Abbreviations.named(value[at]) { found.insert(one) }
        while at < value.count, value[at] != UInt8(ascii: ","), value[at] != 0x20 { at += 1 }
        if at < value.count, value[at] == UInt8(ascii: ",") { at += 1 }
      }
      at += 1
    }
    return found
  }

  /// Classes begin with different letters.
  static func named(_ first: UInt8) -> AbbreviationClass? {
    switch first {
    case UInt8(ascii: "t"): .title
    case UInt8(ascii: "a"): .always
    case UInt8(ascii: "e"): .ends
    case UInt8(ascii: "n"): .number
    case UInt8(ascii: "d"): .date
    case UInt8(ascii: "u"): .unit
    case UInt8(ascii: "c"): .capital
    default: nil
    }
  }
}
