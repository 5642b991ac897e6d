import Language
import TextModel

/// Titles that stand before a person's name and are no part of it.
enum NameTitles {
  private static let words: Set<String> = [
    "adm", "ambassador", "capt", "captain", "chairman", "chancellor", "col", "colonel", "congressman", "congresswoman",
    "dr", "gen", "general", "gov", "governor", "judge", "justice", "lt", "maj", "mayor", "minister", "mr", "mrs", "ms",
    "premier", "president", "prof", "professor", "rep", "representative", "sen", "senator", "secretary", "sgt",
    "spokesman",
    "spokeswoman",
  ]

  static func contains(_ text: Text, _ span: Span) -> Bool {
    guard span.count <= 14 else { return false }
    var letters = text[span].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    if letters.last == UInt8(ascii: ".") { letters.removeLast() }
    return words.contains(String(decoding: letters, as: UTF8.self))
  }
}
