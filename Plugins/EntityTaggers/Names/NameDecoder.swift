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
  mutating func decode(_ scores: UnsafeBufferPointer<Float>) {
    let length = scores.count / Self.count
    labels.removeAll(keepingCapacity: true)
    labels.append(contentsOf: repeatElement(0, count: length))
    if from.count < scores.count { from = [UInt8](repeating: 0, count: scores.count) }
    cnames_decode(scores.baseAddress, length, transitions, starts, ends, &from, &labels)
  }

  /// The probability of a tag at a token, after `weigh`.
  func probability(_ token: Int, _ label: Int) -> Float {
    let row = token * Self.count
    var sum: Float = 0
    for k in row..<row + Self.count { sum += forward[k] * backward[k] }
    return sum > 0 ? forward[row + label] * backward[row + label] / sum : 0
  }

  /// Runs forward-backward, so that `probability` can be asked.
  mutating func weigh(_ scores: UnsafeBufferPointer<Float>) {
    let length = scores.count / Self.count
    if potentials.count < scores.count {
      potentials = [Float](repeating: 0, count: scores.count)
      forward = potentials
      backward = potentials
    }
    cnames_exponentials(scores.baseAddress, length, &potentials)
    cnames_weigh(potentials, length, exponentials, starts, ends, &forward, &backward)
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
