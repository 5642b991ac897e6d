import CJSONLines

/// The bytes of one line, or of anything else that is read in place: valid while their chunk is.
public typealias Bytes = UnsafeBufferPointer<UInt8>

/// One line of a source, without its newline.
public struct Line {
  /// The bytes between two newlines.  A carriage return before the newline is one of them: to JSON it is white space, so
  /// that an unchanged line leaves as it came.
  public var bytes: Bytes
  /// 1 for the first line of the source.
  public var number: Int
  /// Where the line starts in the source, in bytes.
  public var offset: Int
  /// False for a last line that has no newline behind it.
  public var isTerminated: Bool

  /// Whether there is nothing but spaces, tabs and carriage returns.
  public var isBlank: Bool {
    guard let base = bytes.baseAddress else { return true }
    return cjson_skip_space(base, 0, bytes.count) == bytes.count
  }

  /// The bytes without a carriage return at their end: the line as a text of its own.
  public var withoutCarriageReturn: Bytes {
    bytes.last == 0x0D ? Bytes(rebasing: bytes.dropLast()) : bytes
  }
}
