import Language
import TextModel

extension PunctuationMark {
  /// Whether a byte ends a sentence.
  static func stops(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  /// Whether a code point closes a quotation or a bracket, straight quotation marks too.
  static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "”", "’", "»", "›", ")", "]": true
    default: false
    }
  }
}

/// What the rules for punctuation ask about the neighbourhood of a mark.  Everything is bounded, so that a rule that asks at each
/// mark stays linear.
extension Text {
  /// How far a word or a run is followed.
  static let reach = 64

  @inlinable func isLower(_ offset: Int) -> Bool { offset >= 0 && offset < count && self[offset] &- 0x61 < 26 }
  @inlinable func isUpper(_ offset: Int) -> Bool { offset >= 0 && offset < count && self[offset] &- 0x41 < 26 }
  @inlinable func isDigit(_ offset: Int) -> Bool { offset >= 0 && offset < count && self[offset] &- 0x30 < 10 }
  @inlinable func isASCIILetter(_ offset: Int) -> Bool {
    offset >= 0 && offset < count && (self[offset] | 0x20) &- 0x61 < 26
  }

  /// Whether a letter starts at an offset, of any script; never inside a code point, where a rule that counts on a space of one byte
  /// may come.
  func isLetter(_ offset: Int) -> Bool {
    guard offset >= 0, offset < count else { return false }
    if self[offset] < 0x80 { return isASCIILetter(offset) }
    if UTF8Cursor.isContinuation(self[offset]) { return false }
    return CharacterClass.of(self, at: offset) == .letter
  }

  /// Whether an upper-case letter starts at an offset, of any script.
  func isCapital(_ offset: Int) -> Bool {
    guard offset >= 0, offset < count else { return false }
    if self[offset] < 0x80 { return isUpper(offset) }
    if UTF8Cursor.isContinuation(self[offset]) { return false }
    return scalar(at: offset).properties.isUppercase
  }

  /// The letters that end at an offset.
  func letters(before offset: Int) -> Span {
    var at = offset
    while at > 0, offset - at < Text.reach {
      let previous = index(before: at)
      guard isLetter(previous) else { break }
      at = previous
    }
    return Span(at, offset)
  }

  /// The letters that begin at an offset.
  func letters(from offset: Int) -> Span {
    var at = offset
    while at < count, at - offset < Text.reach, isLetter(at) { at = index(after: at) }
    return Span(offset, at)
  }

  /// The digits that end at an offset.
  func digits(before offset: Int) -> Span {
    var at = offset
    while at > 0, offset - at < Text.reach, isDigit(at - 1) { at -= 1 }
    return Span(at, offset)
  }

  /// The digits that begin at an offset.
  func digits(from offset: Int) -> Span {
    var at = offset
    while at - offset < Text.reach, isDigit(at) { at += 1 }
    return Span(offset, at)
  }

  /// The spaces before an offset: where they begin.
  func spaceStart(before offset: Int) -> Int {
    var at = offset
    while at > 0, offset - at < Text.reach, self[at - 1] == 0x20 { at -= 1 }
    return at
  }

  /// The spaces from an offset: where they end.
  func spaceEnd(from offset: Int) -> Int {
    var at = offset
    while at < count, at - offset < Text.reach, self[at] == 0x20 { at += 1 }
    return at
  }

  /// Whether an offset is the start or end of a line (or of the text).
  @inlinable func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || self[offset - 1] == 0x0A || self[offset - 1] == 0x0D
  }
  @inlinable func isLineEnd(_ offset: Int) -> Bool { offset == count || self[offset] == 0x0A || self[offset] == 0x0D }

  /// The unbroken run of bytes round an offset, as far as spaces and line ends, bounded on both sides.
  func run(around offset: Int) -> Span {
    var start = offset
    while start > 0, offset - start < Text.reach, self[start - 1] > 0x20 { start -= 1 }
    var end = offset
    while end < count, end - offset < Text.reach, self[end] > 0x20 { end += 1 }
    return Span(start, end)
  }

  /// Whether a run looks like an address, a path, a name from code or the like.
  func isTechnical(_ run: Span) -> Bool {
    var digits = 0
    for at in run.range {
      switch self[at] {
      case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "="),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"),
        UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "+"),
        UInt8(ascii: "&"), UInt8(ascii: "`"):
        return true
      case 0x30...0x39: digits += 1
      default: break
      }
    }
    if digits > 0 && digits * 4 > run.count { return true }
    return has("www.", at: run.start) || has("http", at: run.start)
  }
}
