/// A run of characters that is UTF-8 when turned back into bytes: one code point that was misread.
struct MisreadSequence {
  private var first: UInt32
  private(set) var point: UInt32
  private var surplus: Int32
  private var elements: UInt8
  /// Every one of its characters stands for a byte.
  private(set) var isWhole: Bool

  @inline(__always) init(start: Int, length: Int, point: UInt32, gain: Int, isWhole: Bool) {
    first = UInt32(truncatingIfNeeded: start)
    self.point = point
    surplus = Int32(truncatingIfNeeded: gain)
    elements = UInt8(truncatingIfNeeded: length)
    self.isWhole = isWhole
  }

  /// The first element, and how many.
  @inline(__always) var start: Int { Int(first) }
  @inline(__always) var length: Int { Int(elements) }
  /// How much more plausible the text is with the code point than with the run, in half bits.
  @inline(__always) var gain: Int { Int(surplus) }
}

/// Reads a line in one character set and finds the runs that are UTF-8.
struct MisreadReader {
  let pages: Codepages
  let set: Int
  let elements: UnsafePointer<MisreadLine.Element>
  /// How many elements there are.
  let total: Int
  /// The bytes of the set: one for each row.
  let column: Codepages.Column
  let costs = Plausibility.table
  let classes = GlyphTable.classes

  init(_ pages: Codepages, set: Int, _ elements: UnsafePointer<MisreadLine.Element>, total: Int) {
    self.pages = pages
    self.set = set
    self.elements = elements
    self.total = total
    column = pages.column(set)
  }

  /// A control behind `Â` is two letters that no text has, and will be one sign, though the control is none yet.
  static let gainOfControl = 24

  /// How much is taken for a sequence.
  enum Rigour: Int {
    /// To see whether the character set is the right one: whole sequences, and those whose lost byte can be told.
    case strict
    /// The set is proven, but the line has other things in it: also damaged sequences; only what gains, or what loses nothing.
    case mixed
    /// The set is proven and explains all of the line: also what makes the text less plausible.
    case whole

    var minimum: Int { self == .mixed ? -6 : -60 }
  }

  /// Writes what it finds to `found`, in order, and answers how many there are; at most one for each element.
  ///
  /// Once the set is proven, sequences count too where the no-break space has become a space or has gone, where an undefined byte was
  /// dropped, and where a lost byte cannot be told.
  func read(_ rigour: Rigour, into found: UnsafeMutablePointer<MisreadSequence>) -> Int {
    let lenient = rigour != .strict
    var number = 0
    var misread = Plausibility()
    var decoded = Plausibility()
    // How far the two have been moved.
    var passed = 0
    var at = 0
    while at < total {
      let row = Int(elements[at].row)
      // Nothing but a lead byte begins a sequence.
      guard row != 0, column[row] >= 0xC2 else {
        at &+= 1
        continue
      }
      var reading = whole(at)
      // What may be damaged is told by what stands before it.
      if reading.length == 0, !lenient, !isDamaged(at) {
        at &+= 1
        continue
      }
      Plausibility.pass(&misread, &decoded, costs, at - passed) { elements[passed &+ $0].glyph }
      passed = at
      if reading.length == 0 {
        guard let found = self.reading(at, lenient, decoded) else {
          at &+= 1
          continue
        }
        reading = found
      }
      let next = at + reading.length
      var cost = 0
      var asItStands = misread
      for k in at..<next { cost &+= asItStands.read(elements[k].glyph, costs) }
      var asDecoded = decoded
      cost -= asDecoded.read(GlyphTable.of(reading.point, classes), costs) + reading.penalty
      // What follows counts as well: a sign glued to a letter on one reading, two letters on the other.
      if next < total, staysAsItIs(next) {
        var a = asItStands
        var b = asDecoded
        cost += a.read(elements[next].glyph, costs) - b.read(elements[next].glyph, costs)
      }
      if elements[at].point & ~1 == 0xC2 {
        if isLoneLetter(at, next) { cost += 16 } else if isStranded(at, next) { cost += 8 }
      }
      if isGlued(next) { cost += 8 }
      if reading.point < 0xA0, elements[next - 1].glyph == .c1 { cost += Self.gainOfControl }
      if cost > (reading.isWhole || !lenient ? rigour.minimum : 0) {
        found[number] = MisreadSequence(
          start: at, length: reading.length, point: reading.point, gain: cost, isWhole: reading.isWhole)
        number += 1
        misread = asItStands
        decoded = asDecoded
        at = next
        passed = next
      } else {
        at &+= 1
      }
    }
    return number
  }

