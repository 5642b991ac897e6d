import CTables
import Language
import TextModel

/// Expressions of several words with the company they must keep, found in one pass over the words of a text.
///
/// Rows: expression, suggestion, words before, words after, `both` or `damaged`.  Built once, in the order of the file; a text costs one
/// look into an open-addressed table a word, and a comparison where an expression begins.
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
      return column.split(separator: UInt8(ascii: " ")).contains { piece in
        switch piece.first {
        case UInt8(ascii: "*") where piece.count == 1: return true
        case UInt8(ascii: "^") where piece.count == 1: return word.startsWithCapital
        case UInt8(ascii: "~"): return word.isLower && Lexicon.entry(word.hash).isPast
        default: break
        }
        // `with_^`: a word and the one behind it.
        guard let joint = piece.firstIndex(of: UInt8(ascii: "_")) else { return Lexicon.hash(piece) == word.hash }
        guard let next, next.gap == .space, Lexicon.hash(piece[..<joint]) == word.hash else { return false }
        let second = piece[(joint + 1)...]
        return second.first == UInt8(ascii: "^") ? next.startsWithCapital : Lexicon.hash(second) == next.hash
      }
    }
  }

  private let phrases: [Phrase]
  /// The key of a phrase to the index of the last phrase that has it; the rest by `next`. Nearly all places end here.
  private let keys: UnsafePointer<UInt32>
  private let heads: UnsafePointer<Int32>
  private let next: UnsafePointer<Int32>
  private let mask: Int
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
      let hash = Self.key(pool[start], filled - start > 1 ? pool[start + 1] : nil)
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
  }

  /// The most words of an expression.
  private static let longest = 12

  /// Under which an expression is found: its word, or its first two.
  private static func key(_ first: UInt32, _ second: UInt32?) -> UInt32 {
    second.map { WordTrigger.pair(first, $0) } ?? first
  }

  /// Where an expression may begin: at a word that is one, and at the first of two or three that begin one.
  var places: [WordTrigger] {
    // The file is sorted: rows that begin with the same word follow one another.
    var single: [UInt32] = []
    var opening: [UInt32] = []
    var pairs: [UInt32] = []
    pairs.reserveCapacity(phrases.count)
    for index in phrases.indices {
      let word = pool + Int(starts[index])
      switch phrases[index].count {
      case 1: single.append(word[0])
      case 2: pairs.append(WordTrigger.pair(word[0], word[1]))
      default: pairs.append(WordTrigger.triple(word[0], word[1], word[2]))
      }
      if phrases[index].count > 1, opening.last != word[0] { opening.append(word[0]) }
    }
    let trigger = WordTrigger(words: [WordSet(hashes: opening)], pairs: pairs)
    return single.isEmpty ? [trigger] : [WordTrigger(words: [WordSet(hashes: single)]), trigger]
  }

  /// Calls `body` with each expression that stands in the words, and where: the longest that begins at a word.
  ///
  /// - Parameters:
  ///   - places: The words that are the first of an expression, at least.
  ///   - isDamaged: Whether those count that say nothing in an undamaged text.
  func eachMatch(
    in words: [Word], at places: WordPlaces.List, isDamaged: Bool = true, _ body: (Phrase, Range<Int>) -> Void
  ) {
    var next = 0
    for k in places where k >= next {
      let first = words[k].hash
      let longer = k + 1 < words.count ? match(words, k, WordTrigger.pair(first, words[k + 1].hash), isDamaged) : nil
      guard let found = longer ?? match(words, k, first, isDamaged) else { continue }
      next = k + phrases[found].count
      body(phrases[found], k..<next)
    }
  }

  /// The place of the longest expression that begins at a word, of those that are found under a hash.
  private func match(_ words: [Word], _ k: Int, _ hash: UInt32, _ isDamaged: Bool) -> Int? {
    var at = Int(hash) & mask
    while keys[at] != hash {
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
