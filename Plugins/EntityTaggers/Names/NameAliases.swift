import CTables
import Language

/// Groups of names of one country or body: `US`, `U.S.`, `United States`.
enum NameAliases {
  private static let table = IndexedTable(ctables_name_aliases())

  /// A number for the group that a name belongs to, -1 where it belongs to none.
  static func group(_ name: String) -> Int {
    var bytes: [UInt8] = []
    var previous: UInt8 = 0
    for byte in name.utf8 {
      // Full stops go; a curly apostrophe is a straight one.
      if byte == UInt8(ascii: ".") { continue }
      if byte == 0xE2 || byte == 0x80 {
        previous = byte
        continue
      }
      bytes.append(previous == 0x80 && byte == 0x99 ? UInt8(ascii: "'") : byte)
      previous = byte
    }
    guard bytes.count <= table.longestKey, let row = table.row(bytes, bytes.indices, folding: true) else { return -1 }
    return row.value.reduce(0) { ($0 &* 31 &+ Int($1)) & 0x3FFF_FFFF }
  }
}
