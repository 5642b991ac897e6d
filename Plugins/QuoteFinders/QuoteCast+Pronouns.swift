import Language

/// Whom a pronoun means.
extension QuoteCast {
  /// Whether `range` is a pronoun in the singular that got no name.
  func isUnresolved(_ range: Range<Int>, _ name: String) -> Bool {
    range.count == 1 && scene.classes(range.lowerBound).contains(.pronoun) && isSingular(range.lowerBound)
      && name.utf8.count <= 4
  }

  /// Whether a word is he or she, in the languages that the table of speech covers.
  func isSingular(_ word: Int) -> Bool { gender(ofPronoun: word) != nil }

  private func gender(ofPronoun word: Int) -> PersonGender? {
    let span = scene.words[word].span
    guard span.count <= 6 else { return nil }
    for (pronoun, gender) in Self.singular
    where pronoun.count == span.count
      && zip(pronoun, scene.bytes[span.range]).allSatisfy({ $0 == $1 || $1 < 0x80 && $0 == $1 | 0x20 })
    {
      return gender
    }
    return nil
  }

  private static let singular: [(letters: [UInt8], gender: PersonGender)] =
    ["he", "il", "er", "él", "egli", "он"].map { (Array($0.utf8), .man) }
    + ["she", "elle", "sie", "ella", "lei", "она"].map { (Array($0.utf8), .woman) }

  /// The last speaker or person named before word `index`, outside quotations, whom the pronoun there can mean: `she` is nobody whom a
  /// title, a noun or the given name calls a man.
  mutating func antecedent(of index: Int) -> String? {
    if genders == nil { genders = knownGenders() }
    let wanted = gender(ofPronoun: index)
    var at = upperPlace(before: index)
    var looked = 0
    var fallback: String?
    while at >= 0, looked < 12 {
      let place = places[at]
      at -= 1
      looked += 1
      guard place.isPerson, place.words.upperBound <= index, !scene.isQuoted(place.words.lowerBound) else { continue }
      if let known = toldGender(place.words) ?? genders?[place.name], known != wanted { continue }
      if isSubject(place.words) { return place.name }
      if fallback == nil { fallback = place.name }
    }
    return fallback
  }

  /// What the given name tells of each name or, where it tells nothing, the document: a title or noun before it, an apposition behind.
  private func knownGenders() -> [String: PersonGender] {
    var found: [String: PersonGender] = [:]
    var isTold: [String: PersonGender?] = [:]
    for place in places where place.isPerson {
      if let gender = PersonGender.ofGivenName(in: place.name) {
        found[place.name] = gender
      } else if let gender = toldGender(place.words) {
        // `Mr Kay` and `Mrs Kay` may have come out as one name, which then tells nothing.
        if let before = isTold[place.name], before != gender {
          isTold[place.name] = .some(nil)
        } else {
          isTold[place.name] = gender
        }
      }
    }
    for place in places where place.isPerson && found[place.name] == nil && isTold[place.name] == nil {
      found[place.name] = PersonGender.of(Array(place.name.utf8))
    }
    for (name, gender) in isTold where found[name] == nil { found[name] = gender }
    return found
  }

  private func toldGender(_ words: Range<Int>) -> PersonGender? {
    var at = words.lowerBound - 1
    var steps = 0
    while at >= 0, steps < 3, scene.gap(at + 1).isDisjoint(with: .any), !scene.isQuoted(at) {
      if let gender = gender(of: at) { return gender }
      if !scene.words[at].startsWithCapital, scene.classes(at).isDisjoint(with: [.person, .title]) { break }
      at -= 1
      steps += 1
    }
    let behind = words.upperBound
    guard behind < scene.words.count, scene.gap(behind).contains(.comma), scene.classes(behind).contains(.determiner)
    else { return nil }
    for at in behind..<min(behind + 4, scene.words.count) {
      if at > behind,
        !scene.gap(at).isDisjoint(with: .any)
          || !scene.classes(at).isDisjoint(with: [.relative, .possessive, .preposition])
      {
        break
      }
      if let gender = gender(of: at) { return gender }
    }
    return nil
  }

  private func gender(of word: Int) -> PersonGender? {
    PersonGender.of(scene.bytes, scene.words[word].span.range)
  }

  /// Whether a name looks like a subject: its phrase begins a sentence or clause, or it follows a verb of saying in a tag.
  private func isSubject(_ range: Range<Int>) -> Bool {
    let phrase = scene.phrase(endingAt: range.upperBound - 1, from: max(0, range.lowerBound - 12)) ?? range
    let first = phrase.lowerBound
    let gap = scene.gap(first)
    if first == 0 || !gap.isDisjoint(with: [.line, .stop]) { return true }
    let before = scene.classes(first - 1)
    if gap.contains(.comma) {
      // Behind a name or a noun for a person it is an apposition: `his colleague, Zoë Kay`; as much a subject as what it explains.
      if !before.isDisjoint(with: [.person, .body]), scene.words[first - 1].isLower,
        let described = scene.phrase(endingAt: first - 1, from: max(0, first - 13))
      {
        let opening = scene.gap(described.lowerBound)
        return described.lowerBound == 0 || !opening.isDisjoint(with: [.line, .stop])
      }
      return before.contains(.day)
        || before.isDisjoint(with: [.person, .body]) && !scene.words[first - 1].startsWithCapital
    }
    // `He said Kay had left`: whoever he is, he is not Kay.
    if scene.isSpeech(first - 1), first > 1, scene.classes(first - 2).contains(.pronoun),
      scene.gap(first - 1).isDisjoint(with: .any)
    {
      return false
    }
    if scene.isSpeech(first - 1) { return !before.contains(.hearer) && !before.contains(.weak) }
    return !before.isDisjoint(with: [.subordinator, .adverb, .relative]) && !before.contains(.preposition)
  }
}
