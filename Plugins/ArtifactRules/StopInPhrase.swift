import Language
import TextModel

/// Takes out a full stop that cuts a phrase in two.
///
/// Where a link ended, translators end a sentence: `a visit to Beijing. and Moscow`, `has approved. the rules`, `the president of.
/// Portugal`.  A small word that joins on (`and`, `of`, `with`) cannot begin a sentence in lower case, nor can any word that news
/// sets right behind the one before the stop; and an article or preposition cannot end one.  Abbreviations stay, and so does all of a
/// text that writes its sentences in lower case.
public struct StopInPhrase: RewriteRule {
  public init() {}
  public let id = "stop-in-phrase"
  public let languages = LanguageScope.only(["en"])

  public let fixes = [
    RewriteExample(
      "They flew to Lisbon. and Porto in May. Then it rained.", "They flew to Lisbon and Porto in May. Then it rained."),
    RewriteExample("They went to the edge. of the road.", "They went to the edge of the road."),
    RewriteExample("The council has approved. the new rules.", "The council has approved the new rules."),
    RewriteExample(
      "Two ships left the harbour.where they had waited , and on Friday.in Bonn the the mayor spoke.",
      "Two ships left the harbour where they had waited , and on Friday in Bonn the the mayor spoke."),
    RewriteExample(
      "They held the the race at the Col de la. Bique with with him. Then it rained.",
      "They held the the race at the Col de la Bique with with him. Then it rained."),
    RewriteExample(
      "The the mayor, who will be 40. years old in the biggest. hall of of it, left in May. 2020 for good. Then it rained.",
      "The the mayor, who will be 40 years old in the biggest hall of of it, left in May 2020 for good. Then it rained."
    ),
    RewriteExample(
      "It came of of a meeting with. Zzolgar Tem, as the head of the the crew.said on Monday. Then it rained.",
      "It came of of a meeting with Zzolgar Tem, as the head of the the crew said on Monday. Then it rained."),
    RewriteExample("He called it “a long road”.and left.", "He called it “a long road” and left."),
    RewriteExample("“It is a long road”.he said on Monday.", "“It is a long road”, he said on Monday."),
    RewriteExample("“It is a long road” .he said on Monday.", "“It is a long road”, he said on Monday."),
    RewriteExample(
      "The the village has only . 212 people in winter, and the road . of of the valley is closed.",
      "The the village has only 212 people in winter, and the road of of the valley is closed."),
    RewriteExample(
      "It made more than in the entire previous. decade, with with the boat of of it.",
      "It made more than in the entire previous decade, with with the boat of of it."),
    RewriteExample("They went to Lisbon, Porto and. Faro.", "They went to Lisbon, Porto and Faro."),
    RewriteExample("She met the president of. Portugal in May.", "She met the president of Portugal in May."),
  ]
  public let leavesAlone = [
    "They sell nuts, fruit, etc. and more.", "Acme Inc. and Bolt Ltd. of London", "at 9 a.m. and 5 p.m. on Friday",
    "i came home. and then i slept. but it was late.", "See fig. in the book.", "He lives in the U.S. and works.",
    "the vol. of the book", "It fell... and broke.", "the .and file", "Wait. Then he left.",
    "The the man that I heard of. While of of late it rained.", "the actions. invasion of the north",
    "the place he came from. Portugal won.",
    "It was him they were talking of. Miss Bennet left.", "You can’t see it. now what?",
    "It came from Ohio. in keeping with Ash, the tool will sell.",
    "So it is. there is a plan of it. Then it rained. He left. in the evening he came back. On Monday it rained.",
    "The the sites os.path and foo.in are with with us.",
    "The the crew relies on of of its managers. has been praised with with joy.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    var writesCapitals: Bool?
    for mark in document.punctuation where mark.scalar == "." {
      if mark.before == .quote || mark.before == .space,
        mark.after == .lower || mark.after == .space && text.isLower(mark.end + 1)
      {
        proposeBehindQuotation(document, mark, &proposals)
      }
      if mark.before == .space, text.has(" ", at: mark.end) { proposeBetweenSpaces(document, mark, &proposals) }
      if mark.before == .digit, mark.after == .space { proposeCounted(document, mark, &writesCapitals, &proposals) }
      guard mark.before == .lower else { continue }
      if mark.after == .lower { proposeGlued(document, mark, &proposals) }
      guard mark.after == .space else { continue }
      let next = text.spaceEnd(from: mark.end)
      guard next - mark.end == 1, text.isASCIILetter(next) else {
        if text.isDigit(next) { proposeYear(document, mark, next, &proposals) }
        continue
      }
      let before = text.letters(before: mark.offset)
      if text.isUpper(next), !mayBeUnfinished(text, before) { continue }
      let word = text.letters(from: next)
      let isPlain =
        (endsInSpace(text, word.end) || text.isUpper(word.start) && isEnd(text, word.end)) && goesOn(text, before, word)
      guard isPlain || cutsSentence(document, before, word), !disagrees(text, before, word),
        !Self.ownsClause(text, word)
      else { continue }
      if writesCapitals == nil { writesCapitals = StopInPhrase.writesCapitals(document) }
      guard writesCapitals == true, !document.isVerbatim(at: mark.offset) else { continue }
      if adds(text, before, word) {
        proposals.replace(Span(mark.offset, mark.end), with: ",", .likely)
      } else {
        proposals.delete(Span(mark.offset, mark.end), .likely)
      }
    }
  }

