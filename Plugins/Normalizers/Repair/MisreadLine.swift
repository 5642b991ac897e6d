import TextModel

/// One line under repair: its code points, each with the bytes of the text that it came from.
///
/// A round looks for the character set in which most of the line's oddities turn out to be UTF-8, and decodes them; rounds go on
/// until nothing is gained, so text that was misread several times, or by several programs, is unwound layer by layer.
///
/// The memory is taken once for all lines of all texts, by hand: a line is a hundred characters, and what an array costs for each access and
/// each growth would be most of the work.
final class MisreadLine {
  /// A code point, and where in the line it, or what it was made of, stands.
  struct Element {
    var point: UInt32
    var row: UInt16
    var glyph: GlyphClass
    var origin: Origin
    var start: UInt32
    var end: UInt32

    @inline(__always) var isRepaired: Bool { origin == .decoded }
  }

  /// Where a code point is from.
  enum Origin: UInt8 {
    case text
    /// Decoded since the line was last looked at afresh: nothing odd about it is left to be explained.
    case decoded
    /// Decoded before that: to the eye it is as good as the text.
    case settled
  }

  /// Where the evidence must be at least this much better than the line as it stands, in half bits.  Half a million to one
  /// against an accident, before the accident of being valid UTF-8 at all is counted.
  static let threshold = 25
  /// More layers than anybody has seen: what goes on unwinding has never been text, and stays.
  static let maximumRounds = 24

  /// What all rounds gained.
  private(set) var gain = 0
  /// Where in the text the line starts.
  private(set) var origin = 0
  private(set) var count = 0
  private(set) var elements: UnsafeMutablePointer<Element>
  /// Where elements are decoded to, so that they can be decoded on trial.
  private var spare: UnsafeMutablePointer<Element>
  private var found: UnsafeMutablePointer<MisreadSequence>
  private var foundCount = 0
  /// As many bytes as a line may have.
  private var capacity = 0
  /// The rows of the line, each once, and which have been met.
  private let distinct: UnsafeMutablePointer<UInt16>
  private var distinctCount = 0
  private let met: UnsafeMutablePointer<Bool>
  private let pages = Codepages.all
  private let glyphs = GlyphTable.classes
  private let costs = Plausibility.table
  /// The elements of ASCII, ready but for their places.
  private let ascii: UnsafeMutablePointer<Element>
  private var pairs = PairCounts()
  private var trials: [Evidence] = []
  private var weak: [Evidence] = []
  private var sets: [Int] = []
  /// The set of the layer that was taken off last.
  private var last = -1
  /// How many characters could be bytes of a misread text, and have not been repaired.
  private var odd = 0

  init() {
    capacity = 1024
    elements = .allocate(capacity: capacity)
    spare = .allocate(capacity: capacity)
    found = .allocate(capacity: capacity)
    distinct = .allocate(capacity: pages.rowCount)
    met = .allocate(capacity: pages.rowCount)
    met.initialize(repeating: false, count: pages.rowCount)
    ascii = .allocate(capacity: 0x80)
    for byte in 0..<0x80 {
      let element = Element(
        point: UInt32(byte), row: 0, glyph: pages.rows.asciiGlyphs[byte], origin: .text, start: 0, end: 0)
      (ascii + byte).initialize(to: element)
    }
  }

  deinit {
    elements.deallocate()
    spare.deallocate()
    found.deallocate()
    distinct.deallocate()
    met.deallocate()
    ascii.deallocate()
  }

  /// Makes room for a line; what is there is lost.
  private func reserve(_ needed: Int) {
    if needed <= capacity { return }
    elements.deallocate()
    spare.deallocate()
    found.deallocate()
    capacity = Swift.max(needed, 2 * capacity)
    elements = .allocate(capacity: capacity)
    spare = .allocate(capacity: capacity)
    found = .allocate(capacity: capacity)
  }

