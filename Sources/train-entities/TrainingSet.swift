import EntityTaggers
import Language
import TextModel

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A text with its names, as a training or a development set has it.
struct Sample {
  var text: [UInt8]
  /// Byte offsets and index into `NameLabel.types`, sorted.
  var names: [(span: Span, type: Int)]
}

/// Reads JSON Lines of `{"id", "text", "entities": [{"start", "end", "label"}]}`, offsets in code points.
enum TrainingSet {
  static func read(_ path: String) -> [Sample] {
    bytes(of: path).split(separator: 0x0A).map { line in
      var reader = JSONReader(bytes: Array(line))
      return sample(reader.value())
    }
  }

  static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { fail("train-entities: \(path): cannot be read") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[0..<count])
    }
  }

  static func save(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb"), fwrite(bytes, 1, bytes.count, file) == bytes.count, fclose(file) == 0 else {
      fail("train-entities: \(path): cannot be written")
    }
  }

  static func fail(_ message: String) -> Never {
    let line = Array((message + "\n").utf8)
    _ = write(2, line, line.count)
    exit(66)
  }

  private static func sample(_ value: JSONReader.Value) -> Sample {
    guard case .object(let record) = value, case .string(let text)? = record["text"] else {
      fail("train-entities: a record without text")
    }
    var starts: [Int] = []
    for (at, byte) in text.enumerated() where byte & 0xC0 != 0x80 { starts.append(at) }
    starts.append(text.count)
    var names: [(span: Span, type: Int)] = []
    if case .array(let entities)? = record["entities"] {
      for case .object(let entity) in entities {
        guard case .number(let start)? = entity["start"], case .number(let end)? = entity["end"],
          case .string(let label)? = entity["label"],
          let type = NameLabel.types.firstIndex(of: String(decoding: label, as: UTF8.self)), end < starts.count
        else { continue }
        let span = Conventions.trimmed(Span(starts[start], starts[end]), text)
        if !span.isEmpty { names.append((span, type)) }
      }
    }
    return Sample(text: text, names: names.sorted { $0.span < $1.span })
  }
}

/// What the sets differ in and the scorer evens out.
enum Conventions {
  /// Without white space, a leading article, a possessive ending and quotation marks.
  static func trimmed(_ span: Span, _ text: [UInt8]) -> Span {
    var span = span
    while span.start < span.end, text[span.start] <= 0x20 { span.start += 1 }
    while span.end > span.start, text[span.end - 1] <= 0x20 { span.end -= 1 }
    for article in ["the ", "an ", "a "] {
      let piece = Array(article.utf8)
      if span.count > piece.count, zip(piece, text[span.range]).allSatisfy({ $0 == $1 | 0x20 }) {
        span.start += piece.count
        break
      }
    }
    for ending in ["'s", "’s"] {
      let piece = Array(ending.utf8)
      if span.count > piece.count, text[span.range].suffix(piece.count).elementsEqual(piece) { span.end -= piece.count }
    }
    while span.start < span.end, text[span.start] == 0x22 { span.start += 1 }
    while span.end > span.start, text[span.end - 1] == 0x22 { span.end -= 1 }
    return span
  }
}

/// As much JSON as the sets need; the sets are our own input, so faults end the run.
struct JSONReader {
  enum Value {
    case object([String: Value])
    case array([Value])
    case string([UInt8])
    case number(Int)
    case other
  }

  let bytes: [UInt8]
  var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func value() -> Value {
    skipBlanks()
    switch bytes[at] {
    case UInt8(ascii: "{"):
      at += 1
      var members: [String: Value] = [:]
      while !closes(UInt8(ascii: "}")) {
        guard case .string(let key) = value() else { return .other }
        members[String(decoding: key, as: UTF8.self)] = value()
      }
      return .object(members)
    case UInt8(ascii: "["):
      at += 1
      var elements: [Value] = []
      while !closes(UInt8(ascii: "]")) { elements.append(value()) }
      return .array(elements)
    case UInt8(ascii: "\""): return .string(string())
    default:
      let start = at
      while at < bytes.count, !",]} ".utf8.contains(bytes[at]) { at += 1 }
      return Int(String(decoding: bytes[start..<at], as: UTF8.self)).map { .number($0) } ?? .other
    }
  }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: ":") {
      at += 1
    }
  }

  private mutating func closes(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func string() -> [UInt8] {
    var out: [UInt8] = []
    at += 1
    while bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] != UInt8(ascii: "\\") {
        out.append(bytes[at])
        at += 1
        continue
      }
      at += 2
      switch bytes[at - 1] {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "u"):
        var unit = hex()
        if unit & 0xFC00 == 0xD800 {
          at += 2
          unit = 0x10000 + (unit & 0x3FF) << 10 + hex() & 0x3FF
        }
        UTF8Cursor.append(Unicode.Scalar(unit) ?? "\u{FFFD}", to: &out)
      default: out.append(bytes[at - 1])
      }
    }
    at += 1
    return out
  }

  private mutating func hex() -> UInt32 {
    defer { at += 4 }
    return UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16) ?? 0xFFFD
  }
}
