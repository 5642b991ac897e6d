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
    var at = 0
    var length = 0
    // The length of the line before, if no blank line stands between; 0 otherwise.
    var previous = 0
    var lastByte: UInt8 = 0
    var isOpen = false
    var isStart = true
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x0A {
        if length > 0 { isOpen = !LineWidths.ends(lastByte) }
        previous = length
        length = 0
        isStart = true
      } else if !UTF8Cursor.isContinuation(byte) {
        length += 1
        if byte > 0x20 {
          lastByte = byte
          if isStart {
            isStart = false
            if previous > 0 { count(previous, isOpen && LineWidths.runsOn(UTF8Cursor.decode(bytes, at).0, classes)) }
          }
        } else if isStart {
          // White space at the start of a line is no part of its length.
          length -= 1
        }
      }
      at += 1
    }
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
