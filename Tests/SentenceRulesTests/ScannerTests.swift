import CByteScan
import Language
import ReferenceSentences
import Testing
import TextModel

@testable import SentenceRules

/// A generator that gives the same texts in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The scanner without rules is ICU.
@Suite struct ScannerTests {
  static let bare = PluginSelection(only: ["none"])

  static func sentences(_ text: Text, _ selection: PluginSelection, _ newlines: NewlineMode = .auto) -> [Span] {
    let document = Document(text, language: .english)
    Segmentation(selection: selection, newlines: newlines).annotate(document)
    return document.sentences ?? []
  }

  @Test(arguments: [
    Array(".?! \n\"')(aB1,;:".unicodeScalars),
    Array(".?!…  \n\r\t”“’aBé\u{301}1。？，：\u{2028}\u{85}\u{AD}\u{200D}अ।؟۔ሀ።-–".unicodeScalars),
    (0x20..<0x3100).compactMap(Unicode.Scalar.init),
  ])
  func equalsICUOnRandomTexts(_ pool: [Unicode.Scalar]) {
    var random = SeededGenerator(state: 7)
    for _ in 0..<1000 {
      var string = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...14, using: &random) {
        string.append(Int.random(in: 0..<4, using: &random) == 0 ? "." : pool.randomElement(using: &random) ?? " ")
      }
      let text = Text(String(string))
      #expect(Self.sentences(text, Self.bare) == SentenceInvariant.reference(text), "\(text.string.debugDescription)")
    }
  }

  /// The search goes by bytes: it must stop at each of Unicode's terminators and separators, wherever in a block it stands.
  @Test func stopsAtAllTerminators() {
    let classes = SentenceClasses()
    for value in UInt32(1)..<0x110000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let found = classes.view[value]
      guard found.isTerminator || found.isLineEnd || PlaceScanner.isWeak(value) else { continue }
      for before in [0, 5, 15, 16, 30] {
        let text = Array((String(repeating: "a", count: before) + String(scalar) + " and so on to the end").utf8)
        let at = cbytescan_sentence_place(text, text.count, 0, 0, 0)
        #expect(at == before, "U+\(String(value, radix: 16)) behind \(before) letters")
      }
    }
  }

  /// Weak marks are places only where a rule may look at them, in the middle of a block and at its ends.
  @Test(arguments: [
    ("Dear all, we met", 8), ("It is dated 3/4 here", 13), ("one of\u{201D} the \u{2013} \u{2019}s; a: b d@ - e", 999),
    ("kay@example", 3), ("see http://a", 8), ("so -- he said", 4), (" a) first", 2), ("(see the map) here", 999),
    ("The crew, who had waited for a long time, left", 8), ("a long start of a sentence without any, no", 999),
  ])
  func stopsAtWeakMarksWorthALook(_ sample: String, _ expected: Int) {
    let text = Array(sample.utf8)
    for shift in 0..<18 {
      // What stands before belongs to the sentence before.
      let moved = Array(repeating: UInt8(ascii: "x"), count: shift) + text
      let found = cbytescan_sentence_place(moved, moved.count, shift, shift, 0)
      #expect(found == (expected == 999 ? moved.count : expected + shift), "\(sample) behind \(shift)")
    }
  }

  @Test func colonsAndSemicolonsCountWhereTheLanguageSaysSo() {
    let text = Array("Τι είναι; Δεν".utf8)
    #expect(cbytescan_sentence_place(text, text.count, 0, 0, 0) == text.count)
    #expect(text[cbytescan_sentence_place(text, text.count, 0, 0, 1)] == UInt8(ascii: ";"))
  }
}
