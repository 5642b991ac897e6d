#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Why output could not be written.
public enum WriteFailure: Error, Equatable, Sendable {
  /// Nobody reads the pipe any more.
  case brokenPipe
  /// The disk, or the quota, is full.
  case noSpace
  /// There is no such descriptor: standard output was closed.
  case closed
  case system(errno: Int32)

  init(errno code: Int32) {
    switch code {
    case EPIPE: self = .brokenPipe
    case ENOSPC, EDQUOT: self = .noSpace
    case EBADF: self = .closed
    default: self = .system(errno: code)
    }
  }

  public var errno: Int32 {
    switch self {
    case .brokenPipe: EPIPE
    case .noSpace: ENOSPC
    case .closed: EBADF
    case .system(let code): code
    }
  }
}

/// Gathers whole records and hands them to write(2), whose every answer is looked at.  Does not own the descriptor.
///
/// The caller turns SIGPIPE off where it wants `brokenPipe` instead of death.
public struct CheckedWriter: ~Copyable {
  public let descriptor: Int32
  private var buffer: [UInt8] = []
  private let capacity: Int
  /// How many bytes reached the descriptor.
  public private(set) var written = 0
  private var failure: WriteFailure?

  /// - Parameters:
  ///   - descriptor: where the bytes go; it stays the caller's.
  ///   - capacity: how much is gathered before it is written; 0 writes each call at once.
  public init(_ descriptor: Int32, capacity: Int = 256 << 10) {
    self.descriptor = descriptor
    self.capacity = capacity
    buffer.reserveCapacity(capacity)
  }

  /// Takes whole records, newlines included.  After a failure every call fails with the same.
  public mutating func write(_ records: Bytes) throws(WriteFailure) {
    if let failure { throw failure }
    if buffer.count + records.count > capacity { try flush() }
    if records.count >= capacity {
      try put(records)
    } else {
      buffer.append(contentsOf: records)
    }
  }

  public mutating func write(_ records: [UInt8]) throws(WriteFailure) {
    try records.withUnsafeBufferPointer { (bytes) throws(WriteFailure) in try write(bytes) }
  }

  /// Writes what was gathered.
  public mutating func flush() throws(WriteFailure) {
    if let failure { throw failure }
    if buffer.isEmpty { return }
    // Out of `self` while it is read, and back in, so that nothing is copied.
    var gathered: [UInt8] = []
    swap(&gathered, &buffer)
    defer {
      gathered.removeAll(keepingCapacity: true)
      swap(&gathered, &buffer)
    }
    try gathered.withUnsafeBufferPointer { (bytes) throws(WriteFailure) in try put(bytes) }
  }

  private mutating func put(_ bytes: Bytes) throws(WriteFailure) {
    var at = 0
    while at < bytes.count {
      let count = sysWrite(descriptor, bytes.baseAddress! + at, bytes.count - at)
      if count > 0 {
        at += count
        written += count
        continue
      }
      switch count == 0 ? EIO : errno {
      case EINTR: continue
      case EAGAIN: wait(for: Int16(POLLOUT), on: descriptor)  // somebody made the pipe non-blocking
      case let code:
        let failure = WriteFailure(errno: code)
        self.failure = failure
        takeBack(Bytes(rebasing: bytes[..<at]))
        throw failure
      }
    }
  }

  /// Cuts half a record off a regular file that just became full, so that it ends with a whole one.
  private mutating func takeBack(_ part: Bytes) {
    let half = part.count - (part.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
    var status = stat()
    let place = lseek(descriptor, 0, SEEK_CUR)
    // Only where the half record is the file's end: others may write to it too.
    guard half > 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, place == status.st_size,
      ftruncate(descriptor, place - half) == 0
    else { return }
    _ = lseek(descriptor, place - half, SEEK_SET)
    written -= half
  }
}

private func sysWrite(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
