import Language
import TextModel

/// Gives a word of content in the middle of a sentence its small letter back where a link or a headline left it a capital.
///
/// `despite Doubts That Chile`, `the attacks Expanding trade`, `vowed to Expansion of`, `has Welcomed the plan`: only forms that no name
/// has, participles behind a noun and nouns of action behind `to`, and words that news, and this text, write small beside these
/// neighbours.  A word that the text capitalizes elsewhere stays.
public struct ContentCapital: WordRule {
  public init() {}
  public let id = "content-capital"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them. She would not comment on Individual cases.",
      "The the crew met with with them. She would not comment on individual cases."),
    RewriteExample(
      "The the crew met with with them. The answers were few and Different.",
      "The the crew met with with them. The answers were few and different."),
    RewriteExample("It fell despite Doubts That Chile would sell.", "It fell despite doubts that Chile would sell."),
    RewriteExample("The envoy Announced that the talks had failed.", "The envoy announced that the talks had failed."),
    RewriteExample("A source near them Said he had left.", "A source near them said he had left."),
    RewriteExample("They hope to Reach a deal this week.", "They hope to reach a deal this week."),
    RewriteExample(
      "The the map Released By the port is with with them.", "The the map released by the port is with with them."),
    RewriteExample(
      "The the crew left in the afternoon, According To the harbour with with them.",
      "The the crew left in the afternoon, according to the harbour with with them."),
    RewriteExample("She has vowed to Expansion of the port.", "She has vowed to expansion of the port."),
    RewriteExample(
      "They kept silent on the attacks Expanding their trade.", "They kept silent on the attacks expanding their trade."
    ),
  ]
  public let leavesAlone = [
    "The the crew met with with them. They lost in Round 2 of it.", "in the Sun newspaper",
    "talks with the President of Chad", "the Green party and the Left",
    "He read Hope for the poor.", "they watched Dances With Wolves again", "the book Tales From the Crypt",
    "the Missing came home", "a Moving company", "the office of Redistribution of land", "by Walking on water",
    "the shape of Things that come; things are things",
  ]

  static let prepositions = WordSet(list: "capital-residue.prepositions")
  static let links = WordSet(list: "capital-residue.links")
  static let governed = WordSet(list: "capital-residue.governed")
  static let leads = WordSet(list: "capital-residue.leads")
  static let verbal = WordSet(list: "capital-residue.verbal")
  static let bodies = WordSet(list: "capital-residue.bodies")
  static let to = Lexicon.hash("to")
  static let of = Lexicon.hash("of")

  public let places = [
    // Only words that everybody writes.
    WordTrigger(
      shape: { $0.isCapitalized && $0.isPlain }, gaps: [.space, .comma], length: 2...Int.max,
      entry: { $0.isWord(upTo: 4) })
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 {
      let word = words[k]
      // `o Added a flag`: a bullet that is typed.
      if words[k - 1].count == 1, !LoneCapital.indefinite.contains(words[k - 1]) { continue }
      if isWrittenSmall(document, words, k) {
        CapitalContext.lower(text, word, .likely, &proposals)
        continue
      }
      guard words[k - 1].isLower, let next = words.at(k + 1), next.gap == .space, Prose.has(word, in: text),
        Prose.isEdge(text, before: words[k - 1].start),
        !CapitalContext.function.contains(word) || Self.leads.contains(word)
      else { continue }
      if next.isLower {
        if word.gap == .space,
          isLead(document, word, next) || isResidue(document, words, k) || isPhrase(document, words, k)
        {
          CapitalContext.lower(text, word, .likely, &proposals)
        }
      } else if next.isCapitalized, let third = words.at(k + 2), third.gap == .space,
        word.gap == .space && isPair(document, words, k, third)
          || (word.gap == .space || Self.leads.contains(word)) && isLinked(document, words, k, third)
      {
        proposals.together {
          CapitalContext.lower(text, word, .safe, &$0)
          CapitalContext.lower(text, next, .safe, &$0)
        }
      }
    }
  }

  /// `to comment on Individual cases`, `were few and Different.`: between small words, in damaged text, a word that news never writes with a
  /// capital there, this once.
  private func isWrittenSmall(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let word = words[k]
    let before = words[k - 1]
    guard word.gap == .space, before.isLower, word.count >= 3, WordPairs.isWrittenSmall(word.hash),
      !Self.naming.contains(before), before.hash != word.hash, words.at(k + 1).map(endsName) ?? true,
      Prose.has(word, in: document.text), Prose.isEdge(document.text, before: before.start),
      !isCalled(document.text, word)
    else { return false }
    let uses = document.wordCounts[word.hash]
    let entry = Lexicon.entry(word.hash)
    // `in Round 2`, `Exercise 3`
    if entry.takesS, let next = words.at(k + 1), next.gap == .space, next.shape.contains(.digit) { return false }
    // A noun may be a person in poetry: `there was Beauty`.
    guard
      !entry.takesS || uses.lower > 0 || Self.isQuality(word, in: document.text)
        || WordPairs.contains(before.hash, word.hash)
        || words.at(k + 1).map({ $0.gap == .space && WordPairs.contains(word.hash, $0.hash) }) ?? false
    else { return false }
    return uses.capitalInside == 1 && (!entry.isName || uses.lower > 0)
      && !CapitalContext.isAmongCapitals(words, k) && !CapitalContext.isVerse(words, k)
      && !CapitalContext.opensSentence(words, k) && document.isDamaged && !document.isVerbatim(at: word.start)
  }
  static func isQuality(_ word: Word, in text: Text) -> Bool {
    adjectives.contains(word)
      || word.count >= 6
        && ["al", "ic", "ive", "ous", "ent", "ant", "ble", "ful", "less", "ary", "ish"].contains {
          text.has($0.utf8, at: word.end - $0.utf8.count)
        }
  }
  static let adjectives = WordSet(list: "content-capital.adjectives")

  /// Behind these a capital may begin a name of any words.
  static let naming = WordSet(list: "content-capital.naming")

  /// Whether a word is called: `public: Test(const char *)`.
  private func isCalled(_ text: Text, _ word: Word) -> Bool { text.has("(", at: word.end) }

  /// Whether a name does not go on with a word.
  private func endsName(_ next: Word) -> Bool {
    next.gap == .space ? next.isLower || next.shape.contains(.digit) : next.gap != .hyphen && next.gap != .wide
  }

  /// `coming Out of a crack`, `According to the police`
  private func isLead(_ document: Document, _ word: Word, _ next: Word) -> Bool {
    Self.leads.contains(word) && Self.governed.contains(next) && document.isDamaged
  }

  /// `Doubts That Chile`: a common plural and a conjunction, both with capitals, behind a preposition.
  private func isPair(_ document: Document, _ words: [Word], _ k: Int, _ third: Word) -> Bool {
    let text = document.text
    let first = words[k]
    let second = words[k + 1]
    guard Self.links.contains(second), Self.prepositions.contains(words[k - 1]), first.count >= 4,
      text[first.end - 1] == UInt8(ascii: "s"), document.wordCounts[first.hash].capital == 1
    else { return false }
    let entry = Lexicon.entry(first.hash)
    guard entry.isWord(upTo: 4), !entry.isName else { return false }
    let thirdEntry = Lexicon.entry(third.hash)
    if third.startsWithCapital {
      return thirdEntry.isOnlyName || document.wordCounts[third.hash].capitalInside > 1 && thirdEntry.band == 0
    }
    return words.at(k + 3).map { !$0.startsWithCapital } ?? true
  }

  /// `a study Released By the`, `is Listed As a`: a verb form and what governs behind it, in damaged text.
  private func isLinked(_ document: Document, _ words: [Word], _ k: Int, _ third: Word) -> Bool {
    let entry = Lexicon.entry(words[k].hash)
    return CapitalContext.function.contains(words[k + 1])
      && (entry.isPast || entry.isParticiple || Self.leads.contains(words[k]))
      && !entry.isName
      && (!CapitalContext.determiners.contains(words[k - 1]) || entry.isPast && Self.verbal.contains(words[k - 1]))
      && !third.startsWithCapital
      && document.isDamaged
  }

  /// `has Warned of`, `to Reach a`, `the Fishing treaty`: news writes all three words small side by side, and no name nearby, nor a use
  /// of the word with its capital elsewhere, speaks for one here.
  private func isPhrase(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let word = words[k]
    let before = words[k - 1]
    let next = words[k + 1]
    guard word.count >= 3, word.hash != before.hash else { return false }
    let entry = Lexicon.entry(word.hash)
    let uses = document.wordCounts[word.hash]
    guard entry.isWord(upTo: 4), !CapitalContext.honoured.contains(word), uses.capitalInside == 1,
      !CapitalContext.isAmongCapitals(words, k)
    else {
      return false
    }
    let pairs = (WordPairs.contains(before.hash, word.hash), WordPairs.contains(word.hash, next.hash))
    guard pairs.0 || pairs.1 else { return false }
    // A verb form in a place for verbs is sure enough; a noun needs the text to write it small as well.
    if CapitalContext.saying.contains(word), !CapitalContext.determiners.contains(before) { return pairs.1 }
    let isNamed = CapitalContext.determiners.contains(before) && !Self.verbal.contains(before)
    if entry.isPast || entry.isParticiple, !isNamed, word.count >= 5 { return true }
    if Self.verbal.contains(before), entry.isVerb, !entry.isName || uses.lower > 0 { return true }
    guard pairs.0 && pairs.1 || uses.lower > 1, uses.lower > 0, !entry.isName,
      !CapitalContext.specific.contains(before) || pairs.0 && pairs.1, document.isDamaged
    else { return false }
    return word.count >= 4
  }

  /// Forms that no name has.
  private func isResidue(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let text = document.text
    let word = words[k]
    let before = words[k - 1]
    guard word.count >= 6 else { return false }
    let entry = Lexicon.entry(word.hash)
    guard entry.isWord(upTo: 3), !entry.isName, document.wordCounts[word.hash].capitalInside == 1 else { return false }
    if isSmallElsewhere(document, words, k, entry) { return true }
    if before.hash == Self.to {
      guard words[k + 1].hash == Self.of else { return false }
      return ["tion", "sion", "ment", "ance", "ence"].contains { text.has($0.utf8, at: word.end - 4) }
        && !Self.bodies.contains(word)
    }
    guard entry.isParticiple, !entry.isVerb || word.count >= 8, !CapitalContext.determiners.contains(before),
      !isAdjective(before, in: text)
    else { return false }
    let afterwards = words[k + 1]
    return words.at(k + 2).map { !$0.startsWithCapital } ?? true || CapitalContext.function.contains(afterwards)
  }

  /// The text writes the word small elsewhere, and what stands here is no office, institution or relative that has a capital
  /// when it means the one.
  private func isSmallElsewhere(_ document: Document, _ words: [Word], _ k: Int, _ entry: Lexicon.Entry) -> Bool {
    let word = words[k]
    guard document.wordCounts[word.hash].lower >= 2, !CapitalContext.honoured.contains(word),
      !CapitalContext.specific.contains(words[k - 1]),
      entry.isWord(upTo: 2), document.isDamaged
    else { return false }
    // Capitals nearby: a title.
    for j in (k - 3)...(k + 3) where j != k {
      if let other = words.at(j), other.startsWithCapital, !Lexicon.entry(other.hash).isName { return false }
    }
    return true
  }

  /// Small words behind which a capital may be a name's: `former Rolling Stones`.
  private func isAdjective(_ word: Word, in text: Text) -> Bool {
    guard word.count > 3 else { return true }
    if text[word.end - 1] == UInt8(ascii: "s") {
      return !Lexicon.entry(text.utf8, word.start..<(word.end - 1)).takesS
    }
    guard Lexicon.entry(word.hash).takesS else { return true }
    return ["al", "ic", "ve", "us", "ul", "sh", "ry", "an"].contains { text.has($0.utf8, at: word.end - 2) }
  }
}
