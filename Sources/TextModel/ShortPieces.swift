extension [UInt8] {
  /// Appends bytes that are most often a letter or a mark: copying so few as a block costs more than the bytes.
  @inlinable public mutating func append(short bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.count <= 8 {
      for byte in bytes { append(byte) }
    } else {
      append(contentsOf: bytes)
    }
  }
}