  /// Takes the bytes of a line.  Of a long run of ASCII only the ends are taken: what stands beside the oddities, and all that the
  /// rules of repair look at.
  func load(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span) {
    reserve(span.count)
    gain = 0
    origin = span.start
    let raw = UnsafeRawBufferPointer(bytes)
    let elements = elements
    let ascii = ascii
    var count = 0
    var at = span.start
    while at < span.end {
      if bytes[at] >= 0x80 {
        let start = at
        let point = UTF8Reader.point(bytes, &at)
        elements[count] = element(
          point, UInt32(truncatingIfNeeded: start - span.start), UInt32(truncatingIfNeeded: at - span.start),
          .text)
        count += 1
        continue
      }
      var end = at + 1
      while end + 8 <= span.end,
        raw.loadUnaligned(fromByteOffset: end, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        end += 8
      }
      while end < span.end, bytes[end] < 0x80 { end += 1 }
      let isLong = end - at > Self.after + Self.before
      var next = at
      while next < end {
        if isLong, next == at + Self.after { next = end - Self.before }
        var element = ascii[Int(bytes[next])]
        element.start = UInt32(truncatingIfNeeded: next &- span.start)
        element.end = element.start &+ 1
        elements[count] = element
        count &+= 1
        next += 1
      }
      at = end
    }
    self.count = count
  }

  /// How much of a run of ASCII is looked at behind and before what is not ASCII.
  private static let after = 8
  private static let before = 4

  @inline(__always)
  private func element(_ point: UInt32, _ start: UInt32, _ end: UInt32, _ origin: Origin) -> Element {
    Element(
      point: point, row: point < 0x80 ? 0 : UInt16(truncatingIfNeeded: pages.row(point)),
      glyph: GlyphTable.of(point, glyphs), origin: origin, start: start, end: end)
  }

  /// Unwinds all layers.  True where anything changed.
  ///
  /// What was decoded in one round is trusted in the next.  When nothing more is found the line is looked at afresh, as the text that it
  /// will be, until that finds nothing either: so a second run changes nothing.
  func repair() -> Bool {
    var rounds = 0
    var isAfresh = true
    last = -1
    while true {
      if let set = repairOnce() {
        rounds += 1
        if rounds > Self.maximumRounds { return false }
        last = set
        isAfresh = false
      } else if isAfresh || pairs.isEmpty {
        return rounds > 0
      } else {
        settle()
        last = -1
        isAfresh = true
      }
    }
  }

  /// From here on what is decoded counts as text.
  private func settle() {
    let elements = elements
    for k in 0..<count where elements[k].origin == .decoded { elements[k].origin = .settled }
  }

  /// One layer.  The set it was misread in; nil where nothing is misread.
  private func repairOnce() -> Int? {
    // After the last layer there is no pair, and nothing else need be asked.
    guard survey() else { return nil }
    findCandidates()
    trials.removeAll(keepingCapacity: true)
    weak.removeAll(keepingCapacity: true)
    for set in sets {
      let evidence = evidence(set)
      let gain = evidence.gain - 20 * evidence.left / Swift.max(odd, 1)
      // What was misread once in a set may well have been twice.
      if gain >= (set == last ? Self.threshold / 2 : Self.threshold) {
        trials.append(evidence)
      } else if gain >= Self.threshold / 3, evidence.left == 0 {
        weak.append(evidence)
      }
    }
    guard var chosen = trials.max(by: { $0.rank < $1.rank }) ?? weakButDouble() else { return nil }
    if trials.count > 1 {
      let rivals = trials.filter { $0.rank >= chosen.rank - 120 }.sorted { $0.rank > $1.rank }.prefix(3)
      if rivals.count > 1 { chosen = lookAhead(rivals) }
    }
    gain += chosen.gain
    // Where one set was tried and explains everything, its sequences lie ready.
    if sets.count != 1 || !chosen.isComplete { read(chosen.set, chosen.left == 0 ? .whole : .mixed) }
    if foundCount == 0 { return nil }
    decode()
    return chosen.set
  }

  /// A set that gains little, but whose result is plainly misread in the same set once more.
  private func weakButDouble() -> Evidence? {
    for trial in weak {
      let next = evidence(after: trial)
      if next.gain >= Self.threshold, next.gain + trial.gain >= Self.threshold * 3 / 2, next.left == 0 { return trial }
    }
    return nil
  }

  /// Of sets that explain a line about equally well, the one whose result makes the most sense when the same set is
  /// tried on it once more: text misread twice was mostly misread twice the same way.
  private func lookAhead(_ rivals: ArraySlice<Evidence>) -> Evidence {
    var best = rivals[rivals.startIndex]
    var bestRank = Int.min
    for rival in rivals {
      let next = evidence(after: rival)
      let rank = rival.rank + (next.gain >= Self.threshold ? Swift.max(next.rank, 0) : 0)
      if rank > bestRank {
        best = rival
        bestRank = rank
      }
    }
    return best
  }