  /// `oil managers. has been praised`: a plural, and a verb of one: the subject is lost, and with it more than a stop can say.
  private func disagrees(_ text: Text, _ before: Span, _ word: Span) -> Bool {
    guard word.count <= 3, Self.ofOne.contains(hash(text, word)), before.count > 4, text.isLower(before.start),
      text.has("s", at: before.end - 1), !text.has("ss", at: before.end - 2)
    else { return false }
    let noun = Lexicon.entry(text.utf8, before.start..<(before.end - 1))
    return noun.takesS && Lexicon.entry(text.utf8, before.range).isWord(upTo: 4)
  }
  private static let ofOne = WordSet("has is was")

  /// `will be 40. years old`, `more than 20. people`: a number and what is counted.
  private func proposeCounted(
    _ document: Document, _ mark: PunctuationMark, _ writesCapitals: inout Bool?, _ proposals: inout Proposals
  ) {
    let text = document.text
    guard text.isLower(mark.end + 1) else { return }
    let number = text.digits(before: mark.offset)
    let word = text.letters(from: mark.end + 1)
    guard number.count <= 3, number.start > 1, text[number.start - 1] == 0x20, text.isLower(number.start - 2),
      Self.counted.contains(hash(text, word)) || ProseWords.has(.unit, text, word),
      isEnd(text, word.end), document.isDamaged, !document.isVerbatim(at: mark.offset)
    else { return }
    if writesCapitals == nil { writesCapitals = Self.writesCapitals(document) }
    guard writesCapitals == true else { return }
    proposals.delete(Span(mark.offset, mark.end), .likely)
  }
  private static let counted = WordSet(
    "people men women children others countries persons days weeks months employees soldiers students members times victims"
  )

  /// `In May. 2020 he left`
  private func proposeYear(_ document: Document, _ mark: PunctuationMark, _ next: Int, _ proposals: inout Proposals) {
    let text = document.text
    let month = text.letters(before: mark.offset)
    guard month.count > 2, text.isUpper(month.start), GluedNumber.months.contains(hash(text, month)),
      text.digits(from: next).count == 4, text.has("19", at: next) || text.has("20", at: next), document.isDamaged,
      !document.isVerbatim(at: mark.offset)
    else { return }
    proposals.delete(Span(mark.offset, mark.end), .likely)
  }

