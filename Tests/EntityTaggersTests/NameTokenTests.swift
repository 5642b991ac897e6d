import Language
import Testing
import TextModel

@testable import EntityTaggers

/// What the model reads as one token.
@Suite struct NameTokenTests {
  func tokens(_ text: String) -> [String] {
    let document = Document(text, language: .english)
    var tokens = NameTokens()
    tokens.read(document)
    return tokens.spans.map { document.text.string($0) }
  }

  @Test func initialsAreOneToken() {
    #expect(tokens("the U.S. and U. S. army") == ["the", "U.S.", "and", "U. S.", "army"])
    #expect(tokens("J. K. Rowling met W. Bush.") == ["J. K.", "Rowling", "met", "W.", "Bush", "."])
  }

  @Test func possessiveEndingsStandApart() {
    #expect(tokens("China’s and Kay's") == ["China", "’s", "and", "Kay", "'s"])
    #expect(tokens("O’Brien don't") == ["O’Brien", "don't"])
  }

  @Test func titlesKeepTheirFullStop() {
    #expect(tokens("Gen. Kay and Mr. Day.") == ["Gen.", "Kay", "and", "Mr.", "Day", "."])
  }

  @Test func aCurlyMarkIsReadAsAPlainOne() {
    var curly = NameTokens()
    curly.read(Document("Kay’s “go”", language: .english))
    var plain = NameTokens()
    plain.read(Document("Kay's \"go\"", language: .english))
    #expect(curly.words == plain.words)
  }

  @Test func capitalsAreFoldedBeyondASCII() {
    var small = NameTokens()
    small.read(Document("éva čapek", language: .english))
    var large = NameTokens()
    large.read(Document("Éva Čapek", language: .english))
    #expect(small.words == large.words)
    #expect(large.traits.allSatisfy { $0.contains(.capital) })
  }

  @Test func sentencesDoNotEndBehindAnInitial() {
    let document = Document("He saw Dwight D. Young. Then he left.", language: .english)
    var tokens = NameTokens()
    tokens.read(document)
    document.sentences = [Span(0, 16), Span(17, 23), Span(24, 37)]
    #expect(NameSentences.ranges(of: tokens, in: document).count == 2)
  }
}
