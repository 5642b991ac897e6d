import Language
import TextModel

/// What the model sees of a sentence: for each token the keys of its features.
///
/// One extractor serves the trainer and the tagger, so that they cannot disagree.  A key is 32 bits of a hash over a
/// template's number and its values.  A class, so that nothing is copied by the word.
package final class NameFeatures {
  /// How a sentence uses capitals.
  package enum Mode: Int, Sendable {
    /// As in running text: a capital says something.
    case normal
    /// All small or all capitals: letters' case says nothing.
    case flat
    /// A headline: nearly every word has a capital.
    case title
  }

  struct Cell {
    var word: UInt64 = 0
    var shape: UInt64 = 0
    var fine: UInt64 = 0
    var middle: UInt64 = 0
    var coarse: UInt64 = 0
    var gazetteers: UInt64 = 0
    var traits: NameTokens.Traits = []
  }

  /// Keys of all tokens of the sentence, `offsets` says where each token's start.
  package var keys: UnsafeBufferPointer<UInt32> { list.keys }
  private let list = KeyList()
  private var kept = KeptEntries()
  package private(set) var offsets: [Int] = []
  package private(set) var mode = Mode.normal
  private var cells: [Cell] = []
  private var runs: [Run] = []
  private var salt: UInt64 = 0
  let lexicon: NameLexicon

  package init(lexicon: NameLexicon) { self.lexicon = lexicon }

  static let pad = 2

  /// Extracts the features of the tokens in `range`, which is one sentence.
  package func extract(_ tokens: borrowing NameTokens, _ range: Range<Int>, _ bytes: [UInt8]) {
    read(tokens, range)
    offsets.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer { text in
      for k in 0..<range.count {
        offsets.append(keys.count)
        add(.all, k, tokens.spans[range.lowerBound + k], text)
      }
    }
    offsets.append(keys.count)
  }

  /// Looks up the tokens in `range`, which is one sentence, so that `collect` can be asked.
  func read(_ tokens: borrowing NameTokens, _ range: Range<Int>) {
    mode = Self.mode(tokens, range)
    salt = mode == .normal ? 0 : 0x1_0000
    fill(tokens, range)
    lookUpPhrases(range.count)
    list.end = list.start
    runs.removeAll(keepingCapacity: true)
    if mode == .flat { return }
    var run = Run()
    for token in 0..<range.count {
      run.move(to: token, cells)
      runs.append(run)
    }
  }

  /// Appends to `keys` some features of a token of the sentence.  Tokens are asked in order.
  @inline(__always)
  func collect(_ part: Part, _ token: Int, _ span: Span, _ text: UnsafeBufferPointer<UInt8>) {
    add(part, token, span, text)
  }

  func forgetKeys() { list.end = list.start }

  /// What `Part.word` of a token comes from, in one number: the word, its shape, the letters at its ends.
  @inline(__always)
  func identity(_ token: Int, _ span: Span, _ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let cell = cells[token + Self.pad]
    let length = min(span.count, 4)
    let ends = Self.prefix(text, span.start, length) << 32 | Self.suffix(text, span.end, length)
    return Self.mix((cell.word ^ cell.shape &* 0xD6E8_FEB8_6659_FD93) &+ Self.mix(ends) &+ salt)
  }

  /// What the features of a neighbour come from, in one number; `offset` is −2, −1, 1 or 2.
  @inline(__always)
  func identity(ofNeighbour offset: Int, of token: Int) -> UInt64 {
    Self.mix(cells[token + Self.pad + offset].word &+ salt)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let hash = (value ^ value >> 32) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 29
  }

  /// Whether a token can hardly be part of a name: a small word that never is in the training sets, or a mark or number
  /// with no capital among its two neighbours on each side.
  func isPlain(_ token: Int) -> Bool {
    let at = token + Self.pad
    let cell = cells[at]
    guard mode == .normal, !cell.traits.contains(.capital), token > 0 else { return false }
    if cell.traits.contains(.word) { return cell.traits.contains(.plain) && cell.gazetteers == 0 }
    return !cells[at - 1].traits.contains(.capital) && !cells[at + 1].traits.contains(.capital)
      && !cells[at - 2].traits.contains(.capital) && !cells[at + 2].traits.contains(.capital)
  }

  static func mode(_ tokens: borrowing NameTokens, _ range: Range<Int>) -> Mode {
    var words = 0
    var long = 0
    var longCapitals = 0
    var capitals = 0
    var allCapitals = 0
    var isFirstSmall = false
    for index in range where tokens.traits[index].contains(.word) && !tokens.traits[index].contains(.possessive) {
      let traits = tokens.traits[index]
      let length = tokens.spans[index].count
      if words == 0 { isFirstSmall = !traits.contains(.capital) }
      words += 1
      if traits.contains(.capital), length > 1 { capitals += 1 }
      if traits.contains(.allCapitals) { allCapitals += 1 }
      if length > 3 {
        long += 1
        if traits.contains(.capital) { longCapitals += 1 }
      }
    }
    if words == 0 { return .normal }
    if capitals == 0 { return isFirstSmall ? .flat : .normal }
    if words >= 3, allCapitals * 10 >= words * 7 { return .flat }
    if long >= 4, longCapitals * 10 >= long * 9 { return .title }
    return .normal
  }

  private func fill(_ tokens: borrowing NameTokens, _ range: Range<Int>) {
    cells.removeAll(keepingCapacity: true)
    var edge = Cell()
    edge.word = 1
    edge.shape = 1
    cells.append(edge)
    cells.append(edge)
    for index in range {
      var cell = Cell()
      let traits = tokens.traits[index]
      cell.word = tokens.words[index]
      cell.traits = traits
      if let entry = kept.entry(cell.word, lexicon) {
        cell.fine = UInt64(entry.clusters.2) &+ 1
        cell.middle = UInt64(entry.clusters.1) &+ 1
        cell.coarse = UInt64(entry.clusters.0) &+ 1
        cell.gazetteers = UInt64(entry.gazetteers & ~NameLexicon.plain)
        if entry.gazetteers & NameLexicon.plain != 0 { cell.traits.insert(.plain) }
      }
      if !traits.contains(.word) {
        // A mark that touches its neighbours joins; one that stands free parts.
        cell.word ^= traits.contains(.glued) ? 0x5555 : 0
        cell.coarse = cell.word
        cell.middle = cell.word
        cell.fine = 0
      }
      cell.shape = tokens.shapes[index]
      if mode == .flat {
        cell.shape = traits.contains(.word) ? 2 : 3
        cell.traits.remove(.capital)
        cell.traits.remove(.allCapitals)
        cell.traits.remove(.camel)
      }
      cells.append(cell)
    }
    edge.word = 4
    edge.shape = 4
    cells.append(edge)
    cells.append(edge)
  }

  /// Marks the tokens of gazetteer entries of several words: the upper half of `gazetteers`.
  private func lookUpPhrases(_ count: Int) {
    for k in 0..<count where cells[k + Self.pad].gazetteers & UInt64(NameLexicon.startsPhrase) != 0 {
      var hash = cells[k + Self.pad].word
      var length = 1
      while length < NameLexicon.longestPhrase, k + length < count {
        hash = NameLexicon.combine(hash, cells[k + length + Self.pad].word)
        length += 1
        guard let entry = lexicon.entry(hash) else { break }
        let found = UInt64(entry.gazetteers & ~(NameLexicon.startsPhrase | NameLexicon.plain))
        if found != 0 { for j in k..<k + length { cells[j + Self.pad].gazetteers |= found << 20 } }
        if entry.gazetteers & NameLexicon.startsPhrase == 0 { break }
      }
    }
    for k in cells.indices { cells[k].gazetteers &= ~UInt64(NameLexicon.startsPhrase) }
  }

  /// The run of capitalised tokens around a token, with small joining words left out.
  struct Run {
    var start = 0
    var end = 0

    /// Cells are indexed with their padding.
    mutating func move(to token: Int, _ cells: [Cell]) {
      let at = token + NameFeatures.pad
      if at < end, at >= start { return }
      start = at
      end = at + 1
      guard cells[at].traits.contains(.capital) else { return }
      while end < cells.count - NameFeatures.pad, end - start < 12 {
        if cells[end].traits.contains(.capital) {
          end += 1
        } else if end + 1 < cells.count - NameFeatures.pad, cells[end].traits.contains(.glued),
          !cells[end].traits.contains(.word), cells[end + 1].traits.contains([.capital, .glued])
        {
          end += 2
        } else {
          break
        }
      }
    }
  }

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
  private func add(_ part: Part, _ token: Int, _ span: Span, _ text: UnsafeBufferPointer<UInt8>) {
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

  private static func prefix(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
    var hash: UInt64 = 0
    for at in start..<start + length { hash = hash << 8 | UInt64(lower(text[at])) }
    return hash
  }

  private static func suffix(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ length: Int) -> UInt64 {
    var hash: UInt64 = 0
    for at in 1...length { hash = hash << 8 | UInt64(lower(text[end - at])) }
    return hash
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}

/// The keys of a sentence: room for a token's is made once, then each is written without a question.
final class KeyList {
  private static let most = 128

  private(set) var start: UnsafeMutablePointer<UInt32>
  var end: UnsafeMutablePointer<UInt32>
  private var capacity = 4096

  init() {
    start = .allocate(capacity: capacity)
    end = start
  }

  deinit { start.deallocate() }

  var keys: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: start, count: end - start) }

  /// Makes room for a token's keys.
  @inline(__always)
  func reserve() {
    if end - start + Self.most > capacity { grow() }
  }

  private func grow() {
    let more = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity * 2)
    let count = end - start
    more.update(from: start, count: count)
    start.deallocate()
    start = more
    end = more + count
    capacity *= 2
  }
}

/// What the lexicon said of words, also that it has none: words come again, and the lexicon is larger than a processor's
/// fast memory.
private struct KeptEntries {
  private var words = [UInt64](repeating: 0, count: 4096)
  private var entries = [NameLexicon.Entry?](repeating: nil, count: 4096)

  mutating func entry(_ word: UInt64, _ lexicon: NameLexicon) -> NameLexicon.Entry? {
    let slot = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 52)
    if words[slot] != word {
      words[slot] = word
      entries[slot] = lexicon.entry(word)
    }
    return entries[slot]
  }
}
