import TextModel

/// What speaks for a character set, read from the signs of a line in which nothing was lost: there only whole sequences count, as
/// `MisreadReader` finds them with the strictest rigour.
extension MisreadLine {
  /// Reads the signs in one set and fills `found`, by signs; nil where a space may have been a byte.
  func signEvidence(_ line: UnsafeBufferPointer<UInt8>, _ count: Int, _ set: Int) -> Evidence? {
    let signs = signs
    let found = found
    let costs = costs
    let glyphs = glyphs
    let ascii = pages.rows.asciiGlyphs
    let column = pages.column(set)
    let defined = pages.definedC1[set]
    var proof = Proof()
    var left = survey.odd
    var strays = 0
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
      let lead = sign.row == 0 ? 0 : column[Int(sign.row)]
      let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
      var point = UInt32(lead) & (0x7F >> UInt32(length))
      var asItStands = misread
      var cost = asItStands.read(sign.glyph, costs)
      var end = sign.end
      var isWhole = length > 0 && at &+ length <= count
      if isWhole {
        for k in 1..<length {
          let tail = signs[at &+ k]
          let byte = tail.row == 0 ? 0 : column[Int(tail.row)]
          isWhole = isWhole && byte & 0xC0 == 0x80 && Int(tail.start) == end
          point = point << 6 | UInt32(byte & 0x3F)
          cost &+= asItStands.read(tail.glyph, costs)
          end = tail.end
        }
        isWhole = isWhole && MisreadReader.isWellFormed(point, length)
      }
      guard isWhole else {
        if set == 0, length == 2, sign.end < line.count, line[sign.end] == 0x20 { return nil }
        misread.pass(sign.glyph, costs)
        decoded.pass(sign.glyph, costs)
        passed = sign.end
        at &+= 1
        continue
      }
      var asDecoded = decoded
      cost &-= asDecoded.read(GlyphTable.of(point, glyphs), costs)
      let next = at &+ length
      var after = GlyphClass.space
      if end < line.count {
        let isASCII = line[end] < 0x80
        after = isASCII ? ascii[Int(line[end])] : signs[next].glyph
        // What follows counts as well, unless it is a sequence.
        if isASCII || staysAsItIs(next, count, column) {
          var a = asItStands
          var b = asDecoded
          cost &+= a.read(after, costs) &- b.read(after, costs)
        }
        let last = signs[next &- 1].glyph
        if last == .closeQuote || last == .openQuote, costs.isLetter(after), costs.isLetter(signs[next &- 2].glyph),
          !isApostrophe(line, signs[next &- 1])
        {
          cost &+= 8
        }
      }
      let first = sign.length == 2 ? UInt32(line[start] & 0x1F) << 6 | UInt32(line[start &+ 1] & 0x3F) : 0
      // A word by itself.
      if first == 0xC3, start == 0 || line[start - 1] == 0x20, end < line.count, after == .asciiLower || after == .space
      {
        cost &+= 16
      }
      if point < 0xA0, signs[next &- 1].glyph == .c1 { cost &+= MisreadReader.gainOfControl }
      if cost <= MisreadReader.Rigour.strict.minimum {
        misread.pass(sign.glyph, costs)
        decoded.pass(sign.glyph, costs)
        passed = sign.end
        at &+= 1
        continue
      }
      let sequence = MisreadSequence(start: at, length: length, point: point, gain: cost, isWhole: true)
      found[number] = sequence
      number &+= 1
      left &-= length
      if defined != 0 {
        for k in at..<next where isControl(line, signs[k], defined) { strays &+= 1 }
      }
      if proof.isBeyondDoubt {
        proof.add(cost)
      } else {
        var own = cost
        if own > 0 {
          let before = start == 0 ? .space : line[start - 1] < 0x80 ? ascii[Int(line[start - 1])] : signs[at &- 1].glyph
          let standing = Standing(first: first, before: before, after: after)
          own = Swift.min(own, weight(sequence, standing) { signs[at &+ $0].glyph })
        }
        proof.add(sequence, own)
      }
      misread = asItStands
      decoded = asDecoded
      passed = end
      at = next
    }
    foundCount = number
    let isComplete = left == 0
    if left > 0 { left -= strandedSigns(line, count, column) }
    return Evidence(
      set: set, gain: proof.gain, left: left, isComplete: isComplete,
      rank: proof.sum - 10 * strays - 24 * left - pages.distrust(set))
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

