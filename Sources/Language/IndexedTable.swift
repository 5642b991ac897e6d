import CTables

/// A table with a hash index over its keys: one probe or two a lookup.
///
/// Building takes one pass over the table (about 20 ns a row) and 8 bytes a row; keep it in a `static let`, which builds it
/// when somebody first asks.  Keys and values are still read where they lie.
public struct IndexedTable: Sendable {
  public let table: Table
  /// Line starts plus one in the low 24 bits, eight bits of the hash above them; by hash, open addressing; 0 is empty.
  let slots: [UInt32]
  let mask: Int
  /// Length in bytes of the longest key.
  public let longestKey: Int

  public init(_ file: ctables_file) { self.init(Table(file)) }

  public init(_ table: Table) {
    precondition(table.bytes.count < 1 << 24, "a table of 16 MB needs wider slots")
    self.table = table
    var rows: [UInt32] = []
    var longest = 0
    table.eachRow { row in
      rows.append(UInt32(row.start))
      longest = max(longest, row.key.count)
    }
    var capacity = 8
    while capacity < rows.count * 2 { capacity *= 2 }
    var slots = [UInt32](repeating: 0, count: capacity)
    mask = capacity - 1
    for start in rows {
      let hash = IndexedTable.hash(table.row(startingAt: Int(start)).key)
      var slot = hash & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = start + 1 | IndexedTable.tag(hash)
    }
    self.slots = slots
    longestKey = longest
  }

  /// The row with this key; nil where there is none.
  public func row(_ key: UnsafeBufferPointer<UInt8>) -> Table.Row? {
    if key.count > longestKey { return nil }
    let hash = IndexedTable.hash(key)
    let tag = IndexedTable.tag(hash)
    var slot = hash & mask
    while slots[slot] != 0 {
      // Most misses end at the tag, without a look at the table.
      if slots[slot] & 0xFF00_0000 == tag {
        let start = Int(slots[slot] & 0xFF_FFFF) - 1
        if starts(key, at: start) { return table.row(startingAt: start) }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Whether the key of the row that starts there is this one.
  func starts(_ key: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let bytes = table.bytes
    let end = start + key.count
    guard end <= bytes.count else { return false }
    var k = 0
    while k < key.count {
      if key[k] != bytes[start + k] { return false }
      k += 1
    }
    return end == bytes.count || bytes[end] == UInt8(ascii: "\t") || bytes[end] == 0x0A
  }

  /// The row whose key is what stands in `range` of `text`, its ASCII letters in lower case where `folding`.
  public func row(_ text: [UInt8], _ range: Range<Int>, folding: Bool = false) -> Table.Row? {
    if range.count > longestKey { return nil }
    return Table.withKey(text, range, folding: folding) { row($0) }
  }

  /// The row of a key; for tests and set-up.
  public func row(_ key: String) -> Table.Row? {
    let bytes = Array(key.utf8)
    return row(bytes, bytes.indices)
  }

  public func contains(_ text: [UInt8], _ range: Range<Int>, folding: Bool = false) -> Bool {
    row(text, range, folding: folding) != nil
  }

  static func tag(_ hash: Int) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) << 24 }

  /// Eight bytes at a step, the last ones with zeros behind them, each stirred by a product of which both halves are kept.
  static func hash(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    guard let bytes = UnsafeRawPointer(key.baseAddress) else { return 0 }
    var value = UInt64(truncatingIfNeeded: key.count) &* 0x9E37_79B9_7F4A_7C15
    var at = 0
    while at + 8 <= key.count {
      value = stir(value, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    if at < key.count {
      var last: UInt64 = 0
      for k in at..<key.count { last = last << 8 | UInt64(bytes.load(fromByteOffset: k, as: UInt8.self)) }
      value = stir(value, last)
    }
    return Int(truncatingIfNeeded: value & 0x7FFF_FFFF_FFFF_FFFF)
  }

  @inline(__always) private static func stir(_ value: UInt64, _ bytes: UInt64) -> UInt64 {
    let product = (value ^ bytes).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
