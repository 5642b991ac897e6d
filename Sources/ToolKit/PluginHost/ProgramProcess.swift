import Glibc
import JSONLines

/// A plugin program that runs: questions go in, answers come out, one line each.
///
/// Writes and reads at the same time, so that no program can make both sides wait, whatever it does or does not read.
/// What it says on standard error is passed on, with its name before each line.
final class ProgramProcess {
  /// Why a program is of no more use.
  struct Breach: Error, Sendable {
    var reason: String
  }

  private let tool: String
  private let name: String
  private let timeout: Double
  private let process: pid_t
  private var input: Int32
  private let output: Int32
  private let errors: Int32
  /// What came on standard output and is not yet taken.
  private var received: [UInt8] = []
  private var taken = 0
  private var searched = 0
  private var isAtEnd = false
  private var errorLine: [UInt8] = []
  /// The last lines on standard error, for the message when it fails.
  private var lastWords: [String] = []
  private var piece = [UInt8](repeating: 0, count: 1 << 16)

  /// The longest answer.
  static let longestAnswer = 256 << 20

  /// - Throws: exit 69 where the command cannot be started.
  init(_ words: [String], tool: String, name: String, timeout: Double) throws(Failure) {
    self.tool = tool
    self.name = name
    self.timeout = timeout
    var pipes: [[Int32]] = []
    for _ in 0..<3 {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else {
        for end in pipes.joined() { close(end) }
        throw Failure(.unavailable, "plugin \(name): cannot make a pipe: \(describe(errno: errno))")
      }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      pipes.append(ends)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, pipes[0][0], 0)
    posix_spawn_file_actions_adddup2(&actions, pipes[1][1], 1)
    posix_spawn_file_actions_adddup2(&actions, pipes[2][1], 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    // A group of its own, so that what it starts in turn can be ended with it; signals as a program expects them.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    posix_spawnattr_setsigmask(&attributes, &unblocked)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var child: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    let status = posix_spawnp(&child, words[0], &actions, &attributes, &arguments, environ)
    for argument in arguments { free(argument) }
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    close(pipes[0][0])
    close(pipes[1][1])
    close(pipes[2][1])
    input = pipes[0][1]
    output = pipes[1][0]
    errors = pipes[2][0]
    process = child
    guard status == 0 else {
      // What failed to start has no process: to end one numbered 0 would end ourselves and all our group.
      hasEnded = true
      close(input)
      close(output)
      close(errors)
      throw Failure(.unavailable, "plugin \(name): cannot start '\(words[0])': \(describe(errno: status))")
    }
    for end in [input, output, errors] { _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) }
  }

  /// Sends questions and takes one line for each, calling `answer` with it.
  ///
  /// - Throws: a breach, after `answer` was called with all answers that came before.
  func exchange(_ questions: [UInt8], count: Int, _ answer: (Bytes) throws(Breach) -> Void) throws(Breach) {
    var sent = 0
    var answered = 0
    if taken < received.count || receiveNow(), count > 0 {
      throw breach("answered before it was asked")
    }
    var deadline = now() + timeout
    while answered < count {
      let before = (sent, received.count, taken)
      if sent < questions.count { try send(questions, &sent) }
      _ = receiveNow()
      try takeLines(&answered, count, answer)
      if answered == count { break }
      if isAtEnd { throw breach("ended after \(answered) of \(count) answers") }
      if before != (sent, received.count, taken) {
        deadline = now() + timeout
        continue
      }
      try wait(writing: sent < questions.count, until: deadline, answered, count)
    }
    passOnErrors()
    compact()
  }

