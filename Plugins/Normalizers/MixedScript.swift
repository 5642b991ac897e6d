import Language
import TextModel

/// Points out letters of another alphabet inside a word: a Cyrillic `а` in `pаypal`.
///
/// Latin, Greek and Cyrillic have letters of the same shape.  A word that mixes them was typed on the wrong keyboard, recognized wrongly from a
/// picture, or meant to deceive; no search finds it.  Suspects only: what was meant is not always plain.  Single Greek letters in
/// front of a word (`µm`, `Δt`) are ordinary.
public struct MixedScript: RewriteRule {
  public let id = "mixed-script"
  public let mode: PluginMode = .flag
  public let trigger: ByteClasses? = .mixedAlphabet

  public let fixes: [RewriteExample] = []
  public let leavesAlone = ["Δt and µm", "Привет world", "α-helix", "ΑΒΓ"]

  public init() {}

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    var counts = (latin: 0, greek: 0, cyrillic: 0)
    var wordStart = 0
    var at = 0
    func close(_ end: Int) {
      let kinds = (counts.latin > 0 ? 1 : 0) + (counts.greek > 0 ? 1 : 0) + (counts.cyrillic > 0 ? 1 : 0)
      let letters = counts.latin + counts.greek + counts.cyrillic
      if kinds > 1, letters > 2, !(counts.cyrillic == 0 && counts.greek == 1 && isGreek(text.scalar(at: wordStart))) {
        proposals.flag(
          Span(wordStart, end), label: "mixed-script", reason: "letters of two alphabets in one word",
          suggestion: suggestion(Span(wordStart, end), text, counts.latin >= counts.cyrillic + counts.greek))
      }
      counts = (0, 0, 0)
    }
    let bytes = text.utf8
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A {
          counts.latin += 1
        } else {
          if counts.greek + counts.cyrillic > 0 { close(at) }
          counts = (0, 0, 0)
          wordStart = at + 1
        }
        at += 1
        continue
      }
      let scalar = text.scalar(at: at)
      let next = at + UTF8Cursor.length(of: byte)
      switch scalar.value {
      case 0xC0...0x24F where scalar.isLetter, 0x1E00...0x1EFF: counts.latin += 1
      case 0x370...0x3FF where scalar.isLetter, 0x1F00...0x1FFF where scalar.isLetter: counts.greek += 1
      case 0x400...0x481, 0x48A...0x52F: counts.cyrillic += 1
      case 0x300...0x36F, 0x483...0x489: break
      default:
        if counts.greek + counts.cyrillic > 0 { close(at) }
        counts = (0, 0, 0)
        wordStart = next
      }
      at = next
    }
    if counts.greek + counts.cyrillic > 0 { close(bytes.count) }
  }

  private func isGreek(_ scalar: Unicode.Scalar) -> Bool { (0x370...0x3FF).contains(scalar.value) }

  /// The word in one alphabet, where every strange letter has a twin of the same shape.
  private func suggestion(_ span: Span, _ text: Text, _ toLatin: Bool) -> String {
    var result = String.UnicodeScalarView()
    var at = span.start
    while at < span.end {
      let scalar = text.scalar(at: at)
      at = text.index(after: at)
      let isLatin = scalar.value < 0x370
      if isLatin == toLatin {
        result.append(scalar)
      } else if let twin = toLatin ? Self.latinTwin[scalar] : Self.cyrillicTwin[scalar] {
        result.append(twin)
      } else {
        return ""
      }
    }
    return String(result)
  }

  private static let twins: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("а", "a"), ("е", "e"), ("о", "o"), ("р", "p"), ("с", "c"), ("у", "y"), ("х", "x"), ("і", "i"), ("ј", "j"),
    ("ѕ", "s"), ("А", "A"), ("В", "B"), ("Е", "E"), ("К", "K"), ("М", "M"), ("Н", "H"), ("О", "O"), ("Р", "P"),
    ("С", "C"), ("Т", "T"), ("Х", "X"), ("І", "I"), ("Ј", "J"), ("Ѕ", "S"), ("У", "Y"),
  ]
  private static let greekTwins: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("ο", "o"), ("ν", "v"), ("Α", "A"), ("Β", "B"), ("Ε", "E"), ("Ζ", "Z"), ("Η", "H"), ("Ι", "I"), ("Κ", "K"),
    ("Μ", "M"), ("Ν", "N"), ("Ο", "O"), ("Ρ", "P"), ("Τ", "T"), ("Υ", "Y"), ("Χ", "X"),
  ]
  private static let latinTwin = Dictionary(
    (twins + greekTwins).map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
  private static let cyrillicTwin = Dictionary(twins.map { ($0.1, $0.0) }, uniquingKeysWith: { first, _ in first })
}
