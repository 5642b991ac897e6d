import TextModel

/// One line under repair: its code points, each with the bytes of the text that it came from.
///
/// Here it is taken from the text, decoded and given back; `MisreadLine+Evidence` says which character set it was misread in, and
/// `MisreadLine+Rounds` unwinds layer by layer.
///
/// The memory is taken once for all lines of all texts, by hand: a line is a hundred characters, and what an array costs for each access and
/// each growth would be most of the work.
final class MisreadLine {
  /// A code point, and where in the line it, or what it was made of, stands.
  struct Element {
    var point: UInt32
    var row: UInt16
    var glyph: GlyphClass
    var origin: Origin
    var start: UInt32
    var end: UInt32

    @inline(__always) var isRepaired: Bool { origin == .decoded }
  }

  /// Where a code point is from.
  enum Origin: UInt8 {
    case text
    /// Decoded since the line was last looked at afresh: nothing odd about it is left to be explained.
    case decoded
    /// Decoded before that: to the eye it is as good as the text.
    case settled
  }

  /// What all rounds gained.
  var gain = 0
  var confidence: Confidence { gain >= 2 * Self.threshold ? .safe : .likely }
  /// Where in the text the line starts.
  var origin = 0
  private(set) var count = 0
  private(set) var elements: UnsafeMutablePointer<Element>
  /// Where elements are decoded to, so that they can be decoded on trial.
  private(set) var spare: UnsafeMutablePointer<Element>
  private var spareCount = 0
  private(set) var found: UnsafeMutablePointer<MisreadSequence>
  var foundCount = 0
  /// For the gate through which a line goes once more.
  let places: UnsafeMutablePointer<Int>
  /// For a first glance at a line: what is not ASCII.
  private(set) var signs: UnsafeMutablePointer<Sign>
  /// As many bytes as a line may have.
  private var capacity = 0
  let pages = Codepages.all
  let glyphs = GlyphTable.classes
  let costs = Plausibility.table
  /// The elements of ASCII, ready but for their places.
  private let ascii: UnsafeMutablePointer<Element>
  /// What the line has that is not ASCII; known as soon as it is loaded.
  var survey = Survey()
  /// The rows of the line, each once; which have been met is known while they are gathered.
  let distinct: UnsafeMutablePointer<UInt16>
  let met: UnsafeMutablePointer<Bool>
  /// What speaks for the sets that were tried: for those that may be right, and for those that may be where another layer is below.
  var trials: [Evidence] = []
  var weak: [Evidence] = []
  var sets: [Int] = []
  /// The set of the layer that was taken off last.
  var last = -1
  /// Nothing is decoded that is not settled.
  private(set) var isUntouched = true

  init() {
    capacity = 1024
    elements = .allocate(capacity: capacity)
    spare = .allocate(capacity: capacity)
    found = .allocate(capacity: capacity)
    signs = .allocate(capacity: capacity)
    places = .allocate(capacity: MisreadGate.maximumPlaces)
    distinct = .allocate(capacity: pages.rowCount)
    met = .allocate(capacity: pages.rowCount)
    met.initialize(repeating: false, count: pages.rowCount)
    ascii = .allocate(capacity: 0x80)
    for byte in 0..<0x80 {
      let element = Element(
        point: UInt32(byte), row: 0, glyph: pages.rows.asciiGlyphs[byte], origin: .text, start: 0, end: 0)
      (ascii + byte).initialize(to: element)
    }
  }

  deinit {
    elements.deallocate()
    spare.deallocate()
    found.deallocate()
    signs.deallocate()
    places.deallocate()
    distinct.deallocate()
    met.deallocate()
    ascii.deallocate()
  }

