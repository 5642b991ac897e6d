import Language
import TextModel

/// Deletes what a page says of its author below the article.
///
/// `Jo Felber has many years of experience in journalism. She can be reached at …`, `Web expert. Award-winning coffee lover.`: one of the
/// last paragraphs, short, of somebody whom the text does not name, with three words or more that such notes are made of.  Where other
/// lines, or damage in the text, show that the page came along, also `Jo Felber is a staff writer for the Daily Bridge` and `About the
/// author: …`.
public struct AuthorNote: RewriteRule {
  public init() {}
  public let id = "author-note"
  public let languages: LanguageScope = .only([.english])
  public let trigger: ByteClasses? = .lineFeed

  private static let body =
    "The bridge over the river fell into the water on Monday night after a storm.\n\nNobody was hurt, the mayor said."

  public let fixes = [
    RewriteExample(
      body
        + "\n\nJo Zander has many years of experience in journalism. She has covered sports and is an award-winning writer.",
      body),
    RewriteExample(
      body + "\n\nJo Zander is a senior staff writer for the Daily Bridge.\n\nShare this:\n\nLeave a Reply",
      body + "\n\nShare this:\n\nLeave a Reply"),
    RewriteExample(
      body + "\n\nAbout the author: Jo Zander lives in Lyon with two dogs.\n\nShare this:\n\nLeave a Reply",
      body + "\n\nShare this:\n\nLeave a Reply"),
    RewriteExample(
      body
        + "\n\nI have worked in the news industry for over ten years. I am a writer for the Daily Bridge and mostly cover politics. I am an experienced journalist.",
      body),
    RewriteExample(body + "\n\n\"Hopeful gamer. Quietly charming tea buff. Old bridge pioneer.\"", body),
    RewriteExample(
      body
        + " The the road was open.\n\nDustin is a skilled writer, known for his deep and engaging work on sports. He now writes for a news agency.",
      body + " The the road was open."),
    RewriteExample(body + "\n\n“Web expert. Hardcore coffee lover. Award-winning zombie enthusiast.”", body),
  ]
  public let leavesAlone = [
    body + "\n\nThe mayor, an award-winning writer and enthusiast of bridges, has years of experience in journalism.",
    body + "\n\nJo Zander is a senior staff writer for the Daily Bridge.",
    body + "\n\n“Old bridge. It was the gamer. Nobody was hurt there.”",
    body
      + "\n\nI am a journalist, and I have years of experience with bridges.\n\nI have written about them in the news.\n\nI am a writer of articles in newspapers, and I have experience in the media industry.",
    body + "\n\nThe enthusiasts of the old bridge are experts and will meet again.",
  ]

