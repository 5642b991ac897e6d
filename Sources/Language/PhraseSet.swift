import TextModel

/// Phrases of one or more words, with a number each, found in a text at word boundaries: what user lists are made of.
///
/// A hash table over the phrases' bytes and over each of their beginnings that ends at a word boundary, so that a search goes on
/// only while some phrase still fits.
public struct PhraseSet: Sendable {
  /// Whether ASCII letters are compared without their case.
  public let ignoresCase: Bool
  /// How many phrases there are.
  public private(set) var count = 0

  private var arena: [UInt8] = []
  private var slots: [Slot]
  private var used = 0
  private var beginnings: [(hash: UInt64, length: Int)] = []

  private struct Slot: Sendable {
    /// 0 for an empty slot.
    var hash: UInt64 = 0
    var start: UInt32 = 0
    var length: UInt32 = 0
    /// The phrase's number; -1 where these bytes only begin a phrase.
    var value: Int32 = -1
  }

  public init(ignoresCase: Bool = false, capacity: Int = 16) {
    self.ignoresCase = ignoresCase
    var size = 32
    while size < capacity * 4 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
  }

  public var isEmpty: Bool { count == 0 }

  /// Adds a phrase; the number of one that is there already stays.  White space in it stands for any run of spaces.
  public mutating func insert(_ phrase: ArraySlice<UInt8>, _ value: Int32) {
    let start = arena.count
    phrase.withUnsafeBufferPointer { phrase in
      arena.append(contentsOf: phrase)
    }
    tidy(from: start)
    let end = arena.count
    if end == start { return }
    // Where a word ends inside the phrase, and the hash up to there.
    beginnings.removeAll(keepingCapacity: true)
    var hash = PhraseHash()
    arena.withUnsafeBufferPointer { arena in
      for k in start..<end {
        hash.add(arena[k])
        if k + 1 < end, Self.isBoundary(arena, k + 1) { beginnings.append((hash.value, k + 1 - start)) }
      }
    }
    for (hash, length) in beginnings { put(hash, start, length, -1) }
    put(hash.value, start, end - start, value)
  }

  /// Folds what was appended, and makes one space of each run of white space.
  private mutating func tidy(from start: Int) {
    let end = arena.count
    var kept = start
    let ignoresCase = ignoresCase
    arena.withUnsafeMutableBufferPointer { arena in
      for k in start..<end {
        let isSpace = arena[k] == 0x20 || arena[k] == 0x09
        if isSpace, kept == start || arena[kept - 1] == 0x20 { continue }
        arena[kept] = isSpace ? 0x20 : Self.folded(arena[k], ignoresCase)
        kept += 1
      }
      if kept > start, arena[kept - 1] == 0x20 { kept -= 1 }
    }
    arena.removeLast(end - kept)
  }

  private mutating func put(_ hash: UInt64, _ start: Int, _ length: Int, _ value: Int32) {
    if used * 2 >= slots.count { grow() }
    var at = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[at].hash != 0 {
      if slots[at].hash == hash, Int(slots[at].length) == length, isSame(Int(slots[at].start), start, length) {
        if value >= 0, slots[at].value < 0 {
          slots[at].value = value
          count += 1
        }
        return
      }
      at = (at + 1) & (slots.count - 1)
    }
    slots[at] = Slot(hash: hash, start: UInt32(start), length: UInt32(length), value: value)
    used += 1
    if value >= 0 { count += 1 }
  }

