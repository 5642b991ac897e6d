// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: Swift 6 language mode, warnings are errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  // Debug builds, and so the tests, look for overlapping accesses while they run; the tools that are shipped need not.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// A family of plugins: pure functions of a `Document`, on Language (and what stands below it) alone.
func plugins(_ name: String, also dependencies: [Target.Dependency] = [], except files: [String] = []) -> Target {
  .target(
    name: name, dependencies: ["Language", "TextModel"] + dependencies, path: "Plugins/\(name)", exclude: files,
    swiftSettings: strict)
}

/// One of the five tools: options of its own and which catalog it runs.
func tool(_ name: String, _ families: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: ["ToolKit", "Language", "TextModel"] + families, path: "Sources/\(name)",
    swiftSettings: strict)
}

/// A fuzz target, in `Tests/Fuzz/NAME`; see `Tests/Fuzz/README.md`.
func fuzz(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: "fuzz-\(name)", dependencies: dependencies, path: "Tests/Fuzz/\(name)",
    // libFuzzer brings the main function.
    swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
}

/// Only with COPYDESK_FUZZ=1: they link with libFuzzer alone.
let fuzzTargets: [Target] =
  Context.environment["COPYDESK_FUZZ"] == nil
  ? []
  : [
    fuzz("artifacts", ["ToolKit", "ArtifactRules", "Language", "TextModel"]),
    fuzz("edits", ["TextModel"]),
    fuzz("entities", ["EntityTaggers", "Language", "TextModel"]),
    fuzz("json", ["ReferenceJSON"]),
    fuzz("normalizers", ["Normalizers", "Language", "TextModel"]),
    fuzz("quotes", ["Language", "QuoteFinders", "TextModel"]),
    fuzz("segment", ["ReferenceSentences", "Language", "TextModel"]),
    fuzz(
      "tools",
      [
        "ToolKit", "JSONLines", "Language", "TextModel", "Normalizers", "ArtifactRules", "SentenceRules",
        "EntityTaggers", "QuoteFinders",
      ]),
  ]

let package = Package(
  name: "copydesk",
  products: [
    .executable(name: "normalize", targets: ["normalize"]),
    .executable(name: "translate-artifact-fix", targets: ["translate-artifact-fix"]),
    .executable(name: "segment", targets: ["segment"]),
    .executable(name: "tag-entities", targets: ["tag-entities"]),
    .executable(name: "extract-quotes", targets: ["extract-quotes"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // libicu ─ CICU ─ TextModel ─ Language
    .target(
      name: "CICU", path: "Sources/CICU", publicHeadersPath: "include",
      linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n"), .linkedLibrary("icudata")]),
    // What the byte loops of CByteScan and CJSONLines have in common: no code of its own.
    .target(name: "CVectors", path: "Sources/CVectors"),
    .target(name: "CByteScan", dependencies: ["CVectors"], path: "Sources/CByteScan"),
    .target(
      name: "TextModel", dependencies: ["CICU", "CByteScan"], path: "Sources/TextModel", swiftSettings: strict),
    .target(name: "CNames", path: "Sources/CNames"),
    .target(name: "CTables", path: "Sources/CTables"),
    .target(
      name: "Language", dependencies: ["TextModel", "CByteScan", "CTables"], path: "Sources/Language",
      swiftSettings: strict),
    // libc ─ JSONLines
    .target(name: "CJSONLines", dependencies: ["CVectors"], path: "Sources/CJSONLines"),
    .target(name: "JSONLines", dependencies: ["CJSONLines"], path: "Sources/JSONLines", swiftSettings: strict),
    // PCRE2, for rule packs: ICU's regular expressions are twenty times slower.
    .target(name: "CPattern", path: "Sources/CPattern", linkerSettings: [.linkedLibrary("pcre2-8")]),
    // both ─ ToolKit
    .target(name: "CToolKit", path: "Sources/CToolKit"),
    .target(
      name: "ToolKit",
      dependencies: [
        "CToolKit", "JSONLines", "TextModel", "Language", "CPattern",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Sources/ToolKit", swiftSettings: strict),
    // The rules.
    plugins("Normalizers", also: ["CByteScan", "CTables"]),
    plugins("ArtifactRules", also: ["CTables"]),
    plugins("SentenceRules", also: ["CByteScan"]),
    plugins("EntityTaggers", also: ["CNames", "CTables"], except: ["MODEL-CARD.md"]),
    plugins("QuoteFinders", also: ["CTables"]),
    // The tests.
    .testTarget(
      name: "ArtifactRulesTests", dependencies: ["ArtifactRules", "Language", "TextModel"], swiftSettings: strict),
    // The five tools.
    tool("normalize", ["Normalizers"]),
    tool("translate-artifact-fix", ["ArtifactRules"]),
    tool("segment", ["SentenceRules"]),
    tool("tag-entities", ["EntityTaggers", "SentenceRules"]),
    tool("extract-quotes", ["QuoteFinders", "EntityTaggers", "SentenceRules"]),
    // Writes manual pages, completions and the tables of manual entries; not a product.
    .executableTarget(name: "generate-reference", path: "Sources/generate-reference", swiftSettings: strict),
    // What several tests need: the tools' folder, temporary folders, bash.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    // Makes the model of names; not a product.
    .executableTarget(
      name: "train-entities", dependencies: ["EntityTaggers", "Language", "TextModel"], path: "Sources/train-entities",
      swiftSettings: strict),
    // The tests, by name.
    .testTarget(name: "ContractTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "EntityTaggersTests",
      dependencies: ["CTables", "EntityTaggers", "Language", "TestSupport", "TextModel", "train-entities"],
      swiftSettings: strict),
    .testTarget(name: "GoldenTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "HouseTests", dependencies: ["Language", "TestSupport", "TextModel"], swiftSettings: strict),
    // What must hold for sentences: for the tests and the fuzzer.
    .target(
      name: "ReferenceSentences", dependencies: ["SentenceRules", "Language", "TextModel"],
      path: "Tests/ReferenceSentences", swiftSettings: strict),
    // A slow reader of JSON that the real one is compared with, by the tests and by the fuzzer.
    .target(
      name: "ReferenceJSON", dependencies: ["JSONLines"], path: "Tests/ReferenceJSON", swiftSettings: strict),
    .testTarget(name: "JSONLinesTests", dependencies: ["JSONLines", "ReferenceJSON"], swiftSettings: strict),
    .testTarget(
      name: "LanguageTests", dependencies: ["Language", "TextModel"], path: "Tests/LanguageTests", swiftSettings: strict
    ),
    .testTarget(
      name: "QuoteFindersTests", dependencies: ["Language", "QuoteFinders", "TextModel"], swiftSettings: strict),
    .testTarget(
      name: "SentenceRulesTests",
      dependencies: ["SentenceRules", "ReferenceSentences", "Language", "TextModel", "CByteScan"],
      path: "Tests/SentenceRulesTests", swiftSettings: strict),
    .testTarget(
      name: "NormalizersTests", dependencies: ["CByteScan", "Normalizers", "Language", "TextModel"],
      swiftSettings: strict),
    .testTarget(name: "PluginTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(name: "TextModelTests", dependencies: ["TextModel"], swiftSettings: strict),
  ] + fuzzTargets,
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)
