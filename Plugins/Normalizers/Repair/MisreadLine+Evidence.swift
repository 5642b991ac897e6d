/// What speaks for the character sets that a line may have been misread in.
extension MisreadLine {
  /// What a line has that is not ASCII.
  struct Survey {
    /// How many characters could be bytes of a misread text, and have not been repaired.
    var odd = 0
    /// The neighbours that look like a lead and its continuation.
    var pairs = PairCounts()
    /// How many different rows there are, and which sets have all of these characters.
    var rowCount = 0
    var whole = UInt32.max
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
    /// Another layer may be below; where it is not known, false.
    var mayGoOn = false
  }

  /// What sequences prove together.  One that occurs again and again proves little more than where it proves most; and what makes the line
  /// less plausible speaks against all the others.
  struct Proof {
    private var total = 0
    /// All gains and losses.
    private(set) var sum = 0
    // The last four that were met, and what they count.
    private var seen: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    private var counted: (Int, Int, Int, Int) = (0, 0, 0, 0)

    var gain: Int { Swift.min(total, sum) }

    /// Enough is proven for any use of it, and only losses count from here on.
    @inline(__always) var isBeyondDoubt: Bool { total >= 2 * MisreadLine.threshold }

    /// Adds a sequence where the proof is beyond doubt.
    @inline(__always) mutating func add(_ gain: Int) { sum &+= gain }

    /// - Parameter own: What the sequence would prove by itself.
    @inline(__always) mutating func add(_ sequence: MisreadSequence, _ own: Int) {
      sum &+= sequence.gain
      if sequence.gain <= 0 { return }
      let more = Swift.min(sequence.gain / 4, 2)
      func again(_ before: inout Int) {
        total &+= Swift.max(own &- before, more)
        before = Swift.max(own, before)
      }
      switch sequence.point {
      case seen.0: again(&counted.0)
      case seen.1: again(&counted.1)
      case seen.2: again(&counted.2)
      case seen.3: again(&counted.3)
      default:
        total &+= own
        seen = (sequence.point, seen.0, seen.1, seen.2)
        counted = (own, counted.0, counted.1, counted.2)
      }
    }
  }

  /// The character sets worth trying, best first: those in which the most neighbours look like a lead and its continuation;
  /// of those that read the line all the same, the first.
  func findCandidates() {
    sets.removeAll(keepingCapacity: true)
    let pairs = survey.pairs
    let most = pairs.most
    // Sets that have all of the line's characters, where there are such with about as many pairs.
    let limit = (most * 3 + 3) / 4
    var fit = survey.whole & pairs.sets(from: limit)
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

  /// Whether two sets take every character of the line for the same byte, and would have written the same controls.
  private func readsTheSame(_ a: Int, _ b: Int) -> Bool {
    let rows = pages.rows
    for k in 0..<survey.rowCount {
      let row = Int(distinct[k])
      if rows.byte(row, a) != rows.byte(row, b) { return false }
      if row == pages.lostRow, pages.lostTailBits[a] != pages.lostTailBits[b] { return false }
    }
    return true
  }

  /// What speaks for a set.
  func evidence(_ set: Int) -> Evidence {
    read(set, .strict)
    var proof = Proof()
    var strays = 0
    var left = survey.odd
    let defined = pages.definedC1[set]
    // Nothing is decoded yet, and no control is a stray.
    let isPlain = isUntouched && defined == 0
    let found = found
    let elements = elements
    for n in 0..<foundCount {
      let sequence = found[n]
      if isPlain, sequence.isWhole {
        left -= sequence.length
      } else {
        for k in sequence.start..<sequence.start + sequence.length where elements[k].row != 0 {
          if !elements[k].isRepaired { left -= 1 }
          let point = elements[k].point
          if point &- 0x80 < 0x20, defined & 1 << (point & 0x1F) != 0 { strays += 1 }
        }
      }
      var own = sequence.gain
      if own > 0, set != last { own = Swift.min(own, weight(sequence)) }
      proof.add(sequence, own)
    }
    let isComplete = left == 0
    if left > 0 { left -= stranded(set) }
    return Evidence(
      set: set, gain: proof.gain, left: left, isComplete: isComplete,
      rank: proof.sum - 10 * strays - 24 * left - pages.distrust(set))
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

  /// The most that a sequence may prove.
  private func weight(_ sequence: MisreadSequence) -> Int {
    let end = sequence.start + sequence.length
    let elements = elements
    let standing = Standing(
      first: elements[sequence.start].point, before: sequence.start > 0 ? elements[sequence.start - 1].glyph : .space,
      after: end < count ? elements[end].glyph : .space)
    return weight(sequence, standing) { elements[sequence.start &+ $0].glyph }
  }

  /// Where a sequence stands: its first code point, and the classes on both sides; spaces at the ends of a line.
  struct Standing {
    var first: UInt32
    var before: GlyphClass
    var after: GlyphClass
  }

  /// The most that a sequence may prove, whose classes are told by their number.  Signs among signs are often drawn, not written: they prove
  /// little, and frames of box characters nothing unless they go on with a word.  Neither does one capital with a sign behind it, `Ä€`, that
  /// no letter touches.
  @inline(__always) func weight(
    _ sequence: MisreadSequence, _ standing: Standing, _ glyph: (Int) -> GlyphClass
  ) -> Int {
    let first = glyph(0)
    let last = glyph(sequence.length - 1)
    let before = standing.before
    let after = standing.after
    if costs.isLetter(first) {
      // Two letters or more are a word, and so is one that does not stand by itself.
      let isWord = sequence.length > 2 || !isCommonCapital(first, standing.first) || costs.isLetter(last)
      if isWord || costs.isLetter(before) || costs.isLetter(after) { return Int.max }
      return Self.threshold / 2
    }
    var isFrame = true
    for k in 0..<sequence.length {
      if costs.isLetter(glyph(k)) { return Int.max }
      if glyph(k) != .box { isFrame = false }
    }
    let isSmall = GlyphTable.of(sequence.point, glyphs) == .latinLower
    if isFrame { return before == .asciiLower && isSmall ? Int.max : 0 }
    // `√®` between two words is no drawing: nobody sets such signs side by side, and words of one letter are common.
    if before == .space, after == .space, first == .mathematical, sequence.length == 2, isSmall {
      switch last {
      case .trademark, .section: return Int.max
      default: break
      }
    }
    let isAlone = !costs.isLetter(before) && !costs.isLetter(after) && before != .digit && after != .digit
    return isAlone ? Self.threshold / 2 : Int.max
  }

  /// A capital that stands by itself often enough; what few words have, like `Ã`, `Î` and `Ï`, does not.
  private func isCommonCapital(_ glyph: GlyphClass, _ point: UInt32) -> Bool {
    switch glyph {
    case .latinUpper: point & ~1 != 0xCE
    case .greekUpper, .cyrillicUpper, .cyrillicOtherUpper: true
    default: false
    }
  }
}
