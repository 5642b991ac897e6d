/// What the command line says.
struct Settings {
  struct Source {
    var name: String
    var path: String
    var weight: Float
    var limit: Int
  }

  var clusters: String?
  var conventions: String?
  var gazetteers: [String] = []
  var sources: [Source] = []
  var dev: [String] = []
  var out: String?
  var epochs = 6
  var rate: Float = 0.15
  var decay: Float = 1e-5
  var dropout: Float = 0.1
  var cutoff: UInt32 = 2
  var capacity = 620_000
  var flat = 1
  var runs = 1
  var ownSources = true
  /// How much of a source's own weights goes into the model.
  var blend: [String: Float] = [:]
  /// Other blends (`gmb=0.3,news=0.5`): scored, and written beside the model with their number behind its name.
  var trials: [String] = []

  init(_ arguments: ArraySlice<String>) {
    var rest = arguments
    while let flag = rest.popFirst() {
      guard let value = rest.popFirst() else { TrainingSet.fail("train-entities: \(flag) needs a value") }
      switch flag {
      case "--clusters": clusters = value
      case "--conventions": conventions = value
      case "--gazetteer": gazetteers.append(value)
      case "--train": sources.append(Self.source(value))
      case "--dev": dev.append(value)
      case "--out": out = value
      case "--epochs": epochs = Int(value) ?? epochs
      case "--rate": rate = Float(value) ?? rate
      case "--decay": decay = Float(value) ?? decay
      case "--dropout": dropout = Float(value) ?? dropout
      case "--runs": runs = max(1, Int(value) ?? runs)
      case "--cutoff": cutoff = UInt32(value) ?? cutoff
      case "--capacity": capacity = Int(value) ?? capacity
      case "--flat": flat = Int(value) ?? flat
      case "--own-sources": ownSources = value == "yes"
      case "--blend": blend = Self.blend(value)
      case "--try-blend": trials.append(value)
      default: TrainingSet.fail("train-entities: unknown option \(flag)")
      }
    }
  }

  static func blend(_ text: String) -> [String: Float] {
    var blend: [String: Float] = [:]
    for part in text.split(separator: ",") {
      let fields = part.split(separator: "=")
      if fields.count == 2 { blend[String(fields[0])] = Float(String(fields[1])) }
    }
    return blend
  }

  /// `NAME=FILE`, `NAME=FILE:WEIGHT` or `NAME=FILE:WEIGHT:LIMIT`.
  private static func source(_ text: String) -> Source {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { TrainingSet.fail("train-entities: --train wants NAME=FILE") }
    let fields = parts[1].split(separator: ":")
    return Source(
      name: String(parts[0]), path: String(fields[0]), weight: fields.count > 1 ? Float(String(fields[1])) ?? 1 : 1,
      limit: fields.count > 2 ? Int(String(fields[2])) ?? .max : .max)
  }
}