  /// What speaks for the same set once more when a layer has been taken off, which is then put back.
  private func evidence(after trial: Evidence) -> Evidence {
    let before = (count, odd)
    read(trial.set, trial.left == 0 ? .whole : .mixed)
    decode()
    odd = 0
    defer {
      swap(&elements, &spare)
      (count, odd) = before
    }
    return evidence(trial.set)
  }

  /// What speaks for a character set.
  struct Evidence {
    var set: Int
    /// What the line gains in plausibility, where what repeats itself counts little.
    var gain: Int
    /// How many odd characters stay unexplained.
    var left: Int
    /// Nothing at all is left to be explained, not even what damaged sequences would explain.
    var isComplete: Bool
    /// To choose between sets: all gains and losses, less what stays unexplained and what the set would not have written.
    var rank: Int
  }

  /// Counts what could be misread, and the neighbours that look like a lead and its continuation, by character set.  False where there are none.
  private func survey() -> Bool {
    var odd = 0
    var pairs = PairCounts()
    let pages = pages
    let elements = elements
    var previous = 0
    for k in 0..<count {
      let row = Int(elements[k].row)
      if row != 0 {
        if !elements[k].isRepaired { odd += 1 }
        if previous != 0 { pairs.add(pages.rows.tails[row] & pages.rows.leads[previous]) }
      } else if previous != 0, elements[k].point == 0x20, pages.byte(previous, 0) & 0xFE == 0xC2 {
        pairs.strandedSpaces += 1
      }
      previous = row
    }
    self.odd = odd
    self.pairs = pairs
    return !pairs.isEmpty
  }

  /// The character sets worth trying, best first: those in which the most neighbours look like a lead and its continuation;
  /// of those that read the line all the same, the first.
  private func findCandidates() {
    sets.removeAll(keepingCapacity: true)
    let whole = findDistinct()
    let most = pairs.most
    // Sets that have all of the line's characters, where there are such with about as many pairs.
    let limit = (most * 3 + 3) / 4
    var fit = whole & pairs.sets(from: limit)
    if fit == 0 { fit = pairs.sets(from: (most + 1) / 2) }
    // In falling order of pairs; among equals in the order of trust.
    var step = most
    while fit != 0 {
      var now = fit & pairs.sets(from: step)
      fit &= ~now
      while now != 0 {
        let set = now.trailingZeroBitCount
        now &= now - 1
        if !sets.contains(where: { readsTheSame($0, set) }) { sets.append(set) }
      }
      step -= 1
    }
  }

  /// Fills `distinct`, and answers which sets have all of the line's characters.
  private func findDistinct() -> UInt32 {
    var whole = UInt32.max
    distinctCount = 0
    for k in 0..<count {
      let row = Int(elements[k].row)
      if row == 0 || met[row] { continue }
      met[row] = true
      distinct[distinctCount] = elements[k].row
      distinctCount += 1
      whole &= pages.rows.members[row]
    }
    for k in 0..<distinctCount { met[Int(distinct[k])] = false }
    return whole
  }

  /// Whether two sets take every character of the line for the same byte, and would have written the same controls.
  private func readsTheSame(_ a: Int, _ b: Int) -> Bool {
    for k in 0..<distinctCount {
      let row = Int(distinct[k])
      if pages.byte(row, a) != pages.byte(row, b) { return false }
      if row == pages.lostRow, pages.undefinedTailBits[a] != pages.undefinedTailBits[b] { return false }
    }
    return true
  }

  /// What speaks for a set.  A sequence that occurs again and again proves little more than where it proves most; and what makes the line
  /// less plausible speaks against all the others.
  private func evidence(_ set: Int) -> Evidence {
    read(set, .strict)
    var total = 0
    var sum = 0
    var strays = 0
    // The last four that were met, and what they count.
    var seen: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    var counted: (Int, Int, Int, Int) = (0, 0, 0, 0)
    var left = odd
    let defined = pages.definedC1[set]
    for n in 0..<foundCount {
      let sequence = found[n]
      for k in sequence.start..<sequence.start + sequence.length where elements[k].row != 0 {
        if !elements[k].isRepaired { left -= 1 }
        let point = elements[k].point
        if point >= 0x80, point < 0xA0, defined & 1 << (point - 0x80) != 0 { strays += 1 }
      }
      sum += sequence.gain
      if sequence.gain <= 0 { continue }
      let own = set == last ? sequence.gain : Swift.min(sequence.gain, weight(sequence))
      let more = Swift.min(sequence.gain / 4, 2)
      func again(_ before: inout Int) {
        total += Swift.max(own - before, more)
        before = Swift.max(own, before)
      }
      switch sequence.point {
      case seen.0: again(&counted.0)
      case seen.1: again(&counted.1)
      case seen.2: again(&counted.2)
      case seen.3: again(&counted.3)
      default:
        total += own
        seen = (sequence.point, seen.0, seen.1, seen.2)
        counted = (own, counted.0, counted.1, counted.2)
      }
    }
    let isComplete = left == 0
    if left > 0 { left -= stranded(set) }
    return Evidence(
      set: set, gain: Swift.min(total, sum), left: left, isComplete: isComplete,
      rank: sum - 10 * strays - 24 * left - pages.distrust(set))
  }

