import EntityTaggers
import Language
import TextModel

// train-entities: makes the model of names from training sets.
//
//   train-entities --clusters FILE --gazetteer FILE… --train NAME=FILE[:WEIGHT[:LIMIT]]… [--dev FILE]… --out MODEL
let settings = Settings(CommandLine.arguments.dropFirst())
let started = Clock()
let guideLine = GuideLine(path: settings.conventions)
let samples = settings.sources.map { source in
  TrainingSet.read(source.path).prefix(source.limit).map { guideLine.apply($0) }
}
let lexicon = LexiconBuilder.build(
  clusters: settings.clusters, gazetteers: settings.gazetteers, plain: LexiconBuilder.plainWords(samples))
print("words \(lexicon.capacity), \(lexicon.bytes.count) bytes, \(started.seconds) s")

let bytes = Training(settings, samples, lexicon).run()
if let path = settings.out {
  TrainingSet.save(bytes, to: path)
  print("model \(bytes.count) bytes, \(started.seconds) s")
}

/// Seconds since it was made.
struct Clock {
  private let start = ContinuousClock.now
  var seconds: Int { Int((ContinuousClock.now - start).components.seconds) }
}
