import CTables
import Language
import TextModel

/// What the rules for punctuation know of single words.
enum ProseWords {
  /// What a word is good for, as the table says.
  enum Role: UInt8 {
    /// Goes on a phrase: `and`, `of`.
    case joins
    /// Often begins a sentence.
    case starts
    /// Follows a number: `percent`.
    case unit
    /// Follows a time of day: `p.m.`
    case clock
    /// Stands with a full stop before a name: `Mr.`
    case title

    /// The spelling in the table.
    var name: StaticString {
      switch self {
      case .joins: "joins"
      case .starts: "starts"
      case .unit: "unit"
      case .clock: "clock"
      case .title: "title"
      }
    }
  }

  private static let table = IndexedTable(ctables_prose_words())
  private static let abbreviations = IndexedTable(ctables_abbreviations())

  /// Whether the word in `span` has a role; case does not matter.
  static func has(_ role: Role, _ text: Text, _ span: Span) -> Bool {
    guard !span.isEmpty, let row = table.row(text.utf8, span.range, folding: true) else { return false }
    let value = row.value
    let name = role.name
    var at = 0
    while at + name.utf8CodeUnitCount <= value.count {
      var end = at
      while end < value.count, value[end] != 0x20 { end += 1 }
      if end - at == name.utf8CodeUnitCount, (0..<end - at).allSatisfy({ value[at + $0] == name.utf8Start[$0] }) {
        return true
      }
      at = end + 1
    }
    return false
  }

  /// Whether a full stop belongs to the letters before it: a known abbreviation, an initial, letters with
  /// inner stops, a string that is no word.
  static func isAbbreviation(_ text: Text, _ word: Span) -> Bool {
    if word.count <= 1 { return true }
    if word.start > 0, text[word.start - 1] == UInt8(ascii: ".") { return true }
    if has(.title, text, word) { return true }
    guard word.count < 24 else { return false }
    let isListed = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 + word.count) { key in
      key.initializeElement(at: 0, to: UInt8(ascii: "e"))
      key.initializeElement(at: 1, to: UInt8(ascii: "n"))
      key.initializeElement(at: 2, to: UInt8(ascii: ":"))
      for k in 0..<word.count {
        let byte = text[word.start + k]
        key.initializeElement(at: 3 + k, to: byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
      return abbreviations.row(UnsafeBufferPointer(key)) != nil
    }
    if isListed { return true }
    // What no list of words has may well be cut short: `persp.`, `circs.`; a capitalized one is a name.
    return text.isLower(word.start) && !Lexicon.entry(text.utf8, word.range).isKnown
  }
}
