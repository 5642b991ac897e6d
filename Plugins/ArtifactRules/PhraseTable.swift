import CTables
import Language
import TextModel

/// Expressions of several words with the company they must keep, found in one pass over the words of a text.
///
/// Rows: expression, suggestion, words before, words after, `both` or `damaged`.  Built once, in the order of the file; a word costs one
/// look into an open-addressed table where an expression may begin, and a comparison where one does.
struct PhraseTable: @unchecked Sendable {
  // Unchecked: the memory is written once and lives as long as the program.
  /// One row; all but the expression is read when that has been found, for few are.
  struct Phrase: @unchecked Sendable {
    let count: Int
    /// What stands in the table behind the expression.
    fileprivate let value: UnsafeBufferPointer<UInt8>

    var suggestion: String { String(decoding: column(0), as: UTF8.self) }
    var before: Company { Company(column(1)) }
    var after: Company { Company(column(2)) }
    var needsBoth: Bool { column(3).first == UInt8(ascii: "b") }
    /// Whether it says nothing in a text that shows no damage: the last word of its row says so.
    let needsDamage: Bool

    private static let damaged: StaticString = "damaged"

    fileprivate init(count: Int, value: UnsafeBufferPointer<UInt8>) {
      self.count = count
      self.value = value
      var isMarked = value.count > 8 && value[value.count - 8] <= 0x20
      var at = value.count - 1
      // From the end, where nearly all rows differ.
      while isMarked, at >= value.count - 7 {
        isMarked = value[at] == Self.damaged.utf8Start[at - value.count + 7]
        at -= 1
      }
      needsDamage = isMarked
    }

    private func column(_ number: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
      var rest = value[...]
      for _ in 0..<number { rest = rest.drop { $0 != UInt8(ascii: "\t") }.dropFirst() }
      return rest.prefix { $0 != UInt8(ascii: "\t") }
    }
  }

  /// Which words may stand beside an expression: a column of the table.
  struct Company: @unchecked Sendable {
    private let column: Slice<UnsafeBufferPointer<UInt8>>
    var isEmpty: Bool { column.isEmpty }

    init(_ column: Slice<UnsafeBufferPointer<UInt8>>) { self.column = column }

    func accepts(_ word: Word?, then next: Word?) -> Bool {
      guard let word else { return false }
      var start = column.startIndex
      while start < column.endIndex {
        var end = start
        while end < column.endIndex, column[end] != UInt8(ascii: " ") { end += 1 }
        if end > start, accepts(column[start..<end], word, next) { return true }
        start = end + 1
      }
      return false
    }

    private func accepts(_ piece: Slice<UnsafeBufferPointer<UInt8>>, _ word: Word, _ next: Word?) -> Bool {
      switch column[piece.startIndex] {
      case UInt8(ascii: "*") where piece.count == 1: return true
      case UInt8(ascii: "^") where piece.count == 1: return word.startsWithCapital
      case UInt8(ascii: "~"): return word.isLower && Lexicon.entry(word.hash).isPast
      default: break
      }
      // `with_^`: a word and the one behind it.
      guard let joint = piece.firstIndex(of: UInt8(ascii: "_")) else {
        // Most pieces are of another length, and need no hash; an apostrophe has two.
        return (piece.count == word.count || word.shape.contains(.apostrophe)) && Lexicon.hash(piece) == word.hash
      }
      guard let next, next.gap == .space, Lexicon.hash(piece[..<joint]) == word.hash else { return false }
      let second = piece[(joint + 1)...]
      return second.first == UInt8(ascii: "^") ? next.startsWithCapital : Lexicon.hash(second) == next.hash
    }
  }

  private let phrases: [Phrase]
  /// The key of a phrase to the index of the last phrase that has it; the rest by `next`. Nearly all places end here.
  private let keys: UnsafePointer<UInt32>
  private let heads: UnsafePointer<Int32>
  private let next: UnsafePointer<Int32>
  private let mask: Int
  /// Two bits for each key and for the two words that begin one: small enough to stay near while a text is gone through.
  private let filter: UnsafePointer<UInt64>
  /// The hashes of all expressions one after another, and where those of each begin.
  private let pool: UnsafePointer<UInt32>
  private let starts: UnsafePointer<Int32>

