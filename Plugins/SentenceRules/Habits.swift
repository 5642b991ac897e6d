import Glibc
import Language
import TextModel

extension SentenceHabits {
  /// Finds out about line ends.
  mutating func findLayout(
    _ newlines: NewlineMode, _ bytes: UnsafeBufferPointer<UInt8>, _ classes: SentenceClasses.View
  ) {
    switch newlines {
    case .line: break
    case .paragraph: isWrapped = true
    case .wrap:
      isWrapped = true
      width = LineWidths(bytes, classes).width
    case .auto:
      // A text in one line, the commonest record, has nothing to find out.
      guard let base = bytes.baseAddress, memchr(base, 0x0A, bytes.count) != nil else { return }
      let widths = LineWidths(bytes, classes)
      isWrapped = widths.areWrapped
      width = isWrapped ? widths.width : 0
    }
  }

  /// Finds out about small letters, once for a document and only when a place asks.  The first 64 KB show the habit.
  mutating func findStarts(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !knowsStarts else { return }
    knowsStarts = true
    let (small, capital) = SentenceHabits.starts(bytes)
    smallStarts = small
    startsLower = small >= 1 && small * 3 >= capital
    hardlyEverCapital = small >= 4 && small >= capital * 2
  }

  /// Small letters behind stops and at the starts of lines, and the pronoun "i", against capital letters.
  static func starts(_ bytes: UnsafeBufferPointer<UInt8>) -> (small: Int, capital: Int) {
    var small = 0
    var capital = 0
    func count(_ next: UInt8) {
      if next &- 0x61 < 26 { small += 1 }
      if next &- 0x41 < 26 { capital += 1 }
    }
    let end = min(bytes.count, 1 << 16) - 2
    var at = 1
    while at < end {
      switch bytes[at] {
      case 0x2E, 0x3F, 0x21:  // . ? !
        if bytes[at + 1] == 0x20, bytes[at - 1] | 0x20 &- 0x61 < 26, at > 1, bytes[at - 2] | 0x20 &- 0x61 < 26 {
          count(bytes[at + 2])
        }
      case 0x0A: count(bytes[at + 1])
      case 0x69:  // i
        if bytes[at - 1] == 0x20, bytes[at + 1] == 0x20 || bytes[at + 1] == 0x27 { small += 1 }
      default: break
      }
      // Clear enough: an ordinary text.
      if capital >= 16, small * 6 < capital { break }
      at += 1
    }
    if let first = bytes.first, first &- 0x61 < 26 { small += 1 }
    return (small, capital)
  }
}

extension SentencePlace {
  /// Whether sentences in this document start with small letters as a habit; found out when first asked for.
  var startsLower: Bool {
    if !habits.knowsStarts { habits.findStarts(bytes) }
    // In English a single place is enough: its abbreviations are known well.
    return habits.startsLower && (habits.smallStarts > 1 || language == .english)
  }

  /// … and hardly ever with a capital one.
  var hardlyEverCapital: Bool { startsLower && habits.hardlyEverCapital }
}
