import Language
import TextModel

/// Deletes what stands twice where two windows of a decoder overlap.
///
/// A machine that translates or rewrites a text piece by piece emits the words at the seam with both pieces: `only from power plants. But
/// the power plants. But the president`.  The copy is the same to the byte, marks included, and it begins and ends anywhere, whereas who
/// says something twice for its sake says a whole word of feeling or a whole clause.  So, in a damaged text, a run of words counts that
/// begins inside a clause and goes on inside it behind the copy, and such a run with its comma or colon (`$90 million in August, in
/// August, and`).  Chains that idiom builds (`and by and by`, `from time to time to`), what begins with a conjunction, what is said of or
/// to somebody in two words, names in twos and words that speech doubles stay, as does all that stands in lines of verse.
public struct DecoderOverlap: WordRule {
  public init() {}
  public let id = "decoder-overlap"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "They met people,officials say,of the The town. It would cut gases only from power plants. But the power plants. But the mayor waits.",
      "They met people,officials say,of the The town. It would cut gases only from power plants. But the mayor waits."),
    RewriteExample(
      "They met people,officials say,of the The town. They raised $90 million in August, in August, and the bank has more.",
      "They met people,officials say,of the The town. They raised $90 million in August, and the bank has more."),
    RewriteExample(
      "They met people,officials say,of the The town. So why would Kay would Kay even go there?",
      "They met people,officials say,of the The town. So why would Kay even go there?"),
    RewriteExample(
      "They met people,officials say,of the The town. He says that there was was a grain of truth in it.",
      "They met people,officials say,of the The town. He says that there was a grain of truth in it."),
    RewriteExample(
      "They met people,officials say,of the The town. They say that 44 44 percent would stay, he he said.",
      "They met people,officials say,of the The town. They say that 44 percent would stay, he said."),
  ]
  public let leavesAlone = [
    "They met people,officials say,of the The town. It went on, and by and by they left.",
    "They met people,officials say,of the The town. She came from time to time to see them.",
    "They met people,officials say,of the The town. They cried and cried and cried. It took weeks and weeks and more.",
    "They met people,officials say,of the The town. We shall fight, we shall fight.",
    "They met people,officials say,of the The town. What it was was a mess, and he had had enough of that that day.",
    "So why would Kay would Kay even go there?",
    "They met people,officials say,of the The town. I want the one the one I loved sat on. It is the ball, the ball, always the ball.",
    "They met people,officials say,of the The town. A very, very cold day; no, no, he said. I know I know it.",
  ]

  public let places = [
    WordTrigger(gaps: [.space, .comma, .stop, .other], repeats: .pairAhead),
    WordTrigger(gaps: [.space, .stop], repeats: .wordBefore),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    var next = 0
    for k in places where k >= next {
      guard let copy = copy(document, words, k) ?? echo(document, words, k), document.isDamaged,
        !document.isLayout(at: copy.start)
      else { continue }
      proposals.delete(copy, .likely)
      while next < words.count, words[next].start < copy.end { next += 1 }
    }
  }

  /// What is too much where a run of two to ten words that begins at `k` stands again behind itself.
  private func copy(_ document: Document, _ words: [Word], _ k: Int) -> Span? {
    guard k > 0 else { return nil }
    let text = document.text
    for length in stride(from: min(10, (words.count - k) / 2), through: 2, by: -1) {
      let second = k + length
      guard words[second].hash == words[k].hash, words[second + 1].hash == words[k + 1].hash,
        (2..<max(2, length)).allSatisfy({ words[k + $0].hash == words[second + $0].hash })
      else { continue }
      let first = Span(words[k].start, words[second - 1].end)
      let again = Span(words[second].start, words[second + length - 1].end)
      guard first.count == again.count, text[first].elementsEqual(text[again]), !text[first].contains(0x0A),
        isSeam(document, words, k, length)
      else { return nil }
      return Span(first.end, again.end)
    }
    return nil
  }

  /// Whether a run and its copy meet inside a clause, and are none that somebody says.
  private func isSeam(_ document: Document, _ words: [Word], _ k: Int, _ length: Int) -> Bool {
    let text = document.text
    let end = words[k + length - 1].end
    let again = words[k + length].start
    let last = words[k + 2 * length - 1].end
    guard let next = words.at(k + 2 * length), next.hash != words[k].hash,
      words[k - 1].hash != words[k + length - 1].hash,
      Prose.isEdge(text, before: words[k].start), Prose.isEdge(text, after: last)
    else { return false }
    let run = words[k..<(k + length)]
    let isPair = length == 2
    // A sentence or a clause may begin twice; that its first words stand again without a mark between is no one’s will.
    if words[k].gap != .space, length < 3 || again != end + 1 { return false }
    if run.allSatisfy({ $0.hash == words[k].hash }) || run.allSatisfy(\.startsWithCapital) && isPair && !next.isLower {
      return false
    }
    if length < 4 {
      if Self.conjunctions.contains(words[k]) || run.contains(where: { Self.persons.contains($0) }) { return false }
      if Self.conjunctions.contains(words[k + length - 1]),
        isPair || words[k + 1].count < 5 || Self.particles.contains(words[k + 1])
      {
        return false
      }
    }
    if isPair {
      // `of which 2,871 2,871 are`: one number, in two words.
      if run.contains(where: { $0.shape.contains(.digit) }) {
        return words[k].shape == .digit && words[k + 1].shape == .digit && words[k + 1].gap == .other
          && words[k - 1].isLower && again == end + 1 && next.gap == .space && next.isLower
      }
      // `story after story after`, but not `captured by captured by`.
      if Self.chains.contains(words[k + 1]), !document.wordEntries[k].isParticiple, !document.wordEntries[k].isPast {
        return false
      }
      if words[k + 1].hash == Self.to, words[k - 1].hash == Self.from { return false }
      // `I want the one the one I loved sat on`
      if words[k].hash == Self.the, Self.speakers.contains(next) { return false }
    }
    if again == end + 1 { return text[end] == 0x20 && (next.gap == .space || next.gap == .stop || next.gap == .comma) }
    // The mark goes along with both copies.
    guard again == end + 2, text[end + 1] == 0x20, text[end] == UInt8(ascii: ",") || text[end] == UInt8(ascii: ":"),
      text.has(CollectionOfOne(text[end]), at: last), next.gap != .line
    else { return false }
    // `the ball, the ball, always the ball`: said for its sake, it comes once more.
    for j in (k + 2 * length)..<min(words.count, k + 2 * length + 8) where words[j].hash == words[k].hash {
      return false
    }
    return !Self.subjects.contains(words[k]) && !Self.conjunctions.contains(words[k])
  }

  /// What is too much where the word at `k` stands before itself: `there was was a grain`, `44 44 percent`, `Mr. Mr. Kay`.
  private func echo(_ document: Document, _ words: [Word], _ k: Int) -> Span? {
    guard k >= 2, words[k].hash == words[k - 1].hash, words[k - 2].hash != words[k].hash, let next = words.at(k + 1),
      next.hash != words[k].hash
    else { return nil }
    let text = document.text
    let word = words[k]
    let before = words[k - 1]
    let copy = Span(before.end, word.end)
    guard text[word.span].elementsEqual(text[before.span]), Prose.isEdge(text, before: before.start),
      Prose.isEdge(text, after: word.end)
    else { return nil }
    if word.start == before.end + 2 {
      let isTitle = Self.titles.contains(word) && word.isCapitalized && next.startsWithCapital
      return isTitle && text.has(". ", at: before.end) && text.has(". ", at: word.end) ? copy : nil
    }
    guard word.start == before.end + 1, text[before.end] == 0x20, next.gap == .space, next.isLower else { return nil }
    // `,” he he said`
    if Self.subjects.contains(word), word.isLower, document.wordEntries[k + 1].isPast || Self.verbs.contains(next) {
      return copy
    }
    guard before.gap == .space, words[k - 2].isLower || before.shape.contains(.apostrophe) else { return nil }
    if word.shape == .digit { return word.count > 1 ? copy : nil }
    // `Kay’s Kay’s plan`
    if word.startsWithCapital {
      return text.has("’s", at: word.end - 4) || text.has("'s", at: word.end - 2) ? copy : nil
    }
    guard word.isLower, word.count > 1,
      !Self.doubled.contains(word) || Self.modals.contains(word) || Self.copulas.contains(word)
    else { return nil }
    // `what it was was a mess`, `the man I told told me`: a clause of its own stands before.
    if document.wordEntries[k].isVerb || Self.copulas.contains(word) {
      for j in stride(from: k - 2, through: max(0, k - 10), by: -1) {
        if Self.clauses.contains(words[j]) || j == k - 2 && Self.bound.contains(words[j]) { return nil }
        if words[j].gap == .line || words[j].gap == .stop || words[j].gap == .comma { break }
      }
    }
    return copy
  }

  static let the = Lexicon.hash("the")
  static let to = Lexicon.hash("to")
  static let from = Lexicon.hash("from")
  static let conjunctions = WordSet("and or but nor")
  /// They build chains: `story after story after story`.
  static let chains = WordSet("and or by after upon over but nor on off no ha la")
  static let persons = WordSet("i me my you your we us our o oh")
  static let particles = WordSet("along around about again never always")
  static let subjects = WordSet("he she they we it")
  static let speakers = WordSet("i he she we they you it")
  /// Before a verb they may be the subject of a clause that has no other mark.
  static let bound = WordSet("that i he she they we you")
  /// What a subject is followed by and no object, but for the verbs that their ending tells.
  static let verbs = WordSet(
    "said says told tells told spoke thinks thought knew knows is was are were has had have will would can could did does"
  )
  static let titles = WordSet("mr mrs ms dr prof gen sen rep gov col sgt capt rev lt")
  static let modals = WordSet("can could will would may might must shall should")
  static let copulas = WordSet("is are was were be been")
  static let clauses = WordSet(
    "what who which whatever whoever all it how where why when as if")
  static let doubled = WordSet(list: "repeated-word.doubled")
}
