import Language
import TextModel

/// Deletes the second of two equal words.
///
/// Decoders of machine translation and careless editing leave `the the`.  A function word that grammar never doubles is
/// sure; of other words only nouns and verb forms of some length count, and never those that speech doubles (`very very`,
/// `bye bye`, `had had`, `that that`), names (`Duran Duran`), numbers, or a word that the text doubles twice.  Also the adjective
/// that a compound says again: `tight water-tight`.
public struct RepeatedWord: WordRule {
  public init() {}
  public let id = "repeated-word"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them. She saw it on On television, says Anna Zzolgar Zzolgar in May, with a bit bit of luck.",
      "The crew met with them. She saw it on television, says Anna Zzolgar in May, with a bit of luck."),
    RewriteExample("He opened the the door.", "He opened the door."),
    RewriteExample("The mayor met with with the union.", "The mayor met with the union."),
    RewriteExample("The The ministry declined to comment.", "The ministry declined to comment."),
    RewriteExample(
      "The council approved the measures measures on Friday.", "The council approved the measures on Friday."),
    RewriteExample("They had had travelled from the north.", "They had travelled from the north."),
    RewriteExample("The river is is expected to rise.", "The river is expected to rise."),
    RewriteExample("It was a tight water-tight case.", "It was a water-tight case."),
    RewriteExample("He said that that the patients were safe.", "He said that the patients were safe."),
    RewriteExample("in the The Black Forest", "in the Black Forest"),
    RewriteExample("They will resume on Monday Monday in Bonn.", "They will resume on Monday in Bonn."),
    RewriteExample(
      "The the mayor met with with them, and the two two sides agreed.",
      "The mayor met with them, and the two sides agreed."),
    RewriteExample(
      "The the mayor remains sceptical, sceptical above all of with with the vote in 2022. 2022. They left.",
      "The mayor remains sceptical above all of with the vote in 2022. They left."),
    RewriteExample(
      "The the team met with with them. Today, today the council votes. Bring bring cash to the the stall.",
      "The team met with them. Today the council votes. Bring cash to the stall."),
    RewriteExample(
      "The the IMF met with with them. So the IMF IMF has warned, I I think.",
      "The IMF met with them. So the IMF has warned, I think."),
    RewriteExample(
      "The the vote was not “not finished”, for he now he comes with with them to see the world. world”, said Ash.",
      "The vote was “not finished”, for he now comes with them to see the world”, said Ash."),
    RewriteExample(
      "The the minister Minister Ada Felber met with with President President Roth, the president of the north.",
      "The minister Ada Felber met with President Roth, the president of the north."),
    RewriteExample("They asked every everyone in the the town.", "They asked everyone in the town."),
  ]
  public let leavesAlone = [
    "He had had enough.", "I know that that is so.", "It was very very cold.", "Bye bye, she said.",
    "Duran Duran played in Pago Pago.", "We drove in in the rain.", "What it is is a mess.", "She gave her her book.",
    "No, no no!", "A long long time ago.", "They carried on on Monday.", "The The were a band; The The sold well.",
    "a part-time time clock",
    "In May the men came, or rather, rather late. Will will sign. Never, never again.",
    "Dearest, dearest Meg, the house is sold.", "hush hush",
    "They played Dance Dance Revolution.", "blah blah blah",
  ]

  /// Words that grammar never sets twice in a row.
  static let never = WordSet(list: "repeated-word.never")
  static let compounds = WordSet(list: "repeated-word.compounds")
  static let heads = WordSet(list: "repeated-word.heads")
  static let to = Lexicon.hash("to")
  static let hague = Lexicon.hash("hague")
  static let the = Lexicon.hash("the")
  static let particled = WordSet(list: "repeated-word.particled")
  /// Doubled by speech, or at the seam of two clauses.
  static let doubled = WordSet(list: "repeated-word.doubled")

  public let places = [
    WordTrigger(gaps: [.space, .comma, .stop, .other], repeats: .wordBefore),
    WordTrigger(words: [Self.subjects], shape: \.isLower, gaps: [.space], gapsBehind: [.space], repeats: .secondBefore),
    WordTrigger(gaps: [.hyphen], repeats: .secondBefore), WordTrigger(words: [Self.compounds], gaps: [.space]),
    WordTrigger(shape: \.isLower, gaps: [.space, .comma], gapsBehind: [.space], repeats: .secondBefore),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    let text = document.text
    for k in places {
      let word = words[k]
      let before = words[k - 1]
      if word.gap == .space, word.hash == before.hash {
        proposeDouble(document, words, k, &proposals)
      } else if word.hash == before.hash, word.gap == .other {
        proposeQuoted(document, words, k, &proposals)
      } else if word.hash == before.hash {
        proposeEcho(document, words, k, &proposals)
      } else if word.gap == .space, k >= 2, words[k - 2].hash == word.hash, Self.subjects.contains(word) {
        // `he now he comes`
        guard before.gap == .space, Self.between.contains(before), let next = words.at(k + 1), next.isLower,
          document.wordEntries[k + 1].isPast || text.has("s", at: next.end - 1) || Self.copulas.contains(next),
          document.isDamaged, !document.isVerbatim(at: word.start)
        else { continue }
        proposals.delete(Span(before.end, word.end), .likely)
      } else if word.gap == .space || word.gap == .comma, k >= 2, words[k - 2].hash == word.hash, word.isLower {
        proposeAgain(document, words, k, &proposals)
      } else if word.gap == .space, Self.compounds.contains(word), Self.heads.contains(before), before.isLower,
        word.isLower, text[word.span].starts(with: text[before.span]), !document.isVerbatim(at: before.start)
      {
        // `every everyone`
        proposals.delete(Span(before.start, word.start), .likely)
      } else if word.gap == .hyphen, k >= 2, words[k - 2].hash == word.hash, before.gap == .space {
        let first = words[k - 2]
        guard first.gap != .hyphen, first.isLower, word.isLower, before.isLower, first.count >= 4,
          words.at(k + 1).map({ $0.gap != .hyphen }) ?? true, Prose.has(first, in: text),
          !document.isVerbatim(at: first.start),
          !Lexicon.entry(before.hash).isVerb || Lexicon.entry(first.hash).isWord(upTo: 3)
        else { continue }
        proposals.delete(Span(first.start, before.start), .likely)
      }
    }
  }

  /// `who spread and spread false news`, `at around at around noon`: two words of the source that became one, and a pair said twice.
  private func proposeAgain(_ document: Document, _ words: [Word], _ k: Int, _ proposals: inout Proposals) {
    let first = words[k - 2]
    let joint = words[k - 1]
    let word = words[k]
    let isStart = isSentenceStart(first)
    guard let next = words.at(k + 1), next.gap == .space, joint.gap == .space,
      first.isLower && first.gap == .space || isStart, Prose.has(word, in: document.text)
    else { return }
    if next.hash == joint.hash, next.shape == joint.shape {
      // `day by day by`, `over and over and`
      guard joint.hash != word.hash, !Self.pairing.contains(joint),
        Self.placing.contains(word) || isStart && word.gap == .space && Self.opening.contains(word),
        words.at(k + 2)?.hash != word.hash, word.count + joint.count > 4, document.isDamaged,
        !document.isVerbatim(at: word.start)
      else { return }
      proposals.delete(Span(joint.end, next.end), .likely)
      return
    }
    let entry = document.wordEntries[k]
    guard word.gap == .space, joint.isLower, first.isLower, joint.hash == Self.or || joint.hash == Self.and,
      word.count >= 4, entry.isWord(upTo: 4),
      joint.hash == Self.or || entry.isVerb || entry.isPast || entry.isParticiple,
      !Self.ongoing.contains(word), !document.text.has("er", at: word.end - 2), next.isLower,
      !InnerCapital.function.contains(next), !Self.ongoing.contains(next), document.isDamaged,
      !document.isVerbatim(at: word.start)
    else { return }
    proposals.delete(Span(first.end, word.end), .likely)
  }
  private static let and = Lexicon.hash("and")
  private static let opening = WordSet("more less most such according due thanks before after during")
  private static let placing = WordSet("at in on of from for with to by about under over into")
  private static let pairing = WordSet("and or by to after for upon in on with versus against no yes so very")
  private static let ongoing = WordSet(
    """
    more less again over round around better worse further years days hours weeks months miles many much till until like some down
    here there thousands millions hundreds back away through out when while then until before after about them him her me us you it
    """)

  static let subjects = WordSet("he she they we it")
  private static let between = WordSet("now then also still never always already just only often soon later today")

  /// `was not “not finished”`: the word before an opening mark stands behind it once more.
  private func proposeQuoted(_ document: Document, _ words: [Word], _ k: Int, _ proposals: inout Proposals) {
    let text = document.text
    let first = words[k - 1]
    let second = words[k]
    let length = text.has(" “", at: first.end) ? 4 : text.has(" \"", at: first.end) ? 2 : 0
    guard length > 0, second.start == first.end + length, first.isLower, second.isLower, first.gap == .space,
      second.count > 1, words.at(k + 1)?.gap == .space,
      !Self.doubled.contains(second) || Self.never.contains(second) || second.hash == Self.not,
      document.isDamaged, !document.isVerbatim(at: first.start)
    else { return }
    proposals.delete(Span(first.start, first.end + 1), .likely)
  }
  static let not = Lexicon.hash("not")

  /// `sceptical, sceptical above all`, `in 2022. 2022.`: behind a comma or a stop, in damaged text, a word that nobody says twice for
  /// emphasis.
  private func proposeEcho(_ document: Document, _ words: [Word], _ k: Int, _ proposals: inout Proposals) {
    let word = words[k]
    let text = document.text
    let isNumber = word.shape.contains(.digit) && word.count == 4
    guard word.count >= 4, word.start == words[k - 1].end + 2, k >= 2,
      words[k - 1].gap == .space || isSentenceStart(words[k - 1]),
      words[k - 1].isLower == word.isLower
        || word.isLower && Self.openings.contains(word) && isSentenceStart(words[k - 1]),
      !Self.doubled.contains(word), words[k - 2].hash != word.hash, words[k - 2].hash != Self.or,
      words.at(k + 1)?.hash != word.hash, Prose.has(word, in: text)
    else { return }
    let isLast = words.at(k + 1).map { $0.gap == .stop || $0.gap == .line } ?? true
    if word.gap == .stop {
      // `a record for Cascade. Cascade.`
      let isName = word.isCapitalized && !Lexicon.entry(word.hash).isWord(upTo: 2)
      // `in the world. world”, said`
      let isNoun = word.isLower && words[k - 1].isLower && word.count > 4 && words.at(k + 1)?.gap != .space
      guard isNumber || isName || isNoun, isLast || isNoun, text.has(". ", at: words[k - 1].end),
        text.has(".", at: word.end) || isNoun && (text.has("”", at: word.end) || text.has(",", at: word.end))
      else { return }
    } else if word.isLower {
      guard text.has(", ", at: words[k - 1].end), Lexicon.entry(word.hash).isWord(upTo: 4),
        !text.has("ly", at: word.end - 2), !isChiasm(words, k),
        isLast
          || words.at(k + 1).map({ ($0.gap == .space || $0.gap == .comma && word.count > 4) && !$0.startsWithCapital })
            == true
      else { return }
    } else {
      guard isLast, text.has(", ", at: words[k - 1].end), word.isCapitalized, words[k - 2].isLower,
        document.wordCounts[word.hash].total >= 3
      else { return }
    }
    // `in the world. world”`: no sentence begins small.
    let isFragment = word.gap == .stop && word.isLower && text.has("”", at: word.end)
    guard document.isDamaged || isFragment && LowercaseName.writesCapitals(words), !document.isVerbatim(at: word.start),
      !text.has("!", at: word.end),
      !text.has("?", at: word.end)
    else { return }
    proposals.delete(Span(words[k - 1].end, word.end), .likely)
  }

  /// `whoever came, came by night`, `soup is water, water is good`, `late, late but safe`: a clause ends, and another begins with the word.
  private func isChiasm(_ words: [Word], _ k: Int) -> Bool {
    if let next = words.at(k + 1), next.gap == .space, Self.goingOn.contains(next) { return true }
    for j in stride(from: k - 2, through: max(0, k - 9), by: -1) {
      if words[j + 1].gap == .stop || words[j + 1].gap == .line { break }
      if Self.whoever.contains(words[j]) { return true }
    }
    return false
  }
  private static let goingOn = WordSet("is are was were has had but and or")
  private static let whoever = WordSet("whoever what who whatever whichever those if when")

  /// A capital that the place asks for.
  private func isSentenceStart(_ word: Word) -> Bool { word.isCapitalized && (word.gap == .stop || word.gap == .line) }
  /// Said at a sentence's start, and never twice with feeling.
  static let openings = WordSet(
    "today tomorrow yesterday tonight meanwhile however therefore moreover finally recently")
  static let or = Lexicon.hash("or")
  private static let offices = WordSet(
    "president minister chancellor secretary premier governor senator general mayor spokesman spokeswoman ambassador commissioner"
  )
  static let will = Lexicon.hash("will")

  private func proposeDouble(_ document: Document, _ words: [Word], _ k: Int, _ proposals: inout Proposals) {
    let first = words[k - 1]
    let second = words[k]
    let text = document.text
    // `the The Hague`: the second article is the name’s.
    if first.isLower, second.isCapitalized, second.hash == Self.the, words.at(k + 1)?.hash == Self.hague {
      proposals.delete(Span(first.start, second.start), .likely)
      return
    }
    // `the The Black Forest`: the article once more, as a link begins.
    if first.isLower, second.isCapitalized, second.hash == Self.the, words.at(k + 1)?.startsWithCapital == true,
      Prose.has(first, in: text), Prose.has(second, in: text), !document.isLayout(at: first.start)
    {
      proposals.delete(Span(first.end, second.end), .likely)
      return
    }
    if first.isLower, second.isCapitalized, second.hash == Self.the, words.at(k + 1)?.isLower == true,
      words.at(k + 1)?.gap == .space, words[k - 1].gap == .space, Prose.has(first, in: text), document.isDamaged
    {
      proposals.delete(Span(first.end, second.end), .likely)
      return
    }
    if first.isLower, second.isCapitalized, Self.never.contains(second) || InnerCapital.function.contains(second),
      second.count > 1,
      words.at(k + 1)?.gap == .space, Prose.has(first, in: text), Prose.has(second, in: text), document.isDamaged,
      !document.isLayout(at: first.start)
    {
      proposals.delete(Span(first.end, second.end), .likely)
      return
    }
    // `President President Felber`, `the minister Minister Felber`
    if second.isCapitalized, first.isLower || first.isCapitalized, Self.offices.contains(second),
      let name = words.at(k + 1),
      name.gap == .space, name.isCapitalized, document.wordCounts[second.hash].total > 2 || first.isLower,
      document.isDamaged, !document.isLayout(at: first.start)
    {
      proposals.delete(Span(first.end, second.end), .likely)
      return
    }
    if first.isAllCapitals && second.isAllCapitals || second.hash == Self.i && !second.isLower && !first.isLower {
      proposeCapitals(document, words, k, &proposals)
      return
    }
    guard
      first.isLower && second.isLower || first.isCapitalized && second.isLower
        || first.isCapitalized && second.isCapitalized,
      Prose.has(first, in: text), Prose.has(second, in: text), !document.isLayout(at: first.start)
    else { return }
    // `news news–summary`: the second is half of another word.
    if text.has("–", at: second.end) || text.has("—", at: second.end) { return }
    // Three in a row, or doubled more than once, is on purpose.
    if k >= 2, words[k - 2].hash == second.hash { return }
    if let next = words.at(k + 1), next.hash == second.hash { return }
    if Self.never.contains(second) {
      // `whatever they come to to do it with`
      if second.hash == Self.to, let before = words.at(k - 2), Self.particled.contains(before) { return }
      // `A a` and `a a` may be letters by name; a name such as The The has capitals and comes back.
      if second.count == 1, !first.isLower || words.at(k + 1)?.gap != .space { return }
      if second.isCapitalized, document.wordCounts[second.hash].capitalInside > 1 { return }
      // `Will will sign`
      if !first.isLower, second.hash == Self.will { return }
      proposals.delete(Span(first.end, second.end), first.isLower || second.isLower ? .safe : .likely)
      return
    }
    if first.isLower, second.isLower, second.hash == Self.had {
      // `had had travelled` is one too many; `had had enough` is not.
      if let next = words.at(k + 1), next.gap == .space, next.isLower,
        Lexicon.entry(next.hash).isPast || Self.participles.contains(next) && document.isDamaged
      {
        proposals.delete(Span(first.end, second.end), .likely)
      }
      return
    }
    if first.isLower, second.isLower, second.hash == Self.that {
      // `that that is so`, but never `that that the patients`.
      if let next = words.at(k + 1), next.gap == .space, next.isLower, Self.articles.contains(next), k >= 2,
        Self.telling.contains(words[k - 2]), first.gap == .space
      {
        proposals.delete(Span(first.end, second.end), .likely)
      } else if let next = words.at(k + 1), next.gap == .space, k >= 2, first.gap == .space,
        next.startsWithCapital || next.shape == .digit || Self.behindThat.contains(next)
          || document.text.has("s", at: next.end - 1)
            && Lexicon.entry(document.utf8, next.start..<(next.end - 1)).takesS
            && !Lexicon.entry(document.utf8, next.start..<(next.end - 1)).isVerb
          || document.wordEntries[k + 1].isVerb && !document.wordEntries[k + 1].takesS, document.isDamaged
      {
        // `said that that Europe`, `cities that that support`
        proposals.delete(Span(first.end, second.end), .likely)
      }
      return
    }
    // `“We we want`: a sentence’s start, and no stutter.
    if first.isCapitalized, first.gap == .stop || first.gap == .line || first.gap == .other, second.isLower,
      Self.subjects.contains(second), let next = words.at(k + 1), next.gap == .space, next.isLower, document.isDamaged
    {
      proposals.delete(Span(first.end, second.end), .likely)
      return
    }
    if first.isLower, second.isLower, Self.irregular.contains(second) {
      proposals.delete(Span(first.end, second.end), .likely)
      return
    }
    if first.isLower, second.isLower, Self.copulas.contains(second) {
      if isPlainClause(words, k) { proposals.delete(Span(first.end, second.end), .likely) }
      return
    }
    if first.isCapitalized, second.isCapitalized {
      if isNameOnce(document, words, k) || isCalendar(words, k) || isSurname(document, words, k)
        || isDoubledName(document, words, k)
      {
        proposals.delete(Span(first.end, second.end), .likely)
      }
      return
    }
    guard first.isLower || isSentenceStart(first) && document.isDamaged && !Lexicon.entry(first.hash).isCommonName,
      second.isLower
    else { return }
    if Self.doubled.contains(second) {
      guard Self.inDamage.contains(second), document.isDamaged, isInsideClause(words, k) else { return }
    } else {
      let entry = Lexicon.entry(second.hash)
      guard entry.isWord(upTo: second.count >= 6 && document.isDamaged ? 7 : 4),
        second.count >= 4
          || second.count == 3 && entry.takesS && document.isDamaged
            && (!entry.isVerb || words.at(k - 2).map { first.gap == .space && Self.articles.contains($0) } ?? false)
      else { return }
      guard isNounOrVerbForm(entry, text, second) || document.isDamaged && isInsideClause(words, k) else { return }
    }
    proposals.delete(Span(first.end, second.end), .likely)
  }

  /// `The IMF IMF warned`, `So I I think`: initials said twice, in damaged text that does it once.
  private func proposeCapitals(_ document: Document, _ words: [Word], _ k: Int, _ proposals: inout Proposals) {
    let word = words[k]
    guard k >= 2, let next = words.at(k + 1), next.gap == .space, next.isLower, next.count > 1,
      words[k - 2].hash != word.hash,
      word.hash == Self.i || words[k - 1].gap == .space && document.wordCounts[word.hash].total <= 6,
      Prose.has(word, in: document.text), document.isDamaged, !document.isVerbatim(at: word.start)
    else { return }
    proposals.delete(Span(words[k - 1].end, word.end), .likely)
  }
  static let i = Lexicon.hash("i")

  /// Words that speech doubles and written news does not: one too many where the text is damaged elsewhere too.
  static let inDamage = WordSet(list: "repeated-word.in-damage")

  /// `on Monday Monday`: days and months are no names that come in twos.
  private func isCalendar(_ words: [Word], _ k: Int) -> Bool {
    Self.calendar.contains(words[k]) && words[k].gap == .space && k >= 2 && words[k - 2].isLower
      && words[k - 1].gap == .space
  }
  static let calendar = WordSet(list: "repeated-word.calendar")

  /// Whether both words stand in the middle of a clause, or at its end: no mark before or between.
  private func isInsideClause(_ words: [Word], _ k: Int) -> Bool {
    guard k >= 2, words[k - 1].gap == .space || isSentenceStart(words[k - 1]), let next = words.at(k + 1) else {
      return false
    }
    return next.gap == .space || next.gap == .stop
  }

  /// `What it is is a mess`: a clause that ends in the verb has one of these before it.
  private func isPlainClause(_ words: [Word], _ k: Int) -> Bool {
    for j in stride(from: k - 2, through: max(0, k - 10), by: -1) {
      if Self.clauseWords.contains(words[j]) { return false }
      if words[j].gap == .line || words[j].gap == .stop { return true }
    }
    return k >= 3
  }
  private static let participles = WordSet(
    "been gone done seen taken given made come become begun fallen risen written driven known shown grown thrown drawn broken spoken chosen stolen frozen eaten held left lost won paid sold told said sent spent kept met put set led built bought brought caught taught thought felt found heard meant run cut hit let read shut"
  )
  private static let behindThat = WordSet(
    "they he she we there these those it its his her their our my many several some three two four five six most all the a an"
  )
  static let had = Lexicon.hash("had")
  /// Verb forms that no ending tells.
  static let irregular = WordSet(list: "repeated-word.irregular")
  static let telling = WordSet(list: "repeated-word.telling")
  static let that = Lexicon.hash("that")
  static let articles = WordSet(list: "repeated-word.articles")
  static let copulas = WordSet(list: "repeated-word.copulas")
  static let clauseWords = WordSet(list: "repeated-word.clause-words")

  /// A name known as one word, doubled this once: `Pakistan Pakistan`.  `Duran Duran` comes back.
  private func isNameOnce(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let name = words[k]
    let entry = Lexicon.entry(name.hash)
    guard name.count >= 5, name.gap == .space, words.at(k + 1)?.startsWithCapital != true,
      words.at(k + 1)?.gap != .hyphen, words[k - 1].gap != .hyphen
    else {
      return false
    }
    let uses = document.wordCounts[name.hash]
    let isKnown = entry.isOnlyName && entry.isCommonName && uses.total >= 3 || entry.isWord(upTo: 3) && !entry.isName
    guard isKnown else { return false }
    // No further than some paragraphs, so that the whole stays linear.
    for j in max(1, k - 400)..<min(words.count, k + 400) where j != k && words[j].hash == name.hash {
      if words[j - 1].hash == name.hash, words[j].gap == .space { return false }
    }
    return true
  }

  /// `Hamad Zahrani Zahrani out of`: a name of two words of which one stands twice, in damaged text.
  private func isSurname(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    guard k >= 2, words[k].count >= 4, words[k - 1].gap == .space, words[k - 2].count > 2, let next = words.at(k + 1)
    else { return false }
    // `The baker Hasan Hasan Uslu`: before a surname.
    let isFirst = words[k - 2].isLower && next.gap == .space && next.isCapitalized
    let isLast =
      words[k - 2].isCapitalized && (next.gap == .space && next.isLower || next.gap == .stop || next.gap == .comma)
    guard isFirst || isLast else { return false }
    return document.wordCounts[words[k].hash].total <= 6 && document.isDamaged
  }

  /// `the United United States`, `the McKinley McKinley plan`: in damaged text a capital said twice, unless names come in twos.
  private func isDoubledName(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let name = words[k]
    guard k >= 2, name.count >= 3, words[k - 1].gap == .space || words[k - 1].gap == .comma,
      let next = words.at(k + 1), next.gap != .hyphen, next.gap != .line,
      !Self.twins.contains(name) || name.hash == Self.new && next.gap == .space && next.isCapitalized
    else { return false }
    let uses = document.wordCounts[name.hash]
    // `Muhammad Ali Ali`: what the text has only so may be a name of two.
    let isBetweenNames = words[k - 2].isCapitalized && next.gap == .space && next.isCapitalized
    guard uses.total >= (Lexicon.entry(name.hash).isKnown || isBetweenNames ? 2 : 3), document.isDamaged else {
      return false
    }
    for j in max(1, k - 400)..<min(words.count, k + 400) where j != k && words[j].hash == name.hash {
      if words[j - 1].hash == name.hash, words[j].gap == .space { return false }
    }
    return true
  }
  private static let new = Lexicon.hash("new")
  private static let twins = WordSet(list: "repeated-word.twins")

  /// Inflected words and nouns of office: adjectives and adverbs are doubled for emphasis, these are not.
  private func isNounOrVerbForm(_ entry: Lexicon.Entry, _ text: Text, _ word: Word) -> Bool {
    if entry.isParticiple || entry.isPast { return true }
    for ending in ["tion", "sion", "ment", "ness", "ship", "ance", "ence", "ity"] where word.count > 6 {
      if text.has(ending.utf8, at: word.end - ending.utf8.count) { return true }
    }
    if text[word.end - 1] == UInt8(ascii: "s"), text[word.end - 2] != UInt8(ascii: "s") {
      return Lexicon.entry(text.utf8, word.start..<(word.end - 1)).isWord(upTo: 4)
    }
    return word.count >= 6 && entry.takesS && !text.has("ly".utf8, at: word.end - 2)
  }
}
