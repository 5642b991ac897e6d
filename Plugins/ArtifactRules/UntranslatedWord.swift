import Language
import TextModel

/// Flags a word that was left in the source language: `the time of an eternuement`, `determinations and tetkits`, and a whole sentence of such
/// words.
///
/// A word in small letters that neither English nor news has, between English words, in damaged text. Names, terms in quotation marks, words
/// that the text explains, and those that English endings form stay.
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

  static let endings = [
    "ing", "ness", "ly", "ers", "er", "ish", "like", "less", "ism", "ist", "ists", "able", "ation", "ize", "ized",
    "ise", "ised", "ies", "tion", "ware", "phone", "gram",
  ]
  static let explaining = WordSet("or meaning means called word literally i.e")

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
      guard !WordPairs.isNewWord(word.hash), Prose.has(word, in: text), document.isDamaged else { continue }
      if let run = run(words, k) {
        done = run.upperBound
        if words[run.lowerBound].gap == .other || document.isVerbatim(at: word.start) { continue }
        flag(Span(words[run.lowerBound].start, words[run.upperBound - 1].end), &proposals)
        continue
      }
      guard let next = words.at(k + 1), next.gap != .hyphen, next.gap != .other,
        next.gap != .comma || !text.has(", “", at: word.end),
        isEnglish(words[k - 1]), next.gap != .space || isEnglish(next) || next.startsWithCapital,
        !Self.explaining.contains(next),
        document.wordCounts[word.hash].total == 1,
        !Self.endings.contains(where: { text.has($0.utf8, at: word.end - $0.utf8.count) }), !isDerived(text, word),
        !document.isVerbatim(at: word.start)
      else { continue }
      flag(word.span, &proposals)
    }
  }

  /// Four words in a row, a capital first perhaps, that English does not have.
  private func run(_ words: [Word], _ k: Int) -> Range<Int>? {
    var first = k
    while first > 0, words[first].gap == .space, k - first < 12, !isEnglish(words[first - 1]) { first -= 1 }
    var last = k + 1
    while let word = words.at(last), word.gap == .space, last - k < 16, !isEnglish(word) { last += 1 }
    let strangers = (first..<last).count { words[$0].isLower && !Lexicon.entry(words[$0].hash).isKnown }
    return strangers >= 4 ? first..<last : nil
  }

  /// `prewar`, `restarter`, `ryebread`: a known word with a beginning or a plural, or two words.
  private func isDerived(_ text: Text, _ word: Word) -> Bool {
    if word.count >= 7 {
      for offset in (word.start + 3)...(word.end - 3)
      where Lexicon.entry(text.utf8, word.start..<offset).isWord(upTo: 4)
        && Lexicon.entry(text.utf8, offset..<word.end).isWord(upTo: 4)
      {
        return true
      }
    }
    for prefix in [
      "re", "un", "pre", "non", "anti", "co", "over", "under", "out", "sub", "super", "inter", "micro", "mini", "multi",
      "bio", "eco", "cyber", "semi", "mis", "dis", "post",
    ]
    where text.has(prefix.utf8, at: word.start) && word.count > prefix.utf8.count + 2 {
      if Lexicon.entry(text.utf8, (word.start + prefix.utf8.count)..<word.end).isKnown { return true }
    }
    for ending in ["s", "d", "ed", "es"] where text.has(ending.utf8, at: word.end - ending.utf8.count) {
      if Lexicon.entry(text.utf8, word.start..<(word.end - ending.utf8.count)).isKnown { return true }
    }
    return false
  }

  private func isEnglish(_ word: Word) -> Bool {
    word.shape.contains(.digit) || Lexicon.entry(word.hash).isWord(upTo: 6)
  }

  private func flag(_ span: Span, _ proposals: inout Proposals) {
    proposals.flag(span, label: "untranslated", reason: "a word that English does not have")
  }
}
