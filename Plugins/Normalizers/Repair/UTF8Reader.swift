/// Reads code points of valid UTF-8.
enum UTF8Reader {
  /// The code point at `at`, which moves behind it.
  @inline(__always) static func point(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt32 {
    let lead = UInt32(bytes[at])
    if lead < 0x80 {
      at &+= 1
      return lead
    }
    if lead < 0xE0 {
      let point = (lead & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F)
      at &+= 2
      return point
    }
    if lead < 0xF0 {
      let point = (lead & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
      at &+= 3
      return point
    }
    let high = (lead & 0x07) << 18 | UInt32(bytes[at + 1] & 0x3F) << 12
    let point = high | UInt32(bytes[at + 2] & 0x3F) << 6 | UInt32(bytes[at + 3] & 0x3F)
    at &+= 4
    return point
  }
}
