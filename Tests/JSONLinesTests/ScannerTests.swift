import JSONLines
import ReferenceJSON
import Testing

@Suite struct ScannerTests {
  @Test func membersStandWhereTheyStand() throws {
    let line = #" { "id" : 1.50 ,"text":"a\"b", "text":null,"x":{"text":[1,{}]},"":[] } "#
    let members = try scan(line).get()
    let bytes = Array(line.utf8)
    #expect(members.map { string(bytes[$0.key]) } == [#""id""#, #""text""#, #""text""#, #""x""#, #""""#])
    #expect(
      members.map { string(bytes[$0.value]) } == ["1.50", #""a\"b""#, "null", #"{"text":[1,{}]}"#, "[]"])
    #expect(members.map(\.kind) == [.number, .string, .null, .object, .array])
    withBytes(line) {
      #expect(members.search("id".utf8, in: $0) == .one(0))
      #expect(members.search("text".utf8, in: $0) == .several(1, 2))
      #expect(members.search("nothing".utf8, in: $0) == .none)
    }
  }

  @Test func aNameIsComparedDecodedAndByteForByte() throws {
    let line = "{\"te\\u0078t\":1,\"\u{E9}\":2,\"e\u{301}\":3}"
    let members = try scan(line).get()
    withBytes(line) {
      #expect(members.search("text".utf8, in: $0) == .one(0))
      #expect(members.search("\u{E9}".utf8, in: $0) == .one(1))
      #expect(members.search("e\u{301}".utf8, in: $0) == .one(2))
    }
  }

  /// The mark ‸ stands where the failure must be told, before the byte at fault.
  @Test(arguments: [
    (#"‸["#, "expected '{' at the start of a record"),
    (#"{‸1:2}"#, "expected a member name in double quotes or '}'"),
    (#"{"a":1,‸}"#, "expected a member name in double quotes after ','"),
    (#"{"a" ‸1}"#, "expected ':' after a member name"),
    (#"{"a":‸}"#, "expected a value"),
    (#"{"a":1 ‸"b":2}"#, "expected ',' or '}' after a member value"),
    (#"{"a":[1 ‸2]}"#, "expected ',' or ']' after an array element"),
    (#"{"a":[1,‸]}"#, "expected a value"),
    (#"{"a":{"b":1‸]}"#, "expected ',' or '}' after a member value"),
    (#"{"a":1}‸,"#, "expected the end of the line"),
    ("{\"a\":\"‸\t\"}", "expected control characters in a string to be escaped"),
    (#"{"a":"\‸x"}"#, #"expected one of " \ / b f n r t u after a backslash"#),
    (#"{"a":"\u12‸g4"}"#, #"expected four hexadecimal digits after \u"#),
    (#"{"a":0‸1}"#, "expected no digit after a number's leading zero"),
    (#"{"a":-‸}"#, "expected a digit"),
    (#"{"a":1.‸e3}"#, "expected a digit"),
    (#"{"a":‸trve}"#, "expected a value"),
    (#"{"a":‸NaN}"#, "expected a value"),
    (#"{"a":‸'b'}"#, "expected a value"),
  ])
  func failuresSayWhereAndWhat(_ marked: String, _ reason: String) throws {
    let place = try #require(marked.range(of: "‸"))
    let offset = marked[..<place.lowerBound].utf8.count
    let line = marked.replacing("‸", with: "")
    guard case .failure(let failure) = scan(line) else {
      Issue.record("accepted: \(line)")
      return
    }
    #expect(failure.kind == .malformed)
    #expect(failure.offset == offset)
    #expect("\(failure.reason)" == reason)
  }

  @Test func everyPrefixOfARecordIsTruncated() throws {
    let line = Array(#"{"a" : "é\u00e9\n€😀", "b":[1,-2.5e+3,true,{"c":null}], "d":false}"#.utf8)
    var scanner = Scanner()
    var members: [Member] = []
    for length in 0..<line.count {
      let failure = #expect(throws: ScanFailure.self, "\(length)") {
        try Array(line[..<length]).withUnsafeBufferPointer { try scanner.scan($0, into: &members) }
      }
      #expect(failure?.kind == .truncated, "\(length) \(failure?.reason ?? "")")
      #expect(failure?.offset == length)
    }
  }

  @Test func badUTF8IsToldOrNoted() throws {
    let line = Array(#"{"a":"x"#.utf8) + [0xC3, 0x28, 0x41, 0xFF] + Array(#"y","b":"z"}"#.utf8)
    try line.withUnsafeBufferPointer { bytes in
      var members: [Member] = []
      var strict = Scanner()
      let failure = #expect(throws: ScanFailure.self) { try strict.scan(bytes, into: &members) }
      #expect(failure?.kind == .badUTF8)
      #expect(failure?.offset == 7)
      var noting = Scanner(invalidUTF8: .noted)
      try noting.scan(bytes, into: &members)
      #expect(noting.invalid == 7..<11)
      #expect(members[0].value.contains(7) && members[0].value.upperBound >= 11)
      var text: [UInt8] = []
      let repairs = try StringCodec.decode(bytes, members[0].value, into: &text, invalid: .replace)
      #expect(string(text) == "x\u{FFFD}(A\u{FFFD}y")
      #expect(repairs.count == 2)
      #expect(repairs.first == 7)
    }
  }

  @Test func depthIsLinearAndWithoutRecursion() throws {
    let depth = 2_000_000
    let brackets = [UInt8](repeating: UInt8(ascii: "["), count: depth)
    let closing = [UInt8](repeating: UInt8(ascii: "]"), count: depth)
    var scanner = Scanner()
    let whole = try (brackets + closing).withUnsafeBufferPointer { try scanner.validate($0) }
    #expect(whole == .array)
    let failure = #expect(throws: ScanFailure.self) {
      try brackets.withUnsafeBufferPointer { _ = try scanner.validate($0) }
    }
    #expect(failure?.kind == .truncated)
    let objects = Array(String(repeating: #"{"a":["#, count: 100_000).utf8)
    let ends = Array(String(repeating: "]}", count: 100_000).utf8)
    let mixed = try (objects + ends).withUnsafeBufferPointer { try scanner.validate($0) }
    #expect(mixed == .object)
  }

  @Test func agreesWithTheReferenceOnBrokenRecords() {
    var mutator = Mutator(seed: 7)
    for _ in 0..<6_000 {
      let line = mutator.broken(Array(mutator.record().utf8))
      if let fault = Comparison.disagreement(over: line) {
        Issue.record("\(fault): \(line) \(string(line))")
        return
      }
    }
  }
}