  /// Ends the program's input and waits for its end.
  ///
  /// - Throws: a breach where it says more than it was asked, or ends with a failure.
  func finish() throws(Breach) {
    close(input)
    input = -1
    let deadline = now() + timeout
    var status: Int32 = 0
    var isReaped = false
    while true {
      _ = receiveNow()
      passOnErrors()
      if taken < received.count { throw breach("said more than it was asked") }
      if !isReaped { isReaped = waitpid(process, &status, WNOHANG) == process }
      // One that forks and leaves may have left its output open to others; they are nobody's to wait for.
      if isReaped { break }
      if now() > deadline { throw breach("does not end when its input does") }
      var query = [
        pollfd(fd: isAtEnd ? -1 : output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
      ]
      _ = poll(&query, 2, 10)
    }
    _ = receiveNow()
    passOnErrors()
    if taken < received.count { throw breach("said more than it was asked") }
    hasEnded = true
    closeAll()
    if status != 0 { throw breach(Self.end(status)) }
  }

  private var hasEnded = false

  /// Ends the program, and whatever it has started, at once.
  func kill() {
    if hasEnded || process <= 0 { return }
    hasEnded = true
    Glibc.kill(-process, SIGKILL)
    Glibc.kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    passOnErrors()
    closeAll()
  }

  deinit { kill() }

  private func closeAll() {
    if input >= 0 { close(input) }
    input = -1
    close(output)
    close(errors)
  }

  private func send(_ questions: [UInt8], _ sent: inout Int) throws(Breach) {
    var failure: Int32 = 0
    let from = sent
    let written = SignalShield.withoutBrokenPipe {
      questions.withUnsafeBytes { write(input, $0.baseAddress! + from, $0.count - from) }
    } failure: {
      failure = $0
    }
    if written > 0 { sent += written }
    if written < 0, failure != EAGAIN, failure != EINTR {
      // It may have said why before it went.
      _ = receiveNow()
      throw breach(failure == EPIPE ? "stopped reading" : "cannot be written to: \(describe(errno: failure))")
    }
  }

  /// Takes what is there without waiting.
  ///
  /// - Returns: whether anything came.
  private func receiveNow() -> Bool {
    var came = false
    while !isAtEnd {
      let got = read(output, &piece, piece.count)
      if got > 0 {
        received.append(contentsOf: piece[..<got])
        came = true
        if received.count - taken > Self.longestAnswer { break }
      } else if got == 0 {
        isAtEnd = true
      } else if errno != EINTR {
        break
      }
    }
    passOnErrors()
    return came
  }

  private func takeLines(_ answered: inout Int, _ count: Int, _ answer: (Bytes) throws(Breach) -> Void) throws(Breach) {
    while answered < count {
      let start = max(searched, taken)
      guard let newline = received[start...].firstIndex(of: 0x0A) else {
        searched = received.count
        if received.count - taken > Self.longestAnswer {
          throw breach("an answer is longer than \(Self.longestAnswer) bytes")
        }
        return
      }
      searched = newline + 1
      let line = taken..<newline
      taken = newline + 1
      var failure: Breach?
      received.withUnsafeBufferPointer { buffer in
        do throws(Breach) { try answer(Bytes(rebasing: buffer[line])) } catch { failure = error }
      }
      if let failure { throw failure }
      answered += 1
    }
  }

  private func compact() {
    received.removeFirst(taken)
    searched = 0
    taken = 0
  }

  private func wait(writing: Bool, until deadline: Double, _ answered: Int, _ count: Int) throws(Breach) {
    let left = deadline - now()
    guard left > 0 else {
      throw breach(
        "has not moved for \(timeout == timeout.rounded() ? String(Int(timeout)) : String(timeout)) s with \(answered) of \(count) answers given; --plugin-timeout gives it longer"
      )
    }
    var query = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
      pollfd(fd: writing ? input : -1, events: Int16(POLLOUT), revents: 0),
    ]
    _ = poll(&query, 3, Int32(min(left * 1000 + 1, 1000)))
    if query[1].revents != 0 { passOnErrors() }
  }

  /// Passes on what the program says on standard error, line by line, with its name.
  private func passOnErrors() {
    // Bounded, so that a flood there does not keep us from the answers.
    for _ in 0..<64 {
      let got = read(errors, &piece, piece.count)
      if got <= 0 { return }
      for byte in piece[..<got] {
        if byte == 0x0A || errorLine.count >= 4096 {
          let line = String(decoding: errorLine, as: UTF8.self)
          Messages.say(tool, "plugin \(name): \(line)")
          lastWords.append(line)
          if lastWords.count > 3 { lastWords.removeFirst() }
          errorLine.removeAll(keepingCapacity: true)
        } else {
          errorLine.append(byte)
        }
      }
    }
  }

  /// A breach with the last words.
  func breach(_ reason: String) -> Breach {
    passOnErrors()
    var words = lastWords
    if !errorLine.isEmpty { words.append(String(decoding: errorLine, as: UTF8.self)) }
    var text = "plugin \(name) \(reason)"
    if !words.isEmpty { text += "; its last words: \(words.joined(separator: " / "))" }
    return Breach(reason: text)
  }

  private static func end(_ status: Int32) -> String {
    let signal = status & 0x7F
    return signal == 0 ? "ended with exit status \(status >> 8 & 0xFF)" : "was ended by signal \(signal)"
  }

  private func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Writes to pipes of ours whose reader may be gone.
enum SignalShield {
  /// Runs a write(2) with SIGPIPE blocked for this thread, and takes the signal away if it came: standard output keeps the
  /// behaviour that a shell expects.
  static func withoutBrokenPipe(_ body: () -> Int, failure: (Int32) -> Void) -> Int {
    var pipeSignal = sigset_t()
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
    let result = body()
    let code = errno
    if result < 0 {
      failure(code)
      if code == EPIPE {
        var none = timespec()
        sigtimedwait(&pipeSignal, nil, &none)
      }
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    return result
  }
}
