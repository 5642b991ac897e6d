import TextModel

/// A first glance at a line.
///
/// Nearly all misread lines were misread once, in one character set, with nothing lost: there every code point that any set has is part of a
/// whole sequence in that set.  Such a line is told and repaired from what is not ASCII alone.  Whatever else there is to see, the glance says
/// that it does not know, and the line is taken apart; where it does know, it says what that would have said.
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
  func glance(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span) -> Glance {
    reserve(span.count)
    origin = span.start
    let line = UnsafeBufferPointer(rebasing: bytes[span.range])
    guard let count = gatherSigns(line) else { return .unknown }
    if survey.pairs.isEmpty { return .untouched }
    findCandidates()
    guard sets.count == 1, let proof = readSigns(line, count, sets[0]), proof >= Self.threshold, !isOdd(line) else {
      return .unknown
    }
    gain = proof
    return .repaired
  }

  /// Fills `signs` and `survey`; nil where something was lost.
  private func gatherSigns(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    let count = findSigns(line)
    let signs = signs
    let rows = pages.rows
    let lost = pages.lostRow
    var survey = Survey()
    var isWhole = true
    var previous = 0
    var end = 0
    for k in 0..<count {
      let sign = signs[k]
      let row = Int(sign.row)
      if Int(sign.start) != end { previous = 0 }
      end = sign.end
      if row != 0 {
        survey.odd &+= 1
        if previous != 0 { survey.pairs.add(rows.tails[row] & rows.leads[previous]) }
        gather(row, &survey)
        // What may be left of Â or Ã whose no-break space has become a space; and what may have been anything.
        if sign.glyph == .latinOddUpper, end < line.count, line[end] == 0x20 { isWhole = false }
        if row == lost { isWhole = false }
      }
      previous = row
    }
    close(survey)
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

  /// Reads the signs in one set and fills `found`; nil where any that the set has is not part of a whole sequence, else what all prove.
  private func readSigns(_ line: UnsafeBufferPointer<UInt8>, _ count: Int, _ set: Int) -> Int? {
    let signs = signs
    let found = found
    let costs = costs
    let glyphs = glyphs
    let ascii = pages.rows.asciiGlyphs
    let column = pages.column(set)
    var proof = Proof()
    var misread = Plausibility()
    var decoded = Plausibility()
    var number = 0
    // How far in the line the two have been moved.
    var passed = 0
    var at = 0
    while at < count {
      let sign = signs[at]
      let start = Int(sign.start)
      if passed < start { pass(&misread, &decoded, line, passed, start) }
      if sign.row == 0 {
        misread.pass(sign.glyph, costs)
        decoded.pass(sign.glyph, costs)
        passed = sign.end
        at &+= 1
        continue
      }
      let lead = column[Int(sign.row)]
      let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
      if length == 0 || at &+ length > count { return nil }
      var point = UInt32(lead) & (0x7F >> UInt32(length))
      var cost = misread.read(sign.glyph, costs)
      var end = sign.end
      for k in 1..<length {
        let tail = signs[at &+ k]
        let byte = tail.row == 0 ? 0 : column[Int(tail.row)]
        if byte & 0xC0 != 0x80 || Int(tail.start) != end { return nil }
        point = point << 6 | UInt32(byte & 0x3F)
        cost &+= misread.read(tail.glyph, costs)
        end = tail.end
      }
      if !MisreadReader.isWellFormed(point, length) { return nil }
      cost &-= decoded.read(GlyphTable.of(point, glyphs), costs)
      passed = end
      let next = at &+ length
      var after = GlyphClass.space
      if end < line.count {
        let isASCII = line[end] < 0x80
        after = isASCII ? ascii[Int(line[end])] : signs[next].glyph
        // What follows counts as well, unless it is a sequence.
        if isASCII || signs[next].row == 0 {
          var a = misread
          var b = decoded
          cost &+= a.read(after, costs) &- b.read(after, costs)
        }
        let last = signs[next &- 1].glyph
        if last == .closeQuote || last == .openQuote, costs.isLetter(after), costs.isLetter(signs[next &- 2].glyph),
          !isApostrophe(line, signs[next &- 1])
        {
          cost &+= 8
        }
      }
      let first = UInt32(line[start] & 0x1F) << 6 | UInt32(line[start &+ 1] & 0x3F)
      if sign.length == 2, first == 0xC3, start == 0 || line[start - 1] == 0x20, end < line.count,
        after == .asciiLower || after == .space
      {
        cost &+= 16
      }
      if cost <= MisreadReader.Rigour.strict.minimum { return nil }
      let sequence = MisreadSequence(start: at, length: length, point: point, gain: cost, isWhole: true)
      found[number] = sequence
      number &+= 1
      if proof.isBeyondDoubt {
        proof.add(cost)
      } else {
        var own = cost
        if own > 0 {
          let before = start == 0 ? .space : line[start - 1] < 0x80 ? ascii[Int(line[start - 1])] : signs[at &- 1].glyph
          let standing = Standing(first: sign.length == 2 ? first : 0, before: before, after: after)
          own = Swift.min(own, weight(sequence, standing) { signs[at &+ $0].glyph })
        }
        proof.add(sequence, own)
      }
      at = next
    }
    foundCount = number
    return proof.gain
  }

  /// Moves two readings on over a run of ASCII, of which only the ends are looked at, as where a line is taken apart.
  @inline(__always) private func pass(
    _ a: inout Plausibility, _ b: inout Plausibility, _ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) {
    let ascii = pages.rows.asciiGlyphs
    if end &- start <= Self.after + Self.before {
      Plausibility.pass(&a, &b, costs, end &- start) { ascii[Int(line[start &+ $0])] }
    } else {
      Plausibility.pass(&a, &b, costs, Self.after + Self.before) {
        ascii[Int(line[$0 < Self.after ? start &+ $0 : end &- (Self.after + Self.before) &+ $0])]
      }
    }
  }

  private func isApostrophe(_ line: UnsafeBufferPointer<UInt8>, _ sign: Sign) -> Bool {
    let start = Int(sign.start)
    return line[start] == 0xE2 && line[start + 1] == 0x80 && line[start + 2] == 0x99
  }

  /// Whether anything could be misread once more.
  private func isOdd(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let rows = pages.rows
    var previous = 0
    var end = 0
    for n in 0..<foundCount {
      let sequence = found[n]
      let row = rows.of(sequence.point)
      let start = Int(signs[sequence.start].start)
      if row != 0, previous != 0, start == end, rows.tails[row] & rows.leads[previous] != 0 { return true }
      end = signs[sequence.start + sequence.length - 1].end
      if row != 0, rows.byte(row, 0) & 0xFE == 0xC2, end < line.count, line[end] == 0x20 { return true }
      previous = row
    }
    return false
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
