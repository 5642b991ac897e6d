import Language
import Testing
import TextModel

@testable import Normalizers

/// The rules are called by byte classes: a class that misses a code point switches its rule off in silence.
@Suite struct ByteClassTests {
  @Test func everyCodePointThatARuleChangesCallsIt() {
    let rules = NormalizerCatalog.rules
    for value in UInt32(0x80)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.category != .unassigned, scalar.category != .privateUse else {
        continue
      }
      if (0x3400...0x9FFF).contains(value) || (0xAC00...0xD7A3).contains(value), value % 97 != 0 {
        continue
      }
      var bytes = Array("a".utf8)
      UTF8Cursor.append(scalar, to: &bytes)
      bytes.append(contentsOf: "b".utf8)
      let document = Document(Text(validated: bytes))
      for rule in rules where rule.id != "mojibake" {
        guard let trigger = rule.trigger, document.byteClasses.isDisjoint(with: trigger) else { continue }
        var proposals = Proposals()
        rule.propose(document, &proposals)
        #expect(
          proposals.entries.isEmpty && proposals.suspects.isEmpty,
          "\(rule.id) is not called for U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func textWithoutDoubtIsInFormC() {
    var dice = SystemRandomNumberGenerator()
    let pool: [Unicode.Scalar] = [
      "a", "é", "\u{301}", "\u{345}", "가", "\u{1161}", "\u{11A8}", "中", "か", "\u{3099}", "ế", "\u{212B}", "\u{2000}",
      "\u{387}", "\u{37E}", "Ω", "ж", "\u{483}", "😀", "\u{200D}", "ש", "\u{5B8}", "क", "\u{93C}", "\u{FB1D}",
      "\u{2ADC}",
    ]
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...5, using: &dice) {
        if let scalar = pool.randomElement(using: &dice) { UTF8Cursor.append(scalar, to: &bytes) }
      }
      let classes = bytes.withUnsafeBufferPointer { ByteClasses(in: $0) }
      if !classes.contains(.doubtfulForm) { #expect(Normalizer.isNormalized(bytes, .nfc), "\(bytes)") }
    }
  }
}
