/// How often each word of a text occurs, and with which capitals: the text as its own witness.
///
/// Built once, when the first rule asks, in linear time; open addressed, keyed by `Word.hash`.
public struct WordCounts {
  /// The uses of one word.
  public struct Uses: Sendable, Hashable {
    /// All of them, whatever their case.
    public var total: UInt32 = 0
    /// In small letters.
    public var lower: UInt32 = 0
    /// With a first capital behind another word, a space or a comma and a space between: not owed to a sentence's start.
    public var capitalInside: UInt32 = 0
    /// With a first capital anywhere.
    public var capital: UInt32 = 0
  }

  private var keys: [UInt32]
  private var uses: [Uses]
  private let mask: Int

  public init(_ words: [Word]) {
    var size = 16
    while size < words.count * 2 { size *= 2 }
    mask = size - 1
    keys = [UInt32](repeating: 0, count: size)
    uses = [Uses](repeating: Uses(), count: size)
    for word in words {
      let at = slot(word.hash)
      keys[at] = word.hash
      uses[at].total += 1
      if word.startsWithCapital, !word.shape.isSuperset(of: [.innerCapital, .lower]) {
        uses[at].capital += 1
        if word.gap == .space || word.gap == .comma || word.gap == .hyphen { uses[at].capitalInside += 1 }
      } else if word.isLower {
        uses[at].lower += 1
      }
    }
  }

  /// The uses of the word with this hash.
  public subscript(hash: UInt32) -> Uses {
    let at = slot(hash)
    return keys[at] == hash ? uses[at] : Uses()
  }

  private func slot(_ hash: UInt32) -> Int {
    var at = Int(hash) & mask
    while keys[at] != hash, uses[at].total != 0 { at = (at + 1) & mask }
    return at
  }
}
