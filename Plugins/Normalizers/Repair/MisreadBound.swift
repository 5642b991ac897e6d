import TextModel

/// The most that a sequence can gain by being decoded, seen from its neighbours alone.
///
/// Correct text is full of neighbours that some set takes for a sequence: `’é` in French, in Mac Roman.  Nearly all of them would make the
/// text less plausible, and a line that has no others need not be looked at.
struct MisreadBound {
  /// What may be a sequence: where it starts and ends in the text, and the rows of its characters.
  struct Candidate {
    var start: Int
    var end = 0
    var rows: (Int, Int, Int, Int)
    var length = 0

    @inline(__always) func row(_ k: Int) -> Int {
      switch k {
      case 0: rows.0
      case 1: rows.1
      case 2: rows.2
      default: rows.3
      }
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let memory: MisreadMemory
  private let rows = Codepages.all.rows
  private let costs = Plausibility.table
  private let glyphs = GlyphTable.classes
  /// What the sequence costs as it stands, at most; with what may speak for it besides.
  private var cost = 0
  /// The class before it, and the sets in which that may be the end of another sequence: none for ASCII, which no decoding changes.
  private var before = GlyphClass.space
  private var unsettled: UInt32 = 0
  /// The script of the last letter before it, 0 where that is not seen, and the sets in which the letter may be part of another sequence.
  private var script: UInt8 = 0
  private var unsettledScript: UInt32 = 0
  /// The class behind it, what it costs as it stands, and whether it stays in all sets.
  private var after: (glyph: GlyphClass, cost: Int, stays: Bool)?

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ memory: MisreadMemory) {
    self.bytes = bytes
    self.memory = memory
  }

  /// Whether it can gain anything in one of the sets, which are those in which its characters are a sequence.
  mutating func canGain(_ candidate: Candidate, in sets: UInt32) -> Bool {
    guard let key = key(candidate) else { return compute(candidate, in: sets) }
    if let known = memory[key] { return known }
    let answer = compute(candidate, in: sets)
    memory[key] = answer
    return answer
  }

  /// All that the answer hangs on, where it is not much: the sequence, a letter or a line's start before it, and what is behind it.
  private func key(_ candidate: Candidate) -> UInt64? {
    if candidate.length > 3 { return nil }
    var before: UInt64 = 0xFFFF
    if candidate.start > 0, bytes[candidate.start - 1] != 0x0A {
      var at = candidate.start - 1
      while UTF8Cursor.isContinuation(bytes[at]) { at -= 1 }
      let (row, glyph) = character(at)
      if costs.rows[Int(glyph.rawValue)].script == 0 { return nil }
      before = UInt64(row) << 6 | UInt64(glyph.rawValue)
    }
    var after: UInt64 = 0xFFFF
    if candidate.end < bytes.count, bytes[candidate.end] != 0x0A {
      let (row, glyph) = character(candidate.end)
      after = UInt64(row) << 6 | UInt64(glyph.rawValue)
    }
    let rows = UInt64(candidate.rows.0) << 20 | UInt64(candidate.rows.1) << 10 | UInt64(candidate.rows.2)
    return rows << 32 | before << 16 | after
  }

  /// The row and class of the character at an offset.
  @inline(__always) private func character(_ offset: Int) -> (row: Int, glyph: GlyphClass) {
    var at = offset
    let point = UTF8Reader.point(bytes, &at)
    if point < UInt32(Codepages.firstWithoutRole) {
      let facts = rows.facts[Int(point)]
      return (Int(facts.row), facts.glyph)
    }
    return (rows.of(point), GlyphTable.of(point, glyphs))
  }

  @inline(never) private mutating func compute(_ candidate: Candidate, in sets: UInt32) -> Bool {
    measure(candidate)
    var left = sets
    var last: UInt32 = 0
    while left != 0 {
      let set = left.trailingZeroBitCount
      left &= left - 1
      var decoded = UInt32(rows.byte(candidate.rows.0, set)) & (0x7F >> UInt32(candidate.length))
      for k in 1..<candidate.length { decoded = decoded << 6 | UInt32(rows.byte(candidate.row(k), set) & 0x3F) }
      if decoded == last { continue }
      last = decoded
      let isKnown = (unsettled & 1 << set == 0, unsettledScript & 1 << set == 0)
      if cost + least(decoded, isKnown) > 0 { return true }
    }
    return false
  }

