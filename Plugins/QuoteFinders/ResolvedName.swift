import Language
import TextModel

/// Gives speakers their names: the fullest form the document has for a name, and who a pronoun or description means.
///
/// A name takes the fullest form that tag-entities knows, without titles.  `He` and `she` are the last speaker or subject
/// named before them; `the mayor` is who was called mayor beside a name before (`Mayor Zoë Kay`, `Zoë Kay, the mayor`).
/// A description stays what it is where nobody fits.
public struct ResolvedName: QuoteRule {
  public let id = "resolved-name"
  public init() {}

  public let examples: [QuoteExample] = [
    "Zoë Kay opened the road. [“It is late,”|Zoë Kay] she said.",
    "Mayor Zoë Kay opened the road. [“It is late,”|Zoë Kay] the mayor said.",
    "[“It is late,”|Zoë Kay] said Zoë Kay, the mayor. [“Go home,”|Zoë Kay] Kay said.",
  ]

  func apply(to scene: QuoteScene) {
    guard !scene.drafts.isEmpty else { return }
    var cast = Cast(scene)
    var last = ""
    for index in scene.drafts.indices {
      guard let speaker = scene.drafts[index].speaker else { continue }
      let name = cast.name(of: speaker)
      // A pronoun that no name fits is who spoke before under a description: `the prime minister`.
      if cast.isUnresolved(speaker, name), !last.isEmpty {
        scene.drafts[index].quotation.speaker = last
      } else {
        scene.drafts[index].quotation.speaker = name
        last = cast.describesPerson(speaker) ? name : ""
      }
    }
  }
}

/// The people and bodies of one document, by name and by what they are called.
private struct Cast {
  let scene: QuoteScene
  /// Where names stand outside quotations, in words, in order.
  private var places: [(words: Range<Int>, name: String, isPerson: Bool)] = []
  /// The last person before word `index` whose phrase has the same word before the name: `Russian President Vladimir Putin`.
  private func called(_ origin: Int, before index: Int) -> String? {
    let hash = scene.words[origin].hash
    var at = upperPlace(before: index)
    var looked = 0
    while at >= 0, looked < 60 {
      let place = places[at]
      if place.isPerson,
        let phrase = scene.phrase(endingAt: place.words.upperBound - 1, from: max(0, place.words.lowerBound - 8)),
        phrase.lowerBound < place.words.lowerBound,
        (phrase.lowerBound..<place.words.lowerBound).contains(where: { scene.words[$0].hash == hash })
      {
        return place.name
      }
      at -= 1
      looked += 1
    }
    return nil
  }

  /// The name between commas behind a description: `the spokesman for the ministry, Zoë Kay, said`.
  private func appositive(behind range: Range<Int>) -> String? {
    let next = range.upperBound
    let opens = scene.classes(range.lowerBound)
    guard next < scene.words.count, range.count > 1, headName(in: range) == nil,
      range.contains(where: { !scene.classes($0).isDisjoint(with: [.person, .body]) })
        || !opens.isDisjoint(with: [.determiner, .possessive])
    else { return nil }
    let gap = scene.gap(next)
    guard gap.contains(.comma), gap.isDisjoint(with: [.stop, .line, .mark, .colon]) else { return nil }
    // Titles stand before the name: `her rival, Councilman Roy Dean, said`.
    var begin = next
    while begin < next + 2, begin + 1 < scene.words.count, scene.gap(begin + 1).isDisjoint(with: .any),
      !scene.classes(begin).isDisjoint(with: [.person, .title])
    {
      begin += 1
    }
    var at = upperPlace(before: begin + 1)
    if at >= 0, places[at].words.lowerBound > begin { at -= 1 }
    guard at >= 0, places[at].words.contains(begin), places[at].words.lowerBound >= next else { return nil }
    let end = places[at].words.upperBound
    return end >= scene.words.count || !scene.gap(end).isDisjoint(with: [.comma, .stop, .line]) ? places[at].name : nil
  }

  /// The last name that stood beside a noun for a person, by the noun's hash.
  private var byNoun: [UInt32: [(word: Int, name: String)]] = [:]

