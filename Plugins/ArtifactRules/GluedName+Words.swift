import Language
import TextModel

/// Seams of which both sides are words that everybody knows, in damaged text.
extension GluedName {
  /// `SupremeCourt`, `ZzolgarUniversity`, `HumanRights`: what bodies are called, two words that news has side by side, or that the text has so
  /// elsewhere.
  func isTitle(_ document: Document, _ words: [Word], _ k: Int, _ seam: Int, _ left: UInt32, _ right: UInt32) -> Bool {
    let word = words[k]
    guard seam - word.start >= 4, word.end - seam >= 4 else { return false }
    if Self.institutions.contains(right) { return true }
    if seam - word.start >= 5, word.end - seam >= 5, WordPairs.containsFolded(left, right) { return true }
    // A word that comes back is a name of its own.
    guard document.wordCounts[word.hash].total == 1 else { return false }
    for j in max(1, k - 400)..<min(words.count, k + 400)
    where words[j].hash == right && words[j].gap == .space && words[j - 1].hash == left && words[j].startsWithCapital {
      return true
    }
    return false
  }
  private static let institutions = WordSet(
    """
    university college school academy court council committee commission party ministry minister republic parliament congress
    association agency federation union institute hospital airport league championship island islands river county province house office
    """)

  /// `Democraticdonors met`, `Congressfinally requires`: a name, a body, or a word that news or the text has with a capital there, and a common
  /// word that names do not end in; the only such cut.
  func behindKnown(_ document: Document, _ words: [Word], _ k: Int) -> Int? {
    let word = words[k]
    guard word.count >= 9, word.shape.isPlain, let next = words.at(k + 1), next.gap != .space || next.isLower else {
      return nil
    }
    var found: Int?
    for offset in (word.start + 5)...(word.end - 4) {
      let rest = Lexicon.hash(document.utf8, offset..<word.end)
      guard isFree(rest), Lexicon.entry(rest).isWord(upTo: 3) else { continue }
      let stem = Lexicon.hash(document.utf8, word.start..<offset)
      let entry = Lexicon.entry(stem)
      // `Frontrunner`, `Uppercross`: a form that no name ends in, or a long word.
      let isForm = isAdverb(document.text, offset, word.end) || Lexicon.entry(rest).isPast || Self.verbs.contains(rest)
      guard isForm || word.end - offset >= 6,
        entry.isCommonName && entry.isOnlyName || isForm && LoneCapital.bodies.contains(stem)
          || WordPairs.containsFolded(stem, rest) && entry.isKnown && offset - word.start >= 6
          || document.wordCounts[stem].capitalInside > 1 && document.wordCounts[stem].lower == 0
      else { continue }
      if found != nil { return nil }
      found = offset
    }
    return found != nil && document.isDamaged ? found : nil
  }

  /// `Weknow from`, `Equallyhard is`: two common words at the start of a sentence, and the first is a pronoun or the like, or news has them side
  /// by side.
  func behindOpener(_ document: Document, _ words: [Word], _ k: Int) -> Int? {
    let word = words[k]
    guard word.gap == .stop || word.gap == .line || word.gap == .other, word.shape.isPlain, let next = words.at(k + 1),
      next.gap == .space ? next.isLower : next.gap == .comma
    else { return nil }
    var found: Int?
    for offset in (word.start + 2)..<(word.end - 1) {
      let rest = Lexicon.hash(document.utf8, offset..<word.end)
      let stem = Lexicon.hash(document.utf8, word.start..<offset)
      guard Lexicon.entry(stem).isWord(upTo: 2), Lexicon.entry(rest).isWord(upTo: 2),
        Self.starters.contains(stem)
          ? word.end - offset > 2 && !Self.endings.contains(rest) && Lexicon.entry(rest).isWord(upTo: 1)
          : WordPairs.containsFolded(stem, rest)
            && (!Self.endings.contains(rest) || WordPairs.contains(rest, next.hash))
      else { continue }
      if found != nil { return nil }
      found = offset
    }
    return found != nil && document.isDamaged ? found : nil
  }

  private func isAdverb(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    end - start > 5 && text.has("ly", at: end - 2)
  }

  private static let starters = WordSet(
    "we you they he she it let some many most these those so if when why what how our your my know once  next all")

  /// A common word of news that no name and no compound ends in.
  private func isFree(_ rest: UInt32) -> Bool {
    WordPairs.isCommon(rest) && !Self.endings.contains(rest) && !GluedWord.suffixes.contains(rest)
      && !GluedWord.seconds.contains(rest)
  }
}
