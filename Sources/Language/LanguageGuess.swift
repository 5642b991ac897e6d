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
    let end = min(bytes.count, 600) - 4
    var found = 0
    var at = 0
    while at < end {
      if bytes[at] == 0x20, bytes[at + 1] == 0x74, bytes[at + 2] == 0x68, bytes[at + 3] == 0x65, bytes[at + 4] == 0x20 {
        found += 1
        if found == 3 { return true }
        at += 4
      } else {
        at += 1
      }
    }
    return false
  }

  /// Whether a word, given in small letters, is one of a language's function words.
  public static func isFunctionWord(_ word: UnsafeBufferPointer<UInt8>, of language: LanguageTag) -> Bool {
    guard let row = functionWords.row(word) else { return false }
    return row.lists(language)
  }

  /// ASCII letters and everything outside ASCII: marks outside ASCII glue to words, which costs a vote, not a wrong one.
  static func isWordByte(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 || byte >= 0x80 }

  static func vote(_ bytes: [UInt8], _ word: Range<Int>, _ votes: inout LanguageVotes) {
    guard let row = functionWords.row(bytes, word, folding: true) else { return }
    let value = row.value
    var shared = 1
    for byte in value where byte == 0x20 { shared += 1 }
    var at = 0
    while at < value.count {
      var end = at
      while end < value.count, value[end] != 0x20 { end += 1 }
      if let tag = LanguageTag(value[at..<end]) { votes.add(tag, 12 / shared) }
      at = end + 1
    }
  }
}

/// Votes of function words, a word's vote divided among the languages that have it.
struct LanguageVotes {
  var tags: [LanguageTag] = []
  var weights: [Int] = []

  mutating func add(_ tag: LanguageTag, _ weight: Int) {
    if let known = tags.firstIndex(of: tag) {
      weights[known] += weight
    } else {
      tags.append(tag)
      weights.append(weight)
    }
  }

  /// The first and the second in the count.
  var best: (tag: LanguageTag, weight: Int, second: Int)? {
    var best: (tag: LanguageTag, weight: Int, second: Int)?
    for k in tags.indices {
      guard let leader = best else {
        best = (tags[k], weights[k], 0)
        continue
      }
      if weights[k] > leader.weight {
        best = (tags[k], weights[k], leader.weight)
      } else {
        best?.second = max(leader.second, weights[k])
      }
    }
    return best
  }

  /// The language that leads by so much that reading on would not change it.
  var clearLeader: LanguageTag? {
    guard let best, best.weight >= 72, best.weight >= 2 * best.second else { return nil }
    return best.tag
  }

  /// The language with most votes, where they are more than a chance word or two.
  var leader: LanguageTag? {
    guard let best, best.weight > best.second else { return nil }
    // A lone word that English has too, or that a name may hold ("de", "la"), does not unseat English.
    let english = tags.firstIndex(of: .english).map { weights[$0] } ?? 0
    if best.tag == .english { return .english }
    return best.weight >= 12 && best.weight >= english * 3 / 2 ? best.tag : .english
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
