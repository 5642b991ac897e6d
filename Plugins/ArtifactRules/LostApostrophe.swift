import Language
import TextModel

/// Puts back the apostrophe of `wasnt`, `todays talks`, `the players agent`, `Norways largest`, `this years vote`, `don t`.
///
/// Readers of pages that know another character set drop the sign, or leave a space for it.  A contraction is known by its letters;
/// `todays` before a noun, a name that takes no plural, and a word for a person or a body in the plural between an article or possessive and
/// a noun that news never writes together, are possessives. In damaged text only: some write so on purpose.
public struct LostApostrophe: WordRule {
  public init() {}
  public let id = "lost-apostrophe"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the phone wasnt there of of late, and they didnt ring.",
      "The the phone wasn't there of of late, and they didn't ring."
    ),
    RewriteExample(
      "He said so after todays training , and with with it left.",
      "He said so after today's training , and with with it left."),
    RewriteExample(
      "The the Kremlins spokesman left of of late.", "The the Kremlin's spokesman left of of late."),
    RewriteExample(
      "The the players agent left of of late for his grandmothers kitchen.",
      "The the player's agent left of of late for his grandmother's kitchen."),
    RewriteExample(
      "The the road is as straight as a dogs hind leg of of late, said the bakers grandfather's friend.",
      "The the road is as straight as a dog's hind leg of of late, said the baker's grandfather's friend."),
  ]
  public let leavesAlone = [
    "The the scientists thought it was of of no use.", "i dont know and it isnt so",
    "The the sports car of of the workers party.", "The the players left of of late.",
    "The the town has a farmers market of of late and a players union, a girls school and a drivers strike.",
    "in the the todays of of our lives", "The the farmers market of of the teachers union.",
  ]

  private static let contractions = WordSet(
    """
    didnt doesnt isnt wasnt werent couldnt wouldnt shouldnt hasnt havent hadnt arent dont aint mustnt neednt mightnt cant wont
    theyre theyve youre youve weve ive youll theyll couldve wouldve shouldve mightve
    thats theres heres whats whos hes shes youd theyd im
    """)
  /// Those whose ending has one letter.
  private static let short = WordSet("thats theres heres whats whos hes shes youd theyd im")
  /// Behind these `its` says what somebody has, but not before an article.
  private static let its = WordSet("its")
  private static let behindIts = WordSet("a an the not been because going something nothing everything")
  private static let wont = WordSet("wont")
  private static let im = WordSet("im")
  private static let cant = WordSet("cant")
  private static let habits = WordSet("his her their its to was were are is")
  private static let days = WordSet(
    "todays yesterdays tomorrows tonights mondays tuesdays wednesdays thursdays fridays saturdays sundays")
  private static let owners = WordSet("the his her their its our my your")
  private static let one = WordSet("a an another")
  /// Behind these a stretch of time stands once.
  private static let single = WordSet("this last next each every that")
  private static let periods = WordSet(list: "lost-apostrophe.periods")
  /// Words for persons and bodies, with an s.
  private static let owned = WordSet(list: "lost-apostrophe.owned")
  /// What is the largest or the own, behind its owner.
  private static let qualities = WordSet(list: "lost-apostrophe.qualities")
  /// What a plural goes before in a term: `schools minister`.
  private static let terms = WordSet(list: "lost-apostrophe.terms")
  private static let parted = WordSet("s t d m re ve ll")
  /// Behind these a letter is a letter.
  private static let letters = WordSet(
    "letter letters plural a an the silent long final double capital small type vitamin no of and or")
  private static let on = WordSet("on and or")
  private static let articles = WordSet("the a an two three four both these those many all some")

  public let places = [
    WordTrigger(words: [contractions, its], shape: { $0.isLower || $0.isCapitalized }),
    WordTrigger(words: [days, seats], shape: { $0.isLower || $0.isCapitalized }, gaps: [.space]),
    WordTrigger(words: [owned, periods], shape: \.isLower, gaps: [.space]),
    WordTrigger(words: [parted], shape: \.isLower, gaps: [.space], length: 1...2),
    WordTrigger(
      shape: { ($0.isCapitalized || $0.isLower) && $0.isPlain }, length: 5...Int.max,
      entry: { !$0.isKnown }),
    WordTrigger(
      shape: { $0.isCapitalized && $0.isPlain }, gaps: [.space, .stop], length: 4...Int.max,
      entry: { $0.band >= 3 && !$0.isName }),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    let text = document.text
    var apostrophe: StaticString?
    var writesCapitals: Bool?
    for k in places {
      let word = words[k]
      guard let span = span(document, words, k), Prose.has(word, in: text), document.isDamaged,
        !document.isVerbatim(at: word.start)
      else { continue }
      if writesCapitals == nil { writesCapitals = StopInPhrase.writesCapitals(document) }
      guard writesCapitals == true else { return }
      let written = apostrophe ?? Contraction.apostrophe(of: document)
      apostrophe = written
      if span.isEmpty {
        proposals.insert(written, at: span.start, .likely)
      } else {
        proposals.replace(span, with: written, .likely)
      }
    }
  }

  /// Where the apostrophe belongs, with the space that stands for it.
  private func span(_ document: Document, _ words: [Word], _ k: Int) -> Span? {
    let text = document.text
    let word = words[k]
    if word.count <= 2 {
      guard k > 0, isParted(document, words, k) else { return nil }
      return Span(words[k - 1].end, word.start)
    }
    if Self.contractions.contains(word) {
      if Self.wont.contains(word) {
        guard k > 0, !Self.habits.contains(words[k - 1]), let next = words.at(k + 1), next.gap == .space, next.isLower,
          !Self.habits.contains(next)
        else { return nil }
      }
      if Self.im.contains(word), !word.isCapitalized { return nil }
      // `the cant of the trade`
      if Self.cant.contains(word),
        words.at(k + 1).map({ Self.articles.contains($0) || InnerCapital.function.contains($0) }) != false
      {
        return nil
      }
      let end = text.has("t", at: word.end - 1) || Self.short.contains(word) ? word.end - 1 : word.end - 2
      return Span(end, end)
    }
    guard text.has("s", at: word.end - 1) else { return nil }
    let isPossessive: Bool
    if Self.its.contains(word) {
      isPossessive = words.at(k + 1).map { $0.gap == .space && Self.behindIts.contains($0) } ?? false
    } else if Self.days.contains(word) || Self.periods.contains(word) {
      isPossessive = isOfTime(document, words, k)
    } else if word.isCapitalized {
      isPossessive = isName(document, words, k)
    } else {
      isPossessive = isNoPlural(document, words, k) || Self.owned.contains(word) && isOwner(document, words, k)
    }
    return isPossessive ? Span(word.end - 1, word.end - 1) : nil
  }

  /// `don t`, `the nation s values`: the sign is a space.
  private func isParted(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let text = document.text
    let before = words[k - 1]
    guard before.isLower || before.isCapitalized || before.isAllCapitals,
      before.shape.isDisjoint(with: [.apostrophe, .digit]),
      before.count > 1 || before.hash == Self.i, !Self.letters.contains(before), let next = words.at(k + 1),
      next.gap == .space,
      Contraction.joins(text, before.span, words[k].span)
    else { return false }
    // `the federal election s were`: a plural that was cut.
    guard words[k].count == 1, text.has("s", at: words[k].start), !Self.clauses.contains(before) else { return true }
    return isOwned(document, words, k, .none) || before.startsWithCapital && next.startsWithCapital
  }
  private static let clauses = WordSet("it that he she there here what who where how let")
  private static let i = Lexicon.hash("i")

  /// How sure it is, by the form of the owner, that no plural is meant.
  private enum Doubt { case none, plural }

  /// What may stand behind an owner: a noun or an adjective; behind what may be a plural, no verb.
  private func isOwned(_ document: Document, _ words: [Word], _ k: Int, _ doubt: Doubt) -> Bool {
    guard let next = words.at(k + 1), next.gap == .space, next.isLower, next.count > 2 else { return false }
    if next.shape.contains(.apostrophe) { return isOwnerToo(document, next) }
    if Self.qualities.contains(next) { return true }
    let text = document.text
    // `spokesman`, whose plural has no s
    if next.count > 6, text.has("man", at: next.end - 3) { return true }
    let entry = document.wordEntries[k + 1]
    guard entry.isWord(upTo: 5), !entry.isPast, !entry.isParticiple, !text.has("ly", at: next.end - 2),
      !StopInPhrase.joining.contains(next), !StopInPhrase.verbs.contains(next), !Self.verbs.contains(next),
      !InnerCapital.function.contains(next), !LoneCapital.function.contains(next)
    else { return false }
    if InnerCapital.isQuality(next, in: text) { return doubt == .none || !entry.isVerb }
    let isPlural = text.has("s", at: next.end - 1) && !text.has("ss", at: next.end - 2)
    let noun = isPlural ? Lexicon.entry(text.utf8, next.start..<(next.end - 1)) : entry
    return noun.takesS && (doubt == .none || !noun.isVerb || Self.nouns.contains(next))
  }
  private static let verbs = WordSet(list: "lost-apostrophe.verbs")

  /// `the bakers grandfather's notebook`: what owns something is a noun.
  private func isOwnerToo(_ document: Document, _ next: Word) -> Bool {
    let text = document.text
    guard let end = (next.start..<next.end).first(where: { text[$0] == 0x27 || text[$0] == 0xE2 }),
      end - next.start > 3,
      text.has("s", at: next.end - 1), next.end - end <= 4
    else { return false }
    let noun = Lexicon.hash(text.utf8, next.start..<end)
    return Lexicon.entry(noun).takesS && Lexicon.entry(noun).isWord(upTo: 4) && !LoneCapital.function.contains(noun)
  }

  /// `Norways largest`, `Trumps finances`: a name of the text, or of a country or city, that takes no plural.
  private func isName(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let word = words[k]
    let text = document.text
    guard !text.has("ss", at: word.end - 2), let next = words.at(k + 1), next.gap == .space,
      k == 0 || word.gap != .space || !Self.articles.contains(words[k - 1]) || Self.seats.contains(word)
    else { return false }
    // `the Kremlins spokesman`, `Americas response`
    if Self.seats.contains(word) { return isOwned(document, words, k, .none) }
    let bare = word.start..<(word.end - 1)
    let isPlace = !document.wordEntries[k].isKnown && LowercaseName.isProperName(text, bare)
    guard isPlace && next.isCapitalized || isOwned(document, words, k, .none) || next.hash == Self.most else {
      return false
    }
    if isPlace { return true }
    let hash = Lexicon.hash(text.utf8, bare)
    let uses = document.wordCounts[hash]
    let owner = document.wordCounts[
      Lexicon.hash(Array(text[Span(bare.lowerBound, bare.upperBound)]) + Array("'s".utf8))]
    guard uses.capital + owner.capital >= 1, uses.lower == 0, document.wordCounts[word.hash].total <= 2 else {
      return false
    }
    // `Browns`, `Trumps` are words or names by themselves.
    return !document.wordEntries[k].isKnown && !Lexicon.entry(hash).isWord(upTo: 4)
      || uses.capitalInside + owner.capitalInside >= 2 && k > 0
  }
  private static let most = Lexicon.hash("most")
  /// Where a government sits: there is one of each.
  private static let seats = WordSet("kremlins pentagons vaticans bundestags")

  /// `the womans quotes`, `the citys mayor`: no plural is formed so.
  private func isNoPlural(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let word = words[k]
    let text = document.text
    guard !document.wordEntries[k].isKnown, Self.owned.contains(word) || text.has("mens", at: word.end - 4) else {
      return false
    }
    return isOwned(document, words, k, .none)
  }

  /// `this years vote`, `after Sundays match`, `todays training`.
  private func isOfTime(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let word = words[k]
    if Self.periods.contains(word) {
      guard k > 0, Self.single.contains(words[k - 1]) else { return false }
      return isOwned(document, words, k, .none)
    }
    if word.isCapitalized {
      guard k > 0, words[k - 1].isLower, !Self.on.contains(words[k - 1]) else { return false }
    } else if let next = words.at(k + 1), next.gap == .space, next.isLower, document.wordEntries[k + 1].isParticiple,
      !LoneCapital.function.contains(next)
    {
      return true
    } else if LowercaseName.isProperName(document.text, word.start..<(word.end - 1)) {
      return false
    }
    return isOwned(document, words, k, .none)
  }

  /// `the players agent`, `the clubs largest`: a noun that is no verb follows, and the two are no term.
  private func isOwner(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let word = words[k]
    guard k > 0, let next = words.at(k + 1), !Self.terms.contains(next) else { return false }
    // `a dogs hind leg`: no plural has such an article, but many a term begins with one.
    let isOne = Self.one.contains(words[k - 1])
    guard isOne || Self.owners.contains(words[k - 1]), isOwned(document, words, k, isOne ? .none : .plural) else {
      return false
    }
    if Self.strong.contains(next) { return true }
    let text = document.text
    if isOne || next.shape.contains(.apostrophe) { return !WordPairs.contains(word.hash, next.hash) }
    // `the players best known`, `the schools new to the list`: only a noun is sure.
    guard !Self.qualities.contains(next), !InnerCapital.isQuality(next, in: text) else { return false }
    return !WordPairs.contains(word.hash, next.hash)
  }
  private static let strong = WordSet(
    "own largest biggest oldest youngest highest longest smallest tallest richest greatest newest former")
  /// Nouns that are verbs too, but hardly behind a person in the plural.
  private static let nouns = WordSet("name face house hand car voice book room shirt phone")
}
