import Testing

/// Every plugin that exists is in the catalog of its family.
@Suite struct CatalogTests {
  static let families = [
    ("Normalizers", "RewriteRule"), ("ArtifactRules", "RewriteRule"), ("SentenceRules", "SentenceRule"),
    ("EntityTaggers", "EntityTagger"), ("QuoteFinders", "QuoteFinder"),
  ]

  @Test(arguments: families)
  func catalogNamesEveryPlugin(family: String, kind: String) throws {
    let files = try SourceFile.all(under: "Plugins/\(family)", endings: [".swift"])
    let catalog = try #require(files.first { $0.path.hasSuffix("/Catalog.swift") })
    for file in files {
      for type in file.lines.compactMap({ Self.typeConforming(to: kind, in: $0) }) {
        #expect(catalog.text.contains("\(type)("), "\(file.path): \(type) is not in the catalog")
        #expect(file.path.hasSuffix("/\(type).swift"), "\(file.path): the file of \(type) does not bear its name")
      }
    }
  }

  /// The type that a line declares as a plugin: `public struct Name: Kind {`.
  private static func typeConforming(to kind: String, in line: Substring) -> Substring? {
    let words = line.split { !($0.isLetter || $0.isNumber) }
    guard let k = words.firstIndex(where: { $0 == "struct" || $0 == "class" }), k + 1 < words.count else { return nil }
    return words[(k + 2)...].contains(Substring(kind)) ? words[k + 1] : nil
  }
}
