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

/// Hands whole records to write(2), whose every answer is looked at.  Does not own the descriptor.
///
/// The caller turns SIGPIPE off where it wants `brokenPipe` instead of death.
public struct CheckedWriter: ~Copyable {
  public let descriptor: Int32
  /// How many bytes reached the descriptor.
  public private(set) var written = 0
  private var failure: WriteFailure?
  private var vectors: [iovec] = []

  /// - Parameter descriptor: where the bytes go; it stays the caller's.
  public init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Writes whole records, newlines included.  After a failure every call fails with the same.
  public mutating func write(_ records: Bytes) throws(WriteFailure) { try write([records]) }

  /// Writes one piece after the other, each of whole records.
  public mutating func write(_ pieces: [Bytes]) throws(WriteFailure) {
    if let failure { throw failure }
    // The piece that is to be written next, and how much of it is.
    var piece = 0
    var at = 0
    while piece < pieces.count {
      if at == pieces[piece].count {
        piece += 1
        at = 0
        continue
      }
      var count = gathered(pieces[piece...], from: at)
      if count <= 0 {
        switch count == 0 ? EIO : errno {
        case EINTR: continue
        case EAGAIN: wait(for: Int16(POLLOUT), on: descriptor)  // somebody made the pipe non-blocking
        case let code:
          let failure = WriteFailure(errno: code)
          self.failure = failure
          takeBack(Bytes(rebasing: pieces[piece][..<at]))
          throw failure
        }
        continue
      }
      written += count
      while count > 0 {
        let step = min(count, pieces[piece].count - at)
        at += step
        count -= step
        if count > 0 {
          piece += 1
          at = 0
        }
      }
    }
  }

  /// Hands as many pieces to writev(2) as it takes at once.
  private mutating func gathered(_ pieces: ArraySlice<Bytes>, from start: Int) -> Int {
    vectors.removeAll(keepingCapacity: true)
    var skipped = start
    for piece in pieces.prefix(Self.mostPieces) {
      vectors.append(
        iovec(iov_base: UnsafeMutableRawPointer(mutating: piece.baseAddress! + skipped), iov_len: piece.count - skipped)
      )
      skipped = 0
    }
    return writev(descriptor, vectors, Int32(vectors.count))
  }

  /// IOV_MAX of Linux.
  private static let mostPieces = 1024

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
