import Language
import TextModel

/// Flags an order of words that another language has: `has on Tuesday stopped`, `as said the mayor`, `prefers to not give`, `In Kiev announced
/// readiness`.
///
/// German and the Nordic languages set the time between the auxiliary and the verb, Greek and Spanish the subject behind it. In damaged text.
public struct SourceOrder: WordRule {
  public init() {}
  public let id = "source-order"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "He has on Tuesday stopped the works.", "As the mayor said, it rained.",
    "The the crew left on Tuesday with with them, as planned.",
  ]

  static let auxiliaries = WordSet(list: "source-order.auxiliaries")
  static let prepositions = WordSet(list: "source-order.prepositions")
  static let verbs = WordSet(list: "source-order.verbs")
  static let presents = WordSet(list: "source-order.presents")
  static let subjects = WordSet(list: "source-order.subjects")
  static let wishes = WordSet(list: "source-order.wishes")
  static let asWord = Lexicon.hash("as")
  static let not = Lexicon.hash("not")
  static let to = Lexicon.hash("to")
  static let `in` = Lexicon.hash("in")

  public let places = [
    WordTrigger(
      words: [Self.auxiliaries, Self.verbs, WordSet(hashes: [Self.not])], shape: \.isLower, gaps: [.space]),
    WordTrigger(words: [Self.presents], shape: \.isLower, gaps: [.comma]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    for k in places where k > 1 {
      guard let span = span(document, words, k), !document.isVerbatim(at: span.start) else {
        continue
      }
      proposals.flag(span, label: "word-order", reason: "the order of another language")
    }
  }

  private func span(_ document: Document, _ words: [Word], _ k: Int) -> Span? {
    let word = words[k]
    let before = words[k - 1]
    guard let next = words.at(k + 1), next.gap == .space else { return nil }
    if Self.auxiliaries.contains(word) {
      guard Self.prepositions.contains(next), let time = words.at(k + 2), time.gap == .space,
        !MeasureClass.of(document.text, time.span).isDisjoint(with: [.weekday, .month]), let verb = words.at(k + 3),
        verb.gap == .space, verb.isLower, Lexicon.entry(verb.hash).isPast
      else { return nil }
      return Span(next.start, verb.end)
    }
    if word.hash == Self.not {
      // `prefers to not give`
      guard before.hash == Self.to, before.gap == .space, next.isLower, Lexicon.entry(next.hash).isVerb,
        Self.wishes.contains(words[k - 2])
      else { return nil }
      return Span(words[k - 2].start, word.end)
    }
    if word.gap == .comma {
      // `, specifies the prosecutor’s office`
      guard Self.subjects.contains(next), let noun = words.at(k + 2), noun.gap == .space, noun.isLower else {
        return nil
      }
      return Span(word.start, end(words, k + 2))
    }
    if before.hash == Self.asWord, Self.subjects.contains(next) || next.isCapitalized {
      return Span(word.start, end(words, k + 1))
    }
    // `In Kiev announced readiness`
    guard before.isCapitalized, before.gap == .space, words[k - 2].hash == Self.in, words[k - 2].isCapitalized,
      next.isLower, !Self.subjects.contains(next)
    else { return nil }
    return Span(words[k - 2].start, word.end)
  }

  /// Where the noun phrase ends that begins with a word: some words at most.
  private func end(_ words: [Word], _ k: Int) -> Int {
    var last = k
    while let next = words.at(last + 1), next.gap == .space, last - k < 4, next.startsWithCapital || last == k {
      last += 1
    }
    return words[last].end
  }
}
