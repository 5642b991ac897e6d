import Language
import Testing
import TextModel

@testable import Normalizers

@Suite struct MojibakeTests {
  /// Sentences of our own; each must come back from every set that can hold it, misread once and twice.
  static let sentences = [
    "Der Bär läuft über die große Brücke, früh um fünf.",
    "L’été dernier, la forêt brûlait près de l’île où naît le fleuve.",
    "Jak dobrze wstać skoro świt i żółte kwiaty zerwać wśród łąk.",
    "Nejdřív se všichni sešli u řeky, pak přišel i můj děda.",
    "Ночью выпал снег, и утром в лесу было тихо и светло.",
    "Сьогодні їжак їв яблука біля ґанку, а з ним і його друзі.",
    "Το πρωί η θάλασσα ήταν ήσυχη και τα καΐκια έφυγαν νωρίς.",
    "Sáng nay trời nắng đẹp, chúng tôi đi chợ mua rau và cá tươi.",
    "今朝は天気がよかったので、川まで散歩に行きました。",
    "오늘 아침에는 날씨가 좋아서 강가를 걸었습니다.",
    "“Well,” she said – it’s late… isn’t it?",
  ]

  static let sets = [
    "windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1256", "macroman", "cp437",
  ]

  /// Reads UTF-8 as a sloppy single-byte set; nil where the set lacks a byte.
  static func misread(_ text: String, as set: String) -> String? {
    let pages = Codepages.all
    guard let number = pages.names.firstIndex(of: set) else { return nil }
    var points: [UInt8: UInt32] = [:]
    for point in UInt32(0x80)..<0x10000 where pages.row(point) != 0 {
      let byte = pages.byte(pages.row(point), number)
      // A set's own character rather than the control that passes for it.
      if byte != 0, points[byte] == nil || point >= 0xA0 { points[byte] = point }
    }
    var result = String.UnicodeScalarView()
    for byte in text.utf8 {
      guard let scalar = Unicode.Scalar(byte < 0x80 ? UInt32(byte) : points[byte] ?? 0xD800) else { return nil }
      result.append(scalar)
    }
    return String(result)
  }

  @Test(arguments: sets) func comesBackFrom(_ set: String) throws {
    for sentence in Self.sentences {
      let once = try #require(Self.misread(sentence, as: set))
      #expect(RuleRun.repaired(once, by: [Mojibake()]) == sentence, "\(once)")
      let twice = try #require(Self.misread(once, as: set))
      #expect(RuleRun.repaired(twice, by: [Mojibake()]) == sentence, "\(twice)")
    }
  }

  @Test func correctTextInAnyLanguageStays() {
    for sentence in Self.sentences {
      #expect(RuleRun.repaired(sentence, by: [Mojibake()]) == sentence)
      let shouted = sentence.uppercased()
      #expect(RuleRun.repaired(shouted, by: [Mojibake()]) == shouted)
      let quoted = "«\(sentence)» — “\(shouted)” „\(sentence)“…"
      #expect(RuleRun.repaired(quoted, by: [Mojibake()]) == quoted)
    }
  }

  @Test func onlyTheMisreadPartOfATextIsTouched() {
    let mixed = "Schön: cafÃ© und Straße\nПривет, РјРёСЂ\nÜ”"
    #expect(RuleRun.repaired(mixed, by: [Mojibake()]).hasPrefix("Schön: café und Straße\n"))
    #expect(RuleRun.repaired(mixed, by: [Mojibake()]).hasSuffix("\nÜ”"))
  }

  /// Short strings, each of which makes its case by itself.
  @Test(arguments: [
    ("Ã©", "é"), ("cafÃ©", "café"), ("5 â‚¬", "5 €"), ("â‚¬5", "€5"), ("donâ€™t", "don’t"), ("âœ“", "✓"), ("Î±", "α"),
    ("Å“uvre", "œuvre"), ("Ã€ la carte", "À la carte"), ("10Ã—20", "10×20"), ("ZÃœRICH", "ZÜRICH"),
    ("ã‚¢ãƒ‹ãƒ¡", "アニメ"), ("il file √® vuoto", "il file è vuoto"), ("pensare √† voi", "pensare à voi"),
    ("DvoÅ™Ã¡k", "Dvořák"), ("Brandâ„¢", "Brand™"), ("na├»ve", "naïve"), ("it‚Äôs", "it’s"), ("ÄŒapek", "Čapek"),
  ])
  func aWordIsEnough(_ bad: String, _ good: String) {
    #expect(RuleRun.repaired(bad, by: [Mojibake()]) == good)
  }

