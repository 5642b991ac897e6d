import TextModel

/// The most that a sequence can gain by being decoded, seen from its neighbours alone.
///
/// Correct text is full of neighbours that some set takes for a sequence: `’é` in French, in Mac Roman.  Nearly all of them would make the
/// text less plausible, and a line that has no others need not be looked at.
struct MisreadBound {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let pages: Codepages
  private let points: (UInt32, UInt32, UInt32, UInt32)
  private let length: Int
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

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ pages: Codepages, _ start: Int, _ end: Int,
    _ points: (UInt32, UInt32, UInt32, UInt32), _ length: Int
  ) {
    self.bytes = bytes
    self.pages = pages
    self.points = points
    self.length = length
    var (state, slack) = standing(before: start)
    cost = slack
    for k in 0..<length { cost += state.read(GlyphTable.of(point(k), glyphs), costs) }
    if points.0 & ~1 == 0xC2 { cost += 16 }
    var at = end
    if at < bytes.count, bytes[at] != 0x0A {
      let point = UTF8Reader.point(bytes, &at)
      let next = GlyphTable.of(point, glyphs)
      if isQuoteBehindLetter(), costs.isLetter(next) { cost += 8 }
      after = (next, state.read(next, costs), point < 0x80 || pages.row(point) == 0)
    }
  }

  /// Whether it ends in a quotation mark that no apostrophe is, behind a letter.
  private func isQuoteBehindLetter() -> Bool {
    let last = point(length - 1)
    switch GlyphTable.of(last, glyphs) {
    case .openQuote, .closeQuote: return last != 0x2019 && costs.isLetter(GlyphTable.of(point(length - 2), glyphs))
    default: return false
    }
  }

  private func point(_ k: Int) -> UInt32 {
    switch k {
    case 0: points.0
    case 1: points.1
    case 2: points.2
    default: points.3
    }
  }

  /// The text before, as it stands, and what its script may cost beyond what is seen.
  private mutating func standing(before start: Int) -> (Plausibility, slack: Int) {
    var previous: GlyphClass?
    var capitals = 0
    var isRun = true
    var isASCII = true
    var at = start
    for _ in 0..<4 {
      if at == 0 || bytes[at - 1] == 0x0A {
        return (Plausibility(behind: previous ?? .space, script: 0, capitals: capitals), 0)
      }
      let end = at
      at -= 1
      while UTF8Cursor.isContinuation(bytes[at]) { at -= 1 }
      var from = at
      let point = UTF8Reader.point(bytes, &from)
      let glyph = GlyphTable.of(point, glyphs)
      let doubt = end - at > 1 ? pages.tails[pages.row(point)] : 0
      if previous == nil {
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
        return (Plausibility(behind: previous ?? .space, script: row.script, capitals: capitals), 0)
      }
      isASCII = isASCII && end - at == 1
    }
    return (Plausibility(behind: previous ?? .space, script: 0, capitals: capitals), 20)
  }

  /// Whether it can gain anything in one of the sets.
  func canGain(in sets: UInt32) -> Bool {
    var left = sets
    var last: UInt32 = 0
    while left != 0 {
      let set = left.trailingZeroBitCount
      left &= left - 1
      var decoded = UInt32(pages.byte(pages.row(points.0), set)) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
      for k in 1..<length { decoded = decoded << 6 | UInt32(pages.byte(pages.row(point(k)), set) & 0x3F) }
      if decoded == last { continue }
      last = decoded
      let isKnown = (unsettled & 1 << set == 0, unsettledScript & 1 << set == 0)
      if cost + least(decoded, isKnown) > 0 { return true }
    }
    return false
  }

  /// What is left of the gain when the least that the decoded code point costs is taken off.
  ///
  /// - Parameter isKnown: Whether the character before it, and the last letter, stay as they are in the set.
  private func least(_ decoded: UInt32, _ isKnown: (before: Bool, script: Bool)) -> Int {
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
