import Language
import TextModel

/// Deletes a pronoun that a translator put behind the subject which was there already: `Moreira He asked for calm`.
///
/// Spanish, Italian and Greek leave the pronoun out.  Where a name is a link, the rest of the sentence is translated by itself and gets a
/// subject, with the capital of a sentence’s start.  A name cannot stand before such a pronoun in English: what is before the name in its
/// clause must be nothing but names, titles and prepositions, for behind a verb the pronoun begins a sentence whose stop is lost.
public struct RestoredPronoun: WordRule {
  public init() {}
  public let id = "restored-pronoun"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "As on other occasions, Moreira He asked for calm. Moreira smiled.",
      "As on other occasions, Moreira asked for calm. Moreira smiled."),
    RewriteExample(
      "Governor Lozzano She denied that it was so. Lozzano left.",
      "Governor Lozzano denied that it was so. Lozzano left."),
    RewriteExample(
      "For Moreira He the debt is no problem. Moreira left.", "For Moreira the debt is no problem. Moreira left."),
    RewriteExample(
      "The envoy Ana Moreira and the mayor Petr Zzol They were late of of it with the the boat.",
      "The envoy Ana Moreira and the mayor Petr Zzol were late of of it with the the boat."),
    RewriteExample(
      "The the council was late, since he They make it so, and the minister He denied with with them.",
      "The the council was late, since they make it so, and the minister denied with with them."),
  ]
  public let leavesAlone = [
    "The Lord He is good. The Lord is good.", "They went to see Moreira He was late. Moreira left.",
    "And He said so to Moreira.",
    "The the crew left with with them. That day He left the town. They went to the town It was late.",
    "The the crew left of of it. The envoy saw the mayor Petr Zzol They were late.", "Moreira He asked for calm.",
    "The Man He Killed", "Moreira, He asked. Moreira left.",
  ]

  static let pronouns = WordSet("he she they it")
  public let places = [
    WordTrigger(words: [Self.pronouns], shape: \.isCapitalized, gaps: [.space], gapsBehind: [.space])
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    for k in places where k > 0 {
      let name = words[k - 1]
      if name.isLower {
        proposeBehindSmall(document, words, k, &proposals)
        continue
      }
      guard name.isCapitalized, name.count > 2, !Lexicon.entry(name.hash).isWord(upTo: 3), !Self.divine.contains(name),
        let next = words.at(k + 1), next.isLower, goesOn(document, k + 1),
        isSubject(words, k - 1) && (document.wordCounts[name.hash].capital > 1 || document.isDamaged)
          || isLongSubject(document, words, k - 1) && document.isDamaged,
        Prose.has(words[k], in: document.text), !document.isVerbatim(at: name.start)
      else { continue }
      proposals.delete(Span(name.end, words[k].end), .likely)
    }
  }

  /// `since he They make it`, `and the minister He denied it`: in damaged text, a pronoun behind another, or behind the noun with its article
  /// that a clause begins with.
  private func proposeBehindSmall(_ document: Document, _ words: [Word], _ k: Int, _ proposals: inout Proposals) {
    let before = words[k - 1]
    guard let next = words.at(k + 1), next.isLower, goesOn(document, k + 1), Prose.has(words[k], in: document.text)
    else { return }
    if Self.small.contains(before) {
      guard document.hasDamage, !document.isVerbatim(at: before.start) else { return }
      proposals.together {
        $0.delete(Span(before.start, words[k].start), .likely)
        $0.replace(
          Span(words[k].start, words[k].start + 1), with: CollectionOfOne(document.text[words[k].start] | 0x20), .likely
        )
      }
      return
    }
    guard isNounPhrase(document, words, k - 1), document.hasDamage, !document.isVerbatim(at: before.start) else {
      return
    }
    proposals.delete(Span(before.end, words[k].end), .likely)
  }

  /// An article and one to three words, with the beginning of a clause before it, and no stretch of time.
  private func isNounPhrase(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    guard !DoubledSubject.times.contains(words[k]) else { return false }
    for j in stride(from: k - 1, through: max(0, k - 3), by: -1) {
      guard words[j + 1].gap == .space, !DoubledSubject.times.contains(words[j]) else { return false }
      if CapitalResidue.articles.contains(words[j]) {
        return words[j].gap == .stop || words[j].gap == .line || words[j].gap == .comma
          || j > 0 && words[j].gap == .space && Self.joints.contains(words[j - 1])
      }
      if document.wordEntries[j].isPast || InnerCapital.function.contains(words[j]) { return false }
    }
    return false
  }
  private static let small = WordSet("he she they it")
  private static let joints = WordSet("and but that because while although")

  /// Whether the clause has nothing before the name at `k` but names, titles and prepositions.
  private func isSubject(_ words: [Word], _ k: Int) -> Bool {
    var at = k
    while k - at < 6 {
      if words[at].gap != .space { return words[at].gap != .hyphen && words[at].gap != .wide }
      at -= 1
      guard at >= 0, words[at].startsWithCapital || Self.particles.contains(words[at]) else { return false }
    }
    return false
  }

  /// Whether the clause begins with an article, and has nothing between it and the name at `k` but nouns, names and what joins them: `The
  /// president Ana Moreira and the minister Petr Lund They were`.
  private func isLongSubject(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    var at = k
    while at >= 0, k - at < 14 {
      let word = words[at]
      if word.gap != .space {
        return k - at > 1 && Self.articles.contains(word) && word.gap != .hyphen && word.gap != .wide
      }
      if word.isLower, !Self.particles.contains(word), !Self.articles.contains(word) {
        let entry = document.wordEntries[at]
        guard entry.takesS, !entry.isVerb, !entry.isPast else { return false }
      }
      at -= 1
    }
    return false
  }
  private static let articles = WordSet("the a an")

  /// Whether a word goes on behind a subject: a verb, or what may stand where its clause was cut.
  private func goesOn(_ document: Document, _ k: Int) -> Bool {
    let word = document.words[k]
    let entry = document.wordEntries[k]
    if entry.isPast || entry.isVerb || Self.behind.contains(word) { return true }
    // `recognizes`
    return document.text.has("s", at: word.end - 1) && word.count > 3
      && Lexicon.entry(document.utf8, word.start..<(word.end - 1)).isVerb
  }

  static let divine = WordSet("god lord jesus christ father allah")
  static let particles = WordSet("the of de da do la del van von der bin al and")
  /// What goes on behind a subject, beside the verbs that their ending tells.
  static let behind = WordSet(
    "said says told was is were are has have had will would can could did does made took gave went came saw knew thought found the a an also never not then"
  )
}
