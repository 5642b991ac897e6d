import Testing
import TextModel

@Suite struct SentenceBreakerTests {
  /// SentenceBreakTest.txt: ÷ where a sentence ends, × where not.
  @Test(.enabled(if: UnicodeData.isOfThisVersion, "unicode-data is not installed, or not of ICU's Unicode version"))
  func conformance() throws {
    let breaker = SentenceBreaker()
    var found: [Int] = []
    var lines = 0
    for line in try UnicodeData.lines("auxiliary/SentenceBreakTest.txt") {
      let rule = line.split(separator: "#", omittingEmptySubsequences: false)[0]
      if rule.isEmpty { continue }
      var bytes: [UInt8] = []
      var expected: [Int] = []
      for part in rule.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        switch part {
        case "÷": if !bytes.isEmpty { expected.append(bytes.count) }
        case "×": break
        default: bytes.append(contentsOf: UnicodeData.bytes([part]))
        }
      }
      breaker.boundaries(of: Text(validated: bytes), into: &found)
      #expect(found == expected, "\(line)")
      lines += 1
    }
    #expect(lines > 500)
  }

  @Test func anEmptyTextHasNone() {
    var found = [1]
    SentenceBreaker().boundaries(of: Text(""), into: &found)
    #expect(found.isEmpty)
  }
}
