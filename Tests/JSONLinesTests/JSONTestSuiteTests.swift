import Foundation
import JSONLines
import Testing

/// Nicolas Seriot's JSONTestSuite: what must pass passes, what must fail fails.
///
/// The files lie outside the repository; `JSON_TEST_SUITE` names their folder.
@Suite struct JSONTestSuiteTests {
  static let folder =
    ProcessInfo.processInfo.environment["JSON_TEST_SUITE"]
    ?? URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/eval/JSONTestSuite").standardized.path(percentEncoded: false)

  static let files: [String] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    let found = names.filter { $0.hasSuffix(".json") }.sorted()
    if found.isEmpty { print("SKIPPED: no JSONTestSuite in \(folder); set JSON_TEST_SUITE") }
    return found
  }()

  @Test(.enabled(if: !files.isEmpty, "no JSONTestSuite there; set JSON_TEST_SUITE"))
  func suite() throws {
    var scanner = Scanner()
    var counts: [Character: Int] = [:]
    for file in Self.files {
      let name = (file as NSString).lastPathComponent
      guard let data = FileManager.default.contents(atPath: Self.folder + "/" + file) else { continue }
      let bytes = Array(data)
      let isAccepted = bytes.withUnsafeBufferPointer { (try? scanner.validate($0)) != nil }
      counts[name.first!, default: 0] += 1
      switch name.prefix(2) {
      case "y_": #expect(isAccepted, "\(name)")
      case "n_": #expect(!isAccepted, "\(name)")
      default: break
      }
    }
    #expect(counts["y", default: 0] >= 90)
    #expect(counts["n", default: 0] >= 180)
  }
}
