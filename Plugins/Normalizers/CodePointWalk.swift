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

  /// Calls `body` with each code point from U+0080 to U+00BF: its offset and its value.  Linear; of all others only the bytes are passed.
  func eachLatinSign(_ body: (_ offset: Int, _ point: UInt32) -> Void) {
    utf8.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        if byte == 0xC2 {
          body(at, UInt32(bytes[at + 1]))
          at += 2
        } else if byte >= 0x80 {
          at += 1
        } else {
          while at + 8 <= bytes.count,
            raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
          {
            at += 8
          }
          while at < bytes.count, bytes[at] < 0x80 { at += 1 }
        }
      }
    }
  }

  /// Calls `body` with the ideographic space and each code point from U+FF01 to U+FFDC: its offset, its value and its length in bytes.
  /// Linear; of all other characters only the first byte is read.
  func eachWideForm(_ body: (_ offset: Int, _ point: UInt32, _ length: Int) -> Void) {
    utf8.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        guard byte >= 0xE3 else {
          at += 1
          continue
        }
        let start = at
        // A sequence of four bytes is passed by its first three: the fourth stands below all first bytes.
        at += 3
        guard byte == 0xE3 ? bytes[start + 1] == 0x80 && bytes[start + 2] == 0x80 : byte == 0xEF else { continue }
        var from = start
        let point = UTF8Reader.point(bytes, &from)
        if byte == 0xE3 || (0xFF01...0xFFDC).contains(point) { body(start, point, 3) }
      }
    }
  }

  /// The code point before an offset; nil at the start.
  func scalar(endingAt offset: Int) -> Unicode.Scalar? { offset > 0 ? scalar(before: offset) : nil }
  /// The code point at an offset; nil at the end.
  func scalar(startingAt offset: Int) -> Unicode.Scalar? { offset < count ? scalar(at: offset) : nil }
}