  /// `the biggest. attack of the war`, `in a small. house`: an adjective behind its article, and a noun.
  private func isQualified(_ text: Text, _ before: Span, _ word: Span) -> Bool {
    let article = text.letters(before: text.spaceStart(before: before.start))
    guard Self.articles.contains(hash(text, article)), before.count > 3, word.count > 3 else { return false }
    let entry = Lexicon.entry(text.utf8, word.range)
    return entry.takesS && entry.isWord(upTo: 4) && !Self.joining.contains(hash(text, word))
      && (Self.qualities.contains(hash(text, before)) || text.has("est", at: before.end - 3) && before.count > 5)
  }
  private static let qualities = WordSet(
    """
    small large great new old young long short high low good bad major minor main local national international political military economic
    foreign public private recent current former next last first second third single double whole entire different similar important serious
    """)

  /// Behind nearly every stop a sentence begins with a capital, and it is cut from the one before only where that does not end: asked first,
  /// for this costs little.
  private func mayBeUnfinished(_ text: Text, _ before: Span) -> Bool {
    guard before.count <= 7, text.isLower(before.start) else { return false }
    let last = hash(text, before)
    return Self.unfinished.contains(last) || Self.articles.contains(last) || Self.particles.contains(last)
      || Self.behindNoun.contains(last)
  }
  /// Small words of names.
  private static let particles = WordSet("de del la las los le les du des von van der den della dos el al bin")

  /// `the Col de la. Bique`: a particle behind another or behind a name.
  private func isParticle(_ text: Text, _ word: Span) -> Bool {
    guard Self.particles.contains(hash(text, word)) else { return false }
    let before = text.letters(before: text.spaceStart(before: word.start))
    return !before.isEmpty && (text.isUpper(before.start) || Self.particles.contains(hash(text, before)))
  }

  private func hash(_ text: Text, _ word: Span) -> UInt32 { Lexicon.hash(text.utf8, word.range) }

  /// Whether a clause only adds to what was named, behind a comma: `the bell, which`, `Ash, who`; not `in which`.
  private func adds(_ text: Text, _ before: Span, _ word: Span) -> Bool {
    let next = hash(text, word)
    return text.isUpper(before.start) && Self.adding.contains(next)
      || word.count == 5 && text.has("which", at: word.start) && !Self.prepositions.contains(hash(text, before))
  }
  private static let adding = WordSet("who which where whose")

  /// `the study. is free`, `in the. spring`, `this. year`: in damaged text, a small word that joins on or a form of a verb behind the stop,
  /// or a word before it that no sentence ends in.
  private func cutsSentence(_ document: Document, _ before: Span, _ word: Span) -> Bool {
    let text = document.text
    guard before.start > 0, text[before.start - 1] == 0x20 || text[before.start - 1] >= 0x80, isEnd(text, word.end)
    else { return false }
    let last = hash(text, before)
    guard text.isLower(word.start) else {
      return text.isLower(before.start)
        && (Self.articles.contains(last) || isParticle(text, before)
          || isOf(text, before) && Lexicon.entry(text.utf8, word.range).band == 0)
        && text.isLower(word.start + 1) && document.isDamaged
    }
    guard text.isLower(before.start) || before.count > 3,
      before.count <= 2 ? Self.open.contains(last) : !ProseWords.isAbbreviation(text, before)
    else { return false }
    let next = hash(text, word)
    let isCut: Bool
    if Self.joining.contains(next) || ProseWords.has(.joins, text, word) {
      isCut = text.has(" ", at: word.end)
    } else if text.isLower(before.start), Self.open.contains(last) {
      // `12 in. wide`
      isCut =
        (word.count > 1 || text.has("a ", at: word.start)) && Lexicon.entry(next).isWord(upTo: 6)
        && !text.isDigit(text.spaceStart(before: before.start) - 1)
    } else {
      // `people. caught with it`, `the men. carrying it`
      let entry = Lexicon.entry(next)
      isCut =
        isQualified(text, before, word)
        || Self.verbs.contains(next)
        || word.count > 4 && (entry.isPast || entry.isParticiple) && text.has(" ", at: word.end)
    }
    // `who has. to go`: one such stop is enough.
    return isCut && (Self.cut.contains(last) ? document.hasDamage : document.isDamaged)
  }
  private static let cut = WordSet("the a an of has have had or with from for by my your his their our")

