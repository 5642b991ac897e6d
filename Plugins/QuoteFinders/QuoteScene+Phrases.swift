import Language

/// Who does what: the noun phrases around a verb, found by the classes of function words, capitals and commas.
extension QuoteScene {
  /// The subject of the verb at `verb`, looked for no further left than `limit`; nil where there is none.
  ///
  /// Steps over auxiliaries and adverbs, over an apposition between commas (`Zoë Kay, a clerk at the ministry, said`) and
  /// from a relative pronoun to its noun.
  func subject(before verb: Int, from limit: Int) -> Range<Int>? {
    var at = verb - 1
    while at >= limit, isPassedOver(at), gap(at + 1).isDisjoint(with: [.stop, .colon, .semicolon, .line, .mark, .far]) {
      at -= 1
    }
    guard at >= limit else { return nil }
    var between = gap(at + 1)
    if !between.isDisjoint(with: .hard) { return nil }
    if !between.isDisjoint(with: [.comma, .dash, .bracket]) {
      guard let head = headBeforeApposition(endingAt: at, from: limit) else { return nil }
      at = head
      between = []
    }
    if classes(at).contains(.relative), at > limit, at == verb - 1 || isPassedOver(at + 1) {
      let before = gap(at)
      if before.isDisjoint(with: .hard), !isQuoted(at - 1), let noun = phrase(endingAt: at - 1, from: limit) {
        return noun
      }
    }
    return phrase(endingAt: at, from: limit).map { headOfPhrase($0, from: limit) }
  }

  /// The noun that a phrase behind a preposition belongs to: `the company` in charge of the works, `a mediator` appointed by Zoë Kay.
  private func headOfPhrase(_ range: Range<Int>, from limit: Int) -> Range<Int> {
    var found = range
    for _ in 0..<3 {
      var before = found.lowerBound - 1
      guard before > limit, !isQuoted(before), gap(found.lowerBound).isDisjoint(with: .any),
        classes(before).contains(.preposition), words[before].isLower, gap(before).isDisjoint(with: .any)
      else { return found }
      if isParticiple(before - 1), before - 1 > limit, !classes(before - 2).contains(.auxiliary),
        gap(before - 1).isDisjoint(with: .any)
      {
        before -= 1
      }
      guard let head = phrase(endingAt: before - 1, from: limit),
        !classes(head.lowerBound).isDisjoint(with: [.determiner, .person, .body]), head.count > 1
      else { return found }
      found = head
    }
    return found
  }

  /// Appointed, named: a small word in -ed that is no noun for a person or body.
  private func isParticiple(_ index: Int) -> Bool {
    let word = words[index]
    return word.isLower && word.count > 4 && bytes[word.end - 1] == UInt8(ascii: "d")
      && bytes[word.end - 2] == UInt8(ascii: "e") && classes(index).isDisjoint(with: [.person, .body])
  }

  /// Auxiliaries, adverbs, negation: what may stand between a subject and its verb.
  func isPassedOver(_ index: Int) -> Bool {
    let found = classes(index)
    if found.contains(.pronoun) { return false }
    // Have since spoken.
    if found.contains(.subordinator), index > 0, classes(index - 1).contains(.auxiliary) { return true }
    if found.contains(.auxiliary) || found.contains(.adverb) || found.contains(.negation) { return true }
    if found.contains(.day) && !words[index].isLower && index + 1 < words.count && gap(index + 1).isDisjoint(with: .any)
    {
      return true
    }
    let word = words[index]
    return word.isLower && word.count > 4 && bytes[word.end - 2] == UInt8(ascii: "l")
      && bytes[word.end - 1] == UInt8(ascii: "y") && found.isEmpty
  }

  /// The last word before the appositions that end at `at`; nil where what is before the comma is no noun phrase.
  private func headBeforeApposition(endingAt at: Int, from limit: Int) -> Int? {
    var end = at
    var head: Int?
    for _ in 0..<4 {
      let start = segmentStart(of: end, from: limit)
      guard start > limit, gap(start).isDisjoint(with: .hard), !isQuoted(start - 1), looksLikeApposition(start),
        phrase(endingAt: start - 1, from: limit) != nil
      else { break }
      head = start - 1
      // What stands before the comma may describe in its turn: `Kay, a clerk at the ministry, the oldest in town, said`.
      let earlier = segmentStart(of: start - 1, from: limit)
      guard earlier > limit, gap(earlier).contains(.comma), describes(earlier), !isQuoted(earlier - 1),
        let name = phrase(endingAt: earlier - 1, from: limit)
      else { break }
      let first = segmentStart(of: earlier - 1, from: limit)
      if !classes(first).isDisjoint(with: [.preposition, .subordinator, .adverb]), name.lowerBound > first { break }
      end = start - 1
    }
    return head
  }

