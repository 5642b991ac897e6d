import Language
import TextModel

/// Gives a word the small letter back that nothing but damage explains: `the morning Roll`, `a Comma`, `hours Before The start`.
///
/// Text that was translated or linked in pieces begins each with a capital. In damaged text, of the words that everybody knows: those that
/// this text, or the news, never writes so, with small words on both sides and no other capital near that would make a title of it. A noun
/// may be a body (`the Chamber`) or a team (`the Giants`), so it needs the text to write it small elsewhere and to have more such capitals.
/// What may begin a sentence behind a word that may end one (`in those countries Most people`) stays: there the stop is what was lost.
public struct LoneCapital: WordRule {
  public init() {}
  public let id = "lone-capital"
  public let languages: LanguageScope = .only([.english])

  private static let damaged = "The the crew met with with them. "

  public let fixes = [
    RewriteExample(
      damaged + "A comma is small. It was a matter of a Comma. To win it, they had to Push for years.",
      damaged + "A comma is small. It was a matter of a comma. To win it, they had to push for years."),
    RewriteExample(
      damaged + "No great plan was made, Just a list of things.",
      damaged + "No great plan was made, just a list of things."),
    RewriteExample(
      damaged + "They came hours Before The start, and he Was Late for it.",
      damaged + "They came hours before the start, and he was late for it."),
    RewriteExample(
      damaged + "She was Born in a village, and it rained. They Grew up there.",
      damaged + "She was born in a village, and it rained. They grew up there."),
    RewriteExample(
      damaged + "Negotiations To resume on Monday; the lorry was sent Through Zzolgar.",
      damaged + "Negotiations to resume on Monday; the lorry was sent through Zzolgar."),
  ]
  public let leavesAlone = [
    "It was a matter of a Comma.",
    damaged + "He leads a Fellowship. The rolls say how he was born in those lands Nobody lives there.",
    damaged + "He sat in the Chamber with a Republican and sang of the Lamb.",
    damaged + "The film Push was shown, and then the film Just So again.",
    damaged + "They saw the Giants win, and the Giants lost.",
    damaged + "He is the Born of the film.",
    damaged + "He took a bus to Hull. They wrote of the inside of the Ship.",
    damaged
      + "It gives a window or None .\n\nIf that is None the first is taken. Pick the Help menu; write class Test.",
    damaged + "I am, dear Sir, with great regard, Your most obedient friend.",
  ]

  static let function = WordSet(list: "lone-capital.function")
  static let bodies = WordSet(list: "lone-capital.bodies")
  static let abstract = WordSet(list: "lone-capital.abstract")
  static let articles = WordSet(list: "lone-capital.articles")
  static let determiners = WordSet(list: "lone-capital.determiners")
  static let directions = WordSet(list: "lone-capital.directions")
  static let opening = WordSet(list: "lone-capital.opening")
  static let quantities = WordSet(list: "lone-capital.quantities")
  static let particles = WordSet(list: "lone-capital.particles")
  static let places = WordSet(list: "lone-capital.places")

  public let places = [
    WordTrigger(
      shape: { $0.isCapitalized && $0.isPlain }, gaps: [.space, .comma], length: 2...Int.max,
      entry: { $0.isWord(upTo: 5) })
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    guard document.isDamaged, StopInPhrase.writesCapitals(document) else { return }
    var capital = InnerCapital(in: document)
    var done = 0
    // Content words alone: few for the length of the text are an old print's or a letter's habit, and one that the text never writes small is a
    // name.
    var doubted: [Int] = []
    var found = 0
    for k in places where k > done {
      guard capital.move(to: k), isBehindSmall(capital), let last = last(capital), capital.isInProse,
        last > k ? isRun(capital, last) || isSubject(capital, last) : isAlone(capital), !isNearTitle(capital, last),
        !InnerCapital.works.contains(capital.before), !capital.isLabel, !capital.opensSentence, !capital.opensExistence,
        last > k || !capital.mayOpenSentence, !capital.mayBeUnstopped, !capital.isInVerse,
        !capital.isInHeadline,
        !document.isVerbatim(at: capital.word.start)
      else { continue }
      done = last
      found += 1
      if last == k, !Self.function.contains(capital.word), !isPredicate(capital) {
        doubted.append(k)
        continue
      }
      proposals.together { run in
        for j in k...last { InnerCapital.lower(document.text, document.words[j], .likely, &run) }
      }
    }
    guard found * 4000 >= document.text.count else { return }
    for k in doubted {
      guard capital.move(to: k) else { continue }
      let isSmallElsewhere = capital.uses.lower > 0
      guard
        capital.isNoun && capital.before.hash != InnerCapital.to && !InnerCapital.verbal.contains(capital.before)
          ? isSmallElsewhere && found > 1
          : found > 1 || isSmallElsewhere || capital.suitsBefore && capital.suitsNext
      else { continue }
      capital.lower(.likely, &proposals)
    }
  }

