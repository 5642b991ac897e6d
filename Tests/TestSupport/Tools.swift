import Foundation

/// Where the tests find the package and the tools.
public enum Tools {
  /// The package's root.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the built executables: `COPYDESK_BIN`, else where the running tests were built.
  public static let bin: URL = {
    if let chosen = ProcessInfo.processInfo.environment["COPYDESK_BIN"] {
      return URL(fileURLWithPath: chosen, relativeTo: root).absoluteURL
    }
    let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    var folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    if FileManager.default.fileExists(atPath: folder.appendingPathComponent("segment").path) { return folder }
    // The runner of Swift's tests can be a program of the toolchain; then the bundle is among its arguments.
    for argument in CommandLine.arguments where argument.hasSuffix(".xctest") {
      folder = URL(fileURLWithPath: argument).deletingLastPathComponent()
    }
    return folder
  }()

  /// A program that a test may want and a machine may not have.
  public static func find(_ program: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(program)" }.first(where: FileManager.default.isExecutableFile)
  }
}

/// A folder that goes when its owner does.
public final class TemporaryFolder: Sendable {
  public let url: URL

  public init(copyOf source: URL? = nil) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("copydesk-\(UUID().uuidString)")
    if let source {
      try FileManager.default.copyItem(at: source, to: url)
    } else {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file into the folder.
  public func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
  }

  public func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }
}