  /// The first word of the stretch between commas, dashes or brackets that word `index` is in.
  private func segmentStart(of index: Int, from limit: Int) -> Int {
    var start = index
    while start > limit, index - start < 30,
      gap(start).isDisjoint(with: [.comma, .stop, .colon, .semicolon, .line, .mark, .dash, .bracket, .far])
    {
      start -= 1
    }
    return start
  }

  /// Whether the stretch that begins at `start` can only describe: an article, a relative, a small letter, a number.
  private func describes(_ start: Int) -> Bool {
    let found = classes(start)
    return !found.isDisjoint(with: [.determiner, .relative, .preposition]) || words[start].isLower
      || words[start].shape.contains(.digit)
  }

  /// The source of `quoted Zoë Kay, a clerk, as saying`: the object of the verb at `verb`; nil where it is another pattern.
  func quotedSource(_ verb: Int, to limit: Int) -> Range<Int>? {
    guard classes(verb).contains(.quoting), verb + 3 < min(limit, words.count) else { return nil }
    if verb > 0, classes(verb - 1).contains(.auxiliary) || isPassedOver(verb - 1) { return nil }
    guard let source = phrase(startingAt: verb + 1, to: limit) else { return nil }
    var at = source.upperBound
    while at + 1 < min(limit, words.count), at - verb < 40, gap(at).isDisjoint(with: .hard) {
      if words[at].count == 2, words[at].isLower, bytes[words[at].start] == UInt8(ascii: "a"),
        bytes[words[at].start + 1] == UInt8(ascii: "s"), classes(at + 1).contains(.ing)
      {
        return source
      }
      at += 1
    }
    return nil
  }

  /// Whether the clause of `verb` with its subject is itself what somebody says: `Kay said the mayor called it “…”`, `what they call`,
  /// `a clerk who called it`.
  func isEmbedded(_ subject: Range<Int>, verb: Int, from start: Int) -> Bool {
    if subject.upperBound < verb, classes(subject.upperBound).contains(.relative) { return true }
    let first = subject.lowerBound
    if subject.count == 1, !classes(first).isDisjoint(with: [.relative, .subordinator]) { return true }
    guard first > start, !isQuoted(first - 1), gap(first).isDisjoint(with: .any) else { return false }
    let before = classes(first - 1)
    if before.contains(.relative) { return true }
    if before.contains(.speech), isSpeech(first - 1) { return true }
    return isComplementizer(first - 1)
  }

  /// Whether the verb's clause is told of somebody between commas: `Kay, who called it “…”`. What is quoted there is that person's,
  /// whoever tells the rest.
  func isAside(_ subject: Range<Int>, verb: Int) -> Bool {
    let relative = subject.upperBound
    return relative < verb && classes(relative).contains(.relative) && gap(relative).contains(.comma)
      && words[subject.upperBound - 1].startsWithCapital
  }

  /// Whether a form of be before the verb makes it a passive: `was told`, `had not been described`.
  func isPassive(_ verb: Int, from limit: Int) -> Bool {
    guard !classes(verb).contains(.ing) else { return false }
    var at = verb - 1
    while at >= limit, verb - at < 4, gap(at + 1).isDisjoint(with: .any) {
      if classes(at).contains(.being) { return true }
      guard isPassedOver(at) else { return false }
      at -= 1
    }
    return false
  }

  /// Who does what a passive tells: `was described by the mayor as “…”`.
  func agent(behind verb: Int, to limit: Int) -> Range<Int>? {
    var at = verb + 1
    while at + 1 < limit, at - verb < 5, gap(at).isDisjoint(with: .any), !isQuoted(at) {
      if words[at].count == 2, words[at].isLower, bytes[words[at].start] == UInt8(ascii: "b"),
        bytes[words[at].start + 1] == UInt8(ascii: "y")
      {
        guard let agent = phrase(startingAt: at + 1, to: limit), !classes(at + 1).contains(.day),
          !words[agent.lowerBound].shape.contains(.digit)
        else { return nil }
        return agent
      }
      at += 1
    }
    return nil
  }

