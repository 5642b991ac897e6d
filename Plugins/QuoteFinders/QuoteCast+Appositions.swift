import Language

/// The name that an apposition gives to who was only described.
extension QuoteCast {
  /// The name between commas behind a description: `the spokesman for the ministry, Zoë Kay, said`, `one judge, the writer Zoë Kay,
  /// wrote`, `the clerk who voted no, Zoë Kay, wrote`.
  func appositive(behind range: Range<Int>) -> String? {
    let opening = scene.words[range.lowerBound]
    let opens = scene.classes(range.lowerBound)
    guard headName(in: range) == nil,
      range.contains(where: { !scene.classes($0).isDisjoint(with: [.person, .body]) })
        || !opens.isDisjoint(with: [.determiner, .possessive])
        || range.count > 1 && opening.startsWithCapital && opening.shape.contains(.apostrophe)
    else { return nil }
    // Alone only `one`, `another`: `the` and `some` name nobody.
    if range.count == 1, !opens.contains(.determiner) || opening.count < 3 { return nil }
    var next = range.upperBound
    if next < scene.words.count, scene.classes(next).contains(.relative), scene.gap(next).isDisjoint(with: .hard) {
      next = clauseEnd(from: next)
    }
    guard next < scene.words.count else { return nil }
    let gap = scene.gap(next)
    guard gap.contains(.comma), gap.isDisjoint(with: [.stop, .line, .mark, .colon]) else { return nil }
    // What the stretch says before the name: `her rival, Councilman Roy Dean, said`.
    var begin = next
    while begin < min(next + Self.longestTitle, scene.words.count) {
      if begin > next, !scene.gap(begin).isDisjoint(with: .any) { return nil }
      let at = upperPlace(before: begin + 1)
      if at >= 0, places[at].words.lowerBound == begin, places[at].isPerson {
        var end = places[at].words.upperBound
        // `Sen. Zoë Kay of Utah, said`.
        let limit = min(end + 4, scene.words.count)
        if end < limit, scene.classes(end).contains(.preposition) {
          while end < limit, scene.gap(end).isDisjoint(with: .any) { end += 1 }
        }
        return end >= scene.words.count || !scene.gap(end).isDisjoint(with: [.comma, .stop, .line])
          ? places[at].name : nil
      }
      // A preposition begins something else: `the mayor, at a rally with Kay, said`.
      if scene.isQuoted(begin) || scene.classes(begin).contains(.preposition) && scene.words[begin].isLower {
        return nil
      }
      begin += 1
    }
    return nil
  }

  /// How many words may describe a person before the name.
  private static let longestTitle = 6

  /// The first word behind the relative clause that begins at `start`: what follows its comma.
  private func clauseEnd(from start: Int) -> Int {
    var at = start + 1
    while at < min(start + 16, scene.words.count) {
      let gap = scene.gap(at)
      if gap.contains(.comma) || !gap.isDisjoint(with: .hard) { return at }
      at += 1
    }
    return at
  }
}