  /// `have only . 212 people`, `the road . of the valley`: a stop between spaces where the phrase goes on.
  private func proposeBetweenSpaces(_ document: Document, _ mark: PunctuationMark, _ proposals: inout Proposals) {
    let text = document.text
    guard mark.offset > 2, text[mark.offset - 1] == 0x20, text.isLower(mark.offset - 2) else { return }
    let before = text.letters(before: mark.offset - 1)
    let next = mark.end + 1
    let last = hash(text, before)
    let isCut =
      text.isDigit(next)
      ? (Self.open.contains(last) || Self.quantity.contains(last)) && document.isDamaged
      : text.isLower(next) && cutsSentence(document, before, text.letters(from: next))
    guard isCut, !document.isVerbatim(at: mark.offset), Self.writesCapitals(document) else { return }
    proposals.delete(Span(mark.offset - 1, mark.end), .likely)
  }
  private static let quantity = WordSet("only about some over nearly almost around roughly least under")

  /// `the city of`, `a meeting with`: no form of a verb before it.
  private func isOf(_ text: Text, _ word: Span) -> Bool {
    guard Self.behindNoun.contains(hash(text, word)) else { return false }
    let noun = text.letters(before: text.spaceStart(before: word.start))
    let entry = Lexicon.entry(text.utf8, noun.range)
    guard noun.count > 3, text.isLower(noun.start), entry.isWord(upTo: 4) else { return false }
    // `a meeting with`: what an article makes a noun.
    let article = text.letters(before: text.spaceStart(before: noun.start))
    return !entry.isVerb && !entry.isPast && !entry.isParticiple
      || !article.isEmpty && article.count < 4 && Self.articles.contains(hash(text, article))
  }

  /// Whether a word ends here as words of prose do.
  private func isEnd(_ text: Text, _ at: Int) -> Bool {
    guard at < text.count else { return true }
    switch text[at] {
    case 0x20, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-"), 0x80...:
      return true
    case UInt8(ascii: "."): return Prose.isEdge(text, after: at)
    default: return false
    }
  }

  /// `in July.in Istanbul`, `the harbour.where they wait`: between two words of prose, of which the second joins on, a full stop without a
  /// space is what is left of a link.
  private func proposeGlued(_ document: Document, _ mark: PunctuationMark, _ proposals: inout Proposals) {
    let text = document.text
    let before = text.letters(before: mark.offset)
    let word = text.letters(from: mark.end)
    guard before.count > 2, before.start > 1,
      text[before.start - 1] == 0x20 || text[before.start - 1] >= 0x80 || text.has("\"", at: before.start - 1),
      text.has(" ", at: word.end), word.count > 1,
      text.isLower(before.start) || before.count > 3, !ProseWords.isAbbreviation(text, before),
      Self.joining.contains(Lexicon.hash(text.utf8, word.range)) || isNoun(document, word)
        || text.has("said", at: word.start) && word.count == 4,
      document.isDamaged,
      Lexicon.entry(text.utf8, before.range).isKnown
        || text.isUpper(before.start) && Self.adding.contains(hash(text, word)),
      !document.isVerbatim(at: mark.offset)
    else { return }
    proposals.replace(Span(mark.offset, mark.end), with: adds(text, before, word) ? ", " : " ", .likely)
  }
  /// `a lifeline”.and urged`, `a long road”.he said`: behind a quotation, what stands for the stop is a space, or the comma before a speaker.
  private func proposeBehindQuotation(
    _ document: Document, _ mark: PunctuationMark, _ proposals: inout Proposals
  ) {
    let text = document.text
    let start = text.spaceStart(before: mark.offset)
    guard start > 3, mark.offset - start <= 1 else { return }
    let quote = text.scalar(before: start)
    guard quote == "”" || quote == "»" || quote == "\"", text.isLower(text.index(before: start) - 1) else { return }
    let word = text.letters(from: mark.after == .space ? mark.end + 1 : mark.end)
    guard text.has(" ", at: word.end), !document.isVerbatim(at: mark.offset) else { return }
    if mark.after == .space { guard document.isDamaged else { return } }
    let end = word.start
    let next = text.letters(from: word.end + 1)
    if SpeechWords.isSaying(text, word)
      || Self.speakers.contains(Lexicon.hash(text.utf8, word.range)) && SpeechWords.isSaying(text, next)
    {
      proposals.replace(Span(start, end), with: ", ", .likely)
    } else if quote != "\"" || document.isDamaged, word.count > 1,
      Self.joining.contains(Lexicon.hash(text.utf8, word.range)) || ProseWords.has(.joins, text, word)
    {
      proposals.replace(Span(start, end), with: " ", .likely)
    }
  }
  private static let speakers = WordSet("he she they it we i")

