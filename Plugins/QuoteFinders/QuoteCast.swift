import Language
import TextModel

/// The people and bodies of one document, by name and by what they are called.
struct QuoteCast {
  let scene: QuoteScene
  /// Where names stand outside quotations, in words, in order.
  var places: [(words: Range<Int>, name: String, isPerson: Bool)] = []
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

  /// The women and men among them, by name; found when a pronoun first asks.
  var genders: [String: PersonGender]?

  /// The nouns that titles before a name are short for: `Gov. Kay` is `the governor` afterwards.
  private static let titles: [UInt32: UInt32] = [
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "prof": "professor",
    "sgt": "sergeant", "lt": "lieutenant", "capt": "captain", "col": "colonel", "dr": "doctor",
  ].reduce(into: [:]) { $0[Lexicon.hash($1.key)] = Lexicon.hash($1.value) }

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
      // `Her son, Zoë Kay, said`.
      let first = place.words.lowerBound
      let after = scene.gap(place.words.upperBound)
      if first > 0, scene.gap(first) == [.comma, .space], scene.words[first - 1].isLower,
        !after.isDisjoint(with: [.comma, .stop, .line])
      {
        note(first - 1, place.name)
      }
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
    if scene.classes(word).contains(.title), let long = Self.titles[scene.words[word].hash] {
      byNoun[long, default: []].append((word, name))
    }
    if scene.classes(word).contains(.person) { byNoun[scene.words[word].hash, default: []].append((word, name)) }
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
    if first.contains(.determiner), let named = namedLater(range) { return named }
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

  /// Whom an indefinite description means that opens the report: `a federal judge` whom a later paragraph calls Judge Kay.
  private func namedLater(_ range: Range<Int>) -> String? {
    let opener = scene.words[range.lowerBound]
    guard opener.count <= 2, range.count <= 5, scene.paragraph(of: opener.start) < 3,
      let noun = range.last(where: { scene.classes($0).contains(.person) && scene.words[$0].isLower }),
      let known = byNoun[scene.words[noun].hash], let first = known.first, first.word > noun,
      known.allSatisfy({ $0.name == first.name })
    else { return nil }
    return first.name
  }

  private func isDefinite(_ word: Int) -> Bool { scene.words[word].count == 3 }

  /// The name that the phrase is about: the last one in it that neither owns what follows nor is tied to a noun before.
  func headName(in range: Range<Int>) -> String? {
    var at = upperPlace(before: range.upperBound)
    while at >= 0, places[at].words.upperBound > range.lowerBound {
      let place = places[at]
      if place.words.lowerBound >= range.lowerBound || place.words.contains(range.lowerBound) {
        // What follows a name is somebody else, unless it only says where the name belongs: `Zoë Kay of the Trust`.
        let next = place.words.upperBound
        let isOwner = next < range.upperBound && !(place.isPerson && scene.classes(next).contains(.preposition))
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

  /// The last place that begins before word `index`.
  func upperPlace(before index: Int) -> Int {
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
