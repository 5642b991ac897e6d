import Glibc
import JSONLines

/// Where a run writes: standard output, or a file that appears whole and synced under its name, or not at all.
final class OutputTarget {
  /// Open for writing until `commit` or `abandon`.
  private(set) var descriptor: Int32
  private var writer: CheckedWriter
  /// For messages.
  let name: String
  /// The temporary file beside the target, and the path it takes; nil where we write straight to a descriptor.
  private let staged: (temporary: StagedFile, path: String, backup: String?)?

  /// Standard output.
  init(standardOutput name: String = "standard output") {
    descriptor = 1
    writer = CheckedWriter(1)
    self.name = name
    staged = nil
  }

  /// A file.  A regular file, or none yet, is staged beside and renamed; a device or a FIFO is written to as it is.
  ///
  /// - Parameters:
  ///   - path: The target; a symbolic link is followed, so that the link stays and the file behind it is replaced.
  ///   - backup: Where the old file stays (in-place with a suffix).
  init(path: String, backup: String? = nil) throws(Failure) {
    name = path
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists && (status.st_mode & S_IFMT) == S_IFDIR {
      throw Failure(.inputOutput, "\(path): is a directory; name a file")
    }
    if exists && (status.st_mode & S_IFMT) != S_IFREG {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      writer = CheckedWriter(descriptor)
      staged = nil
      if descriptor < 0 { throw Failure(.inputOutput, "\(path): cannot write: \(describe(errno: errno))") }
      return
    }
    let real = exists ? resolved(path) : path
    let temporary = try StagedFile(beside: real)
    descriptor = temporary.descriptor
    writer = CheckedWriter(descriptor)
    staged = (temporary, real, backup)
    if exists {
      // Owner first: a change of owner clears the set-id bits that the mode may carry.
      _ = fchown(descriptor, status.st_uid, status.st_gid)
      _ = fchmod(descriptor, status.st_mode & 0o7777)
    } else {
      let mask = umask(0)
      umask(mask)
      _ = fchmod(descriptor, 0o666 & ~mask)
    }
  }

  /// Whether a reader of this output can be told of a failure by an unparsable last line.
  var isPipe: Bool { staged == nil && Self.isPipe(descriptor) }

  /// Whether a descriptor leads to a program that reads.
  static func isPipe(_ descriptor: Int32) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    return (status.st_mode & S_IFMT) == S_IFIFO || (status.st_mode & S_IFMT) == S_IFSOCK
  }

  /// Writes whole records; looks at every answer of write(2).
  func write(_ bytes: some Collection<UInt8>) throws(Failure) {
    var failure: Failure?
    func write(_ bytes: Bytes) {
      do throws(Failure) { try self.write([bytes]) } catch { failure = error }
    }
    let whole: Void? = bytes.withContiguousStorageIfAvailable { write($0) }
    if whole == nil { Array(bytes).withUnsafeBufferPointer { write($0) } }
    if let failure { throw failure }
  }

  /// Writes one piece after the other, each of whole records.
  func write(_ pieces: [Bytes]) throws(Failure) {
    do throws(WriteFailure) {
      try writer.write(pieces)
    } catch {
      throw Failure(.inputOutput, "\(name): cannot write: \(describe(errno: error.errno))")
    }
  }

  /// Publishes what was written: synced, under its name, the old content gone (or under `backup`).
  func commit() throws(Failure) {
    guard let staged else {
      // A network file system may tell of a failed write only at the close.
      if descriptor != 1, close(descriptor) != 0 { throw closeFailure() }
      return
    }
    while fsync(descriptor) != 0 {
      if errno == EINTR { continue }
      let code = errno
      abandon()
      throw Failure(.inputOutput, "\(name): cannot sync: \(describe(errno: code))")
    }
    if close(descriptor) != 0 {
      let failure = closeFailure()
      staged.temporary.discard()
      throw failure
    }
    if let backup = staged.backup {
      unlink(backup)
      if link(staged.path, backup) != 0 {
        let code = errno
        staged.temporary.discard()
        throw Failure(.inputOutput, "\(backup): cannot keep the old file: \(describe(errno: code))")
      }
    }
    if rename(staged.temporary.path, staged.path) != 0 {
      let code = errno
      staged.temporary.discard()
      throw Failure(.inputOutput, "\(name): cannot rename into place: \(describe(errno: code))")
    }
    staged.temporary.forget()
    syncDirectory(of: staged.path)
  }

  /// Gives up what was written; the target is as it was.
  func abandon() {
    guard let staged else { return }
    close(descriptor)
    staged.temporary.discard()
  }

  private func closeFailure() -> Failure {
    Failure(.inputOutput, "\(name): cannot close: \(describe(errno: errno))")
  }
}

/// The path behind symbolic links.
private func resolved(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
}

/// Makes a rename durable.  A file system that cannot sync a directory has nothing better to offer.
private func syncDirectory(of path: String) {
  let directory = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  _ = fsync(descriptor)
  close(descriptor)
}
