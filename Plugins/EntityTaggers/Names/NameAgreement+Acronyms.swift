import Language
import TextModel

/// Acronyms and their long forms.
extension NameAgreement {
  /// Gives long forms with their acronyms beside them the bounds that the acronym's letters say.
  mutating func takeLongForms(_ mentions: inout [Found]) {
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

  /// `Italian Democratic Socialists (SDI)`, `SDI (Italian Democratic Socialists)`.
  mutating func joinAcronyms(_ mentions: inout [Found]) {
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
}
