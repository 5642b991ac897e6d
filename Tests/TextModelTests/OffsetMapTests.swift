import Testing
import TextModel

@Suite struct OffsetMapTests {
  @Test(arguments: OffsetUnit.allCases) func everyOffsetOfRandomTexts(unit: OffsetUnit) throws {
    var dice = Dice(seed: 7)
    var map = OffsetMap()
    for _ in 0..<300 {
      let text = Text(validated: dice.text(upTo: 400))
      map.build(over: text, unit: unit)
      var walk = map.walk(over: text)
      var units = 0
      var at = 0
      var inside: Set<Int> = []
      while at < text.count {
        #expect(map.offset(ofByte: at, in: text) == units)
        if units % 7 != 0 { #expect(walk.offset(ofByte: at) == units) }
        #expect(try map.byte(of: units, in: text) == at)
        let next = text.index(after: at)
        let width =
          switch unit {
          case .codePoints: 1
          case .utf8: next - at
          case .utf16: next - at == 4 ? 2 : 1
          }
        for k in units + 1..<units + Swift.max(width, 1) { inside.insert(k) }
        units += width
        at = next
      }
      #expect(map.length == units)
      #expect(map.offset(ofByte: text.count, in: text) == units)
      #expect(try map.byte(of: units, in: text) == text.count)
      for offset in inside {
        #expect(throws: OffsetError.insideCodePoint(offset: offset)) { try map.byte(of: offset, in: text) }
      }
      for offset in [-1, units + 1, Int.max, Int.min] {
        #expect(throws: OffsetError.outside(offset: offset, length: units)) { try map.byte(of: offset, in: text) }
      }
    }
  }
}
