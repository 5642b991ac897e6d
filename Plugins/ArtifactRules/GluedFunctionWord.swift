import Language
import TextModel

/// Sets apart a function word that was glued to its neighbour.
///
/// Links and line ends lose their space when tags go: `Ukraineas`, `ofthe`, `statementfrom`.  A string that neither the lexicon nor the
/// text knows is cut where one side is a function word and the other a common word, or a name that the text has on its own.
/// A lexicon alone would cut names (`Karenin`), so names need the text as witness, and endings that words form with (`-in`,
/// `-as`, `-is`, `-at`) need more than others.
public struct GluedFunctionWord: RewriteRule {
  public init() {}
  public let id = "glued-function-word"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The port of Odesaas seen from the sea; in Odesa, people wait. Odesa is large.",
      "The port of Odesa as seen from the sea; in Odesa, people wait. Odesa is large."),
    RewriteExample("He spoke ofthe war.", "He spoke of the war."),
    RewriteExample("according to a statementfrom the ministry", "according to a statement from the ministry"),
    RewriteExample("It was thegovernment that paid.", "It was the government that paid."),
    RewriteExample("The EUand its partners agreed; the EU pays.", "The EU and its partners agreed; the EU pays."),
  ]
  public let leavesAlone = [
    "Karenin left.", "She was talkin to him.", "Ferdinand slept.", "a hinterland", "whatsoever", "Lutheran",
    "a manifesto",
    "see www.ofthe.com", "Ukrainian", "the standin", "some_ofthe", "Willoughby", "an ampersand", "therefor",
    "PCBs and MPs", "Pashinyan and Putin",
  ]

  /// Glued behind a word. The first class hardly ends words; the second does, and asks for more.
  static let plainAfter = WordSet(
    "the and that with from was were had have will which who this into after before when while said says but are for of to has would could about against between"
  )
  static let weakAfter = WordSet("as in is on at it or an he be we by")
  /// Glued before a word.
  static let plainBefore = WordSet("the from that with and their this which was were have between against")
  static let short = WordSet("of to in on at by for is as and the a it be he we was are had has that this from with")

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    let entries = document.wordEntries
    for k in words.indices where !entries[k].isKnown {
      let word = words[k]
      guard word.count >= 5, word.count <= 30,
        word.shape.isDisjoint(with: [.digit, .apostrophe, .nonASCII]),
        word.gap != .hyphen, words.at(k + 1)?.gap != .hyphen, Prose.has(word, in: text)
      else { continue }
      guard let cut = self.cut(document, word) else { continue }
      // A string that comes back is a name or a term of this text.
      guard document.wordCounts[word.hash].total == 1 else { continue }
      proposals.insert(" ", at: cut.offset, cut.confidence)
    }
  }

  private func cut(_ document: Document, _ word: Word) -> (offset: Int, confidence: Confidence)? {
    let bytes = document.utf8
    let isLower = word.isLower
    guard isLower || word.isCapitalized || capitalsThenSmall(bytes, word) else { return nil }
    var found: (offset: Int, confidence: Confidence)?
    var count = 0
    // Longest function word first: `thatthe` is not `thatt he`.
    for length in stride(from: min(7, word.count - 2), through: 2, by: -1) {
      let offset = word.end - length
      if isSmall(bytes, offset..<word.end), let confidence = judgeEnding(document, word, offset) {
        found = found ?? (offset, confidence)
        count += 1
        break
      }
    }
    if isLower {
      for length in stride(from: min(7, word.count - 2), through: 2, by: -1) {
        let offset = word.start + length
        if let confidence = judgeBeginning(bytes, word, offset) {
          if found == nil { found = (offset, confidence) }
          count += 1
          break
        }
      }
    }
    // Two readings are none, but for two function words, which both ways give the same cut.
    return found
  }

  /// `word` is X + function word, cut at `offset`.
  private func judgeEnding(_ document: Document, _ word: Word, _ offset: Int) -> Confidence? {
    let bytes = document.utf8
    let ending = Lexicon.hash(bytes, offset..<word.end)
    let isPlain = Self.plainAfter.contains(ending)
    guard isPlain || Self.weakAfter.contains(ending) else { return nil }
    let stem = word.start..<offset
    let stemHash = Lexicon.hash(bytes, stem)
    let stemEntry = Lexicon.entry(stemHash)
    if word.isLower {
      if Self.short.contains(stemHash) {
        return isPlain && word.count >= 5 && word.end - offset >= 3 ? .safe : nil
      }
      guard stem.count >= 4 else { return nil }
      if isPlain {
        return stemEntry.isWord(upTo: word.end - offset >= 3 ? 4 : 3) ? .likely : nil
      }
      // `talkin` is speech, `-is`, `-an`, `-or` form words: the text must have the stem itself, and it must not be a verb.
      guard stem.count >= 5, stemEntry.isWord(upTo: 3), document.wordCounts[stemHash].total > 0 else { return nil }
      return stemEntry.isVerb && ending == Self.into ? nil : .likely
    }
    if word.isCapitalized {
      let uses = document.wordCounts[stemHash]
      let isKnownHere = stem.count >= 4 && uses.capital > 0 && (stemEntry.band == 0 || uses.capitalInside > 0)
      if isKnownHere {
        // `Burkinabe`, `Cypriotan`: endings that names form with need a name that the text is about.
        if !isPlain, uses.capital < 2 || !Self.weakAfterNames.contains(ending) { return nil }
        return isPlain || stem.count >= 5 ? .safe : .likely
      }
      guard isPlain, word.end - offset >= 3, stem.count >= 5,
        stemEntry.isCommonName || stemEntry.isWord(upTo: 2) && !stemEntry.isName
      else { return nil }
      return .likely
    }
    // NATOand: the capitals must be known.
    return document.wordCounts[stemHash].total > 0 || stemEntry.isName && stem.count >= 3 ? .likely : nil
  }

  static let weakAfterNames = WordSet("as in is on at by")
  static let into = Lexicon.hash("in")

  /// `word` is function word + X, cut at `offset`.
  private func judgeBeginning(_ bytes: [UInt8], _ word: Word, _ offset: Int) -> Confidence? {
    let start = Lexicon.hash(bytes, word.start..<offset)
    let rest = Lexicon.entry(bytes, offset..<word.end)
    let length = word.end - offset
    if Self.plainBefore.contains(start) {
      if Self.selves.contains(Lexicon.hash(bytes, offset..<word.end)) { return nil }
      return length >= 4 && rest.isWord(upTo: offset - word.start >= 4 ? 4 : 3) ? .likely : nil
    }
    // ofcountry, togovernment: only before long common words.
    guard Self.weakBefore.contains(start) else { return nil }
    return length >= 6 && rest.isWord(upTo: 3) ? .likely : nil
  }
  static let selves = WordSet("self selves")
  static let weakBefore = WordSet("of")

  private func capitalsThenSmall(_ bytes: [UInt8], _ word: Word) -> Bool {
    var at = word.start
    while at < word.end, bytes[at] &- UInt8(ascii: "A") < 26 { at += 1 }
    return at - word.start >= 2 && at < word.end - 1 && isSmall(bytes, at..<word.end)
  }

  private func isSmall(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 &- UInt8(ascii: "a") < 26 }
  }
}