  init(_ scene: QuoteScene) {
    self.scene = scene
    if scene.document.mentions != nil { collectMentions() } else { collectSpeakers() }
    collectNouns()
    for noun in byNoun.keys { byNoun[noun]?.sort { $0.word < $1.word } }
  }

  private mutating func collectMentions() {
    for mention in scene.mentions where mention.label == "PER" || mention.label == "ORG" || mention.label == "LOC" {
      let first = scene.firstWord(from: mention.span.start)
      let end = scene.firstWord(from: mention.span.end)
      guard first < end else { continue }
      let name = mention.name.isEmpty ? Self.trimmed(scene.document.text.string(mention.span)) : mention.name
      places.append((first..<end, name, mention.label == "PER"))
    }
    // A surname or given name alone is the fuller name of which it is a part.
    var full: [UInt32: String] = [:]
    for place in places where place.isPerson && place.words.count > 1 {
      full[scene.words[place.words.upperBound - 1].hash] = place.name
      if full[scene.words[place.words.lowerBound].hash] == nil {
        full[scene.words[place.words.lowerBound].hash] = place.name
      }
    }
    for index in places.indices where places[index].isPerson && places[index].words.count == 1 {
      let word = scene.words[places[index].words.lowerBound]
      guard !places[index].name.utf8.contains(0x20) else { continue }
      if let known = full[word.hash] { places[index].name = known }
    }
  }

  /// Without names of its own the document is taken at the word of its tags: capitals that are speakers are names.
  private mutating func collectSpeakers() {
    var full: [UInt32: String] = [:]
    for draft in scene.drafts {
      guard let speaker = draft.speaker, let core = capitals(speaker) else { continue }
      // `der Bürgermeister`: behind an article a capital makes no name.
      if core.lowerBound == speaker.lowerBound + 1, scene.classes(speaker.lowerBound).contains(.determiner) { continue }
      let last = scene.words[core.upperBound - 1].hash
      let name = Self.trimmed(scene.document.text.string(scene.span(core)))
      if core.count > 1 { full[last] = name }
      places.append((core, core.count > 1 ? name : full[last] ?? name, true))
    }
    places.sort { $0.words.lowerBound < $1.words.lowerBound }
    // A sentence's first word in capitals beside another is a name as well: who a later pronoun means.
    for paragraph in scene.document.paragraphs.prefix(400) {
      let first = scene.firstWord(from: paragraph.start)
      guard first < scene.words.count, !scene.isQuoted(first),
        let phrase = scene.phrase(startingAt: first, to: scene.words.count),
        let core = capitals(phrase), core.count > 1
      else { continue }
      places.append((core, Self.trimmed(scene.document.text.string(scene.span(core))), true))
    }
    places.sort { $0.words.lowerBound < $1.words.lowerBound }
  }

  /// The name at the end of a phrase: its last run of capitals, behind titles and nouns for persons.
  private func capitals(_ range: Range<Int>) -> Range<Int>? {
    var start = range.upperBound
    while start > range.lowerBound, scene.words[start - 1].startsWithCapital {
      let found = scene.classes(start - 1)
      if !found.isDisjoint(with: [.person, .title, .determiner, .pronoun, .day]), start - 1 != range.upperBound - 1 {
        break
      }
      if !found.isDisjoint(with: [.determiner, .pronoun, .body, .person]) { return nil }
      start -= 1
    }
    return start < range.upperBound ? start..<range.upperBound : nil
  }

  /// Which nouns stand beside names: before (`Mayor Kay`) and in an apposition behind (`Kay, the mayor of Lund`).
  private mutating func collectNouns() {
    for place in places where !place.isPerson {
      // A ministry with a name is `the ministry` afterwards.
      let last = place.words.upperBound - 1
      if place.words.count > 1, scene.classes(last).contains(.body) {
        byNoun[scene.words[last].hash, default: []].append((last, place.name))
      }
    }
    for place in places where place.isPerson {
      var at = place.words.lowerBound - 1
      var steps = 0
      while at >= 0, steps < 3, scene.gap(at + 1).isDisjoint(with: .any) {
        note(at, place.name)
        at -= 1
        steps += 1
      }
      for at in place.words { note(at, place.name) }
      let behind = place.words.upperBound
      guard behind < scene.words.count, scene.gap(behind).contains(.comma),
        scene.classes(behind).contains(.determiner) || scene.classes(behind).contains(.person)
      else { continue }
      for at in behind..<min(behind + 6, scene.words.count) {
        if at > behind, !scene.gap(at).isDisjoint(with: .any) { break }
        note(at, place.name)
      }
    }
  }

