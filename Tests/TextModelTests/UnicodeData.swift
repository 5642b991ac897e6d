import Foundation
import TextModel

/// Debian's unicode-data.
enum UnicodeData {
  static let folder = "/usr/share/unicode/"

  /// Whether it is installed and of the version ICU knows.
  static var isOfThisVersion: Bool {
    guard let start = try? lines("auxiliary/SentenceBreakTest.txt").first else {
      print("SKIPPED: no unicode-data in \(folder)")
      return false
    }
    let same = start.contains("-\(UnicodeVersion.unicode).")
    if !same { print("SKIPPED: unicode-data is \(start), ICU has Unicode \(UnicodeVersion.unicode)") }
    return same
  }

  static func lines(_ name: String) throws -> [Substring] {
    var path = folder + name
    if !FileManager.default.fileExists(atPath: path), name.hasSuffix(".bz2") { path.removeLast(4) }
    if !FileManager.default.fileExists(atPath: path), !name.hasSuffix(".bz2") { path += ".bz2" }
    guard path.hasSuffix(".bz2") else {
      return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/bzip2")
    process.arguments = ["-dc", path]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
  }

  /// The UTF-8 of code points spelled in hexadecimal.
  static func bytes(_ parts: [Substring]) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      if let value = UInt32(part, radix: 16), let scalar = Unicode.Scalar(value) {
        UTF8Cursor.append(scalar, to: &bytes)
      }
    }
    return bytes
  }
}
