import Language
import TextModel

/// Whether a word stands in running prose, or is part of an address, an identifier, a path or a formula.
enum Prose {
  /// Letters glued to `@ # / \ _ = $ & + * ~ |` or to a full stop without a space are no prose.
  static func has(_ word: Word, in text: Text) -> Bool {
    isEdge(text, before: word.start) && isEdge(text, after: word.end)
  }

  static func isEdge(_ text: Text, before offset: Int) -> Bool {
    guard offset > 0 else { return true }
    switch text[offset - 1] {
    case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"):
      return true
    case 0x80...: return true
    default: return false
    }
  }

  static func isEdge(_ text: Text, after offset: Int) -> Bool {
    guard offset < text.count else { return true }
    switch text[offset] {
    case 0x20, 0x0A, 0x0D, 0x09, 0x80...: return true
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""): return true
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"),
      UInt8(ascii: "'"):
      guard offset + 1 < text.count else { return true }
      switch text[offset + 1] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"):
        return false
      default: return true
      }
    default: return false
    }
  }
}

extension Collection<Word> where Index == Int {
  /// The word at an index, nil outside.
  @inline(__always) func at(_ index: Int) -> Word? { indices.contains(index) ? self[index] : nil }
}

extension Document {
  /// Whether a paragraph stands in prose: it looks like no part of a layout, or it alone does, between paragraphs that do not.
  func standsInProse(_ index: Int) -> Bool {
    guard isLayout(at: paragraphs[index].start) else { return true }
    let neighbours = [index - 1, index + 1].filter { paragraphs.indices.contains($0) }
    return neighbours.allSatisfy { !isLayout(at: paragraphs[$0].start) }
      && neighbours.contains { paragraphs[$0].count >= 60 }
  }

  /// Whether other lines, or the text itself, show that what surrounded the article on its page came along.
  var bearsPage: Bool { isDamaged || !pageResidue.isEmpty }

  /// The same for what edited texts hardly have: one sign of damage, or one repair, will do.
  var mayBearPage: Bool { hasDamage || !pageResidue.isEmpty }
}