  private mutating func note(_ word: Int, _ name: String) {
    if scene.classes(word).contains(.person) { byNoun[scene.words[word].hash, default: []].append((word, name)) }
  }

  /// Whether `range` is a pronoun in the singular that got no name.
  func isUnresolved(_ range: Range<Int>, _ name: String) -> Bool {
    range.count == 1 && scene.classes(range.lowerBound).contains(.pronoun) && isSingular(range.lowerBound)
      && name.utf8.count <= 4
  }

  /// Whether the phrase describes one person by a noun: `the prime minister`.
  func describesPerson(_ range: Range<Int>) -> Bool {
    range.count > 1 && range.count <= 6
      && range.contains {
        scene.classes($0).contains(.person) && scene.bytes[scene.words[$0].end - 1] != UInt8(ascii: "s")
      }
  }

  /// The name of the speaker whom `range` mentions.
  mutating func name(of range: Range<Int>) -> String {
    let plain = Self.trimmed(scene.document.text.string(scene.span(range)))
    let first = scene.classes(range.lowerBound)
    if range.count == 1, first.contains(.pronoun), !first.contains(.determiner) {
      return isSingular(range.lowerBound) ? antecedent(of: range.lowerBound) ?? plain : plain
    }
    if let head = headName(in: range) {
      return range.count == 1 && !head.utf8.contains(0x20) ? fullName(of: range.lowerBound) ?? head : head
    }
    if let named = appositive(behind: range) { return named }
    // `The Russian leader`: who was called Russian beside a name.
    if first.contains(.determiner), isDefinite(range.lowerBound), range.count <= 5,
      range.contains(where: { scene.classes($0).contains(.person) && scene.words[$0].isLower }),
      let origin = range.dropFirst().first(where: { scene.words[$0].startsWithCapital })
    {
      return called(origin, before: range.lowerBound) ?? plain
    }
    if let noun = range.first(where: {
      !scene.classes($0).isDisjoint(with: [.person, .body]) && scene.words[$0].isLower
    }), range.count <= 4, first.contains(.determiner), isDefinite(range.lowerBound),
      let known = lastNamed(scene.words[noun].hash, before: range.lowerBound)
    {
      return known.name
    }
    if range.count == 1, let full = fullName(of: range.lowerBound) { return full }
    return plain
  }

  /// The two capitals that end with this one where the document, without names of its own for it, has them before.
  private mutating func fullName(of index: Int) -> String? {
    let word = scene.words[index]
    guard word.startsWithCapital,
      scene.classes(index).isDisjoint(with: [.person, .body, .title, .pronoun, .determiner])
    else { return nil }
    if firstPairs == nil { collectPairs() }
    guard let end = firstPairs?[word.hash], end < index else { return nil }
    return Self.trimmed(scene.document.text.string(scene.span((end - 1)..<(end + 1))))
  }

  /// Where each capital first stands behind another one, outside quotations, by its hash.
  private var firstPairs: [UInt32: Int]?

  private mutating func collectPairs() {
    var found: [UInt32: Int] = [:]
    for at in scene.words.indices.dropFirst()
    where scene.words[at].startsWithCapital && scene.words[at - 1].startsWithCapital && scene.words[at - 1].count > 1 {
      guard !scene.isQuoted(at), scene.gap(at) == .space, found[scene.words[at].hash] == nil,
        scene.classes(at - 1).isDisjoint(with: [
          .person, .body, .title, .determiner, .pronoun, .preposition, .conjunction, .adverb, .subordinator, .day,
        ]), scene.classes(at).isDisjoint(with: [.person, .body, .title])
      else { continue }
      found[scene.words[at].hash] = at
    }
    firstPairs = found
  }

