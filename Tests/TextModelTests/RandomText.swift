import TextModel

/// A small deterministic generator: the same seed gives the same texts everywhere.
struct Dice {
  var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  /// 0 ..< bound.
  mutating func roll(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Code points of the kinds that offsets and forms stumble over.
  mutating func scalar() -> Unicode.Scalar {
    let kinds: [[Unicode.Scalar]] = [
      ["a", "b", "e", "o", " ", " ", "\n", "x"],
      ["é", "ß", "Å", "\u{212B}", "ﬁ", "½"],
      ["\u{301}", "\u{323}", "\u{308}", "\u{327}", "\u{345}", "\u{334}", "\u{31B}"],
      ["가", "\u{1100}", "\u{1161}", "\u{11A8}", "\u{11A7}", "각"],
      ["😀", "👩", "\u{200D}", "🏽", "\u{FE0F}", "🇩", "🇪"],
      ["中", "字", "ế", "\u{1E0B}", "ק", "\u{5B8}", "क", "\u{93C}", "\u{94D}"],
      ["𝔸", "\u{1D15E}", "𐐷", "\u{2F81A}"],
    ]
    let kind = kinds[roll(kinds.count)]
    return kind[roll(kind.count)]
  }

  mutating func text(upTo length: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<roll(length + 1) { UTF8Cursor.append(scalar(), to: &bytes) }
    return bytes
  }

  /// A place between two code points.
  mutating func boundary(in bytes: [UInt8]) -> Int {
    var at = roll(bytes.count + 1)
    while at < bytes.count, UTF8Cursor.isContinuation(bytes[at]) { at -= 1 }
    return at
  }

  mutating func span(in bytes: [UInt8]) -> Span {
    let a = boundary(in: bytes)
    let b = boundary(in: bytes)
    return Span(Swift.min(a, b), Swift.max(a, b))
  }

  /// A sealed script of random edits over a text.
  mutating func script(over text: [UInt8], by names: [String]) -> EditScript {
    var script = EditScript()
    var places = (0..<2 * roll(6)).map { _ in boundary(in: text) }.sorted()
    while places.count >= 2 {
      let span = Span(places.removeFirst(), places.removeFirst())
      let author = script.author(named: names[roll(names.count)])
      let replacement = roll(4) == 0 ? Array(text[span.range]) : self.text(upTo: 3)
      script.append(span, replacement, by: author, roll(2) == 0 ? .safe : .likely)
    }
    script.seal(over: text)
    return script
  }
}
