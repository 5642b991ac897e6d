import CTables
import Language
import TextModel

/// Gives each mention the fullest form of its name in the document.
///
/// A surname takes the full name that the text uses most, the first of equals; spellings that drift (`Sergei`, `Sergey`)
/// count as one.  An acronym takes its long form, a country its longest name here (`China`: `People’s Republic of China`).
struct NameResolution {
  typealias Found = NameReader.Found

  private let tokens: NameTokens
  private let text: Text
  /// Skeletons of words, so that they are made once a word.
  private var skeletons: [UInt64: UInt64] = [:]

  init(_ tokens: NameTokens, text: Text) {
    self.tokens = tokens
    self.text = text
  }

  mutating func resolve(_ mentions: inout [Found], expansions: [UInt64: Range<Int>]) {
    resolvePersons(&mentions)
    var longest: [Int: (length: Int, name: String)] = [:]
    var groups: [Int] = []
    for found in mentions {
      let group = found.type == 0 ? -1 : NameAliases.group(form(found.tokens))
      groups.append(group)
      guard group >= 0 else { continue }
      let name = form(found.tokens)
      if name.utf8.count > longest[group]?.length ?? 0 { longest[group] = (name.utf8.count, name) }
    }
    for k in mentions.indices where mentions[k].name.isEmpty {
      let range = mentions[k].tokens
      if range.count == 1, let expansion = expansions[tokens.words[range.lowerBound]] {
        mentions[k].name = form(expansion)
      } else if groups[k] >= 0, let name = longest[groups[k]]?.name {
        mentions[k].name = name
      } else {
        mentions[k].name = form(range)
      }
    }
  }

  /// A full name of a person, with the mentions that bear it.
  private struct Person {
    var range: Range<Int>
    var count: Int
    var name: String
  }

  private mutating func resolvePersons(_ mentions: inout [Found]) {
    var persons: [Person] = []
    // By the skeleton of each word: the persons that bear it, in the order of the text.
    var bearers: [UInt64: [Int]] = [:]
    var owner = [Int](repeating: -1, count: mentions.count)
    for k in mentions.indices where mentions[k].type == 0 && mentions[k].tokens.count > 1 {
      let range = mentions[k].tokens
      let last = skeleton(range.upperBound - 1)
      let known = (bearers[last] ?? []).suffix(16).last { isSame(persons[$0].range, range) }
      if let known {
        owner[k] = known
        persons[known].count += 1
        if range.count > persons[known].range.count { persons[known].range = range }
      } else {
        owner[k] = persons.count
        for index in range { bearers[skeleton(index), default: []].append(persons.count) }
        persons.append(Person(range: range, count: 1, name: ""))
      }
    }
    for k in persons.indices { persons[k].name = form(persons[k].range) }
    // A surname: the person of that name whom the text names most often, the first of equals.
    var chosen: [UInt64: Int] = [:]
    for (word, list) in bearers {
      var best = list[0]
      for person in list where persons[person].count > persons[best].count { best = person }
      chosen[word] = best
    }
    for k in mentions.indices where mentions[k].type == 0 {
      let range = mentions[k].tokens
      let word = skeleton(range.lowerBound)
      if owner[k] >= 0 {
        mentions[k].name = persons[owner[k]].name
      } else if let person = chosen[word] {
        mentions[k].name = persons[person].name
      } else if persons.count <= 64, let person = persons.first(where: { isNear($0.range, range.lowerBound) }) {
        mentions[k].name = person.name
      }
    }
  }

  /// Whether two full names are one person's: the same words but for drift, initials and middle names.
  private mutating func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let first = skeleton(a.lowerBound)
    let second = skeleton(b.lowerBound)
    guard skeleton(a.upperBound - 1) == skeleton(b.upperBound - 1) else { return false }
    if first == second { return true }
    let short = tokens.spans[a.lowerBound].count <= 2 || tokens.spans[b.lowerBound].count <= 2
    return short && text[tokens.spans[a.lowerBound].start] == text[tokens.spans[b.lowerBound].start]
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

  /// A hash of a word with the ways of transliteration evened out.
  private mutating func skeleton(_ index: Int) -> UInt64 {
    let word = tokens.words[index]
    if let known = skeletons[word] { return known }
    var letters: [UInt8] = []
    for var byte in text[tokens.spans[index]].prefix(64) {
      if byte &- 0x41 < 26 { byte |= 0x20 }
      switch byte {
      case UInt8(ascii: "y"), UInt8(ascii: "j"): byte = UInt8(ascii: "i")
      case UInt8(ascii: "w"): byte = UInt8(ascii: "v")
      case UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "-"): continue
      default: break
      }
      if byte == UInt8(ascii: "h"), letters.last == UInt8(ascii: "k") {
        letters[letters.count - 1] = byte
        continue
      }
      if letters.last != byte { letters.append(byte) }
    }
    if letters.count > 3, letters.last == UInt8(ascii: "i") { letters.removeLast() }
    let hash = letters.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    skeletons[word] = hash
    return hash
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

/// Groups of names of one country or body: `US`, `U.S.`, `United States`.
enum NameAliases {
  private static let table = IndexedTable(ctables_name_aliases())

  /// A number for the group that a name belongs to, -1 where it belongs to none.
  static func group(_ name: String) -> Int {
    var bytes: [UInt8] = []
    var previous: UInt8 = 0
    for byte in name.utf8 {
      // Full stops go; a curly apostrophe is a straight one.
      if byte == UInt8(ascii: ".") { continue }
      if byte == 0xE2 || byte == 0x80 {
        previous = byte
        continue
      }
      bytes.append(previous == 0x80 && byte == 0x99 ? UInt8(ascii: "'") : byte)
      previous = byte
    }
    guard bytes.count <= table.longestKey, let row = table.row(bytes, bytes.indices, folding: true) else { return -1 }
    return row.value.reduce(0) { ($0 &* 31 &+ Int($1)) & 0x3FFF_FFFF }
  }
}