  /// The code point whose UTF-8 starts at a lead byte, where all bytes are there; length 0 where not.
  @inline(__always) private func whole(_ at: Int) -> Reading {
    let lead = column[Int(elements[at].row)]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    let none = Reading(point: 0, length: 0, isWhole: false, penalty: 0)
    if length == 0 || at + length > total { return none }
    var point = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for k in 1..<length {
      let byte = tail(elements[at + k])
      if byte == 0 { return none }
      point = point << 6 | UInt32(byte & 0x3F)
    }
    return Self.isWellFormed(point, length) ? Reading(point: point, length: length, isWhole: true, penalty: 0) : none
  }

  /// Whether a lost byte or a space stands among what follows a lead byte.
  private func isDamaged(_ at: Int) -> Bool {
    for k in at + 1..<Swift.max(at + 1, Swift.min(at + 4, total)) {
      if elements[k].point == 0xFFFD || elements[k].point == 0x20 { return true }
      if elements[k].row == 0 { return false }
    }
    return false
  }

  /// Whether no sequence starts at an element: neither reading changes it.
  @inline(__always) private func staysAsItIs(_ at: Int) -> Bool {
    let row = Int(elements[at].row)
    return row == 0 || column[row] < 0xC2
      || at + 1 < total && elements[at + 1].row != 0 && tail(elements[at + 1]) == 0
  }

  /// `Ã` as a word by itself before a small letter: what is left of `à` when the no-break space behind it has become a space.
  private func isLoneLetter(_ at: Int, _ next: Int) -> Bool {
    elements[at].point == 0xC3 && (at == 0 || elements[at - 1].point == 0x20) && next < total
      && (elements[next].glyph == .asciiLower || elements[next].glyph == .space)
  }

  /// `Â` or `Ã` at the end of a word in small letters.
  private func isStranded(_ at: Int, _ next: Int) -> Bool {
    guard at > 0, next < total, elements[at].point & ~1 == 0xC2 else { return false }
    return elements[at - 1].glyph == .asciiLower && elements[at + 1].point == 0x20
  }

  /// A quotation mark with a letter on either side, other than the one that is an apostrophe: `Å“uvre`.
  @inline(__always) private func isGlued(_ next: Int) -> Bool {
    switch elements[next - 1].glyph {
    case .openQuote, .closeQuote: break
    default: return false
    }
    return next > 1 && elements[next - 1].point != 0x2019 && next < total && costs.isLetter(elements[next].glyph)
      && costs.isLetter(elements[next - 2].glyph)
  }

  struct Reading {
    var point: UInt32
    var length: Int
    /// All bytes were there.
    var isWhole: Bool
    var penalty: Int
  }

  /// The code point whose UTF-8 starts at an element, if the elements there are UTF-8 in this character set.
  private func reading(_ at: Int, _ lenient: Bool, _ before: Plausibility) -> Reading? {
    let lead = column[Int(elements[at].row)]
    let count = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    if count == 0 { return nil }
    var point = UInt32(lead) & (count == 2 ? 0x1F : count == 3 ? 0x0F : 0x07)
    var gap: Gap?
    var taken = 1
    for k in 1..<count {
      let next = at + taken
      var byte: UInt8 = 0
      if next < total { byte = tail(elements[next]) }
      if byte == 0 {
        // At most one byte may be missing, and something must be there.
        guard gap == nil, let kind = gapKind(next, k, count, lenient) else { return nil }
        gap = Gap(kind: kind, shift: UInt32(6 * (count - 1 - k)))
        if kind != .gone { taken += 1 }
        point <<= 6
      } else {
        taken += 1
        point = point << 6 | UInt32(byte & 0x3F)
      }
    }
    if let gap { return fill(gap, point, count, taken, at, lenient, before) }
    guard Self.isWellFormed(point, count) else { return nil }
    return Reading(point: point, length: taken, isWhole: true, penalty: 0)
  }

  private func tail(_ element: MisreadLine.Element) -> UInt8 {
    let byte = element.row == 0 ? 0 : column[Int(element.row)]
    return byte & 0xC0 == 0x80 ? byte : 0
  }

  /// A continuation byte that is not there as itself.
  private struct Gap {
    enum Kind { case replaced, space, question, gone }
    var kind: Kind
    var shift: UInt32
  }

