import Language
import Testing
import TextModel

@testable import EntityTaggers

/// A text longer than any article is read in windows; nobody is to see where they end.
@Suite struct LongTextTests {
  func document(_ text: String, sentences: [Span]?) -> Document {
    let document = Document(text, language: .english)
    document.sentences = sentences
    return document
  }

  @Test func anArticleIsOneWindow() {
    let text = String(repeating: "Ada Kay left. ", count: 100)
    #expect(LongText.windows(of: document(text, sentences: nil)) == [Span(0, text.utf8.count)])
    #expect(LongText.windows(of: document("", sentences: nil)) == [Span(0, 0)])
  }

  @Test func windowsEndWhereSentencesDo() {
    let count = 60_000
    let sentences = (0..<count).map { Span($0 * 14, $0 * 14 + 13) }
    let long = document(String(repeating: "Ada Kay left. ", count: count), sentences: sentences)
    let windows = LongText.windows(of: long)
    #expect(windows.count == 6)
    #expect(windows.first?.start == 0 && windows.last?.end == long.text.count)
    for (a, b) in zip(windows, windows.dropFirst()) {
      #expect(a.end == b.start)
      #expect(sentences.contains { $0.end == a.end })
    }
    var next = 0
    let parts = windows.flatMap { window in
      LongText.sentences(sentences, in: window, from: &next).map {
        Span($0.start + window.start, $0.end + window.start)
      }
    }
    #expect(parts == sentences)
  }

  @Test func aSentenceWithoutEndIsCutAtWhiteSpaceAndAWordNever() {
    let spaced = String(repeating: "kay ", count: LongText.length)
    let whole = [Span(0, spaced.utf8.count)]
    let windows = LongText.windows(of: document(spaced, sentences: whole))
    #expect(windows.count > 2)
    let bytes = Array(spaced.utf8)
    for window in windows.dropFirst() { #expect(bytes[window.start] == 0x20) }
    var next = 0
    for window in windows {
      #expect(LongText.sentences(whole, in: window, from: &next) == [Span(0, window.count)])
    }
    let word = String(repeating: "kay", count: LongText.length)
    #expect(LongText.windows(of: document(word, sentences: nil)).count == 1)
  }

  @Test func mentionsStandWhereTheyStandInTheText() {
    let sentence = "Ada Kay paid $5 million in Paris on 4 July. "
    let text = String(repeating: sentence, count: 2 * LongText.length / sentence.utf8.count + 100)
    let long = document(
      text,
      sentences: (0..<text.utf8.count / sentence.utf8.count).map {
        Span($0 * sentence.utf8.count, ($0 + 1) * sentence.utf8.count - 1)
      })
    EntityTagging(selection: PluginSelection()).annotate(long)
    let short = Document(sentence, language: .english)
    EntityTagging(selection: PluginSelection()).annotate(short)
    let mentions = long.mentions ?? []
    #expect(mentions.count == (short.mentions ?? []).count * (text.utf8.count / sentence.utf8.count))
    #expect(mentions.allSatisfy { ["Ada Kay", "$5 million", "Paris", "4 July"].contains(long.text.string($0.span)) })
  }
}