  private static let behindNoun = WordSet("of with between against")

  /// A common noun, which begins no sentence without an article: `the metro.stations`.
  private func isNoun(_ document: Document, _ word: Span) -> Bool {
    let entry = Lexicon.entry(document.utf8, word.range)
    return word.count >= 5 && document.text.has("s", at: word.end - 1) && entry.isWord(upTo: 3) && !entry.isVerb
  }
  static let joining = WordSet(
    "in of to with from for by on at as and or where which who whose that than into between against during under after before until while because is are was were has have had will would can could"
  )

  /// Whether the sentence goes on behind the stop.
  private func goesOn(_ text: Text, _ before: Span, _ word: Span) -> Bool {
    guard before.count > 1, before.start > 0, text[before.start - 1] == 0x20 else { return false }
    let last = Lexicon.hash(text.utf8, before.range)
    if text.isUpper(word.start) {
      guard text.isLower(before.start), Self.unfinished.contains(last), word.count > 1,
        !ProseWords.has(.starts, text, word)
      else { return false }
      return !Self.stranded.contains(last) || followsNoun(text, before)
    }
    guard text.isLower(before.start) || before.count > 3, !ProseWords.isAbbreviation(text, before) else { return false }
    if before.count > 3, word.count < 12, ProseWords.has(.joins, text, word) { return !opensSentence(text, word) }
    guard text.isLower(before.start), word.count > 2 else { return false }
    let next = Lexicon.hash(text.utf8, word.range)
    return Self.unfinished.contains(last)
      || !Self.finished.contains(last) && !Self.clauses.contains(next) && WordPairs.contains(last, next)
  }

  /// `in keeping with Ash, the tool`: a phrase that a comma ends is the beginning of a sentence that lost its capital.
  private func opensSentence(_ text: Text, _ word: Span) -> Bool {
    guard Self.prepositions.contains(Lexicon.hash(text.utf8, word.range)) else { return false }
    for at in word.end..<min(text.count, word.end + 60) {
      if text[at] == UInt8(ascii: ",") { return true }
      if text[at] == UInt8(ascii: ".") || text[at] == 0x0A { return false }
    }
    return false
  }
  /// `there is a plan`, `in the evening he came back`, `on Monday the road was closed`: a whole sentence, which lost its capital and no more.
  static func ownsClause(_ text: Text, _ first: Span) -> Bool {
    let opener = Lexicon.hash(text.utf8, first.range)
    let isThere = opener == there
    if text.has("that is ", at: first.start) || text.has("that was ", at: first.start) {
      // `that is what it means`, not `the plan. that is bad`
      let word = text.letters(from: first.end + (text.has("is", at: first.end + 1) ? 4 : 5))
      return pointing.contains(Lexicon.hash(text.utf8, word.range))
    }
    guard isThere || starting.contains(opener) else { return false }
    var isBehindArticle = false
    var isBehindNoun = false
    var isBehindSubject = isThere
    var at = first.end
    for step in 1...8 {
      let isBehindComma = step > 1 && text.has(", ", at: at)
      guard isBehindComma || text.has(" ", at: at) else { return false }
      let word = text.letters(from: at + (isBehindComma ? 2 : 1))
      guard !word.isEmpty else { return false }
      let hash = Lexicon.hash(text.utf8, word.range)
      if isBehindSubject || isBehindNoun {
        if finite.contains(hash) { return true }
        if isBehindSubject, !isThere, Lexicon.entry(text.utf8, word.range).isPast, text.isLower(word.start) {
          return true
        }
      }
      if isThere || relative.contains(hash) { return false }
      isBehindNoun = isBehindArticle
      isBehindArticle = step > 1 && determiners.contains(hash)
      isBehindSubject = step > 1 && subjects.contains(hash)
      at = word.end
    }
    return false
  }
  private static let pointing = WordSet("what why how because where when")
  private static let there = Lexicon.hash("there")
  static let starting = WordSet("in on at after before during since from as by under until despite according")
  private static let subjects = WordSet("he she it they we i you there")
  private static let determiners = WordSet("the a an his her its their our this these no")
  private static let relative = WordSet("who which that where whose when whom what and or but because if while")
  private static let finite = WordSet(
    "is are was were has have had will would can could may might must should does did do isn't wasn't can't won't")

