/// What the lexicon said of words, also that it has none: words come again, and the lexicon is larger than a processor's
/// fast memory.
struct KeptEntries {
  private var words = [UInt64](repeating: 0, count: 4096)
  private var entries = [NameLexicon.Entry?](repeating: nil, count: 4096)

  mutating func entry(_ word: UInt64, _ lexicon: NameLexicon) -> NameLexicon.Entry? {
    let slot = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 52)
    if words[slot] != word {
      words[slot] = word
      entries[slot] = lexicon.entry(word)
    }
    return entries[slot]
  }
}
