import Foundation
import Testing

@testable import Language

/// A table in memory that is never given back: tests are short.
func table(_ content: String) -> Table {
  let bytes = Array(content.utf8)
  let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
  _ = memory.initialize(from: bytes)
  return Table(UnsafeBufferPointer(memory), name: "fruit.tsv")
}

let header = "# source: the tests\n# licence: CC0\n"

@Suite struct TableTests {
  let fruit = table(header + "apple\tred\tround\nbanana\tyellow\ncherry\npear\tgreen\nplum\n")

  @Test func findsEveryRowAndNothingElse() {
    let indexed = IndexedTable(fruit)
    for key in ["apple", "banana", "cherry", "pear", "plum"] {
      #expect(fruit.row(key).map { String(decoding: $0.key, as: UTF8.self) } == key)
      #expect(indexed.row(key).map { String(decoding: $0.key, as: UTF8.self) } == key)
    }
    for key in ["", "appl", "apples", "aaa", "zzz", "# source: the tests", "Apple"] {
      #expect(fruit.row(key) == nil)
      #expect(indexed.row(key) == nil)
    }
  }

  @Test func givesColumns() throws {
    let row = try #require(fruit.row("apple"))
    #expect(String(decoding: row.value, as: UTF8.self) == "red\tround")
    #expect(String(decoding: row.column(2), as: UTF8.self) == "round")
    #expect(row.column(3).isEmpty)
    #expect(try #require(fruit.row("plum")).value.isEmpty)
  }

  @Test func foldsCase() {
    let text = Array("a Banana".utf8)
    #expect(!fruit.contains(text, 2..<8))
    #expect(fruit.contains(text, 2..<8, folding: true))
    #expect(IndexedTable(fruit).contains(text, 2..<8, folding: true))
  }

  @Test func emptyTableHasNoRows() {
    #expect(table(header).row("a") == nil)
    #expect(IndexedTable(table("")).row("a") == nil)
  }

  @Test func namesFileAndLineOfFaults() {
    #expect(fruit.faults().isEmpty)
    #expect(
      table(header + "b\na\n").faults().map(\.description) == ["fruit.tsv:4: not sorted by bytes: use LC_ALL=C sort"])
    #expect(table(header + "a\na\tx\n").faults().map(\.description) == ["fruit.tsv:4: key occurs twice"])
    #expect(table(header + "a\n\nb\n").faults().map(\.line) == [4])
    #expect(table("a\n").faults().count == 2)
    #expect(table(header + "a").faults().map(\.reason) == ["last line has no line end"])
  }

  /// Every data file of the program is sorted and names its source and a licence that may be shipped.
  @Test func dataFilesAreSound() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/CTables/data")
    let licences = [
      "public domain", "CC0", "CC BY 4.0", "CC BY 3.0", "MIT", "BSD", "Apache-2.0", "Unicode",
    ]
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "tsv" {
      let content = try String(contentsOf: file, encoding: .utf8)
      #expect(table(content).faults().map { "\(file.lastPathComponent):\($0.line): \($0.reason)" } == [])
      let licence = content.split(separator: "\n").first { $0.hasPrefix("# licence: ") } ?? ""
      #expect(licences.contains { licence.contains($0) }, "\(file.lastPathComponent): licence not in the allow-list")
    }
  }
}
