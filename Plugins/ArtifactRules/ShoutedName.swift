import Language
import TextModel

/// Gives a name that is shouted in a sentence the shape that the text gives it elsewhere: `As LISBON’s mayor said` beside `Lisbon`.
///
/// Pages set the word that was searched for, or a link, in capitals by a style, and whoever copies the style into the text keeps them.  Only
/// a word of four letters or more that is a name and that the text has twice with one capital, and between words that are not
/// shouted; in damaged text alone, for an author may raise the voice.
public struct ShoutedName: WordRule {
  public init() {}
  public let id = "shouted-name"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the mayor of of Lisbon left. Nobody in Lisbon saw it, but LISBON’s paper did.",
      "The the mayor of of Lisbon left. Nobody in Lisbon saw it, but Lisbon’s paper did."),
    RewriteExample(
      "The the road to of of Lisbon is long. Of Lisbon nobody spoke. As LISBON slept, it rained.",
      "The the road to of of Lisbon is long. Of Lisbon nobody spoke. As Lisbon slept, it rained."),
  ]
  public let leavesAlone = [
    "The mayor of Lisbon left. Nobody in Lisbon saw it, but LISBON’s paper did.",
    "The the mayor of of Lisbon left. Nobody in Lisbon saw it.\nLISBON – It rained with with them.",
    "The the mayor of of Lisbon left Lisbon, and THE LISBON PAPER wrote it.",
    "The the mayor met with with Nato, and of NATO he spoke.",
    "The the mayor of of it was Very late, Very, and it was a VERY long road.",
  ]

  public let places = [
    WordTrigger(
      shape: { $0.startsWithCapital && $0.contains(.innerCapital) && !$0.contains(.digit) }, gaps: [.space, .comma],
      length: 4...24)
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 {
      let word = words[k]
      let end = word.isAllCapitals ? word.end : ownerEnd(text, word)
      guard end - word.start >= 4, text[Span(word.start, end)].allSatisfy({ $0 &- 0x41 < 26 }),
        !isShouted(words[k - 1]), words.at(k + 1).map({ $0.gap == .line || !isShouted($0) }) ?? true
      else { continue }
      let name = Lexicon.hash(text.utf8, word.start..<end)
      guard Lexicon.entry(name).isOnlyName, isWitnessed(words, k, name), document.isDamaged,
        !document.isVerbatim(at: word.start)
      else { continue }
      proposals.replace(
        Span(word.start + 1, end), with: text[Span(word.start + 1, end)].map { $0 | 0x20 }, .likely)
    }
  }

  /// Where the name ends that has `’s` behind it; its start where none does.
  private func ownerEnd(_ text: Text, _ word: Word) -> Int {
    text.has("’s", at: word.end - 4) ? word.end - 4 : text.has("'s", at: word.end - 2) ? word.end - 2 : word.start
  }

  private func isShouted(_ word: Word) -> Bool { word.isAllCapitals && word.count > 1 }

  /// Whether the text has the name with one capital, twice and no further than some paragraphs, and shouts it nowhere else.
  private func isWitnessed(_ words: [Word], _ k: Int, _ name: UInt32) -> Bool {
    var found = 0
    for j in max(0, k - 600)..<min(words.count, k + 600) where words[j].hash == name && j != k {
      if words[j].isAllCapitals { return false }
      if words[j].isCapitalized { found += 1 }
    }
    return found >= 2
  }
}
