import TextModel

/// A first glance at a line.
///
/// Nearly all misread lines were misread once and wholly, with nothing lost: there every code point that any set has is part of a whole sequence
/// in the set that is chosen.  Such a line is told and repaired from what is not ASCII alone, and so is one in which nothing is misread.
/// Whatever else there is to see, the glance says that it does not know, and the line is taken apart; where it does know, it says what that would
/// have said.
extension MisreadLine {
  /// A code point outside ASCII.
  struct Sign {
    /// Where in the line it starts, and how many bytes it has.
    var start: UInt32
    var row: UInt16
    var glyph: GlyphClass
    var length: UInt8

    @inline(__always) var end: Int { Int(start) &+ Int(length) }
  }

  /// What a glance tells of a line.
  enum Glance {
    case untouched
    /// The repairs lie in `found`, by signs.
    case repaired
    case unknown
  }

  /// Looks at the bytes of a line.
  func glance(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span, _ memory: MisreadMemory) -> Glance {
    reserve(span.count)
    origin = span.start
    let line = UnsafeBufferPointer(rebasing: bytes[span.range])
    guard let count = gatherSigns(line) else { return .unknown }
    if survey.pairs.isEmpty { return .untouched }
    findCandidates()
    trials.removeAll(keepingCapacity: true)
    var mayBeDouble = false
    // The most likely set is read last, and its sequences then lie ready.
    for set in sets.reversed() {
      guard var evidence = signEvidence(line, count, set) else { return .unknown }
      let gain = gain(of: evidence)
      if gain >= Self.threshold {
        if sets.count > 1 { evidence.mayGoOn = mayGoOn(line, count, memory, isSettled: false) }
        trials.append(evidence)
      } else if gain >= Self.threshold / 3, evidence.left == 0 {
        mayBeDouble = true
      }
    }
    if trials.isEmpty { return mayBeDouble ? .unknown : .untouched }
    guard let chosen = choice() else { return .unknown }
    if chosen.set != sets[0] { _ = signEvidence(line, count, chosen.set) }
    if mayGoOn(line, count, memory, isSettled: true) { return .unknown }
    gain = chosen.gain
    return .repaired
  }

  /// The trial to be taken, where it explains all of the line; nil where none does, or where another that is about as good might be right twice
  /// over.
  private func choice() -> Evidence? {
    var chosen = trials[0]
    // Of equals the more likely one.
    for trial in trials.dropFirst() where trial.rank >= chosen.rank { chosen = trial }
    if !chosen.isComplete { return nil }
    var near = 0
    var isSure = true
    for trial in trials where trial.rank >= chosen.rank - Self.nearness {
      near += 1
      isSure = isSure && trial.isComplete && !trial.mayGoOn
    }
    return near == 1 || isSure ? chosen : nil
  }

  /// Fills `signs` and `survey`; nil where something was lost.
  private func gatherSigns(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    let count = findSigns(line)
    // Nothing of the object is asked for in the loop.
    let signs = signs
    let rows = pages.rows
    let lost = pages.lostRow
    let met = met
    let distinct = distinct
    var pairs = PairCounts()
    var whole = UInt32.max
    var odd = 0
    var rowCount = 0
    var isWhole = true
    var leads: UInt32 = 0
    var end = 0
    for k in 0..<count {
      let sign = signs[k]
      let row = Int(sign.row)
      if Int(sign.start) != end { leads = 0 }
      end = sign.end
      if row != 0 {
        odd &+= 1
        pairs.add(rows.tails[row] & leads)
        if !met[row] {
          met[row] = true
          distinct[rowCount] = sign.row
          rowCount &+= 1
          whole &= rows.members[row]
          if row == lost { isWhole = false }
        }
        // What may be left of Â or Ã whose no-break space has become a space; and above, what may have been anything.
        if sign.glyph == .latinOddUpper, end < line.count, line[end] == 0x20 { isWhole = false }
      }
      leads = rows.leads[row]
    }
    close(Survey(odd: odd, pairs: pairs, rowCount: rowCount, whole: whole))
    return isWhole ? count : nil
  }

  /// Fills `signs`, and says how many there are.
  private func findSigns(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(line)
    let rows = pages.rows
    let facts = rows.facts
    var next = signs
    var at = 0
    while at < line.count {
      if line[at] < 0x80 {
        at &+= 1
        while at &+ 8 <= line.count {
          let high = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian & 0x8080_8080_8080_8080
          at &+= high == 0 ? 8 : high.trailingZeroBitCount >> 3
          if high != 0 { break }
        }
        while at < line.count, line[at] < 0x80 { at &+= 1 }
        continue
      }
      let start = at
      let point = UTF8Reader.point(line, &at)
      var sign = Sign(
        start: UInt32(truncatingIfNeeded: start), row: 0, glyph: .space, length: UInt8(truncatingIfNeeded: at &- start))
      if point < UInt32(Codepages.firstWithoutRole) {
        let fact = facts[Int(point)]
        sign.row = fact.row
        sign.glyph = fact.glyph
      } else {
        sign.row = UInt16(truncatingIfNeeded: rows.of(point))
        sign.glyph = GlyphTable.of(point, glyphs)
      }
      next.pointee = sign
      next += 1
    }
    return next - signs
  }

  /// Calls `body` with each run of the sequences that a glance found: its span in the text, and the bytes that take its place.
  func eachGlancedRepair(_ body: (Span, UnsafeBufferPointer<UInt8>) -> Void) {
    let found = found
    let signs = signs
    let bytes = UnsafeMutableRawPointer(spare).assumingMemoryBound(to: UInt8.self)
    var n = 0
    while n < foundCount {
      let start = Int(signs[found[n].start].start)
      var end = start
      var length = 0
      while n < foundCount, Int(signs[found[n].start].start) == end {
        length &+= Self.write(found[n].point, to: bytes + length)
        end = signs[found[n].start &+ found[n].length &- 1].end
        n &+= 1
      }
      body(Span(origin + start, origin + end), UnsafeBufferPointer(start: bytes, count: length))
    }
  }
}
