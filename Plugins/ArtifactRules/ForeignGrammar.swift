import Language
import TextModel

/// Flags grammar of another language word for word: `without to say`, `since three years`, `at Saturday`, `twice higher`, `older as me`,
/// `the grandmothers who knows`, `listened the radio`, `ten subject`, `should watch of the golf`.
///
/// Each of these is right in some other language and in no English, so one is enough, in any text.
public struct ForeignGrammar: WordRule {
  public init() {}
  public let id = "foreign-grammar"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "He left without a word.", "since two years ago", "at night on Saturday", "twice as high", "no longer as a member",
    "one of the men who knows", "She looked the part.", "a ten subject list of those", "the likes of to and fro",
    "They waited the whole night.", "in a May garden", "The boss who knows it left.",
  ]

  static let to = Lexicon.hash("to")
  static let of = Lexicon.hash("of")
  static let since = Lexicon.hash("since")
  static let twice = Lexicon.hash("twice")
  static let the = Lexicon.hash("the")
  static let ago = Lexicon.hash("ago")
  static let `as` = Lexicon.hash("as")
  static let this = Lexicon.hash("this")
  static let who = Lexicon.hash("who")
  static let which = Lexicon.hash("which")
  static let all = Lexicon.hash("all")
  static let beforeTo = WordSet(list: "foreign-grammar.before-to")
  static let periods = WordSet(list: "foreign-grammar.periods")
  static let at = WordSet(list: "foreign-grammar.at")
  static let comparatives = WordSet(list: "foreign-grammar.comparatives")
  static let compared = WordSet(list: "foreign-grammar.compared")
  static let negations = WordSet(list: "foreign-grammar.negations")
  static let singulars = WordSet(list: "foreign-grammar.singulars")
  static let people = WordSet(list: "foreign-grammar.people")
  static let intransitive = WordSet(list: "foreign-grammar.intransitive")
  static let determiners = WordSet(list: "foreign-grammar.determiners")
  static let measures = WordSet(list: "foreign-grammar.measures")
  static let counted = WordSet(list: "bare-noun.nouns")
  static let behind = WordSet(list: "bare-noun.behind")
  static let numerals = WordSet(list: "foreign-grammar.numerals")
  static let modals = WordSet(list: "foreign-grammar.modals")
  static let taking = WordSet(list: "foreign-grammar.taking")
  static let finite = WordSet(list: "foreign-grammar.finite")
  static let gerund = WordSet(list: "foreign-grammar.gerund")
  static let tellers = WordSet(list: "foreign-grammar.tellers")
  static let being = WordSet(list: "foreign-grammar.being")
  static let clauses = WordSet(list: "foreign-grammar.clauses")

  public let places = [
    WordTrigger(
      words: [
        Self.beforeTo, Self.at, Self.intransitive, Self.gerund, Self.tellers,
        WordSet(hashes: [Self.of, Self.who, Self.the, Self.all]),
      ],
      pairs: WordTrigger.pairs(Self.at, MeasureClass.words([.weekday, .month]))
        + WordTrigger.pairs(Self.beforeTo, WordSet(hashes: [Self.to]))
        + WordTrigger.pairs(Self.gerund, WordSet(hashes: [Self.to]))
        + WordTrigger.pairs(Self.tellers, WordSet(hashes: [Self.that]))
        + WordTrigger.pairs(Self.intransitive, Self.determiners)
        + WordTrigger.pairs(WordSet(hashes: [Self.of]), WordSet(hashes: [Self.which, Self.the]))
        + WordTrigger.pairs(WordSet(hashes: [Self.who]), Self.singulars)
        + [WordTrigger.pair(Self.the, Self.all), WordTrigger.pair(Self.all, Self.the)],
      shape: { $0.isLower || $0.isCapitalized }, gapsBehind: [.space]),
    WordTrigger(
      words: [Self.numerals, WordSet(hashes: [Self.since, Self.twice, Self.as, Self.this])],
      shape: { $0.isLower || $0.isCapitalized }, gapsBehind: [.space]),
    WordTrigger(shape: { $0.rawValue & 0b1111 == 0b1000 }, gaps: [.space], gapsBehind: [.space], length: 1...3),
  ]

  /// The words that decide by themselves, read at once: each constant of a type is guarded by a call.
  private struct Named {
    let since = ForeignGrammar.since
    let twice = ForeignGrammar.twice
    let `as` = ForeignGrammar.as
    let who = ForeignGrammar.who
    let this = ForeignGrammar.this
    let of = ForeignGrammar.of
    let the = ForeignGrammar.the
    let all = ForeignGrammar.all
  }
  private static let named = Named()

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    proposals.flagGrammar(of: document, at: places, reason: "the grammar of another language") { k in
      guard let next = words.at(k + 1), next.gap == .space else { return nil }
      return clash(document, words, k, next)
    }
  }

  /// The words of the clash that begins with a word, or that it is in the middle of.
  private func clash(_ document: Document, _ words: [Word], _ k: Int, _ next: Word) -> Range<Int>? {
    let word = words[k]
    let named = Self.named
    switch word.hash {
    case named.since: return sinceClash(words, k, next)
    case named.twice: return Self.comparatives.contains(next) ? k..<(k + 2) : nil
    case named.as: return comparison(words, k, next)
    case named.who: return agreement(document, words, k, next)
    case named.this: return isEnd(words.at(k + 2)) && isPlural(document, next) ? k..<(k + 2) : nil
    case named.of: return partitive(words, k, next)
    case named.the:
      // `leaf through the all on a screen`
      return next.hash == named.all && word.isLower
        && words.at(k + 2).map { $0.gap == .stop || $0.gap == .comma || Self.behind.contains($0) } == true
        ? k..<(k + 2) : nil
    case named.all:
      // `all the eleven days`
      guard next.hash == named.the, let number = words.at(k + 2), number.gap == .space,
        Self.numerals.contains(number) || number.shape == .digit, let unit = words.at(k + 3), unit.gap == .space,
        Self.periods.contains(unit)
      else { return nil }
      return k..<(k + 4)
    default: break
    }
    if Self.at.contains(word), let range = day(document, words, k, next) { return range }
    if Self.beforeTo.contains(word), next.hash == Self.to, let verb = words.at(k + 2), verb.gap == .space, verb.isLower,
      isBase(verb), k == 0 || words[k - 1].gap != .hyphen
    {
      return k..<(k + 3)
    }
    if Self.gerund.contains(word) {
      guard next.hash == Self.to, word.isLower, let verb = words.at(k + 2), verb.gap == .space, verb.isLower,
        isBase(verb),
        k > 0, !Self.being.contains(words[k - 1]), !Self.determiners.contains(words[k - 1])
      else { return nil }
      return k..<(k + 3)
    }
    if Self.tellers.contains(word) { return telling(words, k, next) }
    if Self.intransitive.contains(word) {
      guard Self.determiners.contains(next), let noun = words.at(k + 2), noun.gap == .space, noun.isLower,
        noun.count > 2,
        !Self.measures.contains(noun), Lexicon.entry(noun.hash).takesS, word.isLower
      else { return nil }
      return k..<(k + 3)
    }
    if Self.numerals.contains(word) || word.shape == .digit {
      guard word.shape != .digit || word.count > 1 || document.utf8[word.start] > UInt8(ascii: "1"),
        Self.counted.contains(next), next.isLower,
        isEnd(words.at(k + 2)),
        k == 0 || !Self.numerals.contains(words[k - 1]) && words[k - 1].gap != .hyphen && word.gap != .hyphen
      else { return nil }
      return k..<(k + 2)
    }
    return nil
  }

  /// `since three years`, `since years`
  private func sinceClash(_ words: [Word], _ k: Int, _ next: Word) -> Range<Int>? {
    var unit = k + 1
    if Self.numerals.contains(next) || next.shape == .digit || next.hash == Self.many { unit += 1 }
    guard let period = words.at(unit), period.gap == .space, Self.periods.contains(period),
      unit > k + 1 || period.hash != Self.days, words.at(unit + 1)?.hash != Self.ago
    else { return nil }
    return k..<(unit + 1)
  }
  static let many = Lexicon.hash("many")
  static let days = Lexicon.hash("days")

  /// `longer as a minute`
  private func comparison(_ words: [Word], _ k: Int, _ next: Word) -> Range<Int>? {
    guard k > 1, words[k].isLower, words[k].gap == .space, Self.compared.contains(words[k - 1]),
      !Self.negations.contains(words[k - 2]), Self.clauses.contains(next) || next.shape == .digit
    else { return nil }
    return (k - 1)..<(k + 2)
  }

  /// `grandmothers who knows`
  private func agreement(_ document: Document, _ words: [Word], _ k: Int, _ next: Word) -> Range<Int>? {
    guard k > 2, words[k].gap == .space, words[k].isLower, Self.singulars.contains(next), words[k - 1].isLower,
      isPlural(document, words[k - 1]) || Self.people.contains(words[k - 1]),
      !(max(0, k - 6)..<(k - 1)).contains(where: { words[$0].hash == Self.of || words[$0].hash == Self.one })
    else { return nil }
    return (k - 1)..<(k + 2)
  }
  static let one = Lexicon.hash("one")

  /// `should watch of the golf`, `of which two children`
  private func partitive(_ words: [Word], _ k: Int, _ next: Word) -> Range<Int>? {
    if next.hash == Self.which {
      guard let number = words.at(k + 2), number.gap == .space,
        Self.numerals.contains(number) || number.hash == Self.one,
        let after = words.at(k + 3), after.gap == .space, after.isLower, !Self.finite.contains(after),
        Self.agents.contains(after) || words.at(k + 4).map({ $0.gap != .space && $0.gap != .hyphen }) ?? true
      else { return nil }
      return k..<(k + 4)
    }
    guard next.hash == Self.the, k > 1, words[k].gap == .space, Self.taking.contains(words[k - 1]),
      Self.modals.contains(words[k - 2]), let noun = words.at(k + 2), noun.gap == .space, noun.isLower
    else { return nil }
    return k..<(k + 3)
  }

  static let agents = WordSet("by from with")

  /// `at Saturday`, `in Monday`, `on January`
  private func day(_ document: Document, _ words: [Word], _ k: Int, _ next: Word) -> Range<Int>? {
    guard next.isCapitalized, words[k].isLower else { return nil }
    let measure = MeasureClass.of(document.text, next.span)
    let isOn = words[k].hash == Self.on
    guard isOn ? measure.contains(.month) : measure.contains(.weekday) && words[k].hash != Self.on else { return nil }
    guard let after = words.at(k + 2) else { return k..<(k + 2) }
    if isOn, next.count <= 4 || after.shape.contains(.digit) { return nil }
    // `in Monday’s vote`, `on April 5`, `in Friday prayers`
    if after.gap == .space, after.shape.contains(.digit) || after.startsWithCapital || !Self.behind.contains(after) {
      return nil
    }
    return k..<(k + 2)
  }
  static let on = Lexicon.hash("on")

  /// `the farmer told that he`
  private func telling(_ words: [Word], _ k: Int, _ next: Word) -> Range<Int>? {
    guard next.hash == Self.that, k > 1, words[k].gap == .space, !Self.being.contains(words[k - 1]),
      !Self.being.contains(words[k - 2]),
      let subject = words.at(k + 2), subject.gap == .space, Self.clauses.contains(subject) || subject.startsWithCapital,
      words[k - 1].startsWithCapital || Self.having.contains(words[k - 1]) || Lexicon.entry(words[k - 1].hash).takesS
    else { return nil }
    return k..<(k + 2)
  }
  static let that = Lexicon.hash("that")
  static let having = WordSet("has have had he she they it also")

  private func isBase(_ word: Word) -> Bool {
    let entry = Lexicon.entry(word.hash)
    return entry.isVerb && entry.isWord(upTo: 3) && word.count > 1
  }

  /// A noun in -s whose stem is no verb: `years`, not `means`.
  private func isPlural(_ document: Document, _ word: Word) -> Bool {
    let text = document.text
    guard word.isLower, word.count > 3, text.has("s", at: word.end - 1), !text.has("s", at: word.end - 2) else {
      return false
    }
    let entry = Lexicon.entry(text.utf8, word.start..<(word.end - 1))
    return entry.isWord(upTo: 3) && entry.takesS && !entry.isVerb
  }

  /// Whether a noun phrase ends before a word.
  private func isEnd(_ word: Word?) -> Bool {
    guard let word else { return true }
    return word.gap == .stop || word.gap == .comma || word.gap == .line
      || word.gap == .space && word.isLower && Self.behind.contains(word)
  }
}
