#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where bytes come from: a descriptor, a conversion, a test.
public protocol ByteSource: Sendable {
  /// Puts at least one byte into `buffer` (never empty) and says how many; 0 at the end.  Waits where it must.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int
  /// Whether the next `read` returns without waiting.
  mutating func isReady() -> Bool
}

/// Why no more lines come.
public enum ReadFailure: Error, Equatable, Sendable {
  /// read(2) said so.
  case system(errno: Int32)
  /// The source is a folder.
  case isDirectory
  /// A line is longer than allowed.  The next `fill` goes on behind it.
  case lineTooLong(line: Int, offset: Int, limit: Int)
  /// A source that is no descriptor tells in its own words.
  case source(String)
}

/// An open file, pipe or socket, read with read(2).  Does not own the descriptor.
public struct Descriptor: ByteSource, Sendable {
  public let number: Int32

  public init(_ number: Int32) { self.number = number }

  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(number, buffer.baseAddress, buffer.count)
      #else
        let count = Musl.read(number, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN: wait(for: Int16(POLLIN), on: number)  // somebody made the pipe non-blocking
      case EISDIR: throw .isDirectory
      case let code: throw .system(errno: code)
      }
    }
  }

  /// Regular files are always ready, so that they move in full chunks; a hang-up is ready too, since read says 0 at once.
  public mutating func isReady() -> Bool {
    var query = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    return poll(&query, 1, 0) != 0
  }
}

/// Sleeps until a descriptor may be read or written, or a signal comes.
func wait(for events: Int16, on descriptor: Int32) {
  var query = pollfd(fd: descriptor, events: events, revents: 0)
  _ = poll(&query, 1, -1)
}
