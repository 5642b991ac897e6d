import TextModel

/// The templates: what of a token and its neighbours makes a feature, in the order that the model was trained with.
///
/// A change here is another model: train it anew.
extension NameFeatures {
  /// Which of a token's features: each needs other knowledge, so sums of the narrower ones can be kept from token to token.
  package struct Part: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Of the word alone.
    package static let word = Part(rawValue: 1)
    /// Of one neighbour alone.
    package static let last = Part(rawValue: 2)
    package static let next = Part(rawValue: 4)
    package static let lastButOne = Part(rawValue: 8)
    package static let nextButOne = Part(rawValue: 16)
    /// Of several words, of gazetteers (whose entries may have several words) and of the place.
    package static let context = Part(rawValue: 32)
    package static let all = Part(rawValue: 63)
  }

  /// Appends the keys of some features of a token of the sentence, in the order of their templates.
  @inline(__always)
  func add(_ part: Part, _ token: Int, _ span: Span, _ text: UnsafeBufferPointer<UInt8>) {
    let at = token + Self.pad
    let p2 = cells[at - 2]
    let p1 = cells[at - 1]
    let c = cells[at]
    let n1 = cells[at + 1]
    let n2 = cells[at + 2]
    let salt = self.salt
    list.reserve()
    var end = list.end
    defer { list.end = end }
    func key(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0) {
      var hash = (a ^ (b << 23 | b >> 41)) &+ (salt &+ template) &* 0x9E37_79B9_7F4A_7C15
      hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
      hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
      end.pointee = UInt32(truncatingIfNeeded: hash >> 32)
      end += 1
    }
    // Words.
    if part.contains(.word) {
      key(1, 0)
      key(2, c.word)
    }
    if part.contains(.last) { key(3, p1.word) }
    if part.contains(.next) { key(4, n1.word) }
    if part.contains(.lastButOne) { key(5, p2.word) }
    if part.contains(.nextButOne) { key(6, n2.word) }
    if part.contains(.context) {
      key(7, p1.word, c.word)
      key(8, c.word, n1.word)
    }
    if part.contains(.word) {
      key(9, c.word, c.shape)
      // Affixes.
      for length in 2..<5 where length <= span.count {
        key(9 + UInt64(length), Self.prefix(text, span.start, length), UInt64(length))
      }
      for length in 1..<5 where length <= span.count {
        key(20 + UInt64(length), Self.suffix(text, span.end, length), UInt64(length))
      }
      // Shapes.
      key(31, c.shape)
    }
    if part.contains(.context) {
      key(32, p1.shape, c.shape)
      key(33, c.shape, n1.shape)
      key(34, p1.shape &* 31 ^ c.shape, n1.shape)
    }
    // Clusters.
    if part.contains(.word) { key(35, c.fine) }
    if part.contains(.last) { key(36, p1.fine) }
    if part.contains(.next) { key(37, n1.fine) }
    if part.contains(.lastButOne) { key(38, p2.fine) }
    if part.contains(.nextButOne) { key(39, n2.fine) }
    if part.contains(.word) { key(40, c.middle, c.shape) }
    if part.contains(.last) { key(41, p1.middle) }
    if part.contains(.next) { key(42, n1.middle) }
    guard part.contains(.context) else { return }
    key(43, p1.middle, c.middle)
    key(44, c.middle, n1.middle)
    key(45, p1.coarse << 16 ^ c.coarse, n1.coarse)
    key(46, p2.coarse << 16 ^ p1.coarse, c.coarse)
    key(47, c.coarse << 16 ^ n1.coarse, n2.coarse)
    key(48, p1.word, c.shape)
    key(49, n1.word, c.shape)
    key(50, p1.word, n1.word)
    key(51, p1.middle << 16 ^ c.shape, n1.middle)
    // Gazetteers.
    let isCapital: UInt64 = c.traits.contains(.capital) ? 1 : 0
    key(52, c.gazetteers, isCapital)
    key(53, p1.gazetteers, c.gazetteers)
    key(54, c.gazetteers, n1.gazetteers)
    key(55, p1.gazetteers ^ 0x7777, n1.gazetteers)
    var bits = (c.gazetteers | c.gazetteers >> 20) & 0x7FFF
    while bits != 0 {
      key(71, UInt64(bits.trailingZeroBitCount), isCapital)
      bits &= bits - 1
    }
    // Place in the sentence.
    let isFirst: UInt64 = token == 0 ? 1 : (token == 1 && !p1.traits.contains(.word) ? 2 : 0)
    if isFirst != 0 {
      key(81, isFirst, c.shape)
      key(82, isFirst, c.middle)
    }
    if mode != .normal { key(85, UInt64(mode.rawValue), c.shape) }
    if mode == .flat { return }
    // The run of capitalised words it stands in: what stands before and after it, its first and last word.
    let run = runs[token]
    guard c.traits.contains(.capital) || run.end - run.start > 1 else {
      // A small word between capitals may join them: `Bank of America`.
      if c.traits.contains(.word), p1.traits.contains(.capital) || n1.traits.contains(.capital) {
        key(91, p1.middle << 20 ^ n1.middle, c.word)
        key(92, p1.gazetteers << 20 ^ n1.gazetteers, c.word)
      }
      return
    }
    let before = cells[run.start - 1]
    let after = cells[run.end]
    let first = cells[run.start]
    let last = cells[run.end - 1]
    let place: UInt64 =
      run.end - run.start == 1 ? 0 : (at == run.start ? 1 : (at == run.end - 1 ? 2 : 3))
    key(91, before.word, place)
    key(92, after.word, place)
    key(93, before.middle, place)
    key(94, after.middle, place)
    key(95, last.word, place)
    key(96, last.middle, place)
    key(97, first.word, place)
    key(98, first.middle, place)
    key(99, UInt64(min(run.end - run.start, 6)), place)
    key(100, last.gazetteers, place)
    key(101, first.gazetteers, place)
    key(102, first.gazetteers ^ 0x99, last.gazetteers)
    key(103, before.coarse << 20 ^ after.coarse, place)
    key(104, first.coarse << 20 ^ last.coarse, place)
    if after.word != 4, run.end + 1 < cells.count { key(105, after.word, cells[run.end + 1].word) }
  }

  static func prefix(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
    var hash: UInt64 = 0
    for at in start..<start + length { hash = hash << 8 | UInt64(lower(text[at])) }
    return hash
  }

  static func suffix(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ length: Int) -> UInt64 {
    var hash: UInt64 = 0
    for at in 1...length { hash = hash << 8 | UInt64(lower(text[end - at])) }
    return hash
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
