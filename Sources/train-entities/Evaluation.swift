import EntityTaggers
import Language
import TextModel

/// Exact spans and types, PER, ORG and LOC, micro-averaged.
struct Evaluation {
  var right = [0, 0, 0, 0]
  var gold = [0, 0, 0, 0]
  var found = [0, 0, 0, 0]

  static func run(_ samples: [Sample], _ model: NameModel, as disguise: Disguise = .none) -> Evaluation {
    var result = Evaluation()
    var reader = NameReader(model: model)
    for sample in samples {
      let text = disguise.apply(sample.text)
      let document = Document(Text(validated: text), language: .english)
      document.sentences = Examples.sentences(text)
      reader.read(document)
      let truth = Set(sample.names.map { [$0.span.start, $0.span.end, $0.type] })
      let answer = Set(
        reader.mentions.map { mention in
          let span = Conventions.trimmed(mention.span, text)
          return [span.start, span.end, mention.type]
        })
      for name in truth { result.gold[name[2]] += 1 }
      for name in answer { result.found[name[2]] += 1 }
      for name in truth.intersection(answer) { result.right[name[2]] += 1 }
    }
    return result
  }

  private static func f1(_ right: Int, _ gold: Int, _ found: Int) -> Double {
    gold + found == 0 ? 0 : 2 * Double(right) / Double(gold + found)
  }

  private static func three(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  var summary: String {
    let sum: ([Int]) -> Int = { $0[0] + $0[1] + $0[2] }
    let precision = Double(sum(right)) / Double(max(sum(found), 1))
    let recall = Double(sum(right)) / Double(max(sum(gold), 1))
    let types = NameLabel.types.indices.map {
      "\(NameLabel.types[$0]) \(Self.three(Self.f1(right[$0], gold[$0], found[$0])))"
    }
    return
      "F1 \(Self.three(Self.f1(sum(right), sum(gold), sum(found)))) P \(Self.three(precision)) R \(Self.three(recall))  "
      + types.joined(separator: " ")
  }
}
