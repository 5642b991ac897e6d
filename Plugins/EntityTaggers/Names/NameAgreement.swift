import Language
import TextModel

/// Reads the mentions of a document as one: what is a name here is a name there.
///
/// The model sees a sentence at a time.  This pass cuts compounds of two countries in two, lets mentions of one name vote
/// on its type, makes a person of a surname whose full name is known, finds the occurrences that the model passed over,
/// and joins an acronym to the long form beside it.  Linear: one look into a table for each token and length of name.
struct NameAgreement {
  typealias Found = NameReader.Found

  /// What the mentions of one name say.
  private struct Votes {
    var types = SIMD4<Float>(repeating: 0)
    var isCapital = false

    var best: Int {
      var best = 0
      for k in 1..<4 where types[k] > types[best] { best = k }
      return best
    }
  }

  private static let person = 0
  private static let body = 1
  private static let place = 2
  private static let other = 3
  private static let longest = 6

  private let tokens: NameTokens
  private let lexicon: NameLexicon
  private let isSentenceStart: [Bool]
  private let text: Text
  private let skeletons: NameSkeletons
  private var votes: [UInt64: Votes] = [:]
  /// By skeleton: how often a word is part of a full name of a person.
  private var parts: [UInt64: Float] = [:]
  /// By skeleton: how often a word is the last of a full name of a person, or a person by itself.
  private var surnames: [UInt64: Float] = [:]
  /// How often a word is the first of several in the name of a body.
  private var heads: [UInt64: Float] = [:]
  /// Words that occur in small letters.
  private var small: SeenWords
  /// First and last words of names, so that few words are looked up in the tables above.
  private var edges: SeenWords
  /// Words that start a name of several words.
  private var starters: SeenWords
  /// Long forms of acronyms, as indices into the final mentions' tokens.
  private(set) var expansions: [UInt64: Range<Int>] = [:]

  init(
    _ tokens: NameTokens, _ lexicon: NameLexicon, isSentenceStart: [Bool], text: Text, skeletons: NameSkeletons
  ) {
    self.tokens = tokens
    self.lexicon = lexicon
    self.isSentenceStart = isSentenceStart
    self.text = text
    self.skeletons = skeletons
    small = SeenWords(capacity: tokens.count)
    edges = SeenWords(capacity: 0)
    starters = edges
  }

  /// Settles the mentions of a document; they are sorted and stay so.
  mutating func settle(_ mentions: inout [Found]) {
    guard !mentions.isEmpty else { return }
    var whole: [Found] = []
    whole.reserveCapacity(mentions.count)
    for found in mentions {
      if found.tokens.count == 1 { whole.append(people(found)) } else { whole.append(contentsOf: cut(found)) }
    }
    mentions = whole
    NamePartners(tokens, text: text).join(&mentions)
    takeLongForms(&mentions)
    edges = SeenWords(capacity: mentions.count * 3)
    starters = SeenWords(capacity: mentions.count)
    count(mentions)
    partPersons(&mentions)
    for k in mentions.indices { agree(&mentions[k]) }
    joinAcronyms(&mentions)
    addMissing(&mentions)
  }

  func key(_ range: Range<Int>) -> UInt64 {
    var hash = tokens.words[range.lowerBound]
    for index in range.dropFirst() { hash = NameLexicon.combine(hash, tokens.words[index]) }
    return hash
  }

  private func gazetteers(_ index: Int) -> UInt16 { lexicon.entry(tokens.words[index])?.gazetteers ?? 0 }

  /// Bits of the lexicon's gazetteers.
  private enum Listed {
    static let given: UInt16 = 1 << 0
    static let country: UInt16 = 1 << 2
    /// Countries, regions, cities, towns and other places.
    static let places: UInt16 = 0b111_1100
    static let people: UInt16 = 1 << 8
    /// Bodies, companies and teams.
    static let bodies: UInt16 = 1 << 7 | 1 << 10 | 1 << 12
  }

  /// The name of a people (`Kenyan`) is no place and no body.
  private func people(_ found: Found) -> Found {
    guard found.type == Self.place || found.type == Self.body, found.score < 0.8 else { return found }
    let listed = gazetteers(found.tokens.lowerBound)
    guard listed & Listed.people != 0, listed & (Listed.places | Listed.bodies) == 0 else { return found }
    var found = found
    found.type = Self.other
    return found
  }

