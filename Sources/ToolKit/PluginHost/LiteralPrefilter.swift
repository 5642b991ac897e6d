/// Says in one pass which of many literals occur in a text (Aho and Corasick 1975), so that only rules whose literal does are
/// tried.  ASCII letters are compared without their case.
///
/// A dense automaton over classes of bytes: bytes that no literal tells apart share a column.
struct LiteralPrefilter: Sendable {
  /// How much of a literal is looked at; more would make the automaton large and tell little.
  private static let most = 8

  private var classOf = [UInt8](repeating: 0, count: 256)
  private var width = 1
  private var next: [UInt16] = []
  /// The rules whose literal ends in a state, as ranges of `outputs`.
  private var outputRange: [Range<Int>] = []
  private var outputs: [Int] = []

  /// - Parameter literals: The number of a rule and its literal, of ASCII characters with letters in lower case.
  init(_ literals: [(rule: Int, literal: [UInt8])]) {
    let words = literals.map { ($0.rule, Array($0.literal.prefix(Self.most))) }
    var columns: [UInt8: UInt8] = [:]
    for (_, word) in words { for byte in word where columns[byte] == nil { columns[byte] = UInt8(columns.count + 1) } }
    width = columns.count + 1
    for (byte, column) in columns {
      classOf[Int(byte)] = column
      if byte &- 0x61 < 26 { classOf[Int(byte & ~0x20)] = column }
    }
    var children: [[UInt8: Int]] = [[:]]
    var ends: [[Int]] = [[]]
    for (rule, word) in words {
      var state = 0
      for byte in word {
        let column = columns[byte] ?? 0
        if let known = children[state][column] {
          state = known
        } else {
          children.append([:])
          ends.append([])
          children[state][column] = children.count - 1
          state = children.count - 1
        }
      }
      ends[state].append(rule)
    }
    precondition(children.count <= Int(UInt16.max), "too many literals")
    connect(children, &ends)
    for end in ends {
      outputRange.append(outputs.count..<outputs.count + end.count)
      outputs.append(contentsOf: end)
    }
  }

  /// The failure links, resolved into a full table, breadth first.
  private mutating func connect(_ children: [[UInt8: Int]], _ ends: inout [[Int]]) {
    next = [UInt16](repeating: 0, count: children.count * width)
    var fallback = [Int](repeating: 0, count: children.count)
    var queue: [Int] = []
    for (column, child) in children[0] {
      next[Int(column)] = UInt16(child)
      queue.append(child)
    }
    var at = 0
    while at < queue.count {
      let state = queue[at]
      at += 1
      ends[state].append(contentsOf: ends[fallback[state]])
      for column in 0..<width {
        let inherited = next[fallback[state] * width + column]
        if let child = children[state][UInt8(column)] {
          next[state * width + column] = UInt16(child)
          fallback[child] = Int(inherited)
          queue.append(child)
        } else {
          next[state * width + column] = inherited
        }
      }
    }
  }

  /// Sets `present[rule]` for every rule whose literal occurs.
  func mark(_ text: [UInt8], _ present: inout [Bool]) {
    var state = 0
    text.withUnsafeBufferPointer { text in
      next.withUnsafeBufferPointer { next in
        classOf.withUnsafeBufferPointer { classOf in
          outputRange.withUnsafeBufferPointer { ranges in
            for byte in text {
              state = Int(next[state &* width &+ Int(classOf[Int(byte)])])
              if state != 0, !ranges[state].isEmpty {
                for k in ranges[state] { present[outputs[k]] = true }
              }
            }
          }
        }
      }
    }
  }
}
