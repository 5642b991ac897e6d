import Language
import TextModel

/// Gives each mention the fullest form of its name in the document.
///
/// A surname takes the full name that the text uses most, the first of equals; spellings that drift (`Sergei`, `Sergey`)
/// count as one.  An acronym takes its long form, a body the longer name that starts or ends with it (`Detroit Tigers`:
/// `Tigers`), a country its longest name here (`China`: `People’s Republic of China`).  A name in capitals takes the form
/// that is not.
struct NameResolution {
  typealias Found = NameReader.Found

  private static let person = 0
  private static let body = 1

  private let tokens: NameTokens
  private let text: Text
  private let skeletons: NameSkeletons

  init(_ tokens: NameTokens, text: Text, skeletons: NameSkeletons) {
    self.tokens = tokens
    self.text = text
    self.skeletons = skeletons
  }

  func resolve(_ mentions: inout [Found], expansions: [UInt64: Range<Int>]) {
    resolvePersons(&mentions)
    var longest: [Int: (length: Int, name: String)] = [:]
    var groups: [Int] = []
    let bodies = LongBodies(mentions, tokens, text)
    // Of a name in capitals, the first form that is not.
    var plain: [UInt64: Range<Int>] = [:]
    for found in mentions {
      let name = form(found.tokens)
      let group = found.type == Self.person ? -1 : NameAliases.group(name)
      groups.append(group)
      if group >= 0, name.utf8.count > longest[group]?.length ?? 0 { longest[group] = (name.utf8.count, name) }
      if found.type != Self.person, !isShouted(found.tokens), plain[key(found.tokens)] == nil {
        plain[key(found.tokens)] = found.tokens
      }
    }
    for k in mentions.indices where mentions[k].name.isEmpty {
      let range = mentions[k].tokens
      if range.count == 1, let expansion = expansions[tokens.words[range.lowerBound]] {
        mentions[k].name = form(expansion)
      } else if groups[k] >= 0, let name = longest[groups[k]]?.name {
        mentions[k].name = name
      } else if mentions[k].type == Self.body, let long = bodies.long(of: range) {
        mentions[k].name = form(long)
      } else if isShouted(range), let other = plain[key(range)] {
        mentions[k].name = form(other)
      } else {
        mentions[k].name = form(range)
      }
    }
  }

  private func key(_ range: Range<Int>) -> UInt64 {
    range.dropFirst().reduce(tokens.words[range.lowerBound]) { NameLexicon.combine($0, tokens.words[$1]) }
  }

  /// Whether a name is in capitals, as in headlines and datelines.
  private func isShouted(_ range: Range<Int>) -> Bool { range.allSatisfy { tokens.traits[$0].contains(.allCapitals) } }

  /// A full name of a person, with the mentions that bear it.
  private struct Person {
    var range: Range<Int>
    /// The first token of its first mention.
    var first: Int
    var count: Int
    var name: String
  }

