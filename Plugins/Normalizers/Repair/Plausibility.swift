/// How plausible a sequence of code points is as text of any language, in half bits of surprise: the one measure that both
/// readings of a doubtful passage are put to.
///
/// It is a model of neighbours.  Each class has a base cost (how rare it is, and how many code points share it) and costs
/// for standing right behind a letter, a digit or a sign, and right before a letter.  Letters pay for a change of script,
/// for a capital behind a small letter, and for a small letter in a run of capitals.  Nothing in it knows a language or a word; the
/// numbers were set by hand from what the classes are for.
struct Plausibility {
  /// What has been read last.
  private(set) var previous = GlyphClass.space
  private var script: UInt8 = 0
  /// How many capitals in a row have been read last; more than two are not told apart.
  private var capitals = 0

  init() {}

  /// As it stands behind some text.
  init(behind previous: GlyphClass, script: UInt8, capitals: Int) {
    self.previous = previous
    self.script = script
    self.capitals = capitals
  }

  /// The surprise at the next code point.
  @inline(__always) mutating func read(_ glyph: GlyphClass, _ costs: Costs) -> Int {
    var cost = Int(costs.pairs[Int(previous.rawValue) &* Costs.width &+ Int(glyph.rawValue)])
    let row = costs.rows[Int(glyph.rawValue)]
    if row.isLetter {
      let isInside = costs.rows[Int(previous.rawValue)].isLetter
      if row.script != 0 {
        cost &+= Self.change(from: script, to: row.script, isInside)
        script = row.script
      }
      if row.kind == .upper {
        if isInside, capitals > 1 { cost &-= 4 }
        capitals = isInside ? capitals &+ 1 : 1
      } else {
        if row.kind == .lower, isInside, capitals > 1 { cost &+= 8 }
        capitals = 0
      }
    }
    previous = glyph
    return cost
  }

  /// Moves two readings of what stands before on over code points whose surprise nobody asks for.  Only the end of a run counts: what was
  /// last, in which script, and whether in capitals.
  @inline(__always) static func pass(
    _ a: inout Plausibility, _ b: inout Plausibility, _ elements: UnsafePointer<MisreadLine.Element>, _ start: Int,
    _ end: Int, _ costs: Costs
  ) {
    if start == end { return }
    var k = end - 1
    var run = 0
    while k >= start, run < 2, costs.rows[Int(elements[k].glyph.rawValue)].kind == .upper {
      run &+= 1
      k &-= 1
    }
    // Capitals from the start on go on with those before.
    let goesOn = k < start
    a.capitals = run &+ (goesOn && costs.isLetter(a.previous) ? a.capitals : 0)
    b.capitals = run &+ (goesOn && costs.isLetter(b.previous) ? b.capitals : 0)
    a.previous = elements[end - 1].glyph
    b.previous = a.previous
    k = end - 1
    while k >= start {
      let own = costs.rows[Int(elements[k].glyph.rawValue)].script
      if own != 0 {
        a.script = own
        b.script = own
        return
      }
      k &-= 1
    }
  }

  @inline(__always) static func isLetter(_ glyph: GlyphClass) -> Bool { table.rows[Int(glyph.rawValue)].isLetter }

  /// What another script costs, inside a word and elsewhere; 0 stands for none yet.
  @inline(__always) static func change(from script: UInt8, to own: UInt8, _ isInside: Bool) -> Int {
    if own == script || script == 0 { return 0 }
    return isEastAsian(own) && isEastAsian(script) ? 0 : isInside ? 20 : 10
  }

  @inline(__always) private static func isEastAsian(_ script: UInt8) -> Bool { script >= 20 }

  /// The costs, laid out for `read`, which is too hot to ask whether they are there: taken once and handed over.
  struct Costs: @unchecked Sendable {
    /// By class.
    let rows: UnsafePointer<Row>
    /// By class and the class before: all that costs but scripts and runs of capitals.
    let pairs: UnsafePointer<Int16>
    /// By class: the least that it costs behind any other.
    let least: UnsafePointer<Int16>
    static let width = 128

    @inline(__always) func isLetter(_ glyph: GlyphClass) -> Bool { rows[Int(glyph.rawValue)].isLetter }

