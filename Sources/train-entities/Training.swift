import EntityTaggers

/// From the sets to the bytes of a model.
struct Training {
  let settings: Settings
  /// By source.
  let samples: [[Sample]]
  let lexicon: (bytes: [UInt8], capacity: Int)

  init(_ settings: Settings, _ samples: [[Sample]], _ lexicon: (bytes: [UInt8], capacity: Int)) {
    self.settings = settings
    self.samples = samples
    self.lexicon = lexicon
  }

  func run() -> [UInt8] {
    let clock = Clock()
    var (examples, index) = examples()
    print(
      "sentences \(examples.sentences.count), tokens \(examples.labels.count), features \(index.keys.count), \(clock.seconds) s"
    )
    let dense = renumber(&examples, index)
    print("features kept \(dense.count), \(clock.seconds) s")
    let development = settings.dev.map { ($0, TrainingSet.read($0)) }
    // What one order of the sentences gives differs from what another gives by more than most settings do: the mean of
    // several is nearer to what all of them look for.
    var mean = Optimiser(features: dense.count, rate: settings.rate, decay: settings.decay, dropout: settings.dropout)
    for run in 1...settings.runs {
      var optimiser = Optimiser(
        features: dense.count, rate: settings.rate, decay: settings.decay, dropout: settings.dropout, seed: UInt64(run))
      var dice = Dice(seed: UInt64(run))
      for epoch in 1...settings.epochs {
        var order = Array(examples.sentences.indices)
        order.shuffle(using: &dice)
        let loss = optimiser.pass(examples, order: order)
        print("run \(run), epoch \(epoch): loss \(loss), \(clock.seconds) s")
      }
      mean.add(optimiser, share: 1 / Float(settings.runs))
    }
    let bytes = Export(settings).bytes(mean, keys: dense, lexicon: lexicon)
    report(bytes, development)
    for (number, trial) in settings.trials.enumerated() {
      print("blend \(trial)")
      var other = settings
      other.blend = Settings.blend(trial)
      let bytes = Export(other).bytes(mean, keys: dense, lexicon: lexicon)
      report(bytes, development)
      if let path = settings.out { TrainingSet.save(bytes, to: "\(path).\(number + 1)") }
    }
    return bytes
  }

  private func report(_ bytes: [UInt8], _ development: [(String, [Sample])]) {
    bytes.withUnsafeBytes { raw in
      // The weights must lie as aligned as they do in the program.
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: raw.count, alignment: 64)
      defer { copy.deallocate() }
      copy.copyMemory(from: raw)
      guard let model = NameModel(UnsafeRawBufferPointer(copy)) else { return }
      for (path, samples) in development {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        print("  \(name): \(Evaluation.run(samples, model).summary)")
        print("    in small letters: \(Evaluation.run(samples, model, as: .lower).summary)")
      }
    }
  }

  private func examples() -> (Examples, FeatureIndex) {
    let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: lexicon.bytes.count, alignment: 64)
    raw.copyBytes(from: lexicon.bytes)
    let table = NameLexicon(UnsafeRawPointer(raw.baseAddress!), capacity: lexicon.capacity)
    var reader = ExampleReader(features: NameFeatures(lexicon: table), lexicon: table)
    var examples = Examples()
    for (number, source) in settings.sources.enumerated() {
      for (k, sample) in samples[number].enumerated() {
        examples.add(sample, as: .none, source: number, weight: source.weight, reader: &reader)
        if settings.flat > 0, k % settings.flat == 0 {
          examples.add(sample, as: .lower, source: number, weight: source.weight, reader: &reader)
        }
        if settings.flat > 0, k % (3 * settings.flat) == 0 {
          examples.add(sample, as: .title, source: number, weight: source.weight, reader: &reader)
        }
      }
    }
    var bits = 16
    while bits < 26, 1 << bits < examples.features.count * 2 { bits += 1 }
    var index = FeatureIndex(bits: bits)
    for key in examples.features { index.add(key) }
    return (examples, index)
  }

  /// Puts numbers in the place of keys, drops rare features, and adds each source's own copies.
  private func renumber(_ examples: inout Examples, _ index: FeatureIndex) -> [(key: UInt32, source: Int)] {
    var numbers = [UInt32](repeating: FeatureIndex.none, count: index.keys.count)
    var dense: [(key: UInt32, source: Int)] = []
    for (k, count) in index.counts.enumerated() where count >= settings.cutoff {
      numbers[k] = UInt32(dense.count)
      dense.append((index.keys[k], -1))
    }
    let shared = dense.count
    var own: [[UInt32]] = settings.sources.map { _ in
      settings.ownSources ? [UInt32](repeating: FeatureIndex.none, count: shared) : []
    }
    var features: [UInt32] = []
    features.reserveCapacity(examples.features.count * (settings.ownSources ? 2 : 1))
    var offsets = [0]
    offsets.reserveCapacity(examples.offsets.count)
    for (sentence, range) in examples.sentences.enumerated() {
      let source = examples.sources[sentence]
      for token in range {
        for at in examples.offsets[token]..<examples.offsets[token + 1] {
          let number = numbers[Int(index.number(examples.features[at]))]
          guard number != FeatureIndex.none else { continue }
          features.append(number)
          if settings.ownSources {
            if own[source][Int(number)] == FeatureIndex.none {
              own[source][Int(number)] = UInt32(dense.count)
              dense.append((dense[Int(number)].key, source))
            }
            features.append(own[source][Int(number)])
          }
        }
        offsets.append(features.count)
      }
    }
    examples.features = features
    examples.offsets = offsets
    return dense
  }
}