  /// How many of the unexplained are a lead byte before a space that was a no-break space: once the set is proven they will be read.
  private func stranded(_ set: Int) -> Int {
    var number = 0
    for k in 0..<Swift.max(count - 1, 0)
    where elements[k + 1].point == 0x20 && elements[k].row != 0 && !elements[k].isRepaired {
      if (0xC2...0xDF).contains(pages.byte(Int(elements[k].row), set)) { number += 1 }
    }
    return number
  }

  /// The most that a sequence may prove.  Signs among signs are often drawn, not written: they prove little, and frames of box
  /// characters nothing unless they go on with a word.  Neither does one capital with a sign behind it, `Ä€`, that no letter touches.
  private func weight(_ sequence: MisreadSequence) -> Int {
    let end = sequence.start + sequence.length
    let elements = elements
    // Two letters or more are a word.
    let startsWithLetter = costs.isLetter(elements[sequence.start].glyph)
    if startsWithLetter, sequence.length > 2 || costs.isLetter(elements[end - 1].glyph) { return Int.max }
    let before = sequence.start > 0 ? elements[sequence.start - 1].glyph : .space
    let after = end < count ? elements[end].glyph : .space
    let isAlone = !costs.isLetter(before) && !costs.isLetter(after)
    var letters = 0
    var isFrame = true
    for k in sequence.start..<end {
      if costs.isLetter(elements[k].glyph) { letters += 1 }
      if elements[k].glyph != .box { isFrame = false }
    }
    if letters > 0 {
      let isOneCapital = letters == 1 && sequence.length == 2 && isCommonCapital(elements[sequence.start])
      return isOneCapital && isAlone ? Self.threshold / 2 : Int.max
    }
    if isFrame {
      return before == .asciiLower && GlyphTable.of(sequence.point, glyphs) == .latinLower ? Int.max : 0
    }
    return isAlone && before != .digit && after != .digit ? Self.threshold / 2 : Int.max
  }

  /// A capital that stands by itself often enough; what few words have, like `Ã`, `Î` and `Ï`, does not.
  private func isCommonCapital(_ element: Element) -> Bool {
    switch element.glyph {
    case .latinUpper: element.point & ~1 != 0xCE
    case .greekUpper, .cyrillicUpper, .cyrillicOtherUpper: true
    default: false
    }
  }

  /// Fills `found`.  What a proven set explains is also what is damaged in it, and what proves nothing by itself.
  private func read(_ set: Int, _ rigour: MisreadReader.Rigour) {
    foundCount = MisreadReader(pages, set: set, elements, total: count).read(rigour, into: found)
  }

  /// Puts the decoded code points in place; `spare` then holds the elements as they were.
  private func decode() {
    let from = elements
    let to = spare
    var write = 0
    var done = 0
    for n in 0..<foundCount {
      let sequence = found[n]
      (to + write).initialize(from: from + done, count: sequence.start - done)
      write += sequence.start - done
      done = sequence.start + sequence.length
      to[write] = element(sequence.point, from[sequence.start].start, from[done - 1].end, .decoded)
      write += 1
    }
    (to + write).initialize(from: from + done, count: count - done)
    count = write + count - done
    swap(&elements, &spare)
  }

  /// Calls `body` with each run of repaired code points: its span in the text, and the bytes that take its place.
  func eachRepair(_ body: (Span, UnsafeBufferPointer<UInt8>) -> Void) {
    let elements = elements
    // What was misread is shorter now, and nobody needs the memory.
    let bytes = UnsafeMutableRawPointer(spare).assumingMemoryBound(to: UInt8.self)
    var at = 0
    while at < count {
      guard elements[at].origin != .text else {
        at += 1
        continue
      }
      let start = origin + Int(elements[at].start)
      var length = 0
      while at < count, elements[at].origin != .text {
        length += Self.write(elements[at].point, to: bytes + length)
        at += 1
      }
      let span = Span(start, origin + Int(elements[at - 1].end))
      body(span, UnsafeBufferPointer(start: bytes, count: length))
    }
  }

