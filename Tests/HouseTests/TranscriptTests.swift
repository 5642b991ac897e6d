import Foundation
import TestSupport
import Testing

/// Runs the commands that the read-me and the manual show, and compares what they print (`make golden` records it anew).
@Suite(
  .enabled(
    if: ["jq", "python3", "sqlite3", "git"].allSatisfy { Tools.find($0) != nil },
    "jq, python3, sqlite3 or git is not installed"))
struct TranscriptTests {
  static let pages = [
    "README.md", "man/normalize.1", "man/translate-artifact-fix.1", "man/segment.1", "man/tag-entities.1",
    "man/extract-quotes.1", "man/copydesk.7", "man/text-record.5", "man/text-plugin.7",
  ]

  @Test(arguments: pages)
  func printsWhatItShows(page: String) throws {
    let document = Tools.root.appendingPathComponent(page)
    let (old, new) = try Transcript(document: document, format: page.hasSuffix(".md") ? .markdown : .mdoc).rerun()
    if ProcessInfo.processInfo.environment["COPYDESK_RECORD"] != nil {
      if old != new { try new.write(to: document, atomically: true, encoding: .utf8) }
      return
    }
    let difference = zip(new.components(separatedBy: "\n"), old.components(separatedBy: "\n")).first { $0 != $1 }
    #expect(
      old == new, "\(page): prints \(difference?.0 ?? "another number of lines"), shows \(difference?.1 ?? "")")
  }
}
