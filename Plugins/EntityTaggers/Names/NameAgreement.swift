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
  struct Votes {
    var types = SIMD4<Float>(repeating: 0)
    var isCapital = false

    var best: Int {
      var best = 0
      for k in 1..<4 where types[k] > types[best] { best = k }
      return best
    }
  }

  static let person = 0
  static let body = 1
  static let place = 2
  static let other = 3
  static let longest = 6

  let tokens: NameTokens
  let lexicon: NameLexicon
  let isSentenceStart: [Bool]
  let text: Text
  let skeletons: NameSkeletons
  var votes: [UInt64: Votes] = [:]
  /// By skeleton: how often a word is part of a full name of a person.
  var parts: [UInt64: Float] = [:]
  /// By skeleton: how often a word is the last of a full name of a person, or a person by itself.
  var surnames: [UInt64: Float] = [:]
  /// How often a word is the first of several in the name of a body.
  var heads: [UInt64: Float] = [:]
  /// Words that occur in small letters.
  var small: SeenWords
  /// First and last words of names, so that few words are looked up in the tables above.
  var edges: SeenWords
  /// Words that start a name of several words.
  var starters: SeenWords
  /// Long forms of acronyms, as indices into the final mentions' tokens.
  var expansions: [UInt64: Range<Int>] = [:]

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
    for k in mentions.indices {
      takeFirstHalf(&mentions[k])
      agree(&mentions[k])
    }
    joinAcronyms(&mentions)
    addMissing(&mentions)
  }

  func key(_ range: Range<Int>) -> UInt64 {
    var hash = tokens.words[range.lowerBound]
    for index in range.dropFirst() { hash = NameLexicon.combine(hash, tokens.words[index]) }
    return hash
  }

  func gazetteers(_ index: Int) -> UInt16 { lexicon.entry(tokens.words[index])?.gazetteers ?? 0 }

  /// Bits of the lexicon's gazetteers.
  enum Listed {
    static let given: UInt16 = 1 << 0
    static let country: UInt16 = 1 << 2
    /// Countries, regions, cities, towns and other places.
    static let places: UInt16 = 0b111_1100
    static let people: UInt16 = 1 << 8
    /// Bodies, companies and teams.
    static let bodies: UInt16 = 1 << 7 | 1 << 10 | 1 << 12
  }

  mutating func count(_ mentions: [Found]) {
    for found in mentions {
      let key = key(found.tokens)
      votes[key, default: Votes()].types[found.type] += found.score
      if tokens.traits[found.tokens.lowerBound].contains(.capital) { votes[key]?.isCapital = true }
      edges.insert(tokens.words[found.tokens.lowerBound])
      edges.insert(tokens.words[found.tokens.upperBound - 1])
      if found.tokens.count > 1 { starters.insert(tokens.words[found.tokens.lowerBound]) }
      // The double surname at the end of a full name is a name of its own: Folasade Adeyemi-Cole.
      let half = found.tokens.upperBound - 2
      if found.type == Self.person, found.tokens.count > 3, isHyphen(half) {
        let double = half - 1..<found.tokens.upperBound
        votes[self.key(double), default: Votes()].types[Self.person] += found.score
        votes[self.key(double)]?.isCapital = true
        edges.insert(tokens.words[half - 1])
        starters.insert(tokens.words[half - 1])
      }
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
  func agree(_ found: inout Found) {
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
  func bearer(_ index: Int, _ found: Found) -> Int? {
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

  func merge(_ added: [Found], into mentions: inout [Found]) {
    guard !added.isEmpty else { return }
    mentions = (mentions + added).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
