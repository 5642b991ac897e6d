import Language
import TextModel

/// Joins a word that was pulled apart: `the govern ment`, `it hap pened`.
///
/// Soft hyphens, line ends and columns of a page leave a space inside words.  One of the pieces is no word, the whole is a
/// common one, and the piece forms no word with its other neighbour.
public struct SplitWord: WordRule {
  public init() {}
  public let id = "split-word"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("It was the govern ment that paid.", "It was the government that paid."),
    RewriteExample("Nobody knew what hap pened there.", "Nobody knew what happened there."),
  ]
  public let leavesAlone = [
    "It was en suite.", "the ment al state", "a vis a vis talk", "He said hab la.", "an ad hoc group",
  ]

  public let places = [
    WordTrigger(
      shape: { $0.isLower && $0.isPlain }, length: 3...10, entry: { !$0.isKnown })
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    let entries = document.wordEntries
    for k in places where k > 0 && k + 1 < words.count {
      let word = words[k]
      guard Prose.has(word, in: text) else { continue }
      let before = joined(text, words[k - 1], word)
      let after = joined(text, word, words[k + 1])
      // Both pieces unknown are seen from the first.
      guard before != after, before || after, !before || entries[k - 1].isKnown,
        document.wordCounts[word.hash].total == 1,
        !document.isVerbatim(at: word.start)
      else { continue }
      proposals.delete(before ? Span(words[k - 1].end, word.start) : Span(word.end, words[k + 1].start), .likely)
    }
  }

  /// Whether two neighbours are the halves of a common word.
  private func joined(_ text: Text, _ first: Word, _ second: Word) -> Bool {
    guard second.gap == .space, first.isLower, second.isLower, first.count >= 2, second.count >= 2,
      first.count + second.count >= 8,
      first.shape.isDisjoint(with: [.apostrophe, .nonASCII]), second.shape.isDisjoint(with: [.apostrophe, .nonASCII])
    else { return false }
    let bytes = Array(text.utf8[first.span.range]) + text.utf8[second.span.range]
    return Lexicon.entry(bytes, bytes.indices).isWord(upTo: 3)
  }
}
