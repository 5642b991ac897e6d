import Foundation

/// One folder of plugins and the tool that runs them.
struct PluginFamily {
  /// The folder below `Plugins/`, also the module.
  let folder: String
  /// The generated type.
  let manual: String
  let tool: String

  static let all = [
    PluginFamily(folder: "Normalizers", manual: "NormalizerManual", tool: "normalize"),
    PluginFamily(folder: "ArtifactRules", manual: "ArtifactManual", tool: "translate-artifact-fix"),
    PluginFamily(folder: "SentenceRules", manual: "SentenceManual", tool: "segment"),
    PluginFamily(folder: "EntityTaggers", manual: "EntityManual", tool: "tag-entities"),
    PluginFamily(folder: "QuoteFinders", manual: "QuoteManual", tool: "extract-quotes"),
  ]

  /// The manual entries of the plugins that the family's catalog names, in its order.
  func entries(root: URL) throws -> [RuleEntry] {
    let folder = root.appendingPathComponent("Plugins/\(self.folder)")
    let catalog = try String(contentsOf: folder.appendingPathComponent("Catalog.swift"), encoding: .utf8)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try Self.typeNames(inCatalog: catalog).map { type in
      guard let file = files.first(where: { $0 == "\(type).swift" || $0.hasSuffix("/\(type).swift") }) else {
        throw ReferenceError("Plugins/\(self.folder)/Catalog.swift names \(type), but there is no file \(type).swift")
      }
      let source = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      return try RuleEntry(type: type, source: source, path: "Plugins/\(self.folder)/\(file)")
    }
  }

  /// The types that are made in a catalog: lines that begin with `TypeName(`.
  static func typeNames(inCatalog source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      let code = line.drop { $0 == " " || $0 == "[" }
      let name = code.prefix { $0.isLetter || $0.isNumber }
      guard let first = name.first, first.isUppercase, code.dropFirst(name.count).first == "(" else { return nil }
      return String(name)
    }
  }

  /// The text of `Manual+Generated.swift`.
  func table(of entries: [RuleEntry]) -> String {
    var lines = [
      "// Written by `make reference` from the doc comments; not to be edited.", "// swift-format-ignore-file", "",
      "import Language", "",
      "/// What the manual says of the plugins in this family's catalog, in its order.", "public enum \(manual) {",
      "  public static let entries: [PluginManualEntry] = [",
    ]
    for entry in entries {
      lines += [
        "    PluginManualEntry(", "      id: \(Self.literal(entry.id)),",
        "      summary: \(Self.literal(entry.summary)),", "      text: \(Self.literal(entry.text))),",
      ]
    }
    lines += ["  ]", "}", ""]
    return lines.joined(separator: "\n")
  }

  private static func literal(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }
}

/// Something in the sources from which no reference can be made.
struct ReferenceError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
