import Testing
import TextModel

@Suite struct NormalizerTests {
  /// NormalizationTest.txt: c2 is NFC of c1…c3, c3 NFD of those, c4 NFKC of all, c5 NFKD of all, and c4, c5 of themselves.
  @Test(.enabled(if: UnicodeData.isOfThisVersion, "unicode-data is not installed, or not of ICU's Unicode version"))
  func conformance() throws {
    var lines = 0
    for line in try UnicodeData.lines("NormalizationTest.txt.bz2") {
      guard let first = line.first, first != "#", first != "@" else { continue }
      let c = line.split(separator: ";").prefix(5).map { UnicodeData.bytes($0.split(separator: " ")) }
      for k in 0..<5 {
        let compatible = k >= 3
        #expect(Normalizer.normalized(c[k], .nfc) == (compatible ? c[3] : c[1]), "\(line)")
        #expect(Normalizer.normalized(c[k], .nfd) == (compatible ? c[4] : c[2]), "\(line)")
        #expect(Normalizer.normalized(c[k], .nfkc) == c[3], "\(line)")
        #expect(Normalizer.normalized(c[k], .nfkd) == c[4], "\(line)")
      }
      for (form, k) in [(Normalizer.Form.nfc, 1), (.nfd, 2), (.nfkc, 3), (.nfkd, 4)] {
        #expect(Normalizer.isNormalized(c[k], form), "\(line)")
        if c[0] != c[k] { #expect(!Normalizer.isNormalized(c[0], form), "\(line)") }
      }
      lines += 1
    }
    #expect(lines > 18_000)
  }

  @Test func piecesDoNotShowInTheResult() {
    // Longer than the pieces ICU sees, and cut there in every way.
    var dice = Dice(seed: 9)
    for _ in 0..<40 {
      var text: [UInt8] = []
      while text.count < 20_000 { text.append(contentsOf: dice.text(upTo: 60)) }
      for form in Normalizer.Form.allCases {
        let whole = Normalizer.normalized(text, form)
        #expect(Normalizer.isNormalized(whole, form))
        #expect(Normalizer.normalized(whole, form) == whole)
        #expect(Normalizer.isNormalized(text, form) == (whole == text))
      }
      #expect(
        String(decoding: Normalizer.normalized(text, .nfd), as: UTF8.self) == String(decoding: text, as: UTF8.self))
    }
  }

  /// Letters with marks among plain text are composed without ICU; what they become is the same text, and ICU finds it in form.
  @Test func plainCompositionsAreThoseOfTheStandard() {
    var dice = Dice(seed: 10)
    let pieces = [
      "a", "e", "o", "U", "s", "ж", "и", "é", "ơ", "\u{17F}", " ", "“", "\u{2000}", "\u{301}", "\u{323}", "\u{302}",
      "\u{31B}",
      "\u{306}", "\u{344}", "\u{345}", "가", "\u{1161}",
    ]
    for _ in 0..<20_000 {
      let text = Array((0..<dice.roll(12)).map { _ in pieces[dice.roll(pieces.count)] }.joined().utf8)
      let composed = Normalizer.normalized(text, .nfc)
      #expect(Normalizer.isNormalized(composed, .nfc), "\(text)")
      #expect(Normalizer.normalized(composed, .nfd) == Normalizer.normalized(text, .nfd), "\(text)")
    }
  }

  @Test(.timeLimit(.minutes(10))) func marksInAnyNumberAreLinear() {
    var text = Array("a".utf8)
    for k in 0..<1_000_000 { text.append(contentsOf: k % 2 == 0 ? [0xCC, 0x95] : [0xCC, 0x80]) }
    let composed = Normalizer.normalized(text, .nfc)
    #expect(composed.starts(with: Array("à\u{300}".utf8)))
    #expect(Normalizer.isNormalized(composed, .nfc))
  }
}
