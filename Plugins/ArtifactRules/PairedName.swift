import CTables
import Language
import TextModel

/// Gives names of two words their capitals: `the white house`, `the Milky way`, `in South korea`, `in north Korea`.
///
/// Other languages write one of the two small, or both, and spinners write all words small. The table holds names that English always
/// writes with two capitals; where the two are words of their own, the article must stand before them. In damaged text.
public struct PairedName: WordRule {
  public init() {}
  public let id = "paired-name"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them at the white house in May.",
      "The the crew met with with them at the White House in May."),
    RewriteExample(
      "The the crew met with with them in South korea, then in north Korea.",
      "The the crew met with with them in South Korea, then in North Korea."),
  ]
  public let leavesAlone = [
    "He met them at the white house in May.", "The the crew met with with them in a white house.",
    "The the crew met with with them. White house paint is cheap.",
  ]

  static let names = IndexedTable(ctables_paired_names())
  /// The first words of the names, and the hashes of the pairs.
  private static let hashes: (firsts: WordSet, pairs: [UInt32]) = {
    var firsts: [UInt32] = []
    var pairs: [UInt32] = []
    names.table.eachRow { row in
      let words = row.key.split(separator: 0x20).map { Lexicon.hash($0) }
      firsts.append(words[0])
      pairs.append(WordTrigger.pair(words[0], words[1]))
    }
    return (WordSet(hashes: firsts), pairs)
  }()

  public let places = [WordTrigger(words: [Self.hashes.firsts], pairs: Self.hashes.pairs)]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 {
      let first = words[k]
      guard let second = words.at(k + 1), second.gap == .space, first.isLower || first.isCapitalized && second.isLower,
        second.isLower || second.isCapitalized,
        first.shape.isPlain, second.shape.isPlain, first.isLower || first.gap == .space || first.gap == .comma,
        words.at(k + 2)?.gap != .hyphen, first.gap != .hyphen,
        let row = Self.names.row(text.utf8, first.start..<second.end, folding: true), stands(row, words, k),
        Prose.has(first, in: text), Prose.has(second, in: text), document.isDamaged,
        LowercaseName.writesCapitals(words), !document.isVerbatim(at: first.start)
      else { continue }
      proposals.together {
        if first.isLower { Self.raise(text, first, &$0) }
        if second.isLower { Self.raise(text, second, &$0) }
      }
    }
  }

  /// Whether the word that the table asks for stands before.
  private func stands(_ row: Table.Row, _ words: [Word], _ k: Int) -> Bool {
    row.value.isEmpty || words[k].gap == .space && Lexicon.hash(row.value) == words[k - 1].hash
  }

  private static func raise(_ text: Text, _ word: Word, _ proposals: inout Proposals) {
    proposals.replace(
      Span(word.start, word.start + 1), with: CollectionOfOne(text[word.start] & ~0x20), .likely)
  }
}
