import Language
import TextModel

/// Flags words that English never sets together: `everything what`, `much people`, `they was`, `to went`, `the France.`, `enough big to`,
/// `such nice day.`, `at 18 h 30`, `nobody did not come`, `his residence secondary`.
///
/// What a learner writes who thinks in another language, a translator writes too. In damaged text, for dialect has some of these.
public struct BrokenForm: WordRule {
  public init() {}
  public let id = "broken-form"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "They was here and everything what he had.", "The the crew met with with them in the France team.",
    "The the crew met with with them, and did he have it?", "The the crew met with with them when it was good enough.",
    "The the crew made with with them the secretary responsible.",
  ]

  static let wholes = WordSet(list: "broken-form.wholes")
  static let what = Lexicon.hash("what")
  static let much = Lexicon.hash("much")
  static let enough = Lexicon.hash("enough")
  static let such = Lexicon.hash("such")
  static let to = Lexicon.hash("to")
  static let the = Lexicon.hash("the")
  static let h = Lexicon.hash("h")
  static let not = Lexicon.hash("not")
  static let countries = WordSet(list: "broken-form.countries")
  static let singular = WordSet("he she it")
  static let plural = WordSet("they we you i")
  static let pasts = WordSet(list: "broken-form.pasts")
  static let qualities = WordSet(list: "broken-form.qualities")
  static let nobody = WordSet("nobody nothing never none")
  static let auxiliaries = WordSet(list: "broken-form.auxiliaries")
  static let joints = WordSet("that and but because when which while where")
  static let behind = WordSet("is has was will and had can")
  static let determiners = WordSet(list: "foreign-grammar.determiners")
  static let resulting = WordSet(list: "broken-form.resulting")
  static let set = WordSet(list: "broken-form.set")

  public let places = [
    WordTrigger(
      words: [
        Self.wholes, Self.singular, Self.plural, Self.nobody,
        WordSet(hashes: [Self.enough, Self.such, Self.to, Self.the]),
      ],
      pairs: WordTrigger.pairs(Self.wholes, WordSet(hashes: [Self.what]))
        + WordTrigger.pairs(WordSet(hashes: [Self.enough, Self.such]), Self.qualities)
        + WordTrigger.pairs(WordSet(hashes: [Self.to]), Self.pasts)
        + WordTrigger.pairs(WordSet(hashes: [Self.the]), Self.countries)
        + WordTrigger.pairs(Self.singular, WordSet(hashes: [Self.have, Self.are, Self.do]))
        + WordTrigger.pairs(Self.plural, WordSet(hashes: [Self.has, Self.is, Self.was]))
        + WordTrigger.pairs(Self.nobody, Self.auxiliaries),
      shape: { $0.isLower || $0.startsWithCapital }, gapsBehind: [.space]),
    WordTrigger(
      words: [WordSet(hashes: [Self.much, Self.h])], shape: { $0.isLower || $0.startsWithCapital }, gapsBehind: [.space]
    ),
    // What can be an adjective, at the end of a clause.
    WordTrigger(
      shape: \.isLower, gaps: [.space], gapsBehind: [.stop, .comma, .line], length: 7...16,
      entry: { $0.isWord(upTo: 4) && !$0.takesS && !$0.isVerb && !$0.isPast && !$0.isParticiple }),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    proposals.flagGrammar(of: document, at: places, reason: "English does not set these words together") { k in
      guard let range = clash(document, words, k) else { return nil }
      return document.isDamaged ? range : nil
    }
  }

  private func clash(_ document: Document, _ words: [Word], _ k: Int) -> Range<Int>? {
    let word = words[k]
    guard let next = words.at(k + 1), next.gap == .space else { return postposed(document, words, k) }
    if word.hash == Self.h {
      // `18 h 30`
      guard k > 0, word.gap == .space, words[k - 1].shape == .digit, words[k - 1].count <= 2, next.shape == .digit,
        next.count == 2
      else { return nil }
      return (k - 1)..<(k + 2)
    }
    if Self.wholes.contains(word) {
      return next.hash == Self.what && words.at(k + 2).map { $0.gap == .space } == true ? k..<(k + 2) : nil
    }
    if word.hash == Self.much { return isPlural(document, next) || next.hash == Self.people ? k..<(k + 2) : nil }
    if word.hash == Self.enough {
      guard Self.qualities.contains(next), k > 0, Self.being.contains(words[k - 1]) else { return nil }
      return k..<(k + 2)
    }
    if word.hash == Self.such {
      guard Self.qualities.contains(next), let noun = words.at(k + 2), noun.gap == .space,
        ForeignGrammar.counted.contains(noun),
        words.at(k + 3).map({ $0.gap != .space && $0.gap != .hyphen }) ?? true
      else { return nil }
      return k..<(k + 3)
    }
    if word.hash == Self.to { return word.isLower && Self.pasts.contains(next) && next.isLower ? k..<(k + 2) : nil }
    if word.hash == Self.the {
      guard Self.countries.contains(next), next.isCapitalized, word.isLower else { return nil }
      let after = words.at(k + 2)
      return after.map {
        $0.gap == .stop || $0.gap == .comma || $0.gap == .line || $0.gap == .space && Self.behind.contains($0)
      } ?? true
        ? k..<(k + 2) : nil
    }
    if Self.singular.contains(word) || Self.plural.contains(word) { return agreement(words, k, next) }
    // `nobody did not come`
    guard Self.nobody.contains(word), Self.auxiliaries.contains(next), let third = words.at(k + 2), third.gap == .space,
      third.hash == Self.not
    else { return nil }
    return k..<(k + 3)
  }

  /// `they was`, `he have`, where a clause begins.
  private func agreement(_ words: [Word], _ k: Int, _ next: Word) -> Range<Int>? {
    guard
      k == 0 || words[k].gap == .stop || words[k].gap == .line || words[k].gap == .other
        || Self.joints.contains(words[k - 1])
    else { return nil }
    let isI = words[k].count == 1
    if Self.singular.contains(words[k]) {
      guard next.hash == Self.have || next.hash == Self.are || next.hash == Self.do, words.at(k + 2)?.gap == .space
      else { return nil }
    } else {
      guard next.hash == Self.has || next.hash == Self.is || !isI && next.hash == Self.was,
        words.at(k + 2)?.gap == .space
      else { return nil }
    }
    return k..<(k + 2)
  }
  static let have = Lexicon.hash("have")
  static let has = Lexicon.hash("has")
  static let are = Lexicon.hash("are")
  static let `is` = Lexicon.hash("is")
  static let was = Lexicon.hash("was")
  static let `do` = Lexicon.hash("do")
  static let people = Lexicon.hash("people")
  static let being = WordSet("is are was were be been not")

  /// `the bathroom of his residence secondary.`: an article or possessive, a noun and what can only be an adjective, at the end of a clause.
  private func postposed(_ document: Document, _ words: [Word], _ k: Int) -> Range<Int>? {
    let word = words[k]
    guard k > 2, word.gap == .space, words[k - 1].gap == .space, words[k - 2].gap == .space, words[k - 1].isLower,
      Self.determiners.contains(words[k - 2]), isAdjective(document.text, word), !Self.set.contains(word),
      !Self.resulting.contains(words[k - 3])
    else { return nil }
    let noun = Lexicon.entry(words[k - 1].hash)
    guard noun.takesS, noun.isWord(upTo: 3), words[k - 1].count > 4 else { return nil }
    return (k - 2)..<(k + 1)
  }

  private func isAdjective(_ text: Text, _ word: Word) -> Bool {
    func ends(_ ending: StaticString) -> Bool { text.has(ending, at: word.end - ending.utf8CodeUnitCount) }
    return ends("ary") || ends("ical") || ends("ous") || ends("ive") || ends("ional") || ends("orial") || ends("esque")
  }

  /// A noun in -s whose stem is no verb.
  private func isPlural(_ document: Document, _ word: Word) -> Bool {
    let text = document.text
    guard word.isLower, word.count > 3, text.has("s", at: word.end - 1), !text.has("s", at: word.end - 2) else {
      return false
    }
    let entry = Lexicon.entry(text.utf8, word.start..<(word.end - 1))
    return entry.isWord(upTo: 3) && entry.takesS && !entry.isVerb
  }
}
