import CByteScan
import TextModel

/// Finds where marks stand, for all rules that look at marks.
enum MarkOffsets {
  /// What `Document.markOffsets` says.  Linear; the texts of one record are far below the 4 GiB that the offsets hold.
  static func find(in text: Text) -> [UInt32] {
    text.utf8.withUnsafeBufferPointer { find(in: $0) }
  }

  /// The same for a piece of a text, from its start on.
  static func find(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    guard let base = bytes.baseAddress, bytes.count < Int(UInt32.max) else { return [] }
    var offsets: [UInt32] = []
    var at = 0
    var capacity = bytes.count / 16 + 128
    while at < bytes.count {
      let piece = [UInt32](unsafeUninitializedCapacity: capacity) { buffer, count in
        count = cbytescan_marks(base, bytes.count, &at, buffer.baseAddress, capacity)
      }
      if offsets.isEmpty { offsets = piece } else { offsets += piece }
      capacity = max(capacity / 2, 128)
    }
    return offsets
  }
}
