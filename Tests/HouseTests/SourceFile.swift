import Foundation
import TestSupport

/// One file of the package, as the tests of the house's order read it.
struct SourceFile: Sendable {
  /// Relative to the root.
  let path: String
  let text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The modules it imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split { $0 == " " || $0 == "\t" }
      guard let k = words.firstIndex(of: "import"), words[..<k].allSatisfy(Self.isImportPrefix) else { return nil }
      let kinds: Set<Substring> = ["struct", "class", "enum", "func", "typealias", "protocol", "var", "let"]
      guard let module = words[(k + 1)...].first(where: { !kinds.contains($0) }) else { return nil }
      return module.split(separator: ".").first.map(String.init)
    }
  }

  private static func isImportPrefix(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["public", "internal", "package", "private", "fileprivate"].contains(word)
  }

  /// All files below a folder whose names end in one of `endings`.
  static func all(under folder: String, endings: [String]) throws -> [SourceFile] {
    let home = Tools.root.appendingPathComponent(folder)
    return try FileManager.default.subpathsOfDirectory(atPath: home.path).sorted()
      .filter { path in endings.contains { path.hasSuffix($0) } && !path.contains(".build") }
      .map {
        let data = try Data(contentsOf: home.appendingPathComponent($0))
        return SourceFile(path: "\(folder)/\($0)", text: String(decoding: data, as: UTF8.self))
      }
  }
}
