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

  /// The scanner stops only at lead bytes it knows: all of Unicode's terminators and separators must be under them.
  @Test func knowsTheLeadBytesOfAllTerminators() {
    let classes = SentenceClasses()
    for value in UInt32(0x80)..<0x110000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let found = classes.view[value]
      guard found.isTerminator || found.isLineEnd else { continue }
      let lead = Array(String(scalar).utf8)[0]
      #expect(PlaceScanner.Trigger.leadBytes.contains(Int(lead)), "U+\(String(value, radix: 16))")
    }
  }
}
