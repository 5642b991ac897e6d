import CTables
import TextModel

/// Guesses the language of a text that does not say.
///
/// The script decides where only one of the languages we know is written in it; else the function words do.  What stays
/// undecided is taken to be English: that is what comes down the pipe when nobody thought of a language.
public enum LanguageGuess {
  /// How much of a text is looked at: prose shows its language in a few lines.
  static let window = 4096
  /// Words after which the guess is made early, where one language leads clearly.
  static let enough = 24

  static let functionWords = IndexedTable(ctables_function_words())

  /// The language of a text.  Looks at its first 4 KB; most texts are decided after some fifty words.
  public static func language(of text: Text) -> LanguageTag {
    let bytes = text.utf8
    let end = min(bytes.count, window)
    if isPlainlyEnglish(bytes) { return .english }
    var script = ScriptCount()
    var votes = LanguageVotes()
    var at = 0
    var words = 0
    while at < end {
      let byte = bytes[at]
      guard isWordByte(byte) else {
        at += 1
        continue
      }
      let start = at
      while at < end, isWordByte(bytes[at]) { at += 1 }
      script.count(bytes, start, at)
      if at - start <= functionWords.longestKey { vote(bytes, start..<at, &votes) }
      words += 1
      if words % enough == 0, let decided = votes.clearLeader, script.isAlphabetic { return decided }
    }
    if let only = script.language { return only }
    return votes.leader ?? .english
  }

  /// Whether "the" stands three times in the first 600 bytes: no other language has it, and most English texts do.
  static func isPlainlyEnglish(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let end = min(bytes.count, 600)
      var found = 0
      // The last byte of a window of five says how far the word could be: most windows are passed over whole.
      var at = 4
      while at < end {
        switch bytes[at] {
        case 0x65: at += 1  // e
        case 0x68: at += 2  // h
        case 0x74: at += 3  // t
        case 0x20:
          if bytes[at - 1] == 0x65, bytes[at - 2] == 0x68, bytes[at - 3] == 0x74, bytes[at - 4] == 0x20 {
            found += 1
            if found == 3 { return true }
          }
          // A space may be the word's first.
          at += 4
        default: at += 5
        }
      }
      return false
    }
  }

  /// Whether a word, given in small letters, is one of a language's function words.
  public static func isFunctionWord(_ word: UnsafeBufferPointer<UInt8>, of language: LanguageTag) -> Bool {
    guard let row = functionWords.row(word) else { return false }
    return row.lists(language)
  }

  /// ASCII letters and everything outside ASCII: marks outside ASCII glue to words, which costs a vote, not a wrong one.
  static func isWordByte(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 || byte >= 0x80 }

  static func vote(_ bytes: [UInt8], _ word: Range<Int>, _ votes: inout LanguageVotes) {
    let voters = FunctionWordVoters.shared.voters(bytes, word)
    if voters != 0 { votes.add(voters) }
  }
}

/// The languages that have a word among their function words, a bit each: the table of function words made ready for votes.
///
/// Built once, never freed.  Words are told apart by 64 bits of hash alone.
struct FunctionWordVoters: @unchecked Sendable {
  // Unchecked: the memory is written once, before anybody has the voters.
  static let shared = FunctionWordVoters(LanguageGuess.functionWords.table)

  /// The languages, by bit.
  let tags: [LanguageTag]
  private let slots: UnsafePointer<(hash: UInt64, voters: UInt64)>
  private let mask: Int

  private init(_ table: Table) {
    var tags: [LanguageTag] = [.english]
    var rows: [(hash: UInt64, voters: UInt64)] = []
    table.eachRow { row in
      var voters: UInt64 = 0
      for name in row.value.split(separator: 0x20) {
        guard let tag = LanguageTag(name) else { continue }
        let bit = tags.firstIndex(of: tag) ?? tags.count
        if bit == tags.count { tags.append(tag) }
        voters |= 1 << UInt64(bit)
      }
      // What everybody says in English too (`met`, `die`, `son`) is no more a sign of the other language than of English.
      let key = Array(row.key)
      if Lexicon.entry(key, key.indices).isWord(upTo: 1) { voters |= 1 }
      rows.append((row.key.reduce(Self.basis) { Self.step($0, $1) }, voters))
    }
    precondition(tags.count <= LanguageVotes.most, "more languages than bits")
    var size = 16
    while size < rows.count * 4 { size *= 2 }
    let slots = UnsafeMutablePointer<(hash: UInt64, voters: UInt64)>.allocate(capacity: size)
    slots.initialize(repeating: (0, 0), count: size)
    for row in rows {
      var slot = Self.slot(row.hash, size - 1)
      while slots[slot].voters != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = row
    }
    self.tags = tags
    self.slots = UnsafePointer(slots)
    mask = size - 1
  }

  /// The voters of a word, its ASCII letters in lower case.
  func voters(_ bytes: [UInt8], _ word: Range<Int>) -> UInt64 {
    var hash = Self.basis
    for at in word { hash = Self.step(hash, bytes[at] &- 0x41 < 26 ? bytes[at] | 0x20 : bytes[at]) }
    var slot = Self.slot(hash, mask)
    while slots[slot].voters != 0 {
      if slots[slot].hash == hash { return slots[slot].voters }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// FNV-1a.
  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  private static func slot(_ hash: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 29) & mask }
}

/// Votes of function words, a word's vote divided among the languages that have it.
struct LanguageVotes {
  static let most = 64

  /// By the bits of `FunctionWordVoters`.
  private var weights = InlineArray<64, UInt32>(repeating: 0)