  /// A small word or a number goes before; a word that a sentence begins with, or behind a comma anything, before a function word.
  private func isBehindSmall(_ capital: InnerCapital) -> Bool {
    let before = capital.before
    if capital.word.gap == .comma {
      // `Ana, What you say is true`: who is spoken to has a capital.
      return Self.function.contains(capital.word) && (before.isLower || !Self.spoken.contains(capital.word))
        && !capital.isBehindSalutation
    }
    if before.isLower || before.shape == .digit || before.isCapitalized && isPredicate(capital) { return true }
    guard before.gap == .stop || before.gap == .line || before.gap == .other, before.count > 3,
      capital.next?.gap == .space, Self.function.contains(capital.word)
    else { return false }
    let entry = capital.entries[capital.place - 1]
    return entry.isWord(upTo: 4) && !entry.isName
  }

  private static let spoken = WordSet(
    "what how why when where who if is are do does can could will would you your this that no yes not")

  /// The last word of the capitals that begin here, three at most, each a word that everybody knows; nil where a name may go on.
  private func last(_ capital: InnerCapital) -> Int? {
    let words = capital.words
    let first = capital.place
    var last = first
    while last < first + 2, let next = words.at(last + 1), next.gap == .space, next.isCapitalized, next.shape.isPlain,
      capital.entries[last + 1].isWord(upTo: 5), next.count > 1 || InnerCapital.indefinite.contains(next)
    {
      last += 1
    }
    guard let next = words.at(last + 1) else { return last }
    if next.gap == .hyphen || next.gap == .wide { return nil }
    if next.gap == .space, !next.isLower, next.shape != .digit {
      // `was sent Through Kajen`: a word that ties a name to what is before it.
      guard last <= first + 1, InnerCapital.ties.contains(capital.word), next.startsWithCapital else { return nil }
      let name = last == first || Self.directions.contains(words[first + 1]) ? last + 1 : first + 1
      guard last == first || name == last + 1 else { return nil }
      let entry = capital.entries[name]
      return entry.isOnlyName || !entry.isKnown || isNameHere(capital.document, words[name]) ? first : nil
    }
    return last
  }

  /// The text has the word with its capital again and again, and never without.
  private func isNameHere(_ document: Document, _ word: Word) -> Bool {
    let uses = document.wordCounts[word.hash]
    return uses.capitalInside >= 2 && uses.lower == 0
  }

  /// Another capital within some words that neither a sentence's start nor a name explains.
  private func isNearTitle(_ capital: InnerCapital, _ last: Int) -> Bool {
    let words = capital.words
    let first = capital.place
    let isTitle = { (j: Int) in
      let other = words[j]
      guard other.isCapitalized, other.gap != .line, capital.entries[j].band != 0, other.count > 1 else { return false }
      // `Hall of Fame`
      if j == first - 2, InnerCapital.linking.contains(words[j + 1]) { return true }
      guard other.gap == .space || other.gap == .comma else { return false }
      return !capital.entries[j].isOnlyName && !RepeatedWord.calendar.contains(other)
        && !self.isNameHere(capital.document, other)
    }
    // `tax filings In New York`, `conducted By the Center`: what is behind a tie and an article is of no weight.
    var at = last + 1
    // But `a treatise On the Properties of gold`.
    if first == last, InnerCapital.ties.contains(capital.word), let next = capital.next, next.gap == .space,
      next.startsWithCapital || Self.articles.contains(next) && !InnerCapital.titleStart.contains(capital.word)
    {
      at = last + 5
    }
    while at < last + 4, let other = words.at(at), other.gap == .space || other.gap == .hyphen || other.gap == .comma {
      if isTitle(at) { return true }
      at += 1
    }
    for j in stride(from: first, to: max(0, first - 4), by: -1) {
      guard words[j].gap == .space || words[j].gap == .hyphen || words[j].gap == .comma else { break }
      if isTitle(j - 1) { return true }
    }
    return false
  }

