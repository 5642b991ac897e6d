import EntityTaggers

/// Prunes and quantises weights into the bytes of a model.
struct Export {
  let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func bytes(
    _ optimiser: borrowing Optimiser, keys: [(key: UInt32, source: Int)], lexicon: (bytes: [UInt8], capacity: Int)
  ) -> [UInt8] {
    let blend = settings.sources.map { settings.blend[$0.name] ?? settings.blend["all"] ?? 0 }
    // A source's own features come after the shared one of the same key, so keys meet by a dictionary.
    var rows: [UInt32: Int] = [:]
    var merged: [(key: UInt32, row: Optimiser.Row)] = []
    for (number, (key, source)) in keys.enumerated() {
      if source < 0 {
        rows[key] = merged.count
        merged.append((key, optimiser.weights[number]))
      } else if blend[source] != 0, let at = rows[key] {
        merged[at].row += optimiser.weights[number] * blend[source]
      }
    }
    // Most features of a new text are not in the table, and a search for what is not there is long in a full table.
    let keep = settings.capacity * 13 / 20
    var ranked = merged.map { (key: $0.key, row: $0.row, size: Self.size($0.row)) }
    ranked.removeAll { $0.size <= 0.02 }
    ranked.sort { $0.size != $1.size ? $0.size > $1.size : $0.key < $1.key }
    ranked.removeLast(max(0, ranked.count - keep))
    let scale: Float = 5.0 / 127
    let features = ranked.sorted { $0.key < $1.key }.map { entry in
      let weights: [Int8] = (0..<16).map { k -> Int8 in
        let steps: Float = (entry.row[k] / scale).rounded()
        return Int8(max(-127, min(127, steps)))
      }
      return (key: entry.key, weights: weights)
    }
    print("features in the model \(features.count) of \(merged.count)")
    return NameModel.bytes(
      version: 1, lexicon: lexicon.bytes, words: lexicon.capacity, features: features, capacity: settings.capacity,
      scale: scale, transitions: optimiser.transitions)
  }

  /// The largest weight.
  private static func size(_ row: Optimiser.Row) -> Float {
    var size: Float = 0
    for k in 0..<16 { size = max(size, abs(row[k])) }
    return size
  }
}
