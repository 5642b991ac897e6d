import CByteScan

/// What offsets are counted in outside the house.
public enum OffsetUnit: String, Sendable, Hashable, CaseIterable {
  case codePoints = "codepoint"
  case utf8
  case utf16
}

/// What is wrong with an offset that came with a record.
public enum OffsetError: Error, Sendable, Hashable {
  /// Negative or behind the end of the text.
  case outside(offset: Int, length: Int)
  /// Between the two UTF-16 units, or among the bytes, of one code point.
  case insideCodePoint(offset: Int)
}

/// Converts between byte offsets and offsets in another unit, for one text.
///
/// Built in one pass with a checkpoint every 128 bytes; for text that is all ASCII, and for bytes, there is nothing to build.
/// A conversion reads at most 128 bytes.
public struct OffsetMap {
  public private(set) var unit: OffsetUnit
  /// The length of the text, in the unit.
  public private(set) var length = 0
  /// Units before byte 0, 128, 256 …; empty where bytes and units are the same.
  private var checkpoints: [Int] = []
  fileprivate var isIdentity = true

  static let stride = 128

  public init(unit: OffsetUnit = .codePoints) {
    self.unit = unit
  }

  /// Moves on to another text, keeping the memory.  Linear.
  public mutating func build(over text: Text, unit: OffsetUnit) {
    self.unit = unit
    checkpoints.removeAll(keepingCapacity: true)
    length = text.count
    isIdentity = true
    if unit == .utf8 { return }
    text.utf8.withUnsafeBytes { bytes in
      // Where each byte starts a code point, the text is ASCII.
      if UnitCount.units(bytes, 0, bytes.count, .codePoints) == bytes.count { return }
      isIdentity = false
      checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
      var units = 0
      var at = 0
      while at < bytes.count {
        checkpoints.append(units)
        let end = Swift.min(at + Self.stride, bytes.count)
        units += UnitCount.units(bytes, at, end, unit)
        at = end
      }
      length = units
    }
  }

  /// The offset in the unit of a byte offset, which is on a code point boundary of `text` (the text the map was built over).
  public func offset(ofByte byte: Int, in text: Text) -> Int {
    if isIdentity { return byte }
    if byte >= text.count { return length }
    let block = byte / Self.stride
    return text.utf8.withUnsafeBytes {
      checkpoints[block] + UnitCount.units($0, block * Self.stride, byte, unit)
    }
  }

  /// A walk over `text` (the text the map was built over), for byte offsets that come in order.
  public func walk(over text: Text) -> OffsetWalk { OffsetWalk(self, text) }

  /// The byte offset of an offset in the unit.
  public func byte(of offset: Int, in text: Text) throws(OffsetError) -> Int {
    guard offset >= 0, offset <= length else { throw .outside(offset: offset, length: length) }
    if offset == length { return text.count }
    if isIdentity {
      guard text.isBoundary(offset) else { throw .insideCodePoint(offset: offset) }
      return offset
    }
    // The last checkpoint at or before the offset, between bounds that the unit gives: a unit is one to four bytes.
    var low = offset / Self.stride
    var high = Swift.min(offset * 4 / Self.stride, checkpoints.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if checkpoints[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    var at = low * Self.stride
    var left = offset - checkpoints[low]
    // A checkpoint may fall inside a code point, whose units were counted at its first byte.
    while at < text.count, UTF8Cursor.isContinuation(text[at]) { at += 1 }
    while left > 0 {
      left -= unit == .utf16 && text[at] >= 0xF0 ? 2 : 1
      at = text.index(after: at)
    }
    if left < 0 { throw .insideCodePoint(offset: offset) }
    return at
  }
}

/// Converts byte offsets that come in order: each byte is counted once.
public struct OffsetWalk {
  private let map: OffsetMap
  private let text: Text
  private var byte = 0
  private var units = 0

  init(_ map: OffsetMap, _ text: Text) {
    self.map = map
    self.text = text
  }

  /// The offset in the map's unit of a byte offset, on a code point boundary and not before the last one asked for.
  public mutating func offset(ofByte next: Int) -> Int {
    if map.isIdentity { return next }
    units += text.utf8.withUnsafeBytes { UnitCount.units($0, byte, next, map.unit) }
    byte = next
    return units
  }
}

extension OffsetUnit {
  /// The units of the code points that start in a range of bytes.  Linear.
  public func count(_ bytes: [UInt8], in range: Range<Int>) -> Int {
    if self == .utf8 { return range.count }
    return bytes.withUnsafeBytes { UnitCount.units($0, range.lowerBound, range.upperBound, self) }
  }
}

/// Counts units of UTF-8.
enum UnitCount {
  /// The units of the code points that start in `start ..< end`.
  static func units(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ unit: OffsetUnit) -> Int {
    guard end > start, let base = bytes.baseAddress else { return 0 }
    let first = base.assumingMemoryBound(to: UInt8.self) + start
    let found = cbytescan_code_points(first, end - start)
    return unit == .utf16 ? found + fourBytes(bytes, start, end) : found
  }

  /// The code points that take two units of UTF-16, eight bytes at a time.
  static func fourBytes(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int {
    var found = 0
    var at = start
    while at + 8 <= end {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let lead = word & word << 1 & word << 2 & word << 3 & 0x8080_8080_8080_8080
      if lead != 0 { found += lead.nonzeroBitCount }
      at += 8
    }
    while at < end {
      if bytes[at] >= 0xF0 { found += 1 }
      at += 1
    }
    return found
  }
}