  /// Writes the UTF-8 of a code point that is not ASCII; answers how many bytes.
  @inline(__always) private static func write(_ point: UInt32, to bytes: UnsafeMutablePointer<UInt8>) -> Int {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | point >> shift & 0x3F) }
    if point < 0x800 {
      bytes[0] = UInt8(truncatingIfNeeded: 0xC0 | point >> 6)
      bytes[1] = tail(0)
      return 2
    }
    if point < 0x10000 {
      bytes[0] = UInt8(truncatingIfNeeded: 0xE0 | point >> 12)
      bytes[1] = tail(6)
      bytes[2] = tail(0)
      return 3
    }
    bytes[0] = UInt8(truncatingIfNeeded: 0xF0 | point >> 18)
    bytes[1] = tail(12)
    bytes[2] = tail(6)
    bytes[3] = tail(0)
    return 4
  }
}

/// In how many neighbours of a line each character set sees a lead byte and its continuation: counters that stand upright, one bit of
/// each in a word, so that all are counted at once.
struct PairCounts {
  private var planes: (UInt32, UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0, 0)
  private var number = 0
  /// What is left of Â or Ã whose no-break space has become a space: pairs of the first set.
  var strandedSpaces = 0

  /// As many pairs as are counted: more would not tell more.
  private static let sample = 24

  var isEmpty: Bool { number == 0 && strandedSpaces == 0 }

  /// Counts a pair in all sets of `mask`.
  @inline(__always) mutating func add(_ mask: UInt32) {
    if mask == 0 || number == Self.sample { return }
    number += 1
    var carry = mask
    (planes.0, carry) = (planes.0 ^ carry, planes.0 & carry)
    (planes.1, carry) = (planes.1 ^ carry, planes.1 & carry)
    (planes.2, carry) = (planes.2 ^ carry, planes.2 & carry)
    (planes.3, carry) = (planes.3 ^ carry, planes.3 & carry)
    planes.4 ^= carry
  }

  /// The count of a set, without the spaces.
  private func count(_ set: UInt32) -> Int {
    func bit(_ plane: UInt32, _ place: Int) -> Int { Int(plane >> set & 1) << place }
    return bit(planes.0, 0) + bit(planes.1, 1) + bit(planes.2, 2) + bit(planes.3, 3) + bit(planes.4, 4)
  }

  /// The highest count of all.
  var most: Int {
    var left = UInt32.max
    var most = 0
    for (place, plane) in [(4, planes.4), (3, planes.3), (2, planes.2), (1, planes.1), (0, planes.0)]
    where left & plane != 0 {
      left &= plane
      most |= 1 << place
    }
    return Swift.max(most, count(0) + strandedSpaces)
  }

  /// The sets that count at least `least`, which is above 0.
  func sets(from least: Int) -> UInt32 {
    // Compared plane by plane, from the highest: what is above so far, and what is equal so far.
    var above: UInt32 = 0
    var equal = UInt32.max
    if least >= 32 {
      equal = 0
    } else {
      func compare(_ plane: UInt32, _ place: Int) {
        if least >> place & 1 == 1 {
          equal &= plane
        } else {
          above |= equal & plane
          equal &= ~plane
        }
      }
      compare(planes.4, 4)
      compare(planes.3, 3)
      compare(planes.2, 2)
      compare(planes.1, 1)
      compare(planes.0, 0)
    }
    let others = (above | equal) & ~1
    return count(0) + strandedSpaces >= least ? others | 1 : others
  }
}

/// Reads code points of valid UTF-8.
enum UTF8Reader {
  /// The code point at `at`, which moves behind it.
  @inline(__always) static func point(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt32 {
    let lead = UInt32(bytes[at])
    if lead < 0x80 {
      at += 1
      return lead
    }
    if lead < 0xE0 {
      let point = (lead & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F)
      at += 2
      return point
    }
    if lead < 0xF0 {
      let point = (lead & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
      at += 3
      return point
    }
    let high = (lead & 0x07) << 18 | UInt32(bytes[at + 1] & 0x3F) << 12
    let point = high | UInt32(bytes[at + 2] & 0x3F) << 6 | UInt32(bytes[at + 3] & 0x3F)
    at += 4
    return point
  }
}
