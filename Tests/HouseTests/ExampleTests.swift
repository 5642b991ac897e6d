import Foundation
import TestSupport
import Testing

/// The samples say the same in each of their forms.
@Suite struct ExampleTests {
  private func records(_ name: String) throws -> [(id: String, text: String)] {
    let data = try Data(contentsOf: Tools.root.appendingPathComponent("Examples/\(name)"))
    return try data.split(separator: 0x0A).map {
      let record = try JSONSerialization.jsonObject(with: $0) as? [String: String] ?? [:]
      return (record["id"] ?? "", record["text"] ?? "")
    }
  }

  @Test func everyArticleHasItsFileAndItsFairCopy() throws {
    let garbled = try records("articles.jsonl")
    #expect(garbled.count >= 10)
    #expect(try records("articles-clean.jsonl").map(\.id) == garbled.map(\.id))
    for (id, text) in garbled {
      let file = try Data(contentsOf: Tools.root.appendingPathComponent("Examples/articles/\(id).txt"))
      #expect(Array(file) == Array("\(text)\n".utf8), "articles/\(id).txt")
    }
  }

  @Test func repairComesNearerToTheFairCopy() throws {
    // Not a measure of quality, only that the samples show what the tools are for: most of the damage goes.
    let result = try Shell.run("normalize Examples/articles.jsonl | translate-artifact-fix", in: Tools.root)
    let repaired = try result.text.split(separator: "\n").map {
      (try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["text"] as? String ?? ""
    }
    let fair = try records("articles-clean.jsonl").map(\.text)
    let garbled = try records("articles.jsonl").map(\.text)
    let before = zip(garbled, fair).map { distance($0, $1) }.reduce(0, +)
    let after = zip(repaired, fair).map { distance($0, $1) }.reduce(0, +)
    #expect(after * 2 < before, "\(before) words differ before, \(after) after")
  }

  /// How many words two texts do not share, counted with repetitions.
  private func distance(_ a: String, _ b: String) -> Int {
    var counts: [Substring: Int] = [:]
    for word in a.split(whereSeparator: \.isWhitespace) { counts[word, default: 0] += 1 }
    for word in b.split(whereSeparator: \.isWhitespace) { counts[word, default: 0] -= 1 }
    return counts.values.map(abs).reduce(0, +)
  }
}
