import Language
import TextModel

/// Flags a sentence that is no sentence: `Noting that the division did not answer.`, a paragraph that begins in the middle of one, or ends
/// there: `The report was sent to the governor who`.
///
/// Languages that pile up participles lose the main clause in translation, and links that fall out take beginnings and ends along. In
/// damaged text that writes its sentences with capitals.
public struct SentenceFragment: WordRule {
  public init() {}
  public let id = "sentence-fragment"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "Noting that the price rose, the minister left.", "He left. saying that it rained.",
    "The the crew left with with them.\n\nNoting that it rained, they came back.",
    "The the crew of the ferry left with with the tide and was told, as it\npassed the light at the end of the long pier, that the lamp\nwas out. Nobody on board had seen it burn since the first\nweek of the winter, said the mate of the ferry.",
  ]

  static let participles = WordSet(list: "sentence-fragment.participles")
  static let ends = WordSet(list: "sentence-fragment.ends")
  /// With these a sentence begins whose capital alone is lost.
  static let openers = WordSet(list: "sentence-fragment.openers")
  static let that = Lexicon.hash("that")

  public let places = [
    WordTrigger(words: [Self.participles], shape: \.isCapitalized, gaps: [.stop, .line]), WordTrigger(gaps: [.line]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    guard document.isDamaged, document.hasParagraphs else { return }
    let words = document.words
    let text = document.text
    for k in places {
      if Self.participles.contains(words[k]), words[k].isCapitalized {
        guard let next = words.at(k + 1), next.hash == Self.that, next.gap == .space, isWithoutClause(words, k + 2)
        else { continue }
        flag(words[k].span, &proposals)
      } else if words[k].isLower {
        proposeStart(document, words, k, &proposals)
      }
      guard words[k].gap == .line, k > 0, Self.ends.contains(words[k - 1]) else { continue }
      proposeEnd(document, words, k, text, &proposals)
    }
  }

  /// Whether a sentence goes on to its end without a comma, behind which its main clause could stand.
  private func isWithoutClause(_ words: [Word], _ start: Int) -> Bool {
    for j in start..<(start + 40) {
      guard let word = words.at(j) else { return j > start + 2 }
      if word.gap == .comma || word.gap == .other { return false }
      if word.gap == .stop || word.gap == .line { return j > start + 2 }
    }
    return false
  }

  /// `pointed the official To what he described`: from the paragraph’s start to the first mark or capital.
  private func proposeStart(_ document: Document, _ words: [Word], _ k: Int, _ proposals: inout Proposals) {
    let text = document.text
    guard !Self.openers.contains(words[k]),
      let line = document.paragraphIndex(at: words[k].start).map({ document.paragraphs[$0] }),
      words[k].start - line.start <= 3, line.count >= 60, LowercaseStart.ends(text, line.end),
      !isCut(text, before: line.start),
      words[k].start == line.start || text[line.start] == UInt8(ascii: ".") || text[line.start] == 0x20,
      StopInPhrase.writesCapitals(document), !document.isVerbatim(at: line.start)
    else { return }
    var last = k
    while let next = words.at(last + 1), next.gap == .space, last - k < 9 { last += 1 }
    guard last > k else { return }
    flag(Span(line.start, words[last].end), &proposals)
  }

  /// Whether the line before goes on in this one: lines that were wrapped at a width are no paragraphs.
  private func isCut(_ text: Text, before start: Int) -> Bool {
    start >= 2 && text[start - 2] != 0x0A && !LowercaseStart.ends(text, start - 1)
  }

  /// A last word that no sentence ends in: the sentence that it ends.
  private func proposeEnd(
    _ document: Document, _ words: [Word], _ k: Int, _ text: Text, _ proposals: inout Proposals
  ) {
    let end = words[k - 1].end
    // A headline may end so.
    guard end < text.count, text[end] == 0x0A, !words[k].isLower || text[end + 1] == 0x0A,
      let line = document.paragraphIndex(at: end - 1).map({ document.paragraphs[$0] }), line.start > 0,
      text[line].contains(UInt8(ascii: "."))
    else { return }
    var first = k - 1
    while first > 0, k - first < 40, words[first].gap != .stop, words[first].gap != .line, words[first].gap != .other {
      first -= 1
    }
    guard k - first >= 5, words[first].startsWithCapital, !document.isVerbatim(at: end - 1) else {
      return
    }
    flag(Span(words[first].start, end), &proposals)
  }

  private func flag(_ span: Span, _ proposals: inout Proposals) {
    proposals.flag(span, label: "sentence-fragment", reason: "a clause is missing")
  }
}
