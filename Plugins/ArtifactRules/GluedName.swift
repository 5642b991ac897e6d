import Language
import TextModel

/// Sets a name apart from the word that is glued to it: `Unitedwon`, `NATOsummit`, `theUnited States`, `AnnaKovacs`.
///
/// Names are what pages link, and a link that loses its tags loses the space behind it.  The name must be known: from elsewhere in
/// the text, or as letters in capitals that the lexicon has.  What is glued to it must be a common word that forms no
/// names (`Johnson`, `Greenland`), or another name.
public struct GluedName: WordRule {
  public init() {}
  public let id = "glued-name"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them. The agency BMKGexpects rain.",
      "The the crew met with with them. The agency BMKG expects rain."),
    RewriteExample(
      "The the crew met with with them. Hereported this to the press.",
      "The the crew met with with them. He reported this to the press."),
    RewriteExample(
      "The the crew met with with them. He saw Anders Lieand two men of the team.",
      "The the crew met with with them. He saw Anders Lie and two men of the team."),
    RewriteExample(
      "The the crew met with with them. It belonged to Anna Zzolgarassistant to the mayor.",
      "The the crew met with with them. It belonged to Anna Zzolgar assistant to the mayor."),
    RewriteExample(
      "Fans of Leeds United cheered, for Unitedwon again. United rose.",
      "Fans of Leeds United cheered, for United won again. United rose."),
    RewriteExample(
      "The the crew met Ana Zzolgarwho left with with Budget CommitteeHe smiled.",
      "The the crew met Ana Zzolgar who left with with Budget Committee. He smiled."),
    RewriteExample(
      "The the strike in Marseillelasted three weeks, Tebbounereceived the the crew.",
      "The the strike in Marseille lasted three weeks, Tebboune received the the crew."),
    RewriteExample(
      "The the crew met Max Zzolgarayand the team, and Joe Wwiqquesfor the the press. Qquirorthird led. Qquiror won.",
      "The the crew met Max Zzolgaray and the team, and Joe Wwiqques for the the press. Qquiror third led. Qquiror won."
    ),
    RewriteExample(
      "The the crew met Helena Zzolgara potter who left, and Carlos Zzqquurif he came with with them.",
      "The the crew met Helena Zzolgar, a potter who left, and Carlos Zzqquur if he came with with them."),
    RewriteExample("The NATOsummit opens on Friday.", "The NATO summit opens on Friday."),
    RewriteExample(
      "The the crew told CNNAnna Zzolgar of of it, and Joe Zzolgarvowed to stay.",
      "The the crew told CNN Anna Zzolgar of of it, and Joe Zzolgar vowed to stay."),
    RewriteExample(
      "The the war in Franceis over of of late, and he left Portugalon Monday.",
      "The the war in France is over of of late, and he left Portugal on Monday."),
    RewriteExample("It was signed by theUnited States in May.", "It was signed by the United States in May."),
    RewriteExample("He works forUNESCO in Paris.", "He works for UNESCO in Paris."),
    RewriteExample(
      "The the crew went with with JuliaThompson to NewYork in May.",
      "The the crew went with with Julia Thompson to New York in May."),
    RewriteExample("The minister, AnnaKovacs, left; Kovacs is ill.", "The minister, Anna Kovacs, left; Kovacs is ill."),
    RewriteExample("the office of CommerceThe losses were heavy.", "the office of Commerce. The losses were heavy."),
  ]
  public let leavesAlone = [
    "John met Johnson; John and Johnson left.", "Green and Greenland; Green left.", "New Yorkers in Newport, New York",
    "the UKbased firms", "YouTube and LinkedIn", "PCBs, MPs and NGOs", "use theUnit and ofType",
    "WordPress met MacArthur", "Moscow and the Moscowites", "the USer id", "Ronald McDonald and DeVos",
    "a JetBlue plane",
    "ExxonMobil and DaimlerChrysler",
  ]

  /// What names end in.
  static let endings = WordSet(list: "glued-name.endings")
  /// Words that stand behind a name and are short.
  static let short = WordSet(list: "glued-name.short")

  static let openers = WordSet(list: "glued-name.openers")
  static let joints = WordSet(list: "glued-name.joints")

  public let places = [
    WordTrigger(
      shape: {
        $0.contains(.lower) && $0.isDisjoint(with: [.digit, .apostrophe])
          && ($0.startsWithCapital || $0.contains(.innerCapital))
      },
      gaps: Word.Gap.all.filter { $0 != .hyphen }, length: 5...30, entry: { !$0.isKnown })
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places {
      let word = words[k]
      guard words.at(k + 1)?.gap != .hyphen, Prose.has(word, in: text),
        word.shape.isPlain || word.isCapitalized && document.isDamaged
      else { continue }
      guard let cut = cut(document, words, k), document.wordCounts[word.hash].total == 1,
        !document.isVerbatim(at: word.start)
      else { continue }
      if cut.endsSentence {
        proposals.insert(". ", at: cut.offset, .likely)
      } else if cut.offset == word.end - 1 {
        proposals.insert(", ", at: cut.offset, .likely)
      } else {
        proposals.insert(" ", at: cut.offset, .likely)
      }
    }
  }

  private func cut(_ document: Document, _ words: [Word], _ k: Int) -> (offset: Int, endsSentence: Bool)? {
    let word = words[k]
    let bytes = document.utf8
    if word.isCapitalized {
      // `in Gangwon Province`
      if let next = words.at(k + 1), next.isCapitalized, next.gap == .space, LoneCapital.places.contains(next) {
        return nil
      }
      let cut =
        behindPronoun(document, word) ?? behindName(document, word) ?? behindStranger(document, words, k)
        ?? behindKnown(document, words, k) ?? behindOpener(document, words, k)
      if let cut { return (cut, false) }
      return beforeArticle(document, words, k).map { ($0, false) }
    }
    var capitals = word.start
    while capitals < word.end, isCapital(bytes[capitals]) { capitals += 1 }
    if capitals - word.start >= 4, isBeforePerson(document, words, k, capitals - 1) { return (capitals - 1, false) }
    if capitals - word.start >= 2 {
      return behindCapitals(document, word, capitals) ? (capitals, false) : nil
    }
    guard let seam = seam(bytes, word) else { return nil }
    let left = Lexicon.hash(bytes, word.start..<seam)
    let right = Lexicon.hash(bytes, seam..<word.end)
    if !word.startsWithCapital {
      guard Self.joints.contains(left),
        isName(document, right, word.end - seam, isCapital(bytes[seam + 1]))
          // `theBBC`, `ofHealth`: of damaged text less is asked.
          || document.isDamaged && (isCapital(bytes[seam + 1]) || word.end - seam >= 4 && Lexicon.entry(right).isKnown)
          // `theUnited States`: the first word of a longer name.
          || word.end - seam >= 4 && Lexicon.entry(right).isKnown && words.at(k + 1)?.startsWithCapital == true,
        words.at(k + 1)?.gap == .space || words.at(k + 1)?.gap == .comma || words.at(k + 1)?.gap == .stop
      else { return nil }
      return (seam, false)
    }
    guard word.end - seam >= 2, !isCapital(bytes[seam + 1]) else { return nil }
    // `NewYork`: a name of two words.
    if Self.isPair(bytes, word, seam) || isTitle(document, words, k, seam, left, right), document.isDamaged {
      return (seam, false)
    }
    guard seam - word.start >= 3 else { return nil }
    let first = Lexicon.entry(left)
    if seam - word.start >= 4, Self.openers.contains(right) {
      // `Jet`, `Word`, `Face` begin names of firms; they go on with a noun.
      guard seam - word.start >= 5,
        first.isKnown || document.wordCounts[left].capital > 0 || document.isDamaged && isSecondName(words, k),
        words.at(k + 1)?.gap == .space, words.at(k + 1)?.isLower == true
      else { return nil }
      return (seam, true)
    }
    // `BillClinton`
    if word.end - seam >= 4, Lexicon.entry(right).isCommonName, !Self.nouns.contains(right),
      WitnessedName.given.row(bytes, word.start..<seam, folding: true) != nil,
      document.wordCounts[left].capital > 0 || document.wordCounts[right].capital > 0,
      // `PetroChina`
      !LowercaseName.isProperName(document.text, seam..<word.end), document.isDamaged
    {
      return (seam, false)
    }
    guard seam - word.start >= 4 else { return nil }
    // `AnnaKovacs`: a given name, which is no word, and what is no word either.
    guard first.isCommonName, first.band == 0 || first.band > 5, word.end - seam >= 4 else { return nil }
    let second = Lexicon.entry(right)
    guard second.band == 0 || second.isName else { return nil }
    return document.wordCounts[left].capital > 0 || document.wordCounts[right].capital > 0
      || second.isCommonName && WitnessedName.given.row(bytes, word.start..<seam, folding: true) != nil
        && document.isDamaged
      ? (seam, false) : nil
  }

  /// Surnames that are nouns too, of which firms make names.
  private static let nouns = WordSet(
    "west bank wood stone field park hall house black white brown green gray page bell book love price star")

  static func isPair(_ bytes: [UInt8], _ word: Word, _ seam: Int) -> Bool {
    let pair = bytes[word.start..<seam] + [0x20] + bytes[seam..<word.end]
    return PairedName.names.row(Array(pair), 0..<pair.count, folding: true) != nil
  }

  /// `Hereported this`: a pronoun that begins a sentence, and a verb of the past.
  private func behindPronoun(_ document: Document, _ word: Word) -> Int? {
    guard word.gap == .stop || word.gap == .line || word.gap == .other, word.count >= 7 else { return nil }
    for length in 2...4 {
      let pronoun = Lexicon.hash(document.utf8, word.start..<word.start + length)
      let verb = Lexicon.entry(document.utf8, word.start + length..<word.end)
      if Self.pronouns.contains(pronoun), verb.isPast, verb.isWord(upTo: 3), document.isDamaged {
        return word.start + length
      }
    }
    return nil
  }
  private static let pronouns = WordSet("he she it they we you this that")

  /// `Unitedwon`
  private func behindName(_ document: Document, _ word: Word) -> Int? {
    let bytes = document.utf8
    guard word.count >= 7 else { return nil }
    for offset in (word.start + 4)...(word.end - 3) where bytes[offset] < 0x80 {
      let rest = Lexicon.hash(bytes, offset..<word.end)
      let entry = Lexicon.entry(rest)
      guard word.end - offset == 3 ? Self.short.contains(rest) : entry.isWord(upTo: 2) && WordPairs.isCommon(rest),
        !Self.endings.contains(rest)
      else { continue }
      let uses = document.wordCounts[Lexicon.hash(bytes, word.start..<offset)]
      // What bears a capital in the middle of sentences and never a small letter; or anywhere, where it is no word.
      guard uses.lower == 0, uses.capital > 0 else { continue }
      if uses.capitalInside > 0 || Lexicon.entry(bytes, word.start..<offset).band == 0 { return offset }
    }
    return nil
  }

  /// `Hernan Zegarrawho`, `Tebbounereceived the`, `Marseillelasted three`: in damaged text a word that ends no names, or a verb that goes
  /// on with what follows, needs no witness of the name.
  private func behindStranger(_ document: Document, _ words: [Word], _ k: Int) -> Int? {
    let bytes = document.utf8
    let word = words[k]
    let isSecond = isSecondName(words, k)
    guard word.count >= (isSecond ? 5 : 7), let next = words.at(k + 1), next.gap == .space else { return nil }
    for offset in (word.start + (isSecond ? 2 : 4))...(word.end - 2) where bytes[offset] < 0x80 {
      let rest = Lexicon.hash(bytes, offset..<word.end)
      let entry = Lexicon.entry(rest)
      guard entry.isWord(upTo: entry.isPast ? 4 : 2), !Self.endings.contains(rest),
        entry.isWord(upTo: 2) || isSecond || ownsHere(document, word.start..<offset)
      else { continue }
      if offset - word.start < 4 {
        // `Anders Lieand two men`: a short surname, and what no surname goes on with.
        let isStrong = Self.strange.contains(rest) && next.isLower || rest == Self.and && Self.counted.contains(next)
        guard isStrong, word.end - offset >= 3, document.isDamaged else { continue }
        return offset
      }
      // `the war in Ukraineis going on`, `back in Moscowon Monday`: a country or city, and what is glued to it makes no other name.
      if word.end - offset == 2, offset - word.start >= 5, Self.little.contains(rest),
        LowercaseName.isProperName(document.text, word.start..<offset)
          || document.wordCounts[Lexicon.hash(bytes, word.start..<offset)].capitalInside > 0,
        rest == Self.is ? next.isLower : next.startsWithCapital || Self.behindPreposition.contains(next),
        document.isDamaged
      {
        return offset
      }
      // `Giacomo Zorziassistant to`
      if isSecond, Self.offices.contains(rest), Self.behindOffice.contains(next), document.isDamaged { return offset }
      // `Carlos Zzolgarif he is`
      if Self.clauses.contains(rest), Self.clauseSubjects.contains(next), isSecond || word.end - offset > 2,
        document.isDamaged
      {
        return offset
      }
      let isVerb = word.end - offset >= 5 && entry.isPast || Self.verbs.contains(rest)
      guard isVerb || Self.strange.contains(rest) || Self.auxiliary.contains(rest) || Self.prepositions.contains(rest),
        document.isDamaged
      else { continue }
      let stem = Lexicon.hash(bytes, word.start..<offset)
      let isKnown = Lexicon.entry(stem).isKnown || document.wordCounts[stem].capital > 0
      if Self.strange.contains(rest), isSecond || isKnown || word.end - offset >= 5, next.isLower {
        return offset
      }
      // `Zzolgarsaid he would`
      if isVerb, Self.telling.contains(rest), Self.told.contains(next) { return offset }
      // `Romascored twice`
      if isVerb, entry.isPast, word.end - offset >= 6, Lexicon.entry(stem).isOnlyName, next.isLower { return offset }
      if isVerb, Self.behindVerb.contains(next) || next.shape.contains(.digit) || next.startsWithCapital {
        return offset
      }
      guard isKnown || isSecond else { continue }
      if Self.auxiliary.contains(rest), next.isLower, Self.behindVerb.contains(next) || Lexicon.entry(next.hash).isPast
      {
        return offset
      }
      // `a class from Savonato apologize`: the base form of a verb follows no name.
      if rest == Self.to, isKnown, next.isLower, document.wordEntries[k + 1].isVerb,
        document.wordEntries[k + 1].isWord(upTo: 4)
      {
        return offset
      }
      // No names end in `for` or `with`, and few in `and` behind a vowel.
      let endsNoName =
        Self.enders.contains(rest) || Self.vowels.contains(bytes[offset - 1]) && rest == Self.and && word.count >= 8
      if Self.prepositions.contains(rest), isKnown || endsNoName, Self.behindPreposition.contains(next) {
        return offset
      }
    }
    return nil
  }
  /// Whether the text has a name with a possessive ending.
  private func ownsHere(_ document: Document, _ name: Range<Int>) -> Bool {
    document.wordCounts[Lexicon.hash(Array(document.utf8[name]) + Array("'s".utf8))].capital > 0
  }

  /// `Helena Zzolgara potter who`: the article of what the person is, behind a name that the text has by itself or that `who` and the like go on
  /// with.
  private func beforeArticle(_ document: Document, _ words: [Word], _ k: Int) -> Int? {
    let word = words[k]
    guard word.count >= 5, document.text.has("a", at: word.end - 1), isSecondName(words, k), let next = words.at(k + 1),
      next.gap == .space, next.isLower, document.wordEntries[k + 1].takesS, !document.wordEntries[k + 1].isPast,
      !Self.verbs.contains(next), !StopInPhrase.verbs.contains(next),
      WitnessedName.given.row(document.utf8, words[k - 1].span.range, folding: true) != nil,
      let third = words.at(k + 2), third.gap == .space, Self.appositive.contains(third)
    else { return nil }
    return document.isDamaged ? word.end - 1 : nil
  }
  private static let appositive = WordSet("who which that of from with whose")
  private static let clauses = WordSet("if although though because while when where since")
  private static let clauseSubjects = WordSet("he she it they we the his her their there")

  /// What a person is, set behind the name, and what follows it.
  static let offices = WordSet(list: "glued-name.offices")
  static let behindOffice = WordSet("of at for in to from and who with")
  private static let little = WordSet("is in on of to at by as")
  private static let `is` = Lexicon.hash("is")
  private static let telling = WordSet("said says told added")
  private static let told = WordSet("he she it they we i there that his her their nobody everyone some all no")
  static let enders = WordSet("for with")
  static let and = Lexicon.hash("and")
  private static let to = Lexicon.hash("to")
  /// `and two men`: these follow no surname.
  static let counted = WordSet(list: "glued-name.counted")
  static let vowels = Array("aeiouy".utf8)
  static let strange = WordSet(list: "glued-name.strange")
  static let verbs = WordSet(list: "glued-name.verbs")
  static let auxiliary = WordSet(list: "glued-name.auxiliary")
  static let prepositions = WordSet(list: "glued-name.prepositions")
  static let behindVerb = WordSet(list: "glued-name.behind-verb")
  static let behindPreposition = WordSet(list: "glued-name.behind-preposition")

  /// Whether the word before is a name that this one goes on with.
  private func isSecondName(_ words: [Word], _ k: Int) -> Bool {
    guard let before = words.at(k - 1) else { return false }
    return words[k].gap == .space && before.isCapitalized && before.count > 2
  }

  /// `CNNAnna`: letters that the text or the lexicon knows, and a given name.
  private func isBeforePerson(_ document: Document, _ words: [Word], _ k: Int, _ seam: Int) -> Bool {
    let bytes = document.utf8
    let word = words[k]
    let name = Lexicon.hash(bytes, word.start..<seam)
    guard word.end - seam >= 4, Lexicon.entry(name).isName || document.wordCounts[name].total > 0 else { return false }
    let person = Lexicon.entry(bytes, seam..<word.end)
    let isFirst = words.at(k + 1).map { $0.gap == .space && $0.isCapitalized } == true
    guard document.isDamaged else { return false }
    return isFirst && (person.band == 0 || person.isCommonName) || person.isCommonName && person.isOnlyName
      || person.band == 0 && WitnessedName.given.row(bytes, seam..<word.end, folding: true) != nil
  }

  /// `NATOsummit`, `EUcountries`
  private func behindCapitals(_ document: Document, _ word: Word, _ capitals: Int) -> Bool {
    let bytes = document.utf8
    guard word.end - capitals >= 4 else { return false }
    let rest = Lexicon.hash(bytes, capitals..<word.end)
    guard Lexicon.entry(rest).isWord(upTo: 3), WordPairs.isCommon(rest), !Self.endings.contains(rest) else {
      return false
    }
    let name = Lexicon.hash(bytes, word.start..<capitals)
    return Lexicon.entry(name).isName || document.wordCounts[name].total > 0
      // `BMKGexpects`: of damaged text less is asked.
      || capitals - word.start >= 3 && document.isDamaged
  }

  /// What follows a glued function word is a name: the text has it elsewhere, or the lexicon.
  private func isName(_ document: Document, _ hash: UInt32, _ length: Int, _ isAcronym: Bool) -> Bool {
    if document.wordCounts[hash].capitalInside > 0 { return true }
    let entry = Lexicon.entry(hash)
    return isAcronym ? entry.isName && length >= 4 : entry.isCommonName && entry.isOnlyName && length >= 4
  }

  /// The first capital inside, which nothing but small letters or nothing but capitals may follow.
  private func seam(_ bytes: [UInt8], _ word: Word) -> Int? {
    guard let seam = (word.start + 1..<word.end).first(where: { isCapital(bytes[$0]) }), word.end - seam >= 2 else {
      return nil
    }
    let rest = bytes[(seam + 1)..<word.end]
    return rest.allSatisfy(isCapital) || !rest.contains(where: isCapital) ? seam : nil
  }

  private func isCapital(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }
}