  /// The last name that stood beside a noun before word `index`.
  private func lastNamed(_ noun: UInt32, before index: Int) -> (word: Int, name: String)? {
    guard let known = byNoun[noun] else { return nil }
    var low = 0
    var high = known.count
    while low < high {
      let middle = (low + high) / 2
      if known[middle].word < index { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? known[low - 1] : nil
  }

  private func isDefinite(_ word: Int) -> Bool { scene.words[word].count == 3 }

  /// He or she.
  private func isSingular(_ word: Int) -> Bool {
    let span = scene.words[word].span
    guard span.count <= 6 else { return false }
    return Self.singular.contains { pronoun in
      pronoun.count == span.count
        && zip(pronoun, scene.bytes[span.range]).allSatisfy { $0 == $1 || $1 < 0x80 && $0 == $1 | 0x20 }
    }
  }

  private static let singular = ["he", "she", "il", "elle", "er", "sie", "él", "egli", "он", "она"].map {
    Array($0.utf8)
  }

  /// The name that the phrase is about: the last one in it that neither owns what follows nor is tied to a noun before.
  private func headName(in range: Range<Int>) -> String? {
    var at = upperPlace(before: range.upperBound)
    while at >= 0, places[at].words.upperBound > range.lowerBound {
      let place = places[at]
      if place.words.lowerBound >= range.lowerBound || place.words.contains(range.lowerBound) {
        let isOwner = place.words.upperBound < range.upperBound
        let begin = place.words.lowerBound
        let isTied =
          begin > range.lowerBound && scene.classes(begin - 1).contains(.preposition)
          || begin > range.lowerBound + 1 && scene.classes(begin - 1).contains(.determiner)
            && scene.classes(begin - 2).contains(.preposition)
        if !isOwner, !isTied { return place.isPerson ? place.name : widened(place, in: range) }
      }
      at -= 1
    }
    return nil
  }

  /// The name of a body with the capitals before it that belong to it: `Russian` of the Russian Foreign Ministry.
  private func widened(_ place: (words: Range<Int>, name: String, isPerson: Bool), in range: Range<Int>) -> String {
    var start = place.words.lowerBound
    while start > range.lowerBound, scene.words[start - 1].startsWithCapital, scene.gap(start).isDisjoint(with: .any),
      scene.classes(start - 1).isDisjoint(with: [.determiner, .person, .title, .pronoun, .preposition])
    {
      start -= 1
    }
    if start == place.words.lowerBound { return place.name }
    return Self.trimmed(scene.document.text.string(scene.span(start..<place.words.upperBound)))
  }

  /// The last speaker or person named before word `index`, outside quotations.
  private func antecedent(of index: Int) -> String? {
    var at = upperPlace(before: index)
    var looked = 0
    var fallback: String?
    while at >= 0, looked < 12 {
      let place = places[at]
      if place.isPerson, place.words.upperBound <= index, !scene.isQuoted(place.words.lowerBound) {
        if isSubject(place.words) { return place.name }
        if fallback == nil { fallback = place.name }
      }
      looked += 1
      at -= 1
    }
    return fallback
  }

  /// Whether a name looks like a subject: its phrase begins a sentence or clause, or it follows a verb of saying in a tag.
  private func isSubject(_ range: Range<Int>) -> Bool {
    let phrase = scene.phrase(endingAt: range.upperBound - 1, from: max(0, range.lowerBound - 12)) ?? range
    let first = phrase.lowerBound
    let gap = scene.gap(first)
    if first == 0 || !gap.isDisjoint(with: [.line, .stop]) { return true }
    let before = scene.classes(first - 1)
    if gap.contains(.comma) {
      // Behind a name or a noun for a person it is an apposition: `his colleague, Zoë Kay`.
      return before.contains(.day)
        || before.isDisjoint(with: [.person, .body]) && !scene.words[first - 1].startsWithCapital
    }
    if scene.isSpeech(first - 1) { return !before.contains(.hearer) && !before.contains(.weak) }
    return !before.isDisjoint(with: [.subordinator, .adverb, .relative]) && !before.contains(.preposition)
  }

  /// The last place that begins before word `index`.
  private func upperPlace(before index: Int) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].words.lowerBound < index { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// Without the possessive.
  static func trimmed(_ name: String) -> String {
    for tail in ["’s", "'s"]
    where name.utf8.count > tail.utf8.count && name.utf8.reversed().starts(with: tail.utf8.reversed()) {
      return String(name.unicodeScalars.dropLast(2))
    }
    return name
  }
}
