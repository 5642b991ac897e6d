import CICU

/// A converter from a character set to UTF-8, for one stream.
public final class Charset {
  /// A sequence of bytes that the character set does not have.
  public struct DecodingError: Error, Sendable, Hashable {
    /// Bytes from the start of the stream.
    public var offset: UInt64

    public init(offset: UInt64) { self.offset = offset }
  }

  private let converter: OpaquePointer

  /// By any name ICU knows; nil for others.
  public init?(named name: String) {
    guard let converter = cicu_charset_open(name) else { return nil }
    self.converter = converter
  }

  deinit { cicu_charset_close(converter) }

  /// Converts the next piece of the stream and appends it to `target`.  A sequence cut by the end of the piece waits for the next;
  /// `last` says that there is none.
  public func decode(
    _ source: UnsafeBufferPointer<UInt8>, last: Bool, into target: inout [UInt8]
  ) throws(DecodingError) {
    var done = 0
    var failure: DecodingError?
    while true {
      let room = Swift.max(256, (source.count - done) * 2)
      let start = target.count
      target.append(contentsOf: repeatElement(0, count: room))
      let result = target.withUnsafeMutableBufferPointer {
        cicu_charset_decode(
          converter, source.baseAddress.map { $0 + done }, source.count - done, last,
          $0.baseAddress.map { $0 + start }, room)
      }
      done += result.read
      target.removeLast(room - result.written)
      if result.failed {
        failure = DecodingError(offset: result.error)
        break
      }
      // Short of the room and of nothing else: all that the source gives is written.
      if done == source.count, result.written + 4 <= room { break }
    }
    if let failure { throw failure }
  }

  /// The names ICU lists its character sets by, sorted as it sorts them.
  public static var names: [String] {
    (0..<cicu_charset_count()).compactMap { cicu_charset_name($0).map { String(cString: $0) } }
  }
}
