import Language
import TextModel

/// Deletes the second of two equal phrases, and the fragment of a sentence that stands again behind it.
///
/// Decoders fall into loops: `of the of the`, `on the shore of on the shore of`; spinners leave the tail of a sentence once more behind
/// its full stop (`and its workers. workers.`), a clause behind its comma (`, a source said, a source said`), or one of two conjuncts twice with the stop between (`the bank and the bank. its
/// customers`).  A name may stand twice or more with a comma between (`Ana Moreira, Ana Moreira said`).  Of a loop one turn stays.
/// Chains that idiom builds (`on and on and on`, `day after day after day`), counting and refrains stay; so does a phrase of two
/// words unless it begins with an article, a preposition or the like.
public struct RepeatedPhrase: WordRule {
  public init() {}
  public let id = "repeated-phrase"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them. It has run since the Carter years and the Carter years.",
      "The the crew met with with them. It has run since the Carter years."),
    RewriteExample(
      "The the crew met with with them. He left Omar Al-Zzolgar Al-Zzolgar out of the team.",
      "The the crew met with with them. He left Omar Al-Zzolgar out of the team."),
    RewriteExample(
      "The the crew met with with them. “He turns off the kettle. kettle.” They left.",
      "The the crew met with with them. “He turns off the kettle.” They left."),
    RewriteExample(
      "The the crew met with with them. They came at around at around nine.",
      "The the crew met with with them. They came at around nine."),
    RewriteExample(
      "The the crew met with with them. The port is shut, the envoy said, the envoy said.",
      "The the crew met with with them. The port is shut, the envoy said."),
    RewriteExample(
      "The the crew met with with them. On Monday On Monday, they left.",
      "The the crew met with with them. On Monday, they left."),
    RewriteExample(
      "The the crew met with with them and their NATO allies. NATO allies. They left.",
      "The the crew met with with them and their NATO allies. They left."),
    RewriteExample("It is one of the of the oldest towns.", "It is one of the oldest towns."),
    RewriteExample("They met on the shore of on the shore of the lake.", "They met on the shore of the lake."),
    RewriteExample("It slipped through his hands his hands again.", "It slipped through his hands again."),
    RewriteExample("They took part in part in the race.", "They took part in the race."),
    RewriteExample(
      "They are checked by inspectors by inspectors from abroad.", "They are checked by inspectors from abroad."),
    RewriteExample("The port and its workers. workers. Ships wait.", "The port and its workers. Ships wait."),
    RewriteExample(
      "The envoy said the envoy said the envoy said the talks had failed.", "The envoy said the talks had failed."),
    RewriteExample("In the evening Ana Moreira Ana Moreira told them so.", "In the evening Ana Moreira told them so."),
    RewriteExample("Ana Moreira, Ana Moreira, Ana Moreira left.", "Ana Moreira left."),
    RewriteExample("They came from Chad, Chad, Chad and Mali.", "They came from Chad and Mali."),
    RewriteExample("He was the head of the head of the mission.", "He was the head of the mission."),
    RewriteExample(
      "He thanked the central bank and the central bank. its customers.",
      "He thanked the central bank and its customers."),
  ]
  public let leavesAlone = [
    "If we want to be first we have to be first. We have to win both against the big teams.",
    "It went on and on and on.", "Day after day after day they came.", "ha ha ha ha", "New York New York",
    "bye bye bye bye",
    "more and more and more", "one two one two", "It rained. rained.in", "See example. example.com is free.",
    "the same the same way",
    "He talked along and talked along and slept.", "and by and by they left", "and so on and so on",
    "We shall fight, we shall fight.", "to be or not to be", "little by little by little", "the more the merrier",
    "hand in hand in hand", "They called a spade a spade.", "two by two by two",
    "Mary, Mary, Mary! cried Ash.", "Sirhan Sirhan and Boutros Boutros left.", "Mary Jane! Mary Jane, come.",
  ]

  static let starts = WordSet(
    "of in to with from for by at on as into the an and or that which their its his our is are was were has have will would between against during under through about over"
  )
  /// Said to somebody, a phrase may be said twice.
  static let persons = WordSet("i me my you your we us our o oh")
  static let nests = WordSet("of to is in for was")
  static let articles = WordSet("a an")
  static let chains = WordSet(
    "and by after over on upon no ha la more to more bye round up down so very ho he on off again or yeah yes")

  public let places = [
    WordTrigger(repeats: .pairAhead), WordTrigger(shape: \.isLower, gaps: [.stop]),
    WordTrigger(shape: \.startsWithCapital, gaps: [.comma], repeats: [.wordBefore, .secondBefore]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    var next = 0
    for k in places where k >= next {
      if let length = Self.repeated(words, k) {
        // Where the words alone say that it is none, nobody counts how often it stands there.
        var counted: Int?
        let turns = {
          let turns = counted ?? Self.turns(words, k, length)
          counted = turns
          return turns
        }
        if isDamage(document, words, k, length, turns) {
          let end = k + turns() * length
          proposals.delete(Span(words[k + length - 1].end, words[end - 1].end), length >= 4 ? .safe : .likely)
          next = end
          continue
        }
      }
      if words[k].gap == .space, let length = repeatedTail(document, words, k) {
        proposals.delete(Span(words[k + length - 1].end, words[k + 2 * length - 1].end), .likely)
        next = k + 2 * length
      } else if words[k].gap == .comma, let length = repeatedClause(document, words, k) {
        proposals.delete(Span(words[k + length - 1].end, words[k + 2 * length - 1].end), .likely)
        next = k + 2 * length
      } else if let length = secondConjunct(document, words, k) {
        proposals.delete(Span(words[k + length - 1].end, words[k + 2 * length].end), .likely)
        next = k + 2 * length + 1
      } else if words[k].gap == .comma, let end = listedName(document, words, k) {
        proposals.delete(Span(words[k - 1].end, words[end - 1].end), .likely)
        next = end
      } else if words[k].gap == .stop, words[k].isLower {
        proposeFragment(document, words, k, &proposals)
      }
    }
  }

  /// Of a longer loop this much is read at once, so that time stays linear; what is left is for the next round.
  private static let mostTurns = 64

  /// How often the phrase of some words at `k` stands in a row, `mostTurns` at most.
  private static func turns(_ words: [Word], _ k: Int, _ length: Int) -> Int {
    var turns = 2
    while turns < Self.mostTurns, k + (turns + 1) * length <= words.count,
      (0..<length).allSatisfy({
        words[k + $0].hash == words[k + turns * length + $0].hash
          && ($0 > 0 || words[k + turns * length].gap == .space)
      })
    {
      turns += 1
    }
    return turns
  }

  /// `Chad, Chad, Chad and`, `Ana Moreira, Ana Moreira said`: where the copies end of the name that ends before `k`.
  private func listedName(_ document: Document, _ words: [Word], _ k: Int) -> Int? {
    guard words[k].startsWithCapital else { return nil }
    for length in 1...2 where k >= length && words[k - length].hash == words[k].hash {
      guard
        (0..<length).allSatisfy({
          words[k - length + $0].startsWithCapital && words[k - length + $0].count > 2
            && ($0 == 0 || words[k - length + $0].gap == .space)
        })
      else { continue }
      // A single name needs two copies and an enumeration before it: somebody may be called.
      if length == 1, k < 2 || words[k - 1].gap != .space || !words[k - 2].isLower { continue }
      var end = k
      while end - k < Self.mostTurns * length, end + length <= words.count, words[end].gap == .comma,
        (0..<length).allSatisfy({
          words[end + $0].hash == words[k - length + $0].hash && ($0 == 0 || words[end + $0].gap == .space)
        })
      {
        end += length
      }
      guard end - k >= (length == 1 ? 2 : length), let next = words.at(end), next.gap == .space, next.isLower,
        !document.isLayout(at: words[k].start)
      else { continue }
      return end
    }
    return nil
  }

  /// `, another source said, another source said.`: how many words between two commas stand again behind the second, in damaged text; of two
  /// words it may be said twice on purpose.
  private func repeatedClause(_ document: Document, _ words: [Word], _ k: Int) -> Int? {
    var length = 1
    while length <= Self.longestClause, let next = words.at(k + length), next.gap == .space || next.gap == .hyphen {
      length += 1
    }
    guard length >= 3, length <= Self.longestClause, k + 2 * length <= words.count, words[k + length].gap == .comma,
      (0..<length).allSatisfy({
        words[k + $0].hash == words[k + length + $0].hash
          && ($0 == 0 || words[k + length + $0].gap == words[k + $0].gap)
      }),
      words.at(k + 2 * length).map({ $0.gap != .space && $0.gap != .hyphen }) ?? true,
      (k..<k + length).contains(where: { words[$0].count >= 4 }), document.isDamaged,
      Prose.has(words[k], in: document.text), !document.isLayout(at: words[k].start)
    else { return nil }
    return length
  }
  /// Triggers see no further.
  private static let longestClause = 10

  /// `since the Carter years and the Carter years.`: of how many words two equal conjuncts are, of which the first begins at `k`.
  private func secondConjunct(_ document: Document, _ words: [Word], _ k: Int) -> Int? {
    guard Self.determiners.contains(words[k]) || words[k].startsWithCapital && words[k].count > 2 else { return nil }
    for length in 2...5 {
      let joint = k + length
      guard let conjunction = words.at(joint), conjunction.hash == Self.and || conjunction.hash == Self.or,
        conjunction.gap == .space,
        words.at(joint + length) != nil,
        (0..<length).allSatisfy({
          words[k + $0].hash == words[joint + 1 + $0].hash && words[joint + 1 + $0].gap == .space
            && ($0 == 0 || words[k + $0].gap == .space)
        }),
        (1..<length).contains(where: { words[k + $0].count >= 4 }),
        words.at(joint + length + 1).map({
          // `the bank and the bank. its customers` is another rule’s.
          $0.gap != .hyphen && $0.hash != Self.and && !$0.startsWithCapital || $0.startsWithCapital && $0.gap == .stop
        }) ?? true,
        words.at(joint + length + 1).map({ $0.gap != .stop || !$0.isLower }) ?? true, document.isDamaged,
        !document.isLayout(at: words[k].start)
      else { continue }
      return length
    }
    return nil
  }
  static let and = Lexicon.hash("and")
  static let or = Lexicon.hash("or")

  /// How many words from `k` on stand again right behind themselves, ten at most.
  private static func repeated(_ words: [Word], _ k: Int) -> Int? {
    let longest = min(10, (words.count - k) / 2)
    guard longest >= 2 else { return nil }
    let first = words[k].hash
    let second = words[k + 1].hash
    var length = longest
    while length >= 2 {
      defer { length -= 1 }
      // Two hashes decide nearly always.
      guard words[k + length].hash == first, words[k + length + 1].hash == second, words[k + length].gap == .space
      else {
        continue
      }
      if (2..<max(2, length)).allSatisfy({ words[k + $0].hash == words[k + length + $0].hash }) { return length }
    }
    return nil
  }

  private func isDamage(
    _ document: Document, _ words: [Word], _ k: Int, _ length: Int, _ turns: () -> Int
  ) -> Bool {
    if opensTwice(document, words, k, length), turns() == 2 { return true }
    // The same word over and over is a song, a laugh or a table.
    var distinct = 1
    var hasSmall = false
    var isChant = true
    var capitals = 0
    for j in k..<(k + length) {
      if j > k, words[j].hash != words[k].hash { distinct += 1 }
      if words[j].isLower, Self.starts.contains(words[j]) { hasSmall = true }
      if words[j].isLower, words[j].count >= 4 { isChant = false }
      if Self.persons.contains(words[j]), length < 4 || !document.isDamaged { return false }
      if words[j].startsWithCapital { capitals += 1 }
      // Nor does a sentence end inside a copy: `To be first we have to be first. We have to win.`
      for gap in [words[j].gap, words[j + length].gap] where j > k {
        if gap == .line || gap == .stop || gap == .wide { return false }
      }
      if words[j].shape.contains(.digit), length < 3 || words[j].count > 4 { return false }
      if words[k + length].startsWithCapital != words[k].startsWithCapital {
        guard length > 2, words[k].gap == .line || words[k].gap == .stop else { return false }
      }
    }
    if capitals == length || capitals == length - 1 && hasSmall && length > 2 {
      return distinct > 1 && isNameOnce(document, words, k, length, turns)
    }
    guard distinct > 1, hasSmall || !isChant else { return false }
    // `cried and cried`, `by and by`, `and so on and so on`: a conjunction at the seam builds chains.
    if Self.joints.contains(words[k]) || Self.joints.contains(words[k + length - 1]) { return false }
    // `a pointer to a pointer to it`, `a rose is a rose is a rose`: one of a kind within another.
    if length == 3, (k..<k + 3).contains(where: { Self.nests.contains(words[$0]) }),
      (k..<k + 3).contains(where: { Self.articles.contains(words[$0]) })
    {
      return false
    }
    // `the one the one I loved sat on`
    if length == 2, words[k].hash == Self.the, let next = words.at(k + 4), Self.subjects.contains(next) { return false }
    // A short phrase three times is on purpose.
    if length < 3, turns() > 2 { return false }
    // `on and on and on`: the word before is the phrase's own last one.
    if k > 0, words[k - 1].hash == words[k + length - 1].hash { return false }
    if Self.chains.contains(words[k + length]), length == 2, words[k + 1].count < 7, !Self.isFunction(words[k + 1]),
      !Self.determiners.contains(words[k])
    {
      return false
    }
    guard length >= 3 || isPair(words, k) || isPlainPair(words, k) && document.isDamaged else { return false }
    let text = document.text
    return Prose.has(words[k], in: text) && Prose.has(words[k + turns() * length - 1], in: text)
  }

  /// `its NATO allies. NATO allies.`: the last words of a sentence as a sentence of their own.
  private func repeatedTail(_ document: Document, _ words: [Word], _ k: Int) -> Int? {
    for length in 2...4 where k + 2 * length <= words.count && words[k + length].gap == .stop {
      guard
        (0..<length).allSatisfy({
          words[k + $0].hash == words[k + length + $0].hash && words[k + $0].shape == words[k + length + $0].shape
            && ($0 == 0 || words[k + $0].gap == .space && words[k + length + $0].gap == .space)
        })
      else { continue }
      let text = document.text
      let last = words[k + 2 * length - 1]
      // `She loves New York. New York.`: names are said with feeling.
      guard words.at(k + 2 * length).map({ $0.gap == .stop || $0.gap == .line || $0.gap == .other }) ?? true,
        last.isLower, last.count >= 4, text.has(". ", at: words[k + length - 1].end), text.has(".", at: last.end),
        words[k].startsWithCapital || words[k].count >= 4, document.isDamaged, Prose.has(last, in: text)
      else { return nil }
      return length
    }
    return nil
  }

  /// `On Monday On Monday`, `According to According to`: the beginning of a sentence, with its capital again.
  private func opensTwice(_ document: Document, _ words: [Word], _ k: Int, _ length: Int) -> Bool {
    let word = words[k]
    guard length <= 5, word.isCapitalized, word.gap == .stop || word.gap == .line, words[k + length].isCapitalized,
      Self.opening.contains(word), k + 2 * length < words.count, words[k + 2 * length].gap != .line,
      (1..<length).allSatisfy({ words[k + $0].gap == .space && words[k + length + $0].gap == .space })
    else { return false }
    return document.isDamaged && Prose.has(word, in: document.text)
  }
  private static let opening = WordSet(
    "according in on at for after before during with from since by under over despite until because")

  /// `Ana Moreira Ana Moreira told`: a name of some words, before a small one, and doubled nowhere else.
  private func isNameOnce(
    _ document: Document, _ words: [Word], _ k: Int, _ length: Int, _ turns: () -> Int
  ) -> Bool {
    let turns = turns()
    if length == 2, turns == 2, words[k + 1].gap == .hyphen, words[k + 3].gap == .hyphen, k > 0, words[k].gap == .space,
      let next = words.at(k + 4), next.gap != .hyphen, !next.startsWithCapital
    {
      // `Hamad Al-Shehri Al-Shehri out of`
      return document.isDamaged && !document.isLayout(at: words[k].start)
    }
    guard turns == 2, let next = words.at(k + turns * length), next.gap == .space, next.isLower,
      (k..<(k + length)).allSatisfy({ words[$0].count > 2 && !words[$0].isAllCapitals || words[$0].isLower })
    else { return false }
    if k > 0, words[k].gap == .space || words[k].gap == .comma, words[k - 1].startsWithCapital { return false }
    return document.wordCounts[words[k].hash].capital < 8 && !document.isLayout(at: words[k].start)
  }

  /// `at around at around`, `she gets she gets`: any two small words of a clause, which no idiom ties to themselves, in damaged text.
  private func isPlainPair(_ words: [Word], _ k: Int) -> Bool {
    guard let next = words.at(k + 4), next.hash != words[k].hash,
      next.gap == .space || next.gap == .stop || next.gap == .comma
    else { return false }
    return (k..<k + 4).allSatisfy {
      words[$0].isLower && (words[$0].gap == .space || $0 == k && words[$0].gap == .comma)
        && !Self.idiomatic.contains(words[$0])
    }
  }
  /// `the one the one I loved sat on`: a clause without its pronoun.
  private static let the = Lexicon.hash("the")
  private static let subjects = WordSet("i he she we they you it")
  private static let idiomatic = WordSet(
    "and or by after over on upon no ha la to bye round up down ho off again yeah yes but very so")

  /// Two words that are damage when they stand twice: `of the`, `his hands`, `eight years`, `part in` before what it governs.
  private func isPair(_ words: [Word], _ k: Int) -> Bool {
    let first = words[k]
    let second = words[k + 1]
    if Self.starts.contains(first), Self.isFunction(second) { return true }
    // `by inspectors by inspectors from`: nobody says a preposition and its noun twice before the clause goes on.
    if Self.governing.contains(first), second.isLower, second.count >= 5, Lexicon.entry(second.hash).isWord(upTo: 3),
      !Self.pronominal.contains(second), let next = words.at(k + 4), next.gap == .space, next.isLower,
      let before = words.at(k - 1), before.isLower, first.gap == .space
    {
      return true
    }
    // `a very important very important question`: no chant has such long words.
    if first.isLower, second.isLower, first.count >= 4, second.count >= 7, WordPairs.contains(first.hash, second.hash),
      let next = words.at(k + 4), next.gap == .space, next.isLower
    {
      return true
    }
    let isNoun =
      second.isLower && second.count >= 4 && Lexicon.entry(second.hash).takesS || second.count >= 4 && second.isLower
    if Self.determiners.contains(first) {
      return isNoun && !Self.chains.contains(second) && !Self.pronominal.contains(second)
    }
    if Self.numerals.contains(first) { return isNoun && first.isLower && Lexicon.entry(second.hash).isWord(upTo: 2) }
    guard first.isLower, first.count >= 4, Self.particles.contains(second), let next = words.at(k + 4) else {
      return false
    }
    return next.gap == .space
      && (Self.determiners.contains(next) || next.startsWithCapital || next.shape.contains(.digit))
  }
  static let governing = WordSet("by in of to with from for at on into between against during under about over")
  static let determiners = WordSet("the his her their its our this that these")
  static let pronominal = WordSet("more same other others most less best last first next only very rest")
  static let numerals = WordSet("two three four five six seven eight nine ten twelve twenty many several few")
  static let particles = WordSet("in of to with from for at on")
  static let functionWords = WordSet(
    "the a an their its his her our this that these those be been which of to in for by from")
  private static func isFunction(_ word: Word) -> Bool { functionWords.contains(word) }

  /// `k` begins small behind a full stop: is it what stood before the stop?
  private func proposeFragment(_ document: Document, _ words: [Word], _ k: Int, _ proposals: inout Proposals) {
    let text = document.text
    guard k > 0, words[k].start == words[k - 1].end + 2, text.has(". ", at: words[k - 1].end) else { return }
    for length in 1...4 where k >= length && k + length <= words.count {
      let isSame = (0..<length).allSatisfy {
        words[k - length + $0].hash == words[k + $0].hash && ($0 == 0 || words[k + $0].gap == .space)
      }
      let end = words[k + length - 1].end
      guard isSame, end < text.count, text[end] == UInt8(ascii: "."),
        end + 1 == text.count || text[end + 1] == 0x20 || text[end + 1] == 0x0A || text[end + 1] == 0x0D
          || (text.has("”", at: end + 1) || text.has("\"", at: end + 1)) && words[k].count >= 4 && document.isDamaged
      else { continue }
      guard words[k].count > 1 || length > 1 else { continue }
      // With the stop before it, so that no other rule takes that out as well.
      proposals.delete(Span(words[k - 1].end, end), .safe)
      return
    }
    // `He has scratched. scratched the bark`: the sentence goes on behind the copy.
    if words[k].hash == words[k - 1].hash, words[k].count >= 5, words[k - 1].isLower, words[k - 1].gap == .space,
      let next = words.at(k + 1), next.gap == .space, next.isLower, document.isDamaged,
      !document.isLayout(at: words[k].start)
    {
      proposals.delete(Span(words[k - 1].end, words[k].end), .likely)
      return
    }
    proposeConjunct(document, words, k, &proposals)
  }

  /// `the bank and the bank. its customers`: the second conjunct goes, with the stop.
  private func proposeConjunct(_ document: Document, _ words: [Word], _ k: Int, _ proposals: inout Proposals) {
    for length in 2...6 where k >= 2 * length + 1 {
      let joint = k - length - 1
      guard Self.joints.contains(words[joint]), words[k - length].gap == .space, words[joint].gap == .space,
        (0..<length).allSatisfy({ words[joint - length + $0].hash == words[k - length + $0].hash })
      else { continue }
      proposals.delete(Span(words[k - length].start, words[k].start), .likely)
      return
    }
  }
  static let joints = WordSet("and or")
}
