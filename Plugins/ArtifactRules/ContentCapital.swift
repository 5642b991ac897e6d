import Language
import TextModel

/// Gives a word of content in the middle of a sentence its small letter back where a link or a headline left it a capital.
///
/// `despite Doubts That Chile`, `the attacks Expanding trade`, `vowed to Expansion of`, `has Welcomed the plan`: only forms that no name
/// has, participles behind a noun and nouns of action behind `to`, and words that news, and this text, write small beside these
/// neighbours.  A word that the text capitalizes elsewhere stays, and so does a noun that is the only such capital of its text or that the
/// text never writes small: it may name something.
public struct ContentCapital: WordRule {
  public init() {}
  public let id = "content-capital"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them. She would not comment on Individual cases.",
      "The the crew met with with them. She would not comment on individual cases."),
    RewriteExample(
      "The the crew met with with them in a network. The Network was pushed aside. The answers were few and Different.",
      "The the crew met with with them in a network. The network was pushed aside. The answers were few and different."
    ),
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
    RewriteExample(
      "The the report, Published on Monday, went with with them.",
      "The the report, published on Monday, went with with them."),
    RewriteExample(
      "The the minister Said that it is of of it, and they Need to drink. It is the First time that it rains, and Zzolgar Told the crew.",
      "The the minister said that it is of of it, and they need to drink. It is the first time that it rains, and Zzolgar told the crew."
    ),
    RewriteExample("She has vowed to Expansion of the port.", "She has vowed to expansion of the port."),
    RewriteExample(
      "They kept silent on the attacks Expanding their trade.", "They kept silent on the attacks expanding their trade."
    ),
  ]
  public let leavesAlone = [
    "The the crew met with with them. They lost in Round 2 of it.", "in the Sun newspaper",
    "The the crew met with with them.\n\nKnack for Deals\n\nThey spoke of “Women in Power,” a book.",
    "talks with the President of Chad", "The the First lady of of it and the Second world war. The book Told by him.",
    "The the crew met with with them in a network. The Network was pushed aside.",
    "The the crew met with with them in all countries Most of these are small.", "the Green party and the Left",
    "He read Hope for the poor.", "they watched Dances With Wolves again", "the book Tales From the Crypt",
    "the Missing came home", "a Moving company", "the office of Redistribution of land", "by Walking on water",
    "the shape of Things that come; things are things",
  ]

  static let prepositions = WordSet(list: "capital-residue.prepositions")
  static let links = WordSet(list: "capital-residue.links")
  static let governed = WordSet(list: "capital-residue.governed")
  static let leads = WordSet(list: "capital-residue.leads")
  static let bodies = WordSet(list: "capital-residue.bodies")

  public let places = [
    // Only words that everybody writes.
    WordTrigger(
      shape: { $0.isCapitalized && $0.isPlain }, gaps: [.space, .comma], length: 2...Int.max,
      entry: { $0.isWord(upTo: 4) })
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    var capital = InnerCapital(in: document)
    // A noun may name something. One alone is let be; where there are more such capitals, what the text writes small elsewhere is a residue.
    var nouns: [Int] = []
    var found = 0
    for k in places {
      guard capital.move(to: k) else { continue }
      if capital.word.gap == .space, let next = capital.smallNext, isForm(capital, next) {
        found += 1
        capital.lower(.likely, &proposals)
        continue
      }
      if capital.before.isCapitalized {
        if capital.word.gap == .comma {
          // `in Geneva, Mediated by the Swiss`
          guard capital.smallNext?.hash == Self.by, isVerbForm(capital), isParticipial(capital) else { continue }
          found += 1
          capital.lower(.likely, &proposals)
        } else if isSubject(capital) {
          found += 1
          if Self.quantities.contains(capital.before) {
            capital.lower(.likely, &proposals)
          } else {
            nouns.append(k)
          }
        }
        continue
      }
      guard capital.before.isLower,
        // `o Added a flag`: a bullet that is typed.
        capital.before.count > 1 || InnerCapital.indefinite.contains(capital.before),
        capital.word.gap == .space || Self.leads.contains(capital.word) || isVerbForm(capital), capital.isInProse,
        !capital.opensExistence, !capital.mayOpenSentence
      else { continue }
      if capital.word.gap == .comma, isVerbForm(capital), !Self.leads.contains(capital.word) || capital.entry.isPast {
        if isParticipial(capital) {
          found += 1
          capital.lower(.likely, &proposals)
        }
        continue
      }
      let isSmall = isWrittenSmall(capital)
      if isSmall {
        found += 1
        if !capital.isNoun {
          capital.lower(.likely, &proposals)
          continue
        }
        nouns.append(k)
      }
      guard let next = capital.next, next.gap == .space,
        !InnerCapital.function.contains(capital.word) || Self.leads.contains(capital.word)
      else { continue }
      if next.isLower {
        if capital.word.gap == .space,
          isLead(capital, next)
            || (isResidue(capital, next) || isPhrase(capital)) && !capital.isLabel && !capital.isInHeadline
        {
          found += isSmall ? 0 : 1
          let isSure = capital.entry.isPast || capital.entry.isParticiple || !capital.isNoun || isNominal(capital)
          if isSure {
            if isSmall { nouns.removeLast() }
            capital.lower(.likely, &proposals)
          } else if !isSmall {
            nouns.append(k)
          }
        }
      } else if next.isCapitalized, let third = capital.words.at(capital.place + 2), third.gap == .space,
        capital.word.gap == .space && isPair(capital, next, third) || isLinked(capital, next, third)
      {
        found += isSmall ? 0 : 1
        if isSmall { nouns.removeLast() }
        proposals.together {
          capital.lower(.safe, &$0)
          InnerCapital.lower(capital.text, next, .safe, &$0)
        }
      }
    }
    guard found > 1 else { return }
    for k in nouns where capital.move(to: k) && capital.uses.lower > 0 { capital.lower(.likely, &proposals) }
  }

  /// `vowed to Expansion of`, `hope to Reach a deal`: behind `to` or an auxiliary no name is called so.
  private func isNominal(_ capital: InnerCapital) -> Bool {
    capital.before.hash == InnerCapital.to || InnerCapital.verbal.contains(capital.before)
  }

  /// `Published`, `Led`, `Speaking`
  private func isVerbForm(_ capital: InnerCapital) -> Bool {
    capital.entry.isPast || capital.entry.isParticiple || Self.irregular.contains(capital.word)
  }
  private static let irregular = WordSet(
    "led made held built born won lost seen given taken written shown kept sent paid sold bought")

  /// `the report, Published on Monday, says`: a participle and its preposition go on behind a comma.
  private func isParticipial(_ capital: InnerCapital) -> Bool {
    guard let next = capital.smallNext, Self.behindParticiple.contains(next),
      capital.entry.isWord(upTo: 4), !capital.entry.isName || Self.irregular.contains(capital.word),
      capital.uses.capitalInside == 1
    else { return false }
    // `Directed by Ana Rell`: whose work it is has capitals.
    return (next.hash == Self.by || !capital.isAmongCapitals) && capital.document.isDamaged && !capital.isInVerse
      && !capital.isBehindSalutation
      && !capital.document.isVerbatim(at: capital.word.start)
  }
  private static let quantities = WordSet("many some most several few these those both other")
  private static let by = Lexicon.hash("by")
  private static let behindParticiple = WordSet("by in on at with from for as into after before near to that")

  /// `The Network got a card.`: behind the article that begins the sentence, before its verb or `of`.
  private func isSubject(_ capital: InnerCapital) -> Bool {
    let before = capital.before
    guard
      before.gap == .stop || before.gap == .line
        || before.gap == .space && capital.place > 1 && capital.words[capital.place - 2].shape == .digit,
      capital.word.gap == .space, let next = capital.smallNext, capital.word.count >= 4,
      LoneCapital.articles.contains(before) || Self.quantities.contains(before),
      ClauseCapital.auxiliary.contains(next) || next.hash == InnerCapital.of
        || capital.document.wordEntries[capital.place + 1].isPast,
      capital.entry.takesS || Self.quantities.contains(before), !capital.entry.isName, capital.uses.capital == 1,
      WordPairs.isWrittenSmall(capital.word.hash) || capital.uses.lower > 0, !LoneCapital.bodies.contains(capital.word),
      !InnerCapital.honoured.contains(capital.word), !capital.isLabel, !capital.isNamedByNext
    else { return false }
    return capital.document.isDamaged && !capital.isAmongCapitals && !capital.isInHeadline
      && !capital.document.isVerbatim(at: capital.word.start)
  }

  /// `to comment on Individual cases`, `were few and Different.`: between small words, in damaged text, a word that news never writes with a
  /// capital there, this once.
  private func isWrittenSmall(_ capital: InnerCapital) -> Bool {
    let word = capital.word
    guard word.gap == .space, word.count >= 3, capital.document.isDamaged, WordPairs.isWrittenSmall(word.hash),
      !InnerCapital.naming.contains(capital.before), capital.before.hash != word.hash,
      capital.next.map(endsName) ?? true, !isCalled(capital), !capital.isLabel
    else { return false }
    let uses = capital.uses
    let entry = capital.entry
    guard uses.capitalInside == 1, !entry.isName || uses.lower > 0 else { return false }
    if entry.takesS {
      // `in Round 2`, `Exercise 3`
      if let next = capital.next, next.gap == .space, next.shape.contains(.digit) { return false }
      // A noun may be a person in poetry: `there was Beauty`.
      guard
        uses.lower > 0 || capital.suitsBefore || capital.suitsNext || InnerCapital.isQuality(word, in: capital.text)
      else { return false }
    }
    return !capital.isAmongCapitals && !capital.isInVerse && !capital.opensSentence && !capital.isInHeadline
      && !capital.document.isVerbatim(at: word.start)
  }

  /// Whether a word is called: `public: Test(const char *)`.
  private func isCalled(_ capital: InnerCapital) -> Bool { capital.text.has("(", at: capital.word.end) }

  /// Whether a name does not go on with a word.
  private func endsName(_ next: Word) -> Bool {
    next.gap == .space ? next.isLower || next.shape.contains(.digit) : next.gap != .hyphen && next.gap != .wide
  }

  /// `coming Out of a crack`, `According to the police`
  private func isLead(_ capital: InnerCapital, _ next: Word) -> Bool {
    Self.leads.contains(capital.word) && Self.governed.contains(next) && capital.document.isDamaged
  }

  /// `Doubts That Chile`: a common plural and a conjunction, both with capitals, behind a preposition.
  private func isPair(_ capital: InnerCapital, _ second: Word, _ third: Word) -> Bool {
    let first = capital.word
    guard Self.links.contains(second), Self.prepositions.contains(capital.before), first.count >= 4,
      capital.text[first.end - 1] == UInt8(ascii: "s"), capital.entry.isWord(upTo: 4), !capital.entry.isName,
      capital.uses.capital == 1
    else { return false }
    if third.startsWithCapital {
      let entry = capital.entries[capital.place + 2]
      return entry.isOnlyName || entry.band == 0 && capital.document.wordCounts[third.hash].capitalInside > 1
    }
    return capital.words.at(capital.place + 3).map { !$0.startsWithCapital } ?? true
  }

  /// `a study Released By the`, `is Listed As a`: a verb form and what governs behind it, in damaged text.
  private func isLinked(_ capital: InnerCapital, _ second: Word, _ third: Word) -> Bool {
    let entry = capital.entry
    return InnerCapital.function.contains(second) && !third.startsWithCapital && !entry.isName
      && (entry.isPast || entry.isParticiple || Self.leads.contains(capital.word))
      && (!InnerCapital.determiners.contains(capital.before)
        || entry.isPast && InnerCapital.verbal.contains(capital.before))
      && capital.document.isDamaged
  }

  /// `has Warned of`, `to Reach a`, `the Fishing treaty`: news writes all three words small side by side, and no name nearby, nor a use
  /// of the word with its capital elsewhere, speaks for one here.
  private func isPhrase(_ capital: InnerCapital) -> Bool {
    let word = capital.word
    let before = capital.before
    guard word.count >= 3, word.hash != before.hash, !InnerCapital.honoured.contains(word) else { return false }
    let pairs = (capital.suitsBefore, capital.suitsNext)
    guard pairs.0 || pairs.1 else { return false }
    let uses = capital.uses
    guard uses.capitalInside == 1, !capital.isAmongCapitals else { return false }
    let entry = capital.entry
    let isBehindDeterminer = InnerCapital.determiners.contains(before)
    // A verb form in a place for verbs is sure enough; a noun needs the text to write it small as well.
    if !isBehindDeterminer, InnerCapital.saying.contains(word) { return pairs.1 }
    let isVerbal = InnerCapital.verbal.contains(before)
    if entry.isPast || entry.isParticiple, !isBehindDeterminer || isVerbal, word.count >= 5 { return true }
    if isVerbal, entry.isVerb, !entry.isName || uses.lower > 0 { return true }
    guard uses.lower > 0, !entry.isName, word.count >= 4,
      pairs.0 && pairs.1 || uses.lower > 1 && !InnerCapital.specific.contains(before)
    else { return false }
    return capital.document.isDamaged
  }

  /// Forms that no name has.
  private func isResidue(_ capital: InnerCapital, _ next: Word) -> Bool {
    let text = capital.text
    let word = capital.word
    let before = capital.before
    let entry = capital.entry
    guard word.count >= 6, entry.isWord(upTo: 3), !entry.isName, capital.uses.capitalInside == 1 else { return false }
    if isSmallElsewhere(capital) { return true }
    if before.hash == InnerCapital.to {
      return next.hash == InnerCapital.of
        && ["tion", "sion", "ment", "ance", "ence"].contains { text.has($0.utf8, at: word.end - 4) }
        && !Self.bodies.contains(word)
    }
    guard entry.isParticiple, !entry.isVerb || word.count >= 8, !InnerCapital.determiners.contains(before),
      !isAdjective(before, in: text)
    else { return false }
    return capital.words.at(capital.place + 2).map { !$0.startsWithCapital } ?? true
      || InnerCapital.function.contains(next)
  }

  /// The text writes the word small elsewhere, and what stands here is no office, institution or relative that has a capital
  /// when it means the one.
  private func isSmallElsewhere(_ capital: InnerCapital) -> Bool {
    guard capital.uses.lower >= 2, !InnerCapital.honoured.contains(capital.word),
      !InnerCapital.specific.contains(capital.before), capital.entry.isWord(upTo: 2), capital.document.isDamaged
    else { return false }
    // Capitals nearby: a title.
    for j in (capital.place - 3)...(capital.place + 3) where j != capital.place {
      if let other = capital.words.at(j), other.startsWithCapital, !capital.entries[j].isName { return false }
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
