import CByteScan
import TextModel

/// Where a lost mark probably stood, and how two lines hang together.
enum QuotationGaps {
  /// The place of a lost closer: before the tag that says who spoke (`, she said`), else the end of the stretch.
  static func closerPlace(_ bytes: UnsafeBufferPointer<UInt8>, after start: Int, before limit: Int) -> Int {
    if let tag = tagPlace(bytes, from: start, to: limit) { return tag }
    var end = limit
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  /// Behind the comma, exclamation or question mark that a tag follows: `, she said`, `, said the mayor`, `? asked Kay`.
  static func tagPlace(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) -> Int? {
    var at = start
    while at + 2 < limit {
      let byte = bytes[at]
      if byte == 0x2C || byte == 0x21 || byte == 0x3F, bytes[at + 1] == 0x20, isTag(bytes, from: at + 2, to: limit) {
        return at + 1
      }
      at += 1
    }
    return nil
  }

  /// Whether a tag starts at `start`: a verb of saying and its subject in either order, within a few words.
  ///
  /// - Parameter isApart: A comma and a mark stand before it, so that a verb that rather introduces a part (`he stressed`) will do.
  static func isTag(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int, isApart: Bool = false
  ) -> Bool {
    var reader = ShortReader(bytes, start, limit)
    guard let first = reader.next() else { return false }
    if first.classes.contains(.speech), !first.isCapital, first.classes.isDisjoint(with: [.noun, .ing, .base]) {
      guard let second = reader.next() else { return false }
      return second.isCapital || !second.classes.isDisjoint(with: [.determiner, .pronoun])
    }
    let isSubject = first.isCapital || !first.classes.isDisjoint(with: [.pronoun, .determiner])
    guard isSubject, first.classes.isDisjoint(with: [.conjunction, .preposition, .relative]) else { return false }
    if first.classes.contains(.pronoun), !first.classes.contains(.determiner) {
      guard let second = reader.next() else { return false }
      if !second.classes.isDisjoint(with: [.adverb, .auxiliary]) {
        return reader.next().map { $0.classes.contains(.speech) && !$0.classes.contains(.weak) } ?? false
      }
      return second.classes.contains(.speech)
        && second.classes.isDisjoint(with: isApart ? [.ing, .base] : [.weak, .ing, .base])
    }
    for _ in 0..<6 {
      guard let word = reader.next() else { return false }
      if word.classes.contains(.core) { return true }
      if !word.classes.isDisjoint(with: [.auxiliary, .pronoun, .subordinator, .relative]) { return false }
      if word.classes.contains(.speech), word.classes.isDisjoint(with: [.weak, .noun, .base, .ing]), !word.isCapital {
        // A present form (`Kay thinks`) goes on with the quotation as often as not.
        return bytes[word.end - 1] != 0x73
      }
    }
    return false
  }

  /// The place of a lost opener.
  ///
  /// A part of an utterance begins behind what introduces it in its sentence: a colon, `that`, a verb of saying; failing that
  /// behind the nearest article or possessive.  A whole one (its end has a mark of its own) begins with its paragraph, or with the
  /// first sentence behind the quotation before.
  static func openerPlace(
    _ bytes: UnsafeBufferPointer<UInt8>, before mark: Int, from limit: Int, isParagraphStart: Bool
  )
    -> Int
  {
    let reach = max(limit, mark - 1200)
    // The last sentence of the stretch, and the first.
    var sentence = reach
    var firstBreak: Int?
    var at = mark - 2
    while at > reach {
      let byte = bytes[at]
      if byte == 0x2E || byte == 0x21 || byte == 0x3F, bytes[at + 1] == 0x20, at + 2 < mark, !isShort(bytes, at, reach)
      {
        if sentence == reach { sentence = at + 2 }
        firstBreak = at + 2
      }
      // A full stop glued between two small letters: the words behind it wandered there with their quotation.
      if byte == 0x2E, isSmall(bytes[at + 1]), isSmall(bytes[at - 1]), at > reach + 3, sentence == reach {
        return at + 1
      }
      at -= 1
    }
    if sentence > reach, QuotationScanner.classify(bytes, sentence, isBefore: false) == .lower { return sentence }
    if let introduced = introducedPlace(bytes, from: sentence, to: mark) { return introduced }
    switch mark > 0 ? bytes[mark - 1] : 0 {
    case 0x2C, 0x21, 0x3F, 0x2E, 0x20:
      if !isParagraphStart, let firstBreak { return firstBreak }
      return afterSpace(bytes, isParagraphStart ? reach : sentence, mark)
    default:
      return smallPhrasePlace(bytes, from: sentence, to: mark) ?? afterSpace(bytes, sentence, mark)
    }
  }

  /// Behind the last word or colon of a sentence that introduces an utterance.
  private static func introducedPlace(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to mark: Int) -> Int? {
    var reader = ShortReader(bytes, start, mark)
    var place: Int?
    var spoke = false
    while let word = reader.next() {
      if word.classes.contains(.speech), !word.isCapital {
        spoke = true
        if !word.classes.contains(.noun) { place = word.end }
      } else if spoke, word.isThat || word.isBeing || word.classes.contains(.citing) {
        place = word.end
      }
      if word.end < mark, bytes[word.end] == 0x3A { place = word.end + 1 }
    }
    guard let place, place < mark else { return nil }
    let begin = afterSpace(bytes, place, mark)
    return begin < mark ? begin : nil
  }

  /// Behind the last article, possessive or `and` of a sentence.
  private static func smallPhrasePlace(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to mark: Int) -> Int? {
    var reader = ShortReader(bytes, start, mark)
    var place: Int?
    while let word = reader.next() {
      let isOwner = word.end > word.start + 2 && bytes[word.end - 1] == 0x73 && bytes[word.end - 2] == 0x27
      let isCurlyOwner = word.end > word.start + 4 && bytes[word.end - 1] == 0x73 && bytes[word.end - 2] == 0x99
      if !word.classes.isDisjoint(with: [.determiner, .conjunction]) || isOwner || isCurlyOwner { place = word.end }
    }
    guard let place, place < mark else { return nil }
    let begin = afterSpace(bytes, place, mark)
    return begin < mark ? begin : nil
  }

  private static func afterSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit, bytes[at] <= 0x20 { at += 1 }
    return at
  }

