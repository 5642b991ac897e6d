import Language
import TextModel

/// Reads numbers and what stands around them: what the pattern taggers have in common.
///
/// Positions are indices of tokens; a match is answered as the index behind its last token.  Every reading looks ahead
/// over a bounded number of tokens, so that a tagger which calls it once a token is linear.
struct MeasureReader {
  let bytes: [UInt8]
  let tokens: [Token]
  let classes: [MeasureClass]

  init(_ document: Document) {
    bytes = document.text.utf8
    tokens = document.tokens
    classes = document.measureClasses
  }

  var count: Int { tokens.count }

  /// Whether the token belongs to one of the classes; false behind the end.
  func has(_ index: Int, _ wanted: MeasureClass) -> Bool {
    index >= 0 && index < tokens.count && !classes[index].isDisjoint(with: wanted)
  }

  /// Whether the token is this one byte.
  func isMark(_ index: Int, _ byte: StaticString) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].span.count == 1
      && bytes[tokens[index].span.start] == byte.utf8Start[0]
  }

  /// Whether the token is this word, in any case of ASCII letters; `word` is lower-case.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    guard index >= 0, index < tokens.count, tokens[index].span.count == word.utf8CodeUnitCount else { return false }
    let start = tokens[index].span.start
    for k in 0..<word.utf8CodeUnitCount where bytes[start + k] | 0x20 != word.utf8Start[k] { return false }
    return true
  }

  /// A hyphen, a dash or a minus.
  func isDash(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let span = tokens[index].span
    if span.count == 1 { return bytes[span.start] == UInt8(ascii: "-") }
    return span.count == 3 && bytes[span.start] == 0xE2 && bytes[span.start + 1] == 0x80
      && (0x90...0x94).contains(bytes[span.start + 2])
  }

  /// Whether token `index` touches the one before it.
  func touches(_ index: Int) -> Bool {
    index > 0 && index < tokens.count && tokens[index - 1].span.end == tokens[index].span.start
  }

  /// Whether at most three bytes of blanks, and no line end, stand between token `index` and the one before it.
  func follows(_ index: Int) -> Bool {
    guard index > 0, index < tokens.count else { return false }
    let gap = tokens[index - 1].span.end..<tokens[index].span.start
    guard gap.count <= 3 else { return false }
    for at in gap where bytes[at] == 0x0A || bytes[at] == 0x0D { return false }
    return true
  }

  func isUpper(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && bytes[tokens[index].span.start] &- 0x41 < 26
  }

  /// The value of a token of up to four digits, else nil.
  func integer(_ index: Int) -> Int? {
    guard has(index, .digits), tokens[index].span.count <= 4 else { return nil }
    var value = 0
    for at in tokens[index].span.range {
      guard bytes[at] &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(bytes[at] - 0x30)
    }
    return value
  }

  /// A number in digits or words, with its words of scale: `1,500`, `2.5 million`, `twenty-five`, `two hundred and six`,
  /// `a dozen`, `hundreds of thousands of`, `several`.
  func number(_ start: Int) -> Int? {
    var at = start
    if has(at, .digits) {
      at += 1
      while at - start < 4, follows(at), has(at, .scale) { at += 1 }
    } else if has(at, .cardinal) {
      at = words(at)
    } else if has(at, .scale) {
      at += 1
      while at - start < 6, isWord(at, "of"), has(at + 1, .scale) { at += 2 }
      if isWord(at, "of") { at += 1 }
    } else if has(at, .fuzzy) {
      at += 1
      if isWord(at, "of") { at += 1 }
      while at - start < 4, follows(at), has(at, .scale) { at += 1 }
    } else if isWord(at, "a") || isWord(at, "an"), has(at + 1, [.scale, .fuzzy]), follows(at + 1) {
      at += 2
      if isWord(at, "of") { at += 1 }
      while at - start < 5, follows(at), has(at, .scale) { at += 1 }
    } else {
      return nil
    }
    return at
  }

  /// Number words that make one number.
  private func words(_ start: Int) -> Int {
    var at = start + 1
    while at - start < 12 {
      if follows(at), has(at, [.cardinal, .scale]) {
        at += 1
      } else if isDash(at), touches(at), touches(at + 1), has(at + 1, .cardinal) {
        at += 2
      } else if isWord(at, "and"), has(at - 1, .scale), has(at + 1, .cardinal) {
        at += 2
      } else {
        break
      }
    }
    return at
  }

  /// A number or a range of two: `5`, `5-10`, `five to ten`.
  func range(_ start: Int) -> Int? {
    guard let end = number(start) else { return nil }
    guard follows(end) else { return end }
    if isDash(end) || isWord(end, "to") || isWord(end, "or"), follows(end + 1), let second = number(end + 1) {
      return second
    }
    return end
  }

  /// Whether a hyphen joins token `index` to the one before it: `five-mile`.
  func isHyphen(_ index: Int) -> Bool { isDash(index) && touches(index) && touches(index + 1) }

  func span(_ first: Int, _ end: Int) -> Span { Span(tokens[first].span.start, tokens[end - 1].span.end) }
}
