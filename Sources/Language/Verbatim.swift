import TextModel

/// Finds what in a text is no prose: code, tables, logs, markup.  Rules for prose keep out of it.
public enum Verbatim {
  /// The spans, sorted and disjoint: whole lines for the most part, and inline code between backticks.
  ///
  /// A line is verbatim inside a Markdown fence; as a row of a table (two upright bars, or a tab inside); where it begins like a
  /// log line, a prompt or a comment; and where signs of code are so many that it cannot be prose.  Linear.
  public static func find(in text: Text) -> [Span] {
    var found: [Span] = []
    var isFenced = false
    text.utf8.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        var end = at
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        let line = Line(bytes, at, end)
        if line.isFence {
          isFenced.toggle()
          found.append(Span(at, end))
        } else if isFenced || line.isVerbatim {
          found.append(Span(at, end))
        } else if line.backticks > 1 {
          line.appendInlineCode(to: &found)
        }
        at = end + 1
      }
    }
    return found
  }

  /// One line, looked at once.
  private struct Line {
    let bytes: UnsafeBufferPointer<UInt8>
    let start: Int
    let end: Int
    /// The first byte that is no blank.
    var first: Int
    var bars = 0
    var tabs = 0
    var backticks = 0
    /// Signs of code.
    var signs = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
      self.bytes = bytes
      self.start = start
      self.end = end
      first = start
      while first < end, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
      var previous: UInt8 = 0x20
      for k in first..<end {
        let byte = bytes[k]
        switch byte {
        case UInt8(ascii: "|"): bars += 1
        case 0x09: tabs += 1
        case UInt8(ascii: "`"): backticks += 1
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"), UInt8(ascii: "="), UInt8(ascii: "<"): signs += 1
        case UInt8(ascii: ")") where previous == UInt8(ascii: "("): signs += 2
        case UInt8(ascii: ">") where previous == UInt8(ascii: "-") || previous == UInt8(ascii: "="): signs += 1
        case UInt8(ascii: ":") where previous == byte: signs += 2
        case UInt8(ascii: "&") where previous == byte: signs += 2
        case UInt8(ascii: "_"): signs += 1
        case UInt8(ascii: "$") where k + 1 < end && (bytes[k + 1] | 0x20) &- 0x61 < 26: signs += 1
        case UInt8(ascii: ";") where k + 1 == end: signs += 1
        default: break
        }
        previous = byte
      }
    }

    var isFence: Bool { begins("```") || begins("~~~") }

    var isVerbatim: Bool {
      if bars >= 2 || tabs > 0 { return true }
      if begins("//") || begins("#!") || begins("$ ") || begins(">>> ") || begins("/*") || begins("<!") { return true }
      if looksLogged || isRequest || begins("%%") { return true }
      // Prose with a few names from code in it has one sign a sentence at most; code has one every few bytes.
      if signs >= 2 && signs * 40 >= end - first { return true }
      return signs >= 1 && first - start >= 4 && end - first < 100
    }

    /// `.SH NAME`, `.\\" comment`: a request of troff.
    private var isRequest: Bool {
      guard first + 1 < end, bytes[first] == UInt8(ascii: ".") || bytes[first] == 0x27 else { return false }
      if bytes[first + 1] == UInt8(ascii: "\\") { return true }
      guard bytes[first] == UInt8(ascii: ".") else { return false }
      var at = first + 1
      while at < end, (bytes[at] | 0x20) &- 0x61 < 26 { at += 1 }
      // Two letters at most, or a lone stop with blanks and a macro behind it.
      if at - first == 1 { return at + 1 < end && bytes[at] == 0x20 && bytes[at + 1] == 0x20 }
      return at - first <= 3 && (at == end || bytes[at] == 0x20)
    }

    /// `2024-05-01T10:00…`, `[12:30:01] …`, `10.0.0.1 …`
    private var looksLogged: Bool {
      var at = first
      if at < end, bytes[at] == UInt8(ascii: "[") { at += 1 }
      var digits = 0
      var separators = 0
      while at < end, at - first < 24 {
        let byte = bytes[at]
        if byte &- 0x30 < 10 {
          digits += 1
        } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") {
          separators += 1
        } else if !(byte == UInt8(ascii: "T") || byte == 0x20 || byte == UInt8(ascii: "/")) || digits == 0 {
          break
        }
        at += 1
      }
      return digits >= 6 && separators >= 3
    }

    private func begins(_ sign: StaticString) -> Bool {
      guard first + sign.utf8CodeUnitCount <= end else { return false }
      for k in 0..<sign.utf8CodeUnitCount where bytes[first + k] != sign.utf8Start[k] { return false }
      return true
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    func appendInlineCode(to found: inout [Span]) {
      var open: Int?
      for k in first..<end where bytes[k] == UInt8(ascii: "`") {
        // Two in a row are a quotation mark of TeX.
        if k + 1 < end, bytes[k + 1] == bytes[k] { continue }
        if k > start, bytes[k - 1] == bytes[k] { continue }
        if let from = open {
          found.append(Span(from, k + 1))
          open = nil
        } else if k == start || !isLetter(bytes[k - 1]) {
          // Behind a letter a backtick is somebody's apostrophe.
          open = k
        }
      }
    }
  }
}

extension Document {
  /// Whether what stands at an offset is code, a table, a log or markup.  O(log n) after the first question.
  public func isVerbatim(at offset: Int) -> Bool {
    let spans = verbatim
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].contains(offset)
  }
}
