import Language
import TextModel

/// Fills in the words on both sides of a place.
extension SentencePlace {
  /// Words and tokens are looked at no further than this many bytes: what is longer is no word that a rule knows.
  static let reach = 64

  /// Reads the words around the mark; called once for each place that rules are asked about.
  func readWords(_ abbreviations: Abbreviations) {
    readBefore()
    readAfter()
    abbreviation = kind.contains(.stop) && !token.isEmpty ? abbreviations.classes(of: self) : []
  }

  func readBefore() {
    let end = mark.start
    let limit = max(0, end - SentencePlace.reach)
    var at = end
    while at > limit {
      let byte = bytes[at - 1]
      if byte <= 0x20 || (byte == 0xA0 && at > 1 && bytes[at - 2] == 0xC2) { break }
      at -= 1
    }
    while at < end, UTF8Cursor.isContinuation(bytes[at]) { at += 1 }
    // Opening marks, dashes and bullets are not part of the token.
    while at < end {
      let (found, length) = classAt(at)
      if found == .close || ListItems.isBullet(scalar(at)) {
        at += length
      } else {
        break
      }
    }
    token = Span(at, end)
    var start = end
    while start > at {
      var previous = start - 1
      while previous > at, UTF8Cursor.isContinuation(bytes[previous]) { previous -= 1 }
      if !isASCIIWord(bytes[previous]) {
        guard bytes[previous] >= 0x80 else { break }
        let (found, _) = classAt(previous)
        guard found.isLetter || found == .numeric || found.isIgnorable else { break }
      }
      start = previous
    }
    word = Span(start, end)
    wordShape = shape(word)
  }

  func readAfter() {
    var at = next
    let limit = min(bytes.count, next + SentencePlace.reach)
    while at < limit {
      let value = scalar(at)
      guard classes[value] == .close || value == 0xBF || value == 0xA1 else { break }
      at += UTF8Cursor.length(of: bytes[at])
    }
    opener = Span(next, at)
    let start = at
    while at < limit {
      if isASCIIWord(bytes[at]) {
        at += 1
        continue
      }
      let (found, length) = classAt(at)
      if found.isLetter || found == .numeric || found.isIgnorable {
        at += length
      } else if at > start, bytes[at] == UInt8(ascii: "'") || scalar(at) == 0x2019, classAt(at + length).0.isLetter {
        at += length
      } else {
        break
      }
    }
    nextWord = Span(start, at)
    nextShape = shape(nextWord)
  }

  /// ASCII letters and digits.
  @inline(__always)
  func isASCIIWord(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 }

  /// How a word is written; ignorables and apostrophes do not count.
  func shape(_ span: Span) -> Shape {
    var at = span.start
    var first = SentenceClass.other
    var letters = 0
    var digits = 0
    var uppers = 0
    var lowers = 0
    while at < span.end {
      let byte = bytes[at]
      if byte &- 0x61 < 26 {
        if letters == 0, first == .other { first = .lower }
        lowers += 1
        letters += 1
        at += 1
        continue
      }
      if byte &- 0x41 < 26 {
        if letters == 0, first == .other { first = .upper }
        uppers += 1
        letters += 1
        at += 1
        continue
      }
      let (found, length) = classAt(at)
      at += length
      if found.isIgnorable { continue }
      if letters == 0, first == .other { first = found }
      if found == .numeric { digits += 1 }
      if found == .upper { uppers += 1 }
      if found == .lower { lowers += 1 }
      if found.isLetter { letters += 1 }
    }
    switch first {
    case .numeric: return .number
    case .oLetter: return .caseless
    case .lower: return uppers > 0 ? .mixed : .lower
    case .upper:
      if letters == 1, digits == 0 { return .initial }
      if lowers == 0 { return .upper }
      return uppers == 1 ? .title : .mixed
    default: return .none
    }
  }
}
