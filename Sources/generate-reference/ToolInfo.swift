import Foundation

/// A tool as its option declarations describe it (`--experimental-dump-help`), and its plugins as `--list` names them.
struct ToolInfo {
  let name: String
  let options: [Option]
  /// Default mode and languages of each plugin, by id.
  let plugins: [String: (mode: String, languages: String)]

  /// One option or the positional argument.
  struct Option: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
      /// With its dashes.
      var spelling: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }
    let kind: String
    let shouldDisplay: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?
    let discussion: String?
    let sectionTitle: String?

    /// Short names first, as people write them.
    var spellings: [String] { (names ?? []).map(\.spelling).sorted { ($0.count, $0) < ($1.count, $1) } }
    var longName: String? { names?.first { $0.kind == "long" }?.name }
    var takesValue: Bool { kind == "option" }
    var isPositional: Bool { kind == "positional" }
  }

  private struct Dump: Decodable {
    struct Command: Decodable { let arguments: [Option]? }
    let command: Command
  }

  /// Asks the tool itself.
  init(name: String, bin: URL) throws {
    self.name = name
    let tool = bin.appendingPathComponent(name)
    let dump = try JSONDecoder().decode(Dump.self, from: Self.output(of: tool, ["--experimental-dump-help"]))
    options = (dump.command.arguments ?? []).filter(\.shouldDisplay)
    var plugins: [String: (String, String)] = [:]
    for line in String(decoding: try Self.output(of: tool, ["--list"]), as: UTF8.self).split(separator: "\n") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if columns.count >= 3 { plugins[columns[0]] = (columns[1], columns[2]) }
    }
    self.plugins = plugins
  }

  private static func output(of tool: URL, _ arguments: [String]) throws -> Data {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = tool
    process.arguments = arguments
    process.standardOutput = pipe
    do {
      try process.run()
    } catch {
      throw ReferenceError("\(tool.path) does not run; swift build first")
    }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ReferenceError("\(tool.path) \(arguments.joined(separator: " ")) failed")
    }
    return data
  }
}
