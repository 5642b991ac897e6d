import EntityTaggers
import Language
import TextModel

/// Brings the training sets to one guideline where they differ by rule.
///
/// A name of the table gets the table's type.  A small word of direction leaves the name (`southern Afghanistan`).  A
/// people before a ministry joins it (`Chinese Foreign Ministry`).  Two countries in a compound that a set left unmarked
/// are two places (`China-Japan trade`).
struct GuideLine {
  private var types: [[UInt8]: Int] = [:]

  init(path: String?) {
    guard let path else { return }
    for line in TrainingSet.bytes(of: path).split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: 0x09).map { Array($0) }
      guard fields.count == 2, let type = NameLabel.types.firstIndex(of: String(decoding: fields[1], as: UTF8.self))
      else { continue }
      types[fields[0]] = type
    }
  }

  private static let directions: Set<String> = [
    "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeastern",
    "northwestern", "southeastern", "southwestern", "north-western", "north-eastern", "south-western", "south-eastern",
  ]

  func apply(_ sample: Sample) -> Sample {
    var sample = sample
    let text = sample.text
    var names: [(span: Span, type: Int)] = []
    for var name in sample.names {
      if let space = text[name.span.range].firstIndex(of: 0x20),
        Self.directions.contains(String(decoding: text[name.span.start..<space], as: UTF8.self))
      {
        name.span.start = space + 1
      }
      if let type = types[Array(text[name.span.range])] { name.type = type }
      if let last = names.last, last.type == 3, name.type == 1, name.span.start == last.span.end + 1,
        isMinistry(text[name.span.range])
      {
        names[names.count - 1] = (Span(last.span.start, name.span.end), 1)
      } else {
        names.append(name)
      }
    }
    sample.names = names
    return sample
  }

  private func isMinistry(_ name: ArraySlice<UInt8>) -> Bool {
    let words = name.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    return words.last == "Ministry" || words.first == "Ministry"
  }

  /// Marks compounds of two countries that nobody marked.
  static func markCompounds(
    _ tags: inout [UInt8], _ tokens: borrowing NameTokens, _ lexicon: NameLexicon, _ text: [UInt8]
  ) {
    let country = UInt16(1 << 2)
    guard tokens.count >= 3 else { return }
    for k in 0..<tokens.count - 2 where tags[k] == 0 && tags[k + 1] == 0 && tags[k + 2] == 0 {
      guard tokens.spans[k + 1].count == 1, text[tokens.spans[k + 1].start] == UInt8(ascii: "-"),
        tokens.traits[k + 1].contains(.glued), tokens.traits[k + 2].contains([.glued, .capital]),
        let first = lexicon.entry(tokens.words[k]), let second = lexicon.entry(tokens.words[k + 2]),
        first.gazetteers & country != 0, second.gazetteers & country != 0
      else { continue }
      tags[k] = UInt8(NameLabel.unit(2))
      tags[k + 2] = UInt8(NameLabel.unit(2))
    }
  }
}
