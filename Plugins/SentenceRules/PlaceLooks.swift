import Language
import TextModel

/// What several rules ask about a place.  Every look is bounded by `reach` or by a few words.
extension SentencePlace {
  /// Whether the next word is a function word of the language ("The", "It", "When"): written with a capital letter where
  /// no sentence starts, hardly any is.
  var nextIsFunctionWord: Bool {
    var end = nextWord.start
    // "It's" counts as "It".
    while end < nextWord.end, bytes[end] != UInt8(ascii: "'"), !(bytes[end] == 0xE2 && byte(end + 1) == 0x80) {
      end += 1
    }
    return FunctionWords.contains(self, Span(nextWord.start, end))
  }

  /// The word before the token, where only spaces stand between; empty where there is none.
  var previousWord: Span {
    var end = token.start
    let limit = max(sentenceStart, token.start - SentencePlace.reach)
    while end > limit, bytes[end - 1] == 0x20 { end -= 1 }
    if end == token.start { return Span(end, end) }
    var start = end
    while start > limit {
      var previous = start - 1
      while previous > limit, UTF8Cursor.isContinuation(bytes[previous]) { previous -= 1 }
      let found = classAt(previous).0
      guard found.isLetter || found == .numeric || found.isIgnorable || bytes[previous] == UInt8(ascii: "'") else {
        break
      }
      start = previous
    }
    return Span(start, end)
  }

  /// The token with the parts before it that were pulled away by spaces: up to three of at most three letters, each with
  /// its full stop.
  func spacedToken() -> Span {
    var start = token.start
    for _ in 0..<3 {
      guard start >= 3, bytes[start - 1] == 0x20 || bytes[start - 1] == 0xA0 else { break }
      var at = start - 1
      if bytes[at] == 0xA0 { at -= 1 }
      guard at > 0, bytes[at - 1] == UInt8(ascii: ".") else { break }
      at -= 1
      let end = at
      var letters = 0
      while at > 0, letters < 4 {
        var previous = at - 1
        while previous > 0, UTF8Cursor.isContinuation(bytes[previous]) { previous -= 1 }
        guard classAt(previous).0.isLetter else { break }
        at = previous
        letters += 1
      }
      guard at < end, letters < 4, at == 0 || bytes[at - 1] <= 0x20 || bytes[at - 1] == UInt8(ascii: "(") else { break }
      start = at
    }
    return Span(start, token.end)
  }

  /// Whether a token consists of single letters with full stops between: `U.S`, `J.R.R`, `А.И`.
  var isDotted: Bool {
    if word == token { return false }
    var letters = 0
    var at = token.start
    while at < token.end {
      let (found, length) = classAt(at)
      if found.isLetter {
        letters += 1
        if letters > 1 { return false }
      } else if bytes[at] == UInt8(ascii: "."), letters == 1 {
        letters = 0
      } else if !found.isIgnorable {
        return false
      }
      at += length
    }
    return letters == 1
  }

  /// Whether a word is one capital letter.
  func isInitial(_ span: Span) -> Bool { !span.isEmpty && shape(span) == .initial }

  /// Whether the closing marks of the place hold a quotation mark.
  var closesQuotation: Bool {
    var at = mark.end
    while at < closed {
      if SentencePlace.isQuotationMark(scalar(at)) { return true }
      at += UTF8Cursor.length(of: bytes[at])
    }
    return false
  }

  static func isQuotationMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300C...0x300F, 0xFF02: true
    default: false
    }
  }

  /// Where the run of what is not white space that holds `offset` ends; looks no further than `reach`.
  func chunkEnd(_ offset: Int) -> Int {
    var at = offset
    let limit = min(bytes.count, offset + SentencePlace.reach * 4)
    while at < limit, bytes[at] > 0x20 { at += 1 }
    return at
  }

  /// Where it starts.
  func chunkStart(_ offset: Int) -> Int {
    var at = offset
    let limit = max(0, offset - SentencePlace.reach * 4)
    while at > limit, bytes[at - 1] > 0x20 { at -= 1 }
    return at
  }
}

/// Function words by language: the table that guesses languages too.
enum FunctionWords {
  static func contains(_ place: SentencePlace, _ span: Span) -> Bool {
    guard !span.isEmpty, span.count <= 24 else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: span.count + 4) { key in
      let length = place.fold(span, into: key)
      return LanguageGuess.isFunctionWord(UnsafeBufferPointer(rebasing: key[0..<length]), of: place.language)
    }
  }
}

extension SentencePlace {
  /// Writes a span in small letters without ignorables and spaces; never longer than the span.
  func fold(_ span: Span, into key: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var length = 0
    var at = span.start
    while at < span.end {
      let (value, width) = UTF8Cursor.decode(bytes, at)
      at += width
      if value < 0x80 {
        if value <= 0x20 { continue }
        key[length] = value &- 0x41 < 26 ? UInt8(value) | 0x20 : UInt8(value)
        length += 1
        continue
      }
      let found = classes[value]
      if found.isIgnorable || found.isSpace { continue }
      let lower = found == .upper ? Unicode.Scalar(value)?.lowercase.value ?? value : value
      length += UTF8Cursor.write(UTF8Cursor.width(lower) > width ? value : lower, key, length)
    }
    return length
  }
}
