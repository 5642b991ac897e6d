import CByteScan
import CTables

/// The English lexicon: whether a string is a word, how common, and of what kind.
///
/// Made from the SCOWL lists by `Scripts/make-lexicon.py`, which describes the file.  The table holds hashes, no letters: a
/// string that is no word passes for one once in some six thousand times.  A lookup touches one or two cache lines; nothing
/// is loaded or built at the start.
public enum Lexicon {
  /// What is known of a word; `.unknown` where the lists do not have it.
  @frozen public struct Entry: Sendable, Hashable {
    @usableFromInline let bits: UInt16
    @inlinable init(bits: UInt16) { self.bits = bits }

    @inlinable public static var unknown: Entry { Entry(bits: 0) }

    @inlinable public var isKnown: Bool { bits != 0 }
    /// How common the word is when written in lower case: 1 for the words that everybody uses, 7 for those that only a large
    /// dictionary has; 0 where it is no such word.
    @inlinable public var band: Int { Int(bits & 7) }
    /// A word in lower case of one of the bands up to `limit`.
    @inlinable public func isWord(upTo limit: Int) -> Bool { band != 0 && band <= limit }
    /// A name that a desk dictionary has.
    @inlinable public var isCommonName: Bool { bits & 8 != 0 }
    /// A name or an abbreviation.
    @inlinable public var isName: Bool { bits & 16 != 0 }
    /// The base form of a verb: it has forms in -s and -ing.
    @inlinable public var isVerb: Bool { bits & 32 != 0 }
    /// The form in -ing of a verb.
    @inlinable public var isParticiple: Bool { bits & 64 != 0 }
    /// The form in -ed of a verb.
    @inlinable public var isPast: Bool { bits & 128 != 0 }
    /// Takes a plural -s (or is a verb that takes -s).
    @inlinable public var takesS: Bool { bits & 256 != 0 }
    /// A name, and no word in lower case.
    @inlinable public var isOnlyName: Bool { bits & 512 != 0 }
  }

  /// What is known of the word with this hash (`Word.hash`).
  public static func entry(_ hash: UInt32) -> Entry {
    let slots = slots
    return Entry(bits: cbytescan_lookup(slots.start, slots.count, hash))
  }

  /// What is known of each of these words.
  ///
  /// - Parameter recent: What was found of words that come again; begins empty and is kept from text to text.
  static func entries(_ words: [Word], recent: inout [UInt32]) -> [Entry] {
    if recent.isEmpty { recent = [UInt32](repeating: 0, count: Int(CBYTESCAN_RECENT)) }
    return [Entry](unsafeUninitializedCapacity: words.count) { entries, count in
      guard let entries = entries.baseAddress else { return }
      let slots = slots
      words.withUnsafeBytes { words in
        cbytescan_lookup_all(
          slots.start, slots.count, words.assumingMemoryBound(to: cbytescan_word.self).baseAddress,
          words.count / MemoryLayout<Word>.stride, &recent,
          UnsafeMutableRawPointer(entries).assumingMemoryBound(to: UInt16.self)
        )
      }
      count = words.count
    }
  }

  /// What is known of the bytes of a range of a text.
  public static func entry(_ bytes: [UInt8], _ range: Range<Int>) -> Entry { entry(hash(bytes, range)) }

  /// What is known of a word; for tests and set-up.
  public static func entry(_ word: String) -> Entry { entry(hash(word)) }

  /// The hash of the bytes of a range, as words have it.
  public static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return cbytescan_hash(nil, 0) }
      return cbytescan_hash(base + range.lowerBound, range.count)
    }
  }

  /// The hash of the word that two ranges make together.
  public static func hash(_ bytes: [UInt8], joining first: Range<Int>, _ second: Range<Int>) -> UInt32 {
    bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return cbytescan_hash(nil, 0) }
      return cbytescan_hash_joined(base + first.lowerBound, first.count, base + second.lowerBound, second.count)
    }
  }

  /// The hash of bytes that lie somewhere, as in a table.
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    cbytescan_hash(bytes.baseAddress, bytes.count)
  }

  public static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.withContiguousStorageIfAvailable { cbytescan_hash($0.baseAddress, $0.count) }
      ?? { (all: [UInt8]) in hash(all, all.indices) }(Array(bytes))
  }

  public static func hash(_ word: String) -> UInt32 {
    let bytes = Array(word.utf8)
    return hash(bytes, bytes.indices)
  }

  /// The slots, three bytes each: what follows the page of text and the count.  Asked anew each time, for a constant would be guarded by a
  /// call that costs as much.
  private static var slots: (start: UnsafePointer<UInt8>, count: UInt32) {
    let file = ctables_lexicon_en()
    return (file.start + 1024 + 4, UInt32((file.length - 1024 - 4) / 3))
  }
}
