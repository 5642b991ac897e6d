import CTables
import TextModel

/// What a token can be in a date, a time, an amount or a quantity: the classes of `measure_words.tsv`.
public struct MeasureClass: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let month = MeasureClass(rawValue: 1 << 0)
  /// May and March: months only where the context says so.
  public static let monthOrWord = MeasureClass(rawValue: 1 << 1)
  public static let weekday = MeasureClass(rawValue: 1 << 2)
  public static let cardinal = MeasureClass(rawValue: 1 << 3)
  /// Hundred, thousands, million, bn, dozen.
  public static let scale = MeasureClass(rawValue: 1 << 4)
  /// Several, few, half.
  public static let fuzzy = MeasureClass(rawValue: 1 << 5)
  public static let ordinal = MeasureClass(rawValue: 1 << 6)
  public static let currency = MeasureClass(rawValue: 1 << 7)
  /// An ISO 4217 code, in any case of letters.
  public static let code = MeasureClass(rawValue: 1 << 8)
  public static let percent = MeasureClass(rawValue: 1 << 9)
  public static let unit = MeasureClass(rawValue: 1 << 10)
  /// Square, cubic, nautical.
  public static let unitPower = MeasureClass(rawValue: 1 << 11)
  /// A unit of a day or longer.
  public static let dayUnit = MeasureClass(rawValue: 1 << 12)
  /// A unit shorter than a day.
  public static let clockUnit = MeasureClass(rawValue: 1 << 13)
  public static let season = MeasureClass(rawValue: 1 << 14)
  public static let relativeDay = MeasureClass(rawValue: 1 << 15)
  public static let dayPart = MeasureClass(rawValue: 1 << 16)
  public static let clockWord = MeasureClass(rawValue: 1 << 17)
  public static let meridiem = MeasureClass(rawValue: 1 << 18)
  public static let zone = MeasureClass(rawValue: 1 << 19)
  /// Last, next, this, coming.
  public static let near = MeasureClass(rawValue: 1 << 20)
  /// Early, late, mid.
  public static let edge = MeasureClass(rawValue: 1 << 21)
  public static let link = MeasureClass(rawValue: 1 << 22)
  public static let about = MeasureClass(rawValue: 1 << 23)
  /// Words before which a bare number can be a year: in, since, by.
  public static let since = MeasureClass(rawValue: 1 << 24)
  /// Ago, earlier, later.
  public static let back = MeasureClass(rawValue: 1 << 25)
  /// A number in digits.
  public static let digits = MeasureClass(rawValue: 1 << 26)
  /// The sign of a currency.
  public static let sign = MeasureClass(rawValue: 1 << 27)

  /// The classes of a single word.
  public static func of(_ text: Text, _ span: Span) -> MeasureClass {
    MeasureWords.shared.classes(text.utf8, span.start, span.end)
  }

  /// The words that can be of one of these classes, by their hashes as words have them.
  public static func words(_ classes: MeasureClass) -> WordSet {
    var hashes: [UInt32] = []
    Table(ctables_measure_words()).eachRow { row in
      if !MeasureWords.classes(of: row).isDisjoint(with: classes) { hashes.append(Lexicon.hash(row.key)) }
    }
    return WordSet(hashes: hashes)
  }

  /// The names of the classes in the table, by bit.
  static let names: [StaticString] = [
    "month", "month-or-word", "weekday", "cardinal", "scale", "fuzzy", "ordinal", "currency", "code", "percent", "unit",
    "unit-power", "day-unit", "clock-unit", "season", "relative-day", "day-part", "clock-word", "meridiem", "zone",
    "near", "edge", "link", "about", "since", "back",
  ]
}

/// The table of measure words, in an open hash table that is built when first asked for.
struct MeasureWords: Sendable {
  /// The longest word of the table is shorter.
  static let limit = 16
  static let shared = MeasureWords()

  private var slots = [(hash: UInt64, classes: UInt32)](repeating: (0, 0), count: 2048)

  private init() {
    Table(ctables_measure_words()).eachRow { row in
      let classes = Self.classes(of: row).rawValue
      let hash = Self.hash(Array(row.key), 0, row.key.count)
      var at = Int(hash & 2047)
      while slots[at].hash != 0 { at = (at + 1) & 2047 }
      slots[at] = (hash, classes)
    }
  }

  fileprivate static func classes(of row: Table.Row) -> MeasureClass {
    var classes: UInt32 = 0
    for name in row.value.split(separator: UInt8(ascii: " ")) {
      for (bit, known) in MeasureClass.names.enumerated()
      where name.elementsEqual(UnsafeBufferPointer(start: known.utf8Start, count: known.utf8CodeUnitCount)) {
        classes |= 1 << UInt32(bit)
      }
    }
    return MeasureClass(rawValue: classes)
  }

  /// FNV-1a over the bytes, ASCII letters in lower case; never 0.
  @inline(__always) static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for at in start..<end {
      var byte = bytes[at]
      if byte &- 0x41 < 26 { byte |= 0x20 }
      value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return value | 1 << 63
  }

  /// The classes of the word in a range of bytes.
  @inline(__always) func classes(_ bytes: [UInt8], _ start: Int, _ end: Int) -> MeasureClass {
    guard end - start < Self.limit else { return [] }
    let hash = Self.hash(bytes, start, end)
    var at = Int(hash & 2047)
    while slots[at].hash != 0 {
      if slots[at].hash == hash { return MeasureClass(rawValue: slots[at].classes) }
      at = (at + 1) & 2047
    }
    return []
  }

  /// The classes of every token of a text.  Linear.
  static func classes(of tokens: [Token], in bytes: [UInt8]) -> [MeasureClass] {
    let words = shared
    var found = [MeasureClass](repeating: [], count: tokens.count)
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .word: found[index] = words.classes(bytes, token.span.start, token.span.end)
      case .number: found[index] = .digits
      case .mark: if isSign(bytes, token.span) { found[index] = .sign }
      }
    }
    return found
  }

  /// `$ £ ¥` and the block U+20A0…U+20BF.
  private static func isSign(_ bytes: [UInt8], _ span: Span) -> Bool {
    let first = bytes[span.start]
    switch span.count {
    case 1: return first == UInt8(ascii: "$")
    case 2: return first == 0xC2 && (bytes[span.start + 1] == 0xA3 || bytes[span.start + 1] == 0xA5)
    case 3: return first == 0xE2 && bytes[span.start + 1] == 0x82 && bytes[span.start + 2] >= 0xA0
    default: return false
    }
  }
}
