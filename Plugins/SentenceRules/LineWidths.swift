import Glibc
import Language
import TextModel

/// Measures the lines of a text to tell whether they were wrapped at a width.
///
/// A wrapper fills each line as far as words go, so that all lines that another follows directly are nearly as long as the
/// longest, and most break in the middle of a sentence: no stop at the end, a small letter at the start of the next. Lines that
/// are paragraphs, headings, verse or list items fail one or the other. Counted in code points; one pass, linear.
struct LineWidths {
  /// How many lines of each length another line follows directly; longer lines count at the end.
  private var lengths = [Int](repeating: 0, count: LineWidths.longest + 1)
  private var lines = 0
  /// Of those: no stop at the end and a small letter (or a letter without case) at the start of the next.
  private var running = 0

  static let longest = 160

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ classes: SentenceClasses.View) {
    guard let base = bytes.baseAddress else { return }
    var start = 0
    while let found = memchr(base + start, 0x0A, bytes.count - start) {
      let end = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
      // Only a line that another follows directly tells something: in most texts a blank line does.
      var next = end + 1
      while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
      if next < bytes.count, bytes[next] != 0x0A, bytes[next] != 0x0D, let last = lastInk(bytes, start, end) {
        let runsOn = !LineWidths.ends(bytes[last]) && LineWidths.runsOn(UTF8Cursor.decode(bytes, next).0, classes)
        count(LineWidths.codePoints(bytes, start, end), runsOn)
      }
      start = end + 1
    }
  }

  /// The last byte of a line that is no white space; nil in a blank line.
  private func lastInk(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var at = end
    while at > start {
      at -= 1
      if bytes[at] > 0x20 { return at }
    }
    return nil
  }

  /// The length of a line, as far as it matters.
  static func codePoints(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    if end - start > 4 * longest { return longest }
    var at = start
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    var count = 0
    while at < end {
      if !UTF8Cursor.isContinuation(bytes[at]) { count += 1 }
      at += 1
    }
    return count
  }

  private mutating func count(_ length: Int, _ isRunning: Bool) {
    lengths[min(length, LineWidths.longest)] += 1
    lines += 1
    if isRunning { running += 1 }
  }

  static func ends(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":")
  }

  static func runsOn(_ value: UInt32, _ classes: SentenceClasses.View) -> Bool {
    let found = classes[value]
    return found == .lower || found == .oLetter
  }

  /// The length that hardly any line exceeds; 0 where there are no lines to measure.
  var width: Int {
    if lines == 0 { return 0 }
    var above = 0
    var length = LineWidths.longest
    while length > 0 {
      above += lengths[length]
      if above * 20 > lines { return length }
      length -= 1
    }
    return 0
  }

  /// Whether the lines look wrapped.
  var areWrapped: Bool {
    let width = self.width
    guard lines > 0, width >= 30, width < LineWidths.longest else { return false }
    var full = 0
    for length in (width * 3 / 4)...LineWidths.longest { full += lengths[length] }
    // Names and stops fall on line ends too: a third of the lines must run on, half where there are few.
    if lines < 4 { return running * 2 >= lines && full == lines && width >= 40 }
    return full * 4 >= lines * 3 && running * 3 >= lines
  }
}
