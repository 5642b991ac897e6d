import Language
import TextModel

/// Joins a first letter that stands apart, and takes one away that stands twice.
///
/// A drop cap is an element of its own: when tags are stripped it is left with a space (`T he harbour`), and where the page
/// has it a second time for screen readers, twice (`TThe harbour`, `T The harbour`).  Only at a paragraph's start, and only where
/// the joined word is one and the rest is not, or hardly: `A bout of flu` and `B flat` stay.
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
    RewriteExample("H alvorsen spoke. Halvorsen left.", "Halvorsen spoke. Halvorsen left."),
  ]
  public let leavesAlone = [
    "A bout of flu kept him away.", "I do not know.", "A man came.", "B flat is a key.", "X ray pictures were taken.",
    "Lloyd left.", "J he wrote.", "I In the list", "A A battery", "C major is easy.", "T cells were counted.",
    "O come, all ye faithful", "A\nlong day", "DVDs are old.", "PhDs and MBAs came.", "X\nmark",
  ]

  /// Words that stand after a single letter for good reason.
  static let afterLetter = WordSet(
    "major minor flat sharp cell cells side team level levels ray rays class come lord may my it all")

  public let places = [
    WordTrigger(shape: \.startsWithCapital, gaps: [.line], length: 1...1),
    WordTrigger(shape: \.isLower, gaps: [.other], length: 6...14, entry: { !$0.isKnown }),
    WordTrigger(
      shape: \.startsWithCapital, gaps: [.line], length: 3...Int.max, entry: { !$0.isKnown }),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places {
      let word = words[k]
      guard Prose.isEdge(text, before: word.start) else { continue }
      if word.gap == .other {
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

  private func isSmall(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }
}
