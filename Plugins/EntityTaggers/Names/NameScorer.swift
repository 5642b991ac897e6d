import CNames
import Language
import TextModel

/// Scores the tokens of a sentence by the model.
///
/// Half of a token's features come from one word alone, its own or a neighbour's, and words come again: their sums are
/// kept.  Sums are of whole numbers, so kept ones are those that would be made anew.
struct NameScorer {
  private static let width = KeptSums.width

  private let model: NameModel
  private var features: NameFeatures
  private let own = KeptSums(slots: 4096, rows: 1)
  private let neighbours = KeptSums(slots: 2048, rows: 4)
  /// Sixteen sums a token of the sentence.
  private var sums: [Int16] = []
  /// Where each token's keys end.
  private var ends: [UInt32] = []
  private(set) var isPlain: [Bool] = []

  init(_ model: NameModel) {
    self.model = model
    features = NameFeatures(lexicon: model.lexicon)
  }

  /// Reads the sentence of the tokens in `range`: then `isPlain` says which of its tokens are outside for certain, and
  /// the others have scores.
  mutating func read(_ tokens: borrowing NameTokens, _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
    features.read(tokens, range)
    isPlain.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    sums.removeAll(keepingCapacity: true)
    sums.append(contentsOf: repeatElement(0, count: range.count * Self.width))
    for token in 0..<range.count {
      let plain = features.isPlain(token)
      isPlain.append(plain)
      if !plain {
        let first = features.keys.count
        features.collect(.context, token, tokens.spans[range.lowerBound + token], text)
        withUnsafePointer(to: model.features) { table in
          for k in first..<features.keys.count { cnames_prefetch(table, features.keys[k]) }
        }
      }
      ends.append(UInt32(features.keys.count))
    }
    withUnsafePointer(to: model.features) { cnames_sum($0, features.keys, ends, range.count, &sums) }
    for token in 0..<range.count where !isPlain[token] {
      let span = tokens.spans[range.lowerBound + token]
      add(.word, token, span, text, own.row(features.identity(token, span, text), 0))
      addNeighbour(.last, -1, 0, token, span, text)
      addNeighbour(.next, 1, 1, token, span, text)
      addNeighbour(.lastButOne, -2, 2, token, span, text)
      addNeighbour(.nextButOne, 2, 3, token, span, text)
    }
  }

  /// Appends a token's seventeen scores.
  func appendScores(_ token: Int, to scores: inout [Float]) {
    scores.append(0)
    for k in token * Self.width..<(token + 1) * Self.width { scores.append(Float(sums[k]) * model.features.scale) }
  }

  @inline(__always)
  private mutating func addNeighbour(
    _ part: NameFeatures.Part, _ offset: Int, _ row: Int, _ token: Int, _ span: Span, _ text: UnsafeBufferPointer<UInt8>
  ) {
    add(part, token, span, text, neighbours.row(features.identity(ofNeighbour: offset, of: token), row))
  }

  /// Adds a kept sum, which is made now where it is new.
  @inline(__always)
  private mutating func add(
    _ part: NameFeatures.Part, _ token: Int, _ span: Span, _ text: UnsafeBufferPointer<UInt8>,
    _ kept: (row: UnsafeMutablePointer<Int16>, isNew: Bool)
  ) {
    if kept.isNew {
      kept.row.update(repeating: 0, count: Self.width)
      features.forgetKeys()
      features.collect(part, token, span, text)
      var end = UInt32(features.keys.count)
      withUnsafePointer(to: model.features) { cnames_sum($0, features.keys, &end, 1, kept.row) }
    }
    sums.withUnsafeMutableBufferPointer { sums in
      guard let sum = sums.baseAddress else { return }
      for k in 0..<Self.width { sum[token * Self.width + k] &+= kept.row[k] }
    }
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
