import Foundation
import TestSupport

/// Commands and what they print, as a document shows them: lines that begin with `$ ` are run by bash (`> ` continues one),
/// the lines behind are what is expected.  A last line `…` leaves the rest of the output out.
struct Transcript {
  /// What tells the blocks of a document and how its lines are spelled.
  struct Format: Sendable {
    let opens: @Sendable (Substring) -> Bool
    let closes: @Sendable (Substring) -> Bool
    let decode: @Sendable (String) -> String
    let encode: @Sendable (String) -> String

    static let markdown = Format(
      opens: { $0.hasPrefix("```console") }, closes: { $0 == "```" }, decode: { $0 }, encode: { $0 })

    static let mdoc = Format(
      opens: { $0.hasPrefix(".Bd -literal") }, closes: { $0 == ".Ed" },
      decode: { line in
        let bare = line.replacingOccurrences(of: "\\&", with: "")
        return escapes.reduce(bare) { $0.replacingOccurrences(of: $1.roff, with: $1.plain) }
      },
      encode: { line in
        let escaped = escapes.reversed().reduce(line) { $0.replacingOccurrences(of: $1.plain, with: $1.roff) }
        let isBlankAtEnd = escaped.hasSuffix(" ") || escaped.hasSuffix("\t")
        return (escaped.hasPrefix(".") ? "\\&" : "") + escaped + (isBlankAtEnd ? "\\&" : "")
      })

    /// In the order of decoding; the backslash is decoded last and encoded first.
    private static let escapes: [(roff: String, plain: String)] = [
      ("\\(aq", "'"), ("\\(ga", "`"), ("\\(ha", "^"), ("\\(ti", "~"), ("\\-", "-"), ("\\e", "\\"),
    ]
  }

  let document: URL
  let format: Format

  /// Runs every command in a copy of `Examples`; returns the document with what they print now.
  func rerun() throws -> (old: String, new: String) {
    let folder = try TemporaryFolder(copyOf: Tools.root.appendingPathComponent("Examples"))
    let old = try String(contentsOf: document, encoding: .utf8)
    var lines: [String] = []
    var isInside = false
    var command: String?
    var shown: [String] = []
    func finish() throws {
      guard let words = command else { return }
      let result = try folder.run(words)
      var output = (result.text + result.errorText).components(separatedBy: "\n")
      if output.last == "" { output.removeLast() }
      if shown.last == "…" { output = output.prefix(shown.count - 1) + ["…"] }
      lines += output.map(format.encode)
      command = nil
      shown = []
    }
    for line in old.split(separator: "\n", omittingEmptySubsequences: false) {
      if !isInside {
        isInside = format.opens(line)
      } else if format.closes(line) {
        try finish()
        isInside = false
      } else {
        let plain = format.decode(String(line))
        if plain.hasPrefix("$ ") {
          try finish()
          command = String(plain.dropFirst(2))
        } else if plain.hasPrefix("> "), let begun = command, shown.isEmpty {
          command = begun + "\n" + plain.dropFirst(2)
        } else if command != nil {
          shown.append(plain)
          continue
        }
      }
      lines.append(String(line))
    }
    return (old, lines.joined(separator: "\n"))
  }
}
