import Language
import TextModel

extension Proposals {
  /// Flags what the words at some places are part of, in the order of the text and no word twice: in prose, and where nothing is quoted as
  /// it stands.
  ///
  /// - Parameter construction: The words that the one at an index makes a construction of no English with, if it does.
  mutating func flagGrammar(
    of document: Document, at places: WordPlaces.List, reason: String, _ construction: (Int) -> Range<Int>?
  ) {
    let words = document.words
    var done = 0
    for k in places where k >= done {
      guard let range = construction(k), Prose.has(words[range.lowerBound], in: document.text),
        !document.isVerbatim(at: words[k].start)
      else { continue }
      done = range.upperBound
      flag(
        Span(words[range.lowerBound].start, words[range.upperBound - 1].end), label: "grammar", reason: reason)
    }
  }
}
