import Language
import TextModel

/// Deletes a sentence that stands again right behind itself, a sentence whose object is its subject, and a paragraph that
/// stands again.
///
/// Loops of a decoder (`The port is closed. The port is closed.`) and of a page template.  Short sentences are said twice on purpose,
/// so eight words are the least, and four for what stands three times; a paragraph again at once needs twelve, further down
/// forty.  A sentence that begins and ends with the same long name (`The Bank of the North has warned the Bank of the North.`) says
/// nothing: it goes where its verb is the sentence's before it and in damaged text, else it is flagged.  So it does in damaged text where
/// somebody has done something to himself (`The crows have forgotten the crows.`).
public struct RepeatedSentence: WordRule {
  public init() {}
  public let id = "repeated-sentence"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them. They met. The Bank of the North has advised the Bank of the North. Ships wait.",
      "The the crew met with with them. They met. Ships wait."),
    RewriteExample(
      "The the crew met with with them. They met. The crows have forgotten the crows. Ships wait.",
      "The the crew met with with them. They met. Ships wait."),
    RewriteExample(
      "The port has been closed to ships since Monday. The port has been closed to ships since Monday. They wait.",
      "The port has been closed to ships since Monday. They wait."),
    RewriteExample(
      "The news has alarmed the coast. The Bank of the North has alarmed the Bank of the North. Ships wait.",
      "The news has alarmed the coast. Ships wait."),
    RewriteExample(
      "The council met in Oslo. The council met in Oslo. The council met in Oslo. It left.",
      "The council met in Oslo. It left."),
  ]
  public let leavesAlone = [
    "We went on. We went on. We went on.",
    "He left. He left.", "I will not go there again! I will not go there again!", "The fire is out. The fire was out.",
    "Rose is a rose is a rose is a rose.", "The crows have forgotten the crows. They left.",
    "The the crew met with with them. The people trust the people. The dog has bitten the dog that bit. They left.",
  ]

  public let places = [WordTrigger(gaps: [.line]), WordTrigger(shape: { !$0.isLower }, gaps: [.stop])]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    var previous = 0..<0
    var beforePrevious = 0..<0
    var start = 0
    for k in places where k > 0 && isStart(words, k) {
      compare(document, words, previous, start..<k, &proposals)
      compareShort(document, words, beforePrevious, previous, start..<k, &proposals)
      beforePrevious = previous
      previous = start..<k
      start = k
    }
    compare(document, words, previous, start..<words.count, &proposals)
    compareShort(document, words, beforePrevious, previous, start..<words.count, &proposals)
    proposeParagraphs(document, &proposals)
  }

  /// Whether a sentence begins with this word: a line does, and a capital behind a full stop that ends no initial.
  private func isStart(_ words: [Word], _ k: Int) -> Bool {
    words[k].gap == .line || words[k - 1].count > 1 || words[k - 1].isLower
  }

  private func compare(
    _ document: Document, _ words: [Word], _ previous: Range<Int>, _ sentence: Range<Int>, _ proposals: inout Proposals
  ) {
    let text = document.text
    if previous.count == sentence.count, sentence.count >= 8, words[sentence.lowerBound].gap == .stop,
      zip(previous, sentence).allSatisfy({ words[$0].hash == words[$1].hash })
    {
      let first = Span(words[previous.lowerBound].start, words[previous.upperBound - 1].end)
      let second = Span(words[sentence.lowerBound].start, words[sentence.upperBound - 1].end)
      // A cry is repeated on purpose.
      guard text[first].elementsEqual(text[second]), first.end < text.count, text[first.end] == UInt8(ascii: ".") else {
        return
      }
      proposals.delete(Span(first.start, second.start), .likely)
    }
    proposeEcho(document, words, previous, sentence, &proposals)
  }

  /// The same short sentence three times.
  private func compareShort(
    _ document: Document, _ words: [Word], _ first: Range<Int>, _ second: Range<Int>, _ third: Range<Int>,
    _ proposals: inout Proposals
  ) {
    guard third.count >= 4, third.count < 8, isSame(document, words, second, third),
      isSame(document, words, first, second)
    else { return }
    proposals.delete(Span(words[first.lowerBound].start, words[third.lowerBound].start), .likely)
  }

  /// Whether a sentence of some words is the one before it once more.
  private func isSame(_ document: Document, _ words: [Word], _ previous: Range<Int>, _ sentence: Range<Int>) -> Bool {
    guard previous.count == sentence.count, !previous.isEmpty, words[sentence.lowerBound].gap == .stop,
      zip(previous, sentence).allSatisfy({ words[$0].hash == words[$1].hash })
    else { return false }
    let text = document.text
    let end = words[previous.upperBound - 1].end
    return text.has(". ", at: end) && words[sentence.lowerBound].start == end + 2
  }

  /// Subject and object are the same long name.
  private func proposeEcho(
    _ document: Document, _ words: [Word], _ previous: Range<Int>, _ sentence: Range<Int>, _ proposals: inout Proposals
  ) {
    guard sentence.count >= 6, sentence.count <= 24,
      words[sentence.lowerBound].hash != words[sentence.upperBound - 1].hash
    else { return }
    let text = document.text
    // No more than four words between the two.
    for length in stride(from: (sentence.count - 1) / 2, through: max(2, (sentence.count - 3) / 2), by: -1) {
      let tail = sentence.upperBound - length
      guard words[sentence.lowerBound].hash == words[tail].hash,
        (1..<length).allSatisfy({ words[sentence.lowerBound + $0].hash == words[tail + $0].hash })
      else { continue }
      let isNamed = length > 2 && (1..<length).contains(where: { words[tail + $0].startsWithCapital })
      // `The crows have forgotten the crows.`
      let isPerfect =
        sentence.count == 2 * length + 2 && Self.articles.contains(words[tail])
        && Self.perfect.contains(words[tail - 2]) && words[tail - 1].isLower
      guard isNamed || isPerfect && document.isDamaged else { continue }
      let end = words[sentence.upperBound - 1].end
      guard end < text.count, text[end] == UInt8(ascii: "."), words[sentence.lowerBound].startsWithCapital else {
        return
      }
      let start = words[sentence.lowerBound].start
      let middle = (sentence.lowerBound + length)..<tail
      let isCopied = middle.allSatisfy { m in previous.contains { words[$0].hash == words[m].hash } }
      if isCopied || document.isDamaged, end + 1 < text.count, text[end + 1] == 0x20 {
        proposals.delete(Span(start, end + 2), .likely)
      } else {
        proposals.flag(
          Span(start, end + 1), label: "degenerate-repetition", reason: "subject and object are the same name")
      }
      return
    }
  }

  private static let articles = WordSet("the this these those our their his her its")
  private static let perfect = WordSet("has have had")

  private func proposeParagraphs(_ document: Document, _ proposals: inout Proposals) {
    let paragraphs = document.paragraphs
    guard paragraphs.count > 1 else { return }
    let text = document.text
    // By six bits of their lengths, for few are as long as another: the lengths that occur, and those that come again.
    var lengths = UInt64(0)
    var again = UInt64(0)
    for paragraph in paragraphs where paragraph.count >= 60 {
      let bit = Self.bit(paragraph)
      again |= lengths & bit
      lengths |= bit
    }
    guard again != 0 else { return }
    var seen: [Int: Int] = [:]
    for (k, paragraph) in paragraphs.enumerated()
    where paragraph.count >= 60 && again & Self.bit(paragraph) != 0 && endsSentence(text, paragraph) {
      let isAgain = { (other: Int) in text[paragraphs[other]].elementsEqual(text[paragraph]) }
      let isNext = k > 0 && paragraphs[k - 1].count == paragraph.count && isAgain(k - 1)
      var isKnown = false
      if !isNext, paragraph.count >= 240 {
        // Length and some bytes tell nearly all paragraphs apart.
        var key = paragraph.count
        for step in 1...6 { key = key &* 31 &+ Int(text[paragraph.start + paragraph.count * step / 7]) }
        if let other = seen[key] { isKnown = isAgain(other) } else { seen[key] = k }
      }
      if isNext || isKnown { proposals.delete(Span(paragraphs[k - 1].end, paragraph.end), .likely) }
    }
  }

  private static func bit(_ paragraph: Span) -> UInt64 { 1 << UInt64(paragraph.count & 63) }

  private func endsSentence(_ text: Text, _ paragraph: Span) -> Bool {
    switch text.scalar(before: paragraph.end) {
    case ".", "!", "?", "”", "\"", "’", "»", "…": true
    default: false
    }
  }
}
