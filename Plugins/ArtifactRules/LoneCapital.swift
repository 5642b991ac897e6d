import Language
import TextModel

/// Gives a word the small letter back that nothing but damage explains: `the morning Roll`, `a Comma`, `hours Before The start`.
///
/// Text that was translated or linked in pieces begins each with a capital. In damaged text, of the words that everybody knows: those that
/// this text, or the news, never writes so, with small words on both sides and no other capital near that would make a title of it. A noun
/// behind an article may be a body (`the Chamber`) or a team (`the Giants`), so it needs the text or the news to write it small.
public struct LoneCapital: WordRule {
  public init() {}
  public let id = "lone-capital"
  public let languages: LanguageScope = .only([.english])

  private static let damaged = "The the crew met with with them. "

  public let fixes = [
    RewriteExample(
      damaged + "It was a matter of a Comma. To win it, they had to Push for years.",
      damaged + "It was a matter of a comma. To win it, they had to push for years."),
    RewriteExample(
      damaged + "No great plan was made, Just a list of things.",
      damaged + "No great plan was made, just a list of things."),
    RewriteExample(
      damaged + "They came hours Before The start, and he Was Late for it.",
      damaged + "They came hours before the start, and he was late for it."),
    RewriteExample(
      damaged + "Negotiations To resume on Monday; the lorry was sent Through Zzolgar.",
      damaged + "Negotiations to resume on Monday; the lorry was sent through Zzolgar."),
  ]
  public let leavesAlone = [
    "It was a matter of a Comma.", damaged + "He sat in the Chamber with a Republican and sang of the Lamb.",
    damaged + "The film Push was shown, and then the film Just So again.",
    damaged + "They saw the Giants win, and the Giants lost.",
    damaged + "He took a bus to Hull. They wrote of the inside of the Ship.",
    damaged + "I am, dear Sir, with great regard, Your most obedient friend.",
  ]

  static let function = WordSet(list: "lone-capital.function")
  static let bodies = WordSet(list: "lone-capital.bodies")
  static let abstract = WordSet(list: "lone-capital.abstract")
  static let indefinite = WordSet("a an any every each no another")
  static let articles = WordSet(list: "lone-capital.articles")
  static let determiners = WordSet(list: "lone-capital.determiners")
  static let directions = WordSet(list: "lone-capital.directions")
  static let opening = WordSet(list: "lone-capital.opening")
  static let quantities = WordSet(list: "lone-capital.quantities")
  static let particles = WordSet(list: "lone-capital.particles")
  static let places = WordSet(list: "lone-capital.places")
  static let of = Lexicon.hash("of")
  static let linking = WordSet("of for and")
  static let to = Lexicon.hash("to")

  public let places = [
    WordTrigger(
      shape: { $0.isCapitalized && $0.isPlain }, gaps: [.space, .comma], length: 2...Int.max,
      entry: { $0.isWord(upTo: 5) })
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    var done = 0
    // Content words alone that nothing else of the text speaks for: one is a name, or an old print's or a letter's habit.
    var doubted: [Int] = []
    var found = 0
    for k in places where k > 0 && k > done {
      let word = words[k]
      let before = words[k - 1]
      guard isBefore(document, words, k), let last = last(document, words, k),
        Prose.has(word, in: text), text[word.start - 1] == 0x20, Prose.isEdge(text, before: before.start),
        document.isDamaged, !isNearTitle(document, words, k, last), !CapitalContext.works.contains(before),
        !CapitalContext.opensSentence(words, k), !CapitalContext.isVerse(words, k),
        last > k ? isRun(document, words, k, last) : isAlone(document, words, k),
        StopInPhrase.writesCapitals(document), !document.isVerbatim(at: word.start)
      else { continue }
      done = last
      found += 1
      if last == k, !Self.function.contains(word), document.wordCounts[word.hash].lower == 0 {
        doubted.append(k)
        continue
      }
      proposals.together { run in
        for j in k...last { CapitalContext.lower(text, words[j], .likely, &run) }
      }
    }
    if found > 1 {
      for k in doubted { CapitalContext.lower(text, words[k], .likely, &proposals) }
    }
  }

