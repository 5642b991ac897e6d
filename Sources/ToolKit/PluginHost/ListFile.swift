import JSONLines
import Language

/// Reads a list into the user's lists.
enum ListFile {
  /// - Throws: exit 65 with file, line and what to mend.
  static func add(_ file: PluginFile, to lists: inout UserLists) throws(Failure) {
    var row = ListRow()
    let isJSON = file.isJSON
    let kind = file.kind
    let expected = kind.columns
    // Room for all lines at once: growing a table of a million names step by step would take most of the time.
    if kind == .gazetteer, lists.names.isEmpty {
      lists.names = PhraseSet(capacity: file.bytes.reduce(into: 0) { if $1 == 0x0A { $0 += 1 } } * 2)
    }
    try file.forEachLine { (line, number) throws(Failure) in
      do throws(ListRow.Fault) {
        try isJSON ? row.read(json: line, expected) : row.read(columns: line, expected)
      } catch {
        throw PluginFile.failure(file.path, number, error.message)
      }
      try add(row, kind, file.path, number, &lists)
    }
  }

  private static func add(
    _ row: ListRow, _ kind: PluginFile.Kind, _ path: String, _ number: Int, _ lists: inout UserLists
  ) throws(Failure) {
    let phrase = row.first
    switch kind {
    case .gazetteer:
      let label = row.string(1)
      if label.isEmpty { throw PluginFile.failure(path, number, "a name needs a label, such as PER, ORG or LOC") }
      let entry = lists.addName(phrase, label: label, ref: row.cell(2))
      lists.names.insert(phrase, entry)
      for alias in row.aliases { lists.names.insert(alias, entry) }
    case .abbreviations:
      let ends = row.string(1)
      guard ends.isEmpty || ends == "never" || ends == "ends" else {
        throw PluginFile.failure(path, number, "an abbreviation 'ends' a sentence or 'never' does, not '\(ends)'")
      }
      lists.abbreviations.insert(phrase.last == UInt8(ascii: ".") ? phrase.dropLast() : phrase, ends == "ends" ? 1 : 0)
    case .verbs: lists.verbs.insert(phrase, 0)
    case .boilerplate: lists.boilerplate.insert(phrase, 0)
    case .protect: lists.protected.insert(phrase, 0)
    case .rules: preconditionFailure("a rule pack is no list")
    }
  }
}

extension PluginFile.Kind {
  /// The names of the columns; also the names of the members in JSON Lines.
  var columns: [String] {
    switch self {
    case .gazetteer: ["name", "label", "ref", "aliases"]
    case .abbreviations: ["abbreviation", "ends"]
    case .verbs: ["verb"]
    case .boilerplate, .protect: ["phrase"]
    case .rules: []
    }
  }
}

/// One line of a list.
struct ListRow {
  /// What the line is about.
  private(set) var first: ArraySlice<UInt8> = []
  private(set) var aliases: [ArraySlice<UInt8>] = []
  private var cells: [ArraySlice<UInt8>] = []
  private var buffer: [UInt8] = []

  struct Fault: Error {
    var message: String
  }

  /// A cell; empty where the line ends before it.
  func cell(_ column: Int) -> ArraySlice<UInt8> { column < cells.count ? cells[column] : [] }

  /// A cell as a string; empty where the line ends before it.
  func string(_ column: Int) -> String {
    column < cells.count ? String(decoding: cells[column], as: UTF8.self) : ""
  }

  mutating func read(columns line: Bytes, _ expected: [String]) throws(Fault) {
    // Slices of one copy of the line.
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: line)
    cells.removeAll(keepingCapacity: true)
    var start = 0
    for k in buffer.indices where buffer[k] == 0x09 {
      cells.append(buffer[start..<k])
      start = k + 1
    }
    cells.append(buffer[start...])
    guard cells.count <= expected.count else {
      throw Fault(message: "\(cells.count) columns; the columns are: \(expected.joined(separator: ", "))")
    }
    try take(expected)
    aliases =
      expected.last == "aliases" && cells.count == expected.count
      ? cells[expected.count - 1].split(separator: UInt8(ascii: "|")) : []
  }

  mutating func read(json line: Bytes, _ expected: [String]) throws(Fault) {
    var scanner = Scanner()
    var members: [Member] = []
    do {
      try scanner.scan(line, into: &members)
    } catch {
      throw Fault(message: "\(error.reason) (byte \(error.column))")
    }
    cells = expected.map { _ in [] }
    aliases = []
    for member in members {
      guard let column = expected.firstIndex(where: { member.isNamed(Array($0.utf8), in: line) }) else {
        let name = String(decoding: line[member.key], as: UTF8.self)
        throw Fault(message: "no member \(name) here; the members are: \(expected.joined(separator: ", "))")
      }
      var reader = JSONReader(line, at: member.value)
      var bytes: [UInt8] = []
      if expected[column] == "aliases" {
        guard reader.enterArray() else { throw Fault(message: "'aliases' must be an array of strings") }
        while reader.nextElement() {
          guard reader.readString(into: &bytes) else { throw Fault(message: "'aliases' must be an array of strings") }
          aliases.append(bytes[...])
        }
      } else {
        guard reader.readString(into: &bytes) else { throw Fault(message: "'\(expected[column])' must be a string") }
        cells[column] = bytes[...]
      }
    }
    try take(expected)
  }

  private mutating func take(_ expected: [String]) throws(Fault) {
    first = cells.first ?? []
    if first.allSatisfy({ $0 == 0x20 }) { throw Fault(message: "'\(expected[0])' is empty") }
  }
}
