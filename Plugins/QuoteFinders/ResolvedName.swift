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
    for index in scene.drafts.indices {
      guard let speaker = scene.drafts[index].speaker else { continue }
      scene.drafts[index].quotation.speaker = cast.name(of: speaker)
    }
  }
}

/// The people and bodies of one document, by name and by what they are called.
private struct Cast {
  let scene: QuoteScene
  /// Where names stand outside quotations, in words, in order.
  private var places: [(words: Range<Int>, name: String, isPerson: Bool)] = []
  /// The last name that stood beside a noun for a person, by the noun's hash.
  private var byNoun: [UInt32: [(word: Int, name: String)]] = [:]

  init(_ scene: QuoteScene) {
    self.scene = scene
    if scene.document.mentions != nil { collectMentions() } else { collectSpeakers() }
    collectNouns()
  }

  private mutating func collectMentions() {
    for mention in scene.mentions where mention.label == "PER" || mention.label == "ORG" || mention.label == "LOC" {
      let first = scene.firstWord(from: mention.span.start)
      let end = scene.firstWord(from: mention.span.end)
      guard first < end else { continue }
      let name = mention.name.isEmpty ? scene.document.text.string(mention.span) : mention.name
      places.append((first..<end, name, mention.label == "PER"))
    }
  }

  /// Without names of its own the document is taken at the word of its tags: capitals that are speakers are names.
  private mutating func collectSpeakers() {
    var full: [UInt32: String] = [:]
    for draft in scene.drafts {
      guard let speaker = draft.speaker, let core = capitals(speaker) else { continue }
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

  /// The name of the speaker whom `range` mentions.
  mutating func name(of range: Range<Int>) -> String {
    let plain = Self.trimmed(scene.document.text.string(scene.span(range)))
    let first = scene.classes(range.lowerBound)
    if range.count == 1, first.contains(.pronoun), !first.contains(.determiner) {
      return isSingular(range.lowerBound) ? antecedent(of: range.lowerBound) ?? plain : plain
    }
    if let head = headName(in: range) { return head }
    if let noun = range.first(where: { scene.classes($0).contains(.person) && scene.words[$0].isLower }),
      range.count <= 4, first.contains(.determiner), isDefinite(range.lowerBound),
      let known = byNoun[scene.words[noun].hash]?.last(where: { $0.word < range.lowerBound })
    {
      return known.name
    }
    return plain
  }

  private func isDefinite(_ word: Int) -> Bool { scene.words[word].count == 3 }

  /// He or she.
  private func isSingular(_ word: Int) -> Bool {
    let bytes = scene.document.utf8[scene.words[word].span.range]
    guard let last = bytes.last, last | 0x20 == UInt8(ascii: "e"), let start = bytes.first else { return false }
    return bytes.count == 2 && start | 0x20 == UInt8(ascii: "h")
      || bytes.count == 3 && start | 0x20 == UInt8(ascii: "s")
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
        if !isOwner, !isTied { return place.name }
      }
      at -= 1
    }
    return nil
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

  /// Whether a name looks like a subject: it begins its sentence or stands beside a verb of saying.
  private func isSubject(_ range: Range<Int>) -> Bool {
    if range.lowerBound == 0 || !scene.gap(range.lowerBound).isDisjoint(with: [.line, .stop]) { return true }
    let before = scene.classes(range.lowerBound - 1)
    if scene.isSpeech(range.lowerBound - 1) { return true }
    if range.upperBound < scene.words.count, scene.isSpeech(range.upperBound) { return true }
    return before.contains(.person) || before.contains(.title)
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