  /// `hours Before The start`, `he Was Late`: a function word is one of them, and the news has some of the neighbours side by side.
  private func isRun(_ capital: InnerCapital, _ last: Int) -> Bool {
    let words = capital.words
    let run = capital.place...last
    guard capital.before.isLower || capital.word.gap == .comma, capital.before.hash != capital.word.hash,
      run.contains(where: { Self.function.contains(words[$0]) }),
      run.allSatisfy({ Self.function.contains(words[$0]) || isCommon(capital, $0) })
    else { return false }
    // `the video of The Shining`
    for j in capital.place..<last where Self.articles.contains(words[j]) { return false }
    var known = 0
    for j in capital.place...(last + 1) {
      guard let word = words.at(j), word.gap == .space else { continue }
      if WordPairs.contains(words[j - 1].hash, word.hash) { known += 1 }
    }
    return known >= 2 || known == 1 && Self.function.contains(capital.word)
  }

  /// `which The Pastor read aloud`, `when The Mayor arrived`: behind what a clause begins with, a person that has an office or a trade.
  private func isSubject(_ capital: InnerCapital, _ last: Int) -> Bool {
    let words = capital.words
    guard last == capital.place + 1, capital.word.hash == CapitalArticle.the,
      Self.subordinating.contains(capital.before),
      Self.offices.contains(words[last]), let next = words.at(last + 1)
    else { return false }
    return next.gap == .space && next.isLower
  }
  private static let subordinating = WordSet(
    "which that when where because if while as until after before since although though whether whom how why and but")
  private static let offices = WordSet(
    """
    pastor priest bishop archbishop cardinal pope rabbi imam vicar abbot mayor minister premier chancellor king queen prince princess president
    governor senator deputy ambassador general colonel captain sergeant officer judge prosecutor lawyer director manager chairman coach referee
    doctor nurse professor teacher headmaster student author writer singer actor actress player striker goalkeeper driver pilot farmer baker
    neighbour neighbor widow mother father parents suspect victim spokesman spokeswoman
    """)

  /// Whether the word at `k`, the capital or one of those behind it, names nothing, as far as it can be told without the words behind.
  private func isCommon(_ capital: InnerCapital, _ k: Int) -> Bool {
    let word = capital.words[k]
    let before = capital.words[k - 1]
    let entry = capital.entries[k]
    let uses = capital.document.wordCounts[word.hash]
    guard uses.capitalInside == 1, !Self.bodies.contains(word), !InnerCapital.honoured.contains(word),
      !Self.particles.contains(before), !Self.particles.contains(word),
      before.hash != InnerCapital.of || k < 2 || !Self.places.contains(capital.words[k - 2])
    else { return false }
    if entry.isCommonName, LowercaseName.candidates.contains(word) || before.hash == InnerCapital.to && !entry.isVerb {
      return false
    }
    return !entry.isName || uses.lower > 0
      || WordPairs.isWrittenSmall(word.hash) && !InnerCapital.determiners.contains(before)
      || entry.isVerb && (before.hash == InnerCapital.to || InnerCapital.verbal.contains(before))
  }

