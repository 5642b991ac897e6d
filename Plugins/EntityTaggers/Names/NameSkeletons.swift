import Language
import TextModel

/// Hashes of words with the ways of transliteration and lost diacritics evened out, made once a word.
///
/// `Sergei` and `Sergey`, `Zielinski` and `Zielinsky`, `Quiñones` and `Quinones` have one each.
final class NameSkeletons {
  private let tokens: NameTokens
  private let text: Text
  private var known: [UInt64: UInt64] = [:]

  init(_ tokens: NameTokens, text: Text) {
    self.tokens = tokens
    self.text = text
  }

  /// The skeleton of a token.
  subscript(_ index: Int) -> UInt64 {
    let word = tokens.words[index]
    if let skeleton = known[word] { return skeleton }
    let skeleton = Self.skeleton(text[tokens.spans[index]])
    known[word] = skeleton
    return skeleton
  }

  /// The letters of U+00C0…U+00FF and U+0100…U+017F without their marks.
  private static let latin1 = StaticString("aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty")
  private static let extendedA = StaticString(
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
  )

  private static func skeleton(_ word: ArraySlice<UInt8>) -> UInt64 {
    var letters: [UInt8] = []
    var lead: UInt8 = 0
    for var byte in word.prefix(64) {
      if byte >= 0xC3, byte <= 0xC5 {
        lead = byte
        continue
      }
      if lead != 0, byte & 0xC0 == 0x80 {
        let place = Int(byte & 0x3F)
        byte = lead == 0xC3 ? latin1.utf8Start[place] : extendedA.utf8Start[place + (lead == 0xC5 ? 64 : 0)]
        lead = 0
      }
      if byte &- 0x41 < 26 { byte |= 0x20 }
      switch byte {
      case UInt8(ascii: "y"), UInt8(ascii: "j"): byte = UInt8(ascii: "i")
      case UInt8(ascii: "w"): byte = UInt8(ascii: "v")
      case UInt8(ascii: "x"):
        if letters.last != UInt8(ascii: "k") { letters.append(UInt8(ascii: "k")) }
        byte = UInt8(ascii: "s")
      case UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "-"): continue
      default: break
      }
      if byte == UInt8(ascii: "h"), letters.last == UInt8(ascii: "k") {
        letters[letters.count - 1] = byte
        continue
      }
      if letters.last != byte { letters.append(byte) }
    }
    if letters.count > 3, letters.last == UInt8(ascii: "i") { letters.removeLast() }
    return letters.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
