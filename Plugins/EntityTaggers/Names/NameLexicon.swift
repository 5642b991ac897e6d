/// What is known of words before any sentence is read: clusters learned from embeddings, and gazetteers.
///
/// An open hash table in the model's bytes: fingerprints, then the values.  Keys are the hashes of `NameTokens.words`;
/// a phrase of several words has the hash of its words in order.
package struct NameLexicon: @unchecked Sendable {
  // Unchecked: the memory is constant and outlives the program's use of it.
  package struct Entry {
    package var clusters: (UInt16, UInt16, UInt16) = (0, 0, 0)
    package var gazetteers: UInt16 = 0
    package init() {}
  }

  let fingerprints: UnsafePointer<UInt32>
  let values: UnsafePointer<UInt16>
  let capacity: UInt64

  package init(_ bytes: UnsafeRawPointer, capacity: Int) {
    fingerprints = bytes.assumingMemoryBound(to: UInt32.self)
    values = (bytes + capacity * 4).assumingMemoryBound(to: UInt16.self)
    self.capacity = UInt64(capacity)
  }

  /// The bits of the gazetteers; the last one marks words that start an entry of several.
  package static let gazetteers = [
    "given", "surname", "country", "region", "city", "town", "place", "body", "demonym", "title", "company", "role",
    "team",
  ]
  package static let startsPhrase: UInt16 = 1 << 15
  /// Marks words that, in small letters, the training sets never have in a name.
  package static let plain: UInt16 = 1 << 14
  static let longestPhrase = 5

  package static func combine(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first ^ second &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93 &+ 1
  }

  static func slot(_ hash: UInt64, _ capacity: UInt64) -> Int { Int(((hash >> 8 & 0xFFFF_FFFF) &* capacity) >> 32) }
  static func fingerprint(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32 ^ hash) | 1 }

  package func entry(_ hash: UInt64) -> Entry? {
    let mixed = hash &* 0x9E37_79B9_7F4A_7C15
    var at = Self.slot(mixed, capacity)
    let wanted = Self.fingerprint(mixed)
    while fingerprints[at] != 0 {
      if fingerprints[at] == wanted {
        let value = values + at * 4
        var entry = Entry()
        entry.clusters = (value[0], value[1], value[2])
        entry.gazetteers = value[3]
        return entry
      }
      at += 1
      if at == Int(capacity) { at = 0 }
    }
    return nil
  }

  /// The table's bytes for a model.  Of two keys with one fingerprint in one chain the first stays.
  package static func bytes(of entries: [(hash: UInt64, entry: Entry)], capacity: Int) -> [UInt8] {
    var fingerprints = [UInt32](repeating: 0, count: capacity)
    var values = [UInt16](repeating: 0, count: capacity * 4)
    for (hash, entry) in entries {
      let mixed = hash &* 0x9E37_79B9_7F4A_7C15
      var at = slot(mixed, UInt64(capacity))
      let wanted = fingerprint(mixed)
      while fingerprints[at] != 0, fingerprints[at] != wanted { at = at + 1 == capacity ? 0 : at + 1 }
      guard fingerprints[at] == 0 else { continue }
      fingerprints[at] = wanted
      values[at * 4] = entry.clusters.0
      values[at * 4 + 1] = entry.clusters.1
      values[at * 4 + 2] = entry.clusters.2
      values[at * 4 + 3] = entry.gazetteers
    }
    return fingerprints.withUnsafeBytes { Array($0) } + values.withUnsafeBytes { Array($0) }
  }
}