  private func isSame(_ a: Int, _ b: Int, _ length: Int) -> Bool {
    arena.withUnsafeBufferPointer { arena in
      for k in 0..<length where arena[a + k] != arena[b + k] { return false }
      return true
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.hash != 0 {
      var at = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
      while slots[at].hash != 0 { at = (at + 1) & (slots.count - 1) }
      slots[at] = slot
    }
  }

  /// Calls `body` with each longest phrase, from left to right, none inside another.  Linear in the text, times the length
  /// of the longest phrase where many phrases begin alike.
  public func matches(in text: Text, _ body: (Span, Int32) -> Void) {
    if isEmpty { return }
    let bytes = text.utf8
    var at = 0
    while at < bytes.count {
      if isStart(bytes, at), let (end, value) = longest(bytes, at) {
        body(Span(at, end), value)
        at = end
      } else {
        at += 1
      }
    }
  }

  /// The number of the phrase that is exactly `bytes`.
  public func value(of bytes: ArraySlice<UInt8>) -> Int32? {
    var hash = PhraseHash()
    for byte in bytes { hash.add(folded(byte)) }
    let found = find(hash.value, bytes.count) { start in
      zip(arena[start..<start + bytes.count], bytes).allSatisfy { $0 == folded($1) }
    }
    return found.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// The longest phrase that starts at an offset.
  private func longest(_ bytes: [UInt8], _ start: Int) -> (end: Int, value: Int32)? {
    var best: (Int, Int32)?
    var hash = PhraseHash()
    var length = 0
    var at = start
    while at < bytes.count {
      // A run of spaces in the text is one space in the phrase.
      hash.add(folded(bytes[at]))
      length += 1
      let byte = bytes[at]
      at += 1
      if byte == 0x20 { while at < bytes.count, bytes[at] == 0x20 { at += 1 } }
      if byte == 0x0A || byte == 0x0D { break }
      guard at == bytes.count || Self.isBoundary(bytes, at) else { continue }
      guard let value = find(hash.value, length, { matches(bytes, start, $0, length) }) else { break }
      if value >= 0 { best = (at, value) }
    }
    return best
  }

  private func matches(_ bytes: [UInt8], _ start: Int, _ place: Int, _ length: Int) -> Bool {
    var at = start
    for k in place..<place + length {
      if arena[k] != folded(bytes[at]) { return false }
      at += 1
      if arena[k] == 0x20 { while at < bytes.count, bytes[at] == 0x20 { at += 1 } }
    }
    return true
  }

  private func find(_ hash: UInt64, _ length: Int, _ isEqual: (Int) -> Bool) -> Int32? {
    var at = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[at].hash != 0 {
      if slots[at].hash == hash, Int(slots[at].length) == length, isEqual(Int(slots[at].start)) {
        return slots[at].value
      }
      at = (at + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isStart(_ bytes: [UInt8], _ at: Int) -> Bool {
    at == 0 ? !UTF8Cursor.isContinuation(bytes[at]) : Self.isBoundary(bytes, at)
  }

  /// Whether a word ends or begins before `at`: anywhere but between two letters, digits or other bytes from 0x80.  Curly
  /// marks, dashes and odd spaces (E2 80 …) and the signs of Latin-1 (C2 A0 …) are no part of a word.
  @inline(__always)
  private static func isBoundary(_ bytes: some BytesByOffset, _ at: Int) -> Bool {
    let before = bytes[at - 1]
    let after = bytes[at]
    if !isWordByte(before) || !isWordByte(after) { return true }
    if after == 0xE2, at + 1 < bytes.endIndex, bytes[at + 1] == 0x80 { return true }
    if after == 0xC2, at + 1 < bytes.endIndex, isLatinSign(bytes[at + 1]) { return true }
    if before < 0x80 { return false }
    if at >= 3, bytes[at - 3] == 0xE2, bytes[at - 2] == 0x80 { return true }
    return at >= 2 && bytes[at - 2] == 0xC2 && isLatinSign(before)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// The second byte of U+00A0 to U+00BF, the letters ª µ º apart.
  private static func isLatinSign(_ byte: UInt8) -> Bool {
    byte >= 0xA0 && byte != 0xAA && byte != 0xB5 && byte != 0xBA
  }

  private func folded(_ byte: UInt8) -> UInt8 { Self.folded(byte, ignoresCase) }

  /// An ASCII capital as a small letter, if case is to be ignored.
  private static func folded(_ byte: UInt8, _ ignoresCase: Bool) -> UInt8 {
    ignoresCase && byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}

/// 64-bit FNV-1a, never zero.
struct PhraseHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

  var value: UInt64 { (state ^ state >> 29) | 1 }
}

/// What has bytes at offsets: an array, or a buffer.
private protocol BytesByOffset: RandomAccessCollection where Element == UInt8, Index == Int {}
extension [UInt8]: BytesByOffset {}
extension UnsafeBufferPointer<UInt8>: BytesByOffset {}
