import Foundation

/// Text as mdoc(7) wants it.
enum Mdoc {
  /// A paragraph: each sentence on a line of its own, code in single quotation marks, all of it ASCII.
  static func prose(_ paragraph: String) -> String {
    var lines: [String] = []
    for sentence in sentences(in: paragraph) {
      for line in wrapped(escape(sentence)) {
        let isControl = line.first == "." || line.first == "'"
        lines.append(isControl ? "\\&" + line : line)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Cuts a line at spaces so that no piece is longer than mandoc wants to see.
  private static func wrapped(_ line: String) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ") {
      if !current.isEmpty, current.utf8.count + 1 + word.utf8.count > 72 {
        lines.append(current)
        current = ""
      }
      current += (current.isEmpty ? "" : " ") + word
    }
    return current.isEmpty ? lines : lines + [current]
  }

  /// Escapes one line.  Backticks become quotation marks; hyphens that begin an option or stand in code stay hyphens when the
  /// page is set.
  static func escape(_ line: String) -> String {
    var escaped = ""
    var isCode = false
    var previous: Unicode.Scalar = " "
    for scalar in line.unicodeScalars {
      switch scalar {
      case "`":
        escaped += isCode ? "\\(cq" : "\\(oq"
        isCode.toggle()
      case "\\": escaped += "\\e"
      case "-" where isCode || previous == " " || previous == "-" || previous == "(": escaped += "\\-"
      case "'" where isCode: escaped += "\\(aq"
      // No sentence ends here, whatever follows.
      case "." where isCode, "!" where isCode, "?" where isCode:
        escaped.unicodeScalars.append(scalar)
        escaped += "\\&"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "\u{20}"..."\u{7E}": escaped.unicodeScalars.append(scalar)
      case "\n": escaped += "\n"
      default: escaped += "\\[u" + leftPadded(String(scalar.value, radix: 16, uppercase: true)) + "]"
      }
      previous = scalar
    }
    return escaped
  }

  private static func leftPadded(_ hex: String) -> String { String(repeating: "0", count: max(0, 4 - hex.count)) + hex }

  /// Cuts after a full stop before a capital or code, outside code; list items stay lines.
  private static func sentences(in paragraph: String) -> [String] {
    var lines: [String] = []
    var line = ""
    var isCode = false
    let scalars = Array(paragraph.unicodeScalars)
    for (k, scalar) in scalars.enumerated() {
      if scalar == "`" { isCode.toggle() }
      if scalar == "\n" {
        lines.append(line)
        line = ""
        continue
      }
      let endsSentence =
        scalar == " " && !isCode && k > 1 && ".?!".unicodeScalars.contains(scalars[k - 1]) && k + 1 < scalars.count
        && (scalars[k + 1].properties.isUppercase || scalars[k + 1] == "`")
      if endsSentence {
        lines.append(line)
        line = ""
      } else if !(line.isEmpty && scalar == " ") {
        line.unicodeScalars.append(scalar)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// An argument of a macro: quoted where it has spaces.
  static func argument(_ text: String) -> String {
    let escaped = escape(text)
    return escaped.contains(" ") ? "\"\(escaped)\"" : escaped
  }
}
