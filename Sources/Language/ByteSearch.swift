import Glibc

/// Looking for a byte at the speed of memory.
public enum ByteSearch {
  /// The offset of the first `byte` at or behind `start`; nil where there is none.  Linear in the distance.
  public static func first(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes.withUnsafeBytes { buffer in
      let base = buffer.baseAddress!
      return memchr(base + start, Int32(byte), buffer.count - start).map { UnsafeRawPointer($0) - base }
    }
  }
}