  /// Makes room for a line; what is there is lost.
  func reserve(_ needed: Int) {
    if needed <= capacity { return }
    elements.deallocate()
    spare.deallocate()
    found.deallocate()
    signs.deallocate()
    capacity = Swift.max(needed, 2 * capacity)
    elements = .allocate(capacity: capacity)
    spare = .allocate(capacity: capacity)
    found = .allocate(capacity: capacity)
    signs = .allocate(capacity: capacity)
  }

  /// Takes the bytes of a line.  Of a long run of ASCII only the ends are taken: what stands beside the oddities, and all that the
  /// rules of repair look at.
  func load(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Span) {
    reserve(span.count)
    gain = 0
    isUntouched = true
    origin = span.start
    let raw = UnsafeRawBufferPointer(bytes)
    let elements = elements
    let ascii = ascii
    let rows = pages.rows
    var count = 0
    var at = span.start
    var survey = Survey()
    var previous = 0
    while at < span.end {
      if bytes[at] >= 0x80 {
        let start = at
        let point = UTF8Reader.point(bytes, &at)
        let element = element(
          point, UInt32(truncatingIfNeeded: start - span.start), UInt32(truncatingIfNeeded: at - span.start), .text)
        elements[count] = element
        count += 1
        let row = Int(element.row)
        if row != 0 {
          survey.odd &+= 1
          if previous != 0 { survey.pairs.add(rows.tails[row] & rows.leads[previous]) }
          gather(row, &survey)
        }
        previous = row
        continue
      }
      if previous != 0, bytes[at] == 0x20, rows.byte(previous, 0) & 0xFE == 0xC2 { survey.pairs.strandedSpaces += 1 }
      previous = 0
      var end = at + 1
      while end + 8 <= span.end,
        raw.loadUnaligned(fromByteOffset: end, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        end += 8
      }
      while end < span.end, bytes[end] < 0x80 { end += 1 }
      let isLong = end - at > Self.after + Self.before
      var next = at
      while next < end {
        if isLong, next == at + Self.after { next = end - Self.before }
        var element = ascii[Int(bytes[next])]
        element.start = UInt32(truncatingIfNeeded: next &- span.start)
        element.end = element.start &+ 1
        elements[count] = element
        count &+= 1
        next += 1
      }
      at = end
    }
    self.count = count
    close(survey)
  }

  /// Takes down a row of the line.
  @inline(__always) func gather(_ row: Int, _ survey: inout Survey) {
    if met[row] { return }
    met[row] = true
    distinct[survey.rowCount] = UInt16(truncatingIfNeeded: row)
    survey.rowCount &+= 1
    survey.whole &= pages.rows.members[row]
  }

  func close(_ survey: Survey) {
    for k in 0..<survey.rowCount { met[Int(distinct[k])] = false }
    self.survey = survey
  }

  /// Looks at the line again, after something was decoded.
  func surveyAgain() {
    var survey = Survey()
    let rows = pages.rows
    let elements = elements
    var previous = 0
    for k in 0..<count {
      let row = Int(elements[k].row)
      if row != 0 {
        if !elements[k].isRepaired { survey.odd &+= 1 }
        if previous != 0 { survey.pairs.add(rows.tails[row] & rows.leads[previous]) }
        gather(row, &survey)
      } else if previous != 0, elements[k].point == 0x20, rows.byte(previous, 0) & 0xFE == 0xC2 {
        survey.pairs.strandedSpaces += 1
      }
      previous = row
    }
    close(survey)
  }

  /// From here on what is decoded counts as text.
  func settle() {
    let elements = elements
    for k in 0..<count where elements[k].origin == .decoded { elements[k].origin = .settled }
    isUntouched = true
  }

  /// How much of a run of ASCII is looked at behind and before what is not ASCII.
  static let after = 8
  static let before = 4

