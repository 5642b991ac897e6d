import Testing

/// Who may import whom: never upward, never sideways between families of plugins.
@Suite struct DependencyTests {
  static let families = ["Normalizers", "ArtifactRules", "SentenceRules", "EntityTaggers", "QuoteFinders"]

  /// For each room the modules that it may import; a room that is not named may not exist.
  static let allowed: [String: Set<String>] = {
    var allowed: [String: Set<String>] = [
      "Sources/TextModel": ["CICU", "CByteScan", "Glibc"],
      "Sources/Language": ["TextModel", "CByteScan", "CTables", "CICU", "Glibc", "Synchronization"],
      "Sources/JSONLines": ["CJSONLines", "Glibc", "Musl"],
      "Sources/ToolKit": [
        "JSONLines", "TextModel", "Language", "ArgumentParser", "ArgumentParserToolInfo", "Glibc", "Synchronization",
        "CToolKit", "CPattern", "CICU",
      ],
      // Programs of development, not products.
      "Sources/train-entities": [
        "EntityTaggers", "SentenceRules", "Language", "TextModel", "JSONLines", "Glibc", "Musl",
      ],
      "Sources/normalize": ["Normalizers"],
      "Sources/translate-artifact-fix": ["ArtifactRules"],
      "Sources/segment": ["SentenceRules"],
      "Sources/tag-entities": ["EntityTaggers", "SentenceRules"],
      "Sources/extract-quotes": ["QuoteFinders", "EntityTaggers", "SentenceRules"],
    ]
    for tool in allowed.keys where tool.contains("/") && tool.split(separator: "/")[1].first?.isLowercase == true {
      allowed[tool]?.formUnion(["ToolKit", "Language", "TextModel", "ArgumentParser"])
    }
    for family in families { allowed["Plugins/\(family)"] = ["Language", "TextModel", "CTables", "CICU", "Glibc"] }
    allowed["Plugins/EntityTaggers"]?.formUnion(["CNames", "Synchronization"])
    for family in ["Normalizers", "SentenceRules"] { allowed["Plugins/\(family)"]?.insert("CByteScan") }
    return allowed
  }()

  @Test func everyImportGoesDownward() throws {
    for file in try SourceFile.all(under: "Sources", endings: [".swift"]) where !isGenerator(file) {
      try check(file)
    }
    for file in try SourceFile.all(under: "Plugins", endings: [".swift"]) where !file.path.contains("/Examples/") {
      try check(file)
    }
  }

  @Test func onlyOneRoomIncludesICU() throws {
    for file in try SourceFile.all(under: "Sources", endings: [".c", ".cpp", ".h"])
    where file.text.contains("<unicode/") {
      #expect(file.path.hasPrefix("Sources/CICU/"), "\(file.path) includes ICU's headers")
    }
  }

  private func isGenerator(_ file: SourceFile) -> Bool { file.path.hasPrefix("Sources/generate-reference/") }

  private func check(_ file: SourceFile) throws {
    let room = file.path.split(separator: "/").prefix(2).joined(separator: "/")
    let allowed = try #require(Self.allowed[room], "\(room) is not in the list of rooms")
    // libc stands below every room.
    for module in file.imports where module != "Glibc" {
      #expect(allowed.contains(module), "\(file.path) imports \(module)")
    }
  }
}
