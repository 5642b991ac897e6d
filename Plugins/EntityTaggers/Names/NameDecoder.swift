import CNames

/// Finds the best sequence of tags of one sentence, and how probable each tag of it is.
///
/// Viterbi, and forward-backward over the same scores; both linear in the sentence's length.
struct NameDecoder {
  private let transitions: [Float]
  private let exponentials: [Float]
  private let starts: [UInt8]
  private let ends: [UInt8]
  private var from: [UInt8] = []
  private(set) var labels: [UInt8] = []
  private var potentials: [Float] = []
  private var forward: [Float] = []
  private var backward: [Float] = []

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
    starts = (0..<Self.count).map { NameLabel.isContinuing($0) ? 0 : 1 }
    ends = (0..<Self.count).map { NameLabel.isOpen($0) ? 0 : 1 }
  }

  /// Sets `labels` to the best tags.  `scores` has seventeen numbers a token.
  mutating func decode(_ scores: [Float]) {
    let length = scores.count / Self.count
    labels.removeAll(keepingCapacity: true)
    labels.append(contentsOf: repeatElement(0, count: length))
    if from.count < scores.count { from = [UInt8](repeating: 0, count: scores.count) }
    cnames_decode(scores, length, transitions, starts, ends, &from, &labels)
  }

  /// The probability of a tag at a token, after `weigh`.
  func probability(_ token: Int, _ label: Int) -> Float {
    let row = token * Self.count
    var sum: Float = 0
    for k in row..<row + Self.count { sum += forward[k] * backward[k] }
    return sum > 0 ? forward[row + label] * backward[row + label] / sum : 0
  }

  /// Runs forward-backward, so that `probability` can be asked.
  mutating func weigh(_ scores: [Float]) {
    let n = Self.count
    let length = scores.count / n
    guard length > 0 else { return }
    if potentials.count < scores.count {
      potentials = [Float](repeating: 0, count: scores.count)
      forward = potentials
      backward = potentials
    }
    for t in 0..<length {
      var top: Float = 0
      for label in 1..<n { top = max(top, scores[t * n + label]) }
      for label in 0..<n { potentials[t * n + label] = exponential(scores[t * n + label] - top) }
    }
    potentials.withUnsafeBufferPointer { potentials in
      forward.withUnsafeMutableBufferPointer { forward in
        guard let p = potentials.baseAddress, let f = forward.baseAddress else { return }
        for label in 0..<n { f[label] = starts[label] == 0 ? 0 : p[label] }
        Self.normalise(f)
        for t in 1..<max(length, 1) {
          cnames_forward(f + (t - 1) * n, exponentials, p + t * n, f + t * n)
          Self.normalise(f + t * n)
        }
      }
      backward.withUnsafeMutableBufferPointer { backward in
        guard let p = potentials.baseAddress, let b = backward.baseAddress else { return }
        for label in 0..<n { b[(length - 1) * n + label] = ends[label] == 0 ? 0 : 1 }
        withUnsafeTemporaryAllocation(of: Float.self, capacity: n) { flow in
          guard let flow = flow.baseAddress else { return }
          for t in stride(from: length - 2, through: 0, by: -1) {
            for label in 0..<n { flow[label] = p[(t + 1) * n + label] * b[(t + 1) * n + label] }
            cnames_backward(flow, exponentials, b + t * n)
            Self.normalise(b + t * n)
          }
        }
      }
    }
  }

  private static func normalise(_ row: UnsafeMutablePointer<Float>) {
    var sum: Float = 0
    for k in 0..<count { sum += row[k] }
    guard sum > 0 else { return }
    for k in 0..<count { row[k] /= sum }
  }
}

/// e to a power, to about six digits, from the bits of the number: the same on every machine, without libm.
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