  private static func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  /// Whether the full stop at `at` ends an abbreviation or initial.
  private static func isShort(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int) -> Bool {
    var start = at
    while start > limit, at - start < 5, (bytes[start - 1] | 0x20) &- 0x61 < 26 { start -= 1 }
    guard start < at, bytes[start] &- 0x41 < 26 else { return false }
    if at - start == 1 { return true }
    guard at - start <= 4, let base = bytes.baseAddress else { return false }
    return SpeechWords.shared.classes(cbytescan_hash(base + start, at - start)).contains(.title)
  }

  /// Whether a line goes on in the next: no blank line between, no stop at the end or a small letter at the start.
  static func isWrapped(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Span, _ next: Span) -> Bool {
    var feeds = 0
    var at = line.end
    while at < next.start, feeds < 2 {
      if bytes[at] == 0x0A { feeds += 1 }
      at += 1
    }
    if feeds > 1 || line.isEmpty || next.isEmpty { return false }
    if QuotationScanner.classify(bytes, next.start, isBefore: false) == .lower { return true }
    switch bytes[line.end - 1] {
    case 0x2E, 0x21, 0x3F, 0x3A, 0x22, 0x27, 0x9D: return line.count >= 50 && line.count <= 90 && next.count <= 90
    default: return line.count >= 30 && line.count <= 200
    }
  }
}

/// Reads the ASCII words of a short stretch with their classes, for places where a text's words are not needed as a whole.
private struct ShortReader {
  struct Item {
    var start: Int
    var end: Int
    var classes: SpeechClass
    var isCapital: Bool
    var isThat: Bool
    var isBeing: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var at: Int
  let limit: Int
  private let table = SpeechWords.shared

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) {
    self.bytes = bytes
    at = start
    self.limit = limit
  }

  mutating func next() -> Item? {
    while at < limit, !Self.isLetter(bytes[at]) { at += 1 }
    guard at < limit, let base = bytes.baseAddress else { return nil }
    let start = at
    while at < limit, Self.isLetter(bytes[at]) || bytes[at] == 0x27 { at += 1 }
    let classes = at - start < 24 ? table.classes(cbytescan_hash(base + start, at - start)) : []
    let isThat = at - start == 4 && bytes[start] | 0x20 == 0x74 && bytes[start + 2] == 0x61 && bytes[start + 3] == 0x74
    let isBeing = at - start == 5 && bytes[start] == 0x62 && bytes[start + 1] == 0x65 && bytes[start + 2] == 0x69
    return Item(
      start: start, end: at, classes: classes, isCapital: bytes[start] &- 0x41 < 26, isThat: isThat, isBeing: isBeing)
  }

  /// Letters; curly apostrophes and letters beyond ASCII pass as bytes from 0x80.
  @inline(__always) private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
}
