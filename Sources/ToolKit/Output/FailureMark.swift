import Glibc
import JSONLines

/// What tells the next stage of a pipe that this one failed.
enum FailureMark {
  /// The beginning of the mark; the tool's name and a quotation mark follow, and nothing else ever.
  static let prefix = Array(#"{"failed":""#.utf8)

  /// The mark of a tool.
  static func bytes(_ tool: String) -> [UInt8] { prefix + Array("\(tool)\"".utf8) }

  /// Writes an unterminated, unparsable piece of JSON that names the tool: whoever reads on sees broken JSON instead of a
  /// clean end.
  static func write(_ tool: String, to descriptor: Int32) {
    // The reader may be gone; then there is nobody to tell.
    signal(SIGPIPE, SIG_IGN)
    _ = bytes(tool).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Tells the next stage of a pipe on standard output, where there is one, that a run failed before it began.
  static func writeToStandardOutput(_ tool: String) {
    if OutputTarget.isPipe(1) { write(tool, to: 1) }
  }

  /// The tool that a last line names as failed; nil where the line is no mark.
  static func failedTool(_ line: Bytes) -> String? {
    guard line.count > prefix.count + 1, line.count < 80, line.starts(with: prefix), line.last == UInt8(ascii: "\"")
    else {
      return nil
    }
    let name = line[prefix.count..<line.count - 1]
    guard name.allSatisfy({ $0 == UInt8(ascii: "-") || ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) }) else {
      return nil
    }
    return String(decoding: name, as: UTF8.self)
  }
}
