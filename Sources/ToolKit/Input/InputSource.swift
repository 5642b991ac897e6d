import Glibc
import JSONLines

/// One input, open for reading: a file, standard input, or what a decompressor or converter makes of them.
final class InputSource {
  /// For messages: the path, or "standard input".
  let name: String
  /// The id of a `--whole-file` record: the path as given.
  let path: String
  /// Size in bytes where that is known: a regular file that is not compressed.
  let size: Int?
  /// Where the bytes come from.
  let bytes: any ByteSource
  private let descriptor: Int32
  private let decompressor: Decompressor?

  /// - Parameter charset: From which character set to convert; nil for none.
  /// - Throws: exit 66 for what cannot be opened, 69 for a missing decompressor.
  init(path: String, charset: String?) throws(Failure) {
    self.path = path
    name = path == "-" ? "standard input" : path
    let source: Int32
    if path == "-" {
      source = 0
    } else {
      source = open(path, O_RDONLY | O_CLOEXEC)
      if source < 0 { throw Failure(.noInput, "\(path): cannot open: \(describe(errno: errno))") }
    }
    var status = stat()
    guard fstat(source, &status) == 0 else {
      throw Failure(.noInput, "\(name): cannot read: \(describe(errno: errno))")
    }
    if (status.st_mode & S_IFMT) == S_IFDIR {
      throw Failure(.noInput, "\(name): is a directory; name its files, as in \(path)/*.jsonl")
    }
    let head = try Self.firstBytes(of: source, name)
    var raw: any ByteSource
    if let program = Decompressor.program(for: head) {
      let child = try Decompressor(program, input: source, head: head, name: name)
      decompressor = child
      descriptor = child.output
      raw = DecompressedSource(child)
      size = nil
    } else {
      decompressor = nil
      descriptor = source
      raw = PrefixedSource(head: head, rest: Descriptor(source))
      size = (status.st_mode & S_IFMT) == S_IFREG ? Int(status.st_size) : nil
    }
    if let charset { raw = try ConvertedSource(raw, charset: charset) }
    bytes = raw
  }

  /// Whether the input is compressed.
  var isCompressed: Bool { decompressor != nil }

  /// Whether the decompressor said that its input is damaged.
  var isDamaged: Bool { decompressor?.hasFailed == true }

  /// Closes it and, at the end of the input, asks the decompressor how it ended.
  func finish() throws(Failure) {
    if descriptor > 0 { close(descriptor) }
    try decompressor?.finish()
  }

  /// Up to four bytes; waits only while what is there is the beginning of a magic number.
  private static func firstBytes(of descriptor: Int32, _ name: String) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < 4, Decompressor.couldBegin(bytes) {
      var byte: UInt8 = 0
      let got = read(descriptor, &byte, 1)
      if got < 0 && errno == EINTR { continue }
      if got < 0 && errno == EAGAIN {
        // Somebody made the pipe non-blocking.
        var query = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&query, 1, -1)
        continue
      }
      if got < 0 { throw Failure(.inputOutput, "\(name): cannot read: \(describe(errno: errno))") }
      if got == 0 { break }
      bytes.append(byte)
    }
    return bytes
  }
}

/// Bytes that were read already, then the rest of their source.
struct PrefixedSource: ByteSource {
  var head: [UInt8]
  var rest: any ByteSource

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    if head.isEmpty { return try rest.read(into: buffer) }
    let count = min(head.count, buffer.count)
    buffer.copyBytes(from: head[..<count])
    head.removeFirst(count)
    return count
  }

  mutating func isReady() -> Bool { !head.isEmpty || rest.isReady() }
}
