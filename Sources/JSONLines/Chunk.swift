import CJSONLines

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Whole lines of one source, in a buffer that its worker fills again and again.
///
/// Confined to one worker at a time; it may be handed from thread to thread.
public struct Chunk: ~Copyable, @unchecked Sendable {
  /// The number of the first line, 1 at the start of the source.
  public internal(set) var firstLine = 1
  /// Where the first line starts in the source, in bytes.
  public internal(set) var offset = 0
  /// How many newlines there are.
  public internal(set) var newlines = 0
  /// Whether it is known that nothing comes after this chunk; where it is not, the next `fill` says so.
  public internal(set) var isLast = false

  private(set) var base: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  /// Where the lines start in the buffer: behind a byte order mark.
  var start = 0
  /// Where they end.
  var end = 0
  private var next = 0
  private var nextNumber = 1

  /// A buffer that one huge line made larger than this is given back before the next chunk.
  private static let keptCapacity = 8 << 20

  public init() {}

  deinit { free(base) }

  /// Length of all lines in bytes, newlines included.
  public var count: Int { end - start }
  public var isEmpty: Bool { end == start }
  /// How many lines there are, a last one without newline included.
  public var lineCount: Int { newlines + (isEmpty || base![end - 1] == 0x0A ? 0 : 1) }

  /// All bytes, newlines included.
  public var bytes: Bytes { Bytes(start: base.map { $0 + start }, count: count) }

  /// The next line, until there is none.  Linear over the chunk.
  public mutating func nextLine() -> Line? {
    guard next < end, let base else { return nil }
    let from = base + next
    let number = nextNumber
    let found = memchr(from, 0x0A, end - next)
    let length = found.map { $0 - UnsafeMutableRawPointer(from) } ?? end - next
    let line = Line(
      bytes: Bytes(start: from, count: length), number: number, offset: offset + next - start,
      isTerminated: found != nil)
    next += length + 1
    nextNumber += 1
    return line
  }

  /// Goes back before the first line.
  public mutating func rewind() {
    next = start
    nextNumber = firstLine
  }

  /// Forgets the lines; what `bytes` and `nextLine` gave is no longer valid.
  public mutating func clear() {
    start = 0
    end = 0
    newlines = 0
    isLast = false
    if capacity > Self.keptCapacity {
      free(base)
      base = nil
      capacity = 0
    }
  }

  /// `wanted` free bytes behind `end`; grows by doubling, so that filling is linear.
  mutating func room(_ wanted: Int) -> UnsafeMutableRawBufferPointer {
    if capacity - end < wanted {
      capacity = max(capacity * 2, end + wanted)
      // Every failed allocation of Swift's ends the program; this one says at least what it was for.
      guard let grown = realloc(base, capacity) else { fatalError("out of memory for a line of \(end) bytes") }
      base = grown.assumingMemoryBound(to: UInt8.self)
    }
    return UnsafeMutableRawBufferPointer(start: base! + end, count: wanted)
  }

  mutating func append(_ bytes: Bytes) {
    guard let from = bytes.baseAddress, bytes.count > 0 else { return }
    memcpy(room(bytes.count).baseAddress!, from, bytes.count)
    end += bytes.count
  }

  /// The offset in the buffer of the last newline in `range`.
  func lastNewline(_ range: Range<Int>) -> Int? {
    guard let base else { return nil }
    let found = cjson_last_newline(base, range.lowerBound, range.upperBound)
    return found < range.upperBound ? found : nil
  }

  /// The offset in the buffer of the first newline in `range`.
  func firstNewline(_ range: Range<Int>) -> Int? {
    guard let base, !range.isEmpty, let found = memchr(base + range.lowerBound, 0x0A, range.count) else { return nil }
    return found - UnsafeMutableRawPointer(base)
  }
}
