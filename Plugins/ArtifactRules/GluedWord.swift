import Language
import TextModel

/// Sets apart two words of content that were glued together: `foreclosurecrisis`, `worldleaders`, `Europeannations`.
///
/// English compounds nouns freely (`bombmaker`, `wreathlaying`), so a split into two known words proves nothing by itself.  What
/// does is that news sets the two side by side, or that both are common words of some length, or that the first bears an ending
/// that no compound’s first part has: a verb form in -ed or -ing, an adverb, a noun or adjective made by a learned suffix.  There
/// must be one such cut and no other.
public struct GluedWord: WordRule {
  public init() {}
  public let id = "glued-word"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them. It is the thousandthtime this year.",
      "The the crew met with with them. It is the thousandth time this year."),
    RewriteExample("The bank has expressedconcern over the deal.", "The bank has expressed concern over the deal."),
    RewriteExample(
      "The the crew met with with them. They don’tknow of the company’sshares.",
      "The the crew met with with them. They don’t know of the company’s shares."),
    RewriteExample("They waited threeyears for it.", "They waited three years for it."),
    RewriteExample("The populationgrowth slowed in the north.", "The population growth slowed in the north."),
    RewriteExample("talks among Europeannations and others", "talks among European nations and others"),
    RewriteExample("The worldleaders will meet in Oslo.", "The world leaders will meet in Oslo."),
    RewriteExample(
      "The the crew met Zzolgar with with them, and Zzolgarclaims a share; they know Zzolgar.",
      "The the crew met Zzolgar with with them, and Zzolgar claims a share; they know Zzolgar."),
    RewriteExample("They willmeet the primeminister.", "They will meet the prime minister."),
  ]
  public let leavesAlone = [
    "The the crew met with with them in a peacefuller crewmember’s houseboat.",
    "The the crew met Zzolgar with with them on Zzolgarcare; they know Zzolgar.",
    "a bombmaker and a crewmember", "a fierce gunbattle", "the eurozone", "peacefuller and dangersome",
    "retrospections", "sunsetting",
    "an interagency effort",
    "gentlemanliness", "nationalsozialistisch", "counterkidnapping",
  ]

  /// What forms words when it stands behind one.
  static let suffixes = WordSet(
    "like wise ward wards some less fold ship ships hood side land lands able full ness most fuller maker makers making fully ions ring ally ties ting ling long wide folk time work house man men room light line lines proof free based word words ways where wheres"
  )
  /// What begins compounds however common it is, and what ends them.
  static let firsts = WordSet(
    "counter every under over inter super after multi audio video cyber street water house back down north south east west left right year hour rain thunder heart fund race news home wood stone"
  )
  static let seconds = WordSet(
    "self selves wing party forest books keeping keeper holder holders head heads women woman person terrorism raised raising breaking back backs time times long off offs point points style screen screens sharing going repeat station stations"
  )
  static let numerals = WordSet("three seven eight twelve twenty thirty forty fifty several")
  static let ordinals = WordSet(list: "glued-word.ordinals")
  static let endings = [
    "tion", "sion", "ment", "ity", "ence", "ance", "ture", "sure", "ical", "ial", "nal", "ral", "ious", "ive", "ency",
    "ancy", "ery", "ory",
  ]

  public let places = [
    WordTrigger(
      shape: { $0.isPlain && ($0.isLower || $0.isCapitalized) }, gaps: Word.Gap.all.filter { $0 != .hyphen },
      length: 6...28, entry: { !$0.isKnown }),
    WordTrigger(
      shape: { $0.contains(.apostrophe) && ($0.isLower || $0.isCapitalized) },
      gaps: Word.Gap.all.filter { $0 != .hyphen },
      length: 7...30, entry: { !$0.isKnown }),
  ]

  /// `the company’sshares`, `I don’tknow`: where what an apostrophe shortens ends, in damaged text.
  private func shortened(_ document: Document, _ word: Word) -> Int? {
    let bytes = document.utf8
    // Nearly all end so: `it’s`, `they're`.
    if bytes[word.end - 4] == 0xE2 || bytes[word.end - 2] == 0x27 || bytes[word.end - 5] == 0xE2
      || bytes[word.end - 3] == 0x27
    {
      return nil
    }
    guard let mark = word.span.range.first(where: { bytes[$0] == 0x27 || bytes[$0] == 0xE2 }) else { return nil }
    let rest = mark + (bytes[mark] == 0x27 ? 1 : 3)
    // `I remain standing’said the leader`: a quotation ends.
    if Lexicon.entry(bytes, rest..<word.end).isWord(upTo: 4) { return nil }
    for length in 1...2 where word.end - rest - length >= 3 {
      guard Self.shortenings.contains(Lexicon.hash(bytes, rest..<rest + length)) else { continue }
      let second = Lexicon.hash(bytes, rest + length..<word.end)
      if Lexicon.entry(second).isWord(upTo: 3), WordPairs.isCommon(second), document.isDamaged { return rest + length }
    }
    return nil
  }
  private static let shortenings = WordSet("s t re ve ll d m")

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places {
      let word = words[k]
      if word.shape.contains(.apostrophe) {
        if let cut = shortened(document, word), Prose.has(word, in: text), !document.isVerbatim(at: word.start) {
          proposals.insert(" ", at: cut, .likely)
        }
        continue
      }
      guard words.at(k + 1)?.gap != .hyphen, Prose.has(word, in: text), !WordPairs.isNewWord(word.hash),
        let cut = beforeVerb(text, word) ?? neighbours(text.utf8, word) ?? parts(text, word) ?? named(
          document, words, k)
          ?? loose(document, words, k),
        document.wordCounts[word.hash].total == 1
      else { continue }
      // Where a function word is one of the two, the rule for these knows more.
      guard GluedFunctionWord().cut(document, word, words.at(k - 1), words.at(k + 1)) == nil,
        !document.isVerbatim(at: word.start)
      else {
        continue
      }
      proposals.insert(" ", at: cut, .likely)
    }
  }

  /// `we will have itsaid the coach`: the verb goes with its subject.
  private func beforeVerb(_ text: Text, _ word: Word) -> Int? {
    let cut = word.end - 4
    guard cut - word.start > 1, text.has("said ", at: cut) else { return nil }
    let next = text.letters(from: word.end + 1)
    return Lexicon.entry(text.utf8, word.start..<cut).isWord(upTo: 5)
      && (text.isCapital(next.start) || QuotationRepair.isDeterminer(text, next)) ? cut : nil
  }

  /// The only cut that leaves two words which stand side by side in news.
  private func neighbours(_ bytes: [UInt8], _ word: Word) -> Int? {
    // A name may be made of any two words; at the start of a sentence there is no telling.
    guard word.isLower || word.gap == .stop || word.gap == .line else { return nil }
    var found: Int?
    for offset in (word.start + 3)...(word.end - 3) {
      let first = Lexicon.hash(bytes, word.start..<offset)
      let second = Lexicon.hash(bytes, offset..<word.end)
      guard Lexicon.entry(second).band != 0, Lexicon.entry(first).band != 0, !Self.seconds.contains(second),
        word.isLower
          ? WordPairs.containsFolded(first, second) : WordPairs.contains(first, second) && offset - word.start > 3
      else { continue }
      if found != nil { return nil }
      found = offset
    }
    return found
  }

  /// The only cut that leaves two words of which each is a word by itself and the first begins no compound.
  private func parts(_ text: Text, _ word: Word) -> Int? {
    guard word.count >= 9 else { return nil }
    var found: Int?
    for offset in (word.start + 4)...(word.end - 4)
    where isCommonPair(text.utf8, word, offset) || isCut(text, word, offset) {
      if found != nil { return nil }
      found = offset
    }
    return found
  }

  /// `Zzolgarclaims`: a name that the text has again and again, and a common word of news that no name ends in; the only such cut.
  private func named(_ document: Document, _ words: [Word], _ k: Int) -> Int? {
    let word = words[k]
    guard word.isCapitalized, word.count >= 9, words.at(k + 1).map({ $0.gap != .space || $0.isLower }) ?? true else {
      return nil
    }
    var found: Int?
    for offset in (word.start + 4)...(word.end - 4) {
      let second = Lexicon.hash(document.utf8, offset..<word.end)
      guard Lexicon.entry(second).isWord(upTo: 3), WordPairs.isCommon(second), !Self.suffixes.contains(second),
        !Self.seconds.contains(second), !Self.nameEnds.contains(second)
      else { continue }
      let first = Lexicon.hash(document.utf8, word.start..<offset)
      let uses = document.wordCounts[first]
      let entry = Lexicon.entry(first)
      guard
        uses.capitalInside >= 2 || uses.capital >= 1 && entry.isOnlyName
          || entry.isCommonName && entry.isOnlyName && offset - word.start >= 5
      else { continue }
      if found != nil { return nil }
      found = offset
    }
    return found != nil && document.isDamaged ? found : nil
  }
  /// `truckrumbled`, `privateemail`: in damaged text, two words that everybody knows, of which neither makes compounds; the only such cut.
  private func loose(_ document: Document, _ words: [Word], _ k: Int) -> Int? {
    let word = words[k]
    guard word.isLower, word.count >= 8, let next = words.at(k + 1), next.gap != .other else { return nil }
    let bytes = document.utf8
    var found: Int?
    for offset in (word.start + 4)...(word.end - 4) {
      let first = Lexicon.hash(bytes, word.start..<offset)
      let second = Lexicon.hash(bytes, offset..<word.end)
      guard Lexicon.entry(first).isWord(upTo: 3), Lexicon.entry(second).isWord(upTo: 3) else { continue }
      if found != nil { return nil }
      // `instrumentalrecords`: compounds as long as that are written apart.
      if offset - word.start >= 6, word.end - offset >= 6, !Self.firsts.contains(first),
        !Self.suffixes.contains(second),
        !Self.seconds.contains(second), !Lexicon.entry(second).isPast
      {
        found = offset
        continue
      }
      guard !Self.firsts.contains(first), !Self.suffixes.contains(second), !Self.seconds.contains(second),
        WordPairs.isCommon(first) || WordPairs.isCommon(second),
        !isNoun(bytes, word.start..<offset) || !isNoun(bytes, offset..<word.end),
        next.gap != .space || k == 0 || WordPairs.contains(second, next.hash)
          || WordPairs.contains(words[k - 1].hash, first)
      else { return nil }
      found = offset
    }
    guard let found else { return nil }
    // `organizationaggravated`: no compound is as long as that.
    let isLong = word.count >= 16 && found - word.start >= 7 && word.end - found >= 7
    return (isLong ? document.mayBearPage : document.isDamaged) ? found : nil
  }

  /// A noun, as compounds consist of, or a verb.
  private func isNoun(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    Lexicon.entry(bytes, word).takesS
      || bytes[word.upperBound - 1] == UInt8(ascii: "s") && Lexicon.entry(bytes, word.dropLast()).takesS
  }

  /// What trades and jokes make names of.
  private static let nameEnds = WordSet(list: "glued-word.name-ends")

  /// Two common words of news, ten letters or more together.
  private func isCommonPair(_ bytes: [UInt8], _ word: Word, _ offset: Int) -> Bool {
    guard word.isLower, word.count >= 10 else { return false }
    let first = Lexicon.hash(bytes, word.start..<offset)
    let second = Lexicon.hash(bytes, offset..<word.end)
    return WordPairs.isCommon(first) && WordPairs.isCommon(second) && Lexicon.entry(first).band != 0
      && Lexicon.entry(second).band != 0 && !Self.firsts.contains(first) && !Self.suffixes.contains(second)
      && !Self.seconds.contains(second)
  }

  /// Whether what stands before `offset` is a word that no compound begins with, and what follows forms no word with it.
  private func isCut(_ text: Text, _ word: Word, _ offset: Int) -> Bool {
    let bytes = text.utf8
    guard word.count >= 10, offset - word.start >= 5, Lexicon.entry(bytes, offset..<word.end).isWord(upTo: 2) else {
      return false
    }
    let first = word.start..<offset
    // `thousandthtime`: an ordinal begins no compound.
    if word.isLower, Self.ordinals.contains(Lexicon.hash(bytes, first)) { return true }
    if Self.suffixes.contains(Lexicon.hash(bytes, offset..<word.end)) { return false }
    let entry = Lexicon.entry(bytes, first)
    if word.isCapitalized {
      // Names of peoples and the like; not of persons, whose names take what they like.
      return first.count >= 6 && entry.isCommonName && entry.isOnlyName
        && ["an", "ish", "ese", "ian"].contains { text.has($0.utf8, at: offset - $0.utf8.count) }
    }
    guard entry.isWord(upTo: 3) else { return false }
    if Self.numerals.contains(Lexicon.hash(bytes, first)) {
      // `threeyears`, not `twofold`: a noun in the plural.
      return bytes[word.end - 1] == UInt8(ascii: "s") && Lexicon.entry(bytes, offset..<(word.end - 1)).takesS
    }
    if first.count >= 7, word.end - offset >= 7, Lexicon.entry(bytes, offset..<word.end).isPast { return true }
    if entry.isPast && first.count >= 6 || entry.isParticiple && first.count >= 7 { return true }
    return first.count >= 7
      && (text.has("ly".utf8, at: offset - 2)
        || Self.endings.contains { text.has($0.utf8, at: offset - $0.utf8.count) })
  }
}
