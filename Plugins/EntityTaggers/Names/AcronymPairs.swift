import Language
import TextModel

/// Acronyms that stand in brackets behind their long forms, or the other way round: `Federation of Port Workers (FPW)`,
/// `FPW (Federation of Port Workers)`.
///
/// The long form is read off the acronym's letters, whatever the model made of it (after Schwartz and Hearst 2003, with
/// whole words): each letter is a word's initial; small joining words may have none.
struct AcronymPairs {
  struct Pair {
    var short: Int
    var long: Range<Int>
  }

  private let tokens: NameTokens
  private let text: Text
  /// A long form has at most as many words as the acronym has letters, and twice as many joining words.
  private static let longestAcronym = 8

  init(_ tokens: NameTokens, text: Text) {
    self.tokens = tokens
    self.text = text
  }

  /// All pairs, in the order of the text.  Linear.
  func pairs() -> [Pair] {
    var pairs: [Pair] = []
    guard tokens.count > 4 else { return pairs }
    for open in 1..<tokens.count - 2 where isMark(open, "(") {
      if isMark(open + 2, ")"), let letters = letters(open + 1), let long = longForm(before: open, letters) {
        pairs.append(Pair(short: open + 1, long: long))
      } else if let letters = letters(open - 1), let long = longForm(behind: open, letters) {
        pairs.append(Pair(short: open - 1, long: long))
      }
    }
    return pairs
  }

  private func isMark(_ index: Int, _ mark: StaticString) -> Bool {
    tokens.spans[index].count == 1 && text[tokens.spans[index].start] == mark.utf8Start[0]
  }

  /// The letters of an acronym in lower case; nil where a token is none.
  private func letters(_ index: Int) -> [UInt8]? {
    guard tokens.traits[index].contains(.allCapitals), tokens.spans[index].count <= 2 * Self.longestAcronym else {
      return nil
    }
    let letters = text[tokens.spans[index]].filter { $0 != UInt8(ascii: ".") && $0 > 0x20 }.map { $0 | 0x20 }
    return (2...Self.longestAcronym).contains(letters.count) && letters.allSatisfy { $0 &- 0x61 < 26 } ? letters : nil
  }

  private func initial(_ index: Int) -> UInt8 { text[tokens.spans[index].start] | 0x20 }

  private func mayJoin(_ index: Int) -> Bool {
    let traits = tokens.traits[index]
    if traits.contains(.possessive) { return true }
    if !traits.contains(.word) { return isMark(index, "&") || isMark(index, "-") || isMark(index, "/") }
    return !traits.contains(.capital) && tokens.spans[index].count <= 4
  }

  private func longForm(before open: Int, _ letters: [UInt8]) -> Range<Int>? {
    var left = letters.count
    var at = open - 1
    while at >= 0, open - at <= 3 * letters.count {
      let isCapital = tokens.traits[at].contains(.capital)
      if tokens.traits[at].contains(.word), initial(at) == letters[left - 1], isCapital || left > 1,
        !tokens.traits[at].contains(.possessive)
      {
        left -= 1
        if left == 0 { return open - at > 1 ? at..<open : nil }
      } else if !mayJoin(at) {
        return nil
      }
      at -= 1
    }
    return nil
  }

  private func longForm(behind open: Int, _ letters: [UInt8]) -> Range<Int>? {
    guard tokens.traits[open + 1].contains(.capital) else { return nil }
    var next = 0
    var at = open + 1
    while at < tokens.count, at - open <= 3 * letters.count {
      if isMark(at, ")") { return next == letters.count && at - open > 2 ? open + 1..<at : nil }
      if next < letters.count, tokens.traits[at].contains(.word), initial(at) == letters[next],
        !tokens.traits[at].contains(.possessive)
      {
        next += 1
      } else if !mayJoin(at) {
        return nil
      }
      at += 1
    }
    return nil
  }
}
