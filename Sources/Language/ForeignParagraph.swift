import TextModel

/// Tells paragraphs of other languages in an English text: a quoted poem, a statement in French, the caption of an Italian paper.
///
/// What is right there, its marks and the spaces round them above all, is not what is right in English, and no rule for English text
/// may touch it.  Function words decide, as for a whole text (`LanguageGuess`), with what the English lexicon has and has not of the
/// other words in small letters; names say nothing.
enum ForeignParagraph {
  /// How many words of a paragraph are looked at.
  static let window = 120

  /// Whether a paragraph of an English text is surely of another language; or might be, where its neighbour is.
  static func judge(_ document: Document, _ index: Int) -> Bool {
    let evidence = Evidence(document, document.paragraphs[index])
    if evidence.isClear { return true }
    guard evidence.mayBe else { return false }
    return index > 0 && Evidence(document, document.paragraphs[index - 1]).isClear
      || index + 1 < document.paragraphs.count && Evidence(document, document.paragraphs[index + 1]).isClear
  }

  /// What the words of one paragraph say.
  private struct Evidence {
    /// The votes of the function words, twelve for one that a single language has.
    var foreign = 0
    var english = 0
    /// Words in small letters that English has, and those that it has not.
    var known = 0
    var unknown = 0

    init(_ document: Document, _ paragraph: Span) {
      let words = document.words
      let entries = document.wordEntries
      let first = document.firstWord(from: paragraph.start)
      let end = Words.vocabulary(
        words, entries, from: first, before: paragraph.end, most: ForeignParagraph.window, &known, &unknown)
      // Whatever the function words say, this is English: most paragraphs are.
      if isPlain { return }
      var votes = LanguageVotes()
      let longest = LanguageGuess.functionWords.longestKey
      for word in words[first..<end] where word.count <= longest {
        LanguageGuess.vote(document.utf8, word.span.range, &votes)
      }
      (foreign, english) = votes.foreignAndEnglish
    }

    /// Whether English has so many of the words that nothing can be another language's.
    private var isPlain: Bool { unknown * 2 < known && known + unknown >= 8 }

    var isClear: Bool {
      if isPlain { return false }
      if foreign >= 24, foreign >= english * 2, unknown >= 2, unknown * 2 >= known { return true }
      // Without a word that only English has, few words are enough: `„Guten Tag“, sagte er`.
      guard english < 12, foreign >= english else { return false }
      return unknown >= 3 && unknown >= known * 2 && foreign > 0
        || english == 0 && (unknown >= 5 && unknown >= known * 2 || foreign >= 3 && unknown > 0 && known <= unknown)
    }

    /// Too short to tell, but without a word that only English has.
    var mayBe: Bool { english == 0 && known + unknown < 8 }
  }
}

extension Document {
  /// Whether a rule for prose has to leave what stands at an offset: code, a table, a log or markup (`isLayout`), or a paragraph
  /// of another language in an English text.
  public func isVerbatim(at offset: Int) -> Bool { isLayout(at: offset) || isForeign(at: offset) }

  /// Whether the paragraph at an offset is of another language than the English text round it.  O(log n) after the first question
  /// about a paragraph.
  func isForeign(at offset: Int) -> Bool {
    guard language == .english else { return false }
    let paragraphs = paragraphs
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].end < offset { low = middle + 1 } else { high = middle }
    }
    guard low < paragraphs.count, paragraphs[low].start <= offset, paragraphs.count > 1 || paragraphs[low].count < 4096
    else { return false }
    if analyses.foreignParagraphs.isEmpty {
      analyses.foreignParagraphs = Array(repeating: nil, count: paragraphs.count)
    }
    if let known = analyses.foreignParagraphs[low] { return known }
    let found = ForeignParagraph.judge(self, low)
    analyses.foreignParagraphs[low] = found
    return found
  }
}
