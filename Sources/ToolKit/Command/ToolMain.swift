import ArgumentParser
import Glibc
import Language
import TextModel

extension Tool {
  /// Where every executable begins: reads the command line, runs, exits with the status that the manual promises.
  public static func main() {
    Descriptors.reserveStandard()
    // What cannot be read as a command line was meant to write records.
    var writesRecords = true
    do {
      let words = try CommandLineWords.prepared(Arguments.words)
      var parsed = try parseAsRoot(words)
      guard let command = parsed as? Self else {
        // The parser's own command: help, or the dump that the manual pages are made from.
        try parsed.run()
        return
      }
      writesRecords = command.shared.writesRecordsToStandardOutput
      let status = try Runner(command).run()
      Glibc.exit(status.rawValue)
    } catch let failure as Failure {
      Messages.say(toolName, failure.message)
      if failure.status == .usage { Messages.say(toolName, "see '\(toolName) --help'") }
      if writesRecords, !failure.isMarked { FailureMark.writeToStandardOutput(toolName) }
      Glibc.exit(failure.status.rawValue)
    } catch {
      answer(error)
    }
  }

  /// What the parser has to say: help goes out like all output, with every write looked at; what is wrong is told in one
  /// line, since the words of a command line can hold anything.
  private static func answer(_ error: any Error) -> Never {
    if exitCode(for: error) == .success {
      do throws(Failure) {
        try OutputTarget(standardOutput: "standard output").write(Array((fullMessage(for: error) + "\n").utf8))
      } catch {
        Messages.say(toolName, error.message)
        Glibc.exit(error.status.rawValue)
      }
      Glibc.exit(ExitStatus.done.rawValue)
    }
    // Its first sentence begins with a capital, ours do not.
    let reason = message(for: error).split(separator: "\n").first ?? ""
    Messages.say(toolName, reason.prefix(1).lowercased() + reason.dropFirst())
    Messages.say(toolName, "see '\(toolName) --help'")
    FailureMark.writeToStandardOutput(toolName)
    Glibc.exit(ExitStatus.usage.rawValue)
  }

  /// What `--version` says.
  public static var versionText: String { "\(toolName) \(Version.copydesk) (\(Version.libraries))" }
}

/// The versions that decide what a run does.
enum Version {
  static let copydesk = "0.1.0"
  /// Sentence boundaries and normal forms move with these.
  static var libraries: String { "ICU \(UnicodeVersion.icu), Unicode \(UnicodeVersion.unicode)" }
}

/// The three descriptors that every program is promised.
enum Descriptors {
  /// Opens `/dev/null` in the place of a standard descriptor that came closed, so that no file of ours takes its number
  /// and gets what was meant for it.  Standard output then fails at the first write instead of losing it.
  static func reserveStandard() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // The lowest free number is this one.  Output on a read-only descriptor fails, as it should.
      _ = open("/dev/null", descriptor == 0 ? O_RDONLY : descriptor == 1 ? O_RDONLY : O_WRONLY)
    }
  }
}