  /// Reads it and what stands beside it.
  @inline(__always) private mutating func measure(_ candidate: Candidate) {
    var (state, slack) = standing(before: candidate.start)
    cost = slack
    for k in 0..<candidate.length { cost += state.read(rows.glyphs[candidate.row(k)], costs) }
    if rows.glyphs[candidate.rows.1] == .c1, candidate.length == 2 { cost += MisreadReader.gainOfControl }
    // U+00C2 and U+00C3.
    if bytes[candidate.start] == 0xC3, bytes[candidate.start + 1] & 0xFE == 0x82 { cost += 16 }
    after = nil
    var at = candidate.end
    guard at < bytes.count, bytes[at] != 0x0A else { return }
    let point = UTF8Reader.point(bytes, &at)
    let next = GlyphTable.of(point, glyphs)
    if costs.isLetter(next), endsInQuoteBehindLetter(candidate) { cost += 8 }
    after = (next, state.read(next, costs), point < 0x80 || rows.of(point) == 0)
  }

  /// Whether it ends in a quotation mark behind a letter.
  private func endsInQuoteBehindLetter(_ candidate: Candidate) -> Bool {
    switch rows.glyphs[candidate.row(candidate.length - 1)] {
    case .openQuote, .closeQuote: costs.isLetter(rows.glyphs[candidate.row(candidate.length - 2)])
    default: false
    }
  }

  /// The text before, as it stands, and what its script may cost beyond what is seen.
  @inline(__always) private mutating func standing(before start: Int) -> (Plausibility, slack: Int) {
    var previous = GlyphClass.space
    var capitals = 0
    var isRun = true
    var isASCII = true
    var at = start
    before = .space
    unsettled = 0
    script = 0
    unsettledScript = .max
    for step in 0..<4 {
      if at == 0 || bytes[at - 1] == 0x0A {
        return (Plausibility(behind: previous, script: 0, capitals: capitals, costs), 0)
      }
      let end = at
      at -= 1
      while UTF8Cursor.isContinuation(bytes[at]) { at -= 1 }
      var from = at
      let point = UTF8Reader.point(bytes, &from)
      let glyph = GlyphTable.of(point, glyphs)
      let doubt = end - at > 1 ? rows.tails[rows.of(point)] : 0
      if step == 0 {
        previous = glyph
        before = glyph
        unsettled = doubt
      }
      let row = costs.rows[Int(glyph.rawValue)]
      isRun = isRun && row.kind == .upper
      if isRun { capitals += 1 }
      if row.script != 0 {
        script = row.script
        // With a sign behind it, it may be the lead of a sequence.
        unsettledScript = isASCII ? doubt : .max
        return (Plausibility(behind: previous, script: row.script, capitals: capitals, costs), 0)
      }
      isASCII = isASCII && end - at == 1
    }
    return (Plausibility(behind: previous, script: 0, capitals: capitals, costs), 20)
  }

  /// What is left of the gain when the least that the decoded code point costs is taken off.
  ///
  /// - Parameter isKnown: Whether the character before it, and the last letter, stay as they are in the set.
  @inline(__always) private func least(_ decoded: UInt32, _ isKnown: (before: Bool, script: Bool)) -> Int {
    let glyph = GlyphTable.of(decoded, glyphs)
    let row = costs.rows[Int(glyph.rawValue)]
    var gain = 0
    if isKnown.before {
      gain -= Int(costs.pairs[Int(before.rawValue) * Plausibility.Costs.width + Int(glyph.rawValue)])
    } else {
      gain -= Int(costs.least[Int(glyph.rawValue)])
    }
    if row.script != 0, isKnown.script {
      gain -= Plausibility.change(from: script, to: row.script, isKnown.before && costs.isLetter(before))
    }
    if row.kind == .upper { gain += 4 }
    guard let after else { return gain }
    let next = costs.rows[Int(after.glyph.rawValue)]
    var behind = Int(costs.pairs[Int(glyph.rawValue) * Plausibility.Costs.width + Int(after.glyph.rawValue)])
    if next.script != 0, row.script != 0 {
      behind += Plausibility.change(from: row.script, to: next.script, row.isLetter)
    }
    if next.kind == .upper { behind -= 4 }
    return gain + (after.stays ? after.cost - behind : Swift.max(0, after.cost - behind))
  }
}
