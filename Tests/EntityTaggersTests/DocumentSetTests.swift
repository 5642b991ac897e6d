import Foundation
import Language
import TestSupport
import Testing
import TextModel

@testable import EntityTaggers

/// The documents in `Benchmarks/entities/documents` with their names marked: whole texts, so that what mentions say of one another is held.
@Suite struct DocumentSetTests {
  struct Gold: Hashable {
    var start: Int
    var end: Int
    var label: String
    var name: String
  }

  /// The text of a document and its marks: `[Kay|PER|Ada Kay]`.
  static func read(_ file: String) -> (text: String, marks: [Gold]) {
    var text = ""
    var marks: [Gold] = []
    var rest = Substring(file)
    if rest.hasPrefix("#"), let line = rest.firstIndex(of: "\n") { rest = rest[rest.index(after: line)...] }
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let parts = rest[rest.index(after: open)..<close].split(separator: "|")
      text += rest[..<open]
      if parts.count >= 2 {
        let start = text.utf8.count
        text += parts[0]
        marks.append(
          Gold(
            start: start, end: text.utf8.count, label: String(parts[1]),
            name: String(parts.last == parts[1] ? parts[0] : parts[2])))
      }
      rest = rest[rest.index(after: close)...]
    }
    return (text + rest, marks)
  }

  static func documents() throws -> [(text: String, marks: [Gold])] {
    let folder = Tools.root.appendingPathComponent("Benchmarks/entities/documents")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted().map
    {
      read(try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
    }
  }

  @Test func marksAreWellFormed() throws {
    let documents = try Self.documents()
    #expect(documents.count >= 18)
    for (text, marks) in documents {
      #expect(marks.count > 5)
      #expect(marks.allSatisfy { ["PER", "ORG", "LOC", "MISC"].contains($0.label) && !$0.name.isEmpty })
      #expect(!text.contains("|"))
    }
  }

  @Test func namesAndTheirFullestFormsAreFound() throws {
    var marked = 0
    var found = 0
    var right = 0
    var named = 0
    for (text, marks) in try Self.documents() {
      let document = Document(text, language: .english)
      EntityTagging(selection: PluginSelection(only: ["names"])).annotate(document)
      var names: [Gold: String] = [:]
      for mention in document.mentions ?? [] {
        names[Gold(start: mention.span.start, end: mention.span.end, label: mention.label, name: "")] = mention.name
      }
      marked += marks.count
      found += names.count
      for mark in marks {
        guard let name = names[Gold(start: mark.start, end: mark.end, label: mark.label, name: "")] else { continue }
        right += 1
        if name == mark.name { named += 1 }
      }
    }
    // What was reached when this was written, less what another sentence rule may cost.
    #expect(Double(2 * right) / Double(marked + found) > 0.88)
    #expect(Double(named) / Double(right) > 0.97)
  }
}
