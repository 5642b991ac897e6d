import Testing
import TextModel

@testable import Language

@Suite struct WordsTests {
  @Test func cutsWordsWithTheirGapsAndShapes() {
    let text = Text("Don’t go, NATO-led  Élan 3rd.\nmcDonald's x")
    let words = Words.find(in: text)
    #expect(words.map { text.string($0.span) } == ["Don’t", "go", "NATO", "led", "Élan", "3rd", "mcDonald's", "x"])
    #expect(words.map(\.gap) == [.line, .space, .comma, .hyphen, .wide, .space, .line, .space])
    #expect(words[0].isCapitalized && words[1].isLower && words[2].isAllCapitals && words[4].isCapitalized)
    #expect(!words[6].isLower && !words[6].startsWithCapital)
  }

  @Test func foldsCaseAndApostrophesInHashes() {
    #expect(Lexicon.hash("DON’T") == Lexicon.hash("don't"))
    #expect(Lexicon.hash("ÉLAN") == Lexicon.hash("élan"))
    #expect(Words.find(in: Text("Ça")).first?.hash == Lexicon.hash("ça"))
  }

  @Test func endsAnywhere() {
    for string in ["", "'", "a'", "a’", "’a", "é", "中文。字", "a\u{301}b", "😀a😀", "--", "a", "1.5"] {
      let text = Text(string)
      for word in Words.find(in: text) { #expect(word.start < word.end && word.end <= text.count) }
    }
  }

  @Test func growsBeyondItsFirstGuess() {
    #expect(Words.find(in: Text(String(repeating: "a ", count: 10_000))).count == 10_000)
  }

  @Test func lexiconKnowsWordsAndNames() {
    #expect(Lexicon.entry("the").band == 1)
    #expect(Lexicon.entry("walked").isPast && Lexicon.entry("walking").isParticiple && Lexicon.entry("walk").isVerb)
    #expect(Lexicon.entry("Ukraine").isOnlyName && Lexicon.entry("Ukraine").isCommonName)
    #expect(!Lexicon.entry("ukraineas").isKnown)
    #expect(Lexicon.entry("colour").isWord(upTo: 4) && Lexicon.entry("color").isWord(upTo: 4))
  }

  @Test func wordSetHoldsItsWordsAlone() {
    let set = WordSet("the a an of")
    #expect(set.contains(Lexicon.hash("The")) && set.contains(Lexicon.hash("of")) && !set.contains(Lexicon.hash("off")))
  }

  @Test func findsTheWordsOfASpan() {
    let document = Document("one two, three")
    #expect(document.wordRange(in: Span(0, 8)) == 0..<2)
    #expect(document.wordRange(in: Span(1, 9)) == 1..<2)
    #expect(document.wordRange(in: Span(4, 4)).isEmpty)
    // A rule may cut a line behind its end: the space of ` - ` can stand outside of it.
    #expect(document.wordRange(in: Span(9, 8)).isEmpty)
    #expect(Document("").wordRange(in: Span(0, 0)).isEmpty)
  }
}
