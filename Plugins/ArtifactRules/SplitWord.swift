import Language
import TextModel

/// Joins a word that was pulled apart: `the govern ment`, `it hap pened`.
///
/// Soft hyphens, line ends and columns of a page leave a space inside words.  One of the pieces is no word that anybody uses, the
/// whole is a common one, and the piece forms no word with its other neighbour; or both pieces are words, but never stand side by
/// side in news, and the text has the whole elsewhere.
public struct SplitWord: WordRule {
  public init() {}
  public let id = "split-word"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("It was the govern ment that paid.", "It was the government that paid."),
    RewriteExample("Nobody knew what hap pened there.", "Nobody knew what happened there."),
    RewriteExample(
      "The lifeboat sank. They saw the life boat on Sunday, for the lifeboat was red.",
      "The lifeboat sank. They saw the lifeboat on Sunday, for the lifeboat was red."),
    RewriteExample(
      "The the crew him self came with out a fee with with them.",
      "The the crew himself came without a fee with with them."),
    RewriteExample(
      "The the crew paid by wednesda y and left the p olice with with them.",
      "The the crew paid by wednesday and left the police with with them."),
    RewriteExample("It was the re sult of long talks.", "It was the result of long talks."),
  ]
  public let leavesAlone = [
    "It was en suite.", "a vis a vis talk", "her self-control", "He had run away. The runaway ran.",
    "go ’long er no", "He said hab la.", "an ad hoc group",
  ]

  public let places = [
    WordTrigger(
      shape: { $0.isLower && $0.isPlain }, length: 2...10, entry: { $0.band == 0 || $0.band >= 6 }),
    WordTrigger(words: [Self.letters], shape: \.isLower, gaps: [.space], length: 1...1),
    WordTrigger(words: [Self.seconds, Self.closedSeconds], shape: { $0.isLower && $0.isPlain }, gaps: [.space]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    let entries = document.wordEntries
    for k in places where k > 0 && k + 1 < words.count {
      let word = words[k]
      guard Prose.has(word, in: text) else { continue }
      if word.count == 1 {
        proposeLetter(document, words, k, &proposals)
        continue
      }
      if Self.closedSeconds.contains(word) {
        proposeClosed(document, words, k, &proposals)
        continue
      }
      if !isOdd(entries[k]) {
        proposeWitnessed(document, words, k, &proposals)
        continue
      }
      let before = joined(text, words[k - 1], word) && words[k + 1].gap != .hyphen
      let after = joined(text, word, words[k + 1]) && words.at(k + 2)?.gap != .hyphen
      // Both pieces unknown are seen from the first.
      guard before != after, before || after, !before || !isOdd(entries[k - 1]) || words[k - 1].count < 2,
        document.wordCounts[word.hash].total == 1,
        !document.isVerbatim(at: word.start)
      else { continue }
      proposals.delete(before ? Span(words[k - 1].end, word.start) : Span(word.end, words[k + 1].start), .likely)
    }
  }

  /// `by frida y`, `the p olice`: a letter that is no word of itself makes one of what no word is.
  private func proposeLetter(_ document: Document, _ words: [Word], _ k: Int, _ proposals: inout Proposals) {
    let letter = words[k]
    let before = words[k - 1]
    let next = words[k + 1]
    let entries = document.wordEntries
    guard !document.text.has("'", at: letter.end), !document.text.has("’", at: letter.end)
    else {
      return
    }
    let isWhole = { (first: Word, second: Word) in
      let hash = Lexicon.hash(document.utf8, joining: first.span.range, second.span.range)
      return Lexicon.entry(hash).isWord(upTo: 4) || Lexicon.entry(hash).isCommonName
        || document.wordCounts[hash].capital > 0
    }
    if next.gap == .space, before.isLower, before.count == 2, entries[k - 1].band == 0 || entries[k - 1].band > 3,
      isSmallWhole(document, before, letter), document.isDamaged, !document.isVerbatim(at: before.start)
    {
      // `th e dog`
      proposals.delete(Span(before.end, letter.start), .likely)
    } else if next.gap != .hyphen, before.isLower || before.isCapitalized, before.count >= 3, before.shape.isPlain,
      !entries[k - 1].isKnown, document.wordCounts[before.hash].total == 1,
      // A name that nobody knows: `in Unteribac h for a month`.
      isWhole(before, letter)
        || before.isCapitalized && before.count >= 5 && before.gap == .space && next.gap == .space && next.isLower,
      document.isDamaged, !document.isVerbatim(at: before.start)
    {
      proposals.delete(Span(before.end, letter.start), .likely)
    } else if next.gap == .space, next.isLower, next.count >= 2, next.shape.isPlain, words.at(k + 2)?.gap != .hyphen,
      !entries[k + 1].isKnown, document.wordCounts[next.hash].total == 1, isWhole(letter, next),
      document.isDamaged, !document.isVerbatim(at: letter.start)
    {
      proposals.delete(Span(letter.end, next.start), .likely)
    }
  }

  /// Whether two pieces are one of the words that stand in every sentence.
  private func isSmallWhole(_ document: Document, _ first: Word, _ second: Word) -> Bool {
    Self.smallWholes.contains(Lexicon.hash(document.utf8, joining: first.span.range, second.span.range))
  }
  private static let smallWholes = WordSet("the and was for his her its are had has not but who you she")
  private static let letters = WordSet("b c d e f g h j k l m n p q r s t u w x y z")

  /// No word in small letters, or one that hardly anybody uses.
  private func isOdd(_ entry: Lexicon.Entry) -> Bool { entry.band == 0 || entry.band >= 6 }

  /// `him self`, `with out a fee`: words of grammar that are never written apart, in damaged text.
  private func proposeClosed(_ document: Document, _ words: [Word], _ k: Int, _ proposals: inout Proposals) {
    let first = words[k - 1]
    let second = words[k]
    guard first.isLower || first.isCapitalized, Prose.has(first, in: document.text) else { return }
    if second.hash == Self.out {
      guard Self.beforeOut.contains(first), let next = words.at(k + 1), next.gap == .space,
        Self.determiners.contains(next) || Lexicon.entry(next.hash).isParticiple
      else { return }
    } else {
      let whole = Lexicon.hash(document.utf8, joining: first.span.range, second.span.range)
      guard Self.closed.contains(whole) else { return }
    }
    guard document.isDamaged, !document.isVerbatim(at: first.start) else { return }
    proposals.delete(Span(first.end, second.start), .likely)
  }
  static let out = Lexicon.hash("out")
  static let beforeOut = WordSet(list: "split-word.before-out")
  static let determiners = WordSet(list: "split-word.determiners")
  static let closed = WordSet(list: "split-word.closed")
  static let closedSeconds = WordSet(list: "split-word.closed-seconds")

  /// `life boat` where the text has `lifeboat`.
  private func proposeWitnessed(_ document: Document, _ words: [Word], _ k: Int, _ proposals: inout Proposals) {
    let first = words[k - 1]
    let second = words[k]
    guard first.count >= 3, first.isLower,
      !WordPairs.contains(first.hash, second.hash),
      first.shape.isDisjoint(with: [.apostrophe, .nonASCII]), second.shape.isDisjoint(with: [.apostrophe, .nonASCII])
    else { return }
    let whole = Lexicon.hash(document.utf8, joining: first.span.range, second.span.range)
    guard Lexicon.entry(whole).isWord(upTo: 4), document.wordCounts[whole].lower >= 2, !isRepeated(words, k),
      !document.isVerbatim(at: first.start)
    else { return }
    proposals.delete(Span(first.end, second.start), .likely)
  }

  /// What stands last in compounds.
  static let seconds = WordSet(
    """
    land lands boat boats house houses woman women shore line lines port ports work works place places market markets stream field
    fields ground grounds time times fall falls room rooms wide paper papers force forces power light lights maker makers keeper
    keepers holder holders owner owners mate mates worker workers builder builders craft ship ships storm bank banks board boards
    """)

  /// A pair that comes back is a choice; no further than some paragraphs, so that the whole stays linear.
  private func isRepeated(_ words: [Word], _ k: Int) -> Bool {
    for j in max(1, k - 400)..<min(words.count, k + 400)
    where j != k && words[j].hash == words[k].hash && words[j - 1].hash == words[k - 1].hash && words[j].gap == .space {
      return true
    }
    return false
  }

  /// Whether two neighbours are the halves of a common word.
  private func joined(_ text: Text, _ first: Word, _ second: Word) -> Bool {
    guard second.gap == .space, first.isLower, first.start == 0 || text[first.start - 1] <= 0x20, second.isLower,
      first.count >= 2, second.count >= 2,
      first.count + second.count >= 6, !WordPairs.contains(first.hash, second.hash),
      first.shape.isDisjoint(with: [.apostrophe, .nonASCII]), second.shape.isDisjoint(with: [.apostrophe, .nonASCII])
    else { return false }
    let whole = Lexicon.entry(Lexicon.hash(text.utf8, joining: first.span.range, second.span.range))
    return whole.isWord(upTo: first.count + second.count >= 8 ? 3 : 2)
  }
}
