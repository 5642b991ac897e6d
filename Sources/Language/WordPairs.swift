import CTables

/// Which English words stand side by side in news, and which are words of the news at all: what two words owe one another where
/// the mark or the space between them is in doubt.
///
/// Made from news texts by `Scripts/make-pairs.py`, which describes the file: a hash table without keys, of which a question
/// touches one cache line or two.  Words are asked for by their hashes (`Word.hash`).
public enum WordPairs {
  /// Whether the two stand side by side in small letters: `world leaders`.
  public static func contains(_ first: UInt32, _ second: UInt32) -> Bool {
    has(UInt64(first) << 32 | UInt64(second))
  }

  /// The same, or with capitals: `prime minister`.
  public static func containsFolded(_ first: UInt32, _ second: UInt32) -> Bool {
    contains(first, second) || has(UInt64(first) << 32 | UInt64(~second))
  }

  /// Whether a word in small letters is common in news.
  public static func isCommon(_ word: UInt32) -> Bool { has(UInt64(word) << 32) }

  /// Whether news knows a word that the lexicon does not have: `gunbattle`.
  public static func isNewWord(_ word: UInt32) -> Bool { has(UInt64(word) << 32 | 1) }

  /// Whether news writes a word small wherever no sentence begins with it, and hardly ever with a capital: `different`, unlike `state`.
  public static func isWrittenSmall(_ word: UInt32) -> Bool { has(UInt64(word) << 32 | 2) }

  /// Whether the two are what a spinner makes of a fixed expression: `inexperienced tea`. From a table of its own, which
  /// `Scripts/make-spun-pairs.py` derives.
  public static func isSpun(_ first: UInt32, _ second: UInt32) -> Bool {
    has(UInt64(first) << 32 | UInt64(second), in: ctables_spun_pairs())
  }

  private static func has(_ key: UInt64) -> Bool { has(key, in: ctables_pairs_en()) }

  /// The slots, two bytes each, are what follows the page of text and the count.
  @inline(__always)
  private static func has(_ key: UInt64, in file: ctables_file) -> Bool {
    let slots = file.start + 1024 + 4
    let slotCount = (file.length - 1024 - 4) / 2
    let hash = UInt32(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
    let sought = UInt16(truncatingIfNeeded: hash) == 0 ? 1 : UInt16(truncatingIfNeeded: hash)
    var at = Int((UInt64(hash) * UInt64(slotCount)) >> 32)
    while true {
      let slot = UInt16(slots[2 * at]) | UInt16(slots[2 * at + 1]) << 8
      if slot == sought { return true }
      if slot == 0 { return false }
      at = at + 1 == slotCount ? 0 : at + 1
    }
  }
}