  @inline(__always)
  private func element(_ point: UInt32, _ start: UInt32, _ end: UInt32, _ origin: Origin) -> Element {
    // Nearly all that stands in a line is below, and looked up at once.
    if point < UInt32(Codepages.firstWithoutRole) {
      let facts = pages.rows.facts[Int(point)]
      return Element(point: point, row: facts.row, glyph: facts.glyph, origin: origin, start: start, end: end)
    }
    return Element(
      point: point, row: UInt16(truncatingIfNeeded: pages.row(point)), glyph: GlyphClass.of(point), origin: origin,
      start: start, end: end)
  }

  /// Fills `found`.  What a proven set explains is also what is damaged in it, and what proves nothing by itself.
  func read(_ set: Int, _ rigour: MisreadReader.Rigour) {
    foundCount = MisreadReader(pages, set: set, elements, total: count).read(rigour, into: found)
  }

  /// Puts the decoded code points in place; `spare` then holds the elements as they were.
  func decode() {
    let from = elements
    let to = spare
    spareCount = count
    isUntouched = false
    var write = 0
    var done = 0
    for n in 0..<foundCount {
      let sequence = found[n]
      (to + write).initialize(from: from + done, count: sequence.start - done)
      write += sequence.start - done
      done = sequence.start + sequence.length
      to[write] = element(sequence.point, from[sequence.start].start, from[done - 1].end, .decoded)
      write += 1
    }
    (to + write).initialize(from: from + done, count: count - done)
    count = write + count - done
    swap(&elements, &spare)
  }

  /// Puts back what `decode` changed, with how the line was.
  func restore(_ number: Int, isUntouched: Bool) {
    swap(&elements, &spare)
    count = number
    self.isUntouched = isUntouched
  }

  /// Right after all that was odd has been decoded: whether anything could be misread once more.
  var isOddStill: Bool {
    let rows = pages.rows
    var previous = 0
    var end = 0
    for n in 0..<foundCount {
      let sequence = found[n]
      let row = rows.of(sequence.point)
      if row != 0 {
        if previous != 0, sequence.start == end, rows.tails[row] & rows.leads[previous] != 0 { return true }
        let next = sequence.start + sequence.length
        // The line as it was lies in `spare`; what was not decoded is as it was.
        if rows.byte(row, 0) & 0xFE == 0xC2, next < spareCount, spare[next].point == 0x20 { return true }
      }
      previous = row
      end = sequence.start + sequence.length
    }
    return false
  }

  /// Calls `body` with each run of repaired code points: its span in the text, and the bytes that take its place.
  func eachRepair(_ body: (Span, UnsafeBufferPointer<UInt8>) -> Void) {
    let elements = elements
    // What was misread is shorter now, and nobody needs the memory.
    let bytes = UnsafeMutableRawPointer(spare).assumingMemoryBound(to: UInt8.self)
    var at = 0
    while at < count {
      guard elements[at].origin != .text else {
        at += 1
        continue
      }
      let start = origin + Int(elements[at].start)
      var length = 0
      while at < count, elements[at].origin != .text {
        length += Self.write(elements[at].point, to: bytes + length)
        at += 1
      }
      let span = Span(start, origin + Int(elements[at - 1].end))
      body(span, UnsafeBufferPointer(start: bytes, count: length))
    }
  }

  /// Writes the UTF-8 of a code point that is not ASCII; answers how many bytes.
  @inline(__always) static func write(_ point: UInt32, to bytes: UnsafeMutablePointer<UInt8>) -> Int {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | point >> shift & 0x3F) }
    if point < 0x800 {
      bytes[0] = UInt8(truncatingIfNeeded: 0xC0 | point >> 6)
      bytes[1] = tail(0)
      return 2
    }
    if point < 0x10000 {
      bytes[0] = UInt8(truncatingIfNeeded: 0xE0 | point >> 12)
      bytes[1] = tail(6)
      bytes[2] = tail(0)
      return 3
    }
    bytes[0] = UInt8(truncatingIfNeeded: 0xF0 | point >> 18)
    bytes[1] = tail(12)
    bytes[2] = tail(6)
    bytes[3] = tail(0)
    return 4
  }
}
