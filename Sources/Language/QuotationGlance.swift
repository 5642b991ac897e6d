import TextModel

/// Tells at a glance whether the double quotation marks of a text are in order, so that the full reading is made only where
/// something may be wrong: on clean news it never is.
enum QuotationGlance {
  /// Whether anything about the marks is unusual: a mark that points the wrong way for its neighbours, two of a kind in a row, a
  /// side missing, or any mark but `“ ”` and `"`.  Linear in `offsets` (`Document.markOffsets`), without allocation.
  static func isSuspect(_ text: Text, at offsets: [UInt32]) -> Bool {
    text.utf8.withUnsafeBufferPointer { bytes in
      var isOpen = false
      var isStraightOpen = false
      for offset in offsets {
        let at = Int(offset)
        switch bytes[at] {
        case 0x22:
          if !fits(bytes, at, at + 1, opens: !isStraightOpen) { return true }
          isStraightOpen.toggle()
        case 0x0A:
          // What stays open may go on in the next line, by custom; the full reading tells.
          if isOpen || isStraightOpen { return true }
        case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80:
          switch bytes[at + 2] {
          case 0x9C:
            // One may end where the next begins, but not without a space.
            if isOpen || !fits(bytes, at, at + 3, opens: true) || at > 0 && bytes[at - 1] == 0x9D { return true }
            isOpen = true
          case 0x9D:
            if !isOpen || !fits(bytes, at, at + 3, opens: false) || bytes[at - 1] == 0x9C { return true }
            isOpen = false
          case 0x9E, 0x9F: return true
          case 0xB3 where at > 0 && bytes[at - 1] &- 0x30 >= 10: return true
          default: break
          }
        case 0x27 where at + 1 < bytes.count && bytes[at + 1] == 0x27,
          0x60 where at + 1 < bytes.count && bytes[at + 1] == 0x60:
          return true
        case 0xE3 where at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] &- 0x8A < 8: return true
        case 0xC2 where at + 1 < bytes.count && (bytes[at + 1] == 0xAB || bytes[at + 1] == 0xBB): return true
        default: break
        }
      }
      return isOpen || isStraightOpen
    }
  }

  /// Whether the neighbours of the mark in `start..<end` are those of an opener, or of a closer.
  private static func fits(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, opens: Bool) -> Bool {
    let before = start > 0 ? bytes[start - 1] : 0x0A
    let after = end < bytes.count ? bytes[end] : 0x0A
    if opens {
      if after <= 0x20 || after == UInt8(ascii: ",") || after == UInt8(ascii: ".") { return false }
      return before <= 0x20 || before == UInt8(ascii: "(") || before == UInt8(ascii: "[") || before == UInt8(ascii: "-")
        || before >= 0x80 || before == UInt8(ascii: "/")
    }
    return before > 0x20 && !isWord(after) && before != UInt8(ascii: "(")
  }

  private static func isWord(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
}
