import TextModel

/// One line under repair: its code points, each with the bytes of the text that it came from.
///
/// A round looks for the character set in which most of the line's oddities turn out to be UTF-8, and decodes them; rounds go on
/// until nothing is gained, so text that was misread several times, or by several programs, is unwound layer by layer.
struct MisreadLine {
  /// A code point, and where in the text it, or what it was made of, stands.
  struct Element {
    var point: UInt32
    var row: UInt16
    var glyph: GlyphClass
    var isRepaired: Bool
    var start: Int
    var end: Int
  }

  /// Where the evidence must be at least this much better than the line as it stands, in half bits.  Half a million to one
  /// against an accident, before the accident of being valid UTF-8 at all is counted.
  static let threshold = 25
  /// More layers than anybody has seen.
  static let maximumRounds = 8

  private(set) var elements: [Element] = []
  /// What all rounds gained.
  private(set) var gain = 0
  private let pages = Codepages.all
  private var found: [MisreadSequence] = []
  /// The set of the layer that was taken off last.
  private var last = -1
  /// How many characters could be bytes of a misread text, and have not been repaired.
  private var odd = 0

  /// Takes the bytes of a line.  Of a long run of ASCII only the ends are taken: what stands beside the oddities, and all that the
  /// rules of repair look at.
  mutating func load(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span) {
    elements.removeAll(keepingCapacity: true)
    gain = 0
    elements.reserveCapacity(Swift.min(span.count, 1024))
    var at = span.start
    while at < span.end {
      if bytes[at] < 0x80 {
        var end = at + 1
        while end < span.end, bytes[end] < 0x80 { end += 1 }
        if end - at <= Self.after + Self.before {
          loadASCII(bytes, at..<end)
        } else {
          loadASCII(bytes, at..<at + Self.after)
          loadASCII(bytes, end - Self.before..<end)
        }
        at = end
        continue
      }
      let start = at
      elements.append(element(UTF8Reader.point(bytes, &at), start, at))
    }
  }

  /// How much of a run of ASCII is looked at behind and before what is not ASCII.
  private static let after = 8
  private static let before = 4

