import Foundation

/// What the source file of a plugin says about it: its id and its doc comment.
struct RuleEntry {
  let id: String
  /// The paragraphs of the doc comment, each on one line, but for list items, which have a line each.
  let paragraphs: [String]

  /// The first sentence of the manual entry.
  var summary: String { Self.plain(paragraphs[0]) }
  var text: String { paragraphs.joined(separator: "\n\n") }

  init(type: String, source: String, path: String) throws {
    let lines = source.components(separatedBy: "\n")
    guard let declaration = lines.firstIndex(where: { Self.declares(type, in: $0) }) else {
      throw ReferenceError("\(path): no declaration of \(type)")
    }
    var comment: [String] = []
    for line in lines[..<declaration].reversed() {
      let code = line.trimmingCharacters(in: .whitespaces)
      if code.hasPrefix("///") {
        comment.append(String(code.dropFirst(3)))
      } else if !code.hasPrefix("@") {
        break
      }
    }
    paragraphs = Self.paragraphs(of: comment.reversed())
    if paragraphs.isEmpty { throw ReferenceError("\(path): \(type) has no doc comment, which is its manual entry") }
    guard let id = lines[declaration...].lazy.compactMap(Self.id).first else {
      throw ReferenceError("\(path): \(type) has no id that is a literal")
    }
    self.id = id
  }

  private static func declares(_ type: String, in line: String) -> Bool {
    let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    guard let k = words.firstIndex(where: { $0 == type }), k > 0 else { return false }
    return ["struct", "class", "enum"].contains(words[k - 1])
  }

  /// The literal in `let id = "…"`, `let id: String = "…"` or `var id: String { "…" }`.
  private static func id(in line: String) -> String? {
    let code = line.trimmingCharacters(in: .whitespaces)
    let words = code.split { !($0.isLetter || $0.isNumber) }
    guard let k = words.firstIndex(of: "id"), k > 0, words[k - 1] == "let" || words[k - 1] == "var" else { return nil }
    let parts = code.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[1]) : nil
  }

  private static func paragraphs(of lines: [String]) -> [String] {
    var paragraphs: [String] = []
    var isOpen = false
    for line in lines {
      let text = line.trimmingCharacters(in: .whitespaces)
      if text.isEmpty {
        isOpen = false
      } else if text.hasPrefix("- "), isOpen || paragraphs.last?.hasPrefix("- ") == true {
        paragraphs[paragraphs.count - 1] += "\n" + text
      } else if isOpen {
        paragraphs[paragraphs.count - 1] += " " + text
      } else {
        paragraphs.append(text)
        isOpen = true
      }
      if text.hasPrefix("- ") { isOpen = true }
    }
    return paragraphs.map { $0.replacingOccurrences(of: "  ", with: " ") }
  }

  /// Without Markdown's code marks.
  private static func plain(_ text: String) -> String { text.replacingOccurrences(of: "`", with: "") }
}
