import CJSONLines

/// Cuts a source into chunks of whole lines, for one worker or many.
///
/// Each worker calls `fill` with its own chunk, under one lock; the order of the calls is the order of the lines.  A chunk
/// holds about `target` bytes, more only for a line that is longer.  When the next read would wait and whole lines are
/// there, they are returned at once: what is finished goes out before anybody waits.
public struct ChunkReader {
  /// How many bytes make a chunk full.
  public static let defaultTarget = 512 << 10
  /// The longest line, unless told otherwise: 1 GiB.
  public static let defaultLimit = 1 << 30

  private var source: any ByteSource
  private let target: Int
  private let limit: Int
  private let skipsByteOrderMark: Bool
  /// The piece behind the last newline of the chunk before.
  private var carried: [UInt8] = []
  /// Number and place of the first line that was not yet handed out.
  private var line = 1
  private var offset = 0
  private var isAtEnd = false
  /// Whether the rest of a line that was too long is still to be thrown away.
  private var isSkipping = false
  /// How many bytes of it are gone already.
  private var skipped = 0
  /// A fault that came after whole lines: told by the next call.
  private var pending: ReadFailure?

  /// - Parameters:
  ///   - source: where the bytes come from, e.g. `Descriptor(0)`.
  ///   - target: how many bytes make a chunk full.
  ///   - limit: the longest line allowed, in bytes without the newline.
  ///   - skipsByteOrderMark: whether EF BB BF at the very start is left out.
  public init(
    _ source: any ByteSource, target: Int = defaultTarget, limit: Int = defaultLimit, skipsByteOrderMark: Bool = true
  ) {
    self.source = source
    self.target = max(target, 1)
    self.limit = limit
    self.skipsByteOrderMark = skipsByteOrderMark
  }

  /// Puts the next whole lines into `chunk`; false when there are none left.
  ///
  /// After `lineTooLong` the next call goes on behind that line; after other failures it fails again.  Lines that were
  /// whole before a failure are handed out first.  Linear in what is read, however long a line.
  public mutating func fill(_ chunk: inout Chunk) throws(ReadFailure) -> Bool {
    chunk.clear()
    if let failure = pending {
      if case .lineTooLong = failure { pending = nil }
      throw failure
    }
    if isSkipping { try skipLine(&chunk) }
    carried.withUnsafeBufferPointer { chunk.append($0) }
    carried.removeAll(keepingCapacity: true)
    try gather(&chunk)
    try keepWithinLimit(&chunk)
    return handOut(&chunk)
  }

  /// Reads until the chunk is full, the source is at its end or would keep us waiting, and there is a whole line.
  private mutating func gather(_ chunk: inout Chunk) throws(ReadFailure) {
    var searched = 0
    var whole = 0
    while true {
      // Only what is new is searched, and of it only the end: a line of any length costs what it is long.
      if let newline = chunk.lastNewline(searched..<chunk.end) { whole = newline + 1 }
      searched = chunk.end
      if isAtEnd {
        whole = chunk.end
        break
      }
      if whole > 0, chunk.end >= target || !source.isReady() { break }
      if whole == 0, chunk.end > limit { break }
      do {
        // Of a line longer than a chunk no more is read at once than a chunk, so that no more is carried over.
        let wanted = chunk.end < target ? target - chunk.end : target
        let count = try source.read(into: chunk.room(wanted))
        chunk.end += count
        isAtEnd = count == 0
      } catch {
        pending = error
        if whole == 0 { throw error }
        break
      }
    }
    if whole > 0 || isAtEnd { keep(&chunk, from: whole) }
  }

  /// Moves what lies behind `place` to the next chunk.
  private mutating func keep(_ chunk: inout Chunk, from place: Int) {
    guard place < chunk.end, let base = chunk.base else { return }
    carried.insert(contentsOf: Bytes(start: base + place, count: chunk.end - place), at: 0)
    chunk.end = place
  }

  /// Ends the chunk before a line that is too long.
  private mutating func keepWithinLimit(_ chunk: inout Chunk) throws(ReadFailure) {
    guard chunk.end > limit else { return }
    var at = 0
    var number = line
    while at < chunk.end {
      let newline = chunk.firstNewline(at..<chunk.end)
      let end = newline ?? chunk.end
      if end - at > limit {
        let failure = ReadFailure.lineTooLong(line: number, offset: offset + at, limit: limit)
        isSkipping = true
        if newline == nil {
          skipped = chunk.end - at
          chunk.end = at
        } else {
          keep(&chunk, from: at)
        }
        guard at == 0 else {
          pending = failure
          return
        }
        throw failure
      }
      at = end + 1
      number += 1
    }
  }

  /// Throws away the line that was too long: it is carried over whole, or its rest is still to be read.
  private mutating func skipLine(_ chunk: inout Chunk) throws(ReadFailure) {
    isSkipping = false
    offset += skipped
    if skipped == 0, let newline = carried.firstIndex(of: 0x0A) {
      offset += newline + 1
      line += 1
      carried.removeSubrange(...newline)
      return
    }
    skipped = 0
    while !isAtEnd {
      chunk.clear()
      let count = try source.read(into: chunk.room(target))
      isAtEnd = count == 0
      chunk.end = count
      if let newline = chunk.firstNewline(0..<count) {
        offset += newline + 1
        line += 1
        keep(&chunk, from: newline + 1)
        break
      }
      offset += count
    }
    chunk.clear()
  }

  /// Says where the chunk stands in the source.
  private mutating func handOut(_ chunk: inout Chunk) -> Bool {
    chunk.firstLine = line
    chunk.offset = offset
    chunk.newlines = chunk.base.map { cjson_count_newlines($0, chunk.end) } ?? 0
    line += chunk.newlines
    offset += chunk.end
    if skipsByteOrderMark, chunk.offset == 0, chunk.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      chunk.start = 3
      chunk.offset = 3
    }
    chunk.isLast = isAtEnd && carried.isEmpty && pending == nil
    chunk.rewind()
    return !chunk.isEmpty
  }
}
