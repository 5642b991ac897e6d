import Foundation

/// The generated files: written where they differ, or only compared.
struct Reference {
  let root: URL
  /// Nothing is written; what differs is noted in `stale`.
  let isCheck: Bool
  private(set) var stale: [String] = []

  init(root: URL, isCheck: Bool) {
    self.root = root
    self.isCheck = isCheck
  }

  mutating func put(_ text: String, at path: String) throws {
    let file = root.appendingPathComponent(path)
    if let old = try? String(contentsOf: file, encoding: .utf8), Array(old.utf8) == Array(text.utf8) { return }
    if isCheck {
      stale.append(path)
      return
    }
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    say("wrote \(path)")
  }

  func say(_ message: String) {
    FileHandle.standardError.write(Data("generate-reference: \(message)\n".utf8))
  }
}
