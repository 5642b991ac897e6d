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
  private static let place = 2
  private static let longest = 6

  private let tokens: NameTokens
  private let lexicon: NameLexicon
  private let isSentenceStart: [Bool]
  private let text: Text
  private var votes: [UInt64: Votes] = [:]
  /// How often a word is part of a full name of a person.
  private var parts: [UInt64: Float] = [:]
  /// Words that occur in small letters.
  private var small: WordSet
  /// First and last words of names, so that few words are looked up in the tables above.
  private var edges: WordSet
  /// Words that start a name of several words.
  private var starters: WordSet
  /// Long forms of acronyms, as indices into the final mentions' tokens.
  private(set) var expansions: [UInt64: Range<Int>] = [:]

  init(_ tokens: NameTokens, _ lexicon: NameLexicon, isSentenceStart: [Bool], text: Text) {
    self.tokens = tokens
    self.lexicon = lexicon
    self.isSentenceStart = isSentenceStart
    self.text = text
    small = WordSet(capacity: tokens.count)
    edges = WordSet(capacity: 0)
    starters = edges
  }

  /// Settles the mentions of a document; they are sorted and stay so.
  mutating func settle(_ mentions: inout [Found]) {
    guard !mentions.isEmpty else { return }
    var whole: [Found] = []
    whole.reserveCapacity(mentions.count)
    for found in mentions {
      if found.tokens.count == 1 { whole.append(found) } else { whole.append(contentsOf: cut(found)) }
    }
    mentions = whole
    edges = WordSet(capacity: mentions.count * 3)
    starters = WordSet(capacity: mentions.count)
    count(mentions)
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
    let country: UInt16 = 1 << 2
    guard gazetteers(first) & country != 0, gazetteers(first + 2) & country != 0 else { return [found] }
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
        parts[tokens.words[found.tokens.upperBound - 1], default: 0] += found.score
        parts[tokens.words[found.tokens.lowerBound], default: 0] += found.score * 0.5
      }
    }
    for index in 0..<tokens.count where tokens.traits[index].contains(.word) {
      if !tokens.traits[index].contains(.capital) { small.insert(tokens.words[index]) }
    }
  }

  /// Gives a mention the type that the mentions of the same name agree on, unless the model is sure of another.
  private func agree(_ found: inout Found) {
    guard found.score < 0.95, var tally = votes[key(found.tokens)] else { return }
    if found.tokens.count == 1 { tally.types[Self.person] += (parts[tokens.words[found.tokens.lowerBound]] ?? 0) * 0.8 }
    let best = tally.best
    guard best != found.type, tally.types[best] > tally.types[found.type] * 1.2 else { return }
    found.type = best
    found.score = max(found.score * 0.9, 0.5)
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
    guard traits.contains(.capital), let weight = parts[word], weight >= 0.4, tokens.spans[index].count > 1,
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

/// A set of words that may rarely claim one it has not: a bit for each, eight bits a token.
struct WordSet {
  private var bits: [UInt64]
  private let mask: UInt64

  init(capacity: Int) {
    var size = 64
    while size < capacity * 8 { size *= 2 }
    bits = [UInt64](repeating: 0, count: size / 64)
    mask = UInt64(size - 1)
  }

  mutating func insert(_ word: UInt64) {
    let bit = place(word)
    bits[Int(bit >> 6)] |= 1 << (bit & 63)
  }

  func contains(_ word: UInt64) -> Bool {
    let bit = place(word)
    return bits[Int(bit >> 6)] & 1 << (bit & 63) != 0
  }

  private func place(_ word: UInt64) -> UInt64 { (word &* 0x9E37_79B9_7F4A_7C15) >> 24 & mask }
}

/// Titles that stand before a person's name and are no part of it.
enum NameTitles {
  private static let words: Set<String> = [
    "adm", "ambassador", "capt", "captain", "chairman", "chancellor", "col", "colonel", "congressman", "congresswoman",
    "dr", "gen", "general", "gov", "governor", "judge", "justice", "lt", "maj", "mayor", "minister", "mr", "mrs", "ms",
    "premier", "president", "prof", "professor", "rep", "representative", "sen", "senator", "secretary", "sgt",
    "spokesman",
    "spokeswoman",
  ]

  static func contains(_ text: Text, _ span: Span) -> Bool {
    guard span.count <= 14 else { return false }
    var letters = text[span].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    if letters.last == UInt8(ascii: ".") { letters.removeLast() }
    return words.contains(String(decoding: letters, as: UTF8.self))
  }
}
