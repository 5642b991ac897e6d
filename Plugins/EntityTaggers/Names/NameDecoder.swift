/// Finds the best sequence of tags of one sentence, and how probable each mention of it is.
///
/// Viterbi, and forward-backward over the same scores; both linear in the sentence's length.
struct NameDecoder {
  private let transitions: [Float]
  private let exponentials: [Float]
  private var best: [Float] = []
  private var from: [UInt8] = []
  private(set) var labels: [Int] = []

  private static let none: Float = -1e9
  static let count = NameLabel.count

  /// - Parameter weights: the learned scores of tag pairs; forbidden ones are shut here.
  init(_ weights: UnsafePointer<Float>) {
    var transitions = [Float](repeating: Self.none, count: Self.count * Self.count)
    for a in 0..<Self.count {
      for b in 0..<Self.count where NameLabel.allows(a, b) {
        transitions[a * Self.count + b] = weights[a * Self.count + b]
      }
    }
    self.transitions = transitions
    exponentials = transitions.map { $0 == Self.none ? 0 : exponential($0) }
  }

  /// Sets `labels` to the best tags.  `scores` has seventeen numbers a token.
  mutating func decode(_ scores: [Float]) {
    let n = Self.count
    let length = scores.count / n
    labels.removeAll(keepingCapacity: true)
    guard length > 0 else { return }
    best.removeAll(keepingCapacity: true)
    from.removeAll(keepingCapacity: true)
    for label in 0..<n { best.append(NameLabel.isContinuing(label) ? Self.none : scores[label]) }
    from.append(contentsOf: repeatElement(0, count: n))
    transitions.withUnsafeBufferPointer { transitions in
      for t in 1..<max(length, 1) {
        let row = (t - 1) * n
        for label in 0..<n {
          var top = -Float.infinity
          var choice = 0
          for previous in 0..<n {
            let value = best[row + previous] + transitions[previous * n + label]
            if value > top {
              top = value
              choice = previous
            }
          }
          best.append(top + scores[t * n + label])
          from.append(UInt8(choice))
        }
      }
    }
    var label = 0
    var top = -Float.infinity
    let row = (length - 1) * n
    for candidate in 0..<n where !NameLabel.isOpen(candidate) && best[row + candidate] > top {
      top = best[row + candidate]
      label = candidate
    }
    labels = [Int](repeating: 0, count: length)
    for t in stride(from: length - 1, through: 0, by: -1) {
      labels[t] = label
      label = Int(from[t * n + label])
    }
  }

  /// The probability of every tag at every token, seventeen a token.
  func marginals(_ scores: [Float]) -> [Float] {
    let n = Self.count
    let length = scores.count / n
    guard length > 0 else { return [] }
    var potentials = [Float](repeating: 0, count: scores.count)
    for t in 0..<length {
      var top = -Float.infinity
      for label in 0..<n { top = max(top, scores[t * n + label]) }
      for label in 0..<n { potentials[t * n + label] = exponential(scores[t * n + label] - top) }
    }
    var forward = potentials
    for label in 0..<n where NameLabel.isContinuing(label) { forward[label] = 0 }
    Self.normalise(&forward, 0)
    for t in 1..<max(length, 1) {
      for label in 0..<n {
        var sum: Float = 0
        for previous in 0..<n { sum += forward[(t - 1) * n + previous] * exponentials[previous * n + label] }
        forward[t * n + label] = sum * potentials[t * n + label]
      }
      Self.normalise(&forward, t * n)
    }
    var backward = [Float](repeating: 1, count: scores.count)
    for label in 0..<n where NameLabel.isOpen(label) { backward[(length - 1) * n + label] = 0 }
    var t = length - 2
    while t >= 0 {
      for label in 0..<n {
        var sum: Float = 0
        for next in 0..<n {
          sum +=
            exponentials[label * n + next] * potentials[(t + 1) * n + next] * backward[(t + 1) * n + next]
        }
        backward[t * n + label] = sum
      }
      Self.normalise(&backward, t * n)
      t -= 1
    }
    for k in forward.indices { forward[k] *= backward[k] }
    for t in 0..<length { Self.normalise(&forward, t * n) }
    return forward
  }

  private static func normalise(_ values: inout [Float], _ start: Int) {
    var sum: Float = 0
    for k in start..<start + count { sum += values[k] }
    guard sum > 0 else { return }
    for k in start..<start + count { values[k] /= sum }
  }
}

/// e to a power, to about seven digits, from the bits of the number: the same on every machine, without libm.
package func exponential(_ x: Float) -> Float {
  if x < -87 { return 0 }
  let y = min(x, 88) * 1.442_695_04
  let whole = y.rounded(.down)
  let rest = (y - whole) * 0.693_147_18
  var term: Float = 1
  var sum: Float = 1
  for k in 1...7 {
    term *= rest / Float(k)
    sum += term
  }
  return Float(bitPattern: UInt32(Int(whole) + 127) << 23) * sum
}
