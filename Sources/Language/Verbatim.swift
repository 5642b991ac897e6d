import CByteScan
import TextModel

/// What in a text is no prose (code, tables, logs, markup), and how its lines are set.
public struct Verbatim {
  /// The spans, sorted and disjoint: whole lines for the most part, and inline code between backticks.
  public private(set) var spans: [Span] = []
  /// Whether so many lines are no prose, or set in by blanks, that the text is a program, a manual or a table with some prose in it.
  public var isTechnical: Bool {
    codeLines >= 6 && codeLines * 4 >= lines || indentedLines >= 6 && indentedLines * 3 >= lines
  }
  /// Whether lines are broken at a width: they are no paragraphs, and no line is one of a page.
  public var isWrapped: Bool { fullLines >= 6 && fullLines * 5 >= lines * 2 }

  /// Lines that are not blank, and how many of them are no prose, short and set in, or full and followed by another.
  private var lines = 0
  private var codeLines = 0
  private var indentedLines = 0
  private var fullLines = 0

  /// Looks at a text.  A line is verbatim inside a Markdown fence; as a row of a table (two upright bars, or a tab inside); where it begins like a
  /// log line, a prompt or a comment; and where signs of code are so many that it cannot be prose.  Linear.
  public init(_ text: Text) {
    var isFenced = false
    var isFull = false
    text.utf8.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let line = Line(bytes, at)
        let isBlank = line.first >= line.end
        if isFull, !isBlank { fullLines += 1 }
        isFull = line.isFull
        if !isBlank { lines += 1 }
        if line.isIndented { indentedLines += 1 }
        if line.isFence {
          isFenced.toggle()
          spans.append(Span(at, line.end))
        } else if isFenced || line.isVerbatim {
          spans.append(Span(at, line.end))
          if !isBlank { codeLines += 1 }
        } else if line.backticks > 1 {
          line.appendInlineCode(to: &spans)
        }
        at = line.end + 1
      }
    }
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

    /// Short, behind two blanks or more.
    var isIndented: Bool { first - start >= 2 && first < end && end - first < 100 }

    /// As long as lines are made, and broken off in a sentence.
    var isFull: Bool {
      let length = end - start
      guard length >= 48, length <= 100 else { return false }
      let last = bytes[end - 1]
      return (last | 0x20) &- 0x61 < 26 || last == UInt8(ascii: ",") || last == UInt8(ascii: "-")
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
      if begins("//") || begins("#!") || begins("$ ") || begins(">>> ") || begins("/*") || begins("<!") || begins(".. ")
      {
        return true
      }
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
      var double: Int?
      for k in first..<end where bytes[k] == UInt8(ascii: "`") {
        // Two in a row are a quotation mark of TeX, unless two more end the same line’s literal.
        if k + 1 < end, bytes[k + 1] == bytes[k] {
          if let from = double, k > from + 2, open == nil {
            while let last = found.last, last.start > from { found.removeLast() }
            found.append(Span(from, k + 2))
            double = nil
          } else {
            double = k
          }
          continue
        }
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
  /// Whether a line is a paragraph, or a line of the page round an article: not where lines are broken at a width, nor in code,
  /// manuals and tables.
  public var hasParagraphs: Bool { !layout.isWrapped && !layout.isTechnical }

  /// Whether more than a line or two of the text are code, logs or markup, or an eighth of it is that or tables.  An article may have a
  /// table, and a date that looks like a log’s.
  public var hasTechnicalLines: Bool {
    let lines = verbatim
    guard !lines.isEmpty else { return false }
    return lines.count { line in text[line].count { $0 == UInt8(ascii: "|") } <= 1 } > 3
      || lines.reduce(0) { $0 + $1.count } * 8 > text.count
  }

  /// Whether what stands at an offset is code, a table, a log or markup, or the whole text is a technical one.  O(log n) after the
  /// first question.
  public func isLayout(at offset: Int) -> Bool {
    let layout = layout
    if layout.isTechnical { return true }
    let spans = layout.spans
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].contains(offset)
  }
}
