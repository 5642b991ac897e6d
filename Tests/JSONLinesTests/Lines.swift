import JSONLines

/// Runs `body` on the bytes of a string.
func withBytes<R>(_ text: String, _ body: (Bytes) throws -> R) rethrows -> R {
  try Array(text.utf8).withUnsafeBufferPointer(body)
}

/// The members of a record, or why it is none.
func scan(_ text: String) -> Result<[Member], ScanFailure> {
  withBytes(text) { line in
    var scanner = Scanner()
    var members: [Member] = []
    do throws(ScanFailure) {
      try scanner.scan(line, into: &members)
      return .success(members)
    } catch {
      return .failure(error)
    }
  }
}

func string(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
