import Language
import TextModel

/// Gives a person the English title where the text's other persons have it: `M. Wang` becomes `Mr. Wang`.
///
/// Translators take the short titles of French, German, Spanish and Italian for initials or names and leave them.  English prose
/// about those countries keeps them on purpose, so the text itself must speak against it: it says `Mr.` or `Ms.` of others at
/// least as often, and has the name without the title as well.
public struct ForeignTitle: WordRule {
  public init() {}
  public let id = "foreign-title"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "Earlier, M. Okafor met Mr. Hill. Okafor smiled.", "Earlier, Mr. Okafor met Mr. Hill. Okafor smiled."),
    RewriteExample(
      "Mr. Okafor was with Mr. Hill in the port when Herr Okafor smiled.",
      "Mr. Okafor was with Mr. Hill in the port when Mr. Okafor smiled."),
    RewriteExample(
      "Yesterday M. Ada Okafor met with Mr. Hill. Later Ada Okafor smiled at them.",
      "Yesterday Mr. Ada Okafor met with Mr. Hill. Later Ada Okafor smiled at them."),
    RewriteExample(
      "M. Okafor, for his part, met Mr. Hill. Okafor smiled.",
      "Mr. Okafor, for his part, met Mr. Hill. Okafor smiled."),
    RewriteExample(
      "Earlier, M. Okafor met Hill. Okafor smiled, and Okafor left.",
      "Earlier, Mr. Okafor met Hill. Okafor smiled, and Okafor left."),
    RewriteExample(
      "Okafor said her crew left. Earlier, M. Okafor met Mr. Hill.",
      "Okafor said her crew left. Earlier, Ms. Okafor met Mr. Hill."),
    RewriteExample(
      "They left of of it with the the crew. M. Okafor, the minister of trade, stayed.",
      "They left of of it with the the crew. Mr. Okafor, the minister of trade, stayed."),
    RewriteExample(
      "They left with Okafor. gentlemen. Okafor smiled at them.", "They left with Okafor. Mr. Okafor smiled at them."),
    RewriteExample(
      "Yesterday Mme Okafor met with Ms. Hill. Later Okafor smiled.",
      "Yesterday Ms. Okafor met with Ms. Hill. Later Okafor smiled."),
  ]
  public let leavesAlone = [
    "M. Okafor, the minister of trade, stayed.", "M. Poirot bowed. M. Poirot left.",
    "John M. Wang met Mr. Hill. Wang smiled.", "M. de Rênal met Mr. Hill.",
    "Herr Schmidt met Frau Weber.", "Mrs. Hill called Monsieur Anatole; Anatole came.",
    "Mike Wang met Mr. Hill. M. Wang was late.",
    "M. Night Shyamalan met Mr. Hill.", "M. Poirot bowed. Poirot left.",
  ]

  static let masculine = WordSet("m herr hr monsieur sr señor sig signor signore senor")
  static let feminine = WordSet("mme mlle frau sra señora signora madame senora")
  static let english = WordSet("mr mrs ms")
  static let herr = Lexicon.hash("herr")
  static let frau = Lexicon.hash("frau")

  /// What an honorific behind a Japanese name comes to.
  static let gentlemen = WordSet("gentlemen")

  public let places = [
    WordTrigger(words: [Self.gentlemen], shape: \.isLower, gapsBehind: [.stop]),
    WordTrigger(words: [Self.english, Self.masculine, Self.feminine], shape: \.startsWithCapital),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    let titles = (english: Self.english, masculine: Self.masculine, feminine: Self.feminine)
    var found: [(k: Int, isFeminine: Bool)] = []
    var foreign = 0
    var english = 0
    var named: Set<UInt32> = []
    for k in places {
      let word = words[k]
      if Self.gentlemen.contains(word) {
        // `gentlemen. Felber said`
        if let name = words.at(k + 1), name.start == word.end + 2, text.has(". ", at: word.end), name.isCapitalized,
          name.count > 2, word.gap == .line || word.gap == .stop, capitals(document, name) > 1,
          !document.isVerbatim(at: word.start)
        {
          proposals.replace(Span(word.start, name.start), with: "Mr. ", .likely)
        }
        continue
      }
      if titles.english.contains(word) {
        english += 1
        if let name = words.at(k + 1) { named.insert(name.hash) }
      }
      let isMasculine = titles.masculine.contains(word)
      guard isMasculine || titles.feminine.contains(word), let name = words.at(k + 1), name.isCapitalized,
        name.count >= 3,
        isTitleGap(text, word, name)
      else { continue }
      foreign += 1
      // An initial stands behind a first name; a title does not.
      if word.count == 1, let before = words.at(k - 1), before.startsWithCapital, word.gap == .space,
        Lexicon.entry(before.hash).isName || !Lexicon.entry(before.hash).isKnown
      {
        continue
      }
      if let next = words.at(k + 2), word.count == 1, next.gap == .space, next.isCapitalized,
        document.wordCounts[next.hash].capital < 2 || document.wordCounts[name.hash].capital < 2
      {
        continue
      }
      found.append((k, !isMasculine))
    }
    guard foreign > 0 else { return }
    // Where nobody has an English title, a letter that stands once or twice for one is left from the source.
    if english < foreign {
      guard english == 0, foreign <= 2 else { return }
      let uses = document.isDamaged ? 1 + UInt16(foreign) : 3 * UInt16(foreign)
      found.removeAll {
        words[$0.k].count > 1 || capitals(document, words[$0.k + 1]) < uses && !introduces(document, words, $0.k)
      }
    }
    let known = found.isEmpty ? [] : initials(document)
    let women = found.isEmpty ? [] : self.women(words)
    for (k, isFeminine) in found {
      let word = words[k]
      let name = words[k + 1]
      guard capitals(document, name) >= 2 || introduces(document, words, k) else { continue }
      // Spelt out, the title is a choice: only where the same person is Mr. or Ms. elsewhere.
      if word.count > 4 || word.hash == Self.herr || word.hash == Self.frau {
        guard named.contains(name.hash) else { continue }
      } else if word.count == 1 {
        // A signature ends the line; a person does something. The initial of a first name that the text has is no title.
        let isLong = words.at(k + 2).map { $0.gap == .space && $0.isCapitalized } ?? false
        guard let next = words.at(isLong ? k + 3 : k + 2), next.gap == .space || next.gap == .comma, next.isLower,
          !known.contains(key(name, document.utf8[word.start]))
        else { continue }
      }
      proposals.replace(
        Span(word.start, name.start), with: isFeminine || women.contains(name.hash) ? "Ms. " : "Mr. ", .likely)
    }
  }

  /// `M. Okafor, the minister`, `M. Okafor, who`: at the start of a sentence, and the only place where a damaged text names him; English prose
  /// introduces nobody by an initial.
  private func introduces(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    guard words[k].count == 1, words[k].gap == .line || words[k].gap == .stop, let next = words.at(k + 2),
      next.gap == .comma,
      Self.relative.contains(next), capitals(document, words[k + 1]) == 1
    else { return false }
    return document.isDamaged
  }
  private static let relative = WordSet("who whose the a an")

  /// How often the text has a name, with and without a possessive ending.
  private func capitals(_ document: Document, _ name: Word) -> UInt16 {
    let uses = document.wordCounts[name.hash].capital
    guard name.shape.contains(.apostrophe),
      let apostrophe = name.span.range.first(where: { document.utf8[$0] == 0x27 || document.utf8[$0] == 0xE2 })
    else { return uses }
    return uses + document.wordCounts[Lexicon.hash(document.utf8, name.start..<apostrophe)].capital
  }

  /// The names that words for a woman follow within a clause, and words for a man never: `Feld said her department`. Made once for all
  /// titles.
  private func women(_ words: [Word]) -> Set<UInt32> {
    var women: Set<UInt32> = []
    var men: Set<UInt32> = []
    let hers = Self.hers
    let his = Self.his
    for k in words.indices {
      let isHers = hers.contains(words[k])
      guard isHers || his.contains(words[k]) else { continue }
      var j = k
      while j > 0, k - j < 8, words[j].gap == .space || words[j].gap == .comma {
        j -= 1
        guard words[j].startsWithCapital else { continue }
        if isHers { women.insert(words[j].hash) } else { men.insert(words[j].hash) }
        break
      }
    }
    return women.subtracting(men)
  }
  static let hers = WordSet(list: "foreign-title.hers")
  static let his = WordSet(list: "foreign-title.his")

  /// The surnames of the text with the letters that first names before them begin with, `Maria Wang` for `M. Wang`: made once for
  /// all titles.
  private func initials(_ document: Document) -> Set<UInt64> {
    let words = document.words
    var found: Set<UInt64> = []
    for k in words.indices.dropFirst()
    where words[k].gap == .space && words[k].startsWithCapital && words[k - 1].isCapitalized && words[k - 1].count > 2 {
      found.insert(key(words[k], document.utf8[words[k - 1].start]))
    }
    return found
  }

  private func key(_ name: Word, _ letter: UInt8) -> UInt64 { UInt64(name.hash) << 8 | UInt64(letter) }

  /// `M. ` with its full stop, `Herr ` and `Mme ` with or without.
  private func isTitleGap(_ text: Text, _ word: Word, _ name: Word) -> Bool {
    if text.has(". ", at: word.end) { return name.start == word.end + 2 }
    return word.count > 1 && name.gap == .space
  }
}