  /// Whether no sequence starts at a sign: neither reading changes it.
  @inline(__always) private func staysAsItIs(_ at: Int, _ count: Int, _ column: Codepages.Column) -> Bool {
    let sign = signs[at]
    if sign.row == 0 || column[Int(sign.row)] < 0xC2 { return true }
    guard at &+ 1 < count, Int(signs[at &+ 1].start) == sign.end else { return false }
    let row = signs[at &+ 1].row
    return row != 0 && column[Int(row)] & 0xC0 != 0x80
  }

  private func isApostrophe(_ line: UnsafeBufferPointer<UInt8>, _ sign: Sign) -> Bool {
    let start = Int(sign.start)
    return line[start] == 0xE2 && line[start + 1] == 0x80 && line[start + 2] == 0x99
  }

  /// A C1 control whose byte the set gives to another character.
  private func isControl(_ line: UnsafeBufferPointer<UInt8>, _ sign: Sign, _ defined: UInt32) -> Bool {
    let start = Int(sign.start)
    return line[start] == 0xC2 && line[start + 1] < 0xA0 && defined & 1 << UInt32(line[start + 1] & 0x1F) != 0
  }

  /// How many signs are a lead byte before a space that was a no-break space.
  private func strandedSigns(_ line: UnsafeBufferPointer<UInt8>, _ count: Int, _ column: Codepages.Column) -> Int {
    var number = 0
    for k in 0..<count where signs[k].row != 0 && signs[k].end < line.count && line[signs[k].end] == 0x20 {
      if (0xC2...0xDF).contains(column[Int(signs[k].row)]) { number += 1 }
    }
    return number
  }

  /// Whether there may be another layer below, once all that was found is decoded.
  ///
  /// - Parameter isSettled: Nothing is asked but whether any neighbours look like a lead and its continuation, and could gain by it; else also
  ///   whether a space may have been a byte.
  func mayGoOn(
    _ line: UnsafeBufferPointer<UInt8>, _ count: Int, _ memory: MisreadMemory, isSettled: Bool
  ) -> Bool {
    let rows = pages.rows
    var hasPairs = false
    var hasStrands = false
    var leads: UInt32 = 0
    var end = 0
    var n = 0
    var at = 0
    while at < count {
      let start = Int(signs[at].start)
      var row = Int(signs[at].row)
      if n < foundCount, found[n].start == at {
        row = rows.of(found[n].point)
        at &+= found[n].length
        n &+= 1
      } else {
        at &+= 1
      }
      if start == end, rows.tails[row] & leads != 0 { hasPairs = true }
      end = signs[at &- 1].end
      leads = rows.leads[row]
      if rows.leads2[row] & 1 != 0, end < line.count, line[end] == 0x20 {
        hasStrands = true
        if rows.byte(row, 0) & 0xFE == 0xC2 { hasPairs = true }
      }
    }
    if hasStrands, hasPairs || !isSettled { return true }
    return hasPairs && canGainOnceMore(line, memory)
  }

  /// Whether anything could be gained by decoding once more what was found.
  private func canGainOnceMore(_ line: UnsafeBufferPointer<UInt8>, _ memory: MisreadMemory) -> Bool {
    let decoded = UnsafeMutableRawPointer(spare).assumingMemoryBound(to: UInt8.self)
    var length = 0
    var done = 0
    for n in 0..<foundCount {
      let start = Int(signs[found[n].start].start)
      (decoded + length).initialize(from: line.baseAddress! + done, count: start - done)
      length += start - done
      length += Self.write(found[n].point, to: decoded + length)
      done = signs[found[n].start + found[n].length - 1].end
    }
    (decoded + length).initialize(from: line.baseAddress! + done, count: line.count - done)
    length += line.count - done
    var gate = MisreadGate(UnsafeBufferPointer(start: decoded, count: length), memory, places, passesOrdinary: false)
    return gate.next() != nil
  }
}
