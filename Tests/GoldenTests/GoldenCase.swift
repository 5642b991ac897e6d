import Foundation
import TestSupport
import Testing

/// A folder in `Tests/Golden`: `cmd`, which bash runs in a copy of the folder, its input files, and what is expected of
/// it: `output`, `messages` (standard error) and `status`.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let folder: URL
  var name: String {
    String(folder.path.dropFirst(GoldenCase.home.path.count + 1))
  }

  var testDescription: String { name }

  static let home = Tools.root.appendingPathComponent("Tests/Golden")

  /// Every folder with a `cmd`, at any depth.
  static let all: [GoldenCase] = {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: home.path)) ?? []
    return paths.filter { $0.hasSuffix("/cmd") }.sorted().map {
      GoldenCase(folder: home.appendingPathComponent($0).deletingLastPathComponent())
    }
  }()

  static let expectations = ["output", "messages", "status"]

  func run() throws -> [String: Data] {
    let copy = try TemporaryFolder(copyOf: folder)
    for name in Self.expectations { try? FileManager.default.removeItem(at: copy.url.appendingPathComponent(name)) }
    let result = try copy.run(file: "cmd", seconds: 60)
    return ["output": result.output, "messages": result.messages, "status": Data("\(result.status)\n".utf8)]
  }

  func expected(_ name: String) -> Data? { try? Data(contentsOf: folder.appendingPathComponent(name)) }

  func record(_ results: [String: Data]) throws {
    for (name, data) in results where expected(name) != data {
      try data.write(to: folder.appendingPathComponent(name))
    }
  }
}
