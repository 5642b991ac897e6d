import Testing
import TextModel

@testable import Language

/// What is carried over edits is what a fresh look finds.
@Suite struct RevisionTests {
  static let pieces = [
    "the", "Bridge", "don’t", "don't", "l’été", "qxzv", ". ", ", ", "\n", "’", "'", "“", "”", "-", "–", "`", "é", "3rd",
    "3,5",
    "pneumonoultramicroscopicsilicovolcanoconiosis", "É", "iPhone", "的", " ", "  ", "\u{AD}",
    "\nShare this:\n", "\nLeave a Reply\n", "\nRead also: The Bridge of Oslo\n",
  ]

  /// A draw that is the same on every machine.
  struct Draw {
    var state: UInt32
    mutating func below(_ limit: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 8) % limit
    }
    mutating func text(_ count: Int, glue: Int) -> String {
      (0..<count).map { _ in RevisionTests.pieces[below(RevisionTests.pieces.count)] + (below(glue) == 0 ? "" : " ") }
        .joined()
    }
  }

  @Test(arguments: 1...60) func equalsAFreshLook(seed: UInt32) {
    var draw = Draw(state: seed &* 7919)
    let document = Document(draw.text(draw.below(300), glue: 3), language: .english)
    let wanted = WordTriggersTests.lists.map { _ in true }
    let triggers = WordTriggers(WordTriggersTests.lists + [[WordTrigger(repeats: .pairAhead)]])
    let (places, others) = (WordPlaces(), WordPlaces())
    for _ in 0..<3 {
      if draw.below(8) > 0 { places.find(triggers, in: document, wanted: wanted + [true]) }
      if draw.below(8) > 0 {
        for paragraph in document.paragraphs { _ = document.isForeign(at: paragraph.start) }
        _ = (document.wordEntries, document.wordCounts, document.markOffsets, document.pageResidue)
      }
      let script = Self.script(for: document.text, &draw)
      var bytes: [UInt8] = []
      script.apply(to: document.utf8, into: &bytes)
      document.revise(validated: &bytes, by: script)
      let fresh = Document(document.text, language: .english)
      places.find(triggers, in: document, wanted: wanted + [true])
      others.find(triggers, in: fresh, wanted: wanted + [true])
      for list in 0...wanted.count { #expect(Array(places[list]) == Array(others[list])) }
      for paragraph in fresh.paragraphs {
        #expect(document.isForeign(at: paragraph.start) == fresh.isForeign(at: paragraph.start))
      }
      #expect(document.words.map(\.facts) == fresh.words.map(\.facts))
      #expect(document.wordEntries == fresh.wordEntries)
      #expect(document.markOffsets == fresh.markOffsets)
      #expect(document.pageResidue == fresh.pageResidue)
      for word in fresh.words { #expect(document.wordCounts[word.hash] == fresh.wordCounts[word.hash]) }
      #expect(document.wordCounts[Lexicon.hash("nowhere")] == WordCounts.Uses())
    }
  }

  /// Words that went are not counted any more, and do not hide those behind them.
  @Test func forgetsWordsThatWent() {
    let document = Document((0..<200).map { "word\($0)x" }.joined(separator: " "))
    _ = document.wordCounts
    var script = EditScript()
    let author = script.author(named: "test")
    for word in document.words.filter({ $0.start % 3 > 0 }) { script.append(word.span, [UInt8](), by: author, .safe) }
    script.seal(over: document.utf8)
    let gone = Set(document.words.map(\.hash))
    var bytes: [UInt8] = []
    script.apply(to: document.utf8, into: &bytes)
    document.revise(validated: &bytes, by: script)
    let counts = WordCounts(document.words)
    #expect(document.words.count < 150)
    for hash in gone { #expect(document.wordCounts[hash] == counts[hash]) }
  }

  static func script(for text: Text, _ draw: inout Draw) -> EditScript {
    var script = EditScript()
    let author = script.author(named: "test")
    var at = 0
    while at < text.count {
      at += draw.below(60)
      while at < text.count, UTF8Cursor.isContinuation(text[at]) { at += 1 }
      guard at <= text.count else { break }
      var end = min(text.count, at + draw.below(6) * draw.below(3))
      while end < text.count, UTF8Cursor.isContinuation(text[end]) { end += 1 }
      script.append(Span(at, end), Array(draw.text(draw.below(3), glue: 2).utf8), by: author, .safe)
      at = end + 1
    }
    script.seal(over: text.utf8)
    return script
  }
}

extension Word {
  fileprivate var facts: [Int] { [start, end, Int(hash), Int(shape.rawValue), Int(gap.rawValue)] }
}
