import CByteScan
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
        let line = Line(bytes, at)
        if line.isFence {
          isFenced.toggle()
          found.append(Span(at, line.end))
        } else if isFenced || line.isVerbatim {
          found.append(Span(at, line.end))
        } else if line.backticks > 1 {
          line.appendInlineCode(to: &found)
        }
        at = line.end + 1
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
    let first: Int
    let bars: Int
    let tabs: Int
    let backticks: Int
    /// Signs of code.
    let signs: Int
    /// Whether the line begins with a sign or a digit; none of the beginnings that are asked for here is a letter.
    let beginsWithSign: Bool

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) {
      var counts = cbytescan_signs()
      end = cbytescan_code(bytes.baseAddress, bytes.count, start, &counts)
      self.bytes = bytes
      self.start = start
      first = counts.first
      bars = counts.bars
      tabs = counts.tabs
      backticks = counts.backticks
      signs = counts.signs
      beginsWithSign = first < end && bytes[first] < 0x80 && !((bytes[first] | 0x20) &- 0x61 < 26)
    }

    var isFence: Bool { beginsWithSign && (begins("```") || begins("~~~")) }

    var isVerbatim: Bool {
      if bars >= 2 || tabs > 0 { return true }
      if beginsWithSign, beginsLikeCode { return true }
      // Prose with a few names from code in it has one sign a sentence at most; code has one every few bytes.
      if signs >= 2 && signs * 40 >= end - first { return true }
      return signs >= 1 && first - start >= 4 && end - first < 100
    }

    private var beginsLikeCode: Bool {
      if begins("//") || begins("#!") || begins("$ ") || begins(">>> ") || begins("/*") || begins("<!") { return true }
      return looksLogged || isRequest || begins("%%")
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
  public func isLayout(at offset: Int) -> Bool {
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
