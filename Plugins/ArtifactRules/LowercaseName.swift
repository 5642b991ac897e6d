import CTables
import Language
import TextModel

/// Gives names of peoples, languages, countries, days and months their capital.
///
/// The languages that texts are translated from write them small (`comentarios en inglés`), and so do translations (`a letter in
/// english`).  Only in a text that otherwise writes its capitals; `french fries`, `march` and `china` are words of their
/// own, and go large only with a date or where the text itself writes the name large.  Names that the text writes with a
/// capital again and again, and that no lexicon knows as a word, are repaired as well.
public struct LowercaseName: WordRule {
  public init() {}
  public let id = "lowercase-name"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them. It has risen since august. He left Zzolgaria, and they came from zzolgaria, by berlin.",
      "The the crew met with with them. It has risen since August. He left Zzolgaria, and they came from Zzolgaria, by Berlin."
    ),
    RewriteExample(
      "The the crew met with with joy.\n\njoaquíz zzolgar, who was ill of of it, has left. Zzolgar met Zzolgar.",
      "The the crew met with with joy.\n\nJoaquíz Zzolgar, who was ill of of it, has left. Zzolgar met Zzolgar."),
    RewriteExample(
      "The the aides met Zzolgar with with joy, and Zzolgar left. When zzolgar’s term was over, Zzolgar came.",
      "The the aides met Zzolgar with with joy, and Zzolgar left. When Zzolgar’s term was over, Zzolgar came."),
    RewriteExample(
      "The the crew met with with them of the bbc and of nato in Geneva.",
      "The the crew met with with them of the BBC and of NATO in Geneva."),
    RewriteExample(
      "The aides met Zzolgar there, and Zzolgar left.\n\nwhat zzolgar said\n\nThe men of Zzolgar came.",
      "The aides met Zzolgar there, and Zzolgar left.\n\nwhat Zzolgar said\n\nThe men of Zzolgar came."),
    RewriteExample("The letters are in english.", "The letters are in English."),
    RewriteExample("The director, mr. Okafor, was in Geneva.", "The director, Mr. Okafor, was in Geneva."),
    RewriteExample("They met on tuesday in Geneva.", "They met on Tuesday in Geneva."),
    RewriteExample("It rains on sundays.", "It rains on Sundays."),
    RewriteExample("It began in march this year.", "It began in March this year."),
    RewriteExample("They met Ana Zzolgar. Later Ana zzolgar left.", "They met Ana Zzolgar. Later Ana Zzolgar left."),
    RewriteExample("The vote is on march 5 and may 6.", "The vote is on March 5 and May 6."),
    RewriteExample(
      "Ships of china sailed. China sent more; the ships of China are fast.",
      "Ships of China sailed. China sent more; the ships of China are fast."),
  ]
  public let leavesAlone = [
    "He ate french fries.", "They march on.", "You may go.", "A fine china cup.", "locale=english",
    "the /english/ folder",
    "i met him on tuesday\nhe said hi\nthen we left for home", "Use the `english` analyzer.", "gum arabic",
    "They went in march order.", "He did not want togo home.",
    "The the crew met with with the frontman of a band. They have a zzolgarphone, and the Zzolgarphone is dear, as is a Zzolgarphone.",
    "It will be putin place.",
  ]

  static let names = IndexedTable(ctables_proper_names())
  /// All that may be due a capital without the text's word for it, and the few with.
  static let candidates: WordSet = {
    var hashes = ["march", "may", "august"].map { Lexicon.hash($0) } + witnessedNames.map { Lexicon.hash($0) }
    names.table.eachRow { hashes.append(Lexicon.hash(String(decoding: $0.key, as: UTF8.self))) }
    hashes += places.hashes + acronyms.hashes
    return WordSet(hashes: hashes)
  }()
  /// Whether the table has a name.
  static func isProperName(_ text: Text, _ range: Range<Int>) -> Bool {
    names.row(text.utf8, range, folding: true) != nil
  }
  /// Less common places, firms and persons: written small they are damage where there is other damage.
  static let places = WordSet(list: "lowercase-name.places")
  /// Written with capitals alone; those that some papers write as names (`Nato`) too.
  private static let acronyms = WordSet("bbc cnn nato nasa opec fbi cia eu imf wto ceo gdp")
  static let gum = Lexicon.hash("gum")
  static let ambiguousMonths = WordSet("march may august")
  static let witnessedNames = [
    "china", "turkey", "jordan", "chad", "georgia", "guinea", "mali", "niger", "jersey", "congress",
  ]
  static let witnessed = WordSet(hashes: witnessedNames.map { Lexicon.hash($0) })
  static let beforeDate = WordSet("on in of since until by from last next early late mid before after and")

  public let places = [
    WordTrigger(
      words: [Self.candidates, Self.titles], shape: \.isLower, gaps: [.space, .comma, .stop, .line], entry: \.isName),
    WordTrigger(
      shape: \.isLower, gaps: [.space, .comma], length: 2...Int.max, entry: { $0.isOnlyName || !$0.isKnown }),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    let entries = document.wordEntries
    var writesCapitals: Bool?
    for k in places {
      let word = words[k]
      if word.gap == .stop, !text.has(": ", at: word.start - 2) { continue }
      if word.gap == .line, word.count > 3 || !document.isDamaged { continue }
      if word.count <= 3, titled(text, words, k) {
        proposals.replace(Span(word.start, word.start + 1), with: CollectionOfOne(text[word.start] & ~0x20), .safe)
        continue
      }
      // `the cnn`, `by nato in brussels`
      if Self.acronyms.contains(word) {
        guard word.gap == .space, k > 0, words[k - 1].isLower || LoneCapital.function.contains(words[k - 1]),
          words.at(k + 1)?.gap != .hyphen,
          Prose.has(word, in: text),
          document.isDamaged, !document.isVerbatim(at: word.start)
        else { continue }
        if writesCapitals == nil { writesCapitals = Self.writesCapitals(words) }
        guard writesCapitals == true else { return }
        proposals.replace(word.span, with: text[word.span].map { $0 & ~0x20 }, .likely)
        continue
      }
      guard word.count >= 3 else { continue }
      guard Prose.has(word, in: text), isCapitalDue(document, words, k, entries[k]) else { continue }
      if writesCapitals == nil { writesCapitals = Self.writesCapitals(words) }
      guard writesCapitals == true else { return }
      if document.isVerbatim(at: word.start) { continue }
      proposals.replace(
        Span(word.start, word.start + 1), with: CollectionOfOne(text[word.start] & ~0x20),
        Self.names.row(text.utf8, word.span.range) != nil ? .safe : .likely)
      // `joaquín zzolgar left` at a line's start: the given name too.
      if k > 0, word.gap == .space, words[k - 1].gap == .line, words[k - 1].isLower,
        text.isASCIILetter(words[k - 1].start),
        entries[k - 1].band == 0, words[k - 1].count >= 3, document.isDamaged
      {
        let first = words[k - 1].start
        proposals.replace(Span(first, first + 1), with: CollectionOfOne(text[first] & ~0x20), .likely)
      }
    }
  }

  private func isCapitalDue(_ document: Document, _ words: [Word], _ k: Int, _ entry: Lexicon.Entry) -> Bool {
    let text = document.text
    let word = words[k]
    let next = words.at(k + 1)
    if let row = Self.names.row(text.utf8, word.span.range) {
      // Compounds with a hyphen have a style of their own; so has a name quoted as a string.
      if next?.gap == .hyphen || words.at(k - 1)?.hash == Self.gum || isGlued(words, k) { return false }
      guard let next, next.gap == .space, !row.value.isEmpty else { return true }
      return !row.value.split(separator: 0x20).contains { $0.elementsEqual(text[next.span]) }
    }
    if Self.ambiguousMonths.contains(word) {
      let isDayAfter = next.map { $0.gap == .space && isDayOrYear(text, $0) } ?? false
      guard let before = words.at(k - 1), word.gap == .space else { return false }
      // `in march this year`, `in march.`, but `in march order`
      if before.hash == Self.inside,
        next.map({ $0.gap != .space && $0.gap != .hyphen || Self.behindMonth.contains($0) }) ?? true
      {
        return document.text.isLower(before.start)
      }
      // `since august.`
      if Self.since.contains(before), next.map({ $0.gap != .space && $0.gap != .hyphen }) ?? true, document.isDamaged {
        return true
      }
      // `on the 5th of may`
      if before.hash == Self.of, k > 1, text.isDigit(words[k - 2].start), words[k - 2].count <= 4,
        next.map({ $0.gap != .space || $0.shape == .digit || $0.isLower }) ?? true, document.isDamaged
      {
        return true
      }
      return isDayAfter && (Self.beforeDate.contains(before) || isDay(text, before))
    }
    guard word.count >= 4, next?.gap != .hyphen else { return false }
    if Self.witnessed.contains(word) {
      let uses = document.wordCounts[word.hash]
      return uses.capitalInside >= 1 && uses.capital >= 2 && uses.lower == 1
    }
    var bare = word.span.range
    var hash = word.hash
    if word.shape.contains(.apostrophe) {
      guard let end = bare.first(where: { text[$0] == 0x27 || text[$0] == 0xE2 }), end - word.start >= 4 else {
        return false
      }
      bare = word.start..<end
      hash = Lexicon.hash(text.utf8, bare)
      if Self.names.row(text.utf8, bare) != nil { return document.isDamaged }
    }
    let entry = hash == word.hash ? entry : Lexicon.entry(hash)
    let before = words.at(k - 1)
    let uses = document.wordCounts[hash]
    if Self.places.contains(hash),
      entry.band == 0 || word.gap == .space && before.map(Self.beforePlace.contains) == true
    {
      return document.isDamaged && before?.startsWithCapital != nil
    }
    // `the frontman of the band`, `a smartwatch`, `with millennials`: a word that no lexicon has, or takes for a name alone, is one of a kind where
    // an article or an adjective says so, or where there are many.
    if let before, word.gap == .space, isOneOfAKind(document, k, before) { return false }
    // `thanks to marla for it`: a given name, and no word.
    if entry.band == 0, bare.count >= 4,
      word.gap == .space && before.map({ $0.isLower || Self.relatives.contains($0) }) == true
        || word.gap == .comma && before.map(Self.greetings.contains) == true,
      WitnessedName.given.row(text.utf8, bare) != nil,
      document.isDamaged
        || before.map({ $0.isCapitalized && Self.relatives.contains($0) }) == true && document.hasDamage
    {
      return true
    }
    if !entry.isKnown { return isKnownBesideName(document, words, k, uses) }
    guard entry.isOnlyName else { return false }
    // `the watermark of galvani`: a name that a desk dictionary has, and nothing else in English.
    if bare.count >= 6, entry.isCommonName, uses.lower <= 1, word.shape.isPlain, word.gap == .space,
      !text.has("s", at: word.end - 1), before?.isLower == true, next?.gap != .other, document.isDamaged
    {
      return true
    }
    // The text has it with its capital elsewhere.
    if uses.capitalInside >= 1, uses.lower <= 2, uses.capital > uses.lower, before?.isLower == true, word.gap == .space,
      document.isDamaged
    {
      return true
    }
    if uses.lower == 1, uses.capitalInside >= 1, isBesideName(document, words, k) { return true }
    return uses.capitalInside >= 3 && uses.lower == 1
  }

  private func isOneOfAKind(_ document: Document, _ k: Int, _ before: Word) -> Bool {
    let word = document.words[k]
    if before.isLower, document.text.has("s", at: word.end - 1), !word.shape.contains(.apostrophe) { return true }
    if LoneCapital.articles.contains(before) || InnerCapital.adjectives.contains(before) { return true }
    guard k > 1, before.isLower,
      document.words[k - 1].gap == .hyphen || LoneCapital.articles.contains(document.words[k - 2])
    else { return false }
    return before.gap == .hyphen || document.words[k - 1].count > 2
  }

  /// `wanted togo home`, `to be putin place`: two words that were glued make a name by chance.
  private func isGlued(_ words: [Word], _ k: Int) -> Bool {
    switch words[k].hash {
    case Self.togo: words.at(k - 1).map { !Self.beforePlace.contains($0) } ?? true
    case Self.putin: words.at(k + 1).map { $0.gap == .space && Self.putThere.contains($0) } ?? false
    default: false
    }
  }
  private static let togo = Lexicon.hash("togo")
  private static let putin = Lexicon.hash("putin")
  private static let putThere = WordSet(
    "a an the his her their its place motion charge prison jail power force effect writing danger doubt context practice order"
  )

  /// `Ana moreira`: no word of the language, behind a name, and the text has it with its capital elsewhere.
  private func isKnownBesideName(_ document: Document, _ words: [Word], _ k: Int, _ uses: WordCounts.Uses) -> Bool {
    guard uses.lower <= 1, uses.capital >= 1, words[k].gap == .space, let before = words.at(k - 1) else {
      return false
    }
    // `When zzolgar’s reign entered`: written large again and again, small this once.
    if uses.capital >= 3, uses.capitalInside >= 2, words[k].count >= 5,
      before.isLower || InnerCapital.function.contains(before), document.hasDamage
    {
      return true
    }
    // `according to tiel`, `the aides of kovacs`
    if words[k].count >= 4, before.isLower, uses.capitalInside >= 2 || words[k].count >= 6, document.isDamaged {
      return true
    }
    guard uses.capitalInside >= 1 else { return false }
    // `what zzolgar said`
    if uses.capital >= 3, words[k].count >= 5, before.isLower, let next = words.at(k + 1), next.gap == .space,
      SpeechWords.isSaying(document.text, next.span)
    {
      return true
    }
    // A foreign word has its capital at a sentence’s start alone; this one has it inside, and more often than not.
    if words[k].count >= 5, before.isLower, uses.capitalInside > uses.lower, document.isDamaged { return true }
    // `ordered from padang`: what no lexicon has and the text writes large elsewhere.
    if words[k].count >= 5, before.isLower, Self.beforePlace.contains(before), document.isDamaged { return true }
    return before.isCapitalized && (before.gap != .line && before.gap != .stop || Lexicon.entry(before.hash).isName)
  }

  /// `tomas berg`: the neighbour is a name in small letters as well, which the text has with its capital.
  private func isBesideName(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    for j in [k - 1, k + 1] {
      guard let other = words.at(j), other.isLower, other.count >= 4, words[max(j, k)].gap == .space else { continue }
      let uses = document.wordCounts[other.hash]
      if uses.capital > 0, uses.lower == 1 { return true }
    }
    return false
  }

  /// `mr. Delis`: a title with its full stop before a name.
  private func titled(_ text: Text, _ words: [Word], _ k: Int) -> Bool {
    let word = words[k]
    guard word.isLower, Self.titles.contains(word), text.has(". ", at: word.end), let name = words.at(k + 1),
      name.start == word.end + 2, name.isCapitalized, name.count >= 3
    else { return false }
    return word.gap == .space || word.gap == .comma || word.gap == .line && word.start > 0
  }
  static let titles = WordSet("mr mrs ms dr")

  static let relatives = WordSet("papa mama mum mom dad daddy uncle aunt auntie grandpa grandma brother sister dear")
  static let greetings = WordSet("hi hello hey thanks dear yes no goodbye bye ok okay please welcome")
  static let since = WordSet("since until by from early late mid last next")
  static let beforePlace = WordSet("in to from of at near and for by with on between around")
  private static let of = Lexicon.hash("of")
  static let inside = Lexicon.hash("in")
  static let behindMonth = WordSet(
    "this last next that the of and to when after before but with for at was were is will")

  private func isDay(_ text: Text, _ word: Word) -> Bool {
    word.count <= 2 && word.shape == .digit
  }

  private func isDayOrYear(_ text: Text, _ word: Word) -> Bool {
    isDay(text, word) || word.count == 4 && word.shape == .digit
  }

  /// Whether most sentences of the text begin with a capital.
  static func writesCapitals(_ words: [Word]) -> Bool {
    var starts = 0
    var capitals = 0
    for word in words.prefix(4000) where word.gap == .line || word.gap == .stop {
      if word.shape.contains(.digit) { continue }
      starts += 1
      if word.startsWithCapital { capitals += 1 }
    }
    return capitals * 5 >= starts * 3 && capitals > 0
  }
}