  @inline(__always)
  private mutating func loadASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    for at in range {
      elements.append(
        Element(
          point: UInt32(bytes[at]), row: 0, glyph: pages.asciiGlyphs[Int(bytes[at])], isRepaired: false, start: at,
          end: at + 1))
    }
  }

  @inline(__always)
  private func element(_ point: UInt32, _ start: Int, _ end: Int, repaired: Bool = false) -> Element {
    let row = point < 0x80 ? 0 : pages.row(point)
    return Element(
      point: point, row: UInt16(truncatingIfNeeded: row), glyph: row != 0 ? pages.glyphs[row] : GlyphClass.of(point),
      isRepaired: repaired, start: start, end: end)
  }

  /// Unwinds all layers.  True where anything changed.
  mutating func repair() -> Bool {
    var rounds = 0
    last = -1
    while rounds < Self.maximumRounds, let set = repairOnce() {
      last = set
      rounds += 1
    }
    return rounds > 0
  }

  /// One layer.  The set it was misread in; nil where nothing is misread.
  private mutating func repairOnce() -> Int? {
    odd = 0
    for element in elements where element.row != 0 && !element.isRepaired { odd += 1 }
    var trials: [Evidence] = []
    var weak: [Evidence] = []
    let sets = candidates()
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
    guard var chosen = trials.max(by: { $0.rank < $1.rank }) ?? weakButDouble(weak) else { return nil }
    if trials.count > 1 {
      let rivals = trials.filter { $0.rank >= chosen.rank - 120 }.sorted { $0.rank > $1.rank }.prefix(3)
      if rivals.count > 1 { chosen = lookAhead(rivals) }
    }
    gain += chosen.gain
    // Where one set was tried and explains everything, its sequences lie ready.
    if sets.count == 1, chosen.isComplete { return decode(found) ? chosen.set : nil }
    return decode(chosen) ? chosen.set : nil
  }

  /// A set that gains little, but whose result is plainly misread in the same set once more.
  private mutating func weakButDouble(_ weak: [Evidence]) -> Evidence? {
    if weak.isEmpty { return nil }
    let before = elements
    let oddBefore = odd
    defer {
      elements = before
      odd = oddBefore
    }
    odd = 0
    for trial in weak {
      _ = decode(trial)
      let next = evidence(trial.set)
      if next.gain >= Self.threshold, next.gain + trial.gain >= Self.threshold * 3 / 2, next.left == 0 { return trial }
      elements = before
    }
    return nil
  }

  /// Of sets that explain a line about equally well, the one whose result makes the most sense when the same set is
  /// tried on it once more: text misread twice was mostly misread twice the same way.
  private mutating func lookAhead(_ rivals: ArraySlice<Evidence>) -> Evidence {
    let before = elements
    let oddBefore = odd
    defer { odd = oddBefore }
    odd = 0
    var best = rivals[rivals.startIndex]
    var bestRank = Int.min
    for rival in rivals {
      _ = decode(rival)
      let next = evidence(rival.set)
      let rank = rival.rank + (next.gain >= Self.threshold ? Swift.max(next.rank, 0) : 0)
      if rank > bestRank {
        best = rival
        bestRank = rank
      }
      elements = before
    }
    return best
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

  /// The character sets worth trying, best first: those in which the most neighbours look like a lead and its continuation;
  /// of those that read the line all the same, the first.
  private func candidates() -> [Int] {
    guard hasPair() else { return [] }
    var counts = [Int](repeating: 0, count: Codepages.width)
    var previous = 0
    var pairsSeen = 0
    var whole = UInt32.max
    for element in elements {
      let row = Int(element.row)
      if row != 0 {
        whole &= pages.members[row]
        if previous != 0, pairsSeen < Self.sample {
          var pairs = pages.tails[row] & (pages.leads2[previous] | pages.leads3[previous] | pages.leads4[previous])
          if pairs != 0 { pairsSeen += 1 }
          while pairs != 0 {
            counts[pairs.trailingZeroBitCount] += 1
            pairs &= pairs - 1
          }
        }
      } else if element.point == 0x20, previous != 0, pages.byte(previous, 0) & 0xFE == 0xC2 {
        counts[0] += 1
      }
      previous = row
    }
    counts.removeLast(counts.count - pages.names.count)
    guard let most = counts.max(), most > 0 else { return [] }
    // Sets that have all of the line's characters, where there are such with about as many pairs.
    let wholes = counts.indices.filter { whole & 1 << UInt32($0) != 0 && counts[$0] * 4 >= most * 3 }
    let fit = wholes.isEmpty ? counts.indices.filter { counts[$0] * 2 >= most } : wholes
    var kept: [Int] = []
    for set in fit.sorted(by: { counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1 })
    where !kept.contains(where: { readsTheSame($0, set) }) {
      kept.append(set)
    }
    return kept
  }

  /// Whether there is any such pair: after the last layer there is none, and nothing else need be asked.
  private func hasPair() -> Bool {
    var previous = 0
    for element in elements {
      let row = Int(element.row)
      if previous != 0 {
        if row != 0 {
          if pages.tails[row] & (pages.leads2[previous] | pages.leads3[previous] | pages.leads4[previous]) != 0 {
            return true
          }
        } else if element.point == 0x20, pages.byte(previous, 0) & 0xFE == 0xC2 {
          return true
        }
      }
      previous = row
    }
    return false
  }

  /// As many pairs as are counted: more would not tell more.
  private static let sample = 24

  /// Whether two sets take every character of the line for the same byte, and would have written the same controls.
  private func readsTheSame(_ a: Int, _ b: Int) -> Bool {
    for element in elements where element.row != 0 {
      let row = Int(element.row)
      if pages.byte(row, a) != pages.byte(row, b) { return false }
      if element.point == 0xFFFD, pages.undefinedTails[a] != pages.undefinedTails[b] { return false }
    }
    return true
  }

  /// What speaks for a set.  A sequence that occurs again and again proves little more than once.
  private mutating func evidence(_ set: Int) -> Evidence {
    read(set, .strict)
    var total = 0
    var rank = 0
    var seen: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    var left = odd
    let defined = pages.definedC1[set]
    for sequence in found {
      for k in sequence.start..<sequence.start + sequence.length where elements[k].row != 0 {
        if !elements[k].isRepaired { left -= 1 }
        let point = elements[k].point
        if point >= 0x80, point < 0xA0, defined & 1 << (point - 0x80) != 0 { rank -= 10 }
      }
      rank += sequence.gain
      if sequence.gain <= 0 { continue }
      let point = sequence.point
      if point == seen.0 || point == seen.1 || point == seen.2 || point == seen.3 {
        total += Swift.min(sequence.gain / 4, 2)
      } else {
        total += set == last ? sequence.gain : Swift.min(sequence.gain, weight(sequence))
        seen = (point, seen.0, seen.1, seen.2)
      }
    }
    let isComplete = left == 0
    if left > 0 { left -= stranded(set) }
    return Evidence(set: set, gain: total, left: left, isComplete: isComplete, rank: rank - 24 * left)
  }

  /// How many of the unexplained are a lead byte before a space that was a no-break space: once the set is proven they will be read.
  private func stranded(_ set: Int) -> Int {
    var count = 0
    for k in elements.indices.dropLast()
    where elements[k + 1].point == 0x20 && elements[k].row != 0 && !elements[k].isRepaired {
      if (0xC2...0xDF).contains(pages.byte(Int(elements[k].row), set)) { count += 1 }
    }
    return count
  }

  /// The most that a sequence may prove.  Signs among signs are often drawn, not written: they prove little, and frames of box characters nothing
  /// unless they go on
  /// with a word.
  private func weight(_ sequence: MisreadSequence) -> Int {
    let end = sequence.start + sequence.length
    var isFrame = true
    for k in sequence.start..<end {
      if elements[k].glyph.isLetter { return Int.max }
      if elements[k].glyph != .box { isFrame = false }
    }
    let before = sequence.start > 0 ? elements[sequence.start - 1].glyph : .space
    let after = end < elements.count ? elements[end].glyph : .space
    if isFrame {
      return before == .asciiLower && GlyphClass.of(sequence.point) == .latinLower ? Int.max : 0
    }
    let isBeside = before.isLetter || after.isLetter || before == .digit || after == .digit
    return isBeside ? Int.max : Self.threshold / 2
  }

  /// Decodes what a proven set explains: now also what is damaged in it, and what proves nothing by itself.
  private mutating func decode(_ evidence: Evidence) -> Bool {
    read(evidence.set, evidence.left == 0 ? .whole : .mixed)
    return decode(found)
  }

  /// Fills `found`.
  private mutating func read(_ set: Int, _ rigour: MisreadReader.Rigour) {
    elements.withUnsafeBufferPointer {
      MisreadReader(pages: pages, set: set, elements: $0).read(rigour, into: &found)
    }
  }

  /// Puts the decoded code points in place.
  private mutating func decode(_ sequences: [MisreadSequence]) -> Bool {
    guard !sequences.isEmpty else { return false }
    var write = 0
    var read = 0
    for sequence in sequences {
      while read < sequence.start {
        elements[write] = elements[read]
        write += 1
        read += 1
      }
      let end = sequence.start + sequence.length
      elements[write] = element(sequence.point, elements[read].start, elements[end - 1].end, repaired: true)
      write += 1
      read = end
    }
    elements.replaceSubrange(write..<read, with: EmptyCollection())
    return true
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
