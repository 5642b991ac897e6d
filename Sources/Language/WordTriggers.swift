import CByteScan

/// The triggers of many rules, made ready for one pass over the words of a text.
///
/// To build them costs more than a look at many texts: they are built once and kept.
public final class WordTriggers: @unchecked Sendable {
  // Unchecked: the memory is written once, before anybody has the triggers.
  let conditions: UnsafePointer<cbytescan_conditions>
  /// The conditions of each list.
  let conditionsOfList: [UInt128]

  /// How many conditions one pass can tell apart.
  public static let limit = Int(CBYTESCAN_CONDITIONS)

  /// Triggers by list: the triggers of one rule make one list.  Their number must not be above `limit`.
  public init(_ lists: [[WordTrigger]]) {
    precondition(lists.reduce(0) { $0 + $1.count } <= Self.limit, "too many triggers for one pass")
    var tables = cbytescan_conditions()
    var ofWord: [UInt32: UInt128] = [:]
    ofWord.reserveCapacity(lists.reduce(0) { $0 + $1.reduce(0) { $0 + ($1.words?.count ?? 0) } })
    var ofList: [UInt128] = []
    var bit: UInt128 = 1
    var number = 0
    for (list, triggers) in lists.enumerated() {
      var mine: UInt128 = 0
      for trigger in triggers {
        mine |= bit
        Self.set(&tables.list, number, UInt8(list))
        Self.fill(&tables, trigger, bit)
        if let pairs = trigger.pairs {
          tables.paired.formUnion(bit)
          for pair in pairs { Self.add(&tables.pairs, Int(cbytescan_pair_place(pair)), cbytescan_pair_bits(pair)) }
        }
        if let words = trigger.words {
          for hash in words { ofWord[hash, default: 0] |= bit }
        } else {
          tables.wordless.formUnion(bit)
        }
        number += 1
        bit &<<= 1
      }
      ofList.append(mine)
    }
    Self.index(&tables, ofWord)
    let memory = UnsafeMutablePointer<cbytescan_conditions>.allocate(capacity: 1)
    memory.initialize(to: tables)
    conditions = UnsafePointer(memory)
    conditionsOfList = ofList
  }

  deinit {
    conditions.pointee.slots.deallocate()
    conditions.pointee.values.deallocate()
    conditions.deallocate()
  }

  private static func fill(_ tables: inout cbytescan_conditions, _ trigger: WordTrigger, _ bit: UInt128) {
    for shape in 0..<64 where trigger.shape(Word.Shape(rawValue: UInt16(shape))) { add(&tables.shape, shape, bit) }
    for gap in Word.Gap.all where trigger.gaps.contains(gap) {
      for repeats in 0..<8 where trigger.repeats.isEmpty || UInt8(repeats) & trigger.repeats.rawValue != 0 {
        for behind in trigger.gapsBehind {
          add(&tables.gap, Int(gap.rawValue) | repeats << 3 | Int(behind.rawValue) << 6, bit)
        }
      }
    }
    let last = CBYTESCAN_LENGTHS - 1
    for length in 0...last where trigger.length.contains(length) || length == last && trigger.length.upperBound > last {
      add(&tables.length, length, bit)
    }
    for entry in 0..<1024 where trigger.entry(Lexicon.Entry(bits: UInt16(entry))) { add(&tables.known, entry, bit) }
  }

  private static func index(_ tables: inout cbytescan_conditions, _ ofWord: [UInt32: UInt128]) {
    // Few sets of conditions are different: a slot holds the number of one.
    var numbers: [UInt128: UInt32] = [0: 0]
    for conditions in ofWord.values where numbers[conditions] == nil { numbers[conditions] = UInt32(numbers.count) }
    precondition(numbers.count <= CBYTESCAN_SLOT_NUMBER, "too many kinds of words for one pass")
    let values = UnsafeMutablePointer<cbytescan_bits>.allocate(capacity: numbers.count)
    for (conditions, number) in numbers { values[Int(number)] = cbytescan_bits(conditions) }
    tables.values = UnsafePointer(values)
    // No place is smaller than the bits of a hash that a slot does not hold.
    var size = 1 << 12
    while size < ofWord.count * 2 { size *= 2 }
    while true {
      let slots = UnsafeMutablePointer<UInt32>.allocate(capacity: size)
      slots.initialize(repeating: 0, count: size)
      let mask = UInt32(size - 1)
      if ofWord.keys.allSatisfy({ settle($0, slots, mask) }) {
        for place in 0..<size where slots[place] != 0 {
          let hash = slots[place]
          let isSecond = cbytescan_first_place(hash, mask) != UInt32(place)
          slots[place] =
            cbytescan_slot(hash) | (isSecond ? UInt32(CBYTESCAN_SLOT_SECOND) : 0) | numbers[ofWord[hash]!]!
        }
        tables.slots = UnsafePointer(slots)
        tables.slot_mask = mask
        return
      }
      slots.deallocate()
      size *= 2
    }
  }