  /// Gives long forms with their acronyms beside them the bounds that the acronym's letters say.
  private mutating func takeLongForms(_ mentions: inout [Found]) {
    let pairs = AcronymPairs(tokens, text: text).pairs()
    if pairs.isEmpty { return }
    var out: [Found] = []
    out.reserveCapacity(mentions.count + pairs.count)
    var next = 0
    for pair in pairs {
      let short = pair.short..<pair.short + 1
      var placeOfLong = 0
      var placeOfShort: Int?
      for range in short.lowerBound < pair.long.lowerBound ? [short, pair.long] : [pair.long, short] {
        while next < mentions.count, mentions[next].tokens.upperBound <= range.lowerBound {
          out.append(mentions[next])
          next += 1
        }
        let first = next
        while next < mentions.count, mentions[next].tokens.lowerBound < range.upperBound { next += 1 }
        let over = mentions[first..<next]
        let isModels: Bool
        if range == short {
          isModels = !over.isEmpty
          if over.first?.tokens == short || over.isEmpty { placeOfShort = out.count }
        } else {
          // The model's may have a word more in front.
          isModels =
            over.count == 1 && over[first].tokens.upperBound == range.upperBound
            && over[first].tokens.lowerBound <= range.lowerBound
          placeOfLong = out.count
        }
        if isModels {
          out.append(contentsOf: over)
        } else {
          out.append(
            Found(
              tokens: range, type: Self.body, score: over.reduce(0.7) { max($0, $1.score) },
              span: Span(tokens.spans[range.lowerBound].start, tokens.spans[range.upperBound - 1].end)))
        }
      }
      expansions[tokens.words[pair.short]] = out[placeOfLong].tokens
      if let placeOfShort { out[placeOfShort].type = out[placeOfLong].type }
    }
    out.append(contentsOf: mentions[next...])
    mentions = out
  }

