import Language
import TextModel

/// Mentions that are two, or of another kind by what they are made of.
extension NameAgreement {
  /// The name of a people (`Kenyan`, `Costa Rican`) is no place and no body.
  func people(_ found: Found) -> Found {
    guard found.type == Self.place || found.type == Self.body else { return found }
    if found.tokens.count > 1 {
      guard isPeople(found.tokens) else { return found }
    } else {
      let listed = gazetteers(found.tokens.lowerBound)
      guard found.score < 0.8, listed & Listed.people != 0, listed & (Listed.places | Listed.bodies) == 0 else {
        return found
      }
    }
    var found = found
    found.type = Self.other
    return found
  }

  /// Whether the words are those of a country and an n: `Costa Rican`, `South African`.
  private func isPeople(_ name: Range<Int>) -> Bool {
    let last = name.upperBound - 1
    let letter = text[tokens.spans[last].end - 1]
    guard name.count > 1, letter == UInt8(ascii: "n") else { return false }
    var hash = tokens.words[name.lowerBound]
    for index in name.dropFirst() {
      let word = index == last ? NameTokens.hash(tokens.words[index], without: letter) : tokens.words[index]
      hash = NameLexicon.combine(hash, word)
    }
    return lexicon.entry(hash).map { $0.gazetteers & Listed.country != 0 } ?? false
  }

  /// Parts a person from what stands before without a mark between: `Russian Foreign Ministry Alexei Grushin`.
  mutating func partPersons(_ mentions: inout [Found]) {
    var whole: [Found] = []
    whole.reserveCapacity(mentions.count)
    for found in mentions {
      let first = found.tokens.lowerBound
      let last = found.tokens.upperBound - 1
      if let two = knownPair(found) {
        whole += two
        continue
      }
      guard found.tokens.count > 2, tokens.traits[last].contains(.capital),
        surnames[skeletons[last], default: 0] >= 0.5, let type = front(first..<last - 1, of: found)
      else {
        whole.append(found)
        continue
      }
      var front = found
      front.tokens = first..<last - 1
      front.span.end = tokens.spans[last - 2].end
      front.type = type
      if !NameTitles.contains(text, front.span) { whole.append(front) }
      whole.append(
        Found(
          tokens: last - 1..<last + 1, type: Self.person, score: max(found.score * 0.9, 0.5),
          span: Span(tokens.spans[last - 1].start, tokens.spans[last].end)))
      votes[key(last - 1..<last + 1), default: Votes()].types[Self.person] += found.score
      parts[skeletons[last], default: 0] += found.score * 0.9
    }
    mentions = whole
  }

  /// `The Kay-Moe talks`, where the document has a Kay and a Moe: two persons.
  private func knownPair(_ found: Found) -> [Found]? {
    let first = found.tokens.lowerBound
    guard found.tokens.count == 3, isHyphen(first + 1),
      [first, first + 2].allSatisfy({ surnames[skeletons[$0], default: 0] >= 0.5 })
    else { return nil }
    return [first, first + 2].map {
      Found(tokens: $0..<$0 + 1, type: Self.person, score: max(found.score * 0.9, 0.5), span: tokens.spans[$0])
    }
  }

  /// Takes the first half of a double surname back in front: `Adeyemi-` of Adeyemi-Cole, where the document has the whole.
  func takeFirstHalf(_ found: inout Found) {
    let first = found.tokens.lowerBound
    guard found.type == Self.person, found.tokens.count == 1, first > 1, isHyphen(first - 1),
      let tally = votes[key(first - 2..<first + 1)], tally.best == Self.person
    else { return }
    found.tokens = first - 2..<first + 1
    found.span.start = tokens.spans[first - 2].start
  }

  /// The type of what stands before the last two words of a mention, a name and a known surname; nil where they belong
  /// together.
  private func front(_ range: Range<Int>, of found: Found) -> Int? {
    let isGiven =
      gazetteers(range.upperBound) & Listed.given != 0 || parts[skeletons[range.upperBound], default: 0] >= 0.15
    let tally = votes[key(range)]
    if let tally, tally.best != Self.person, tally.types[tally.best] >= 0.5 { return tally.best }
    if range.count == 1, found.type != Self.person {
      let listed = gazetteers(range.lowerBound)
      if listed & Listed.country != 0 { return Self.place }
      if listed & Listed.people != 0, listed & Listed.places == 0 { return Self.other }
    }
    return isGiven && found.type != Self.person ? found.type : nil
  }

  /// `China-Russia`: two places.  `(R-Utah)`: a party and a place.  `Mayor Ada Kay`: a title and a person.
  func cut(_ found: Found) -> [Found] {
    let first = found.tokens.lowerBound
    if found.type == Self.person, found.tokens.count > 1, NameTitles.contains(text, tokens.spans[first]) {
      var rest = found
      rest.tokens = first + 1..<found.tokens.upperBound
      rest.span.start = tokens.spans[first + 1].start
      return cut(rest)
    }
    guard found.tokens.count == 3, isHyphen(first + 1) else { return [people(found)] }
    if tokens.spans[first].count == 1, "RDI".utf8.contains(text[tokens.spans[first].start]) {
      return [Found(tokens: first + 2..<first + 3, type: Self.place, score: found.score, span: tokens.spans[first + 2])]
    }
    guard gazetteers(first) & Listed.country != 0, gazetteers(first + 2) & Listed.country != 0 else { return [found] }
    return [first, first + 2].map { index in
      Found(tokens: index..<index + 1, type: Self.place, score: found.score, span: tokens.spans[index])
    }
  }

  func isHyphen(_ index: Int) -> Bool {
    index > 0 && index + 1 < tokens.count && tokens.spans[index].count == 1
      && text[tokens.spans[index].start] == UInt8(ascii: "-") && tokens.traits[index].contains(.glued)
      && tokens.traits[index + 1].contains(.glued)
  }
}