  static let terms = WordSet(list: "author-note.terms")

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let lines = document.paragraphs
    guard lines.count > 2 else { return }
    for index in lines.indices.prefix(end(document)).suffix(5)
    where index > 1 && (40...600).contains(lines[index].count) {
      guard isNote(document, lines[index]) else { continue }
      ResidueDeletion.delete(index, document, &proposals)
      if isName(document, lines[index - 1]), index > 2 { ResidueDeletion.delete(index - 1, document, &proposals) }
      return
    }
  }

  /// Behind the last line that is not known to be the page’s own.
  private func end(_ document: Document) -> Int {
    var end = document.paragraphs.count
    for line in document.pageResidue.reversed() {
      guard line.index == end - 1 else { break }
      end -= 1
    }
    return end
  }

  /// Whether a line is a name of two or three words, whose last the text does not have elsewhere.
  private func isName(_ document: Document, _ line: Span) -> Bool {
    let words = document.words[document.wordRange(in: line)]
    guard line.count <= 40, (2...3).contains(words.count), let last = words.last, last.end == line.end else {
      return false
    }
    return words.allSatisfy { $0.isCapitalized && ($0.gap == .line || $0.gap == .space || $0.gap == .hyphen) }
      && document.wordCounts[last.hash].total <= 2
  }

  private func isNote(_ document: Document, _ line: Span) -> Bool {
    let words = document.words[document.wordRange(in: line)]
    guard words.count >= 6, words.count <= 100 else { return false }
    let text = document.text
    if text.has("About the author:", at: line.start) || text.has("About The Author:", at: line.start) {
      return document.mayBearPage
    }
    if speaksOfSelf(document, line, words) || isQuotedList(text, line, words) || isByGivenName(document, words) {
      return true
    }
    let isPlain = hasTrade(words) && document.mayBearPage
    guard isPlain || words.count(where: { Self.terms.contains($0) }) >= 3 else { return false }
    if isNamed(document, words) { return true }
    // Pieces without a verb, in quotation marks or not: three stops, nowhere more than five words between them.
    var piece = 0
    var stops = 0
    for word in words {
      if word.gap == .stop {
        stops += 1
        piece = 0
      }
      piece += 1
      if piece > 5 { return false }
    }
    return stops >= 2 && text.isCapital(words[words.startIndex].start)
  }

  /// `"Hopeful gamer. Quietly charming tea buff. Bridge pioneer."`: a paragraph in quotation marks, three pieces or more of two to five
  /// words, none with a verb form that a sentence has.
  private func isQuotedList(_ text: Text, _ line: Span, _ words: ArraySlice<Word>) -> Bool {
    let first = text.scalar(at: line.start)
    let last = text.scalar(before: line.end)
    guard line.count <= 240, first == "\"" || first == "“", last == "\"" || last == "”", words.count >= 6,
      words.contains(where: { Self.terms.contains($0) || Self.fans.contains($0) })
    else { return false }
    var piece = 0
    var stops = 0
    for word in words {
      if word.gap == .stop {
        guard piece > 1, word.startsWithCapital else { return false }
        stops += 1
        piece = 0
      } else if word.start > line.start + 4, word.gap != .space, word.gap != .hyphen {
        return false
      }
      piece += 1
      if piece > 5 || Self.sentential.contains(word) { return false }
    }
    return stops >= 2 && piece > 1
  }
  private static let fans = WordSet(
    "gamer buff pioneer thinker scholar nerd geek fanatic lover fan guru maven ninja junkie evangelist trailblazer advocate practitioner specialist communicator introvert organizer creator explorer troublemaker"
  )
  private static let sentential = WordSet(
    "is are was were am be been has have had will would can could must do does did i you he she we they it this that not"
  )

  /// `Dustin is a skilled writer and newsman`: a given name alone that the text does not have elsewhere.
  private func isByGivenName(_ document: Document, _ words: ArraySlice<Word>) -> Bool {
    let first = words.startIndex
    guard words.count >= 12, words[first].isCapitalized, Lexicon.entry(words[first].hash).isCommonName,
      Int(document.wordCounts[words[first].hash].total) == words.count(where: { $0.hash == words[first].hash }),
      words[first + 1].hash == Self.being, document.mayBearPage,
      words[first...].prefix(8).contains(where: { $0.isLower && Self.trades.contains($0) })
    else { return false }
    return words.dropFirst(8).contains { Self.trades.contains($0) || Self.press.contains($0) }
  }

  /// `I have worked in the news industry for ten years. I am a respected journalist`: under a text in which nobody else begins with `I`.
  private func speaksOfSelf(_ document: Document, _ line: Span, _ words: ArraySlice<Word>) -> Bool {
    let text = document.text
    guard beginsWithSelf(text, line), line.count >= 80,
      words.count(where: { Self.terms.contains($0) || Self.press.contains($0) }) >= 4
    else { return false }
    return document.paragraphs.count { beginsWithSelf(text, $0) } <= 2
  }
  private static let press = WordSet(
    "news media industry journalists writer writing written articles article website content experienced years reporting newspaper newspapers publications publishing cover section"
  )

  private func beginsWithSelf(_ text: Text, _ line: Span) -> Bool {
    switch text[line.start] {
    case UInt8(ascii: "I"), UInt8(ascii: "M"), UInt8(ascii: "H"): break
    default: return false
    }
    return
      ([
        "I am ", "I have ", "I’m ", "I'm ", "I’ve ", "I've ", "I work ", "I write ", "My name is ", "Hi, I", "Hello, I",
      ]
      as [StaticString])
      .contains { text.has($0, at: line.start) }
  }

  /// `is a senior staff writer`, `covers politics for`: behind the name, within six words of it, what somebody does who writes.
  private func hasTrade(_ words: ArraySlice<Word>) -> Bool {
    let start = words.startIndex
    guard let verb = words.prefix(6).firstIndex(where: { $0.isLower }), verb > start + 1 else { return false }
    switch words[verb].hash {
    case Self.covers: return true
    case Self.being: return words[verb...].prefix(7).contains { $0.isLower && Self.trades.contains($0) }
    default: return false
    }
  }
  static let trades = WordSet(list: "author-note.trades")
  private static let covers = Lexicon.hash("covers")
  private static let being = Lexicon.hash("is")

  /// Whether the paragraph begins with a name of two words and a verb, and the text, but for a line above it, does not have the second
  /// elsewhere.
  private func isNamed(_ document: Document, _ words: ArraySlice<Word>) -> Bool {
    let first = words.startIndex
    // `Min-ho Park`
    let name = words[first + 1].gap == .hyphen ? first + 2 : first + 1
    guard words[first].isCapitalized, words[name].startsWithCapital, words[name].gap == .space else { return false }
    let second = words[name].hash
    var last = name
    while last + 1 < words.endIndex, words[last + 1].startsWithCapital, words[last + 1].gap == .space { last += 1 }
    let inside = words.count { $0.hash == words[last].hash }
    return last + 1 < words.endIndex && Self.verbs.contains(words[last + 1])
      && Int(document.wordCounts[words[last].hash].total) == inside
        + signed(document, words[last], before: words[first].start)
      && !Lexicon.entry(second).isWord(upTo: 2)
  }
  static let verbs = WordSet(list: "author-note.verbs")

  /// How often the short lines above the text have a word: `By Jo Felber`.
  private func signed(_ document: Document, _ word: Word, before start: Int) -> Int {
    var found = 0
    for line in document.paragraphs.prefix(6) where line.count <= 60 && line.end < start {
      found += document.words[document.wordRange(in: line)].count { $0.hash == word.hash }
    }
    return found
  }
}