  mutating func add(_ voters: UInt64) {
    let weight = UInt32(12 / voters.nonzeroBitCount)
    var rest = voters
    while rest != 0 {
      weights[rest.trailingZeroBitCount] += weight
      rest &= rest - 1
    }
  }

  /// The first and the second in the count.
  private var best: (bit: Int, weight: Int, second: Int) {
    var best = (bit: 0, weight: 0, second: 0)
    for bit in 0..<Self.most {
      let weight = Int(weights[bit])
      if weight > best.weight {
        best = (bit, weight, best.weight)
      } else {
        best.second = max(best.second, weight)
      }
    }
    return best
  }

  /// The votes of the language that leads among the others, and those of English.
  var foreignAndEnglish: (foreign: Int, english: Int) {
    let english = FunctionWordVoters.shared.tags.firstIndex(of: .english) ?? 0
    var most = 0
    for bit in 0..<Self.most where bit != english { most = max(most, Int(weights[bit])) }
    return (most, Int(weights[english]))
  }

  /// The language that leads by so much that reading on would not change it.
  var clearLeader: LanguageTag? {
    let best = best
    guard best.weight >= 72, best.weight >= 2 * best.second else { return nil }
    return FunctionWordVoters.shared.tags[best.bit]
  }

  /// The language with most votes, where they are more than a chance word or two.
  var leader: LanguageTag? {
    let best = best
    guard best.weight > best.second else { return nil }
    let tags = FunctionWordVoters.shared.tags
    // A lone word that English has too, or that a name may hold ("de", "la"), does not unseat English.
    let english = tags.firstIndex(of: .english).map { Int(weights[$0]) } ?? 0
    if tags[best.bit] == .english { return .english }
    return best.weight >= (english > 0 ? 18 : 12) && best.weight >= english * 3 / 2 ? tags[best.bit] : .english
  }
}

/// Counts letters by script, as far as scripts tell languages.
struct ScriptCount {
  var latin = 0
  var cyrillic = 0
  var arabic = 0
  var devanagari = 0
  var han = 0
  var kana = 0
  var others: [LanguageTag: Int] = [:]

  /// Adds the letters of a word: one look a word suffices, at its first code point.
  mutating func count(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    let lead = bytes[start]
    if lead < 0x80 {
      latin += end - start
      return
    }
    var at = start
    while at < end {
      let length = UTF8Cursor.length(of: bytes[at])
      guard at + length <= end, !UTF8Cursor.isContinuation(bytes[at]) else { return }
      add(UTF8Cursor.scalar(in: bytes, at: at).value)
      at += length
    }
  }

  mutating func add(_ value: UInt32) {
    switch value {
    case 0..<0x80, 0xC0..<0x250, 0x1E00..<0x1F00: latin += 1
    case 0x400..<0x530: cyrillic += 1
    case 0x600..<0x700, 0x750..<0x780, 0xFB50..<0xFE00, 0xFE70..<0xFF00: arabic += 1
    case 0x900..<0x980: devanagari += 1
    case 0x3040..<0x3100, 0x31F0..<0x3200, 0xFF66..<0xFFA0: kana += 1
    case 0x3400..<0xA000, 0xF900..<0xFB00, 0x20000..<0x32000: han += 1
    default: if let tag = ScriptCount.soleLanguage(value) { others[tag, default: 0] += 1 }
    }
  }

  /// The language we know for a script that (nearly) one language alone is written in.
  static func soleLanguage(_ value: UInt32) -> LanguageTag? {
    switch value {
    case 0x370..<0x400, 0x1F00..<0x2000: "el"
    case 0x530..<0x590: "hy"
    case 0x590..<0x600: "he"
    case 0x980..<0xA00: "bn"
    case 0xA00..<0xA80: "pa"
    case 0xA80..<0xB00: "gu"
    case 0xB80..<0xC00: "ta"
    case 0xC00..<0xC80: "te"
    case 0xC80..<0xD00: "kn"
    case 0xD00..<0xD80: "ml"
    case 0xD80..<0xE00: "si"
    case 0xE00..<0xE80: "th"
    case 0xE80..<0xF00: "lo"
    case 0xF00..<0x1000: "bo"
    case 0x1000..<0x10A0: "my"
    case 0x10A0..<0x1100, 0x1C90..<0x1CC0: "ka"
    case 0x1100..<0x1200, 0x3130..<0x3190, 0xAC00..<0xD7B0: "ko"
    case 0x1200..<0x13A0: "am"
    case 0x1780..<0x1800: "km"
    default: nil
    }
  }

  /// Whether function words may decide: most letters are of a script that several languages share.
  var isAlphabetic: Bool { latin + cyrillic + arabic + devanagari > han + kana + (others.values.max() ?? 0) }

  /// The language the script alone decides on; nil where several are written in it.
  var language: LanguageTag? {
    if isAlphabetic { return nil }
    let other = others.max { $0.value < $1.value }
    if let other, other.value > han + kana { return other.key }
    if han + kana == 0 { return nil }
    return kana * 20 > han ? "ja" : "zh"
  }
}

extension Table.Row {
  /// Whether the value, tags separated by spaces, names a language.
  public func lists(_ language: LanguageTag) -> Bool {
    let value = self.value
    var at = 0
    while at < value.count {
      var end = at
      while end < value.count, value[end] != 0x20 { end += 1 }
      if language.isSpelled(value, at, end) { return true }
      at = end + 1
    }
    return false
  }
}
