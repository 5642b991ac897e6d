import Language
import TextModel

/// Which tokens make the sentences that the model reads one by one.
package enum NameSentences {
  /// Longer sentences are cut, so that memory stays bounded.
  static let longest = 400

  private static func isAbbreviation(_ traits: NameTokens.Traits) -> Bool {
    traits.contains([.dotted, .capital]) && !traits.contains(.allCapitals)
  }

  /// Ranges of tokens, in order and without gaps, from the document's sentences (its paragraphs where there are none).
  package static func ranges(of tokens: borrowing NameTokens, in document: Document) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = 0
    func close(at end: Int) {
      while end - at > longest {
        ranges.append(at..<at + longest)
        at += longest
      }
      if end > at { ranges.append(at..<end) }
      at = end
    }
    for sentence in document.sentences ?? document.paragraphs {
      var end = at
      while end < tokens.count, tokens.spans[end].start < sentence.start { end += 1 }
      if end > at, !isAbbreviation(tokens.traits[end - 1]) { close(at: end) }
      while end < tokens.count, tokens.spans[end].start < sentence.end { end += 1 }
      // A sentence does not end behind an initial or a title, whoever says so.
      if end > at, end < tokens.count, isAbbreviation(tokens.traits[end - 1]),
        tokens.spans[end].start - tokens.spans[end - 1].end <= 1
      {
        continue
      }
      close(at: end)
    }
    close(at: tokens.count)
    return ranges
  }
}