  /// A small word or a number goes before; a word that a sentence begins with, or behind a comma anything, before a function word.
  private func isBefore(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let before = words[k - 1]
    if words[k].gap == .comma {
      return Self.function.contains(words[k]) && !CapitalContext.isBehindSalutation(words, k)
    }
    if before.isLower || before.shape == .digit { return true }
    guard Self.function.contains(words[k]), before.isCapitalized else { return false }
    let entry = document.wordEntries[k - 1]
    if before.gap == .stop || before.gap == .line || before.gap == .other {
      return entry.isWord(upTo: 4) && !entry.isName && before.count > 3 && words.at(k + 1)?.gap == .space
    }
    return false
  }

  /// The last word of the capitals that begin at `k`, three at most, each a word that everybody knows; nil where a name may go on.
  private func last(_ document: Document, _ words: [Word], _ k: Int) -> Int? {
    var last = k
    while last < k + 2, let next = words.at(last + 1), next.gap == .space, next.isCapitalized, next.shape.isPlain,
      document.wordEntries[last + 1].isWord(upTo: 5), next.count > 1 || Self.indefinite.contains(next)
    {
      last += 1
    }
    guard let next = words.at(last + 1) else { return last }
    if next.gap == .hyphen || next.gap == .wide { return nil }
    if next.gap == .space, !next.isLower, next.shape != .digit {
      // `was sent Through Kajen`: a word that ties a name to what is before it.
      guard last <= k + 1, CapitalResidue.ties.contains(words[k]), next.startsWithCapital else { return nil }
      let name = last == k || Self.directions.contains(words[k + 1]) ? last + 1 : k + 1
      guard last == k || name == last + 1 else { return nil }
      let entry = document.wordEntries[name]
      return entry.isOnlyName || !entry.isKnown || isNameHere(document, words[name]) ? k : nil
    }
    return last
  }

  /// The text has the word with its capital again and again, and never without.
  private func isNameHere(_ document: Document, _ word: Word) -> Bool {
    let uses = document.wordCounts[word.hash]
    return uses.capitalInside >= 2 && uses.lower == 0
  }

  /// Another capital within some words that neither a sentence's start nor a name explains.
  private func isNearTitle(_ document: Document, _ words: [Word], _ first: Int, _ last: Int) -> Bool {
    let entries = document.wordEntries
    let isTitle = { (j: Int) in
      let other = words[j]
      guard other.isCapitalized, other.gap != .line, entries[j].band != 0, other.count > 1 else { return false }
      // `Hall of Fame`
      if j == first - 2, Self.linking.contains(words[j + 1]) { return true }
      guard other.gap == .space || other.gap == .comma else { return false }
      return !entries[j].isOnlyName && !RepeatedWord.calendar.contains(other) && !self.isNameHere(document, other)
    }
    // `tax filings In New York`, `conducted By the Center`: what is behind a tie and an article is of no weight.
    var at = last + 1
    if first == last, CapitalResidue.ties.contains(words[first]), let next = words.at(at), next.gap == .space,
      next.startsWithCapital || Self.articles.contains(next)
    {
      at = last + 5
    }
    while at < last + 4, let other = words.at(at), other.gap == .space || other.gap == .hyphen || other.gap == .comma {
      if isTitle(at) { return true }
      at += 1
    }
    for j in stride(from: first, to: max(0, first - 4), by: -1) {
      guard words[j].gap == .space || words[j].gap == .hyphen || words[j].gap == .comma else { break }
      if isTitle(j - 1) { return true }
    }
    return false
  }

  /// `hours Before The start`, `he Was Late`: a function word is one of them, and the news has some of the neighbours side by side.
  private func isRun(_ document: Document, _ words: [Word], _ k: Int, _ last: Int) -> Bool {
    guard words[k - 1].isLower || words[k].gap == .comma, words[k - 1].hash != words[k].hash,
      (k...last).contains(where: { Self.function.contains(words[$0]) }),
      (k...last).allSatisfy({ Self.function.contains(words[$0]) || isCommon(document, words, $0) })
    else { return false }
    // `the video of The Shining`
    for j in k..<last where Self.articles.contains(words[j]) { return false }
    var known = 0
    for j in k...(last + 1) {
      guard let word = words.at(j), word.gap == .space else { continue }
      if WordPairs.contains(words[j - 1].hash, word.hash) { known += 1 }
    }
    return known >= 2 || known == 1 && Self.function.contains(words[k])
  }