  private func resolvePersons(_ mentions: inout [Found]) {
    var persons: [Person] = []
    // By the skeleton of each word: the persons that bear it.
    var bearers: [UInt64: [Int]] = [:]
    var owner = [Int](repeating: -1, count: mentions.count)
    // Longer names first, so that a shorter one finds what it is a part of.
    for length in (2...8).reversed() {
      for k in mentions.indices where mentions[k].type == Self.person && min(mentions[k].tokens.count, 8) == length {
        let range = mentions[k].tokens
        let known = candidates(range, bearers).last { isSame(persons[$0].range, range) }
        if let known {
          owner[k] = known
          persons[known].count += 1
          persons[known].first = min(persons[known].first, range.lowerBound)
          if isShouted(persons[known].range), range.count == persons[known].range.count {
            persons[known].range = range
          } else if range.count == persons[known].range.count, range.lowerBound < persons[known].range.lowerBound,
            !isShouted(range)
          {
            persons[known].range = range
          }
        } else {
          owner[k] = persons.count
          for index in range { bearers[skeletons[index], default: []].append(persons.count) }
          persons.append(Person(range: range, first: range.lowerBound, count: 1, name: ""))
        }
      }
    }
    for k in persons.indices { persons[k].name = form(persons[k].range) }
    // A surname: the person of that name whom the text names most often, the first of equals.
    var chosen: [UInt64: Int] = [:]
    for (word, list) in bearers {
      var best = list[0]
      for person in list
      where (persons[person].count, persons[best].first) > (persons[best].count, persons[person].first) {
        best = person
      }
      chosen[word] = best
    }
    // The first form in small letters of a person whose full name is nowhere.
    var alone: [UInt64: Range<Int>] = [:]
    for k in mentions.indices where mentions[k].type == Self.person && owner[k] < 0 && !isShouted(mentions[k].tokens) {
      let word = skeletons[mentions[k].tokens.lowerBound]
      if alone[word] == nil { alone[word] = mentions[k].tokens }
    }
    for k in mentions.indices where mentions[k].type == Self.person {
      let range = mentions[k].tokens
      let word = skeletons[range.lowerBound]
      if owner[k] >= 0 {
        mentions[k].name = persons[owner[k]].name
      } else if let person = chosen[word] {
        mentions[k].name = persons[person].name
      } else if persons.count <= 64, let person = persons.first(where: { isNear($0.range, range.lowerBound) }) {
        mentions[k].name = person.name
      } else if isShouted(range), let other = alone[word] {
        mentions[k].name = form(other)
      }
    }
  }

  /// The persons that may be the one of a full name: some that bear its last word, and some that bear its first.
  private func candidates(_ range: Range<Int>, _ bearers: [UInt64: [Int]]) -> [Int] {
    let last = (bearers[skeletons[range.upperBound - 1]] ?? []).suffix(16)
    let first = (bearers[skeletons[range.lowerBound]] ?? []).suffix(16)
    return Array(first) + Array(last)
  }

  /// Whether two full names are one person's, the first being as long or longer: the same words but for drift, initials,
  /// middle names, or some in front or behind.
  private func isSame(_ long: Range<Int>, _ short: Range<Int>) -> Bool {
    let a = long.lowerBound
    let b = short.lowerBound
    if short.count < long.count {
      if short.indices.allSatisfy({ skeletons[$0] == skeletons[$0 - b + a] }) { return true }
      let behind = long.upperBound - short.upperBound
      if short.indices.allSatisfy({ skeletons[$0] == skeletons[$0 + behind] }) { return true }
    }
    guard skeletons[long.upperBound - 1] == skeletons[short.upperBound - 1] else { return false }
    if skeletons[a] == skeletons[b] { return true }
    let isInitial = tokens.spans[a].count <= 2 || tokens.spans[b].count <= 2
    return isInitial && text[tokens.spans[a].start] == text[tokens.spans[b].start]
  }

  /// Whether a word is one edit away from the last word of a full name.
  private func isNear(_ name: Range<Int>, _ index: Int) -> Bool {
    let a = Array(text[tokens.spans[name.upperBound - 1]])
    let b = Array(text[tokens.spans[index]])
    guard a.count >= 5, b.count >= 5, a[0] == b[0], abs(a.count - b.count) <= 1 else { return false }
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var end = 0
    while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    return max(a.count, b.count) - start - end <= 1
  }

  /// The text of a name with single spaces; initials pulled apart are closed up.
  private func form(_ range: Range<Int>) -> String {
    let span = Span(tokens.spans[range.lowerBound].start, tokens.spans[range.upperBound - 1].end)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.count)
    for byte in text[span] {
      let isBlank = byte <= 0x20
      if isBlank, bytes.last == 0x20 { continue }
      bytes.append(isBlank ? 0x20 : byte)
    }
    if range.count == 1 { bytes.removeAll { $0 == 0x20 } }
    return String(decoding: bytes, as: UTF8.self)
  }
}
