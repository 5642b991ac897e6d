import JSONLines
import TextModel

/// A source in another character set, as UTF-8.
///
/// Confined to whoever reads it, like every source.
struct ConvertedSource: ByteSource, @unchecked Sendable {
  private var source: any ByteSource
  private let charset: Charset
  private let charsetName: String
  /// Converted bytes that wait to be read, from `done` on.
  private var converted: [UInt8] = []
  private var done = 0
  private var isAtEnd = false
  private var piece = [UInt8](repeating: 0, count: 1 << 16)

  init(_ source: any ByteSource, charset name: String) throws(Failure) {
    guard let charset = Charset(named: name) else {
      throw Failure(
        .usage, "--from \(name): no such character set; the known ones are: \(Charset.names.joined(separator: ", "))")
    }
    self.source = source
    self.charset = charset
    charsetName = name
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    while done == converted.count {
      if isAtEnd { return 0 }
      converted.removeAll(keepingCapacity: true)
      done = 0
      try convertPiece()
    }
    let count = min(converted.count - done, buffer.count)
    buffer.copyBytes(from: converted[done..<done + count])
    done += count
    return count
  }

  mutating func isReady() -> Bool { done < converted.count || source.isReady() }

  private mutating func convertPiece() throws(ReadFailure) {
    var count = 0
    var failure: ReadFailure?
    piece.withUnsafeMutableBytes { bytes in
      do throws(ReadFailure) { count = try source.read(into: bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    isAtEnd = count == 0
    do {
      try piece.withUnsafeBufferPointer { bytes throws(Charset.DecodingError) in
        try charset.decode(UnsafeBufferPointer(rebasing: bytes[..<count]), last: isAtEnd, into: &converted)
      }
    } catch {
      throw .source("byte \(error.offset + 1) is not \(charsetName); name the right character set with --from")
    }
  }
}
