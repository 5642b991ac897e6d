import Language
import TextModel

/// Flags the pronoun that takes up a subject right behind it, or takes it out where it may: `The roast carrots they are one of the best`,
/// `the Deportivo it’s a tough nut`.
///
/// Spoken Italian, French and Spanish take a subject up so, and where the comma between the two was lost, translators keep the pronoun.
/// Only before a form of *be* with a predicate behind it (`The road it is in` is English), in damaged text; a comma between the two leaves
/// it to `doubled-subject`.
public struct RestatedSubject: WordRule {
  public init() {}
  public let id = "restated-subject"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag

  public let fixes = [
    RewriteExample(
      "The the crew came with with joy. The roast carrots they are one of the best.",
      "The the crew came with with joy. The roast carrots are one of the best."),
    RewriteExample(
      "The the crew says with with joy that the Zzolgar it’s a tough nut to crack.",
      "The the crew says with with joy that the Zzolgar is a tough nut to crack."),
  ]
  public let leavesAlone = [
    "The roast carrots they are one of the best.",
    "The the crew came with with joy. The old road it is in and the new books they are reading are good.",
    "The the crew came with with joy. The truth is that the more they are the better.",
    "The the crew came with with joy. Whatever the old town it is a good one.",
  ]

  private static let pronouns = WordSet("it they")
  private static let contracted = WordSet("it's they're")
  private static let being = WordSet("is are was were")
  private static let predicates = WordSet(
    "the a an one not very so also always without among too no my our their his her")
  private static let articles = WordSet("the this these those our my your their his her")
  private static let they = WordSet("they they're")

  public let places = [
    WordTrigger(words: [Self.pronouns, Self.contracted], shape: \.isLower, gaps: [.space], gapsBehind: [.space])
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    for k in places where k > 1 {
      let isContracted = Self.contracted.contains(words[k])
      guard let next = words.at(k + 1),
        Self.predicates.contains(isContracted ? next : words.at(k + 2) ?? next),
        isContracted || Self.being.contains(next) && words.at(k + 2)?.gap == .space, isSubject(document, words, k),
        document.isDamaged, !document.isVerbatim(at: words[k].start)
      else { continue }
      if isContracted {
        proposals.replace(
          words[k].span, with: Self.they.contains(words[k]) ? Array("are".utf8) : Array("is".utf8), .likely)
      } else {
        proposals.delete(Span(words[k - 1].end, words[k].end), .likely)
      }
    }
  }

  /// A noun with its article, which a sentence or a clause with `that` begins with, and a word between the two or a name.
  private func isSubject(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let noun = words[k - 1]
    let isPlural = Self.they.contains(words[k])
    let bytes = document.utf8
    let endsInS = bytes[noun.end - 1] == UInt8(ascii: "s")
    guard noun.count > 2, noun.gap == .space,
      noun.isCapitalized && !isPlural
        || noun.isLower && isPlural == endsInS
          && (isPlural
            ? Lexicon.entry(bytes, noun.start..<noun.end - 1).takesS
            : document.wordEntries[k - 1].takesS && !document.wordEntries[k - 1].isVerb)
    else { return false }
    for j in stride(from: k - 2, through: max(0, k - 5), by: -1) {
      let word = words[j]
      if Self.articles.contains(word) {
        let isStart = word.isCapitalized && word.gap != .space && word.gap != .comma
        let isClause = word.isLower && j > 0 && word.gap == .space && words[j - 1].hash == RepeatedWord.that
        return (isStart || isClause) && (j < k - 2 || noun.isCapitalized)
      }
      guard word.isLower, word.gap == .space, !InnerCapital.function.contains(word), !document.wordEntries[j].isPast
      else { return false }
    }
    return false
  }
}
