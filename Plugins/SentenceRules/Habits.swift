import Language
import TextModel

extension SentenceHabits {
  /// Finds out about line ends and small letters.  Linear: one pass over the bytes.
  mutating func find(_ newlines: NewlineMode, _ bytes: UnsafeBufferPointer<UInt8>, _ classes: SentenceClasses.View) {
    switch newlines {
    case .line: break
    case .paragraph: isWrapped = true
    case .wrap, .auto: break
    }
    let (small, capital) = SentenceHabits.starts(bytes)
    startsLower = small >= 1 && small * 3 >= capital
    hardlyEverCapital = small >= 4 && small >= capital * 2
  }

  /// Small letters behind stops against capital ones; lines that begin so; the pronoun "i".
  static func starts(_ bytes: UnsafeBufferPointer<UInt8>) -> (small: Int, capital: Int) {
    var small = 0
    var capital = 0
    var at = 0
    while at + 2 < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") {
        if bytes[at + 1] == 0x20, at > 1, bytes[at - 1] | 0x20 &- 0x61 < 26, bytes[at - 2] | 0x20 &- 0x61 < 26 {
          let next = bytes[at + 2]
          if next &- 0x61 < 26 { small += 1 } else if next &- 0x41 < 26 { capital += 1 }
        }
      } else if byte == 0x0A {
        let next = bytes[at + 1]
        if next &- 0x61 < 26 { small += 1 } else if next &- 0x41 < 26 { capital += 1 }
      } else if byte == UInt8(ascii: "i"), bytes[at + 1] == 0x20 || bytes[at + 1] == UInt8(ascii: "'"), at > 0,
        bytes[at - 1] == 0x20
      {
        small += 1
      }
      at += 1
    }
    if let first = bytes.first, first &- 0x61 < 26 { small += 1 }
    return (small, capital)
  }
}