  /// Gives a hash one of its two places; who stands there moves to the other of theirs, as cuckoos do.  False where that goes
  /// round in circles.
  private static func settle(_ hash: UInt32, _ keys: UnsafeMutablePointer<UInt32>, _ mask: UInt32) -> Bool {
    var homeless = hash
    var place = cbytescan_first_place(hash, mask)
    for _ in 0..<64 {
      swap(&homeless, &keys[Int(place)])
      if homeless == 0 { return true }
      let first = cbytescan_first_place(homeless, mask)
      place = first == place ? cbytescan_second_place(homeless, mask) : first
    }
    return false
  }

  // C arrays are tuples here.
  private static func add<Tuple>(_ table: inout Tuple, _ place: Int, _ bit: UInt128) {
    withUnsafeMutableBytes(of: &table) { $0.assumingMemoryBound(to: cbytescan_bits.self)[place].formUnion(bit) }
  }

  private static func add<Tuple>(_ table: inout Tuple, _ place: Int, _ bit: UInt64) {
    withUnsafeMutableBytes(of: &table) { $0.assumingMemoryBound(to: UInt64.self)[place] |= bit }
  }

  private static func set<Tuple>(_ table: inout Tuple, _ place: Int, _ value: UInt8) {
    withUnsafeMutableBytes(of: &table) { $0[place] = value }
  }
}

extension cbytescan_bits {
  init(_ bits: UInt128) {
    self.init(first: UInt64(truncatingIfNeeded: bits), second: UInt64(truncatingIfNeeded: bits >> 64))
  }

  mutating func formUnion(_ bits: UInt128) {
    let bits = cbytescan_bits(bits)
    first |= bits.first
    second |= bits.second
  }
}

/// The words of a text that meet triggers, list by list.  Keeps its memory from text to text.
public final class WordPlaces {
  /// What was found, from the last word to the first, and room for as much.
  private var hits: [cbytescan_hit] = []
  private var spare: [cbytescan_hit] = []
  private var used = 0
  /// For which text, and for which conditions.
  private var document: Document?
  private var version = 0
  private var conditions: UInt128 = 0
  /// What `List` reads: kept as it is from one look to the next.
  private var places = UnsafeMutableBufferPointer<cbytescan_place>.allocate(capacity: 1024)
  private var heads: [Int32] = []
  private var seen: [UInt32] = []

  public init() {}

  deinit { places.deallocate() }

  /// Goes through the words of a document once for all lists in `wanted`; where the text before was looked at too, only through those near its
  /// edits.
  ///
  /// - Parameter wanted: Says of each list whether anybody will ask for it.
  public func find(_ triggers: WordTriggers, in document: Document, wanted: [Bool]) {
    heads.removeAll(keepingCapacity: true)
    heads.append(contentsOf: repeatElement(-1, count: triggers.conditionsOfList.count))
    var conditions: UInt128 = 0
    for (list, bits) in triggers.conditionsOfList.enumerated() where wanted[list] { conditions |= bits }
    let changes =
      document === self.document && conditions == self.conditions && document.version == version + 1
      ? document.wordChanges : nil
    self.document = document
    self.conditions = conditions
    version = document.version
    let words = document.words
    seen.removeAll(keepingCapacity: true)
    seen.append(contentsOf: repeatElement(0, count: 1024))
    let old = used
    used = 0
    if words.isEmpty || conditions == 0 { return }
    if let changes {
      swap(&hits, &spare)
      revise(triggers, words, document.wordEntries, old, changes)
    } else {
      look(triggers, words, document.wordEntries, 0..<words.count)
    }
    layOut(triggers)
  }

