import CByteScan
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
      "\u{2ADC}", "\u{5BE}", "\u{5C1}", "ا", "\u{653}", "\u{6E4}", "\u{64B}", "\u{670}", "ب", "آ", "\u{61A}", "ก",
      "\u{E38}",
      "\u{E39}", "\u{E3A}", "\u{E48}", "\u{E4B}", "\u{EB8}", "\u{EC8}", "힣", "\u{A66F}", "\u{AAB0}", "\u{DF2}", "ں",
      "न", "र", "ळ", "\u{929}", "\u{958}", "\u{94D}", "\u{93E}", "\u{951}", "\u{954}", "\u{64E}", "\u{651}", "\u{652}",
      "ـ", "ٱ", "ۓ", "\u{6D6}", "\u{615}",
    ]
    for _ in 0..<200_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...5, using: &dice) {
        if let scalar = pool.randomElement(using: &dice) { UTF8Cursor.append(scalar, to: &bytes) }
      }
      let classes = bytes.withUnsafeBufferPointer { ByteClasses(in: $0) }
      if !classes.contains(.doubtfulForm) { #expect(Normalizer.isNormalized(bytes, .nfc), "\(bytes)") }
    }
  }

  /// What a character set reads as a continuation byte is looked at, wherever in a text it stands.
  @Test func theGateSeesEveryContinuation() {
    let rows = Codepages.all.rows
    for point in UInt32(0x80)..<0x10000 {
      guard let scalar = Unicode.Scalar(point), rows.tails[rows.of(point)] != 0 else { continue }
      for (before, after) in [(0, 0), (0, 50), (50, 50), (31, 40)] {
        var bytes = [UInt8](repeating: 0x61, count: before) + Array("é".utf8)
        let place = bytes.count
        UTF8Cursor.append(scalar, to: &bytes)
        bytes += [UInt8](repeating: 0x62, count: after)
        #expect(Self.tails(bytes, from: 1) == [place], "U+\(String(point, radix: 16))")
      }
    }
  }

  @Test func stepsDoNotShowInThePlacesOfContinuations() {
    var dice = SystemRandomNumberGenerator()
    let pool = [
      "a", " ", "Â", "Ã", "Ã ", "é", "€", "ก", "ย", "เ", "А", "б", "ё", "Ά", "Ω", "π", "\u{37A}", "ω", "Ґ", "ґ", "ٹ",
      "ẁ", "ế", "ỳ", "ḃ", "پ", "ل", "؟", "क", "中", "\u{E000}",
      "ﬁ", "😀",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...60, using: &dice)).map { _ in pool.randomElement(using: &dice)! }.joined()
      let bytes = Array(text.utf8)
      // At the end of a text the bytes are looked at one by one.
      let expected = bytes.indices.dropFirst().filter {
        Self.tails(Array(bytes[..<Swift.min($0 + 3, bytes.count)]), from: $0).first == $0
      }
      #expect(Self.tails(bytes, from: 1) == expected, "\(text)")
    }
  }

  private static func tails(_ bytes: [UInt8], from start: Int) -> [Int] {
    var places = [Int](repeating: 0, count: 32)
    var found: [Int] = []
    var at = start
    while at < bytes.count {
      var count = 0
      at = cbytescan_misread_tails(bytes, bytes.count, at, &places, &count)
      found += places[..<count]
    }
    return found
  }

  /// Many bytes a step or one: the classes are the same.
  @Test func stepsDoNotShowInTheClasses() {
    var dice = SystemRandomNumberGenerator()
    let pool = [
      "a", "word", " ", "\n", "\r", "\t", "-", ".", ":", "?", "]", "}", "&", "amp;", "&#8220;", "—“", "Ã", "<", "`",
      "न\u{93C}", "क\u{94D}", "\u{94D}", "\u{954}\u{94D}", "ب\u{64E}\u{651}", "\u{651}\u{64E}", "ۓ\u{670}", "\u{670}",
      "'", "\"",
      "7", "\u{7F}",
      "\u{1}", "\u{1B}",
      "é", "Ж", "я", "α", "Ά", "҉", "’", "…", "\u{200B}", "\u{A0}", "\u{85}", "ﬁ", "。", "中", "が", "ᾳ", "ế", "\u{308}",
      "한", "א", "אב", "\u{5B8}", "سپس", "\u{64B}", "\u{653}", "\u{6E4}", "กุ", "\u{E49}", "\u{E3A}", "\u{EC8}", "ꙮ",
      "\u{A66F}",
      "😀", "\u{E0041}", "ӑ", "плохо", "\u{2028}", "\u{FEFF}", "１",
    ]
    for round in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...90, using: &dice) {
        // Every second text is plain, so that one odd thing in it counts.
        let piece =
          round % 2 == 0 && Int.random(in: 0...30, using: &dice) > 0 ? "plain" : pool.randomElement(using: &dice)!
        bytes.append(contentsOf: piece.utf8)
      }
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        #expect(cbytescan_classes(base, buffer.count) == cbytescan_classes_plain(base, buffer.count), "\(bytes)")
      }
    }
  }

  /// What a text's classes are must show in every way to spell it as a literal.
  @Test func literalsTellNoFewerClassesThanTheirText() {
    var dice = SystemRandomNumberGenerator()
    let pool: [(text: String, spelled: String)] = [
      ("plain", "plain"), ("\"", "\\\""), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"), ("\u{8}", "\\b"),
      ("\u{C}", "\\f"),
      ("\\", "\\\\"), ("/", "\\/"), ("-", "-"), (" ", " "), ("n", "n"), ("&", "&"), ("amp;", "amp;"),
      ("&#8220;", "&#8220;"),
      ("\u{7F}", "\u{7F}"), ("é", "é"), ("é", "\\u00e9"), ("à ", "à "), ("Ã ", "Ã "), ("”", "”"), ("—“", "—“"),
      ("”é", "”é"),
      ("\u{AD}", "\u{AD}"), ("\u{85}", "\u{85}"), ("\u{200B}", "\u{200B}"), ("плохо", "плохо"),
      ("е\u{301}", "е\u{301}"),
      ("中文", "中文"), ("ﬁ", "ﬁ"), ("😀", "😀"), ("😀", "\\ud83d\\ude00"), ("\u{2028}", "\u{2028}"), ("１", "１"),
    ]
    let untold = ByteClasses(rawValue: UInt32(CBYTESCAN_UNTOLD_OF_LITERALS))
    for round in 0..<20_000 {
      var text = ""
      var literal = "\""
      for _ in 0..<Int.random(in: 0...60, using: &dice) {
        let isPlain = round % 2 == 0 && Int.random(in: 0...30, using: &dice) > 0
        let piece = isPlain ? pool[0] : pool.randomElement(using: &dice)!
        text += piece.text
        literal += piece.spelled
      }
      literal += "\""
      let told = Array(literal.utf8).withUnsafeBufferPointer { ByteClasses(spelledBy: $0) }
      let classes = Array(text.utf8).withUnsafeBufferPointer { ByteClasses(in: $0) }
      #expect(told.isSuperset(of: classes.union(untold)), "\(literal)")
      // Nor many more: what has no escapes is told as it is, but for a hyphen before a backslash.
      if !literal.contains("\\") { #expect(told == classes.union(untold), "\(literal)") }
    }
  }
}
