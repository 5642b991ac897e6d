import TextModel

/// Finds the marks of a text and classes their neighbours.  One pass, no look-back beyond the white space around a mark.
struct QuotationScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var marks: [QuotationMark] = []
  var paragraphs: [QuotationMarks.Paragraph] = []
  /// How far white space is looked through: longer gaps are not gaps inside a sentence.
  static let reach = 8

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func scan(_ spans: [Span], at offsets: [UInt32]) {
    Self.candidates.withUnsafeBufferPointer { candidates in
      offsets.withUnsafeBufferPointer { offsets in
        var next = 0
        for (index, paragraph) in spans.enumerated() {
          let first = marks.count
          scan(paragraph, offsets, &next, candidates)
          if marks.count > first {
            paragraphs.append(
              QuotationMarks.Paragraph(
                index: index, marks: first..<marks.count, cost: 0, margin: 0, entersOpen: false, staysOpen: false))
          }
        }
      }
    }
  }

  private mutating func scan(
    _ paragraph: Span, _ offsets: UnsafeBufferPointer<UInt32>, _ next: inout Int,
    _ candidates: UnsafeBufferPointer<Bool>
  ) {
    // Behind the mark before, which may be longer than one.
    var at = paragraph.start
    // Where the first word begins: a mark up to there starts the paragraph.
    var first = at
    while first < paragraph.end, Self.mayPrecedeFirst(bytes, first) { first += 1 }
    while next < offsets.count, Int(offsets[next]) < paragraph.end {
      let offset = Int(offsets[next])
      next += 1
      guard offset >= at, candidates[Int(bytes[offset])] else { continue }
      guard let (glyph, length) = glyph(at: offset, bytes[offset], end: paragraph.end) else { continue }
      at = offset
      // A rule drawn with marks is no quotation.
      let run = runLength(at: at, length: length, end: paragraph.end)
      if run >= Self.ruleLength {
        at += run * length
        continue
      }
      let before = neighbour(before: at, paragraph)
      let after = neighbour(after: at + length, paragraph)
      let isApostrophe =
        (glyph == .straightSingle || glyph == .rightSingle) && (before == .lower || before == .upper)
        && (after == .lower || after == .upper)
      if !isApostrophe {
        marks.append(
          QuotationMark(
            offset: at, length: length, glyph: glyph, before: before, after: after,
            beyondBefore: before == .space ? neighbour(beyondBefore: at, paragraph) : before,
            beyondAfter: after == .space ? neighbour(beyondAfter: at + length, paragraph) : after,
            startsParagraph: at <= first))
        first = paragraph.start - 1
      }
      at += length
    }
  }

  /// How many times the mark at `at` stands there in a row.
  private func runLength(at: Int, length: Int, end: Int) -> Int {
    var next = at + length
    while next + length <= end, bytes[next] == bytes[at], bytes[next + length - 1] == bytes[at + length - 1],
      length < 3 || bytes[next + 1] == bytes[at + 1]
    {
      next += length
    }
    return (next - at) / length
  }

  /// From how many marks in a row they are taken for a rule.
  private static let ruleLength = 6

  /// Dashes, asterisks, brackets and spaces may stand before a paragraph's first mark.
  private static func mayPrecedeFirst(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    switch bytes[at] {
    // An en or em dash, by its three bytes; no mark has the last one.
    case 0xE2: at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] & 0xFE == 0x94
    case 0x80: at > 0 && bytes[at - 1] == 0xE2
    case 0x94, 0x95: at > 1 && bytes[at - 1] == 0x80 && bytes[at - 2] == 0xE2
    case 0...0x20, UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: "["): true
    default: false
    }
  }

  /// Which bytes can begin a mark.
  private static let candidates: [Bool] = (0..<256).map { (byte: Int) in
    switch byte {
    case 0x22, 0x27, 0x2C, 0x60, 0xC2, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }

  /// The mark that stands at `at`, if one does, and its length.
  private func glyph(at: Int, _ byte: UInt8, end: Int) -> (QuotationMark.Glyph, Int)? {
    switch byte {
    case 0x22: return (.straightDouble, 1)
    case 0x27:
      // Two apostrophes are a closing mark of typewriters and LaTeX; between digits they are inches all the same.
      if at + 1 < end, bytes[at + 1] == 0x27, at + 2 >= end || bytes[at + 2] != 0x27 { return (.rightDouble, 2) }
      return (.straightSingle, 1)
    case 0x60:
      if at + 1 < end, bytes[at + 1] == 0x60, at + 2 >= end || bytes[at + 2] != 0x60 { return (.leftDouble, 2) }
      return (.backtick, 1)
    case 0x2C:
      guard at + 2 < end, bytes[at + 1] == 0x2C, Self.isLetterByte(bytes[at + 2]), at == 0 || bytes[at - 1] <= 0x28
      else { return nil }
      return (.lowDouble, 2)
    case 0xC2:
      guard at + 1 < end else { return nil }
      if bytes[at + 1] == 0xAB { return (.leftAngle, 2) }
      return bytes[at + 1] == 0xBB ? (.rightAngle, 2) : nil
    case 0xE2:
      guard at + 2 < end, bytes[at + 1] == 0x80 else { return nil }
      switch bytes[at + 2] {
      case 0x98, 0x9B: return (.leftSingle, 3)
      case 0x99:
        // Two in a row, as two apostrophes.
        if isPair(at: at, end: end) { return (.rightDouble, 6) }
        return (.rightSingle, 3)
      case 0x9A: return (.lowSingle, 3)
      case 0x9C: return (.leftDouble, 3)
      case 0x9D: return (.rightDouble, 3)
      case 0x9E, 0x9F: return (.lowDouble, 3)
      case 0xB3: return (.straightDouble, 3)
      case 0xB9: return (.leftAngleSingle, 3)
      case 0xBA: return (.rightAngleSingle, 3)
      default: return nil
      }
    case 0xE3:
      guard at + 2 < end, bytes[at + 1] == 0x80 else { return nil }
      switch bytes[at + 2] {
      case 0x8A, 0x8C, 0x8E, 0x9D: return (.leftCorner, 3)
      case 0x8B, 0x8D, 0x8F, 0x9E, 0x9F: return (.rightCorner, 3)
      default: return nil
      }
    case 0xEF:
      guard at + 2 < end, bytes[at + 1] == 0xBC else { return nil }
      if bytes[at + 2] == 0x82 { return (.straightDouble, 3) }
      return bytes[at + 2] == 0x87 ? (.straightSingle, 3) : nil
    default: return nil
    }
  }

  /// Whether the mark of three bytes at `at` stands there twice, and not more often.
  private func isPair(at: Int, end: Int) -> Bool {
    func isSame(_ next: Int) -> Bool {
      next + 2 < end && bytes[next] == bytes[at] && bytes[next + 1] == bytes[at + 1] && bytes[next + 2] == bytes[at + 2]
    }
    return isSame(at + 3) && !isSame(at + 6)
  }

  private static func isLetterByte(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

  private func neighbour(before at: Int, _ paragraph: Span) -> QuotationMark.Neighbour {
    guard at > paragraph.start else { return .edge }
    var lead = at - 1
    while lead > paragraph.start, UTF8Cursor.isContinuation(bytes[lead]) { lead -= 1 }
    return Self.classify(bytes, lead, isBefore: true)
  }

  private func neighbour(after at: Int, _ paragraph: Span) -> QuotationMark.Neighbour {
    at < paragraph.end ? Self.classify(bytes, at, isBefore: false) : .edge
  }

  private func neighbour(beyondBefore at: Int, _ paragraph: Span) -> QuotationMark.Neighbour {
    var edge = at
    for _ in 0..<Self.reach {
      let found = neighbour(before: edge, paragraph)
      if found != .space { return found }
      edge -= 1
      while edge > paragraph.start, UTF8Cursor.isContinuation(bytes[edge]) { edge -= 1 }
    }
    return .space
  }

  private func neighbour(beyondAfter at: Int, _ paragraph: Span) -> QuotationMark.Neighbour {
    var edge = at
    for _ in 0..<Self.reach {
      let found = neighbour(after: edge, paragraph)
      if found != .space { return found }
      edge += UTF8Cursor.length(of: bytes[edge])
    }
    return .space
  }

  /// The class of the code point at `at`.
  static func classify(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, isBefore: Bool) -> QuotationMark.Neighbour {
    let byte = bytes[at]
    if byte < 0x80 {
      // Dots in a row lead into a quotation as well as out of it.
      if byte == 0x2E, !isBefore, at + 1 < bytes.count, bytes[at + 1] == 0x2E { return .other }
      return ascii[Int(byte)]
    }
    let length = UTF8Cursor.length(of: byte)
    guard at + length <= bytes.count else { return .other }
    let value: UInt32
    switch length {
    case 2: value = UInt32(byte & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F)
    case 3: value = UInt32(byte & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
    default: return .other
    }
    switch value {
    case 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000: return .space
    case 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300A...0x300F, 0x301D...0x301F, 0xFF02, 0xFF07: return .mark
    case 0x2010...0x2015, 0x2212: return .dash
    case 0x2026: return isBefore ? .stop : .other
    case 0x3002, 0xFF01, 0xFF1F, 0x061F: return .stop
    case 0xBF, 0xA1, 0xA3, 0xA5, 0x20AC: return .opening
    case 0x3001, 0xFF0C, 0xFF1A, 0xFF1B: return .comma
    case 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3AB, 0x400...0x42F: return .upper
    case 0xDF...0xF6, 0xF8...0xFF, 0x3AC...0x3CE, 0x430...0x45F: return .lower
    case 0x100...0x17F: return value & 1 == 0 ? .upper : .lower
    default: break
    }
    switch CharacterClass.of(Unicode.Scalar(value) ?? " ") {
    case .letter, .extend: return .lower
    case .digit: return .digit
    case .space: return .space
    case .apostrophe: return .mark
    case .other: return .other
    }
  }

  private static let ascii: [QuotationMark.Neighbour] = (0..<128).map { (byte: UInt8) in
    switch byte {
    case 0...0x20: .space
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): .comma
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "$"), UInt8(ascii: "#"),
      UInt8(ascii: "@"), UInt8(ascii: "<"):
      .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "%"), UInt8(ascii: ">"): .closing
    case UInt8(ascii: "-"): .dash
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): .mark
    default: .other
    }
  }
}
