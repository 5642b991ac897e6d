import Language
import TextModel

/// Sets apart a function word that was glued to its neighbour.
///
/// Links and line ends lose their space when tags go: `Odesaas`, `ofthe`, `letterfrom`.  A string that neither the lexicon nor the
/// text knows is cut where one side is a function word and the other a common word, or a name that the text has on its own.
/// A lexicon alone would cut names (`Karenin`), so names need the text as witness, and endings that words form with (`-in`,
/// `-as`, `-is`, `-at`) need more than others.
public struct GluedFunctionWord: WordRule {
  public init() {}
  public let id = "glued-function-word"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them. The Audubon Societyof the county was there.",
      "The the crew met with with them. The Audubon Society of the county was there."),
    RewriteExample(
      "The port of Odesaas seen from the sea; in Odesa, people wait. Odesa is large.",
      "The port of Odesa as seen from the sea; in Odesa, people wait. Odesa is large."),
    RewriteExample(
      "The the crew has an agreementas shown with with them.", "The the crew has an agreement as shown with with them."),
    RewriteExample(
      "The the crew left. Threeof the men and and the cook stayed. Thisis iron.",
      "The the crew left. Three of the men and and the cook stayed. This is iron."),
    RewriteExample(
      "The the crew paid forrolls. Buthe was late at theend with with them.",
      "The the crew paid for rolls. But he was late at the end with with them."),
    RewriteExample(
      "The the crew sold the roast with with them. Theroast is best, for the roast of late is eaten inopen air.",
      "The the crew sold the roast with with them. The roast is best, for the roast of late is eaten in open air."),
    RewriteExample("He spoke ofthe war.", "He spoke of the war."),
    RewriteExample(
      "The the crew voted to grant arequest, and he works asa driver with with them.",
      "The the crew voted to grant a request, and he works as a driver with with them."),
    RewriteExample("They had a letterfrom the union.", "They had a letter from the union."),
    RewriteExample("It was theteacher that paid.", "It was the teacher that paid."),
    RewriteExample("It opened a new facilityin Canada last year.", "It opened a new facility in Canada last year."),
    RewriteExample(
      "It fell inrecent years, and oneof the mills closed.", "It fell in recent years, and one of the mills closed."),
    RewriteExample(
      "The the crew waits until thenbuses are used; until the end of the yeara second round is open with with them.",
      "The the crew waits until then buses are used; until the end of the year a second round is open with with them."),
    RewriteExample(
      "The the crew of the villagenow has a planeover the field with with them.",
      "The the crew of the village now has a plane over the field with with them."),
    RewriteExample("The EUand its partners agreed; the EU pays.", "The EU and its partners agreed; the EU pays."),
    RewriteExample(
      "The the mayor invented adebt with with them.",
      "The the mayor invented a debt with with them."),
  ]
  public let leavesAlone = [
    "The the crew lived with with them at 14 Anderston Quay.",
    "Karenin left.", "Justice Antonin Scalia wrote it.", "She was talkin to him.", "Ferdinand slept.", "a hinterland",
    "whatsoever", "Lutheran",
    "a manifesto",
    "see www.ofthe.com", "Ukrainian", "the standin", "some_ofthe", "an aretired judge", "Willoughby", "an ampersand",
    "therefor", "an instanceof check, inlining calls",
    "PCBs and MPs", "Pashinyan and Putin",
  ]

  /// Glued behind a word. The first class hardly ends words; the second does, and asks for more.
  static let plainAfter = WordSet(
    "the and that with from was were had have will which who this into after before when while said says but are for of to has would could about against between their through during under where until without within among since because than"
  )
  static let weakAfter = WordSet("as in is on at by")
  /// Glued before a word: the first class hardly begins words.
  static let plainBefore = WordSet("the from that with and their this which was were have between against")
  static let weakBefore = WordSet("of in at is are has had his her its our not who will would")
  static let sentenceStarts = WordSet("the this that with from and in")
  /// Two of these, run together, are two.
  static let small = WordSet(
    """
    of to in on at by for is as and the a it be he we she they are was were had has have that this from with one two all some
    out up who but not or if so no its his her their our my your these those which what when where into than then them him
    us do did does can could may will would been both each such more most about after over under between against
    """)
  static let loose = WordSet(list: "glued-function-word.loose")
  static let beforeA = WordSet(
    "before after with from into about under over during through between against without within upon than became become"
  )
  static let determiners = WordSet(
    "the a an his her their its our my your this that these those all some any each no one two")
  static let afterAs = WordSet("a an the part well it he she they we seen said told shown known given taken written")
  static let afterIs = WordSet("a an the to not being now still also expected set due likely no it one")
  static let weakest = WordSet("as at by is")
  static let `in` = Lexicon.hash("in")
  static let `as` = Lexicon.hash("as")
  static let `is` = Lexicon.hash("is")
  static let to = Lexicon.hash("to")
  static let of = Lexicon.hash("of")
  static let beforeIs = WordSet("this that there here what he she it where who how")
  /// Everything that `judgeBeginning` knows before a word.
  static let starts = WordSet(
    hashes: [to] + [sentenceStarts, plainBefore, weakBefore, loose].flatMap(\.hashes))
  static let a = Lexicon.hash("a")
  static let endings = Endings(
    "the and that with from was were had have will which who this into after before when while said says but are for of to has would could about against between their as in is on at by it its his her our my your these those what where then them him us do did does can may been both each such more most over under all some out up not or if so no be he we she they through during where until without within among since because than"
  )
  private static let finite = WordSet("had has have was were are will would could said says")
  static let selves = WordSet("self selves")

  /// Two of them run together that are a word by themselves, or a name.
  static let pairs = WordSet("asa isa ina toa ata bea wasa hasa fora bya ofa tobe bethe beto")
  public let places = [
    WordTrigger(
      shape: \.isPlain, gaps: Word.Gap.all.filter { $0 != .hyphen }, length: 5...30, entry: { !$0.isKnown }),
    WordTrigger(words: [Self.pairs], shape: \.isLower, gaps: [.space], gapsBehind: [.space]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places {
      let word = words[k]
      if word.count <= 5, Self.pairs.contains(word) {
        proposePair(document, words, k, &proposals)
        continue
      }
      guard words.at(k + 1)?.gap != .hyphen, Prose.has(word, in: text), !WordPairs.isNewWord(word.hash),
        let cut = cut(document, word, words.at(k - 1), words.at(k + 1)),
        // A string that comes back is a name or a term of this text.
        document.wordCounts[word.hash].total == 1,
        !document.isVerbatim(at: word.start)
      else { continue }
      proposals.insert(" ", at: cut.offset, cut.confidence)
    }
  }

  /// `works asa driver`, `has tobe paid`: in damaged text, where the news has each of the two beside its neighbour.
  private func proposePair(_ document: Document, _ words: [Word], _ k: Int, _ proposals: inout Proposals) {
    let word = words[k]
    guard k > 0, let next = words.at(k + 1), next.isLower, words[k - 1].gap != .hyphen else { return }
    let cut = document.text.has("a", at: word.end - 1) ? word.end - 1 : word.start + 2
    let first = Lexicon.hash(document.utf8, word.start..<cut)
    let second = Lexicon.hash(document.utf8, cut..<word.end)
    guard WordPairs.contains(second, next.hash), WordPairs.contains(words[k - 1].hash, first) || !words[k - 1].isLower,
      !Self.determiners.contains(words[k - 1]), Prose.has(word, in: document.text), document.isDamaged,
      !document.isVerbatim(at: word.start)
    else { return }
    proposals.insert(" ", at: cut, .likely)
  }

  /// Where the word is to be cut, and how sure that is.
  func cut(_ document: Document, _ word: Word, _ before: Word?, _ next: Word?) -> (offset: Int, confidence: Confidence)?
  {
    let bytes = document.utf8
    guard word.isLower || word.isCapitalized || capitalsThenSmall(bytes, word) else { return nil }
    let endings = Self.endings
    // The longest function word first: `thatthe` is not `thatt he`.
    for length in stride(from: min(7, word.count - 2), through: 2, by: -1) {
      let offset = word.end - length
      if endings.mayHold(bytes, word.end, length), isSmall(bytes, offset..<word.end),
        let confidence = judgeEnding(document, word, offset, next)
      {
        return (offset, confidence)
      }
    }
    // `beforea decision`
    if word.isLower, let confidence = judgeEnding(document, word, word.end - 1, next), next?.gap == .space {
      return (word.end - 1, confidence)
    }
    guard word.isLower || word.isCapitalized else { return nil }
    // `four and ahalf`
    if word.isLower, bytes[word.start] == UInt8(ascii: "a"), word.count >= 5,
      next?.gap == .space && next?.isLower == true || next?.gap == .stop || next?.gap == .comma || next?.gap == .line
    {
      let rest = Lexicon.hash(bytes, (word.start + 1)..<word.end)
      if Lexicon.entry(rest).isWord(upTo: 2), !Lexicon.entry(rest).isVerb, WordPairs.contains(Self.a, rest),
        document.isDamaged
      {
        return (word.start + 1, .likely)
      }
    }
    for length in stride(from: min(7, word.count - 2), through: 2, by: -1) {
      let offset = word.start + length
      if let confidence = judgeBeginning(document, word, offset) { return (offset, confidence) }
    }
    return (looseCut(document, word, next) ?? looseEnd(document, word, before, next)).map { ($0, .likely) }
  }

  /// `the villagenow has`, `the planeover the field`: in damaged text, a common word and a small word behind it, where there is one such cut
  /// and the news has the small word before the next.
  private func looseEnd(_ document: Document, _ word: Word, _ before: Word?, _ next: Word?) -> Int? {
    guard word.isLower, word.count >= 6, let next, next.gap == .space, next.isLower else { return nil }
    let bytes = document.utf8
    var found: Int?
    for length in 2...min(7, word.count - 3) {
      let offset = word.end - length
      let end = Lexicon.hash(bytes, offset..<word.end)
      let stem = Lexicon.hash(bytes, word.start..<offset)
      // `behind home plateall rang`: or the word before it before the first half.
      guard Self.looseEnds.contains(end),
        WordPairs.contains(end, next.hash)
          || length >= 3 && before.map({ $0.isLower && WordPairs.contains($0.hash, stem) }) ?? false
      else { continue }
      guard WordPairs.isCommon(stem), Lexicon.entry(stem).isWord(upTo: 3),
        // `useyour bed`
        word.count - length > 3 || length >= 3 && WordPairs.contains(stem, end)
      else { continue }
      if found != nil { return nil }
      found = offset
    }
    return found != nil && document.isDamaged ? found : nil
  }
  private static let looseEnds = WordSet(
    """
    all also now over out up off down only still once again already later even never often soon here there then more most both each such some
    any not so no if or it he she we they you them him us me my our your his her its this that these those do does did can may
    """)

  /// `forrolls`, `theend`, `Buthe`, `Onthe`: in damaged text, a small word and any word of the language behind it, where there is one such
  /// cut and no other.
  private func looseCut(_ document: Document, _ word: Word, _ next: Word?) -> Int? {
    let bytes = document.utf8
    guard next.map({ $0.gap != .space || !$0.startsWithCapital || word.isLower }) ?? true,
      word.isLower || word.gap == .stop || word.gap == .line || word.gap == .other
    else { return nil }
    var found: Int?
    for offset in (word.start + 2)...max(word.start + 2, min(word.start + 7, word.end - 2)) where offset <= word.end - 2
    {
      let start = Lexicon.hash(bytes, word.start..<offset)
      guard Self.small.contains(start) || Self.starts.contains(start) || Self.pronouns.contains(start) else { continue }
      let rest = Lexicon.hash(bytes, offset..<word.end)
      let entry = Lexicon.entry(rest)
      let length = word.end - offset
      let isPair = WordPairs.contains(start, rest)
      let isBoth = word.isCapitalized && Self.small.contains(rest)
      guard
        isBoth || isPair && entry.isWord(upTo: length >= 4 ? 4 : 1)
          || length >= 5 && entry.isWord(upTo: 3) && Self.governing.contains(start)
          // `eaten inopen air`
          || length >= 4 && word.isLower && Self.placing.contains(start) && entry.isWord(upTo: 2)
            && next.map({ $0.gap == .space && WordPairs.contains(rest, $0.hash) }) ?? false
      else { continue }
      if found != nil { return nil }
      found = offset
    }
    // `arequest` may be `a request`.
    if bytes[word.start] | 0x20 == UInt8(ascii: "a"), let cut = found, cut > word.start + 1,
      WordPairs.contains(Self.a, Lexicon.hash(bytes, (word.start + 1)..<word.end))
    {
      found = word.start + 1
    }
    return found != nil && document.isDamaged ? found : nil
  }
  private static let placing = WordSet("in on at by as into over under about after before")
  private static let pronouns = WordSet(
    "would should could might must still never always just only but then there so if when how why what all some many most not now these those here each such you"
  )
  private static let governing = WordSet(
    "the of for with and from that his her their its our my has have had are is was were by to an or not but this these those"
  )

  /// `word` is X + function word, cut at `offset`.
  private func judgeEnding(_ document: Document, _ word: Word, _ offset: Int, _ next: Word?) -> Confidence? {
    let bytes = document.utf8
    let ending = Lexicon.hash(bytes, offset..<word.end)
    let isPlain = Self.plainAfter.contains(ending)
    let stem = word.start..<offset
    if word.isLower, Self.small.contains(ending) {
      let stemHash = Lexicon.hash(bytes, stem)
      if Self.small.contains(stemHash) {
        // `willin’`, `havin’`: speech.
        if ending == Self.in, Lexicon.entry(stemHash).isVerb { return nil }
        return stem.count >= 3 || word.end - offset >= 3 ? .safe : nil
      }
    }
    if word.isLower, word.end - offset == 1 {
      guard bytes[offset] == UInt8(ascii: "a") else { return nil }
      let stemHash = Lexicon.hash(bytes, stem)
      if Self.beforeA.contains(stemHash) { return .likely }
      // `Until the end of the yeara second round is open`
      return stem.count >= 4 && WordPairs.isCommon(stemHash) && Lexicon.entry(stemHash).isWord(upTo: 2)
        && next.map { $0.isLower && Lexicon.entry($0.hash).isWord(upTo: 4) } ?? false && document.isDamaged
        ? .likely : nil
    }
    guard isPlain || Self.weakAfter.contains(ending) else { return nil }
    let stemHash = Lexicon.hash(bytes, stem)
    let stemEntry = Lexicon.entry(stemHash)
    if word.isLower {
      if let confidence = judgeCommon(bytes, stem, stemEntry, ending, isPlain, next) { return confidence }
      // `for many pathologiesare not united`
      if isPlain, stem.count >= 7, word.end - offset >= 3, stemEntry.isWord(upTo: 6), next?.gap == .space,
        next?.isLower == true, document.isDamaged
      {
        return .likely
      }
      // `an agreementas of Friday`: of damaged text less is asked.
      return stem.count >= 6 && Self.weakest.contains(ending) && stemEntry.isWord(upTo: 3) && next?.gap == .space
        && document.isDamaged ? .likely : nil
    }
    // `Threeof the men`, `Thisis iron`
    if word.isCapitalized, next?.gap == .space, next?.isLower == true,
      ending == Self.of && stem.count >= 4 && stemEntry.isWord(upTo: 3)
        || ending == Self.is && Self.beforeIs.contains(stemHash), document.isDamaged
    {
      return .likely
    }
    if word.isCapitalized {
      // What follows is looked at first: to count the words of the text costs more.
      guard isPlain || supportsName(ending, next), stem.count >= (ending == Self.of ? 3 : 4) else {
        return ending == Self.is && endsBeforeName(stem, stemHash, stemEntry, ending, next) && document.isDamaged
          ? .likely : nil
      }
      let uses = document.wordCounts[stemHash]
      let isKnownHere = stem.count >= 4 && uses.capital > 0 && (stemEntry.band == 0 || uses.capitalInside > 0)
      if isKnownHere {
        // `Burkinabe`, `Cypriotan`: endings that names form with need a name that the text is about.
        if !isPlain, uses.capital < 2 { return nil }
        return isPlain || stem.count >= 5 ? .safe : .likely
      }
      if document.isDamaged, endsLoosely(document, word, stem, stemHash, ending, next) { return .likely }
      if endsBeforeName(stem, stemHash, stemEntry, ending, next), document.isDamaged { return .likely }
      if !isPlain {
        // `Antonin Scalia`: a capital may follow a first name, so a small word must.
        guard let next, next.isLower || next.shape.contains(.digit) else { return nil }
        return stem.count >= 5 && stemEntry.isCommonName && stemEntry.isOnlyName && supports(ending, next)
          ? .likely : nil
      }
      // `Zilla Parishad school`: behind a verb a noun hardly stands bare.
      if Self.finite.contains(ending), let next, next.gap == .space, next.isLower,
        !WordPairs.contains(ending, next.hash)
      {
        return nil
      }
      if word.end - offset >= 3, stem.count >= 5,
        stemEntry.isCommonName || stemEntry.isWord(upTo: 2) && !stemEntry.isName
      {
        return .likely
      }
      // `the Audubon Societyof the county`
      return ending == Self.of && stem.count >= 5 && stemEntry.isWord(upTo: 3) && word.gap == .space
        && next.map { $0.gap == .space && ($0.startsWithCapital || Self.determiners.contains($0)) } ?? false
        && document.isDamaged ? .likely : nil
    }
    // NATOand: the capitals must be known.
    return document.wordCounts[stemHash].total > 0 || stemEntry.isName && stem.count >= 3
      || isPlain && (stem.count >= 3 || word.end - offset >= 3 && next?.isLower == true) && document.isDamaged
      ? .likely : nil
  }

  /// `Congressor`, `Saputraof`, `Brusselsnot`: the stem is a name of the language or of the text, and the ending ends no name.
  private func endsLoosely(
    _ document: Document, _ word: Word, _ stem: Range<Int>, _ stemHash: UInt32, _ ending: UInt32, _ next: Word?
  ) -> Bool {
    guard stem.count >= 4, let next, next.gap == .space, next.isLower || next.shape.contains(.digit) else {
      return false
    }
    let entry = Lexicon.entry(stemHash)
    let isName =
      entry.isCommonName || document.wordCounts[stemHash].capital > 0 || stem.count >= 5 && entry.isWord(upTo: 3)
    return isName && (WordPairs.contains(ending, next.hash) || next.shape.contains(.digit))
  }

  /// `California at Berkeley`, `Ohio and North Carolina`, `the Sentencing Act of 2010`, `Trump is inciting`: a name or a body, and a small word
  /// that no name of its kind ends in.
  private func endsBeforeName(
    _ stem: Range<Int>, _ stemHash: UInt32, _ entry: Lexicon.Entry, _ ending: UInt32, _ next: Word?
  ) -> Bool {
    guard let next, next.gap == .space else { return false }
    let isName = entry.isCommonName && entry.isOnlyName
    if ending == Self.of {
      return (LoneCapital.bodies.contains(stemHash) || InnerCapital.honoured.contains(stemHash))
        && (!next.isLower || Self.determiners.contains(next))
    }
    if ending == Self.is, entry.isName, next.isLower, next.count > 5, Lexicon.entry(next.hash).isParticiple {
      return true
    }
    if ending == GluedName.and { return isName && next.startsWithCapital }
    return isName && stem.count >= 5 && Self.placing.contains(ending) && ending != Self.in && next.startsWithCapital
  }

  /// The stem is a word in small letters.
  private func judgeCommon(
    _ bytes: [UInt8], _ stem: Range<Int>, _ entry: Lexicon.Entry, _ ending: UInt32, _ isPlain: Bool, _ next: Word?
  ) -> Confidence? {
    if isPlain {
      let length = stem.count
      if length >= 4, entry.isWord(upTo: 3) { return .likely }
      return length == 3 && entry.isWord(upTo: 2) && Self.plainBefore.contains(ending) ? .likely : nil
    }
    // `talkin’` is speech, and `-is`, `-at` form words: what follows must want the small word.
    guard stem.count >= 3, entry.isWord(upTo: stem.count >= 5 ? 3 : 2), let next, supports(ending, next) else {
      return nil
    }
    if ending == Self.in, entry.isVerb, bytes[stem.upperBound - 1] != UInt8(ascii: "e"), !next.startsWithCapital,
      !next.shape.contains(.digit)
    {
      return nil
    }
    return .likely
  }

  /// The same behind a name, where a verb may follow `as`; a name that ends so (`Karenin`) is followed by anything.
  private func supportsName(_ ending: UInt32, _ next: Word?) -> Bool {
    guard let next, next.gap == .space else { return false }
    return supports(ending, next) || ending == Self.as && next.isLower && Lexicon.entry(next.hash).isPast
  }

  /// Whether the next word goes with this small word before it.
  private func supports(_ ending: UInt32, _ next: Word?) -> Bool {
    guard let next, next.gap == .space else { return false }
    switch ending {
    case Self.as: return Self.afterAs.contains(next)
    case Self.is: return Self.afterIs.contains(next)
    default: return Self.determiners.contains(next) || next.startsWithCapital || next.shape.contains(.digit)
    }
  }

  /// `word` is function word + X, cut at `offset`.
  private func judgeBeginning(_ document: Document, _ word: Word, _ offset: Int) -> Confidence? {
    let bytes = document.utf8
    let length = word.end - offset
    guard length >= 4 else { return nil }
    let start = Lexicon.hash(bytes, word.start..<offset)
    guard Self.starts.contains(start) else { return nil }
    let rest = Lexicon.entry(bytes, offset..<word.end)
    guard rest.isWord(upTo: 4) else { return nil }
    // `aretired` may be `a retired`.
    if bytes[word.start] | 0x20 == UInt8(ascii: "a"), Lexicon.entry(bytes, (word.start + 1)..<word.end).isWord(upTo: 4)
    {
      return nil
    }
    if Self.selves.contains(Lexicon.hash(bytes, offset..<word.end)) { return nil }
    if word.isCapitalized {
      // `14 Anderston Quay`: within a sentence it is a name.
      guard word.gap != .space, word.gap != .hyphen, Self.sentenceStarts.contains(start) else { return nil }
      // `Theroast carrots`: the text is about them.
      return rest.isWord(upTo: length >= 6 ? 3 : 2)
        || length >= 5 && document.wordCounts[Lexicon.hash(bytes, offset..<word.end)].total >= 2 ? .likely : nil
    }
    if Self.plainBefore.contains(start) { return rest.isWord(upTo: offset - word.start >= 4 ? 4 : 3) ? .likely : nil }
    if start == Self.to { return rest.isVerb && rest.isWord(upTo: 2) && length >= 4 ? .likely : nil }
    // `intrust`, `indorse`: old spellings are short.
    if Self.weakBefore.contains(start), length >= (start == Self.in ? 6 : 5), rest.isWord(upTo: 2) { return .likely }
    // `until thenbuses are used`: of damaged text less is asked.
    return Self.loose.contains(start) && rest.isWord(upTo: 3)
      && WordPairs.isCommon(Lexicon.hash(bytes, offset..<word.end)) && document.isDamaged ? .likely : nil
  }

  private func capitalsThenSmall(_ bytes: [UInt8], _ word: Word) -> Bool {
    var at = word.start
    while at < word.end, bytes[at] &- UInt8(ascii: "A") < 26 { at += 1 }
    return at - word.start >= 2 && at < word.end - 1 && isSmall(bytes, at..<word.end)
  }

  private func isSmall(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 &- UInt8(ascii: "a") < 26 }
  }
}
