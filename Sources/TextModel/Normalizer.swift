import CICU

/// The four normalization forms of Unicode (UAX #15).
public enum Normalizer {
  public enum Form: String, Sendable, Hashable, CaseIterable {
    case nfc, nfd, nfkc, nfkd

    var number: Int32 {
      switch self {
      case .nfc: Int32(CICU_NFC)
      case .nfd: Int32(CICU_NFD)
      case .nfkc: Int32(CICU_NFKC)
      case .nfkd: Int32(CICU_NFKD)
      }
    }
  }

  /// Whether bytes are in a form.  ASCII is in all of them, and nothing below U+0300 is out of NFC: such text costs one
  /// quick pass and never reaches ICU.
  public static func isNormalized(_ bytes: some Collection<UInt8>, _ form: Form) -> Bool {
    bytes.withContiguousStorageIfAvailable { isNormalized($0, form) } ?? isNormalized(Array(bytes)[...], form)
  }

  static func isNormalized(_ bytes: UnsafeBufferPointer<UInt8>, _ form: Form) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let inert = inertPrefix(UnsafeRawBufferPointer(bytes), form)
    if inert == bytes.count { return true }
    return cicu_is_normalized(form.number, base + inert, bytes.count - inert)
  }

  /// The length of a prefix that is normalized whatever follows, cut before a code point that begins anew.
  private static func inertPrefix(_ bytes: UnsafeRawBufferPointer, _ form: Form) -> Int {
    var at = 0
    while at + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let high = word & 0x8080_8080_8080_8080
      if high != 0 {
        if form != .nfc { break }
        // A byte from 0xCC up: bits 7 and 6, and either bit 5 or 4, or bits 3 and 2.
        let lead = high & word << 1
        if lead & (word << 2 | word << 3 | word << 4 & word << 5) != 0 { break }
      }
      at += 8
    }
    if at + 8 > bytes.count {
      let limit: UInt8 = form == .nfc ? 0xCC : 0x80
      while at < bytes.count, bytes[at] < limit { at += 1 }
      if at == bytes.count { return at }
    }
    // The code point before may be joined by a mark that follows.
    while at > 0 {
      at -= 1
      if !UTF8Cursor.isContinuation(bytes[at]) { break }
    }
    return at
  }

  /// Changes in a row; valid during the call that gives them.
  public struct Changes {
    fileprivate let changes: UnsafeBufferPointer<cicu_change>
    fileprivate let origin: Int
    /// What comes to stand in the text, change behind change.
    public let replacements: UnsafeBufferPointer<UInt8>

    public var count: Int { changes.count }
    /// The bytes that a change takes away.
    public func span(_ index: Int) -> Span { Span(origin + changes[index].start, origin + changes[index].end) }
    /// How many bytes of `replacements` come in their place.
    public func replacementLength(_ index: Int) -> Int { changes[index].now_length }
  }

  /// Tells every change that the form makes, in order, many at a time.
  ///
  /// Text that is normalized costs the quick check.  Marks in any number are ordered in linear time.
  public static func changes(of bytes: UnsafeBufferPointer<UInt8>, to form: Form, _ body: (Changes) -> Void) {
    guard let base = bytes.baseAddress else { return }
    let inert = inertPrefix(UnsafeRawBufferPointer(bytes), form)
    if inert == bytes.count { return }
    withoutActuallyEscaping(body) { body in
      var listener = Listener(origin: inert, body: body)
      let done = withUnsafeMutablePointer(to: &listener) { listener in
        cicu_normalize(
          form.number, base + inert, bytes.count - inert,
          { context, changes, count, now in
            guard let listener = context?.assumingMemoryBound(to: Listener.self) else { return }
            let changes = UnsafeBufferPointer(start: changes, count: count)
            let length = changes.reduce(0) { $0 + $1.now_length }
            listener.pointee.body(
              Changes(
                changes: changes, origin: listener.pointee.origin,
                replacements: UnsafeBufferPointer(start: now, count: length)))
          }, listener)
      }
      precondition(done, "out of memory while normalizing")
    }
  }

  private struct Listener {
    var origin: Int
    var body: (Changes) -> Void
  }

  /// The bytes in a form.
  public static func normalized(_ bytes: some Collection<UInt8>, _ form: Form) -> [UInt8] {
    let bytes = Array(bytes)
    var result: [UInt8] = []
    var done = 0
    bytes.withUnsafeBufferPointer { source in
      changes(of: source, to: form) { changes in
        var taken = 0
        for index in 0..<changes.count {
          let span = changes.span(index)
          let next = taken + changes.replacementLength(index)
          result.append(contentsOf: source[done..<span.start])
          result.append(contentsOf: changes.replacements[taken..<next])
          taken = next
          done = span.end
        }
      }
      result.append(contentsOf: source[done...])
    }
    return result
  }
}