  /// `It must be New every year`, `was Born in`, `They Grew up`: what a noun is said to be or somebody to have done, or what one of a kind is
  /// like, is no part of a name.
  private func isPredicate(_ capital: InnerCapital) -> Bool {
    if Self.irregular.contains(capital.word) || capital.entry.isPast {
      return Self.subjects.contains(capital.before) || Self.being.contains(capital.before)
    }
    guard Self.plain.contains(capital.word) else { return false }
    if InnerCapital.indefinite.contains(capital.before) { return capital.smallNext != nil && capital.suitsNext }
    guard Self.being.contains(capital.before) else { return false }
    return capital.next.map { $0.gap == .stop || $0.gap == .comma || $0.gap == .space && Self.function.contains($0) }
      ?? true
  }
  private static let subjects = WordSet("i he she it we they who you has have had having gets got")
  private static let irregular = WordSet(
    """
    born grown gone come become begun broken bought brought built caught chosen done drawn driven fallen felt fought found forgotten given held
    hidden kept known led left lost made meant met paid risen seen sent shown sold spent spoken stolen struck taken taught thrown told thought
    understood won worn written grew went knew saw took gave came ran sang spoke wrote drove chose rose fell flew threw drew began broke stood
    sat slept said became
    """)
  private static let plain = WordSet(
    "new old big great free open right high low hot cold black white red green golden national nice")
  private static let being = WordSet(
    "be is was are were been being become becomes became very too so more quite not always also still")

  private func isAlone(_ capital: InnerCapital) -> Bool {
    let word = capital.word
    let before = capital.before
    if Self.function.contains(word) {
      // `Chapter 1 It is`; `is not None.`, for which nothing is governed
      guard let next = capital.next, next.gap == .space || next.gap == .comma || next.gap == .other else {
        return false
      }
      // `If the argument is None the value stays; else None goes back.`
      if isNameHere(capital.document, word) { return false }
      return before.hash != word.hash && (before.shape != .digit || InnerCapital.ties.contains(word))
    }
    guard word.gap == .space, before.hash != word.hash else { return false }
    if isPredicate(capital) { return capital.uses.capitalInside == 1 }
    guard before.isLower, isCommon(capital, capital.place) else { return false }
    let text = capital.text
    let entry = capital.entry
    let uses = capital.uses
    let isFollowed = capital.smallNext != nil
    let isSmall = WordPairs.isWrittenSmall(word.hash) || uses.lower > 0
    let isPlural = text.has("s", at: word.end - 1) && !text.has("ss", at: word.end - 2)
    let isNoun = entry.takesS || isPlural
    let isForm = entry.isPast || entry.isParticiple
    // `Doctors say` behind a full stop that was lost.
    if isNoun, capital.isNamedByNext || capital.next.map(Self.opening.contains) ?? false { return false }
    let pairs = (capital.suitsBefore, isFollowed && capital.suitsNext)
    if Self.determiners.contains(before) {
      if InnerCapital.indefinite.contains(before), entry.takesS || isSmall { return true }
      if isFollowed, !entry.takesS || isSmall && pairs.1, !isPlural || isSmall, !entry.isName || isSmall {
        return isForm || isSmall || pairs.1 || InnerCapital.isQuality(word, in: text)
      }
      if !entry.takesS || word.count > 6, isSmall, pairs.0 || pairs.1 { return true }
      return pairs.0 && pairs.1 || WordPairs.isWrittenSmall(word.hash) && (uses.lower > 0 || pairs.0)
        || isAbstract(text, word) && !Self.abstract.contains(word)
    }
    // `a bus to Hull.`
    if before.hash == InnerCapital.to, capital.next?.gap != .space, uses.lower == 0, !pairs.0 { return false }
    if before.hash == InnerCapital.to || InnerCapital.verbal.contains(before) {
      return entry.isVerb || isForm || isSmall || pairs.0 || !isNoun
    }
    return isSmall || pairs.0 || pairs.1 || isForm || !isNoun && isFollowed
      || Self.quantities.contains(before) && !InnerCapital.adjectives.contains(before)
      || InnerCapital.isQuality(word, in: text)
  }

  private func isAbstract(_ text: Text, _ word: Word) -> Bool {
    word.count > 6
      && ["tion", "sion", "ment", "ness", "ance", "ence"].contains { text.has($0.utf8, at: word.end - $0.utf8.count) }
  }
}
