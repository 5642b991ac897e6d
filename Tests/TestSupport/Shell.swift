import Foundation

/// What a command did.
public struct ShellResult: Sendable {
  public var output: Data
  public var messages: Data
  /// As the shell tells it: 128 and the signal's number where a signal ended it; 124 where it took too long.
  public var status: Int32

  public var text: String { String(decoding: output, as: UTF8.self) }
  public var errorText: String { String(decoding: messages, as: UTF8.self) }
}

/// Runs commands in bash with the tools in the path.
public enum Shell {
  /// Runs a command line, or the script `file` where one is named, in `folder`.
  ///
  /// The environment is made from nothing, so that a case is the same on every machine; output goes to files, so that
  /// nothing can stand still over a full pipe.
  public static func run(
    _ command: String = "", in folder: URL, file: String? = nil, environment: [String: String] = [:], seconds: Int = 120
  ) throws -> ShellResult {
    let scratch = try TemporaryFolder()
    let output = scratch.url.appendingPathComponent("output")
    let messages = scratch.url.appendingPathComponent("messages")
    var variables = [
      "PATH": "\(Tools.bin.path):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")",
      "HOME": scratch.url.path, "TMPDIR": scratch.url.path, "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "BIN": Tools.bin.path, "ROOT": Tools.root.path,
    ]
    variables.merge(environment) { $1 }
    let words =
      ["env", "-C", folder.path, "timeout", "-k", "5", String(seconds), "bash"]
      + (file.map { [$0] } ?? ["-c", command])
    return try withExtendedLifetime(scratch) {
      let status = try spawn(words, variables, output: output, messages: messages)
      return ShellResult(output: try Data(contentsOf: output), messages: try Data(contentsOf: messages), status: status)
    }
  }

  private static func spawn(
    _ words: [String], _ variables: [String: String], output: URL, messages: URL
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, messages.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // The test runner ignores or blocks signals that the tools must see as a shell would send them.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in arguments + environment { free(word) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, words[0], &actions, &attributes, &arguments, &environment)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
    var state: Int32 = 0
    while waitpid(child, &state, 0) == -1 && errno == EINTR {}
    return state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + (state & 0x7F)
  }
}

extension TemporaryFolder {
  /// Runs a command line, or the script `file`, in the folder, which stays at least until it is done.
  public func run(
    _ command: String = "", file: String? = nil, environment: [String: String] = [:], seconds: Int = 120
  ) throws -> ShellResult {
    try withExtendedLifetime(self) {
      try Shell.run(command, in: url, file: file, environment: environment, seconds: seconds)
    }
  }
}
