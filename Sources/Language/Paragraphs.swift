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
  /// The paragraph in which an offset stands; nil between paragraphs.  Logarithmic.
  public func paragraph(at offset: Int) -> Span? {
    let lines = paragraphs
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low].start <= offset ? lines[low] : nil
  }
}
