/// How plausible a sequence of code points is as text of any language, in half bits of surprise: the one measure that both
/// readings of a doubtful passage are put to.
///
/// It is a model of neighbours.  Each class has a base cost (how rare it is, and how many code points share it) and costs
/// for standing right behind a letter, a digit or a sign, and right before a letter.  Letters pay for a change of script,
/// for a capital behind a small letter, and for a small letter in a run of capitals.  Nothing in it knows a language or a word; the
/// numbers were set by hand from what the classes are for.
struct Plausibility {
  /// What has been read: the last class, the script of the last letter, and whether it ended a run of capitals.  More than two capitals in
  /// a row are not told apart.
  private var state: UInt16 = 0

  init() {}

  /// As it stands behind some text.
  @inline(__always) init(behind previous: GlyphClass, script: UInt8, capitals: Int, _ costs: Costs) {
    state = costs.state(behind: Int(previous.rawValue), script: script, capitals: capitals)
  }

  /// The surprise at the next code point.
  @inline(__always) mutating func read(_ glyph: GlyphClass, _ costs: Costs) -> Int {
    let step = costs.steps[Int(state) &+ Int(glyph.rawValue)]
    state = step.next
    return Int(step.cost)
  }

  /// Moves on over a code point whose surprise nobody asks for.
  @inline(__always) mutating func pass(_ glyph: GlyphClass, _ costs: Costs) {
    state = costs.steps[Int(state) &+ Int(glyph.rawValue)].next
  }

  /// Moves two readings of what stands before on over code points whose surprise nobody asks for: `count` of them, told by their number.  Only
  /// what stands behind the last small letter counts.
  @inline(__always) static func pass(
    _ a: inout Plausibility, _ b: inout Plausibility, _ costs: Costs, _ count: Int, _ glyph: (Int) -> GlyphClass
  ) {
    var k = count
    while k > 0 {
      let settled = costs.settled[Int(glyph(k &- 1).rawValue)]
      if settled != 0 {
        a.state = settled
        b.state = settled
        break
      }
      k &-= 1
    }
    while k < count {
      let glyph = glyph(k)
      a.pass(glyph, costs)
      b.pass(glyph, costs)
      k &+= 1
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
    /// By state and class: what it costs with everything, and the state behind it.
    fileprivate let steps: UnsafePointer<Step>
    /// By class: the state behind it, whatever was before; 0 where that counts.
    fileprivate let settled: UnsafePointer<UInt16>
    /// By class: the first of its states.  A capital has two, for one and for more in a row; what has no script has one for each script.
    private let states: UnsafePointer<UInt16>
    static let width = 64

    struct Step {
      var cost: Int16
      var next: UInt16
    }

    @inline(__always) func isLetter(_ glyph: GlyphClass) -> Bool { rows[Int(glyph.rawValue)].isLetter }

    /// A state is told by the place of its row among the steps.
    @inline(__always) fileprivate func state(behind glyph: Int, script: UInt8, capitals: Int) -> UInt16 {
      let row = rows[glyph]
      var state = Int(states[glyph])
      if row.script == 0 {
        state &+= Self.place(of: script) &* Self.width
      } else if row.kind == .upper, capitals > 1 {
        state &+= Self.width
      }
      return UInt16(truncatingIfNeeded: state)
    }

    /// The scripts in a row.
    private static let scripts: [UInt8] = Array(0...10) + [20, 21, 22]

    @inline(__always) private static func place(of script: UInt8) -> Int {
      script < 20 ? Int(script) : Int(script) &- 9
    }

    fileprivate init(_ costs: [Row]) {
      precondition(costs.count <= Self.width)
      rows = Self.kept(costs)
      var pairs = [Int16](repeating: 0, count: costs.count * Self.width)
      for (k, before) in costs.enumerated() {
        for (n, row) in costs.enumerated() {
          pairs[k * Self.width + n] = Int16(row.base) + Int16(row.cost(behind: before))
        }
      }
      self.pairs = Self.kept(pairs)
      least = Self.kept(costs.indices.map { n in costs.indices.map { pairs[$0 * Self.width + n] }.min() ?? 0 })
      var states: [UInt16] = []
      var settled: [UInt16] = []
      var count = 0
      for row in costs {
        states.append(UInt16(count * Self.width))
        settled.append(row.script != 0 && row.kind != .upper ? UInt16(count * Self.width) : 0)
        count += row.script == 0 ? Self.scripts.count : row.kind == .upper ? 2 : 1
      }
      self.states = Self.kept(states)
      self.settled = Self.kept(settled)
      let steps = UnsafeMutablePointer<Step>.allocate(capacity: count * Self.width)
      steps.initialize(repeating: Step(cost: 0, next: 0), count: count * Self.width)
      self.steps = UnsafePointer(steps)
      for (k, before) in costs.enumerated() {
        let scripts = before.script == 0 ? Self.scripts : [before.script]
        for script in scripts {
          for capitals in before.kind == .upper ? [1, 2] : [0] {
            let from = Int(state(behind: k, script: script, capitals: capitals))
            for n in costs.indices {
              steps[from + n] = step(n, from: (before, script, capitals), pairs[k * Self.width + n])
            }
          }
        }
      }
    }

    /// What it costs to read a class in a state, where `pair` is what it costs behind the class before; and the state behind it.
    private func step(_ n: Int, from state: (before: Row, script: UInt8, capitals: Int), _ pair: Int16) -> Step {
      let row = rows[n]
      var cost = Int(pair)
      var script = state.script
      var capitals = 0
      if row.isLetter {
        let isInside = state.before.isLetter
        if row.script != 0 {
          cost += Plausibility.change(from: script, to: row.script, isInside)
          script = row.script
        }
        let isRun = isInside && state.capitals > 1
        if row.kind == .upper {
          if isRun { cost -= 4 }
          capitals = isInside ? state.capitals + 1 : 1
        } else if row.kind == .lower, isRun {
          cost += 8
        }
      }
      return Step(
        cost: Int16(cost), next: self.state(behind: n, script: script, capitals: capitals))
    }

    /// Memory for the life of the program.
    private static func kept<Element>(_ array: [Element]) -> UnsafePointer<Element> {
      let memory = UnsafeMutablePointer<Element>.allocate(capacity: array.count)
      memory.initialize(from: array, count: array.count)
      return UnsafePointer(memory)
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
