import CICU

/// ICU's sentence boundaries (UAX #29, the root locale), bare: what `segment` starts from.
///
/// Keeps an iterator; a worker has one and uses it for many texts.
public final class SentenceBreaker {
  private let breaker: OpaquePointer

  public init() {
    guard let breaker = cicu_sentences_open() else { preconditionFailure("ICU's sentence rules are missing") }
    self.breaker = breaker
  }

  deinit { cicu_sentences_close(breaker) }

  /// Fills `ends` with the end of every sentence, in order; the last is the end of the text.  Linear.
  public func boundaries(of bytes: UnsafeBufferPointer<UInt8>, into ends: inout [Int]) {
    ends.removeAll(keepingCapacity: true)
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    let done = withUnsafeMutablePointer(to: &ends) { ends in
      cicu_sentences_find(
        breaker, base, bytes.count,
        { context, offset in context?.assumingMemoryBound(to: [Int].self).pointee.append(offset) }, ends)
    }
    precondition(done, "ICU cannot read the text")
  }

  public func boundaries(of text: Text, into ends: inout [Int]) {
    text.utf8.withUnsafeBufferPointer { boundaries(of: $0, into: &ends) }
  }
}
