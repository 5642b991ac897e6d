import Language
import TextModel

/// Gives a word in the middle of a sentence its small letter back where a link or a headline left it a capital.
///
/// Pages translated piece by piece begin each piece with a capital: `a share In the firm`, `despite Doubts That Chile`, `the attacks
/// Expanding trade`.  Function words between small words are sure.  Of other words only forms that no name has: participles
/// behind a noun, nouns of action behind `to`; a word that the text capitalizes elsewhere stays.
public struct CapitalResidue: WordRule {
  public init() {}
  public let id = "capital-residue"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("her share In the old firm", "her share in the old firm"),
    RewriteExample("It fell despite Doubts That Chile would sell.", "It fell despite doubts that Chile would sell."),
    RewriteExample("“We stopped”, She said.", "“We stopped”, she said."),
    RewriteExample("“We stopped,” Said the owner.", "“We stopped,” said the owner."),
    RewriteExample(
      "They closed several mills, Including one in May.", "They closed several mills, including one in May."),
    RewriteExample("The envoy Announced that the talks had failed.", "The envoy announced that the talks had failed."),
    RewriteExample("A source near them Said he had left.", "A source near them said he had left."),
    RewriteExample("They hope to Reach a deal this week.", "They hope to reach a deal this week."),
    RewriteExample(
      "The the team won, He said with with joy; Therefore they left.",
      "The the team won, he said with with joy; therefore they left."),
    RewriteExample(
      "The the team won when He arrived with with joy.", "The the team won when he arrived with with joy."),
    RewriteExample(
      "The the map Released By the port is with with them, the crew (of two) Was late.",
      "The the map released by the port is with with them, the crew (of two) was late."),
    RewriteExample("Ships wait Near the coast.", "Ships wait near the coast."),
    RewriteExample("She has vowed to Expansion of the port.", "She has vowed to expansion of the port."),
    RewriteExample(
      "They kept silent on the attacks Expanding their trade.", "They kept silent on the attacks expanding their trade."
    ),
  ]
  public let leavesAlone = [
    "the film Gone With the Wind", "the battle of Born In the Park", "We trust in Him and in His word.",
    "and then Will said no", "in the Sun newspaper", "talks with the President of Chad", "the Green party and the Left",
    "He read Hope for the poor.",
    "the question is What to do", "they watched Dances With Wolves again", "the book Tales From the Crypt",
    "the Missing came home", "a Moving company", "He sang Over the Rainbow.", "the office of Redistribution of land",
    "by Walking on water", "in a sunni stronghold In another case, the army left",
    "the cold world fly By falling down a well, And nothing more was seen of him",
  ]

  /// Function words that no name consists of.
  static let function = WordSet(list: "capital-residue.function")
  /// May stand as the first word of a title that goes on in small letters.
  static let titleStart = WordSet(list: "capital-residue.title-start")
  static let prepositions = WordSet(list: "capital-residue.prepositions")
  static let links = WordSet(list: "capital-residue.links")
  static let determiners = WordSet(list: "capital-residue.determiners")

  public let places = [
    WordTrigger(
      words: [Self.function, Self.clausal], shape: { $0.isCapitalized && $0.isPlain }, gaps: [.space, .comma, .stop],
      length: 2...Int.max),
    // Of other words only those that everybody writes.
    WordTrigger(
      shape: { $0.isCapitalized && $0.isPlain }, gaps: [.space], length: 2...Int.max, entry: { $0.isWord(upTo: 4) }),
    WordTrigger(shape: \.isCapitalized, gaps: [.other]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 {
      let word = words[k]
      if word.gap == .other, !text.has(")", at: word.start - 2) {
        attribution(text, words, k, &proposals)
        continue
      }
      if word.gap == .stop, !text.has("; ", at: words[k - 1].end) { continue }
      if word.gap == .other || word.gap == .space, text.has(") ", at: word.start - 2), Self.auxiliary.contains(word),
        document.isDamaged
      {
        lower(text, word, .likely, &proposals)
        continue
      }
      if word.gap == .other { continue }
      guard words[k - 1].isLower, let next = words.at(k + 1), next.gap == .space, Prose.has(word, in: text),
        Prose.isEdge(text, before: words[k - 1].start)
      else { continue }
      if next.isLower {
        if word.gap != .space, isBehindClause(document, words, k) {
          lower(text, word, .likely, &proposals)
        } else if word.gap == .space, Self.persons.contains(word), isNoTitle(words, k), !isVerse(words, k),
          document.isDamaged
        {
          // `when He arrived`; of God it is written so, but not in damaged news.
          lower(text, word, .likely, &proposals)
        } else if Self.function.contains(word) {
          guard isNoTitle(words, k), !opensSentence(words, k), !isVerse(words, k) else { continue }
          // Verse run into one line has such capitals too: without other damage nothing is beyond doubt.
          guard word.gap != .comma || Self.afterComma.contains(word) else { continue }
          lower(text, word, document.isDamaged ? .safe : .likely, &proposals)
        } else if word.gap == .space, isResidue(document, words, k) || isPhrase(document, words, k) {
          lower(text, word, .likely, &proposals)
        }
      } else if word.gap == .space, next.isCapitalized, let third = words.at(k + 2), third.gap == .space,
        isPair(document, words, k, third) || isLinked(document, words, k, third)
      {
        proposals.together {
          lower(text, word, .safe, &$0)
          lower(text, next, .safe, &$0)
        }
      }
    }
  }
  /// `, He said`, `; Therefore the talks`: no name, and no quotation begins; in damaged text only.
  private func isBehindClause(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let text = document.text
    let word = words[k]
    let before = words[k - 1]
    guard
      text.has(", ", at: before.end) && word.start == before.end + 2 && Self.clausal.contains(word)
        || text.has("; ", at: before.end) && word.start == before.end + 2
          && (Self.clausal.contains(word) || Self.function.contains(word) || isAdverb(text, word))
    else { return false }
    return words.at(k + 1)?.gap == .space && isNoTitle(words, k) && !isVerse(words, k) && document.isDamaged
  }
  private func isAdverb(_ text: Text, _ word: Word) -> Bool {
    let entry = Lexicon.entry(word.hash)
    return word.count > 4 && text.has("ly", at: word.end - 2) && entry.isWord(upTo: 3) && !entry.isName
  }
  static let clausal = WordSet(list: "capital-residue.clausal")

  static let persons = WordSet(list: "capital-residue.persons")

  static let afterComma = WordSet(list: "capital-residue.after-comma")

  /// `,” Said the mayor`, `,” He said`: behind a comma and a closing mark the sentence goes on.
  private func attribution(_ text: Text, _ words: [Word], _ k: Int, _ proposals: inout Proposals) {
    let word = words[k]
    guard
      (text.has(",” ", at: words[k - 1].end) || text.has("”, ", at: words[k - 1].end))
        && word.start == words[k - 1].end + 5
        || text.has(",\" ", at: words[k - 1].end) && word.start == words[k - 1].end + 3,
      let next = words.at(k + 1), next.gap == .space
    else { return }
    if Self.saying.contains(word) || Self.pronouns.contains(word) && Self.saying.contains(next) && next.isLower {
      lower(text, word, .safe, &proposals)
    }
  }
  static let saying = WordSet(list: "capital-residue.saying")
  static let pronouns = WordSet(list: "capital-residue.pronouns")

  private func lower(_ text: Text, _ word: Word, _ confidence: Confidence?, _ proposals: inout Proposals) {
    guard let confidence else { return }
    proposals.replace(Span(word.start, word.start + 1), with: CollectionOfOne(text[word.start] | 0x20), confidence)
  }

  /// Titles of works go on with a capital after a small word or two: `Over the Rainbow`, `In the Heat of the Night`.
  private func isNoTitle(_ words: [Word], _ k: Int) -> Bool {
    let mayStart = Self.titleStart.contains(words[k])
    for j in (k + 2)...(k + 4) {
      guard let word = words.at(j), word.gap == .space else { return true }
      if word.startsWithCapital {
        return !mayStart && !Self.works.contains(words[k - 1]) && j > k + 2 || Lexicon.entry(word.hash).isOnlyName
      }
    }
    return true
  }
  static let works = WordSet(list: "capital-residue.works")

  /// `In another case, the …`: the full stop before it is lost, and a small letter would hide that.
  private func opensSentence(_ words: [Word], _ k: Int) -> Bool {
    guard words[k].gap == .space, Self.clauseStarts.contains(words[k]) else { return false }
    for j in (k + 1)...(k + 7) {
      guard let word = words.at(j) else { return false }
      if word.gap == .comma { return true }
      if word.gap != .space && word.gap != .hyphen { return false }
    }
    return false
  }
  static let clauseStarts = WordSet(list: "capital-residue.clause-starts")

  /// Verse that was run into one line has a capital every few words.
  private func isVerse(_ words: [Word], _ k: Int) -> Bool {
    for j in (k - 13)...(k + 13) where abs(j - k) >= 5 {
      guard let word = words.at(j), word.isCapitalized, word.gap == .space || word.gap == .comma else { continue }
      if Self.verseStarts.contains(word) || Self.function.contains(word), words.at(j + 1)?.isLower == true,
        words.at(j - 1)?.isLower == true
      {
        return true
      }
    }
    return false
  }
  static let verseStarts = WordSet(list: "capital-residue.verse-starts")

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
    return Self.function.contains(words[k + 1]) && (entry.isPast || entry.isParticiple || Self.leads.contains(words[k]))
      && !entry.isName && !Self.determiners.contains(words[k - 1]) && !third.startsWithCapital && document.isDamaged
  }
  static let leads = WordSet(list: "capital-residue.leads")
  static let auxiliary = WordSet(list: "capital-residue.auxiliary")

  /// `has Warned of`, `to Reach a`, `the Fishing treaty`: news writes all three words small side by side, and no name nearby, nor a use
  /// of the word with its capital elsewhere, speaks for one here.
  private func isPhrase(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let word = words[k]
    let before = words[k - 1]
    let next = words[k + 1]
    guard word.count >= 3, word.hash != before.hash else { return false }
    let entry = Lexicon.entry(word.hash)
    let uses = document.wordCounts[word.hash]
    guard entry.isWord(upTo: 4), !Self.honoured.contains(word), uses.capitalInside == 1, !isAmongCapitals(words, k)
    else {
      return false
    }
    let pairs = (WordPairs.contains(before.hash, word.hash), WordPairs.contains(word.hash, next.hash))
    guard pairs.0 || pairs.1 else { return false }
    // A verb form in a place for verbs is sure enough; a noun needs the text to write it small as well.
    if Self.saying.contains(word), !Self.determiners.contains(before) { return pairs.1 }
    let isNamed = Self.determiners.contains(before) && !Self.verbal.contains(before)
    if entry.isPast || entry.isParticiple, !isNamed, word.count >= 5 { return true }
    if Self.verbal.contains(before), entry.isVerb, !entry.isName || uses.lower > 0 { return true }
    guard pairs.0 && pairs.1 || uses.lower > 1, uses.lower > 0, !entry.isName,
      !Self.specific.contains(before) || pairs.0 && pairs.1
    else { return false }
    return word.count >= 4
  }

  /// Whether a capital stands nearby in the sentence that is owed neither to its start nor to a well-known name: a title, a body.
  private func isAmongCapitals(_ words: [Word], _ k: Int) -> Bool {
    for j in (k - 4)...(k + 4) where abs(j - k) > 1 {
      guard let other = words.at(j), other.startsWithCapital, other.gap == .space || other.gap == .comma else {
        continue
      }
      if !Lexicon.entry(other.hash).isOnlyName { return true }
    }
    return false
  }
  static let verbal = WordSet(list: "capital-residue.verbal")

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
    guard entry.isParticiple, !entry.isVerb || word.count >= 8, !Self.determiners.contains(before),
      !isAdjective(before, in: text)
    else { return false }
    let afterwards = words[k + 1]
    return words.at(k + 2).map { !$0.startsWithCapital } ?? true || Self.function.contains(afterwards)
  }
  /// The text writes the word small elsewhere, and what stands here is no office, institution or relative that has a capital
  /// when it means the one.
  private func isSmallElsewhere(_ document: Document, _ words: [Word], _ k: Int, _ entry: Lexicon.Entry) -> Bool {
    let word = words[k]
    guard document.wordCounts[word.hash].lower >= 2, !Self.honoured.contains(word),
      !Self.specific.contains(words[k - 1]),
      entry.isWord(upTo: 2)
    else { return false }
    // Capitals nearby: a title.
    for j in (k - 3)...(k + 3) where j != k {
      if let other = words.at(j), other.startsWithCapital, !Lexicon.entry(other.hash).isName { return false }
    }
    return true
  }
  static let specific = WordSet(list: "capital-residue.specific")
  static let honoured = WordSet(list: "capital-residue.honoured")
  static let to = Lexicon.hash("to")
  static let of = Lexicon.hash("of")
  static let bodies = WordSet(list: "capital-residue.bodies")

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
