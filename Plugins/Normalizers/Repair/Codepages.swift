import CTables
import Language

/// The single-byte character sets that UTF-8 is misread as, turned round: from a code point to the byte it stood for.
///
/// A set here is the sloppy one that browsers and careless programs use: where it leaves a byte of 80–9F undefined, or a text
/// went through ISO 8859 at one stage and windows at another, the C1 control of that number stands for the byte too.
///
/// The tables are made once, and live as long as the program.
final class Codepages: @unchecked Sendable {
  static let all = Codepages()

  /// In the order of trust.
  let names: [String]
  /// For every set, the bytes 80 … BF that it does not define: what a careful program drops.
  let undefinedTails: [[UInt8]]
  /// Those of them that a careful decoder turns into U+FFFD: in ISO 8859 the bytes 80 … 9F are controls, and none loses them.
  let lostTails: [[UInt8]]
  /// The same as bit sets.
  let lostTailBits: [UInt64]

  /// For every set, a bit for each byte 80 … 9F that it defines, so that a C1 control in its place is not its own; none for the two
  /// sets that stand for ISO 8859-1 and 8859-9 as well.
  let definedC1: [UInt32]

  /// What is known of each code point: for those who ask often, and so must not hold an object.
  let rows: Rows
  /// How many rows there are, and the row of U+FFFD.
  let rowCount: Int
  let lostRow: Int
  private let firstRare: Int

  /// The tables by row; row 0 is for all code points of no set.
  struct Rows: @unchecked Sendable {
    /// Per row, bit sets over the character sets: where the code point is the lead byte of a sequence of two, three, four …
    let leads2: UnsafePointer<UInt32>
    let leads3: UnsafePointer<UInt32>
    let leads4: UnsafePointer<UInt32>
    /// … or of any …
    let leads: UnsafePointer<UInt32>
    /// … or a continuation byte …
    let tails: UnsafePointer<UInt32>
    /// … or anything at all.
    let members: UnsafePointer<UInt32>
    /// Per row, the class of the code point; and the classes of ASCII.
    let glyphs: UnsafePointer<GlyphClass>
    let asciiGlyphs: UnsafePointer<GlyphClass>
    /// Per row and set, the byte; 0 where the set does not have the code point.
    fileprivate let bytes: UnsafePointer<UInt8>
    /// Below `firstWithoutRole`, what is asked of every code point.
    let facts: UnsafePointer<Facts>
    /// By the first byte of two, and by the first two of three: a bit for each last byte with which they are a continuation byte of any set.
    let tailsOf2: UnsafePointer<UInt64>
    let tailsOf3: UnsafePointer<UInt64>
    /// Code point to row, in blocks of 64.
    fileprivate let blocks: UnsafePointer<UInt16>
    fileprivate let cells: UnsafePointer<UInt16>

    /// The row of a code point; 0 where no set has it.
    @inline(__always) func of(_ point: UInt32) -> Int {
      point < 0x10000 ? Int(cells[Int(blocks[Int(point >> 6)]) << 6 | Int(point & 63)]) : 0
    }

    /// Whether what stands in a row is a lead byte or a continuation in any set.
    @inline(__always) func role(_ row: Int) -> UInt8 {
      (tails[row] != 0 ? Codepages.tailRole : 0) | (leads[row] != 0 ? Codepages.leadRole : 0)
    }

    /// The byte a row stands for in a set; 0 where the set does not have it.
    @inline(__always) func byte(_ row: Int, _ set: Int) -> UInt8 { bytes[row &* Codepages.width &+ set] }
  }

  /// The row of a code point, its class, and whether it is a lead byte or a continuation in any set.
  struct Facts {
    var row: UInt16
    var glyph: GlyphClass
    var role: UInt8
  }

  static let firstWithoutRole = 0x3000
  static let tailRole: UInt8 = 1
  static let leadRole: UInt8 = 2
  static let width = 32

