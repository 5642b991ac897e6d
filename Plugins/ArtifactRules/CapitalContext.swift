import Language
import TextModel

/// What the rules for capitals left behind by links and headlines ask about the neighbourhood of a word.
enum CapitalContext {
  /// Function words that no name consists of.
  static let function = WordSet(list: "capital-residue.function")
  /// May stand as the first word of a title that goes on in small letters.
  static let titleStart = WordSet(list: "capital-residue.title-start")
  static let works = WordSet(list: "capital-residue.works")
  static let clauseStarts = WordSet(list: "capital-residue.clause-starts")
  static let verseStarts = WordSet(list: "capital-residue.verse-starts")
  static let subjects = WordSet(list: "capital-residue.subjects")
  /// Behind these a capital may begin a name.
  static let determiners = WordSet(list: "capital-residue.determiners")
  static let honoured = WordSet(list: "capital-residue.honoured")
  static let specific = WordSet(list: "capital-residue.specific")
  static let saying = WordSet(list: "capital-residue.saying")

  /// Gives a word a small first letter.
  static func lower(_ text: Text, _ word: Word, _ confidence: Confidence, _ proposals: inout Proposals) {
    proposals.replace(Span(word.start, word.start + 1), with: CollectionOfOne(text[word.start] | 0x20), confidence)
  }

  /// Titles of works go on with a capital after a small word or two: `Over the Rainbow`, `In the Heat of the Night`.
  static func isNoTitle(_ words: [Word], _ k: Int) -> Bool {
    let mayStart = titleStart.contains(words[k])
    for j in (k + 2)...(k + 4) {
      guard let word = words.at(j), word.gap == .space else { return true }
      if word.startsWithCapital {
        return !mayStart && !works.contains(words[k - 1]) && j > k + 2 || Lexicon.entry(word.hash).isOnlyName
      }
    }
    return true
  }

  /// `Dear Madam, It is with regret`: letters write what follows with a capital.
  static func isBehindSalutation(_ words: [Word], _ k: Int) -> Bool {
    (max(0, k - 8)..<k).contains { salutations.contains(words[$0]) }
  }
  private static let salutations = WordSet("dear dearest sir sirs madam gentlemen greetings")

  /// `In another case, the …`: the full stop before it is lost, and a small letter would hide that.
  static func opensSentence(_ words: [Word], _ k: Int) -> Bool {
    guard words[k].gap == .space, clauseStarts.contains(words[k]) else { return false }
    for j in (k + 1)...(k + 7) {
      guard let word = words.at(j) else { return false }
      if word.gap == .comma {
        // `In the two largest ports, amid fears`: no clause begins behind the comma.
        return word.startsWithCapital || word.shape.contains(.digit) || subjects.contains(word)
          || j > k + 2 && !function.contains(word)
      }
      if word.gap != .space && word.gap != .hyphen { return false }
    }
    return false
  }

  /// Verse that was run into one line has a capital every few words.
  static func isVerse(_ words: [Word], _ k: Int) -> Bool {
    for j in (k - 13)...(k + 13) where abs(j - k) >= 5 {
      guard let word = words.at(j), word.isCapitalized, word.gap == .space || word.gap == .comma else { continue }
      if verseStarts.contains(word) || function.contains(word), words.at(j + 1)?.isLower == true,
        words.at(j - 1)?.isLower == true
      {
        return true
      }
    }
    return false
  }

  /// Whether a capital stands nearby in the sentence that is owed neither to its start nor to a well-known name: a title, a body.
  static func isAmongCapitals(_ words: [Word], _ k: Int) -> Bool {
    let isTitle = { (other: Word) in
      other.startsWithCapital && (other.gap == .space || other.gap == .comma) && !Lexicon.entry(other.hash).isOnlyName
    }
    for j in k..<(k + 4) {
      guard let other = words.at(j + 1), other.gap != .stop, other.gap != .line else { break }
      if j > k, isTitle(other) { return true }
    }
    for j in stride(from: k, to: k - 4, by: -1) {
      guard words[j].gap != .stop, words[j].gap != .line, let other = words.at(j - 1) else { break }
      if j < k, isTitle(other) { return true }
    }
    return false
  }
}
