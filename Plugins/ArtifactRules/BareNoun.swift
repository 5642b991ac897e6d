import Language
import TextModel

/// Flags a noun that lacks its article: `the first one conquered planet.`, `started from pylon of the network`, `Experiment had to be
/// stopped`, `the Assembly of Republic`.
///
/// Slavic languages, Turkish, Chinese and others have no article. Only nouns that English always counts, behind a preposition or a verb
/// that news does not set them behind, where the noun phrase ends with them.
public struct BareNoun: WordRule {
  public init() {}
  public let id = "bare-noun"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "They went from house to house.", "He came by car.", "He left the planet.", "in city hall",
    "It was made of house dust.",
    "Planet Earth is round.", "Doctor Ash had left.",
  ]

  static let nouns = WordSet(list: "bare-noun.nouns")
  static let bodies = WordSet(list: "bare-noun.bodies")
  static let prepositions = WordSet(list: "bare-noun.prepositions")
  static let verbs = WordSet(list: "bare-noun.verbs")
  static let behind = WordSet(list: "bare-noun.behind")
  static let auxiliaries = WordSet(list: "bare-noun.auxiliaries")
  static let titled = WordSet(list: "bare-noun.titled")
  static let of = Lexicon.hash("of")
  static let to = Lexicon.hash("to")
  static let and = Lexicon.hash("and")
  static let joint = WordSet("and or nor")

  public let places = [
    WordTrigger(words: [Self.nouns], shape: \.isLower, gaps: [.space]),
    WordTrigger(words: [Self.nouns], shape: \.isCapitalized, gaps: [.stop, .line, .other]),
    WordTrigger(words: [Self.bodies], shape: \.isCapitalized, gaps: [.space]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    for k in places {
      guard let span = span(document, words, k), Prose.has(words[k], in: document.text),
        isInSentence(document, words[k]),
        !document.isVerbatim(at: span.start)
      else { continue }
      proposals.flag(span, label: "missing-article", reason: "the noun lacks its article")
    }
  }

  private func span(_ document: Document, _ words: [Word], _ k: Int) -> Span? {
    let word = words[k]
    let next = words.at(k + 1)
    if word.isCapitalized {
      if word.gap == .space {
        // `the Assembly of Republic`
        guard k > 1, words[k - 1].hash == Self.of, words[k - 2].isCapitalized, isEnd(next) else { return nil }
        return Span(words[k - 2].start, word.end)
      }
      guard let next, next.gap == .space, next.isLower, Self.auxiliaries.contains(next), !Self.titled.contains(word),
        document.isDamaged
      else { return nil }
      return word.span
    }
    guard k > 0, words[k - 1].isLower, isEnd(next), words[k - 1].gap != .hyphen else { return nil }
    let before = words[k - 1]
    guard
      Self.prepositions.contains(before) || Self.verbs.contains(before) || isPast(before) && isSubject(words.at(k - 2)),
      !WordPairs.contains(before.hash, word.hash)
    else { return nil }
    if let next, next.gap == .space, next.hash == Self.to || Self.joint.contains(next) { return nil }
    // `from time to time`
    if before.hash == Self.to, k > 1, words[k - 2].hash == word.hash { return nil }
    return Span(before.start, word.end)
  }

  /// Whether a word may be the subject of the verb behind it: behind an article or an adverb the verb form is an adjective.
  private func isSubject(_ word: Word?) -> Bool {
    guard let word else { return false }
    return word.startsWithCapital || Self.subjects.contains(word)
      || Lexicon.entry(word.hash).takesS && !Lexicon.entry(word.hash).isVerb && word.count > 4
  }
  static let subjects = WordSet("he she it they we i you who one that which")

  private func isPast(_ word: Word) -> Bool {
    let entry = Lexicon.entry(word.hash)
    return entry.isPast && entry.isWord(upTo: 3) && word.count > 4
  }

  private func isEnd(_ word: Word?) -> Bool {
    guard let word else { return true }
    return word.gap == .stop || word.gap == .comma || word.gap == .space && word.isLower && Self.behind.contains(word)
  }

  /// Headlines drop their articles.
  private func isInSentence(_ document: Document, _ word: Word) -> Bool {
    guard let index = document.paragraphIndex(at: word.start) else { return false }
    let line = document.paragraphs[index]
    return line.count >= 80 && LowercaseStart.ends(document.text, line.end)
  }
}
