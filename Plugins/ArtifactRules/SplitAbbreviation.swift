import CTables
import Language
import TextModel

/// Closes an abbreviation whose letters were pulled apart.
///
/// Spinners put a space behind every full stop: `U. S. troops`, `at 9 p. m.`, `Washington, D. C.`.  Only abbreviations that
/// the table knows are closed; initials of persons (`J. R. R. Tolkien`) are written with spaces by right.
public struct SplitAbbreviation: RewriteRule {
  public init() {}
  public let id = "split-abbreviation"
  public let languages = LanguageScope.only(["en"])

  public let fixes = [
    RewriteExample("the U. S. troops and the U. N. envoy", "the U.S. troops and the U.N. envoy"),
    RewriteExample("They met at 9 p. m. on the Friday.", "They met at 9 p.m. on the Friday."),
    RewriteExample("They met in Washington, D. C., on the Friday.", "They met in Washington, D.C., on the Friday."),
    RewriteExample("many of them, i. e. most, left", "many of them, i.e. most, left"),
    RewriteExample(
      "The the crew left with with joy. U. S. Steel stayed.", "The the crew left with with joy. U.S. Steel stayed."),
    RewriteExample("the U .S. envoy", "the U.S. envoy"),
    RewriteExample("She has a Ph. D. in law.", "She has a Ph.D. in law."),
  ]
  public let leavesAlone = [
    "J. R. R. Tolkien and A. D. Lindsay", "U. S. Grant was born in 1822.", "It was so. U. N. O. is a game.",
    "D. C. Fontana wrote it.",
    "plan A. M. Curie said", "the U.S. Senate",
  ]

  private static let table = IndexedTable(ctables_dotted_abbreviations())

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let marks = document.punctuation
    var k = 0
    while k < marks.count {
      guard marks[k].scalar == ".", marks[k].before.isLetter || marks[k].before == .space,
        let first = letter(text, before: marks[k])
      else {
        k += 1
        continue
      }
      let before = first.start
      guard before == 0 || !text.isASCIILetter(before - 1) && text[before - 1] != UInt8(ascii: ".") else {
        k += 1
        continue
      }
      let (parts, last, isSplit) = run(text, marks, k, first)
      if isSplit, parts.count > 1, let found = longest(text, parts),
        isMeant(document, parts[0], found.class, end: found.end, whole: found.count == parts.count),
        !document.isVerbatim(at: before)
      {
        proposals.replace(Span(before, found.end), with: found.key, .safe)
      }
      k = max(last, k) + 1
    }
  }

  /// One or two letters that a full stop belongs to: `U.`, `Ph.`, `U .`
  private func letter(_ text: Text, before mark: PunctuationMark) -> Span? {
    var end = mark.offset
    if mark.before == .space, text[end - 1] == 0x20 { end -= 1 }
    guard end > 0, text.isASCIILetter(end - 1) else { return nil }
    var start = end - 1
    if text.isLower(start), start > 0, text.isUpper(start - 1) { start -= 1 }
    return Span(start, end)
  }

  /// The letters with full stops that follow one another from mark `k` on: where each begins and where its stop ends.
  private func run(_ text: Text, _ marks: [PunctuationMark], _ k: Int, _ first: Span) -> ([Span], Int, Bool) {
    var parts = [Span(first.start, marks[k].end)]
    var isSplit = first.end < marks[k].offset
    var last = k
    while last + 1 < marks.count, parts.count < 6 {
      let next = marks[last + 1]
      guard next.scalar == ".", let letters = letter(text, before: next) else { break }
      let gap = letters.start - marks[last].end
      guard gap == 0 || gap == 1 && text[letters.start - 1] == 0x20 else { break }
      if gap == 1 || letters.end < next.offset { isSplit = true }
      parts.append(Span(letters.start, next.end))
      last += 1
    }
    return (parts, last, isSplit)
  }

  /// The longest known abbreviation at the start of a run.
  private func longest(_ text: Text, _ parts: [Span]) -> (key: [UInt8], class: [UInt8], end: Int, count: Int)? {
    for count in stride(from: parts.count, to: 1, by: -1) {
      var key: [UInt8] = []
      for part in parts[..<count] { for byte in text[part] where byte != 0x20 { key.append(byte) } }
      // An abbreviation that stands as it should is none of our business.
      if key.count == parts[count - 1].end - parts[0].start { return nil }
      if let row = SplitAbbreviation.table.row(key, key.indices) {
        return (key, Array(row.value), parts[count - 1].end, count)
      }
    }
    return nil
  }

  /// Whether the neighbours want the abbreviation rather than somebody's initials.
  private func isMeant(_ document: Document, _ first: Span, _ kind: [UInt8], end: Int, whole: Bool) -> Bool {
    let text = document.text
    let gap = text.spaceStart(before: first.start)
    let word = text.letters(before: gap)
    switch kind.first {
    case UInt8(ascii: "t"):  // time
      return text.isDigit(gap - 1)
    case UInt8(ascii: "l"): return true
    case UInt8(ascii: "d"):
      return gap > 0 && (text[gap - 1] == UInt8(ascii: ",") || !word.isEmpty && text.isLower(word.start))
    case UInt8(ascii: "e"): return text.isDigit(gap - 1)
    default:
      if !whole { return false }
      let next = text.spaceEnd(from: end)
      // `D. C. Fontana`: initials before a surname, with no small word before to make it a country or a body.
      if text.isCapital(next), next > end, word.isEmpty || !text.isLower(word.start) {
        return isNoun(text, text.letters(from: next)) || document.isDamaged
          || gap > 0 && text[gap - 1] == UInt8(ascii: ",")
      }
      return true
    }
  }

  /// Whether a capitalized word after an abbreviated country is more likely an office or a sentence than a surname.
  private func isNoun(_ text: Text, _ word: Span) -> Bool {
    ProseWords.has(.starts, text, word)
      || [
        "Secretary", "Army", "Senate", "House", "Navy", "State", "Department", "Ambassador", "Congress", "Supreme",
        "Security", "Embassy", "Air", "Central",
      ]
      .contains { text.has($0.utf8, at: word.start) && $0.utf8.count == word.count }
  }
}
