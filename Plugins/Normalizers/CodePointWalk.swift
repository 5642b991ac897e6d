import TextModel

extension Text {
  /// Calls `body` with each code point outside ASCII: its offset, its value and its length in bytes.  Linear; ASCII is passed
  /// over eight bytes at a time.
  func eachWideScalar(_ body: (_ offset: Int, _ point: UInt32, _ length: Int) -> Void) {
    utf8.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var at = 0
      while at < bytes.count {
        if bytes[at] < 0x80 {
          while at + 8 <= bytes.count,
            raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
          {
            at += 8
          }
          while at < bytes.count, bytes[at] < 0x80 { at += 1 }
          continue
        }
        let start = at
        let point = UTF8Reader.point(bytes, &at)
        body(start, point, at - start)
      }
    }
  }

  /// The code point before an offset; nil at the start.
  func scalar(endingAt offset: Int) -> Unicode.Scalar? { offset > 0 ? scalar(before: offset) : nil }
  /// The code point at an offset; nil at the end.
  func scalar(startingAt offset: Int) -> Unicode.Scalar? { offset < count ? scalar(at: offset) : nil }
}
