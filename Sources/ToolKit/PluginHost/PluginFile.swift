import Glibc
import JSONLines
import Language

/// A plugin file: what its first line says it is, and its lines.
///
/// The first line of JSON Lines is `{"copydesk":"rules","version":1}`, of tab-separated values `# copydesk gazetteer 1`.
struct PluginFile {
  enum Kind: String, CaseIterable {
    case rules, gazetteer, abbreviations, verbs, boilerplate, protect

    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
  }

  let path: String
  let kind: Kind
  let isJSON: Bool
  /// The name of the file without folder and suffix: the id of what has no ids of its own.
  let name: String
  /// All bytes of the file.
  let bytes: [UInt8]
  /// Where the lines behind the first one begin.
  private let body: Int

  /// Where something is wrong in a plugin file: exit 65, with file and line.
  static func failure(_ path: String, _ line: Int, _ reason: String) -> Failure {
    Failure(.badData, "\(path):\(line): \(reason)")
  }

  init(path: String) throws(Failure) {
    self.path = path
    let bytes = try Self.read(path)
    self.bytes = bytes
    let file = path.split(separator: "/").last.map(String.init) ?? path
    name = file.split(separator: ".").first.map(String.init) ?? file
    var end = bytes.firstIndex(of: 0x0A) ?? bytes.count
    body = min(end + 1, bytes.count)
    if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
    let first = bytes[..<end]
    isJSON = first.first == UInt8(ascii: "{")
    let (word, version) = isJSON ? Self.header(Array(first)) : Self.headerWords(first)
    guard let word else {
      throw Self.failure(
        path, 1,
        "the first line must say what the file is: {\"copydesk\":\"rules\",\"version\":1} or # copydesk gazetteer 1")
    }
    guard let kind = Kind(rawValue: word) else {
      throw Self.failure(path, 1, "no plugin file is a '\(word)'; the kinds are: \(Kind.names)")
    }
    guard version == 1 else {
      throw Self.failure(path, 1, "version \(version.map(String.init) ?? "missing") is not known here; version 1 is")
    }
    if kind == .rules, !isJSON { throw Self.failure(path, 1, "a rule pack is JSON Lines, not tab-separated values") }
    self.kind = kind
  }

  /// Calls `body` with each line behind the first one that is neither blank nor a comment (`#`, tab-separated values
  /// only), and its number.
  func forEachLine(_ body: (Bytes, Int) throws(Failure) -> Void) throws(Failure) {
    var failure: Failure?
    bytes.withUnsafeBufferPointer { buffer in
      var at = self.body
      var number = 2
      while at < buffer.count {
        var end = at
        while end < buffer.count, buffer[end] != 0x0A { end += 1 }
        var last = end
        if last > at, buffer[last - 1] == 0x0D { last -= 1 }
        if last > at, isJSON || buffer[at] != UInt8(ascii: "#") {
          do throws(Failure) {
            try body(Bytes(rebasing: buffer[at..<last]), number)
          } catch {
            failure = error
            return
          }
        }
        at = end + 1
        number += 1
      }
    }
    if let failure { throw failure }
  }

  private static func header(_ line: [UInt8]) -> (String?, Int?) {
    line.withUnsafeBufferPointer { line in
      var scanner = Scanner()
      var members: [Member] = []
      guard (try? scanner.scan(line, into: &members)) != nil else { return (nil, nil) }
      var word: String?
      var version: Int?
      for member in members {
        var reader = JSONReader(line, at: member.value)
        if member.isNamed(Name.copydesk, in: line) { word = reader.readString() }
        if member.isNamed(Name.version, in: line) { version = reader.readInt() }
      }
      return (word, version)
    }
  }

  private static func headerWords(_ line: ArraySlice<UInt8>) -> (String?, Int?) {
    let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 4, words[0] == "#", words[1] == "copydesk" else { return (nil, nil) }
    return (words[2], Int(words[3]))
  }

  private static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw Failure(.noInput, "--plugin \(path): cannot open: \(describe(errno: errno))") }
    defer { close(descriptor) }
    var status = stat()
    var bytes: [UInt8] = []
    if fstat(descriptor, &status) == 0 { bytes.reserveCapacity(Int(status.st_size) + 1) }
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw Failure(.noInput, "--plugin \(path): cannot read: \(describe(errno: errno))") }
      if count == 0 { break }
      bytes.append(contentsOf: piece[..<count])
    }
    guard RawText.firstIllFormed(bytes) == nil else {
      throw Failure(.badData, "\(path): is not UTF-8")
    }
    return bytes
  }
}

/// Names of members, as bytes.
private enum Name {
  static let copydesk = Array("copydesk".utf8)
  static let version = Array("version".utf8)
}
