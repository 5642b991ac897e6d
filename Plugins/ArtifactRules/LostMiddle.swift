import CTables
import Language
import TextModel

/// Gives back the short middle of a hyphenated loan that was lost between its hyphens.
///
/// A letter that a converter did not know turned into a full stop or into nothing, and the next letter was taken for the
/// start of a sentence: `vis-.-Vis`, `tête--tête`, `vis-?-vis`.
public struct LostMiddle: RewriteRule {
  public init() {}
  public let id = "lost-middle"

  public let fixes = [
    RewriteExample("their stand vis-.-Vis the union", "their stand vis-à-vis the union"),
    RewriteExample("a long tête-?-tête at night", "a long tête-à-tête at night"),
    RewriteExample("Vis--vis the others it lost.", "Vis-à-vis the others it lost."),
  ]
  public let leavesAlone = ["vis-à-vis", "the bill--the law", "vis-a-vis", "a-.-b"]

  private static let table = IndexedTable(ctables_hyphenated_loans())

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let bytes = text.utf8
    for offset in document.markOffsets where bytes[Int(offset)] == UInt8(ascii: "-") {
      let hyphen = Int(offset)
      var second = hyphen + 1
      // Anything but a letter may stand for the letter that is lost; three bytes are the replacement character.
      while second < bytes.count, second - hyphen < 5, bytes[second] != UInt8(ascii: "-"), !text.isASCIILetter(second),
        bytes[second] > 0x20
      {
        second += 1
      }
      guard second < bytes.count, bytes[second] == UInt8(ascii: "-"), !text.isLetter(hyphen + 1) else { continue }
      let first = text.letters(before: hyphen)
      let last = text.letters(from: second + 1)
      guard first.count > 1, last.count > 1, first.count + last.count < 24 else { continue }
      var key = Array(text[first])
      if key[0] &- 0x41 < 26 { key[0] |= 0x20 }
      key.append(UInt8(ascii: "-"))
      for (k, byte) in text[last].enumerated() { key.append(k == 0 && byte &- 0x41 < 26 ? byte | 0x20 : byte) }
      guard let row = LostMiddle.table.row(key, key.indices), !document.isVerbatim(at: hyphen) else { continue }
      // The first letter keeps its case.
      var whole = Array(row.value)
      whole[0] = bytes[first.start] &- 0x41 < 26 ? whole[0] & 0xDF : whole[0]
      proposals.replace(Span(first.start, last.end), with: whole, .safe)
    }
  }
}
