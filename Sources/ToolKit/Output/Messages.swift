import Glibc

/// What a tool says on standard error: one line a message, whole, with nothing in it that a terminal would obey.
public enum Messages {
  /// Writes `tool: message`; a standard error that is closed or full is nobody's to tell.
  public static func say(_ tool: String, _ message: String) {
    var line = Array("\(tool): ".utf8)
    append(printable: message.utf8, to: &line)
    line.append(0x0A)
    writeWhole(line)
  }

  /// Writes bytes of our own making (a progress line, a passed-on line) as they are.
  static func writeWhole(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var at = 0
      while at < buffer.count {
        let written = write(2, buffer.baseAddress! + at, buffer.count - at)
        if written < 0 && errno == EINTR { continue }
        if written <= 0 { return }
        at += written
      }
    }
  }

  /// Appends text with every control code (C0, DEL, C1, bidirectional controls) spelled `\u{…}`: file names and data can
  /// hold sequences that move a terminal's cursor or change its title.
  static func append(printable text: some Sequence<UInt8>, to line: inout [UInt8]) {
    for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x00..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF:
        line.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".utf8)
      default:
        line.append(contentsOf: Array(String(scalar).utf8))
      }
    }
  }
}

/// The system's words for an error number.
func describe(errno code: Int32) -> String {
  guard let text = strerror(code) else { return "error \(code)" }
  return String(cString: text).lowercased()
}
