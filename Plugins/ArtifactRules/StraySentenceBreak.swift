import Language
import TextModel

/// Flags a full stop in the middle of a sentence: a small letter goes on behind it.
///
/// Where a link was translated by itself, the clause before it was closed off with a full stop: `after the long drought. famine in
/// the north`.  What is missing cannot be known.  If the rest of the sentence closes a quotation that it never opened, all of
/// it is a fragment.  Abbreviations, addresses and texts that write no capitals are passed over.
public struct StraySentenceBreak: WordRule {
  public init() {}
  public let id = "stray-sentence-break"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "He lives in the U.S. and works.", "See p. ten.", "i was there. it rained.", "The iPhone. iPads too.",
  ]

  static let abbreviations = WordSet(
    """
    mr mrs ms dr prof st mt vs etc eg ie inc corp co ltd no nos vol fig figs pp ed eds al cf ca gen col sgt capt lt rep sen gov hon
    rev jr sr jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun am pm ave blvd dept est approx min max
    sec hr hrs ft lb lbs oz km kg cm mm viz univ assn bros op cit ibid seq llc plc ph bc ad u.s
    """)

  public let places = [
    WordTrigger(shape: \.isLower, gaps: [.stop], length: 2...Int.max, entry: { $0.isWord(upTo: 5) })
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    var writesCapitals: Bool?
    for k in places where k > 0 {
      let before = words[k - 1]
      let word = words[k]
      let isQuoted = text.has(". “", at: before.end) && word.start == before.end + 5
      guard isQuoted || text.has(". ", at: before.end) && word.start == before.end + 2 else { continue }
      guard before.count >= 2, !before.shape.contains(.digit), !Self.abbreviations.contains(before),
        before.gap != .stop || before.count > 3, Prose.has(word, in: text),
        // `½ tsp. mustard`, `art. no. 5`
        before.count > 4 || Lexicon.entry(before.hash).isWord(upTo: 5), !Self.abbreviations.contains(word)
      else { continue }
      if writesCapitals == nil { writesCapitals = LowercaseName.writesCapitals(words) }
      guard writesCapitals == true else { return }
      if document.isVerbatim(at: word.start) { continue }
      let fragment = isQuoted ? nil : orphanEnd(text, word.start)
      proposals.flag(
        Span(fragment == nil ? before.start : word.start, fragment ?? end(text, words, k, isQuoted)),
        label: fragment == nil ? "stray-sentence-break" : "fragment",
        reason: fragment == nil
          ? "a sentence goes on in small letters behind a full stop"
          : "the sentence lost its beginning and its opening mark")
    }
  }

  /// The end of the word, or of the quotation that begins there.
  private func end(_ text: Text, _ words: [Word], _ k: Int, _ isQuoted: Bool) -> Int {
    guard isQuoted else { return words[k].end }
    for j in k..<min(k + 8, words.count) where text.has("”", at: words[j].end) { return words[j].end + 3 }
    return words[k].end
  }

  /// Where the sentence ends, if it closes a quotation that it does not open.
  private func orphanEnd(_ text: Text, _ start: Int) -> Int? {
    var at = start
    var closes = false
    while at < text.count, at - start < 300 {
      let byte = text[at]
      if byte == 0x0A { break }
      if text.has("“", at: at) { return nil }
      if text.has("”", at: at) {
        closes = true
        at += 3
        continue
      }
      if byte == UInt8(ascii: "."), closes, at + 1 == text.count || text[at + 1] <= 0x20, at >= 2,
        !(text[at - 2] &- UInt8(ascii: "A") < 26)
      {
        return at + 1
      }
      at += 1
    }
    return nil
  }
}