  init(_ file: ctables_file) {
    let table = Table(file)
    let rows = table.lineCount
    var phrases: [Phrase] = []
    phrases.reserveCapacity(rows)
    let starts = UnsafeMutablePointer<Int32>.allocate(capacity: rows + 1)
    let pool = UnsafeMutablePointer<UInt32>.allocate(capacity: rows * Self.longest + 1)
    var size = 16
    while size < rows * 3 { size *= 2 }
    let mask = size - 1
    let keys = UnsafeMutablePointer<UInt32>.allocate(capacity: size)
    keys.initialize(repeating: 0, count: size)
    let heads = UnsafeMutablePointer<Int32>.allocate(capacity: size)
    heads.initialize(repeating: -1, count: size)
    let next = UnsafeMutablePointer<Int32>.allocate(capacity: rows)
    let filter = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.filterSize)
    filter.initialize(repeating: 0, count: Self.filterSize)
    var filled = 0
    table.eachRow { row in
      let start = filled
      let key = row.key
      var from = 0
      for at in key.indices where key[at] == UInt8(ascii: " ") || key[at] == UInt8(ascii: "-") {
        pool[filled] = Lexicon.hash(UnsafeBufferPointer(rebasing: key[from..<at]))
        filled += 1
        from = at + 1
      }
      pool[filled] = Lexicon.hash(UnsafeBufferPointer(rebasing: key[from...]))
      filled += 1
      assert(filled - start <= Self.longest)
      let index = phrases.count
      starts[index] = Int32(start)
      phrases.append(Phrase(count: filled - start, value: row.value))
      let hash = Self.key(pool + start, filled - start)
      filter[Self.place(hash)] |= Self.bits(hash)
      if filled - start > 1 {
        let opening = Self.opening(pool[start], pool[start + 1])
        filter[Self.place(opening)] |= Self.bits(opening)
      }
      var slot = Int(hash) & mask
      while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
      keys[slot] = hash
      next[index] = heads[slot]
      heads[slot] = Int32(index)
    }
    starts[phrases.count] = Int32(filled)
    self.pool = UnsafePointer(pool)
    self.starts = UnsafePointer(starts)
    self.phrases = phrases
    self.mask = mask
    self.keys = UnsafePointer(keys)
    self.heads = UnsafePointer(heads)
    self.next = UnsafePointer(next)
    self.filter = UnsafePointer(filter)
  }

  /// The most words of an expression.
  private static let longest = 12

  /// Under which an expression is found: its word, its two, or the first three.
  private static func key(_ words: UnsafePointer<UInt32>, _ count: Int) -> UInt32 {
    switch count {
    case 1: words[0]
    case 2: WordTrigger.pair(words[0], words[1])
    default: WordTrigger.triple(words[0], words[1], words[2])
    }
  }

  private static let filterSize = 4096
  @inline(__always) private static func place(_ key: UInt32) -> Int { Int(key >> 12) & (filterSize - 1) }
  private static func bits(_ key: UInt32) -> UInt64 { 1 << UInt64(key & 63) | 1 << UInt64(key >> 6 & 63) }
  /// What stands in the filter for the two words that an expression begins with, whether or not they are all of one.
  private static func opening(_ first: UInt32, _ second: UInt32) -> UInt32 { ~WordTrigger.pair(first, second) }
  private func mayHave(_ key: UInt32) -> Bool { ~filter[Self.place(key)] & Self.bits(key) == 0 }

  /// Where an expression may begin that counts in any text: at a word that is one, and at the first of two or three that begin one.
  var places: [WordTrigger] {
    // The file is sorted: rows that begin with the same word follow one another.
    var single: [UInt32] = []
    var opening: [UInt32] = []
    var pairs: [UInt32] = []
    pairs.reserveCapacity(phrases.count)
    for index in phrases.indices where !phrases[index].needsDamage {
      let word = pool + Int(starts[index])
      let count = phrases[index].count
      if count == 1 { single.append(word[0]) } else { pairs.append(Self.key(word, count)) }
      if count > 1, opening.last != word[0] { opening.append(word[0]) }
    }
    let trigger = WordTrigger(words: [WordSet(hashes: opening)], pairs: pairs)
    return single.isEmpty ? [trigger] : [WordTrigger(words: [WordSet(hashes: single)]), trigger]
  }

  /// More expressions count in a damaged text.
  static func seesAllWords(of document: Document) -> Bool { document.isKnownDamaged }

  /// Calls `body` with each expression that stands in the words, and where: the longest that begins at a word.
  ///
  /// - Parameter places: The words that are the first of an expression that counts in any text, at least; not used where
  ///   all words are looked at.
  func eachMatch(
    in document: Document, at places: WordPlaces.List, _ body: (Phrase, Range<Int>) -> Void
  ) {
    let words = document.words
    var next = 0
    if Self.seesAllWords(of: document) {
      while let k = words.withUnsafeBufferPointer({ beginning(in: $0, from: next) }) {
        next = k + 1
        guard let found = match(words, k, true) else { continue }
        next = k + phrases[found].count
        body(phrases[found], k..<next)
      }
    } else {
      for k in places where k >= next {
        guard let found = match(words, k, false) else { continue }
        next = k + phrases[found].count
        body(phrases[found], k..<next)
      }
    }
  }

  /// The first word from `start` on where an expression may begin.
  private func beginning(in words: UnsafeBufferPointer<Word>, from start: Int) -> Int? {
    guard start < words.count else { return nil }
    // In the loop nothing is read twice: it goes over every word of a damaged text.
    let filter = filter
    func mayHave(_ key: UInt32) -> Bool { ~filter[Self.place(key)] & Self.bits(key) == 0 }
    var first = words[start].hash
    for k in start..<words.count - 1 {
      let second = words[k + 1].hash
      if mayHave(first) || mayHave(Self.opening(first, second)) { return k }
      first = second
    }
    return mayHave(first) ? words.count - 1 : nil
  }

  /// The place of the longest expression that begins at a word.
  private func match(_ words: [Word], _ k: Int, _ isDamaged: Bool) -> Int? {
    let first = words[k].hash
    guard k + 1 < words.count else { return match(words, k, under: first, isDamaged) }
    let two = WordTrigger.pair(first, words[k + 1].hash)
    if k + 2 < words.count,
      let found = match(words, k, under: WordTrigger.pair(two, words[k + 2].hash), isDamaged)
    {
      return found
    }
    return match(words, k, under: two, isDamaged) ?? match(words, k, under: first, isDamaged)
  }

  /// The place of the longest expression that begins at a word, of those that are found under a key.
  private func match(_ words: [Word], _ k: Int, under key: UInt32, _ isDamaged: Bool) -> Int? {
    guard mayHave(key) else { return nil }
    var at = Int(key) & mask
    while keys[at] != key {
      if keys[at] == 0 { return nil }
      at = (at + 1) & mask
    }
    var best: Int?
    var length = 0
    var index = Int(heads[at])
    while index >= 0 {
      let count = Int(starts[index + 1] - starts[index])
      if count > length, isDamaged || !phrases[index].needsDamage, follows(words, k, index, count),
        stands(phrases[index], words, k)
      {
        best = index
        length = count
      }
      index = Int(next[index])
    }
    return best
  }

  /// Whether all words of an expression stand here.
  private func follows(_ words: [Word], _ k: Int, _ index: Int, _ count: Int) -> Bool {
    guard k + count <= words.count else { return false }
    let start = Int(starts[index])
    for j in 1..<max(1, count) {
      let word = words[k + j]
      guard word.hash == pool[start + j], word.gap == .space || word.gap == .wide || word.gap == .hyphen else {
        return false
      }
    }
    return true
  }

  /// Whether an expression that stands here is in the company that it needs.
  private func stands(_ phrase: Phrase, _ words: [Word], _ k: Int) -> Bool {
    let before = phrase.before
    let after = phrase.after
    if before.isEmpty, after.isEmpty { return true }
    let end = k + phrase.count
    let isBefore =
      !before.isEmpty && words[k].gap == .space && before.accepts(words.at(k - 1), then: nil)
    let isAfter =
      !after.isEmpty
      && after.accepts(words.at(end).flatMap { $0.gap == .space ? $0 : nil }, then: words.at(end + 1))
    return phrase.needsBoth ? isBefore && isAfter : isBefore || isAfter
  }
}
