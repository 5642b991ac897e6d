import Language
import TextModel

/// Gives a Latin word back its letters for those of other scripts that look the same: `befοre` with a Greek omicron, `сity` with a Cyrillic s.
///
/// Spinners exchange letters so that a copy is not recognised, and keyboards left in another script do it by accident.  Only in a word that
/// has Latin letters too, where every other letter is one of those that cannot be told from a Latin one, and where the word is English with
/// them, or one that the text has without them: `μm` and `α-helix` stay.
public struct LookalikeLetter: WordRule {
  public init() {}
  public let id = "lookalike-letter"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("They left befοre the mοrning.", "They left before the morning."),
    RewriteExample("The сity оf Lyon, nοt οf Turin.", "The city of Lyon, not of Turin."),
    RewriteExample("Zzοlgar left. Zzolgar came back.", "Zzolgar left. Zzolgar came back."),
  ]
  public let leavesAlone = [
    "It is 5 μm long, and the α-helix and the ΔG of it.", "ο καιρός είναι καλός", "Она живёт в городе.", "a café in Ως",
    "The Zzοlgar left.", "the οἶνος of it",
  ]

  public let places = [WordTrigger(shape: { $0.contains(.nonASCII) }, length: 3...40)]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let bytes = document.utf8
    let words = document.words
    for k in places {
      let word = words[k]
      guard let found = lookalikes(bytes, word), !found.isEmpty, isWord(document, words, k, found),
        !document.isVerbatim(at: word.start)
      else { continue }
      proposals.together { proposals in
        for (at, letter) in found {
          proposals.replace(Span(at, at + 2), with: CollectionOfOne(letter), .safe)
        }
      }
    }
  }

  /// The letters of other scripts in a word and what they look like; nil where one looks like none, or no letter is Latin.
  private func lookalikes(_ bytes: [UInt8], _ word: Word) -> [(at: Int, letter: UInt8)]? {
    // Nearly all words of other letters end here: accents, and other scripts.
    guard bytes[word.span.range].contains(where: { $0 >= 0xCE && $0 <= 0xD2 }),
      bytes[word.span.range].contains(where: { ($0 | 0x20) &- 0x61 < 26 })
    else { return nil }
    var found: [(at: Int, letter: UInt8)] = []
    var at = word.start
    while at < word.end {
      if bytes[at] < 0x80 {
        at += 1
        continue
      }
      // An apostrophe may be in it.
      if bytes[at] == 0xE2 {
        at += 3
        continue
      }
      guard bytes[at] &- 0xCE < 5, let letter = Self.latin[UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1])] else {
        return nil
      }
      found.append((at, letter))
      at += 2
    }
    return found
  }

  /// Whether a word is English, or one of the text, with its letters replaced.
  private func isWord(_ document: Document, _ words: [Word], _ k: Int, _ found: [(at: Int, letter: UInt8)]) -> Bool {
    var written: [UInt8] = []
    var next = words[k].start
    for (at, letter) in found {
      written.append(contentsOf: document.utf8[next..<at])
      written.append(letter)
      next = at + 2
    }
    written.append(contentsOf: document.utf8[next..<words[k].end])
    let hash = Lexicon.hash(written)
    return Lexicon.entry(hash).isKnown || document.wordCounts[hash].total > 0
  }

  /// By the two bytes of a letter, the one of ASCII that it looks like.
  private static let latin: [UInt16: UInt8] = {
    var latin: [UInt16: UInt8] = [:]
    let others = "αινορυκχΑΒΕΖΗΙΚΜΝΟΡΤΥΧасеорухіѕјАВСЕНКМОРТХІЅЈ".utf8
    let letters = "aivopukxABEZHIKMNOPTYXaceopyxisjABCEHKMOPTXISJ".utf8
    var place = others.startIndex
    for letter in letters {
      let second = others.index(after: place)
      latin[UInt16(others[place]) << 8 | UInt16(others[second])] = letter
      place = others.index(after: second)
    }
    return latin
  }()
}
