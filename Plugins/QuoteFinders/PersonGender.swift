import CTables
import Language

/// Whether somebody is a woman or a man, where a title, a noun or the given name tells.
enum PersonGender {
  case woman, man

  private static let table = IndexedTable(ctables_gendered_words())

  /// What the word in `range` tells; nil for most words.
  static func of(_ bytes: [UInt8], _ range: Range<Int>) -> PersonGender? {
    guard let row = table.row(bytes, range, folding: true) else { return nil }
    return row.value.first == UInt8(ascii: "f") ? .woman : .man
  }

  /// What a word alone tells.
  static func of(_ word: [UInt8]) -> PersonGender? { of(word, word.indices) }

  /// What the first word of a name of several tells.
  static func ofGivenName(in name: String) -> PersonGender? {
    let bytes = Array(name.utf8)
    guard let space = bytes.firstIndex(of: 0x20) else { return nil }
    return of(bytes, 0..<space)
  }
}
