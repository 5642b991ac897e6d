import Language
import TextModel

/// What the rules of one document share: its words with their classes, its quotations so far, what stands between words.
///
/// Words are numbered as in `document.words`.  All searches are bounded by `reach` words, so a document of quotations is
/// linear.
final class QuoteScene {
  /// How many words a rule looks to either side.
  static let reach = 60

  let document: Document
  let bytes: [UInt8]
  let words: [Word]
  let marks: QuotationMarks
  /// The names, in order.
  let mentions: [Mention]
  /// The quotations in order, outermost ones only; rules fill in what they know.
  var drafts: [QuoteDraft] = []
  /// Which draft each word stands in; -1 outside.
  var draftOfWord: [Int32] = []
  private let speech = SpeechWords.shared
  private let sentenceStarts: [Span]
  /// The words that a list of the user's calls verbs of saying.
  private let listedVerbs: Set<Int>

  init(_ document: Document) {
    self.document = document
    bytes = document.utf8
    words = document.words
    marks = document.quotationMarks
    mentions = document.mentions ?? []
    sentenceStarts = document.sentences ?? []
    var listed: Set<Int> = []
    if !document.lists.verbs.isEmpty {
      for (index, word) in words.enumerated()
      where document.lists.verbs.value(of: document.text[Span(word.start, word.end)]) != nil {
        listed.insert(index)
      }
    }
    listedVerbs = listed
  }

  /// What stands between a word and the one before it.
  struct Gap: OptionSet {
    let rawValue: UInt16
    static let comma = Gap(rawValue: 1 << 0)
    static let stop = Gap(rawValue: 1 << 1)
    static let colon = Gap(rawValue: 1 << 2)
    static let semicolon = Gap(rawValue: 1 << 3)
    static let dash = Gap(rawValue: 1 << 4)
    static let mark = Gap(rawValue: 1 << 5)
    static let bracket = Gap(rawValue: 1 << 6)
    static let line = Gap(rawValue: 1 << 7)
    static let space = Gap(rawValue: 1 << 8)
    static let hyphen = Gap(rawValue: 1 << 9)
    static let far = Gap(rawValue: 1 << 10)
    /// Ends a clause for certain.
    static let hard: Gap = [.stop, .colon, .semicolon, .line, .far]
    /// Anything but spaces, hyphens and the full stop of an abbreviation.
    static let any: Gap = [.comma, .stop, .colon, .semicolon, .dash, .mark, .bracket, .line, .far]
  }

