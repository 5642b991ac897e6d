import Language
import TextModel

/// Occurrences of known names that the model passed over.
extension NameAgreement {
  /// Finds the occurrences of known names that the model passed over.
  func addMissing(_ mentions: inout [Found]) {
    var added: [Found] = []
    var next = 0
    var index = 0
    while index < tokens.count {
      while next < mentions.count, mentions[next].tokens.upperBound <= index { next += 1 }
      if next < mentions.count, mentions[next].tokens.lowerBound <= index {
        index = mentions[next].tokens.upperBound
        continue
      }
      let limit = min(tokens.count, next < mentions.count ? mentions[next].tokens.lowerBound : tokens.count)
      if let found = known(at: index, before: limit) {
        added.append(found)
        index = found.tokens.upperBound
      } else {
        index += 1
      }
    }
    merge(added, into: &mentions)
  }

  /// The longest known name that starts at a token and ends before `limit`.
  private func known(at index: Int, before limit: Int) -> Found? {
    let traits = tokens.traits[index]
    guard traits.contains(.word), !traits.contains(.possessive) else { return nil }
    let word = tokens.words[index]
    guard edges.contains(word) else { return nil }
    var best: Found?
    if starters.contains(word) {
      var hash = word
      var end = index + 1
      while end < limit, end - index < Self.longest, !isSentenceStart[end] {
        hash = NameLexicon.combine(hash, tokens.words[end])
        end += 1
        if let found = accept(hash, index..<end) { best = found }
      }
    }
    if let best { return best }
    // A word of its own: not a part of a compound such as `anti-Kay`, and no word that also occurs in small letters.
    if index > 1, isHyphen(index - 1), !tokens.traits[index - 2].contains(.capital) { return nil }
    if traits.contains(.capital), small.contains(word) { return nil }
    if let found = accept(word, index..<index + 1) { return found }
    if isHead(index) {
      return Found(tokens: index..<index + 1, type: Self.body, score: 0.6, span: tokens.spans[index])
    }
    guard traits.contains(.capital), let weight = parts[skeletons[index]], weight >= 0.4, tokens.spans[index].count > 1,
      !isMonth(index)
    else { return nil }
    return Found(tokens: index..<index + 1, type: Self.person, score: 0.6, span: tokens.spans[index])
  }

  /// Whether a word alone is the short name of a body: `Meridian` where there is a Meridian Cement.
  private func isHead(_ index: Int) -> Bool {
    guard tokens.traits[index].contains(.capital), tokens.spans[index].count > 2,
      heads[tokens.words[index], default: 0] >= 0.7,
      gazetteers(index) & ~(Listed.bodies) == 0, parts[skeletons[index]] == nil, !isMonth(index)
    else { return false }
    // Only where it acts or owns: among other words it may be a part of some name that nobody knows.
    guard index + 1 < tokens.count, !(index > 0 && tokens.traits[index - 1].contains([.word, .capital])) else {
      return false
    }
    if tokens.traits[index + 1].contains(.possessive) { return true }
    let next = SpeechWords.shared.classes(Lexicon.hash(text.utf8, tokens.spans[index + 1].range))
    return !tokens.traits[index + 1].contains(.capital)
      && (next.contains(.auxiliary) || next.contains(.speech) && next.isDisjoint(with: [.noun, .base]))
  }

  private func isMonth(_ index: Int) -> Bool {
    !MeasureClass.of(text, tokens.spans[index]).isDisjoint(with: [.month, .monthOrWord, .weekday])
  }

  private func accept(_ hash: UInt64, _ range: Range<Int>) -> Found? {
    guard let tally = votes[hash], tally.isCapital == tokens.traits[range.lowerBound].contains(.capital) else {
      return nil
    }
    let best = tally.best
    guard tally.types[best] >= (tally.isCapital ? 0.7 : 1.2) else { return nil }
    return Found(
      tokens: range, type: best, score: 0.6,
      span: Span(tokens.spans[range.lowerBound].start, tokens.spans[range.upperBound - 1].end))
  }
}
