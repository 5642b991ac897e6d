import Language
import TextModel

/// The contractions and possessives of English: which endings an apostrophe joins to which words.
enum Contraction {
  private static let pronouns = WordSet("i you we they he she it who that there")
  private static let negated = WordSet(
    "don isn wasn won didn doesn aren weren can couldn wouldn shouldn hasn haven hadn mustn needn ain")

  /// What may stand behind the apostrophe.
  static let endings = WordSet("s t re ll ve d m")

  /// Whether `ending` (`s`, `t`, `d`, `m`, `re`, `ve`, `ll` in small letters) may stand behind an apostrophe behind `word`.
  ///
  /// For `s` any word of two letters or more will do.
  static func joins(_ text: Text, _ word: Span, _ ending: Span) -> Bool {
    guard !word.isEmpty, text.isLower(ending.start) else { return false }
    switch (ending.count, text[ending.start]) {
    case (1, UInt8(ascii: "t")): return negated.contains(Lexicon.hash(text.utf8, word.range))
    case (1, UInt8(ascii: "s")): return word.count > 1
    case (1, UInt8(ascii: "d")), (1, UInt8(ascii: "m")): return isPronoun(text, word)
    case (2, _):
      return (text.has("re", at: ending.start) || text.has("ve", at: ending.start) || text.has("ll", at: ending.start))
        && isPronoun(text, word)
    default: return false
    }
  }

  private static func isPronoun(_ text: Text, _ word: Span) -> Bool {
    pronouns.contains(Lexicon.hash(text.utf8, word.range))
  }

  /// The apostrophe that the text itself writes inside words; where it has none, the one that goes with its quotation marks.
  static func apostrophe(of document: Document) -> StaticString {
    var curly = 0
    var straight = 0
    for word in document.words where word.shape.contains(.apostrophe) {
      var at = word.start
      while at < word.end, document.utf8[at] != 0x27, document.utf8[at] != 0xE2 { at += 1 }
      if at < word.end, document.utf8[at] == 0x27 { straight += 1 } else { curly += 1 }
    }
    if curly != straight { return curly > straight ? "’" : "'" }
    return document.byteClasses.contains(.curly) ? "’" : "'"
  }
}
