/// A closed class of words, asked by hash: articles, pronouns, prepositions.
///
/// Built once from a literal, never freed, open addressed and at most a quarter full; a question costs one or two loads.
public struct WordSet: @unchecked Sendable {
  // Unchecked: the memory is written once, before anybody has the set, and lives as long as the program, for sets are
  // constants of rules.
  @usableFromInline let slots: UnsafePointer<UInt32>
  @usableFromInline let mask: Int

  /// The words of `list`, separated by white space.
  public init(_ list: StaticString) {
    let bytes = UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount)
    // A string's own way to split takes a tenth of the start of a run.
    self.init(hashes: bytes.split { $0 == 0x20 || $0 == 0x0A }.map { Lexicon.hash($0) })
  }

  /// The words with these hashes.
  public init(hashes: [UInt32]) {
    var size = 8
    while size < hashes.count * 4 { size *= 2 }
    let slots = UnsafeMutablePointer<UInt32>.allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    for hash in hashes {
      var at = Int(hash) & (size - 1)
      while slots[at] != 0, slots[at] != hash { at = (at + 1) & (size - 1) }
      slots[at] = hash
    }
    self.slots = UnsafePointer(slots)
    mask = size - 1
  }

  /// The hashes of the words, in no order.
  public var hashes: [UInt32] { (0...mask).lazy.map { slots[$0] }.filter { $0 != 0 } }

  @inlinable public func contains(_ hash: UInt32) -> Bool {
    var at = Int(hash) & mask
    while true {
      let value = slots[at]
      if value == hash { return true }
      if value == 0 { return false }
      at = (at + 1) & mask
    }
  }

  @inlinable public func contains(_ word: Word) -> Bool { contains(word.hash) }
}
