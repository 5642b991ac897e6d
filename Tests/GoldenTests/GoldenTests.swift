import Foundation
import TestSupport
import Testing

/// Runs every golden case, or, with COPYDESK_RECORD set (`make golden`), records them anew.
@Suite struct GoldenTests {
  static let isRecording = ProcessInfo.processInfo.environment["COPYDESK_RECORD"] != nil

  @Test(arguments: GoldenCase.all)
  func matches(_ golden: GoldenCase) throws {
    let results = try golden.run()
    if Self.isRecording {
      try golden.record(results)
      return
    }
    for name in GoldenCase.expectations {
      let expected = golden.expected(name)
      guard let actual = results[name], expected != actual else { continue }
      Issue.record(
        """
        \(golden.name): \(name) differs
        expected: \(Self.shown(expected))
        actual:   \(Self.shown(actual))
        """)
    }
  }

  private static func shown(_ data: Data?) -> String {
    guard let data else { return "(no such file; make golden records it)" }
    let text = String(decoding: data.prefix(4000), as: UTF8.self)
    return data.count > 4000 ? text + "… (\(data.count) bytes)" : text
  }
}
