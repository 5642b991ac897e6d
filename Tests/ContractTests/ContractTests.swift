import Foundation
import TestSupport
import Testing

/// The scripts of `Tests/Contract`, each in a folder of its own: a short slice here, the long one with `make nightly`
/// (COPYDESK_NIGHTLY).
@Suite(.serialized) struct ContractTests {
  static let isNightly = ProcessInfo.processInfo.environment["COPYDESK_NIGHTLY"] != nil

  /// A script, and how much of it is run: as environment variables.
  struct Script: Sendable, CustomTestStringConvertible {
    var name: String
    var slice: [String: String] = [:]
    var whole: [String: String] = [:]
    var testDescription: String { name }
  }

  static let scripts = [
    // The slices must also be bearable where the tools are built for debugging.
    Script(name: "faults", slice: ["TOOLS": "normalize", "RECORDS": "500"]),
    Script(name: "kills", slice: ["ROUNDS": "24", "RECORDS": "1000"], whole: ["ROUNDS": "600"]),
    Script(name: "pipes", slice: ["KINDS": "write TERM data", "LENGTHS": "2 3", "RECORDS": "12000"]),
    Script(name: "chunks", slice: ["ROUNDS": "1", "TOOLS": "normalize segment"], whole: ["ROUNDS": "40"]),
    Script(name: "full-disk", slice: ["TOOLS": "normalize segment"]),
    Script(name: "suite"),
    Script(name: "undo"),
  ]

  @Test(arguments: scripts)
  func holds(_ script: Script) throws {
    let folder = try TemporaryFolder()
    let path = Tools.root.appendingPathComponent("Tests/Contract/\(script.name)").path
    let result = try Shell.run(
      "", in: folder.url, file: path, environment: Self.isNightly ? script.whole : script.slice,
      seconds: Self.isNightly ? 7200 : 600)
    // The last line says how much was done, or what was skipped and why.
    print("\(script.name): \(result.text.split(separator: "\n").last ?? "")")
    #expect(result.status == 0, "\(result.text.suffix(2000))\(result.errorText.suffix(2000))")
  }
}
