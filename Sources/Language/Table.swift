import CTables
import Glibc

/// A data file inside the program, read where it lies: no loading, no copy.
///
/// The file is tab-separated and sorted by its first column as bytes (`LC_ALL=C sort`); lines that start with `#` stand at
/// the top and name source and licence.  A row is one line; its key is the first column, its value what follows the first
/// tab (empty where there is none).
///
/// A lookup is a binary search over the bytes, O(log n) lines, and touches only the pages it needs: right for tables that
/// few texts ask.  A hot path asks an `IndexedTable` instead.
public struct Table: @unchecked Sendable {
  // Unchecked: the memory is constant and lives as long as the program.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The file's name, for messages.
  public let name: String
  /// Where the first row starts.
  let body: Int

  public init(_ file: ctables_file) {
    self.init(UnsafeBufferPointer(start: file.start, count: file.length), name: String(cString: file.name))
  }

  /// A table in memory that outlives it.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, name: String) {
    self.bytes = bytes
    self.name = name
    var at = 0
    while at < bytes.count, bytes[at] == UInt8(ascii: "#") { at = Table.lineEnd(bytes, at) + 1 }
    body = min(at, bytes.count)
  }

  /// A row: where it lies in the table.
  public struct Row {
    let table: Table
    let keyEnd: Int
    let start: Int
    let end: Int

    public var key: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: table.bytes[start..<keyEnd]) }
    /// What follows the first tab.
    public var value: UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: table.bytes[min(keyEnd + 1, end)..<end])
    }
    /// A column by number, the key being column 0; empty where the row has fewer.
    public func column(_ number: Int) -> UnsafeBufferPointer<UInt8> {
      var from = start
      for _ in 0..<number {
        while from < end, table.bytes[from] != UInt8(ascii: "\t") { from += 1 }
        if from == end { return UnsafeBufferPointer(rebasing: table.bytes[end..<end]) }
        from += 1
      }
      var to = from
      while to < end, table.bytes[to] != UInt8(ascii: "\t") { to += 1 }
      return UnsafeBufferPointer(rebasing: table.bytes[from..<to])
    }
  }

  /// The row with this key; nil where there is none.
  public func row(_ key: UnsafeBufferPointer<UInt8>) -> Row? {
    var low = body
    var high = bytes.count
    // Invariant: the row, if any, starts in low..<high, and both are line starts.
    while low < high {
      var start = low + (high - low) / 2
      while start > low, bytes[start - 1] != 0x0A { start -= 1 }
      let row = self.row(startingAt: start)
      switch order(key, row) {
      case 0: return row
      case ..<0: high = start
      default: low = row.end + 1
      }
    }
    return nil
  }

  /// The row whose key is what stands in `span` of `text`, its ASCII letters in lower case where `folding`.
  public func row(_ text: [UInt8], _ range: Range<Int>, folding: Bool = false) -> Row? {
    Table.withKey(text, range, folding: folding) { row($0) }
  }

  /// The row of a key; for tests and set-up.
  public func row(_ key: String) -> Row? {
    let bytes = Array(key.utf8)
    return row(bytes, bytes.indices)
  }

  public func contains(_ text: [UInt8], _ range: Range<Int>, folding: Bool = false) -> Bool {
    row(text, range, folding: folding) != nil
  }

  /// Calls `body` with each row in order.
  public func eachRow(_ body: (Row) -> Void) {
    var at = self.body
    while at < bytes.count {
      let row = self.row(startingAt: at)
      if row.end > row.start { body(row) }
      at = row.end + 1
    }
  }

  /// At least as many as there are rows; fast, to set memory aside.
  public var lineCount: Int {
    var lines = 0
    var at = body
    while at < bytes.count {
      at = Table.lineEnd(bytes, at) + 1
      lines += 1
    }
    return lines
  }

  func row(startingAt start: Int) -> Row {
    let end = Table.lineEnd(bytes, start)
    return Row(table: self, keyEnd: Table.find(UInt8(ascii: "\t"), bytes, start, end), start: start, end: end)
  }

  /// Below 0 where the key sorts before the row, 0 where it is the row's.
  func order(_ key: UnsafeBufferPointer<UInt8>, _ row: Row) -> Int {
    let length = row.keyEnd - row.start
    var k = 0
    while k < key.count, k < length {
      let difference = Int(key[k]) - Int(bytes[row.start + k])
      if difference != 0 { return difference }
      k += 1
    }
    return key.count - length
  }

  static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    find(0x0A, bytes, start, bytes.count)
  }

  /// Where a byte is next, or the end.
  private static func find(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard start < end, let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), end - start) else {
      return end
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Lends a piece of a text as a key.
  static func withKey<Result>(
    _ text: [UInt8], _ range: Range<Int>, folding: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    text.withUnsafeBufferPointer { all in
      let piece = UnsafeBufferPointer(rebasing: all[range])
      guard folding else { return body(piece) }
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: piece.count) { folded in
        for k in piece.indices {
          let byte = piece[k]
          folded.initializeElement(at: k, to: byte &- 0x41 < 26 ? byte | 0x20 : byte)
        }
        return body(UnsafeBufferPointer(folded))
      }
    }
  }
}

/// What is wrong with a table, in the shape of every message of the house: `file:line: what`.
public struct TableFault: Error, Hashable, CustomStringConvertible {
  public var file: String
  public var line: Int
  public var reason: String
  public var description: String { "\(file):\(line): \(reason)" }
}

extension Table {
  /// Everything that would make lookups or the notice of licences go wrong: order, duplicates, empty keys, a missing header.
  public func faults() -> [TableFault] {
    var faults: [TableFault] = []
    var line = 0
    var at = 0
    var previous: UnsafeBufferPointer<UInt8>?
    var hasSource = false
    var hasLicence = false
    while at < bytes.count {
      line += 1
      let row = self.row(startingAt: at)
      func fault(_ reason: String) { faults.append(TableFault(file: name, line: line, reason: reason)) }
      if at < body {
        let header = String(decoding: UnsafeBufferPointer(rebasing: bytes[at..<row.end]), as: UTF8.self)
        if header.hasPrefix("# source: ") { hasSource = true }
        if header.hasPrefix("# licence: ") { hasLicence = true }
      } else if row.key.isEmpty {
        fault("empty key")
      } else {
        if bytes[row.end - 1] == 0x0D { fault("carriage return at the end of the line") }
        if let previous {
          let step = order(previous, row)
          if step == 0 { fault("key occurs twice") }
          if step > 0 { fault("not sorted by bytes: use LC_ALL=C sort") }
        }
        previous = row.key
      }
      at = row.end + 1
    }
    if !hasSource { faults.append(TableFault(file: name, line: 1, reason: "no '# source:' line at the top")) }
    if !hasLicence { faults.append(TableFault(file: name, line: 1, reason: "no '# licence:' line at the top")) }
    if bytes.last != 0x0A { faults.append(TableFault(file: name, line: line, reason: "last line has no line end")) }
    return faults
  }
}