  private func gapKind(_ at: Int, _ k: Int, _ count: Int, _ lenient: Bool) -> Gap.Kind? {
    let next = at < total ? elements[at].point : 0
    if next == 0xFFFD { return pages.lostTails[set].isEmpty ? nil : .replaced }
    if next == 0x20, spaceMayBeLost(at, k, count, lenient) { return .space }
    guard lenient else { return nil }
    if next == 0x3F, count >= 3, k == count - 1, !pages.undefinedTails[set].isEmpty { return .question }
    return k == count - 1 ? .gone : nil
  }

  /// Strictly, a space stands for a no-break space only behind  and Ã, and not behind a capital: `SÃO AMANHÃ É`.
  private func spaceMayBeLost(_ at: Int, _ k: Int, _ count: Int, _ lenient: Bool) -> Bool {
    if lenient { return true }
    guard count == 2, set == 0 else { return false }
    let lead = elements[at - 1].point
    if at >= 2 {
      let before = elements[at - 2].glyph
      if before == .asciiLower || before == .latinLower { return true }
      if before != .space { return lead == 0xC2 && (before == .asciiClose || before == .closeQuote) }
    }
    guard lead == 0xC3, at + 1 < total else { return false }
    return elements[at + 1].glyph == .asciiLower
  }

  /// Tells the missing byte where only one candidate makes sense.
  private func fill(
    _ gap: Gap, _ point: UInt32, _ count: Int, _ taken: Int, _ at: Int, _ lenient: Bool, _ before: Plausibility
  ) -> Reading? {
    var cheapest = (point: UInt32(0), cost: Int.max, byte: UInt8(0))
    var second = Int.max
    func consider(_ byte: UInt8) {
      let filled = point | UInt32(byte & 0x3F) << gap.shift
      guard Self.isWellFormed(filled, count) else { return }
      var reader = before
      var cost = reader.read(GlyphTable.of(filled, classes), costs)
      if at + taken < total { cost += reader.read(elements[at + taken].glyph, costs) }
      if cost < cheapest.cost {
        second = cheapest.cost
        cheapest = (filled, cost, byte)
      } else {
        second = Swift.min(second, cost)
      }
    }
    if gap.kind == .space {
      consider(0xA0)
    } else {
      for byte in gap.kind == .replaced ? pages.lostTails[set] : pages.undefinedTails[set] { consider(byte) }
      if gap.kind == .gone { consider(0xA0) }
    }
    guard cheapest.cost < Int.max else { return nil }
    if second - cheapest.cost < 12 {
      // Known to be lost, not known what it was: one mark for one code point, which proves no set.
      return gap.kind == .replaced && lenient ? Reading(point: 0xFFFD, length: taken, isWhole: false, penalty: 0) : nil
    }
    if gap.kind == .space, keepsSpace(cheapest.point, at) {
      return Reading(point: cheapest.point, length: taken - 1, isWhole: false, penalty: 0)
    }
    return Reading(
      point: cheapest.point, length: taken, isWhole: gap.kind == .replaced, penalty: gap.kind == .gone ? 10 : 0)
  }

  /// `à` ends words in nearly all languages that have it.  Its no-break space and the space behind it have become one space; so the
  /// space stays, unless there is another, the word goes on as Portuguese words do, or the text is Vietnamese.
  private func keepsSpace(_ point: UInt32, _ at: Int) -> Bool {
    guard point == 0xE0, at + 2 < total, elements[at + 2].point != 0x20 else { return false }
    for tail in ["quele", "quela", "quilo", "s "] where continues(at + 2, tail) { return false }
    let near = Swift.max(0, at - 200)..<Swift.min(total, at + 200)
    // Vietnamese letters start with á» or áº in this character set, or are there already.
    for k in near where (0x1EA0...0x1EF9).contains(elements[k].point) { return false }
    for k in near.dropLast() where elements[k].point == 0xE1 {
      if elements[k + 1].point == 0xBB || elements[k + 1].point == 0xBA { return false }
    }
    return true
  }

  private func continues(_ at: Int, _ letters: String) -> Bool {
    var at = at
    for letter in letters.unicodeScalars {
      guard at < total, elements[at].point == letter.value else { return false }
      at += 1
    }
    return true
  }

  /// Not overlong, no surrogate, not beyond Unicode.
  @inline(__always) static func isWellFormed(_ point: UInt32, _ count: Int) -> Bool {
    switch count {
    case 2: point >= 0x80
    case 3: point >= 0x800 && !(0xD800..<0xE000).contains(point)
    default: point >= 0x10000 && point <= 0x10FFFF
    }
  }
}
