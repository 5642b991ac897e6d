import Glibc

/// What is still done when a signal ends the tool: temporary files are removed, and the next stage of a pipe is told that
/// what it got is not all.  Then the tool dies by that signal, as the shell expects.
enum Cleanup {
  /// Signals that end a run from outside.
  static let signals: [Int32] = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGPIPE]
  /// Signals that a bug of ours raises (a trap of the language is one): exit status 70.
  private static let bugs: [Int32] = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]

  // A handler may touch nothing that allocates or locks: a fixed table of C strings.  One pointer store is whole on
  // every machine Swift runs on, and only the main thread stages files.
  private static let capacity = 16
  nonisolated(unsafe) private static let paths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
    let table = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
    table.initialize(repeating: nil, count: capacity)
    return table
  }()

  /// Where the mark of a broken pipe goes; -1 for nowhere.
  nonisolated(unsafe) private static var pipe: Int32 = -1
  nonisolated(unsafe) private static var pipePath = UnsafeRawBufferPointer(start: nil, count: 0)
  nonisolated(unsafe) private static var mark = UnsafeRawBufferPointer(start: nil, count: 0)
  /// What is said of a bug.
  nonisolated(unsafe) private static var regret = UnsafeRawBufferPointer(start: nil, count: 0)

  /// Sets the handlers; a signal that was ignored at the start (nohup) stays ignored.
  static func install(tool: String) {
    // Touched here, so that the handlers find them made.
    _ = paths
    watch(pipe: nil)
    mark = kept(FailureMark.bytes(tool))
    regret = kept(Array("\(tool): internal error; please report it with the record that it stopped at\n".utf8))
    // A file that may not grow is an error of write(2) like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    for signal in signals {
      handle(signal) { number in
        Glibc.signal(number, SIG_DFL)
        Cleanup.removeAll()
        if number != SIGPIPE { Cleanup.tellPipe() }
        raise(number)
      }
    }
    for signal in bugs {
      handle(signal) { number in
        Glibc.signal(number, SIG_DFL)
        Cleanup.removeAll()
        Cleanup.tellPipe()
        _ = write(2, Cleanup.regret.baseAddress, Cleanup.regret.count)
        _exit(ExitStatus.software.rawValue)
      }
    }
  }

  /// From now on, or with nil no longer, a pipe is told of a death by signal.
  static func watch(pipe descriptor: Int32?) {
    if let descriptor { pipePath = kept(Array("/proc/self/fd/\(descriptor)".utf8) + [0]) }
    pipe = descriptor ?? -1
  }

  static func removeAll() {
    for slot in 0..<capacity {
      if let path = paths[slot] { unlink(path) }
    }
  }

  static func remember(_ path: String) -> Int? {
    for slot in 0..<capacity where paths[slot] == nil {
      paths[slot] = strdup(path)
      return slot
    }
    return nil
  }

  static func forget(_ slot: Int) {
    let path = paths[slot]
    paths[slot] = nil
    free(path)
  }

  private static func tellPipe() {
    guard pipe >= 0 else { return }
    signal(SIGPIPE, SIG_IGN)
    // Opened anew, so that it can be tried without waiting: a full pipe whose reader does not read must not keep a dying
    // tool for long, and the flag on our own descriptor would be everybody's who shares it.
    var own = open(pipePath.baseAddress!.assumingMemoryBound(to: CChar.self), O_WRONLY | O_NONBLOCK | O_CLOEXEC)
    if own < 0 { own = pipe }
    for _ in 0..<20 {
      if write(own, mark.baseAddress, mark.count) >= 0 || errno != EAGAIN { return }
      var query = pollfd(fd: own, events: Int16(POLLOUT), revents: 0)
      _ = poll(&query, 1, 100)
    }
  }

  private static func handle(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var old = sigaction()
    sigaction(number, nil, &old)
    if unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      return
    }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigaction(number, &action, nil)
  }

  /// Bytes that stay where they are until the end.
  private static func kept(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    copy.copyBytes(from: bytes)
    return UnsafeRawBufferPointer(copy)
  }
}
