import CByteScan
import Glibc
import TextModel

/// Finds the lines in which anything could be misread UTF-8: two neighbours that are, in one character set, a lead byte and
/// its continuation.  All other text passes at the price of one look at each code point outside ASCII.
struct MisreadGate {
  let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private let rows = Codepages.all.rows
  private let lostRow = Codepages.all.lostRow
  private var bound: MisreadBound

  /// A line is cut behind a space when it is longer than this: one paragraph's evidence is not another's.
  static let maximumLine = 4000

  /// Pairs that by themselves prove nothing are passed; what was decoded before may speak for them.
  private let passesOrdinary: Bool

  /// Where a continuation may stand, as far as was looked: so many of them, the next, and how far that was.
  private let places: UnsafeMutablePointer<Int>
  private var placeCount = 0
  private var nextPlace = 0
  private var looked = 0
  static let maximumPlaces = 32

  /// - Parameter places: Memory for `maximumPlaces`.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ memory: MisreadMemory, _ places: UnsafeMutablePointer<Int>,
    passesOrdinary: Bool = true
  ) {
    self.bytes = bytes
    self.places = places
    self.passesOrdinary = passesOrdinary
    bound = MisreadBound(bytes, memory)
  }

  /// The next line that is worth a look.
  mutating func next() -> Span? {
    guard let hit = nextHit() else { return nil }
    let start = lineStart(hit)
    let end = lineEnd(start, hit)
    floor = end
    at = end
    return Span(start, end)
  }

  /// Where the line before ended.
  private var floor = 0

  private func lineStart(_ hit: Int) -> Int {
    var start = hit
    while start > floor, bytes[start - 1] != 0x0A { start -= 1 }
    // Of a line without end, what stands near; a cut never separates what is not ASCII.
    if hit - start > Self.maximumLine {
      start = hit - Self.maximumLine
      while start < hit, bytes[start] >= 0x80 { start += 1 }
      if start == hit {
        while start > floor, bytes[start - 1] >= 0x80, hit - start < 4 * Self.maximumLine { start -= 1 }
        while start > floor, UTF8Cursor.isContinuation(bytes[start]) { start -= 1 }
      }
    }
    return start
  }

  private func lineEnd(_ start: Int, _ hit: Int) -> Int {
    // Up to there nothing but the line feed counts.
    var end = Swift.min(hit + Self.maximumLine, bytes.count)
    if let feed = memchr(bytes.baseAddress! + hit, 0x0A, end - hit) {
      return UnsafePointer(feed.assumingMemoryBound(to: UInt8.self)) - bytes.baseAddress!
    }
    while end < bytes.count, bytes[end] != 0x0A {
      if end - hit > Self.maximumLine, bytes[end] == 0x20 || end - hit > 4 * Self.maximumLine,
        !UTF8Cursor.isContinuation(bytes[end])
      {
        break
      }
      end += 1
    }
    return end
  }

  /// The offset behind the next pair.
  private mutating func nextHit() -> Int? {
    // Leads are letters of many scripts; continuations are rarer.
    while true {
      while nextPlace < placeCount {
        let place = places[nextPlace]
        nextPlace &+= 1
        if place <= at { continue }
        // What is left of Â or Ã whose no-break space has become a space.
        if bytes[place] == 0x20 { return place }
        if isTail(place), let hit = hit(behindLeadBefore: place) { return hit }
      }
      let from = Swift.max(looked, at + 1)
      if from >= bytes.count { return nil }
      nextPlace = 0
      looked = cbytescan_misread_tails(bytes.baseAddress!, bytes.count, from, places, &placeCount)
    }
  }

  /// Whether the character at an offset is a continuation byte of any set.
  @inline(__always) private func isTail(_ at: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0xE0 { return rows.tailsOf2[Int(byte & 0x1F)] &>> UInt64(bytes[at &+ 1] & 0x3F) & 1 != 0 }
    if byte >= 0xF0 { return false }
    let block = Int(byte & 0x0F) &<< 6 | Int(bytes[at &+ 1] & 0x3F)
    return rows.tailsOf3[block] &>> UInt64(bytes[at &+ 2] & 0x3F) & 1 != 0
  }

  /// The offset behind the sequence that starts with the character before an offset, if that is a lead byte.
  private mutating func hit(behindLeadBefore end: Int) -> Int? {
    var start = end &- 1
    while UTF8Cursor.isContinuation(bytes[start]) { start &-= 1 }
    var at = start
    let point = UTF8Reader.point(bytes, &at)
    return rows.leads[rows.of(point)] == 0 ? nil : hit(from: start)
  }

  /// The offset behind the sequence that starts at a lead byte, in any set, unless it can speak for none.
  private mutating func hit(from start: Int) -> Int? {
    var at = start
    let lead = rows.of(UTF8Reader.point(bytes, &at))
    var candidate = MisreadBound.Candidate(start: start, rows: (lead, 0, 0, 0))
    var sets = (rows.leads2[lead], rows.leads3[lead], rows.leads4[lead])
    for length in 2...4 where at < bytes.count && bytes[at] >= 0x80 {
      let row = rows.of(UTF8Reader.point(bytes, &at))
      let tail = rows.tails[row]
      sets = (sets.0 & tail, sets.1 & tail, sets.2 & tail)
      let found: UInt32
      switch length {
      case 2: (candidate.rows.1, found) = (row, sets.0)
      case 3: (candidate.rows.2, found) = (row, sets.1)
      default: (candidate.rows.3, found) = (row, sets.2)
      }
      if found != 0, length > 2 || !(passesOrdinary && at < bytes.count && isOrdinary(lead, row, bytes[at])) {
        // What was lost may have been anything.
        if row == lostRow { return at }
        candidate.end = at
        candidate.length = length
        if bound.canGain(candidate, in: found) { return at }
      }
      sets.0 = 0
      if length > 2 { sets.1 = 0 }
      if sets.1 | sets.2 == 0 { return nil }
    }
    return nil
  }

  /// A capital with a closing mark behind it and then a space or a mark, `СССР»,`: in correct text nearly all pairs are of this kind, and
  /// by itself such a pair never proves anything.
  @inline(__always) private func isOrdinary(_ lead: Int, _ tail: Int, _ next: UInt8) -> Bool {
    switch rows.glyphs[lead] {
    case .cyrillicUpper, .greekUpper, .latinUpper, .cyrillicOtherUpper: break
    default: return false
    }
    switch rows.glyphs[tail] {
    case .closeQuote, .dash, .ellipsis: break
    default: return false
    }
    return next < 0x80 && !(next | 0x20 >= 0x61 && next | 0x20 <= 0x7A)
  }
}