  /// The first word behind the place and agency that a report begins with, `OSLO (AP) —`; `start` where there are none.
  func behindDateline(_ start: Int) -> Int {
    guard start < words.count, start == 0 || gap(start).contains(.line), words[start].isAllCapitals else {
      return start
    }
    var at = start + 1
    while at < words.count, at - start < 9, gap(at).isDisjoint(with: [.colon, .semicolon, .line, .far]) {
      if gap(at).contains(.dash) { return at }
      at += 1
    }
    return start
  }

  /// That, what, whether, how.
  private func isComplementizer(_ index: Int) -> Bool {
    guard classes(index).contains(.subordinator) else { return false }
    let word = words[index]
    switch (bytes[word.start] | 0x20, word.count) {
    case (UInt8(ascii: "t"), 4), (UInt8(ascii: "w"), 4), (UInt8(ascii: "w"), 7), (UInt8(ascii: "h"), 3):
      return bytes[word.end - 1] != UInt8(ascii: "n") && bytes[word.end - 1] != UInt8(ascii: "e")
    default: return false
    }
  }

  private func isName(_ index: Int) -> Bool { words[index].startsWithCapital && !classes(index).contains(.day) }

  /// Whether the words from `start` describe what stands before the comma.
  private func looksLikeApposition(_ start: Int) -> Bool {
    let found = classes(start)
    if !found.isDisjoint(with: [.determiner, .possessive, .relative, .person, .body]) { return true }
    if words[start].shape.contains(.digit) { return true }
    if found.contains(.preposition) || found.contains(.subordinator) || found.contains(.conjunction) { return true }
    return words[start].isLower || words[start].isAllCapitals || gap(start).contains(.bracket)
      || words[start].startsWithCapital
  }

  /// The noun phrase that ends with word `end`; nil where that word ends none.
  func phrase(endingAt end: Int, from limit: Int) -> Range<Int>? {
    guard end >= limit, end >= 0, !isQuoted(end) else { return nil }
    let last = classes(end)
    if last.contains(.pronoun), !last.contains(.determiner) { return end..<(end + 1) }
    if last.contains(.determiner), words[end].isLower, words[end].count < 3 { return nil }
    if last.contains(.determiner), words[end].isLower, end > limit, last.isDisjoint(with: [.possessive, .person]) {
      // All, both, some, three: they may stand alone.
      return end..<(end + 1)
    }
    if !last.isDisjoint(with: [
      .object, .preposition, .conjunction, .subordinator, .auxiliary, .adverb, .negation, .relative,
    ]) {
      if !words[end].startsWithCapital || gap(end).contains(.line) || gap(end).contains(.stop) { return nil }
    }
    if last.contains(.speech), !last.contains(.noun), !last.contains(.person), words[end].isLower { return nil }
    var start = end
    var hasDeterminer = false
    while start > limit, end - start < 24 {
      let before = start - 1
      if isQuoted(before) || !gap(start).isDisjoint(with: .any) { break }
      let found = classes(before)
      let word = words[before]
      if hasDeterminer {
        if found.contains(.determiner) {
          start = before
          continue
        }
        // `a spokesman for the ministry`: only a tie goes on over an article.
        guard found.contains(.tie) || found.contains(.preposition), tiesNouns(before, from: limit) else { break }
        start = before - 1
        hasDeterminer = false
        continue
      }
      if found.contains(.determiner) {
        if word.startsWithCapital, word.count == 1, gap(before).isDisjoint(with: [.line, .stop, .dash]) {
          break
        }
        start = before
        hasDeterminer = true
        continue
      }
      if found.contains(.preposition), word.isLower {
        guard tiesNouns(before, from: limit) else { break }
        start = before - 1
        continue
      }
      if found.contains(.conjunction) {
        guard before > limit, words[start].startsWithCapital, isName(before - 1), gap(before).isDisjoint(with: .any)
        else {
          break
        }
        start = before - 1
        continue
      }
      if !found.isDisjoint(with: [.auxiliary, .subordinator, .relative, .object, .negation, .day]),
        !found.contains(.person)
      {
        break
      }
      if found.contains(.pronoun), !found.contains(.determiner) { break }
      if found.contains(.adverb), !word.startsWithCapital { break }
      if found.contains(.speech), !found.contains(.noun), !found.contains(.person), word.isLower { break }
      // A function word that begins the sentence has a capital without being part of a name.
      if word.startsWithCapital, !gap(before).isDisjoint(with: [.line, .stop, .mark]),
        !found.isDisjoint(with: [.preposition, .adverb, .conjunction])
      {
        break
      }
      // A small word before a capital is part of the phrase only if it says who somebody is.
      if word.isLower, words[start].startsWithCapital, found.isDisjoint(with: [.person, .body, .title]),
        classes(start).isDisjoint(with: [.person, .body])
      {
        break
      }
      start = before
    }
    return start..<(end + 1)
  }

