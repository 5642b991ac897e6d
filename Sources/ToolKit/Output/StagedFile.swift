import Glibc

/// A temporary file that is removed when the tool dies by a signal it can catch.
final class StagedFile {
  let path: String
  let descriptor: Int32
  private var slot: Int?

  /// Makes an empty file in the folder of `path`, so that a rename stays within one file system.
  init(beside path: String) throws(Failure) {
    var template = Array("\(path).XXXXXX".utf8CString)
    // Blocked, so that no signal falls between making the file and remembering to remove it.
    let signals = SignalBlock()
    defer { signals.lift() }
    let made = mkstemp(&template)
    guard made >= 0 else {
      throw Failure(.inputOutput, "\(path): cannot make a temporary file beside it: \(describe(errno: errno))")
    }
    _ = fcntl(made, F_SETFD, FD_CLOEXEC)
    descriptor = made
    self.path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    slot = Cleanup.remember(self.path)
  }

  /// Removes the file.
  func discard() {
    unlink(path)
    forget()
  }

  /// The file has been renamed: nothing is left to remove.
  func forget() {
    if let slot { Cleanup.forget(slot) }
    slot = nil
  }
}

/// Keeps the signals that end a run waiting.
private struct SignalBlock {
  private var before = sigset_t()

  init() {
    var blocked = sigset_t()
    sigemptyset(&blocked)
    for signal in Cleanup.signals { sigaddset(&blocked, signal) }
    pthread_sigmask(SIG_BLOCK, &blocked, &before)
  }

  func lift() {
    var restored = before
    pthread_sigmask(SIG_SETMASK, &restored, nil)
  }
}

/// Removes temporary files when a signal ends the tool, then dies by that signal as the shell expects.
enum Cleanup {
  static let signals: [Int32] = [SIGINT, SIGTERM, SIGHUP, SIGPIPE]

  // A handler may touch nothing that allocates or locks: a fixed table of C strings.  One pointer store is whole on
  // every machine Swift runs on, and only the main thread stages files.
  private static let capacity = 16
  nonisolated(unsafe) private static let paths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
    let table = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
    table.initialize(repeating: nil, count: capacity)
    return table
  }()

  /// Sets the handlers; a signal that was ignored at the start (nohup) stays ignored.
  static func install() {
    _ = paths
    for signal in signals {
      var old = sigaction()
      sigaction(signal, nil, &old)
      if unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        continue
      }
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        Cleanup.removeAll()
        Glibc.signal(number, SIG_DFL)
        raise(number)
      }
      sigaction(signal, &action, nil)
    }
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
}