  /// What looks like misread text and is not: a sign behind a capital, drawings, other alphabets.
  @Test(arguments: [
    "Ä€", "Ø®", "Ø£", "Ñ€", "Å€ 5", "Ü€", "Ä€ Ä“ Ī", "Ö…", "NESTLÉ®", "„ŻÓŁĆ”", "IRMÃ é", "TIẾNG VIỆT”",
    "°º¤ø,¸¸,ø¤º°`°º¤ø", "(╯°□°)╯︵ ┻━┻",
    "25 Å…", "x² + y³ = z¹", "«¡Olé!»", "┌──┐", #"¯\_(ツ)_/¯"#, "l’É»", "แบกแดด", "เตกูซิกัลปา", "เซนเตอร์, นอร์ทดาโคตา",
    "می‌خواهم «رفت»", "√ ® √ †", "±† ×® ÷©", "≈† note",
  ])
  func correctNeighboursStay(_ text: String) {
    #expect(RuleRun.repaired(text, by: [Mojibake()]) == text)
  }

  /// One letter that was misread twice in a set proves itself by its second layer.
  @Test(arguments: [
    ("si no está definido", "windows-1253"), ("la entrada estándar, enviando el resultado", "windows-1253"),
  ])
  func oneLetterMisreadTwiceComesBack(_ good: String, _ set: String) throws {
    let once = try #require(Self.misread(good, as: set))
    let bad = try #require(Self.misread(once, as: set))
    #expect(RuleRun.repaired(bad, by: [Mojibake()]) == good, "\(bad)")
  }

  /// The gate passes what can gain nothing, and must not pass what can.
  @Test(arguments: [
    ("aéb céd éfé", "windows-1252"), ("дпб впг", "windows-1252"), ("ařb cřd řeř", "windows-1250"),
    ("aéb céd éfé", "macroman"),
  ])
  func theGateSeesEveryLetter(_ good: String, _ set: String) throws {
    let bad = try #require(Self.misread(good, as: set))
    #expect(RuleRun.repaired(bad, by: [Mojibake()]) == good, "\(bad)")
  }

  /// What a glance tells of a line is what taking it apart tells: the same edits, and as sure.
  @Test func aGlanceTellsWhatTakingApartTells() {
    var dice = SystemRandomNumberGenerator()
    var pieces = [
      "plain", "Ã©tÃ©", "Â«", "Â»", "â€™", "â€œ", "é", "CAFÉ", "Ã", "日本", "Å“", "√©", "√®", "1998", "Â", "\u{FFFD}",
      "\u{A0}", "’",
      "a long run of words", "ðŸ˜€", "Ä€", "Î‘Î»", "Ø§Ù„", "Ã\u{83}Â©", "\u{85}", "\n", ",", "A", "©", "“",
    ]
    for sentence in Self.sentences {
      for set in Self.sets { if let damaged = Self.misread(sentence, as: set) { pieces.append(damaged) } }
    }
    let glanced = MisreadLine()
    let apart = MisreadLine()
    let memory = MisreadMemory()
    var repaired = 0
    for _ in 0..<20_000 {
      let separator = Bool.random(using: &dice) ? " " : ""
      let count = Int.random(in: 1...6, using: &dice)
      let text = (0..<count).map { _ in pieces.randomElement(using: &dice)! }.joined(separator: separator)
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        let span = Span(0, bytes.count)
        let glance = glanced.glance(bytes, span, memory)
        if glance == .unknown { return }
        apart.load(bytes, span)
        #expect(apart.repair() == (glance == .repaired), "\(text)")
        if glance == .untouched { return }
        repaired += 1
        var told: [Edit] = []
        glanced.eachGlancedRepair {
          told.append(Edit(span: $0, replacement: Array($1), by: "", confidence: glanced.confidence))
        }
        var expected: [Edit] = []
        apart.eachRepair {
          expected.append(Edit(span: $0, replacement: Array($1), by: "", confidence: apart.confidence))
        }
        #expect(told == expected, "\(text)")
      }
    }
    #expect(repaired > 1_000)
  }

  @Test(.timeLimit(.minutes(10)), arguments: ["Ã", "â€", "Ð", "├", "é»", "\u{FFFD}", "Ã ", "á»"])
  func aMillionTimesTheSameIsLinear(_ unit: String) {
    let text = String(repeating: unit, count: 200_000)
    _ = RuleRun.repaired(text, by: [Mojibake()])
  }
}
