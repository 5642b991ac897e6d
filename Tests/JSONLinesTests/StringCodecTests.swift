import JSONLines
import Testing

@Suite struct StringCodecTests {
  private func decode(_ literal: String, _ invalid: StringCodec.Invalid = .fail) throws -> (String, StringRepairs) {
    try withBytes(literal) {
      var text: [UInt8] = []
      let repairs = try StringCodec.decode($0, 0..<$0.count, into: &text, invalid: invalid)
      return (string(text), repairs)
    }
  }

  private func encoded(_ text: String) -> String {
    var line: [UInt8] = []
    StringCodec.encode(Array(text.utf8), into: &line)
    return string(line)
  }

  @Test func escapes() throws {
    #expect(try decode(#""""#).0 == "")
    #expect(try decode(#""\"\\\/\b\f\n\r\t""#).0 == "\"\\/\u{8}\u{C}\n\r\t")
    #expect(try decode(#""\u00e9\u20AC\uD83D\uDE00\u0000""#).0 == "é€😀\0")
  }

  @Test func onlyWhatMustBeIsEscaped() {
    #expect(
      encoded("\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}é€😀\u{2028}")
        == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u{7F}é€😀\u{2028}\"")
  }

  @Test func wellFormedIsWhatTheStandardLibraryTakes() {
    var random = SystemRandomNumberGenerator()
    let pieces: [[UInt8]] = [
      [0x41], [0x7F], [0xC3, 0xA9], [0xE2, 0x82, 0xAC], [0xEF, 0xBF, 0xBD], [0xF0, 0x9F, 0x98, 0x80],
      [0xF4, 0x8F, 0xBF, 0xBF],
    ]
    let faults: [[UInt8]] = [
      [0x80], [0xC3], [0xC0, 0xAF], [0xE0, 0x80, 0xBF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98],
      [0xF4, 0x90, 0x80, 0x80], [0xFF],
    ]
    #expect(StringCodec.isUTF8(Bytes(start: nil, count: 0)))
    for _ in 0..<20_000 {
      // The edges of steps of 32 bytes are met in every way.
      var bytes = (0..<Int.random(in: 0..<40, using: &random)).flatMap { _ in pieces.randomElement(using: &random)! }
      if Bool.random(using: &random) {
        bytes += [UInt8](repeating: 0x61, count: Int.random(in: 0..<70, using: &random))
      }
      if Bool.random(using: &random) {
        bytes.insert(
          contentsOf: faults.randomElement(using: &random)!, at: Int.random(in: 0...bytes.count, using: &random))
      }
      let known = String(validating: bytes, as: UTF8.self) != nil
      #expect(bytes.withUnsafeBufferPointer { StringCodec.isUTF8($0) } == known, "\(bytes)")
    }
  }

  @Test(arguments: [#""ab\ud800""#, #""ab\ud800x""#, #""ab\udc00""#, #""ab\ud800\u0041""#, #""ab\ud800\n""#])
  func loneSurrogatesAreToldWithTheirPlace(_ literal: String) throws {
    let failure = #expect(throws: StringFailure.self) { try decode(literal) }
    #expect(failure?.kind == .loneSurrogate)
    #expect(failure?.column == 4)
    let (text, repairs) = try decode(literal, .replace)
    #expect(text.hasPrefix("ab\u{FFFD}"))
    #expect(repairs.count == 1)
    #expect(repairs.first == 3)
  }

  @Test func twoHighSurrogatesAndALow() throws {
    #expect(try decode(#""\ud83d\ud83d\ude00""#, .replace).0 == "\u{FFFD}😀")
  }

  @Test func everyMaximalSubpartIsOneReplacement() throws {
    // Unicode 3.9, tables 3-8 to 3-11.
    for bytes: [UInt8] in [
      [0xC0, 0xAF, 0xE0, 0x80, 0xBF, 0xF0, 0x81, 0x82, 0x41], [0xED, 0xA0, 0x80, 0xED, 0xBF, 0xBF, 0xED, 0xAF, 0x41],
      [0xF4, 0x91, 0x92, 0x93, 0xFF, 0x41, 0x80, 0xBF, 0x42], [0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF, 0x41],
    ] {
      let literal = [0x22] + bytes + [0x22]
      var text: [UInt8] = []
      _ = try literal.withUnsafeBufferPointer {
        try StringCodec.decode($0, 0..<$0.count, into: &text, invalid: .replace)
      }
      #expect(string(text) == String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func decodingGivesBackWhatEncodingTook() throws {
    var mutator = Mutator(seed: 3)
    let scalars: [Unicode.Scalar] = [
      "\0", "\u{1F}", "\"", "\\", "a", "n", "\n", "é", "\u{FFFF}", "\u{10FFFF}", "💡", " ",
    ]
    for length in 0..<600 {
      var text = ""
      for _ in 0..<length { text.unicodeScalars.append(scalars[mutator.below(scalars.count)]) }
      #expect(try Array(decode(encoded(text)).0.utf8) == Array(text.utf8))
    }
  }

  @Test func aTextOfControlsGrowsSixfold() throws {
    let text = String(repeating: "\u{1}", count: 100_000)
    let literal = encoded(text)
    #expect(literal.utf8.count == 600_002)
    #expect(try decode(literal).0 == text)
  }
}
