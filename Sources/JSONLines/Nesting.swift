/// Which containers are open: one bit for each level, true for an object.
struct Nesting: Sendable {
  private var words: [UInt64] = []
  private var top: UInt64 = 0
  private var depth = 0

  var isEmpty: Bool { depth == 0 }

  /// Whether the innermost container is an object.
  var isObject: Bool { top & 1 != 0 }

  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    depth = 0
  }

  mutating func push(isObject: Bool) {
    if depth & 63 == 0, depth > 0 { words.append(top) }
    top = top << 1 | (isObject ? 1 : 0)
    depth += 1
  }

  mutating func pop() {
    depth -= 1
    top >>= 1
    if depth & 63 == 0, let below = words.popLast() { top = below }
  }
}
