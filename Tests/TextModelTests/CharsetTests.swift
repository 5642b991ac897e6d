import Testing
import TextModel

@Suite struct CharsetTests {
  func decode(_ name: String, _ bytes: [UInt8], piece: Int) throws -> String {
    let charset = try #require(Charset(named: name))
    var result: [UInt8] = []
    try bytes.withUnsafeBufferPointer { bytes in
      var done = 0
      repeat {
        let end = Swift.min(done + piece, bytes.count)
        try charset.decode(UnsafeBufferPointer(rebasing: bytes[done..<end]), last: end == bytes.count, into: &result)
        done = end
      } while done < bytes.count
    }
    return String(decoding: result, as: UTF8.self)
  }

  @Test(arguments: [1, 2, 3, 7, 100]) func decodes(piece: Int) throws {
    #expect(try decode("windows-1252", [0x93, 0x61, 0x94, 0x80], piece: piece) == "“a”€")
    #expect(try decode("UTF-16LE", [0x3D, 0xD8, 0x00, 0xDE, 0x61, 0x00], piece: piece) == "😀a")
    #expect(try decode("Shift_JIS", [0x93, 0xFA, 0x96, 0x7B, 0x0A], piece: piece) == "日本\n")
    #expect(
      try decode("KOI8-R", Array(repeating: 0xC1, count: 5000), piece: piece) == String(repeating: "а", count: 5000))
  }

  @Test(arguments: [1, 2, 100]) func tellsWhereItFails(piece: Int) throws {
    #expect(throws: Charset.DecodingError(offset: 2)) {
      try decode("UTF-8", [0x61, 0x62, 0xFF, 0x63], piece: piece)
    }
    #expect(throws: Charset.DecodingError(offset: 1)) { try decode("Shift_JIS", [0x61, 0x93], piece: piece) }
  }

  @Test func knowsNames() {
    #expect(Charset(named: "no such charset") == nil)
    #expect(Charset.names.contains("UTF-8"))
  }
}
