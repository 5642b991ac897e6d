import Glibc

/// A temporary file that is removed when the tool dies by a signal it can catch.
final class StagedFile {
  let path: String
  let descriptor: Int32
  private var slot: Int?

  /// Makes an empty file in the folder of `path`, so that a rename stays within one file system.
  init(beside path: String) throws(Failure) {
    // mkstemp(3) asks for these six letters and writes a name of its own over them.
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