  /// Parts a person from what stands before without a mark between: `Russian Foreign Ministry Alexei Grushin`.
  private mutating func partPersons(_ mentions: inout [Found]) {
    var whole: [Found] = []
    whole.reserveCapacity(mentions.count)
    for found in mentions {
      let first = found.tokens.lowerBound
      let last = found.tokens.upperBound - 1
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
  private func cut(_ found: Found) -> [Found] {
    let first = found.tokens.lowerBound
    if found.type == Self.person, found.tokens.count > 1, NameTitles.contains(text, tokens.spans[first]) {
      var rest = found
      rest.tokens = first + 1..<found.tokens.upperBound
      rest.span.start = tokens.spans[first + 1].start
      return cut(rest)
    }
    guard found.tokens.count == 3, isHyphen(first + 1) else { return [found] }
    if tokens.spans[first].count == 1, "RDI".utf8.contains(text[tokens.spans[first].start]) {
      return [Found(tokens: first + 2..<first + 3, type: Self.place, score: found.score, span: tokens.spans[first + 2])]
    }
    guard gazetteers(first) & Listed.country != 0, gazetteers(first + 2) & Listed.country != 0 else { return [found] }
    return [first, first + 2].map { index in
      Found(tokens: index..<index + 1, type: Self.place, score: found.score, span: tokens.spans[index])
    }
  }

  private func isHyphen(_ index: Int) -> Bool {
    index > 0 && index + 1 < tokens.count && tokens.spans[index].count == 1
      && text[tokens.spans[index].start] == UInt8(ascii: "-") && tokens.traits[index].contains(.glued)
      && tokens.traits[index + 1].contains(.glued)
  }

  private mutating func count(_ mentions: [Found]) {
    for found in mentions {
      let key = key(found.tokens)
      votes[key, default: Votes()].types[found.type] += found.score
      if tokens.traits[found.tokens.lowerBound].contains(.capital) { votes[key]?.isCapital = true }
      edges.insert(tokens.words[found.tokens.lowerBound])
      edges.insert(tokens.words[found.tokens.upperBound - 1])
      if found.tokens.count > 1 { starters.insert(tokens.words[found.tokens.lowerBound]) }
      if found.type == Self.person, (2...4).contains(found.tokens.count), found.score > 0.35 {
        parts[skeletons[found.tokens.upperBound - 1], default: 0] += found.score
        parts[skeletons[found.tokens.lowerBound], default: 0] += found.score * 0.5
        surnames[skeletons[found.tokens.upperBound - 1], default: 0] += found.score
      } else if found.type == Self.person, found.tokens.count == 1 {
        surnames[skeletons[found.tokens.lowerBound], default: 0] += found.score * 0.6
      } else if found.type == Self.body, found.tokens.count > 1 {
        heads[tokens.words[found.tokens.lowerBound], default: 0] += found.score
      }
    }
    for index in 0..<tokens.count where tokens.traits[index].contains(.word) {
      if !tokens.traits[index].contains(.capital) { small.insert(tokens.words[index]) }
    }
  }

  /// Gives a mention the type that the mentions of the same name agree on, unless the model is sure of another.
  private func agree(_ found: inout Found) {
    let first = found.tokens.lowerBound
    if found.tokens.count == 1, found.type != Self.person, let type = bearer(first, found) {
      found.type = type
      found.score = max(found.score * 0.9, 0.5)
      return
    }
    guard found.score < 0.95, var tally = votes[key(found.tokens)] else { return }
    if found.tokens.count == 1 {
      let weight = parts[skeletons[first]] ?? 0
      tally.types[Self.person] += weight * 0.8
      // `Hartwell` is the firm where there is a `Hartwell Partners`, and nobody of that name.
      if weight == 0, gazetteers(first) & Listed.places == 0 {
        tally.types[Self.body] += (heads[tokens.words[first]] ?? 0) * 2
      }
    }
    let best = tally.best
    guard best != found.type, tally.types[best] > tally.types[found.type] * 1.2 else { return }
    found.type = best
    found.score = max(found.score * 0.9, 0.5)
  }

  /// What a word that is no person to the model is, where the document has a person or a body of that name; nil where the
  /// model's answer stays.
  private func bearer(_ index: Int, _ found: Found) -> Int? {
    let full = parts[skeletons[index]] ?? 0
    let isListed = gazetteers(index) & Listed.places != 0
    let head = heads[tokens.words[index]] ?? 0
    // `Paris said`, where there is a Sharon Paris.
    if full >= 0.4, tokens.traits[index].contains(.capital), !tokens.traits[index].contains(.allCapitals) {
      if NameCues.isBesideSpeech(index, tokens, text) { return Self.person }
      // No place of that name is known: a surname spelled another way, or a firm.
      if found.type == Self.place, !isListed, full >= 0.7, head < full { return Self.person }
    }
    if found.type == Self.place, !isListed, head >= 0.5, head >= full, found.score < 0.95 { return Self.body }
    return nil
  }

  /// `Italian Democratic Socialists (SDI)`, `SDI (Italian Democratic Socialists)`.
  private mutating func joinAcronyms(_ mentions: inout [Found]) {
    var added: [Found] = []
    for k in mentions.indices {
      let found = mentions[k]
      let open = found.tokens.upperBound
      guard open + 2 < tokens.count, isMark(open, "("), isMark(open + 2, ")") || found.tokens.count == 1 else {
        continue
      }
      if found.tokens.count > 1 {
        let short = open + 1
        guard isAcronym(short, of: found.tokens) else { continue }
        expansions[tokens.words[short]] = found.tokens
        edges.insert(tokens.words[short])
        votes[tokens.words[short], default: Votes()].types[found.type] += 1
        votes[tokens.words[short]]?.isCapital = true
        if k + 1 < mentions.count, mentions[k + 1].tokens == short..<short + 1 {
          mentions[k + 1].type = found.type
        } else if k + 1 == mentions.count || mentions[k + 1].tokens.lowerBound > short {
          added.append(
            Found(tokens: short..<short + 1, type: found.type, score: found.score * 0.9, span: tokens.spans[short]))
        }
      } else if k + 1 < mentions.count, mentions[k + 1].tokens.lowerBound == open + 1,
        isAcronym(found.tokens.lowerBound, of: mentions[k + 1].tokens)
      {
        expansions[tokens.words[found.tokens.lowerBound]] = mentions[k + 1].tokens
        mentions[k].type = mentions[k + 1].type
      }
    }
    merge(added, into: &mentions)
  }

  private func isMark(_ index: Int, _ mark: StaticString) -> Bool {
    tokens.spans[index].count == 1 && text[tokens.spans[index].start] == mark.utf8Start[0]
  }

  /// Whether the letters of a word of capitals are the initials of a name, small words left out or not.
  private func isAcronym(_ index: Int, of name: Range<Int>) -> Bool {
    guard tokens.traits[index].contains(.allCapitals), (2...8).contains(tokens.spans[index].count) else { return false }
    let letters = Array(text[tokens.spans[index]]).filter { $0 != UInt8(ascii: ".") }
    var at = 0
    for word in name where at < letters.count {
      if text[tokens.spans[word].start] & 0xDF == letters[at] { at += 1 }
    }
    return at == letters.count || (at >= 2 && at == letters.count - 1)
  }

  /// Finds the occurrences of known names that the model passed over.
  private func addMissing(_ mentions: inout [Found]) {
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
    guard traits.contains(.capital), let weight = parts[skeletons[index]], weight >= 0.4, tokens.spans[index].count > 1,
      !isMonth(index)
    else { return nil }
    return Found(tokens: index..<index + 1, type: Self.person, score: 0.6, span: tokens.spans[index])
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

  private func merge(_ added: [Found], into mentions: inout [Found]) {
    guard !added.isEmpty else { return }
    mentions = (mentions + added).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