    fileprivate init(_ costs: [Row]) {
      let rows = UnsafeMutablePointer<Row>.allocate(capacity: costs.count)
      rows.initialize(from: costs, count: costs.count)
      self.rows = UnsafePointer(rows)
      let pairs = UnsafeMutablePointer<Int16>.allocate(capacity: costs.count * Self.width)
      pairs.initialize(repeating: 0, count: costs.count * Self.width)
      for (k, before) in costs.enumerated() {
        for (n, row) in costs.enumerated() {
          pairs[k * Self.width + n] = Int16(row.base) + Int16(row.cost(behind: before))
        }
      }
      self.pairs = UnsafePointer(pairs)
      let least = UnsafeMutablePointer<Int16>.allocate(capacity: costs.count)
      for n in costs.indices {
        (least + n).initialize(to: costs.indices.map { pairs[$0 * Self.width + n] }.min() ?? 0)
      }
      self.least = UnsafePointer(least)
    }
  }

  static let table = Costs(costs)

  enum Kind: UInt8 { case space, lower, upper, caseless, digit, sign }

  struct Row {
    var base: Int8
    var afterLetter: Int8
    var afterDigit: Int8
    var afterSign: Int8
    var beforeLetter: Int8
    var kind: Kind
    var script: UInt8
    /// Asked for each code point, and so kept; it also makes a row eight bytes.
    let isLetter: Bool

    init(
      base: Int8, afterLetter: Int8, afterDigit: Int8, afterSign: Int8, beforeLetter: Int8, kind: Kind, script: UInt8
    ) {
      self.base = base
      self.afterLetter = afterLetter
      self.afterDigit = afterDigit
      self.afterSign = afterSign
      self.beforeLetter = beforeLetter
      self.kind = kind
      self.script = script
      isLetter = kind == .lower || kind == .upper || kind == .caseless
    }

    /// What standing behind a class costs.
    fileprivate func cost(behind before: Row) -> Int {
      let cost =
        switch before.kind {
        case .lower, .upper, .caseless: Int(afterLetter)
        case .digit: Int(afterDigit)
        case .sign: Int(afterSign)
        case .space: 0
        }
      if !isLetter { return cost }
      return cost + Int(before.beforeLetter) + (kind == .upper && before.kind == .lower ? 12 : 0)
    }
  }

  private static func letter(_ base: Int8, _ kind: Kind, _ script: UInt8) -> Row {
    Row(base: base, afterLetter: 0, afterDigit: 4, afterSign: 0, beforeLetter: 0, kind: kind, script: script)
  }

  private static func sign(
    _ base: Int8, afterLetter: Int8, afterDigit: Int8, afterSign: Int8, beforeLetter: Int8
  ) -> Row {
    Row(
      base: base, afterLetter: afterLetter, afterDigit: afterDigit, afterSign: afterSign, beforeLetter: beforeLetter,
      kind: .sign, script: 0)
  }

