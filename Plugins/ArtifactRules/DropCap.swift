import Language
import TextModel

/// Joins a first letter that stands apart, takes one away that stands twice, and puts back one that is lost.
///
/// A drop cap is an element of its own: when tags are stripped it is left with a space (`T he harbour`), and where the page
/// has it a second time for screen readers, twice (`TThe harbour`, `T The harbour`).  Only at a paragraph's start, and only where
/// the joined word is one and the rest is not, or hardly: `A bout of flu` and `B flat` stay.  Where it was an image the letter is lost:
/// `nited States officials`, `he Ministry of Health`; in damaged text it comes back if one letter alone makes a word of the rest that suits the
/// next word.
public struct DropCap: WordRule {
  public init() {}
  public let id = "drop-cap"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("T he harbour was closed.", "The harbour was closed."),
    RewriteExample("It rained.\n\nA fter the storm they left.", "It rained.\n\nAfter the storm they left."),
    RewriteExample("TThe harbour was closed.", "The harbour was closed."),
    RewriteExample("DAccording to the mayor nothing moved.", "According to the mayor nothing moved."),
    RewriteExample("W Workers left the port on Monday.", "Workers left the port on Monday."),
    RewriteExample("I n the harbour nothing moved.", "In the harbour nothing moved."),
    RewriteExample("W\nhen the storm came, they left.", "When the storm came, they left."),
    RewriteExample(
      "The the crew met with with them. She said, “seither we sail or we wait.”",
      "The the crew met with with them. She said, “either we sail or we wait.”"),
    RewriteExample(
      "nited States envoys met with with a crew of the the town on Monday.\n\nn the end it was he who met with with them, they said.",
      "United States envoys met with with a crew of the the town on Monday.\n\nIn the end it was he who met with with them, they said."
    ),
    RewriteExample("H alvorsen spoke. Halvorsen left.", "Halvorsen spoke. Halvorsen left."),
  ]
  public let leavesAlone = [
    "A bout of flu kept him away.", "I do not know.", "A man came.", "B flat is a key.", "X ray pictures were taken.",
    "Lloyd left.", "J he wrote.", "I In the list", "A A battery", "C major is easy.", "T cells were counted.",
    "O come, all ye faithful", "nited States officials came to the town on Monday.",
    "he met with with a crew of the the town on Monday, and they left it.", "A\nlong day", "DVDs are old.",
    "PhDs and MBAs came.", "X\nmark",
  ]

  /// Words that stand after a single letter for good reason.
  static let afterLetter = WordSet(
    "major minor flat sharp cell cells side team level levels ray rays class come lord may my it all")

  public let places = [
    WordTrigger(shape: \.startsWithCapital, gaps: [.line], length: 1...1),
    WordTrigger(shape: \.isLower, gaps: [.other], length: 6...14, entry: { !$0.isKnown }),
    WordTrigger(
      shape: \.startsWithCapital, gaps: [.line], length: 3...Int.max, entry: { !$0.isKnown }),
    WordTrigger(shape: { $0.isLower && $0.isPlain }, gaps: [.line], gapsBehind: [.space], length: 1...12),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    var writesCapitals: Bool?
    for k in places {
      let word = words[k]
      guard Prose.isEdge(text, before: word.start) else { continue }
      if word.gap == .line, word.isLower {
        guard let letter = lostLetter(document, words, k) else { continue }
        let answer = writesCapitals ?? StopInPhrase.writesCapitals(document)
        writesCapitals = answer
        guard answer, !document.isVerbatim(at: word.start) else { continue }
        // What is put in place of the letter that is there: the rules for small letters would change it too.
        proposals.replace(Span(word.start, word.start + 1), with: [letter & ~0x20, text[word.start]], .likely)
      } else if word.gap == .other {
        // `she warned, “seither we ration it`: a letter too many where a quotation begins.
        guard text.has("“", at: word.start - 3),
          InnerCapital.function.contains(Self.tail(text, word)) || Self.openers.contains(Self.tail(text, word)),
          Prose.has(word, in: text), words.at(k + 1)?.gap == .space, document.isDamaged
        else { continue }
        proposals.delete(Span(word.start, word.start + 1), .likely)
      } else if word.count == 1 {
        guard let rest = words.at(k + 1), rest.gap == .space || rest.gap == .line && rest.start == word.end + 1,
          Prose.has(rest, in: text)
        else { continue }
        if rest.gap == .line {
          // The letter on a line of its own: the rest must be no word, or hardly, or need it.
          if rest.isLower, words.at(k + 2)?.gap == .space { join(document, word, rest, &proposals) }
          continue
        }
        let letter = text[word.start]
        if rest.isLower {
          join(document, word, rest, &proposals)
        } else if rest.isCapitalized, rest.count > 2, text[rest.start] == letter, words.at(k + 2)?.gap == .space,
          words.at(k + 2)?.isLower == true, letter != UInt8(ascii: "A"), letter != UInt8(ascii: "I"),
          Lexicon.entry(rest.hash).isWord(upTo: 4)
        {
          proposals.delete(Span(word.start, rest.start), .likely)
        }
      } else if text[word.start] != text[word.start + 1], text[word.start + 1] &- 0x41 < 26,
        isSmall(text[word.start + 2]),
        GluedCapital.openers.contains(Self.tail(text, word)) || InnerCapital.function.contains(Self.tail(text, word))
      {
        // `BAccording to the agency`: the initial of the sentence in its own language.
        guard word.shape.isPlain, Prose.has(word, in: text), let next = words.at(k + 1), next.gap == .space,
          next.isLower || next.startsWithCapital, text[Span(word.start + 2, word.end)].allSatisfy(isSmall),
          document.wordCounts[word.hash].total == 1, !document.isVerbatim(at: word.start)
        else { continue }
        proposals.delete(Span(word.start, word.start + 1), .likely)
      } else if text[word.start] == text[word.start + 1], isSmall(text[word.start + 2]) {
        // `AAs`, `OOs`: plurals of letters.
        if word.count == 3, text[word.start + 2] == UInt8(ascii: "s") { continue }
        var end = word.end
        if word.shape.contains(.apostrophe) {
          // `CChina’s`: the name without its ending.
          end = word.start + 2
          while isSmall(text[end]) { end += 1 }
        }
        guard end - word.start >= 3 else { continue }
        let single = word.start + 1..<end
        guard Prose.has(word, in: text) else { continue }
        let entry = Lexicon.entry(text.utf8, single)
        guard
          entry.isWord(upTo: 4) || entry.isCommonName || document.wordCounts[Lexicon.hash(text.utf8, single)].total > 0
        else { continue }
        proposals.delete(Span(word.start, word.start + 1), .likely)
      }
    }
  }

  /// The hash of a word without its first letter.
  private static func tail(_ text: Text, _ word: Word) -> UInt32 {
    Lexicon.hash(text.utf8, (word.start + 1)..<word.end)
  }
  static let openers = WordSet(list: "drop-cap.openers")

  private func join(_ document: Document, _ letter: Word, _ rest: Word, _ proposals: inout Proposals) {
    let text = document.text
    guard rest.count <= 12, !Self.afterLetter.contains(rest) else { return }
    var joined = [text[letter.start]]
    joined.append(contentsOf: text[rest.span])
    let whole = Lexicon.entry(joined, joined.indices)
    let part = rest.count == 1 ? Lexicon.Entry.unknown : Lexicon.entry(rest.hash)
    let isWordItself = text[letter.start] == UInt8(ascii: "A") || text[letter.start] == UInt8(ascii: "I")
    if part.band == 0 || part.band > 5 {
      guard
        whole.isWord(upTo: 4) || whole.isCommonName
          || document.wordCounts[Lexicon.hash(joined, joined.indices)].capital > 0
      else { return }
      proposals.delete(Span(letter.end, rest.start), .safe)
    } else if !isWordItself, whole.isWord(upTo: 1), whole.band < part.band || rest.count <= 4, letter.count == 1,
      text[letter.start] != UInt8(ascii: "O")
    {
      proposals.delete(Span(letter.end, rest.start), .likely)
    }
  }

  /// `nited States`, `he Ministry`: the letter that alone makes a word of what a paragraph begins with.
  private func lostLetter(_ document: Document, _ words: [Word], _ k: Int) -> UInt8? {
    let text = document.text
    let word = words[k]
    let next = words[k + 1]
    guard document.isDamaged, document.hasParagraphs, let line = document.paragraphIndex(at: word.start),
      document.paragraphs[line].start == word.start, document.paragraphs[line].count >= 48,
      line == 0 || LowercaseStart.ends(text, document.paragraphs[line].end)
    else { return nil }
    let isWord = document.wordEntries[k].isWord(upTo: 5)
    if isWord && WordPairs.containsFolded(word.hash, next.hash) || text.has("a", at: word.start) && word.count == 1 {
      return nil
    }
    var found: UInt8?
    var whole = [0] + text[word.span]
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      whole[0] = letter
      let hash = Lexicon.hash(whole, whole.indices)
      let entry = Lexicon.entry(hash)
      // Of two letters that are left only small words that begin sentences can be told.
      guard
        word.count < 3
          ? Self.sentenceStarts.contains(hash) : entry.isWord(upTo: isWord ? 1 : 3) || entry.isOnlyName && !isWord,
        WordPairs.containsFolded(hash, next.hash) || !isWord && word.count >= 4
      else { continue }
      if let other = found {
        // `hen the lights`, `n the end`: of two the one that begins more sentences.
        let isOther = Self.preferred.contains(Lexicon.hash([other] + text[word.span]))
        guard isOther != Self.preferred.contains(hash) else { return nil }
        if isOther { continue }
      }
      found = letter
    }
    return found
  }
  private static let sentenceStarts = WordSet("in on it he we as if by my at no so an the two")
  private static let preferred = WordSet("in it the when")

  private func isSmall(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }
}
