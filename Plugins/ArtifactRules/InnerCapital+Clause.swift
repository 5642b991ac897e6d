import Language

/// Whether a sentence of its own may follow a capital: then its stop is what was lost, and not its small letter.
extension InnerCapital {
  /// `could not handle it But a lot of people did`, `those pills And more than half were ill`, `her career She said`: what may end a sentence
  /// before the capital, and behind it a subject with its verb.
  var mayBeUnstopped: Bool {
    guard word.gap == .space, Self.joints.contains(word) || Self.persons.contains(word), hasVerbBefore else {
      return false
    }
    guard
      Self.ends.contains(before) || mayOpenSentence && !entries[place - 1].isPast && !Self.times.contains(before)
    else { return false }
    if Self.persons.contains(word) { return next.map { $0.gap == .space && isVerb(place + 1) } ?? false }
    var isBehindArticle = false
    for j in (place + 1)..<min(words.count, place + 8) {
      guard words[j].gap == .space || words[j].gap == .comma else { return false }
      if Self.persons.contains(words[j]), words.at(j + 1)?.gap == .space, isVerb(j + 1) { return true }
      if isBehindArticle, isVerb(j), entries[j - 1].takesS || text.has("s", at: words[j - 1].end - 1) { return true }
      if j > place + 1, Self.relative.contains(words[j]) { return false }
      if LoneCapital.articles.contains(words[j]) || words[j].startsWithCapital { isBehindArticle = true }
    }
    return false
  }

  private func isVerb(_ j: Int) -> Bool {
    guard let word = words.at(j), word.isLower else { return false }
    return Self.finite.contains(word) || entries[j].isPast || GluedName.verbs.contains(word)
      || StopInPhrase.verbs.contains(word)
  }

  /// A verb earlier in the same sentence.
  private var hasVerbBefore: Bool {
    for j in stride(from: place - 1, to: max(0, place - 40), by: -1) {
      if isVerb(j) { return true }
      if words[j].gap == .stop || words[j].gap == .line { return false }
    }
    return false
  }

  private static let joints = WordSet("but and or for among")
  private static let persons = WordSet("he she they it we i you there")
  private static let ends = WordSet("it them him her us me up out off down away there here then too again now")
  private static let times = WordSet("today tomorrow yesterday tonight")
  private static let relative = WordSet("who which that where whose")
  private static let finite = WordSet(
    "is are was were has have had will would can could may might must should does did do isn't wasn't haven't don't doesn't didn't"
  )
}
