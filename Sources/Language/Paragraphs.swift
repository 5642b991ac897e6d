import CByteScan
import TextModel

/// Cuts a text into paragraphs.
public enum Paragraphs {
  /// One span for each line that has more than white space in it, without the white space around it.
  ///
  /// Lines are the units that repair and quotations work on: scraped news has one paragraph a line.  Whether lines are
  /// hard-wrapped is a question of its own, which `segment` asks.  Linear.
  public static func find(in text: Text) -> [Span] {
    text.utf8.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return [] }
      var found: [Span] = []
      found.reserveCapacity(bytes.count / 256 + 8)
      var at = 0
      while at < bytes.count {
        let end = at + cbytescan_line(base + at, bytes.count - at)
        var first = at
        var last = end
        while first < last, isBlank(bytes[first]) { first += 1 }
        while last > first, isBlank(bytes[last - 1]) { last -= 1 }
        if first < last { found.append(Span(first, last)) }
        at = end + 1
      }
      return found
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C }
}

extension Document {
  /// Whether the line at an offset and its neighbour are short, with no blank line between: as in verse, what begins in one may end in
  /// the other.
  public func runsOn(at offset: Int, backward: Bool = false) -> Bool {
    guard let index = paragraphIndex(at: offset) else { return false }
    let first = backward ? index - 1 : index
    guard first >= 0, first + 1 < paragraphs.count else { return false }
    let line = paragraphs[first]
    let next = paragraphs[first + 1]
    return line.count < 60 && next.count < 60 && text[Span(line.end, next.start)].count { $0 == 0x0A } == 1
  }

  /// The paragraph in which an offset stands; nil between paragraphs.  Logarithmic.
  public func paragraph(at offset: Int) -> Span? { paragraphIndex(at: offset).map { paragraphs[$0] } }

  /// Its place among `paragraphs`.
  public func paragraphIndex(at offset: Int) -> Int? {
    let lines = paragraphs
    let index = lines.partition { $0.end > offset }
    return index < lines.count && lines[index].start <= offset ? index : nil
  }
}
