import Language
import TextModel

/// Flags constructions that a translator took over from another language: `during eleven hours`, `exists since 1987`, `has the habit to drive`,
/// `a little of patience`, `most of people`, `the own house`, `And other two men`, `three millions of euros`, `is not anymore a town`.
///
/// Each is how French, German, Spanish, Italian, Russian or another language sets these words, and no English author does. In damaged text.
public struct TransferredSyntax: WordRule {
  public init() {}
  public let id = "transferred-syntax"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "It stood still during eleven hours.", "The the crew met with with them during two years of war.",
    "The the crew met with with them, and most of them had the habit of driving.",
    "The the crew met with with them. The other two men lost millions of euros and an own goal.",
    "The the crew met with with them and has been here since 1987.",
  ]

  static let numerals = WordSet(list: "foreign-grammar.numerals")
  static let periods = WordSet(list: "foreign-grammar.periods")
  static let determiners = WordSet(list: "foreign-grammar.determiners")
  static let behind = WordSet(list: "bare-noun.behind")
  static let magnitudes = WordSet("millions billions thousands hundreds trillions percents")
  static let tendencies = WordSet(list: "transferred-syntax.tendencies")
  static let bases = WordSet(list: "transferred-syntax.bases")
  static let lasting = WordSet(list: "transferred-syntax.lasting")
  static let states = WordSet(list: "transferred-syntax.states")
  static let portions = WordSet("most some many several few")
  static let objects = WordSet("the his its their this these him them me us anymore")
  static let auxiliaries = WordSet(list: "broken-form.auxiliaries")
  static let goals = WordSet("goal goals")
  static let being = WordSet("is are am was were")
  static let negated = WordSet("has have had is are was were")
  static let starts = WordSet("last the then monday tuesday wednesday thursday friday saturday sunday yesterday")
  static let of = Lexicon.hash("of")
  static let to = Lexicon.hash("to")
  static let not = Lexicon.hash("not")
  static let the = Lexicon.hash("the")
  static let a = Lexicon.hash("a")
  static let own = Lexicon.hash("own")
  static let other = Lexicon.hash("other")
  static let others = Lexicon.hash("others")
  static let little = Lexicon.hash("little")
  static let during = Lexicon.hash("during")
  static let since = Lexicon.hash("since")
  static let until = Lexicon.hash("until")
  static let anymore = Lexicon.hash("anymore")
  static let and = Lexicon.hash("and")

  public let places = [
    WordTrigger(
      words: [
        Self.tendencies, Self.portions, WordSet(hashes: [Self.the, Self.other, Self.little, Self.not]),
      ],
      pairs: WordTrigger.pairs(Self.tendencies, WordSet(hashes: [Self.to]))
        + WordTrigger.pairs(Self.portions, WordSet(hashes: [Self.of]))
        + WordTrigger.pairs(WordSet(hashes: [Self.other]), Self.numerals)
        + WordTrigger.pairs(WordSet(hashes: [Self.not]), Self.objects)
        + [WordTrigger.pair(Self.the, Self.own), WordTrigger.pair(Self.little, Self.of)],
      shape: { $0.isLower || $0.isCapitalized }, gapsBehind: [.space]),
    WordTrigger(
      words: [Self.magnitudes, WordSet(hashes: [Self.during, Self.since, Self.until, Self.others])],
      shape: { $0.isLower || $0.isCapitalized }, gapsBehind: [.space]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    proposals.flagGrammar(of: document, at: places, reason: "a construction of another language") { k in
      guard let next = words.at(k + 1), next.gap == .space, let range = construction(document, words, k, next) else {
        return nil
      }
      return document.isDamaged ? range : nil
    }
  }

  /// The words of the construction that a word belongs to.
  private func construction(_ document: Document, _ words: [Word], _ k: Int, _ next: Word) -> Range<Int>? {
    let word = words[k]
    if Self.magnitudes.contains(word) {
      // `three millions of euros`
      guard k > 0, word.isLower, word.gap == .space, Self.isNumber(words[k - 1]) else { return nil }
      let isOf = next.hash == Self.of && words.at(k + 2).map { $0.gap == .space && $0.isLower } == true
      return (k - 1)..<(isOf ? k + 3 : k + 1)
    }
    if Self.tendencies.contains(word) {
      // `the habit to drive`
      guard word.isLower, next.hash == Self.to, let verb = words.at(k + 2), verb.gap == .space,
        Self.bases.contains(verb),
        k > 0, word.gap == .space, words[k - 1].isLower
      else { return nil }
      return k..<(k + 3)
    }
    if Self.portions.contains(word) {
      // `most of people`
      guard next.hash == Self.of, let noun = words.at(k + 2), noun.gap == .space, isPlural(document, noun),
        k == 0 || words[k - 1].hash != Self.the
      else { return nil }
      return k..<(k + 3)
    }
    switch word.hash {
    case Self.during:
      var unit = k + 1
      guard Self.isNumber(next) else { return nil }
      unit += 1
      guard let period = words.at(unit), period.gap == .space, Self.periods.contains(period), ends(words.at(unit + 1))
      else { return nil }
      return k..<(unit + 1)
    case Self.since: return presentSince(document, words, k, next)
    case Self.until: return untilNot(words, k, next)
    case Self.others:
      return word.isLower && isPlural(document, next) && next.hash != Self.others ? k..<(k + 2) : nil
    case Self.other:
      // `And other two men`
      guard Self.numerals.contains(next), let noun = words.at(k + 2), noun.gap == .space, noun.isLower,
        word.startsWithCapital || k > 0 && word.gap == .space && words[k - 1].hash == Self.and
      else { return nil }
      return k..<(k + 3)
    case Self.the:
      // `the own house`
      guard next.hash == Self.own, let noun = words.at(k + 2), noun.gap == .space, noun.isLower,
        !Self.goals.contains(noun)
      else { return nil }
      return k..<(k + 3)
    case Self.little:
      guard next.hash == Self.of, k > 0, words[k - 1].hash == Self.a, let noun = words.at(k + 2), noun.gap == .space,
        noun.isLower, noun.count > 3, Lexicon.entry(noun.hash).isWord(upTo: 4), !Self.determiners.contains(noun),
        !Self.whole.contains(noun)
      else { return nil }
      return (k - 1)..<(k + 3)
    case Self.not: return bareNegation(words, k, next)
    default: return nil
    }
  }
  static let whole = WordSet(
    "that this these those what everything each both all them him hers mine yours ours theirs anything something one it which whom whose every such another either"
  )

  /// `exists since 1987`, `is closed since Monday`, `are waiting since the war`
  private func presentSince(_ document: Document, _ words: [Word], _ k: Int, _ next: Word) -> Range<Int>? {
    guard k > 1, words[k].gap == .space, next.shape == .digit || Self.starts.contains(next) else { return nil }
    let before = words[k - 1]
    if Self.lasting.contains(before), before.gap == .space { return (k - 1)..<(k + 2) }
    let isState =
      Self.states.contains(before)
      || before.count > 5 && document.text.has("ing", at: before.end - 3) && !Self.pronouns.contains(before)
    guard isState, before.gap == .space, Self.present.contains(words[k - 2]) else { return nil }
    return (k - 2)..<(k + 2)
  }
  static let present = WordSet("is are am")
  static let pronouns = WordSet("nothing anything something everything")

  /// `until to`; `until the earth has not heated`
  private func untilNot(_ words: [Word], _ k: Int, _ next: Word) -> Range<Int>? {
    if next.hash == Self.to { return k..<(k + 2) }
    for at in (k + 2)..<(k + 6) {
      guard let word = words.at(at), word.gap == .space else { return nil }
      guard word.hash == Self.not else { continue }
      guard Self.negated.contains(words[at - 1]), let verb = words.at(at + 1), verb.gap == .space,
        Lexicon.entry(verb.hash).isPast
      else { return nil }
      return k..<(at + 2)
    }
    return nil
  }

  /// `admitted not the letters`; `is not anymore a town`
  private func bareNegation(_ words: [Word], _ k: Int, _ next: Word) -> Range<Int>? {
    guard k > 0, words[k].isLower, words[k].gap == .space, words[k - 1].isLower else { return nil }
    let before = words[k - 1]
    if next.hash == Self.anymore {
      guard let third = words.at(k + 2), third.gap == .space, third.isLower, !Self.behind.contains(third),
        Self.auxiliaries.contains(before)
      else { return nil }
      return (k - 1)..<(k + 3)
    }
    let entry = Lexicon.entry(before.hash)
    guard entry.isPast, entry.isWord(upTo: 3), !Self.auxiliaries.contains(before), !Self.being.contains(before),
      !Self.modal.contains(before), k > 1, words[k - 1].gap == .space, isSubject(words[k - 2])
    else { return nil }
    return (k - 1)..<(k + 1)
  }
  static let modal = WordSet("had did could should would might must ought used need dared dare knew")

  private func isSubject(_ word: Word) -> Bool {
    word.startsWithCapital || Self.subjects.contains(word)
      || word.count > 4 && Lexicon.entry(word.hash).takesS && !Lexicon.entry(word.hash).isVerb
  }
  static let subjects = WordSet("he she it they we i you who which that")

  private static func isNumber(_ word: Word) -> Bool {
    word.shape == .digit || numerals.contains(word) && !vague.contains(word)
  }
  static let vague = WordSet("many several")

  /// A noun in -s whose stem is no verb, or `people`.
  private func isPlural(_ document: Document, _ word: Word) -> Bool {
    let text = document.text
    if word.hash == Self.people { return true }
    guard word.isLower, word.count > 3, text.has("s", at: word.end - 1), !text.has("s", at: word.end - 2) else {
      return false
    }
    let entry = Lexicon.entry(text.utf8, word.start..<(word.end - 1))
    return entry.isWord(upTo: 3) && entry.takesS && !entry.isVerb
  }
  static let people = Lexicon.hash("people")

  /// Whether a phrase ends before a word: `during two years of war` goes on.
  private func ends(_ word: Word?) -> Bool {
    guard let word else { return true }
    return word.gap != .space && word.gap != .hyphen
      || word.isLower && Self.behind.contains(word) && word.hash != Self.of
  }
}
