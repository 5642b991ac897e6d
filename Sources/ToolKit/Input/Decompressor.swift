import Glibc
import JSONLines

/// gzip or zstd, as installed, run as a child that reads an input and writes what was compressed.
final class Decompressor {
  /// The child's standard output.
  let output: Int32
  private let process: pid_t
  /// Whether the child has been waited for.
  private var hasEnded = false
  /// Whether it said then that something was wrong.
  private(set) var hasFailed = false
  private let program: String
  private let name: String

  private static let magics: [(bytes: [UInt8], program: String)] = [
    ([0x1F, 0x8B], "gzip"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
  ]

  /// The program for an input that begins so, nil for plain input.
  static func program(for head: [UInt8]) -> String? {
    magics.first { head.starts(with: $0.bytes) }?.program
  }

  /// Whether more bytes could make a magic number of these.
  static func couldBegin(_ head: [UInt8]) -> Bool {
    magics.contains { head.count < $0.bytes.count && $0.bytes.starts(with: head) }
  }

  /// Starts the program.
  ///
  /// - Parameter head: Bytes already taken from `input`; a thread feeds them and then the rest, since a pipe cannot be
  ///   rewound.
  init(_ program: String, input: Int32, head: [UInt8], name: String) throws(Failure) {
    self.program = program
    self.name = name
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else {
      throw Failure(.unavailable, "\(name): cannot make a pipe: \(describe(errno: errno))")
    }
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    // What is wrong with the input is told by us, once and with its name.
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var child: pid_t = 0
    var words: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup("-dc"), nil]
    defer { for word in words { free(word) } }
    let status = posix_spawnp(&child, program, &actions, nil, &words, environ)
    close(toChild[0])
    close(fromChild[1])
    guard status == 0 else {
      close(toChild[1])
      close(fromChild[0])
      throw Failure(
        .unavailable,
        "\(name): is compressed, and \(program) cannot be run: \(describe(errno: status)); install \(program)")
    }
    process = child
    output = fromChild[0]
    let sink = toChild[1]
    Threads.detach {
      Self.feed(head, then: input, into: sink)
      close(sink)
      if input > 0 { close(input) }
    }
  }

  /// Waits for the child, which has closed its output: its feeder then ends by itself.
  func finish() throws(Failure) {
    if !hasEnded {
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 && errno == EINTR {}
      hasEnded = true
      hasFailed = status != 0
    }
    if hasFailed {
      throw Failure(.unavailable, "\(program) failed; the file is truncated or damaged")
    }
  }

  private static func feed(_ head: [UInt8], then input: Int32, into sink: Int32) {
    // A child that stops reading early ends this thread with EPIPE instead of the whole tool with SIGPIPE.
    var blocked = sigset_t()
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &blocked, nil)
    guard head.withUnsafeBytes({ writeAll($0, to: sink) }) else { return }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let got = read(input, buffer.baseAddress, buffer.count)
      if got < 0 && errno == EINTR { continue }
      if got <= 0 { return }
      if !writeAll(UnsafeRawBufferPointer(rebasing: buffer[..<got]), to: sink) { return }
    }
  }

  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var at = 0
    while at < bytes.count {
      let written = write(descriptor, bytes.baseAddress! + at, bytes.count - at)
      if written < 0 && errno == EINTR { continue }
      if written <= 0 { return false }
      at += written
    }
    return true
  }
}

/// What a decompressor writes.  Its end is the end only if the program says so: else the last line was cut, not written so.
///
/// Confined to whoever reads it, like every source.
struct DecompressedSource: ByteSource, @unchecked Sendable {
  private let decompressor: Decompressor
  private var output: Descriptor

  init(_ decompressor: Decompressor) {
    self.decompressor = decompressor
    output = Descriptor(decompressor.output)
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let count = try output.read(into: buffer)
    if count == 0 {
      do { try decompressor.finish() } catch { throw .source(error.message) }
    }
    return count
  }

  mutating func isReady() -> Bool { output.isReady() }
}
