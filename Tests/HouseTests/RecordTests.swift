import Foundation
import TestSupport
import Testing

/// Holds what the tools write to text-record(5): the schema, the offsets and the checksums.
@Suite struct RecordTests {
  static let pipes = [
    "normalize", "translate-artifact-fix", "segment", "tag-entities", "extract-quotes",
    "normalize | translate-artifact-fix | segment | tag-entities | extract-quotes",
    "normalize | translate-artifact-fix | segment | tag-entities | extract-quotes | translate-artifact-fix --undo",
    "normalize --offsets utf8 | translate-artifact-fix | segment | tag-entities | extract-quotes",
    "segment --offsets utf16 | tag-entities | extract-quotes",
    "segment | tag-entities | extract-quotes | segment --split",
  ]

  @Test(arguments: pipes)
  func recordsKeepToTheSchema(pipe: String) throws {
    let schema = try JSONSchema(Data(contentsOf: Tools.root.appendingPathComponent("man/text-record.schema.json")))
    let records = try Self.records(pipe)
    #expect(records.count >= 12)
    for record in records {
      let problems = schema.problems(record)
      #expect(problems.isEmpty, "\(record["id"] ?? ""): \(problems)")
      Self.checkSpans(of: record)
    }
  }

  @Test func theExampleInTheManualIsARecord() throws {
    let schema = try JSONSchema(Data(contentsOf: Tools.root.appendingPathComponent("man/text-record.schema.json")))
    let page = try Shell.run("mandoc -T utf8 man/text-record.5 | col -b", in: Tools.root).text
    let start = try #require(page.range(of: "{\"id\":\"n1\""))
    let end = try #require(page.range(of: "\"by\":\"paired-marks\"}]}"))
    let example = Data(page[start.lowerBound..<end.upperBound].utf8)
    let record = try #require(try JSONSerialization.jsonObject(with: example) as? [String: Any])
    #expect(schema.problems(record).isEmpty)
    Self.checkSpans(of: record)
  }

  private static func records(_ pipe: String) throws -> [[String: Any]] {
    let result = try Shell.run("set -o pipefail; cat Examples/articles.jsonl | \(pipe)", in: Tools.root)
    #expect(result.status == 0, "\(result.errorText)")
    return try result.text.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }

  /// Order, bounds and checksums of every layer.
  private static func checkSpans(of record: [String: Any]) {
    let text = Units(record["text"] as? String ?? "", record["offset_unit"] as? String ?? "codepoint")
    for layer in ["edits", "suspects", "sentences", "entities", "quotes"] {
      var last = 0
      for span in record[layer] as? [[String: Any]] ?? [] {
        let start = span["start"] as? Int ?? -1
        check(span, "start", "end", layer == "edits" ? "now" : "text", text)
        #expect(start >= last, "\(layer) of \(record["id"] ?? ""): \(start) after \(last)")
        last = layer == "quotes" || layer == "suspects" ? start : span["end"] as? Int ?? -1
        if span["cue_start"] as? Int != -1 { check(span, "cue_start", "cue_end", "cue", text) }
        if span["speaker_start"] as? Int != -1 { check(span, "speaker_start", "speaker_end", "speaker_text", text) }
      }
    }
  }

  private static func check(_ span: [String: Any], _ start: String, _ end: String, _ checksum: String, _ text: Units) {
    guard let from = span[start] as? Int, let to = span[end] as? Int, let expected = span[checksum] as? String else {
      return
    }
    #expect(text.slice(from, to) == Array(expected.unicodeScalars), "\(from)..<\(to) is not \(expected)")
  }
}

/// A text whose slices are asked for in one of the three units.
struct Units {
  private let text: String
  private let unit: String
  init(_ text: String, _ unit: String) {
    self.text = text
    self.unit = unit
  }

  func slice(_ start: Int, _ end: Int) -> [Unicode.Scalar]? {
    guard start >= 0, end >= start else { return nil }
    switch unit {
    case "utf8":
      let bytes = Array(text.utf8)
      return end <= bytes.count ? Array(String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars) : nil
    case "utf16":
      let units = Array(text.utf16)
      return end <= units.count ? Array(String(decoding: units[start..<end], as: UTF16.self).unicodeScalars) : nil
    default:
      let scalars = Array(text.unicodeScalars)
      return end <= scalars.count ? Array(scalars[start..<end]) : nil
    }
  }
}