  static let articles = WordSet("the a an their its our your every")
  /// Words that something of the same phrase follows.
  static let open = WordSet(
    "the a an their its our my your every any whose to in of into onto upon than between among against during within without from with for at by and or that this would could will can cannot must should may might had has have was were is are been be being very more most such each several until unless whereas although because previous entire various numerous main recent"
  )
  /// Forms of verbs that begin no sentence, nor a noun's phrase.
  static let verbs = WordSet(
    "be been being do does did must should may might cannot said says told gave went came took made became began fell rose grew left ran saw knew got kept led lost won held found thought brought wrote meant felt stood sat spoke goes comes takes makes gives remains seems became remained seemed caught built bought sold sent paid spent taught wound bound hung driven written given taken seen shown known born worn torn grown thrown flown"
  )
  static let prepositions = WordSet("in on at for with from by after before during under as to of between about over")

  /// `the president of`, unlike `they were talking of`: a noun that is no verb.
  private func followsNoun(_ text: Text, _ word: Span) -> Bool {
    let noun = text.letters(before: text.spaceStart(before: word.start))
    guard !noun.isEmpty, text.isLower(noun.start) else { return false }
    let entry = Lexicon.entry(text.utf8, noun.range)
    return entry.takesS && !entry.isVerb && entry.isWord(upTo: 3) && noun.count > 4
  }

  /// Words that no sentence ends in.
  static let unfinished = WordSet(
    "the a an of and or their its our my your whose into onto upon than between among against during every"
  )

  /// Prepositions that a clause may end in.
  static let stranded = WordSet("of into onto upon between among against during")
  /// Small words that often end a sentence, and those that begin one in the writing of people who hurry.
  static let finished = WordSet(
    "it him them me her us there here now then so too up out in on off down back over away this that these those one all yes no"
  )
  static let clauses = WordSet(
    "if i when but so what who why how he she they we it this these there now then please thanks because where you yes no just also not"
  )

  private func endsInSpace(_ text: Text, _ at: Int) -> Bool { at < text.count && text[at] == 0x20 }

  /// Whether sentences of the text begin with capitals: at most one in six behind a full stop does not.
  static func writesCapitals(_ document: Document) -> Bool {
    let text = document.text
    var capitals = 1
    var smalls = 0
    for mark in document.punctuation where mark.scalar == "." && mark.after.isGap && mark.before == .lower {
      var at = mark.end
      while at < text.count, at - mark.end < 8, text[at] <= 0x20 { at += 1 }
      if text.isLower(at) { smalls += 1 } else { capitals += 1 }
    }
    return smalls <= 1 || capitals >= smalls * 5 || capitals >= smalls * 2 && document.isDamaged
  }
}
