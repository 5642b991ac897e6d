import CICU

/// Code points that belong to what stands before them: combining marks, joiners, emoji modifiers, the later letters of a
/// Hangul syllable.  An edit never begins or ends in front of one.
public enum Extenders {
  /// Whether the code point at `offset` extends what stands before it.
  @inlinable public static func begins(_ bytes: [UInt8], at offset: Int) -> Bool {
    // Nothing below U+0300 does.
    bytes[offset] >= 0xCC && contains(UTF8Cursor.scalar(in: bytes, at: offset))
  }

  /// Whether a code point is one.
  public static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x300: return false
    // Letters of the scripts that are read most; in each of these runs there is nothing else.
    case 0x370...0x482, 0x48A...0x590, 0x5D0...0x5EA, 0x620...0x64A, 0x671...0x6D5, 0x904...0x939, 0xE01...0xE30,
      0x1E00...0x200B, 0x2010...0x2027, 0x3041...0x3096, 0x30A0...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
      return false
    case 0x200C, 0x200D, 0x1F3FB...0x1F3FF: return true
    // Hangul vowels and finals, which the forms join to the letter before them.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return true
    default: break
    }
    let category = cicu_category(scalar.value)
    return (6...8).contains(category) || cicu_combining_class(scalar.value) != 0
      || cicu_is_grapheme_extend(scalar.value)
  }

  /// The end of the run of them that starts at `offset`; not after `limit`.
  static func end(of bytes: [UInt8], from offset: Int, notAfter limit: Int) -> Int {
    var at = offset
    while at < limit, begins(bytes, at: at) { at += UTF8Cursor.length(of: bytes[at]) }
    return at
  }

  /// The start of the base that the code point at `offset` would extend; not before `limit`, which itself starts a code point.
  static func base(of bytes: [UInt8], before offset: Int, notBefore limit: Int) -> Int {
    var at = offset
    while at > limit {
      at -= 1
      while UTF8Cursor.isContinuation(bytes[at]) { at -= 1 }
      if !begins(bytes, at: at) { return at }
    }
    return at
  }
}
