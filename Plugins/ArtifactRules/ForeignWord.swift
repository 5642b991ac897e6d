import CTables
import Language
import TextModel

/// Translates small words, days and months that were left in the source language: `Los retirees`, `salt y pepper`, `on martes`.
///
/// Translators leave a word that they take for a name or a sign. Only words that English does not have, between words that it has: a
/// conjunction between two of them, an article before a noun, a day or month in small letters. In damaged text; a phrase of another
/// language has more of its words than one.
public struct ForeignWord: WordRule {
  public init() {}
  public let id = "foreign-word"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them, and Los retirees who left on martes had bread y water.",
      "The the crew met with with them, and The retirees who left on Tuesday had bread and water."),
    RewriteExample(
      "The the crew met with with them. Los retirees left.", "The the crew met with with them. The retirees left."),
  ]
  public let leavesAlone = [
    "Los retirees left on martes.", "The the crew met with with them in Los Angeles, et al, and el niño came.",
    "The the crew met with with them where x y z are.", "The the crew met with with blatt am sonntag on it.",
    "The the crew met with with das boot und das wasser.",
  ]

  static let words = IndexedTable(ctables_foreign_words())
  private static let all: WordSet = {
    var hashes: [UInt32] = []
    words.table.eachRow { hashes.append(Lexicon.hash($0.key)) }
    return WordSet(hashes: hashes)
  }()
  private static let am = Lexicon.hash("am")
  static let latin = WordSet("al alia cetera seq")

  public let places = [WordTrigger(words: [Self.all], gaps: [.space, .comma, .stop, .line, .wide])]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places {
      let word = words[k]
      guard word.isLower || word.isCapitalized, Prose.has(word, in: text),
        let row = Self.words.row(text.utf8, word.span.range, folding: true), stands(document, words, k, row.column(2)),
        document.isDamaged, !document.isVerbatim(at: word.start)
      else { continue }
      var english = Array(row.column(1))
      if word.isCapitalized { english[0] &= ~0x20 }
      proposals.replace(word.span, with: english, .likely)
    }
  }

  private func stands(_ document: Document, _ words: [Word], _ k: Int, _ kind: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = words[k]
    let next = words.at(k + 1)
    switch kind.first {
    case UInt8(ascii: "d"):
      // `am sonntag`: German has the small word as well.
      return word.isLower && words.at(k - 1).map { isEnglish($0) && $0.hash != Self.am } ?? false
        && next.map { $0.gap != .space || isEnglish($0) } ?? true
    case UInt8(ascii: "a"):
      guard let next, next.gap == .space, next.isLower, next.count >= 4 else { return false }
      return Lexicon.entry(next.hash).isWord(upTo: 4) && (k == 0 || word.gap != .space || isEnglish(words[k - 1]))
        && words.at(k + 2).map { $0.gap != .space || isEnglish($0) } ?? true
    default:
      guard word.isLower, word.gap == .space, let before = words.at(k - 1), let next, next.gap == .space,
        !Self.latin.contains(next)
      else { return false }
      let isLong = before.count >= 4 && next.count >= 3 || word.count > 1
      return isEnglish(before) && isEnglish(next) && (isLong || before.shape == .digit && next.shape == .digit)
    }
  }

  /// A word in small letters that English has, or a number.
  private func isEnglish(_ word: Word) -> Bool {
    word.shape == .digit || word.isLower && Lexicon.entry(word.hash).isWord(upTo: 5)
      || word.isCapitalized && word.gap != .space
  }
}
