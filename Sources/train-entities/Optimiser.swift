import EntityTaggers

/// Fits a linear-chain conditional random field by AdaGrad, one sentence a step, with feature dropout.
///
/// Every number is computed in a fixed order on one thread: the same input gives the same weights, to the bit.
struct Optimiser {
  static let labels = NameLabel.count
  typealias Row = SIMD16<Float>

  var weights: [Row]
  private var squares: [Row]
  var transitions: [Float]
  private var transitionSquares: [Float]
  let rate: Float
  let decay: Float
  let dropout: Float
  private var dice: Dice

  /// - Parameter seed: decides which features are dropped.
  init(features: Int, rate: Float, decay: Float, dropout: Float, seed: UInt64 = 1) {
    dice = Dice(seed: seed + 19)
    weights = [Row](repeating: .zero, count: features)
    squares = [Row](repeating: Row(repeating: 1), count: features)
    transitions = [Float](repeating: 0, count: Self.labels * Self.labels)
    transitionSquares = [Float](repeating: 1, count: Self.labels * Self.labels)
    self.rate = rate
    self.decay = decay
    self.dropout = dropout
  }

  /// Adds a share of the weights of another.
  mutating func add(_ other: borrowing Optimiser, share: Float) {
    for k in weights.indices { weights[k] += other.weights[k] * share }
    for k in transitions.indices { transitions[k] += other.transitions[k] * share }
  }

  /// One pass over the sentences in an order that `epoch` decides; answers the mean loss a token.
  mutating func pass(_ examples: borrowing Examples, order: [Int]) -> Double {
    var loss = 0.0
    var tokens = 0
    var active: [UInt32] = []
    var starts: [Int] = []
    var scratch = Chain()
    let threshold = UInt64(dropout * 4_294_967_296)
    for sentence in order {
      let range = examples.sentences[sentence]
      active.removeAll(keepingCapacity: true)
      starts.removeAll(keepingCapacity: true)
      scratch.reset(range.count)
      for token in range {
        starts.append(active.count)
        var sum = Row.zero
        for at in examples.offsets[token]..<examples.offsets[token + 1] {
          if threshold > 0, dice.next() & 0xFFFF_FFFF < threshold { continue }
          let feature = examples.features[at]
          active.append(feature)
          sum += weights[Int(feature)]
        }
        scratch.set(token - range.lowerBound, sum)
      }
      starts.append(active.count)
      loss += scratch.solve(transitions, examples.labels[range])
      tokens += range.count
      let weight = examples.weights[sentence]
      for token in 0..<range.count {
        let gradient = scratch.gradient(token) * weight
        for at in starts[token]..<starts[token + 1] {
          let feature = Int(active[at])
          let slope = gradient + weights[feature] * decay
          squares[feature] += slope * slope
          weights[feature] -= rate * slope / squares[feature].squareRoot()
        }
      }
      for k in transitions.indices {
        let slope = scratch.transitionGradient[k] * weight
        if slope == 0 { continue }
        transitionSquares[k] += slope * slope
        transitions[k] -= rate * slope / transitionSquares[k].squareRoot()
      }
    }
    return loss / Double(max(tokens, 1))
  }
}

/// Forward-backward over one sentence.
struct Chain {
  private static let n = NameLabel.count
  private static let allowed: [Bool] = (0..<n * n).map { NameLabel.allows($0 / n, $0 % n) }
  private var scores: [Float] = []
  private var potentials: [Float] = []
  private var forward: [Float] = []
  private var backward: [Float] = []
  private var gradients: [Float] = []
  private var exponentials = [Float](repeating: 0, count: n * n)
  var transitionGradient = [Float](repeating: 0, count: n * n)
  private var length = 0

  mutating func reset(_ length: Int) {
    self.length = length
    let size = length * Self.n
    scores = [Float](repeating: 0, count: size)
    potentials = scores
    forward = scores
    backward = scores
    gradients = scores
  }

  mutating func set(_ token: Int, _ sum: SIMD16<Float>) {
    for k in 0..<16 { scores[token * Self.n + 1 + k] = sum[k] }
  }

  func gradient(_ token: Int) -> SIMD16<Float> {
    var row = SIMD16<Float>.zero
    for k in 0..<16 { row[k] = gradients[token * Self.n + 1 + k] }
    return row
  }

  /// Fills the gradients; answers the negative logarithm of the gold tags' probability.
  mutating func solve(_ transitions: [Float], _ gold: ArraySlice<UInt8>) -> Double {
    let n = Self.n
    for k in 0..<n * n {
      exponentials[k] = Self.allowed[k] ? exponential(transitions[k]) : 0
      transitionGradient[k] = 0
    }
    var logZ = 0.0
    for t in 0..<length {
      var top = -Float.infinity
      for k in 0..<n { top = max(top, scores[t * n + k]) }
      for k in 0..<n { potentials[t * n + k] = exponential(scores[t * n + k] - top) }
      logZ += Double(top)
    }
    var scales = [Float](repeating: 1, count: length)
    for t in 0..<length {
      var sum: Float = 0
      for k in 0..<n {
        var value: Float = 0
        if t == 0 {
          value = NameLabel.isContinuing(k) ? 0 : 1
        } else {
          for previous in 0..<n { value += forward[(t - 1) * n + previous] * exponentials[previous * n + k] }
        }
        value *= potentials[t * n + k]
        forward[t * n + k] = value
        sum += value
      }
      scales[t] = max(sum, 1e-30)
      for k in 0..<n { forward[t * n + k] /= scales[t] }
      logZ += Double(logarithm(scales[t]))
    }
    var final: Float = 0
    for k in 0..<n {
      let end: Float = NameLabel.isOpen(k) ? 0 : 1
      backward[(length - 1) * n + k] = end
      final += forward[(length - 1) * n + k] * end
    }
    final = max(final, 1e-30)
    logZ += Double(logarithm(final))
    for k in 0..<n { backward[(length - 1) * n + k] /= final }
    for t in stride(from: length - 2, through: 0, by: -1) {
      for k in 0..<n {
        var value: Float = 0
        for next in 0..<n {
          let flow = exponentials[k * n + next] * potentials[(t + 1) * n + next] * backward[(t + 1) * n + next]
          value += flow
          transitionGradient[k * n + next] += forward[t * n + k] * flow / scales[t + 1]
        }
        backward[t * n + k] = value / scales[t + 1]
      }
    }
    var score = 0.0
    var previous = -1
    for (t, label) in gold.enumerated() {
      let label = Int(label)
      for k in 0..<n { gradients[t * n + k] = forward[t * n + k] * backward[t * n + k] }
      gradients[t * n + label] -= 1
      score += Double(scores[t * n + label])
      if previous >= 0 {
        score += Double(transitions[previous * n + label])
        transitionGradient[previous * n + label] -= 1
      }
      previous = label
    }
    return logZ - score
  }
}

/// Natural logarithm to about six digits; for the loss that is shown, not for the weights.
func logarithm(_ x: Float) -> Float {
  let exponent = Float(x.exponent)
  let ratio = (x.significand - 1) / (x.significand + 1)
  let square = ratio * ratio
  return exponent * 0.693_147_18 + 2 * ratio * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))))
}