  /// Finds what of a range of words meets any of the conditions, from the last to the first.
  private func look(_ triggers: WordTriggers, _ words: [Word], _ entries: [Lexicon.Entry], _ range: Range<Int>) {
    if hits.isEmpty { hits = Array(repeating: cbytescan_hit(), count: 1024) }
    var conditions = cbytescan_bits(conditions)
    var at = range.upperBound
    while true {
      used = words.withUnsafeBytes { words in
        entries.withUnsafeBytes { entries in
          cbytescan_hits(
            triggers.conditions, &conditions, words.assumingMemoryBound(to: cbytescan_word.self).baseAddress,
            entries.assumingMemoryBound(to: UInt16.self).baseAddress, entries.count / 2, &at, range.lowerBound, &seen,
            &hits, used, hits.count - 1)
        }
      }
      if at == range.lowerBound { return }
      hits.append(contentsOf: repeatElement(cbytescan_hit(), count: hits.count))
    }
  }

  /// What a word meets is told by so many words before and behind it.
  private static let reach = (before: 2, behind: 12)

  /// Makes of what was found in the text before what would be found in this one.  Linear in what was found and in the changes.
  private func revise(
    _ triggers: WordTriggers, _ words: [Word], _ entries: [Lexicon.Entry], _ old: Int, _ changes: [WordChange]
  ) {
    var next = 0
    var change = changes.count
    while change > 0 {
      // Changes that are near one another are one.
      let last = changes[change - 1]
      var first = last
      change -= 1
      while change > 0,
        changes[change - 1].come.upperBound + Self.reach.before + Self.reach.behind >= first.come.lowerBound
      {
        change -= 1
        first = changes[change]
      }
      let end = min(last.come.upperBound + Self.reach.before, words.count)
      let start = max(first.come.lowerBound - Self.reach.behind, 0)
      let shift = last.come.upperBound - last.gone.upperBound
      next = copy(old, from: next, downTo: end - shift, shift)
      // The words behind are looked at for what they repeat, and what they meet is known already.
      let known = used
      look(triggers, words, entries, end..<min(end + Self.reach.behind, words.count))
      used = known
      look(triggers, words, entries, start..<end)
      let oldStart = start - first.come.lowerBound + first.gone.lowerBound
      while next < old, Int(spare[next].word) >= oldStart { next += 1 }
    }
    _ = copy(old, from: next, downTo: 0, 0)
  }

  /// Copies what was found of the words from one on, from the last of them that is left.
  private func copy(_ old: Int, from next: Int, downTo word: Int, _ shift: Int) -> Int {
    var next = next
    while hits.count - used <= old - next {
      hits.append(contentsOf: repeatElement(cbytescan_hit(), count: max(hits.count, 1024)))
    }
    while next < old, Int(spare[next].word) >= word {
      hits[used] = spare[next]
      hits[used].word = UInt32(Int(spare[next].word) + shift)
      used += 1
      next += 1
    }
    return next
  }

  /// Makes the lists.
  private func layOut(_ triggers: WordTriggers) {
    var at = 0
    var filled = 0
    while true {
      filled = cbytescan_places(
        triggers.conditions, hits, used, &at, &heads, places.baseAddress, filled, places.count)
      if at == used { return }
      let larger = UnsafeMutableBufferPointer<cbytescan_place>.allocate(capacity: places.count * 2)
      _ = larger[..<filled].initialize(fromContentsOf: places[..<filled])
      places.deallocate()
      places = larger
    }
  }

  /// Whether no word is on a list.
  public func isEmpty(_ list: Int) -> Bool { heads[list] < 0 }

  /// The words of one list in the order of the text, as indices of `document.words`; good until the next look.
  public subscript(list: Int) -> List { List(places: UnsafePointer(places.baseAddress!), head: heads[list]) }

  /// Indices of words in the order of the text.
  public struct List: Sequence, IteratorProtocol {
    // Not the array: a rule is handed one at every text, and most are empty.
    let places: UnsafePointer<cbytescan_place>
    var head: Int32

    public var isEmpty: Bool { head < 0 }

    public mutating func next() -> Int? {
      if head < 0 { return nil }
      let place = places[Int(head)]
      head = place.next
      return Int(place.word)
    }
  }
}