  private static let costs: [Row] = GlyphClass.allCases.map { glyph in
    switch glyph {
    case .space: Row(base: 4, afterLetter: 0, afterDigit: 0, afterSign: 0, beforeLetter: 0, kind: .space, script: 0)
    case .asciiLower: letter(8, .lower, 1)
    case .asciiUpper: letter(11, .upper, 1)
    case .digit: Row(base: 8, afterLetter: 4, afterDigit: 0, afterSign: 0, beforeLetter: 4, kind: .digit, script: 0)
    case .asciiClose: sign(6, afterLetter: 0, afterDigit: 0, afterSign: 2, beforeLetter: 3)
    case .asciiOpen: sign(8, afterLetter: 3, afterDigit: 3, afterSign: 2, beforeLetter: 0)
    case .asciiOther: sign(10, afterLetter: 1, afterDigit: 0, afterSign: 2, beforeLetter: 1)
    case .latinLower: letter(12, .lower, 1)
    case .latinUpper: letter(17, .upper, 1)
    case .latinOddUpper: letter(24, .upper, 1)
    case .latinRare: letter(30, .caseless, 1)
    case .greekLower: letter(10, .lower, 2)
    case .greekUpper: letter(14, .upper, 2)
    case .greekRare: letter(22, .caseless, 2)
    case .cyrillicLower: letter(10, .lower, 3)
    case .cyrillicUpper: letter(14, .upper, 3)
    case .cyrillicOtherLower: letter(15, .lower, 3)
    case .cyrillicOtherUpper: letter(19, .upper, 3)
    case .cyrillicRare: letter(25, .caseless, 3)
    case .armenian: letter(12, .caseless, 4)
    case .hebrew: letter(10, .caseless, 5)
    case .arabic: letter(10, .caseless, 6)
    case .arabicOther: letter(15, .caseless, 6)
    case .arabicRare: letter(26, .caseless, 6)
    case .indic: letter(13, .caseless, 7)
    case .southEastAsian: letter(10, .caseless, 8)
    case .georgian: letter(12, .caseless, 9)
    case .kana: letter(14, .caseless, 20)
    case .hangul: letter(18, .caseless, 21)
    case .han: letter(20, .caseless, 22)
    case .otherScript: letter(30, .caseless, 10)
    case .mark:
      Row(base: 12, afterLetter: 0, afterDigit: 16, afterSign: 16, beforeLetter: 0, kind: .caseless, script: 0)
    case .strayMark: letter(30, .caseless, 0)
    case .closeQuote: sign(8, afterLetter: 2, afterDigit: 2, afterSign: 0, beforeLetter: 3)
    case .openQuote: sign(9, afterLetter: 8, afterDigit: 8, afterSign: 2, beforeLetter: 0)
    case .dash: sign(10, afterLetter: 3, afterDigit: 1, afterSign: 2, beforeLetter: 2)
    case .ellipsis: sign(12, afterLetter: 0, afterDigit: 4, afterSign: 2, beforeLetter: 5)
    case .widePunctuation: sign(12, afterLetter: 0, afterDigit: 0, afterSign: 0, beforeLetter: 0)
    case .scriptPunctuation: sign(12, afterLetter: 0, afterDigit: 2, afterSign: 2, beforeLetter: 8)
    case .oddPunctuation: sign(20, afterLetter: 2, afterDigit: 2, afterSign: 4, beforeLetter: 4)
    case .currency: sign(16, afterLetter: 10, afterDigit: 0, afterSign: 6, beforeLetter: 8)
    case .trademark: sign(18, afterLetter: 2, afterDigit: 4, afterSign: 6, beforeLetter: 12)
    case .ordinal: sign(17, afterLetter: 8, afterDigit: 0, afterSign: 6, beforeLetter: 6)
    case .mathematical: sign(19, afterLetter: 6, afterDigit: 0, afterSign: 6, beforeLetter: 6)
    case .fraction: sign(20, afterLetter: 6, afterDigit: 0, afterSign: 6, beforeLetter: 6)
    case .section: sign(20, afterLetter: 8, afterDigit: 2, afterSign: 6, beforeLetter: 6)
    case .accent: sign(22, afterLetter: 8, afterDigit: 10, afterSign: 6, beforeLetter: 8)
    case .acute: sign(17, afterLetter: 4, afterDigit: 6, afterSign: 6, beforeLetter: 6)
    case .inverted: sign(18, afterLetter: 12, afterDigit: 12, afterSign: 2, beforeLetter: 2)
    case .oddSymbol: sign(24, afterLetter: 8, afterDigit: 4, afterSign: 6, beforeLetter: 8)
    case .bullet: sign(16, afterLetter: 6, afterDigit: 4, afterSign: 4, beforeLetter: 3)
    case .box: sign(19, afterLetter: 12, afterDigit: 12, afterSign: 0, beforeLetter: 10)
    case .pictograph: sign(16, afterLetter: 4, afterDigit: 4, afterSign: 0, beforeLetter: 4)
    case .rareSymbol: sign(26, afterLetter: 4, afterDigit: 4, afterSign: 4, beforeLetter: 4)
    case .noBreakSpace: sign(13, afterLetter: 0, afterDigit: 0, afterSign: 0, beforeLetter: 0)
    case .wideSpace: sign(23, afterLetter: 0, afterDigit: 0, afterSign: 0, beforeLetter: 0)
    case .softHyphen: sign(18, afterLetter: 0, afterDigit: 8, afterSign: 8, beforeLetter: 0)
    case .joiner: sign(26, afterLetter: 0, afterDigit: 6, afterSign: -8, beforeLetter: 0)
    case .format: sign(20, afterLetter: 2, afterDigit: 2, afterSign: 2, beforeLetter: 2)
    case .byteOrderMark: sign(8, afterLetter: 8, afterDigit: 8, afterSign: 8, beforeLetter: 0)
    case .c1: sign(36, afterLetter: 0, afterDigit: 0, afterSign: 0, beforeLetter: 0)
    case .lost: sign(26, afterLetter: 4, afterDigit: 4, afterSign: 0, beforeLetter: 4)
    case .impossible: sign(90, afterLetter: 0, afterDigit: 0, afterSign: 0, beforeLetter: 0)
    }
  }
}

extension GlyphClass {
  var isLetter: Bool { Plausibility.isLetter(self) }
}
