import Foundation
import TestSupport
import Testing

/// Tables and models that are built into the tools: each names where it comes from and a licence that allows it.
@Suite struct DataTests {
  /// SPDX identifiers, and the words for what has none.
  static let licences: Set<String> = [
    "public domain", "CC0", "CC0-1.0", "CC-BY-4.0", "CC-BY-3.0", "CC BY 4.0", "CC BY 3.0", "MIT", "BSD", "BSD-2-Clause",
    "BSD-3-Clause", "Apache-2.0", "Unicode", "Unicode-3.0", "Unicode-DFS-2016", "SCOWL",
  ]

  @Test func everyTableNamesSourceAndLicence() throws {
    let folder = "Sources/CTables/data"
    for name in try FileManager.default.contentsOfDirectory(atPath: Tools.root.appendingPathComponent(folder).path) {
      // A binary model begins with the same lines as a table, or has a card beside it: NAME.card.
      if name.hasSuffix(".card") { continue }
      let file = Tools.root.appendingPathComponent("\(folder)/\(name)")
      let card = (try? Data(contentsOf: file.appendingPathExtension("card"))) ?? Data()
      let data = card + (try Data(contentsOf: file).prefix(20_000))
      let head = String(decoding: data, as: UTF8.self).split(separator: "\n").prefix {
        $0.hasPrefix("#")
      }
      let sources = Self.values(of: "source", in: head)
      let licences = Self.values(of: "licence", in: head)
      #expect(!sources.isEmpty, "\(folder)/\(name) has no line # source:")
      #expect(!licences.isEmpty, "\(folder)/\(name) has no line # licence:")
      for licence in licences {
        #expect(
          Self.licences.contains { licence.hasPrefix($0) }, "\(folder)/\(name): licence \(licence) is not on the list")
      }
    }
  }

  private static func values(of key: String, in head: some Sequence<Substring>) -> [String] {
    head.compactMap { line in
      let text = line.drop { $0 == "#" || $0 == " " }
      guard text.hasPrefix("\(key):") else { return nil }
      let value = text.dropFirst(key.count + 1).trimmingCharacters(in: .whitespaces)
      return value.isEmpty ? nil : value
    }
  }
}
