import TextModel

/// What the table says of a phrase.
extension PageLineReader {
  /// How much of a line a phrase must be, and where.
  enum Mode: UInt8 { case line, lead, tease, title, label, call, word, heads, opens, within }

  /// One sense of a phrase: what it is, how much of the line it must be, whether it is believed alone.
  struct Sense {
    var kind: PageLine.Kind
    var mode: Mode
    var isSure: Bool
  }

  /// The senses of a phrase as the table has them: `kind mode strength`, parted by commas.  Read in place, by the first two letters
  /// of kind and mode, which tell them apart.
  struct Senses: Sequence, IteratorProtocol {
    let value: UnsafeBufferPointer<UInt8>
    var at = 0

    init(_ row: Table.Row) { value = row.value }

    mutating func next() -> Sense? {
      while at + 2 < value.count {
        let kind = code(at)
        skip(past: 0x20)
        let mode = code(at)
        skip(past: 0x20)
        let isSure = at < value.count && value[at] == UInt8(ascii: "s")
        skip(past: UInt8(ascii: ","))
        if let kind = Senses.kind(kind), let mode = Senses.mode(mode) {
          return Sense(kind: kind, mode: mode, isSure: isSure)
        }
      }
      return nil
    }

    private func code(_ at: Int) -> UInt16 { at + 1 < value.count ? UInt16(value[at]) << 8 | UInt16(value[at + 1]) : 0 }

    private mutating func skip(past byte: UInt8) {
      while at < value.count, value[at] != byte { at += 1 }
      at += 1
    }

    static func kind(_ code: UInt16) -> PageLine.Kind? {
      switch code {
      case 0x636F: .comment  // co
      case 0x7368: .share  // sh
      case 0x6E61, 0x706F: .navigation  // na, posted
      case 0x666F, 0x6361, 0x7665: .follow  // fo, call, venue
      case 0x7465: .teaser  // te
      case 0x6E6F: .footer  // notice
      case 0x6164: .advert  // ad
      default: nil
      }
    }

    private static func mode(_ code: UInt16) -> Mode? {
      switch code {
      case 0x6C69: .line
      case 0x6C65: .lead
      case 0x7465: .tease
      case 0x7469: .title
      case 0x6C61: .label
      case 0x6361: .call
      case 0x776F: .word
      case 0x6865: .heads
      case 0x6F70: .opens
      case 0x7769: .within
      default: nil
      }
    }
  }
}