  init() {
    var names: [String] = []
    var points: [[UInt32?]] = []
    Table(ctables_codepages()).eachRow { row in
      names.append(String(decoding: row.key.dropFirst(3), as: UTF8.self))
      points.append(row.value.split(separator: 0x20).map { UInt32(String(decoding: $0, as: UTF8.self), radix: 16) })
    }
    self.names = names
    firstRare = names.firstIndex(of: "iso-8859-15") ?? names.count
    undefinedTails = points.map { page in (0..<0x40).filter { page[$0] == nil }.map { UInt8(0x80 + $0) } }
    lostTails = zip(names, undefinedTails).map { name, tails in tails.filter { !name.hasPrefix("iso") || $0 >= 0xA0 } }
    lostTailBits = lostTails.map { $0.reduce(UInt64(0)) { $0 | 1 << UInt64($1 & 0x3F) } }
    definedC1 = points.enumerated().map { set, page in
      if names[set] == "windows-1252" || names[set] == "windows-1254" { return 0 }
      return (0..<0x20).reduce(UInt32(0)) { page[$1] == nil ? $0 : $0 | 1 << UInt32($1) }
    }
    var draft = Draft()
    for (set, page) in points.enumerated() {
      for k in 0..<0x80 {
        if let point = page[k] { draft.enter(point, byte: UInt8(0x80 + k), set) }
      }
      // A byte that a set leaves undefined passes as the code point of its number, and so do the C1 controls.  The DOS and Macintosh
      // sets define all bytes.
      if names[set] != "cp437", names[set] != "macroman" {
        for k in 0x80..<0x100 where k < 0xA0 || page[k - 0x80] == nil { draft.enter(UInt32(k), byte: UInt8(k), set) }
      }
    }
    // What was lost may have been any continuation byte.
    let lost = draft.makeRow(0xFFFD)
    draft.tails[lost] = UInt32.max
    lostRow = lost
    rowCount = draft.tails.count
    let finished = draft
    rows = Rows(
      leads2: Self.kept(draft.leads2), leads3: Self.kept(draft.leads3), leads4: Self.kept(draft.leads4),
      leads: Self.kept(draft.tails.indices.map { finished.leads2[$0] | finished.leads3[$0] | finished.leads4[$0] }),
      tails: Self.kept(draft.tails), members: Self.kept(draft.members),
      glyphs: Self.kept(draft.points.map { GlyphClass.of($0) }),
      asciiGlyphs: Self.kept((0..<0x80).map { GlyphClass.of($0) }), bytes: Self.kept(draft.bytes),
      facts: Self.kept((0..<UInt32(Self.firstWithoutRole)).map { finished.facts(of: $0) }),
      tailsOf2: Self.kept((0..<32).map { finished.tails(of64: $0) }),
      tailsOf3: Self.kept((0..<1024).map { finished.tails(of64: $0) }),
      blocks: Self.kept(draft.blocks), cells: Self.kept(draft.cells))
  }

  /// Memory for the life of the program.
  private static func kept<Element>(_ array: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: array.count)
    memory.initialize(from: array, count: array.count)
    return UnsafePointer(memory)
  }

  @inline(__always) func row(_ point: UInt32) -> Int { rows.of(point) }

  @inline(__always) func byte(_ row: Int, _ set: Int) -> UInt8 { rows.byte(row, set) }

  /// What all rows stand for in one set.
  struct Column {
    fileprivate let bytes: UnsafePointer<UInt8>

    /// The byte of a row; 0 where the set does not have it.
    @inline(__always) subscript(row: Int) -> UInt8 { bytes[row &* Codepages.width] }
  }

  func column(_ set: Int) -> Column { Column(bytes: rows.bytes + set) }

  /// What a set is behind the others when two explain a text about equally well.  Programs that misread do so in the set of their system;
  /// the ISO 8859 parts that differ from it are rarely any system's.
  func distrust(_ set: Int) -> Int { set >= firstRare ? 8 : 0 }

  /// The tables while they grow.
  private struct Draft {
    var leads2: [UInt32] = [0]
    var leads3: [UInt32] = [0]
    var leads4: [UInt32] = [0]
    var tails: [UInt32] = [0]
    var members: [UInt32] = [0]
    var points: [UInt32] = [0]
    var bytes: [UInt8] = Array(repeating: 0, count: Codepages.width)
    var blocks: [UInt16] = Array(repeating: 0, count: 0x10000 >> 6)
    var cells: [UInt16] = Array(repeating: 0, count: 64)

    func facts(of point: UInt32) -> Facts {
      let row = Int(cells[Int(blocks[Int(point >> 6)]) << 6 | Int(point & 63)])
      let role =
        (tails[row] != 0 ? Codepages.tailRole : 0)
        | (leads2[row] | leads3[row] | leads4[row] != 0 ? Codepages.leadRole : 0)
      return Facts(
        row: UInt16(row), glyph: GlyphTable.of(point, GlyphTable.classes), role: role)
    }

    /// Which of 64 code points are a continuation byte of any set.
    func tails(of64 block: Int) -> UInt64 {
      if blocks[block] == 0 { return 0 }
      let first = Int(blocks[block]) << 6
      return (0..<64).reduce(0) { tails[Int(cells[first + $1])] == 0 ? $0 : $0 | 1 << UInt64($1) }
    }

    mutating func makeRow(_ point: UInt32) -> Int {
      let block = Int(point >> 6)
      if blocks[block] == 0 {
        blocks[block] = UInt16(cells.count >> 6)
        cells.append(contentsOf: repeatElement(0, count: 64))
      }
      let cell = Int(blocks[block]) << 6 | Int(point & 63)
      if cells[cell] == 0 {
        cells[cell] = UInt16(tails.count)
        leads2.append(0)
        leads3.append(0)
        leads4.append(0)
        tails.append(0)
        members.append(0)
        points.append(point)
        bytes.append(contentsOf: repeatElement(0, count: Codepages.width))
      }
      return Int(cells[cell])
    }

    mutating func enter(_ point: UInt32, byte: UInt8, _ set: Int) {
      let row = makeRow(point)
      if bytes[row * Codepages.width + set] != 0 { return }
      bytes[row * Codepages.width + set] = byte
      let bit = UInt32(1) << UInt32(set)
      members[row] |= bit
      switch byte {
      case 0x80...0xBF: tails[row] |= bit
      case 0xC2...0xDF: leads2[row] |= bit
      case 0xE0...0xEF: leads3[row] |= bit
      case 0xF0...0xF4: leads4[row] |= bit
      default: break
      }
    }
  }
}
