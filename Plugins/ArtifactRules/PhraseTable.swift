import CTables
import Language
import TextModel

/// Expressions of several words with the company they must keep, found in one pass over the words of a text.
///
/// Rows: expression, suggestion, words before, words after, `both`.  Built once, in the order of the file; a text costs one
/// look into an open-addressed table a word, and a comparison where an expression begins.
struct PhraseTable: @unchecked Sendable {
  // Unchecked: the memory is written once and lives as long as the program.
  /// One row.
  struct Phrase: Sendable {
    var words: [UInt32]
    var suggestion: String
    var before: Company
    var after: Company
    var needsBoth: Bool
  }

  /// Which words may stand beside an expression.
  struct Company: Sendable {
    var isEmpty = true
    var anyCapital = false
    var any = false
    var past = false
    var words: WordSet?

    init(_ column: String) {
      var listed: [UInt32] = []
      var pairs: [(UInt32, String)] = []
      for piece in column.split(separator: " ") {
        isEmpty = false
        switch piece {
        case "^": anyCapital = true
        case "*": any = true
        case "~past": past = true
        default:
          let parts = piece.split(separator: "_")
          if parts.count == 2 {
            pairs.append((Lexicon.hash(String(parts[0])), String(parts[1])))
          } else {
            listed.append(Lexicon.hash(String(piece)))
          }
        }
      }
      if !listed.isEmpty { words = WordSet(hashes: listed) }
      self.pairs = pairs.map { Pair(first: $0.0, second: Lexicon.hash($0.1), anyCapital: $0.1 == "^") }
    }

    /// `with_^`: a word and the one behind it.
    struct Pair: Sendable {
      var first: UInt32
      var second: UInt32
      var anyCapital: Bool
    }
    var pairs: [Pair] = []

    func accepts(_ word: Word?, then next: Word?) -> Bool {
      if accepts(word) { return true }
      guard let word, let next, next.gap == .space else { return false }
      return pairs.contains {
        $0.first == word.hash && ($0.anyCapital ? next.startsWithCapital : $0.second == next.hash)
      }
    }

    func accepts(_ word: Word?) -> Bool {
      guard let word else { return false }
      if any { return true }
      if anyCapital, word.startsWithCapital { return true }
      if past, word.isLower, Lexicon.entry(word.hash).isPast { return true }
      return words?.contains(word) ?? false
    }
  }

  private let phrases: [Phrase]
  /// The first words of expressions that are one word, and the first two of all others: nearly all places end here.
  private let beginnings: WordSet
  /// First word of a phrase to the index of the first phrase that begins so; the rest by `next`.
  private let keys: [UInt32]
  private let heads: [Int32]
  private let next: [Int32]
  private let mask: Int
  /// The hashes of all expressions one after another, and where those of each begin.
  private let pool: UnsafePointer<UInt32>
  private let starts: UnsafePointer<Int32>

  init(_ file: ctables_file) {
    var phrases: [Phrase] = []
    Table(file).eachRow { row in
      func column(_ number: Int) -> String { String(decoding: row.column(number), as: UTF8.self) }
      let words = column(0).split { $0 == " " || $0 == "-" }.map { Lexicon.hash(String($0)) }
      phrases.append(
        Phrase(
          words: words, suggestion: column(1), before: Company(column(2)), after: Company(column(3)),
          needsBoth: column(4) == "both"))
    }
    var size = 16
    while size < phrases.count * 4 { size *= 2 }
    mask = size - 1
    var keys = [UInt32](repeating: 0, count: size)
    var heads = [Int32](repeating: -1, count: size)
    var next = [Int32](repeating: -1, count: phrases.count)
    for (index, phrase) in phrases.enumerated() {
      var at = Int(phrase.words[0]) & mask
      while keys[at] != 0, keys[at] != phrase.words[0] { at = (at + 1) & mask }
      keys[at] = phrase.words[0]
      next[index] = heads[at]
      heads[at] = Int32(index)
    }
    let pool = UnsafeMutablePointer<UInt32>.allocate(capacity: phrases.reduce(1) { $0 + $1.words.count })
    let starts = UnsafeMutablePointer<Int32>.allocate(capacity: phrases.count + 1)
    var filled = 0
    for (index, phrase) in phrases.enumerated() {
      starts[index] = Int32(filled)
      for hash in phrase.words {
        pool[filled] = hash
        filled += 1
      }
    }
    starts[phrases.count] = Int32(filled)
    self.pool = UnsafePointer(pool)
    self.starts = UnsafePointer(starts)
    self.phrases = phrases
    beginnings = WordSet(
      hashes: phrases.map { $0.words.count == 1 ? $0.words[0] : WordTrigger.pair($0.words[0], $0.words[1]) })
    self.keys = keys
    self.heads = heads
    self.next = next
  }

  /// Where an expression may begin: at a word that is one, and at the first of two that begin one.
  var places: [WordTrigger] {
    let single = phrases.filter { $0.words.count == 1 }.map { $0.words[0] }
    let longer = phrases.filter { $0.words.count > 1 }
    return [
      WordTrigger(words: [WordSet(hashes: single)]),
      WordTrigger(
        words: [WordSet(hashes: longer.map { $0.words[0] })],
        pairs: longer.map { WordTrigger.pair($0.words[0], $0.words[1]) }),
    ]
  }

  /// Calls `body` with each expression that stands in the words, and where: the longest that begins at a word.
  ///
  /// - Parameter places: The words that are the first of an expression, at least.
  func eachMatch(in words: [Word], at places: WordPlaces.List, _ body: (Phrase, Range<Int>) -> Void) {
    var next = 0
    for k in places where k >= next {
      let first = words[k].hash
      let pair = k + 1 < words.count ? WordTrigger.pair(first, words[k + 1].hash) : first
      guard beginnings.contains(first) || beginnings.contains(pair) else { continue }
      guard let found = match(words, k) else { continue }
      next = k + phrases[found].words.count
      body(phrases[found], k..<next)
    }
  }

  /// The place of the longest expression that begins at a word.
  private func match(_ words: [Word], _ k: Int) -> Int? {
    let hash = words[k].hash
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
      if count > length, follows(words, k, index, count), stands(phrases[index], words, k) {
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
    let end = k + phrase.words.count
    if phrase.before.isEmpty, phrase.after.isEmpty { return true }
    let isBefore =
      !phrase.before.isEmpty && words[k].gap == .space && phrase.before.accepts(words.at(k - 1))
    let isAfter =
      !phrase.after.isEmpty
      && phrase.after.accepts(words.at(end).flatMap { $0.gap == .space ? $0 : nil }, then: words.at(end + 1))
    return phrase.needsBoth ? isBefore && isAfter : isBefore || isAfter
  }
}
