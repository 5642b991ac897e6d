extension [UInt8] {
  /// Appends bytes that are most often a letter or a mark: copying so few as a block costs more than the bytes.
  @inlinable public mutating func append(short bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.count <= 8 {
      append(addingCapacity: bytes.count) { (output: inout OutputSpan<UInt8>) in
        for byte in bytes { output.append(byte) }
      }
    } else {
      append(contentsOf: bytes)
    }
  }
}