  /// What stands before word `index` (behind the last word where `index` is `words.count`).
  func gap(_ index: Int) -> Gap {
    let start = index > 0 ? words[index - 1].end : 0
    let end = index < words.count ? words[index].start : bytes.count
    var gap: Gap = index == 0 || index == words.count ? [.line] : []
    guard end - start <= 48 else { return [.far, .line, .stop] }
    if end - start == 1, isInsideNumber(start) { return .hyphen }
    var at = start
    while at < end {
      let byte = bytes[at]
      switch byte {
      case 0x20, 0x09: gap.insert(.space)
      case 0x0A, 0x0D: gap.insert(.line)
      case UInt8(ascii: ","): gap.insert(.comma)
      case UInt8(ascii: "!"), UInt8(ascii: "?"): gap.insert(.stop)
      case UInt8(ascii: "."):
        // A full stop before a bracket or comma is that of an abbreviation: `(D-Wis.)`, `Inc.,`.
        let next = at + 1 < end ? bytes[at + 1] : 0
        if next == UInt8(ascii: ")") || next == UInt8(ascii: ",") || next == UInt8(ascii: ";") { break }
        if !isAbbreviation(index - 1, dot: at) { gap.insert(.stop) }
      case UInt8(ascii: ":"): gap.insert(.colon)
      case UInt8(ascii: ";"): gap.insert(.semicolon)
      case UInt8(ascii: "-"):
        gap.insert(
          at + 1 < end && bytes[at + 1] == byte ? .dash : at > start && bytes[at - 1] == 0x20 ? .dash : .hyphen)
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): gap.insert(.mark)
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): gap.insert(.bracket)
      case 0xC2:
        if at + 1 < end {
          gap.insert(bytes[at + 1] == 0xA0 ? .space : bytes[at + 1] == 0xAB || bytes[at + 1] == 0xBB ? .mark : [])
        }
      case 0xE2:
        guard at + 2 < end, bytes[at + 1] == 0x80 else { break }
        switch bytes[at + 2] {
        case 0x90...0x91: gap.insert(.hyphen)
        case 0x92...0x95: gap.insert(.dash)
        case 0x98...0x9F, 0xB9, 0xBA: gap.insert(.mark)
        case 0xA6: gap.insert(.stop)
        default: gap.insert(.space)
        }
      default: break
      }
      at += 1
    }
    return gap
  }

  /// Whether the full stop or comma at `at` stands between digits: 4.8 million.
  private func isInsideNumber(_ at: Int) -> Bool {
    guard at > 0, at + 1 < bytes.count, bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ",") else {
      return false
    }
    return bytes[at - 1] &- 0x30 < 10 && bytes[at + 1] &- 0x30 < 10
  }

  /// Whether the full stop at `dot` directly behind word `index` belongs to an abbreviation or an initial.
  private func isAbbreviation(_ index: Int, dot: Int) -> Bool {
    guard index >= 0, words[index].end == dot else { return false }
    let word = words[index]
    if word.count == 1, word.startsWithCapital { return true }
    if isSentenceStart(index + 1) { return false }
    return word.startsWithCapital && word.count <= 5 && classes(index).contains(.title)
      || (word.startsWithCapital && word.count <= 5 && index + 1 < words.count && words[index + 1].isLower)
  }

  /// Whether the sentences that came with the document have one that starts with this word (or its quotation mark).
  private func isSentenceStart(_ index: Int) -> Bool {
    guard index > 0, index < words.count, !sentenceStarts.isEmpty else { return false }
    var low = 0
    var high = sentenceStarts.count
    while low < high {
      let middle = (low + high) / 2
      if sentenceStarts[middle].start < words[index - 1].end { low = middle + 1 } else { high = middle }
    }
    return low < sentenceStarts.count && sentenceStarts[low].start <= words[index].start
  }

  /// The classes of a word.
  @inline(__always) func classes(_ index: Int) -> SpeechClass {
    let found = speech.classes(words[index].hash)
    return !listedVerbs.isEmpty && listedVerbs.contains(index) ? found.union(.speech) : found
  }

  /// Whether word `index` is the word with this hash.
  @inline(__always) func hasHash(_ index: Int, _ hash: UInt32) -> Bool { words[index].hash == hash }

  /// Whether a word is a verb of saying where it stands: not one that is more often a noun, unless a subject is before it.
  func isSpeech(_ index: Int) -> Bool {
    let found = classes(index)
    guard found.contains(.speech) else { return false }
    let word = words[index]
    if word.startsWithCapital, !(index == 0 || gap(index).contains(.line) || gap(index).contains(.stop)) {
      return false
    }
    if found.contains(.base), !found.contains(.noun), index > 0, isBareOnly(index) {
      // A bare form is a verb behind a pronoun, an auxiliary, `to` or a plural.
      let before = classes(index - 1)
      return before.contains(.pronoun) || !before.isDisjoint(with: [.auxiliary, .adverb, .conjunction, .preposition])
        || bytes[words[index - 1].end - 1] == UInt8(ascii: "s")
    }
    if found.contains(.noun) {
      guard index > 0, gap(index).isDisjoint(with: .any) else { return false }
      let before = classes(index - 1)
      return before.contains(.pronoun) || before.contains(.relative) || before.contains(.auxiliary)
        || (words[index - 1].startsWithCapital && !words[index - 1].shape.contains(.apostrophe)
          && !before.contains(.determiner) && !followsLikeNoun(index))
        || (before.contains(.person) && !followsLikeNoun(index))
    }
    return true
  }

  /// Whether a bare form is not a past one as well (`read`).
  private func isBareOnly(_ index: Int) -> Bool {
    let word = words[index]
    return
      !(word.count == 4 && bytes[word.start] | 0x20 == UInt8(ascii: "r") && bytes[word.end - 1] == UInt8(ascii: "d"))
  }

  /// Whether what follows a word speaks for a noun: another noun's preposition or a stop.
  private func followsLikeNoun(_ index: Int) -> Bool {
    guard index + 1 < words.count else { return true }
    let next = gap(index + 1)
    if next.contains(.stop) { return true }
    return classes(index + 1).contains(.tie) && next.isDisjoint(with: .any)
  }

  /// The first word at or behind a byte offset.
  func firstWord(from offset: Int) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Which paragraph a byte offset is in.
  func paragraph(of offset: Int) -> Int {
    let paragraphs = document.paragraphs
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Writes down which words are quoted, after the drafts have changed.
  func number() {
    draftOfWord = [Int32](repeating: -1, count: words.count)
    for (index, draft) in drafts.enumerated() {
      for word in draft.words { draftOfWord[word] = Int32(index) }
    }
  }

  /// Whether word `index` stands in some quotation.
  @inline(__always) func isQuoted(_ index: Int) -> Bool { draftOfWord[index] >= 0 }

  /// The mention that covers a word, if one does.
  func mention(at index: Int) -> Mention? {
    var low = 0
    var high = mentions.count
    let offset = words[index].start
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < mentions.count && mentions[low].span.start <= offset ? mentions[low] : nil
  }

  func span(_ range: Range<Int>) -> Span { Span(words[range.lowerBound].start, words[range.upperBound - 1].end) }
}

/// A quotation on its way: where it is in words, and what is known of it so far.
struct QuoteDraft {
  var quotation: Quotation
  /// The quoted words.
  var words: Range<Int>
  /// Which paragraph it begins in.
  var paragraph: Int
  /// Whether the same quotation goes on in the next draft, in a new paragraph.
  var goesOn = false
  /// Whether it begins a line of dialogue: somebody else may speak.
  var startsTurn = false
  /// Who speaks, in words of the text; nil while unknown.
  var speaker: Range<Int>?
  /// The verb, in words.
  var cue: Range<Int>?
  /// Whether the quotation begins inside a sentence of the writer's.
  var continuesSentence = false
}
