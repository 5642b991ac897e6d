/// The keys of a sentence: room for a token's is made once, then each is written without a question.
final class KeyList {
  private static let most = 128

  private(set) var start: UnsafeMutablePointer<UInt32>
  var end: UnsafeMutablePointer<UInt32>
  private var capacity = 4096

  init() {
    start = .allocate(capacity: capacity)
    end = start
  }

  deinit { start.deallocate() }

  var keys: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: start, count: end - start) }

  /// Makes room for a token's keys.
  @inline(__always)
  func reserve() {
    if end - start + Self.most > capacity { grow() }
  }

  private func grow() {
    let more = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity * 2)
    let count = end - start
    more.update(from: start, count: count)
    start.deallocate()
    start = more
    end = more + count
    capacity *= 2
  }
}
