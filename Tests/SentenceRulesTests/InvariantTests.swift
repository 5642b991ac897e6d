import Foundation
import Language
import ReferenceSentences
import Testing
import TextModel

@testable import SentenceRules

/// What holds for every text.
@Suite struct InvariantTests {
  @Test func emptyTextHasNoSentences() {
    #expect(ScannerTests.sentences(Text(""), PluginSelection()) == [])
    #expect(ScannerTests.sentences(Text(" \n\u{2028}\t"), PluginSelection()) == [])
  }

  /// Pieces that rules look for, put together at random.
  static let pieces = [
    ". ", "? ", "! ", "...", ". . .", "…", " “", "” ", "\"", "'", ") ", "(", "[", "]", "[3]", "Dr", "U. S", "p.m",
    "z. B", "1. ",
    "2) ", "• ", "⁃", "http://a.b/c?D", "a@b.de", "08/16/2000 12:05 PM ", ":-)", "\n", "\n\n", "\r\n", "。", "《", "》",
    "؟", "\u{301}",
    "\u{AD}", "\u{2028}", "-- ", "*****", "Regards, ", "The", "the", "i", "Ä", "ß", "и", "明日", "कल", " ", "  ", "12",
    "IV", "A", "x.",
  ]

  @Test(arguments: ["en", "de", "ru", "hy", "zh", "ar", "und"] as [LanguageTag])
  func everyCharacterIsInOneSentenceOrWhiteSpace(_ language: LanguageTag) {
    var random = SeededGenerator(state: UInt64(language.description.utf8.reduce(0) { $0 * 31 + Int($1) }))
    for _ in 0..<60 {
      let count = Int.random(in: 1...40, using: &random)
      let text = Text((0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined())
      let fault = SentenceInvariant.fault(in: text, language: language)
      #expect(fault == nil, "\(text.string.debugDescription)")
    }
  }

  /// Time is linear: what one mark costs does not grow with how many there are.  Counted in places that are looked at, by
  /// the clock only coarsely, for other work runs beside the tests.
  @Test(arguments: [
    ".", "\"", ". ", "“", "Dr. ", "a", "?\"", "[1] ", ".\n", ") ", "a. ", "\u{301}.", ". \u{2028}", "-", "@", "1/1/1 ",
  ])
  func timeIsLinear(_ piece: String) {
    func time(_ bytes: Int) -> Double {
      let text = Text(String(repeating: piece, count: bytes / piece.utf8.count))
      var best = Double.infinity
      for _ in 0..<3 {
        let start = processorTime()
        _ = ScannerTests.sentences(text, PluginSelection())
        best = min(best, processorTime() - start)
      }
      return best
    }
    // The thread's own time: what else the machine does has no part in it.
    func processorTime() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
    // Eight times the text: linear is 8, quadratic 64.
    #expect(time(80_000) < 24 * time(10_000) + 0.01)
  }
}

/// Unicode's own cases (Debian's package unicode-data): only where they are installed in ICU's version.
@Suite struct SentenceBreakTests {
  static let path = "/usr/share/unicode/auxiliary/SentenceBreakTest.txt"

  @Test(.enabled(if: FileManager.default.fileExists(atPath: path)))
  func theScannerPassesAllOfThem() throws {
    let content = try String(contentsOfFile: Self.path, encoding: .utf8)
    guard content.hasPrefix("# SentenceBreakTest-\(UnicodeVersion.unicode)") else { return }
    var cases = 0
    for line in content.split(separator: "\n") where !line.hasPrefix("#") {
      let rule = line.split(separator: "#")[0]
      var string = String.UnicodeScalarView()
      var cuts: [Int] = []
      for token in rule.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        if token == "÷" {
          cuts.append(String(string).utf8.count)
        } else if token != "×", let value = UInt32(token, radix: 16), let scalar = Unicode.Scalar(value) {
          string.append(scalar)
        }
      }
      let text = Text(String(string))
      let expected = zip(cuts, cuts.dropFirst()).compactMap { trimmed(text, $0, $1) }
      #expect(ScannerTests.sentences(text, ScannerTests.bare) == expected, "\(rule)")
      cases += 1
    }
    #expect(cases > 400)
  }

  func trimmed(_ text: Text, _ start: Int, _ end: Int) -> Span? {
    var first = start
    var last = end
    while first < last, text.scalar(at: first).isWhiteSpace { first = text.index(after: first) }
    while last > first, text.scalar(before: last).isWhiteSpace { last = text.index(before: last) }
    return first < last ? Span(first, last) : nil
  }
}
