import Testing
import TextModel

@testable import Language

@Suite struct WordTriggersTests {
  static let lists: [[WordTrigger]] = [
    [WordTrigger(words: [WordSet("the to")])],
    [WordTrigger(shape: \.isLower, gaps: [.stop]), WordTrigger(shape: \.startsWithCapital, gaps: [.space])],
    [WordTrigger(length: 4...6, entry: { !$0.isKnown }), WordTrigger(length: 30...Int.max)],
    [WordTrigger(gaps: [.space], repeats: .wordBefore), WordTrigger(gaps: [.hyphen], repeats: .secondBefore)],
    [WordTrigger(words: [WordSet("bridge")], shape: \.isCapitalized), WordTrigger(shape: \.isCapitalized)],
    [WordTrigger(words: [WordSet("nowhere")])],
    [
      WordTrigger(
        words: [WordSet("on nato the")],
        pairs: [pair("on", "the"), pair("nato", "é"), pair("to", "qxzv"), triple("the", "bridge", "to")])
    ],
    [WordTrigger(pairs: [pair("bridge", "bridge")], shape: \.isCapitalized)],
    [WordTrigger(shape: \.isLower, gapsBehind: [.stop, .line]), WordTrigger(gapsBehind: [.hyphen])],
  ]
  private static func pair(_ first: String, _ second: String) -> UInt32 {
    WordTrigger.pair(Lexicon.hash(first), Lexicon.hash(second))
  }

  private static func triple(_ first: String, _ second: String, _ third: String) -> UInt32 {
    WordTrigger.triple(Lexicon.hash(first), Lexicon.hash(second), Lexicon.hash(third))
  }

  /// A text in which every condition is met somewhere; long, so that the first guess at the memory is too small.
  let document: Document = {
    let pieces = [
      "the", "Bridge", "to", "bridge", "bridge", "qxzv", "qxzvqx", "walked. and", "Two-by-Two", "by-by", "NATO,", "é",
      "3rd", "pneumonoultramicroscopicsilicovolcanoconiosis", "on the way", "on the way",
    ]
    var state: UInt32 = 7
    let words = (0..<4000).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return pieces[Int(state >> 16) % pieces.count]
    }
    return Document(words.joined(separator: " "))
  }()

  /// The conditions are looked at in two halves: with so many before them, all are in the first, some or all in the second.
  @Test(arguments: [0, 58, 100]) func findsWhatALookAtEachWordFinds(_ before: Int) {
    let words = document.words
    let places = WordPlaces()
    let lists = Array(repeating: [WordTrigger(words: [WordSet("nowhere")])], count: before) + Self.lists
    places.find(WordTriggers(lists), in: document, wanted: lists.map { _ in true })
    for (list, triggers) in lists.enumerated() {
      let expected = words.indices.filter { k in triggers.contains { Self.meets($0, words, k) } }
      #expect(Array(places[list]) == expected, "list \(list)")
      #expect(places[list].isEmpty == expected.isEmpty)
    }
    #expect(places[before + 5].isEmpty && [0, 3, 6, 7, 8].allSatisfy { !places[before + $0].isEmpty })
  }

  @Test func leavesOutListsThatNobodyAsksFor() {
    let places = WordPlaces()
    places.find(WordTriggers(Self.lists), in: document, wanted: Self.lists.indices.map { $0 == 0 })
    #expect(!places[0].isEmpty && (1...8).allSatisfy { places[$0].isEmpty })
    places.find(WordTriggers(Self.lists), in: Document("… — …"), wanted: Self.lists.map { _ in true })
    #expect((0...8).allSatisfy { places[$0].isEmpty })
  }

  @Test func missesNoPairThatComesAgain() {
    let words = document.words
    let places = WordPlaces()
    places.find(WordTriggers([[WordTrigger(repeats: .pairAhead)]]), in: document, wanted: [true])
    let found = Set(places[0])
    for k in words.indices.dropLast(12) {
      let isRepeated = (2...10).contains {
        words[k].hash == words[k + $0].hash && words[k + 1].hash == words[k + $0 + 1].hash
      }
      #expect(!isRepeated || found.contains(k))
    }
  }

  private static func meets(_ trigger: WordTrigger, _ words: [Word], _ k: Int) -> Bool {
    let word = words[k]
    if let hashes = trigger.words, !hashes.contains(word.hash) { return false }
    if let pairs = trigger.pairs {
      guard k + 1 < words.count else { return false }
      let isTriple =
        k + 2 < words.count
        && pairs.contains(WordTrigger.triple(word.hash, words[k + 1].hash, words[k + 2].hash))
      guard isTriple || pairs.contains(WordTrigger.pair(word.hash, words[k + 1].hash)) else { return false }
    }
    let isAgain =
      trigger.repeats.isEmpty
      || trigger.repeats.contains(.wordBefore) && k > 0 && words[k - 1].hash == word.hash
      || trigger.repeats.contains(.secondBefore) && k > 1 && words[k - 2].hash == word.hash
    return isAgain && trigger.shape(word.shape) && trigger.gaps.contains(word.gap)
      && trigger.gapsBehind.contains(k + 1 < words.count ? words[k + 1].gap : .line)
      && trigger.length.contains(word.count) && trigger.entry(Lexicon.entry(word.hash))
  }
}
