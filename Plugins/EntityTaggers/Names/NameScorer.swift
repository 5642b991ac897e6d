import CNames
import Language
import TextModel

/// Scores the tokens of a sentence by the model.
///
/// Half of a token's features come from one word alone, its own or a neighbour's, and words come again: their sums are
/// kept.  Sums are of whole numbers, so kept ones are those that would be made anew.  (A class: copying it would cost more
/// than what it does for a word.)
final class NameScorer {
  private let model: NameModel
  private let features: NameFeatures
  private let own = KeptSums(slots: 4096, rows: 1)
  private let neighbours = KeptSums(slots: 2048, rows: 4)
  /// Sixteen sums a token of the sentence.
  private var sums: [Int16] = []
  /// Where each token's keys end.
  private var ends: [UInt32] = []
  /// Which tokens of the sentence are outside for certain.
  private(set) var isPlain: [Bool] = []
  /// Seventeen scores a token of the sentence.
  private(set) var scores: [Float] = []

  init(_ model: NameModel) {
    self.model = model
    features = NameFeatures(lexicon: model.lexicon)
  }

  /// Scores the sentence of the tokens in `range`.
  func read(_ tokens: borrowing NameTokens, _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
    features.read(tokens, range)
    isPlain.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    if sums.count < range.count * KeptSums.width {
      sums = [Int16](repeating: 0, count: range.count * KeptSums.width * 2)
      scores = [Float](repeating: 0, count: range.count * NameLabel.count * 2)
    }
    for token in 0..<range.count {
      let plain = features.isPlain(token)
      isPlain.append(plain)
      if !plain { features.collect(.context, token, tokens.spans[range.lowerBound + token], text) }
      ends.append(UInt32(features.keys.count))
    }
    // Out of `self` while pointers to them are about.
    var sums: [Int16] = []
    var scores: [Float] = []
    swap(&sums, &self.sums)
    swap(&scores, &self.scores)
    withUnsafePointer(to: model.features) { table in
      for key in features.keys { cnames_prefetch(table, key) }
      sums.withUnsafeMutableBufferPointer { sums in
        guard let sums = sums.baseAddress else { return }
        sums.update(repeating: 0, count: range.count * KeptSums.width)
        cnames_sum(table, features.keys.baseAddress, ends, range.count, sums)
        for token in 0..<range.count where !isPlain[token] {
          let sum = sums + token * KeptSums.width
          let span = tokens.spans[range.lowerBound + token]
          add(.word, token, span, text, table, own.row(features.identity(token, span, text), 0), to: sum)
          addNeighbour(.last, -1, 0, token, span, text, table, to: sum)
          addNeighbour(.next, 1, 1, token, span, text, table, to: sum)
          addNeighbour(.lastButOne, -2, 2, token, span, text, table, to: sum)
          addNeighbour(.nextButOne, 2, 3, token, span, text, table, to: sum)
        }
        cnames_scale(sums, range.count, table.pointee.scale, &scores)
      }
    }
    for token in 0..<range.count where isPlain[token] {
      for label in 1..<NameLabel.count { scores[token * NameLabel.count + label] = -20 }
    }
    swap(&sums, &self.sums)
    swap(&scores, &self.scores)
  }

  @inline(__always)
  private func addNeighbour(
    _ part: NameFeatures.Part, _ offset: Int, _ row: Int, _ token: Int, _ span: Span,
    _ text: UnsafeBufferPointer<UInt8>, _ table: UnsafePointer<cnames_features>, to sum: UnsafeMutablePointer<Int16>
  ) {
    let identity = features.identity(ofNeighbour: offset, of: token)
    add(part, token, span, text, table, neighbours.row(identity, row), to: sum)
  }

  /// Adds a kept sum, which is made now where it is new.
  @inline(__always)
  private func add(
    _ part: NameFeatures.Part, _ token: Int, _ span: Span, _ text: UnsafeBufferPointer<UInt8>,
    _ table: UnsafePointer<cnames_features>, _ kept: (row: UnsafeMutablePointer<Int16>, isNew: Bool),
    to sum: UnsafeMutablePointer<Int16>
  ) {
    if kept.isNew { fill(kept.row, part, token, span, text, table) }
    cnames_add(sum, kept.row)
  }

  @inline(never)
  private func fill(
    _ row: UnsafeMutablePointer<Int16>, _ part: NameFeatures.Part, _ token: Int, _ span: Span,
    _ text: UnsafeBufferPointer<UInt8>, _ table: UnsafePointer<cnames_features>
  ) {
    row.update(repeating: 0, count: KeptSums.width)
    features.forgetKeys()
    features.collect(part, token, span, text)
    var end = UInt32(features.keys.count)
    cnames_sum(table, features.keys.baseAddress, &end, 1, row)
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
