import CNames
import Language
import TextModel

/// Scores the tokens of a sentence by the model.
///
/// Half of a token's features come from one word alone, its own or a neighbour's, and words come again: their sums are
/// kept.  Sums are of whole numbers, so kept ones are those that would be made anew.
struct NameScorer {
  private let model: NameModel
  private var features: NameFeatures
  private let own = KeptSums(slots: 4096, rows: 1)
  private let neighbours = KeptSums(slots: 2048, rows: 4)

  init(_ model: NameModel) {
    self.model = model
    features = NameFeatures(lexicon: model.lexicon)
  }

  /// Begins with the sentence of the tokens in `range`.
  mutating func read(_ tokens: borrowing NameTokens, _ range: Range<Int>) { features.read(tokens, range) }

  /// Whether a token of the sentence is outside for certain.
  func isPlain(_ token: Int) -> Bool { features.isPlain(token) }

  /// Appends a token's seventeen scores; `span` is the token's.
  mutating func score(_ token: Int, _ span: Span, _ text: UnsafeBufferPointer<UInt8>, into scores: inout [Float]) {
    withUnsafeTemporaryAllocation(of: Int16.self, capacity: KeptSums.width) { sum in
      guard let sum = sum.baseAddress else { return }
      sum.initialize(repeating: 0, count: KeptSums.width)
      add(.word, token, span, text, own.row(features.identity(token, span, text), 0), to: sum)
      addNeighbour(.last, -1, 0, token, span, text, to: sum)
      addNeighbour(.next, 1, 1, token, span, text, to: sum)
      addNeighbour(.lastButOne, -2, 2, token, span, text, to: sum)
      addNeighbour(.nextButOne, 2, 3, token, span, text, to: sum)
      features.collect(.context, token, span, text)
      model.add(features.keys, to: sum)
      scores.append(0)
      for k in 0..<KeptSums.width { scores.append(Float(sum[k]) * model.features.scale) }
    }
  }

  @inline(__always)
  private mutating func addNeighbour(
    _ part: NameFeatures.Part, _ offset: Int, _ row: Int, _ token: Int, _ span: Span,
    _ text: UnsafeBufferPointer<UInt8>, to sum: UnsafeMutablePointer<Int16>
  ) {
    add(part, token, span, text, neighbours.row(features.identity(ofNeighbour: offset, of: token), row), to: sum)
  }

  @inline(__always)
  private mutating func add(
    _ part: NameFeatures.Part, _ token: Int, _ span: Span, _ text: UnsafeBufferPointer<UInt8>,
    _ kept: (row: UnsafeMutablePointer<Int16>, isNew: Bool), to sum: UnsafeMutablePointer<Int16>
  ) {
    if kept.isNew {
      kept.row.update(repeating: 0, count: KeptSums.width)
      features.collect(part, token, span, text)
      model.add(features.keys, to: kept.row)
    }
    for k in 0..<KeptSums.width { sum[k] &+= kept.row[k] }
  }
}

/// Sums of weights by what they come from: as many as fit, a newer one in the place of an older.
final class KeptSums {
  static let width = NameLabel.count - 1

  private let identities: UnsafeMutablePointer<UInt64>
  private let isFilled: UnsafeMutablePointer<UInt8>
  private let sums: UnsafeMutablePointer<Int16>
  private let mask: Int
  private let rows: Int

  /// - Parameters:
  ///   - slots: a power of two.
  ///   - rows: how many sums an identity has, eight at most.
  init(slots: Int, rows: Int) {
    mask = slots - 1
    self.rows = rows
    identities = .allocate(capacity: slots)
    identities.initialize(repeating: 0, count: slots)
    isFilled = .allocate(capacity: slots)
    isFilled.initialize(repeating: 0, count: slots)
    sums = .allocate(capacity: slots * rows * Self.width)
    sums.initialize(repeating: 0, count: slots * rows * Self.width)
  }

  deinit {
    identities.deallocate()
    isFilled.deallocate()
    sums.deallocate()
  }

  /// The place of a sum, and whether the caller has to fill it.
  @inline(__always)
  func row(_ identity: UInt64, _ row: Int) -> (row: UnsafeMutablePointer<Int16>, isNew: Bool) {
    let slot = Int(truncatingIfNeeded: identity) & mask
    if identities[slot] != identity {
      identities[slot] = identity
      isFilled[slot] = 0
    }
    let bit = UInt8(1) << UInt8(row)
    let isNew = isFilled[slot] & bit == 0
    isFilled[slot] |= bit
    return (sums + (slot * rows + row) * Self.width, isNew)
  }
}