  /// Whether the preposition at `index` ties a noun to the one before it into one phrase.
  private func tiesNouns(_ index: Int, from limit: Int) -> Bool {
    guard index > limit, !isQuoted(index - 1), gap(index).isDisjoint(with: .any) else { return false }
    let found = classes(index)
    let head = classes(index - 1)
    if !head.isDisjoint(with: [
      .auxiliary, .pronoun, .object, .adverb, .subordinator, .conjunction, .preposition, .determiner, .day, .negation,
    ]) {
      return false
    }
    if head.contains(.speech), !head.contains(.noun), !head.contains(.person) { return false }
    if found.contains(.tie) { return true }
    return head.contains(.person)
  }

  /// The noun phrase that starts with word `start`, no further right than before `limit`; nil where none does.
  func phrase(startingAt start: Int, to limit: Int) -> Range<Int>? {
    guard start < limit, start < words.count, !isQuoted(start) else { return nil }
    let first = classes(start)
    if first.contains(.pronoun), !first.contains(.determiner) { return start..<(start + 1) }
    let isOpening =
      !first.isDisjoint(with: [.determiner, .possessive, .person, .body, .title]) || words[start].startsWithCapital
      || (first.isEmpty && words[start].isLower)
    guard isOpening, !first.contains(.day), !first.contains(.subordinator) || words[start].startsWithCapital else {
      return nil
    }
    if first.contains(.preposition) || first.contains(.auxiliary), words[start].isLower { return nil }
    var end = start + 1
    var hasHead = words[start].startsWithCapital || !first.isDisjoint(with: [.person, .body])
    // Behind an article small words may follow a capital: the English newspaper.
    var hasArticle = first.contains(.determiner)
    while end < limit, end < words.count, end - start < 24 {
      if isQuoted(end) || !gap(end).isDisjoint(with: .any) { break }
      let found = classes(end)
      let word = words[end]
      if !found.isDisjoint(with: [.auxiliary, .relative, .pronoun, .object, .negation, .day]), !found.contains(.person)
      {
        break
      }
      if found.contains(.subordinator) { break }
      if found.contains(.conjunction) {
        guard end + 1 < limit, hasHead, isName(end + 1), isName(end - 1), gap(end + 1).isDisjoint(with: .any) else {
          break
        }
        end += 2
        continue
      }
      if found.contains(.preposition) {
        let head = classes(end - 1)
        guard end + 1 < limit, gap(end + 1).isDisjoint(with: .any), !isQuoted(end + 1) else { break }
        guard found.contains(.tie) || head.contains(.person) else { break }
        if found.contains(.preposition), !found.contains(.tie), classes(end + 1).contains(.day) { break }
        end += 1
        hasHead = false
        hasArticle = true
        continue
      }
      if found.contains(.adverb), !word.startsWithCapital { break }
      if found.contains(.speech), !found.contains(.noun), !found.contains(.person), word.isLower { break }
      if word.isLower, words[end - 1].startsWithCapital, !classes(end - 1).contains(.determiner),
        found.isDisjoint(with: [.person, .body]),
        !hasArticle || !found.isEmpty && !found.contains(.noun)
      {
        break
      }
      if word.startsWithCapital || !found.isDisjoint(with: [.person, .body]) { hasHead = true }
      end += 1
    }
    return start..<end
  }

  /// The first word of the sentence that word `index` stands in, no more than `reach` words back; quotations are part of it.
  func sentenceStart(of index: Int) -> Int {
    var at = index
    while at > 0, index - at < Self.reach {
      let gap = gap(at)
      if gap.contains(.line) || gap.contains(.far) { break }
      if gap.contains(.stop), !isQuoted(at - 1) || gap.contains(.mark) && !isQuoted(at) && words[at].startsWithCapital {
        break
      }
      if gap.contains(.stop), !gap.contains(.mark), !isQuoted(at) { break }
      at -= 1
    }
    return at
  }

  /// The end of the sentence of word `index`: the first word that is no part of it.
  func sentenceEnd(of index: Int) -> Int {
    var at = index + 1
    while at < words.count, at - index < Self.reach {
      let gap = gap(at)
      if gap.contains(.line) || gap.contains(.far) { break }
      if gap.contains(.stop), !isQuoted(at - 1) || !isQuoted(at) { break }
      at += 1
    }
    return at
  }
}
