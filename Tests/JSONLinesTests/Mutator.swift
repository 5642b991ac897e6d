/// Makes records, and breaks them: a seeded generator, so that a failure can be run again.
struct Mutator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  mutating func space() -> String { ["", "", "", " ", "\t", "  \r"][below(6)] }

  mutating func string() -> String {
    let pieces = [
      "a", "said", " ", "é", "“", "”", "\u{1F600}", "\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "\\uD83D\\uDE00",
      "\\ud800",
      "\\uDC00", "\\u0000", "e\u{301}", "\u{2028}", "long enough to fill a vector of sixteen bytes ",
      "Кириллица и дальше, тридцать два байта ", "\\\\\\\\\\\\", "\u{7F}", "中文",
    ]
    return "\"" + (0..<below(below(4) == 0 ? 40 : 9)).map { _ in pieces[below(pieces.count)] }.joined() + "\""
  }

  mutating func value(_ depth: Int = 0) -> String {
    let inner = depth + 1
    switch below(depth > 3 ? 5 : 8) {
    case 0, 1: return string()
    case 2: return ["0", "-0", "12", "-3.50", "1e9", "0.1E-2", "123456789012345678901234567890"][below(7)]
    case 3: return ["true", "false", "null"][below(3)]
    case 4: return ["{}", "[]", "[ ]", "{\t}"][below(4)]
    case 5, 6:
      let elements = (0..<below(4)).map { _ in space() + value(inner) + space() }
      return "[" + elements.joined(separator: ",") + "]"
    default: return record(inner)
    }
  }

  mutating func record(_ depth: Int = 0) -> String {
    let members = (0..<below(5)).map { _ in space() + string() + space() + ":" + space() + value(depth) + space() }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// The bytes with a few of them changed, dropped, doubled or moved.
  mutating func broken(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let marks = Array("{}[]\",:\\ u0-e.tfn\u{0}\n".utf8) + [0x80, 0xC0, 0xC3, 0xE2, 0xED, 0xA0, 0xF0, 0xF4, 0x90, 0xFF]
    for _ in 0..<below(4) where !bytes.isEmpty {
      let at = below(bytes.count)
      switch below(5) {
      case 0: bytes[at] = marks[below(marks.count)]
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(marks[below(marks.count)], at: at)
      case 3: bytes.removeLast(below(bytes.count))
      default: bytes.insert(contentsOf: bytes[at..<min(at + below(8), bytes.count)], at: at)
      }
    }
    return bytes
  }
}
