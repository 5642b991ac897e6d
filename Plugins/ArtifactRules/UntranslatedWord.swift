import Language
import TextModel

/// Flags a sentence or a phrase that was left in the source language: `Petugas masih berjaga di lokasi.`
///
/// Three words or more in a row that English does not have, most of them in small letters, in damaged text. A single strange word is more
/// often a term, a dish or dialect than a word that a translator left. Names, and what stands in quotation marks, stay.
public struct UntranslatedWord: WordRule {
  public init() {}
  public let id = "untranslated-word"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "He spoke of the eternuement.", "The the crew met with with them and ate balık, “fish”.",
    "The the crew met with with them and “eternuement” was heard.", "The the crew met with with them unjokingly.",
  ]

  public let places = [
    WordTrigger(
      shape: { $0.isLower && !$0.contains(.apostrophe) }, gaps: [.space], length: 5...20, entry: { !$0.isKnown })
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    var done = 0
    for k in places where k > 0 && k >= done {
      let word = words[k]
      guard !WordPairs.isNewWord(word.hash), Prose.has(word, in: text), document.isDamaged, let run = run(words, k)
      else {
        continue
      }
      done = run.upperBound
      if words[run.lowerBound].gap == .other || document.isVerbatim(at: word.start) { continue }
      proposals.flag(
        Span(words[run.lowerBound].start, words[run.upperBound - 1].end), label: "untranslated",
        reason: "words that English does not have")
    }
  }

  /// Words in a row, a capital first perhaps, that English does not have.
  private func run(_ words: [Word], _ k: Int) -> Range<Int>? {
    var first = k
    while first > 0, words[first].gap == .space, k - first < 12, !isEnglish(words[first - 1]) { first -= 1 }
    var last = k + 1
    while let word = words.at(last), word.gap == .space, last - k < 16, !isEnglish(word) { last += 1 }
    let strangers = (first..<last).count { words[$0].isLower && !Lexicon.entry(words[$0].hash).isKnown }
    return strangers >= 3 ? first..<last : nil
  }

  private func isEnglish(_ word: Word) -> Bool {
    word.shape.contains(.digit) || Lexicon.entry(word.hash).isWord(upTo: 6)
  }
}
