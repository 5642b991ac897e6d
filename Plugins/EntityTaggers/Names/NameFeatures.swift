import Language
import TextModel

/// What the model sees of a sentence: for each token the keys of its features.
///
/// One extractor serves the trainer and the tagger, so that they cannot disagree.  A key is 32 bits of a hash over a
/// template's number and its values.
package struct NameFeatures {
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
  package private(set) var keys: [UInt32] = []
  package private(set) var offsets: [Int] = []
  package private(set) var mode = Mode.normal
  private var cells: [Cell] = []
  let lexicon: NameLexicon

  /// Whether tokens that can hardly be part of a name get no features.
  let skipsPlain: Bool

  package init(lexicon: NameLexicon, skipsPlain: Bool = false) {
    self.lexicon = lexicon
    self.skipsPlain = skipsPlain
  }

  static let pad = 2

  /// Extracts the features of the tokens in `range`, which is one sentence.
  package mutating func extract(_ tokens: borrowing NameTokens, _ range: Range<Int>, _ bytes: [UInt8]) {
    mode = Self.mode(tokens, range)
    fill(tokens, range)
    lookUpPhrases(range.count)
    keys.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer { text in
      var run = Run()
      for k in 0..<range.count {
        offsets.append(keys.count)
        if skipsPlain, mode == .normal, isPlain(k) { continue }
        if mode != .flat { run.move(to: k, cells) }
        add(k, tokens.spans[range.lowerBound + k], text, run, count: range.count)
      }
    }
    offsets.append(keys.count)
  }

  /// Whether a token of the sentence got no features.
  func isEmpty(_ token: Int) -> Bool { offsets[token] == offsets[token + 1] }

  /// Whether a token can hardly be part of a name: a small word that never is in the training sets, or a mark or number
  /// with no capital among its two neighbours on each side.
  private func isPlain(_ token: Int) -> Bool {
    let at = token + Self.pad
    let cell = cells[at]
    guard !cell.traits.contains(.capital), token > 0 else { return false }
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

  private mutating func fill(_ tokens: borrowing NameTokens, _ range: Range<Int>) {
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
      let entry = lexicon.entry(cell.word)
      if let entry {
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
  private mutating func lookUpPhrases(_ count: Int) {
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

  private mutating func add(
    _ token: Int, _ span: Span, _ text: UnsafeBufferPointer<UInt8>, _ run: Run, count: Int
  ) {
    let at = token + Self.pad
    let p2 = cells[at - 2]
    let p1 = cells[at - 1]
    let c = cells[at]
    let n1 = cells[at + 1]
    let n2 = cells[at + 2]
    let salt: UInt64 = mode == .normal ? 0 : 0x1_0000
    var template = salt
    func key(_ a: UInt64, _ b: UInt64 = 0) -> UInt32 {
      template += 1
      var hash = (a ^ (b << 23 | b >> 41)) &+ template &* 0x9E37_79B9_7F4A_7C15
      hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
      hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
      return UInt32(truncatingIfNeeded: hash >> 32)
    }
    keys.append(key(0))
    // Words.
    keys.append(key(c.word))
    keys.append(key(p1.word))
    keys.append(key(n1.word))
    keys.append(key(p2.word))
    keys.append(key(n2.word))
    keys.append(key(p1.word, c.word))
    keys.append(key(c.word, n1.word))
    keys.append(key(c.word, c.shape))
    // Affixes.
    var hash: UInt64 = 0
    var length = 0
    var left = span.start
    let isWord = c.traits.contains(.word)
    while length < 4, left < span.end {
      hash = hash << 8 | UInt64(Self.lower(text[left]))
      left += 1
      length += 1
      if length >= 2 { keys.append(key(hash, UInt64(length))) } else { template += 1 }
    }
    template = salt + 20
    hash = 0
    length = 0
    var right = span.end
    while length < 4, right > span.start {
      right -= 1
      hash = hash << 8 | UInt64(Self.lower(text[right]))
      length += 1
      keys.append(key(hash, UInt64(length)))
    }
    template = salt + 30
    // Shapes.
    keys.append(key(c.shape))
    keys.append(key(p1.shape, c.shape))
    keys.append(key(c.shape, n1.shape))
    keys.append(key(p1.shape &* 31 ^ c.shape, n1.shape))
    // Clusters.
    keys.append(key(c.fine))
    keys.append(key(p1.fine))
    keys.append(key(n1.fine))
    keys.append(key(p2.fine))
    keys.append(key(n2.fine))
    keys.append(key(c.middle, c.shape))
    keys.append(key(p1.middle))
    keys.append(key(n1.middle))
    keys.append(key(p1.middle, c.middle))
    keys.append(key(c.middle, n1.middle))
    keys.append(key(p1.coarse << 16 ^ c.coarse, n1.coarse))
    keys.append(key(p2.coarse << 16 ^ p1.coarse, c.coarse))
    keys.append(key(c.coarse << 16 ^ n1.coarse, n2.coarse))
    keys.append(key(p1.word, c.shape))
    keys.append(key(n1.word, c.shape))
    keys.append(key(p1.word, n1.word))
    keys.append(key(p1.middle << 16 ^ c.shape, n1.middle))
    // Gazetteers.
    let isCapital: UInt64 = c.traits.contains(.capital) ? 1 : 0
    keys.append(key(c.gazetteers, isCapital))
    keys.append(key(p1.gazetteers, c.gazetteers))
    keys.append(key(c.gazetteers, n1.gazetteers))
    keys.append(key(p1.gazetteers ^ 0x7777, n1.gazetteers))
    template = salt + 70
    var bits = (c.gazetteers | c.gazetteers >> 20) & 0x7FFF
    while bits != 0 {
      let bit = UInt64(bits.trailingZeroBitCount)
      let saved = template
      keys.append(key(bit, isCapital))
      template = saved
      bits &= bits - 1
    }
    template = salt + 80
    // Place in the sentence.
    let isFirst: UInt64 = token == 0 ? 1 : (token == 1 && !p1.traits.contains(.word) ? 2 : 0)
    if isFirst != 0 {
      keys.append(key(isFirst, c.shape))
      keys.append(key(isFirst, c.middle))
    }
    template = salt + 84
    if mode != .normal { keys.append(key(UInt64(mode.rawValue), c.shape)) }
    if mode == .flat { return }
    // The run of capitalised words it stands in: what stands before and after it, its first and last word.
    template = salt + 90
    guard c.traits.contains(.capital) || run.end - run.start > 1 else {
      // A small word between capitals may join them: `Bank of America`.
      if isWord, p1.traits.contains(.capital) || n1.traits.contains(.capital) {
        keys.append(key(p1.middle << 20 ^ n1.middle, c.word))
        keys.append(key(p1.gazetteers << 20 ^ n1.gazetteers, c.word))
      }
      return
    }
    let before = cells[run.start - 1]
    let after = cells[run.end]
    let first = cells[run.start]
    let last = cells[run.end - 1]
    let place: UInt64 =
      run.end - run.start == 1 ? 0 : (at == run.start ? 1 : (at == run.end - 1 ? 2 : 3))
    keys.append(key(before.word, place))
    keys.append(key(after.word, place))
    keys.append(key(before.middle, place))
    keys.append(key(after.middle, place))
    keys.append(key(last.word, place))
    keys.append(key(last.middle, place))
    keys.append(key(first.word, place))
    keys.append(key(first.middle, place))
    keys.append(key(UInt64(min(run.end - run.start, 6)), place))
    keys.append(key(last.gazetteers, place))
    keys.append(key(first.gazetteers, place))
    keys.append(key(first.gazetteers ^ 0x99, last.gazetteers))
    keys.append(key(before.coarse << 20 ^ after.coarse, place))
    keys.append(key(first.coarse << 20 ^ last.coarse, place))
    if after.word != 4, run.end + 1 < cells.count { keys.append(key(after.word, cells[run.end + 1].word)) }
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
