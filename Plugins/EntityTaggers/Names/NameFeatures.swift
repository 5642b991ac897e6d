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
  let list = KeyList()
  private var kept = KeptEntries()
  package private(set) var offsets: [Int] = []
  package private(set) var mode = Mode.normal
  var cells: [Cell] = []
  var runs: [Run] = []
  var salt: UInt64 = 0
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
}