  private func isCommon(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let word = words[k]
    let entry = document.wordEntries[k]
    let uses = document.wordCounts[word.hash]
    let before = words[k - 1]
    if Self.particles.contains(before) || before.hash == Self.of && k > 1 && Self.places.contains(words[k - 2]) {
      return false
    }
    if entry.isCommonName, LowercaseName.candidates.contains(word) || before.hash == Self.to && !entry.isVerb {
      return false
    }
    return !Self.bodies.contains(word) && !CapitalContext.honoured.contains(word) && uses.capitalInside == 1
      && (!entry.isName || uses.lower > 0
        || WordPairs.isWrittenSmall(word.hash) && !CapitalContext.determiners.contains(before)
        || entry.isVerb && (before.hash == Self.to || ContentCapital.verbal.contains(before)))
  }

  private func isAlone(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let word = words[k]
    let before = words[k - 1]
    if Self.function.contains(word) {
      // `Chapter 1 It is`
      if let next = words.at(k + 1), next.gap == .stop, next.shape.contains(.digit) { return false }
      return before.shape != .digit || CapitalResidue.ties.contains(word)
    }
    guard word.gap == .space, before.isLower, before.hash != word.hash, isCommon(document, words, k) else {
      return false
    }
    let text = document.text
    let entry = document.wordEntries[k]
    let uses = document.wordCounts[word.hash]
    let next = words.at(k + 1)
    let behind = next.flatMap { $0.gap == .space && $0.isLower ? $0 : nil }
    let isSmall = WordPairs.isWrittenSmall(word.hash) || uses.lower > 0
    let isPlural = text.has("s", at: word.end - 1) && !text.has("ss", at: word.end - 2)
    let isNoun = entry.takesS || isPlural
    let pairs = (
      WordPairs.contains(before.hash, word.hash), behind.map { WordPairs.contains(word.hash, $0.hash) } ?? false
    )
    // `Category 3`, and `Doctors say` behind a full stop that was lost.
    if isNoun, next.map({ $0.gap == .space && $0.shape.contains(.digit) || Self.opening.contains($0) }) ?? false {
      return false
    }
    if isNoun, isNamed(words, k) { return false }
    if Self.determiners.contains(before) {
      if Self.indefinite.contains(before), entry.takesS || isSmall { return true }
      if behind != nil, !entry.takesS || isSmall && pairs.1, !isPlural || isSmall, !entry.isName || isSmall {
        return entry.isPast || entry.isParticiple || isSmall || pairs.1 || ContentCapital.isQuality(word, in: text)
      }
      if !entry.takesS || word.count > 6, isSmall, pairs.0 || pairs.1 { return true }
      return pairs.0 && pairs.1 || WordPairs.isWrittenSmall(word.hash) && (uses.lower > 0 || pairs.0)
        || isAbstract(text, word) && !Self.abstract.contains(word)
    }
    // `a bus to Hull.`
    if before.hash == Self.to, next?.gap != .space, uses.lower == 0, !pairs.0 { return false }
    if before.hash == Self.to || ContentCapital.verbal.contains(before) {
      return entry.isVerb || entry.isPast || entry.isParticiple || isSmall || pairs.0 || !isNoun
    }
    return isSmall || pairs.0 || pairs.1 || entry.isPast || entry.isParticiple || !isNoun && behind != nil
      || Self.quantities.contains(before) && !ContentCapital.adjectives.contains(before)
      || ContentCapital.isQuality(word, in: text)
  }

  /// `the Principality of Muscovy`, `Time magazine`: what follows makes a name of it.
  private func isNamed(_ words: [Word], _ k: Int) -> Bool {
    guard let next = words.at(k + 1), next.gap == .space else { return false }
    if CapitalContext.works.contains(next) { return true }
    guard Self.linking.contains(next) else { return false }
    for j in (k + 2)..<(k + 5) {
      guard let word = words.at(j), word.gap == .space else { return false }
      if word.startsWithCapital { return true }
    }
    return false
  }

  private func isAbstract(_ text: Text, _ word: Word) -> Bool {
    word.count > 6
      && ["tion", "sion", "ment", "ness", "ance", "ence"].contains { text.has($0.utf8, at: word.end - $0.utf8.count) }
  }
}
