import EntityTaggers
import Language
import TextModel

/// Makes the model's word table from the cluster table and the gazetteers.
enum LexiconBuilder {
  static func build(clusters: String?, gazetteers: [String], plain: [UInt64]) -> (bytes: [UInt8], capacity: Int) {
    var entries: [UInt64: NameLexicon.Entry] = [:]
    if let clusters {
      for row in rows(clusters) where row.count == 4 {
        let numbers = row[1...].map { UInt16(String(decoding: $0, as: UTF8.self)) ?? 0 }
        let words = hashes(row[0])
        guard words.count == 1 else { continue }
        entries[words[0], default: NameLexicon.Entry()].clusters = (numbers[0] + 1, numbers[1] + 1, numbers[2] + 1)
      }
    }
    for path in gazetteers {
      for row in rows(path) where row.count == 2 {
        var bits: UInt16 = 0
        for name in row[1].split(separator: 0x20) {
          if let bit = NameLexicon.gazetteers.firstIndex(of: String(decoding: name, as: UTF8.self)) {
            bits |= 1 << UInt16(bit)
          }
        }
        let words = hashes(row[0])
        guard (1...5).contains(words.count) else { continue }
        var hash = words[0]
        for word in words.dropFirst() {
          entries[hash, default: NameLexicon.Entry()].gazetteers |= NameLexicon.startsPhrase
          hash = NameLexicon.combine(hash, word)
        }
        entries[hash, default: NameLexicon.Entry()].gazetteers |= bits
      }
    }
    for word in plain { entries[word, default: NameLexicon.Entry()].gazetteers |= NameLexicon.plain }
    let sorted = entries.sorted { $0.key < $1.key }.map { (hash: $0.key, entry: $0.value) }
    let capacity = (sorted.count * 5 / 4 / 16 + 1) * 16
    return (NameLexicon.bytes(of: sorted, capacity: capacity), capacity)
  }

  /// Words that stand in small letters often and never in a name.
  static func plainWords(_ samples: [[Sample]]) -> [UInt64] {
    var counts: [UInt64: (all: Int, named: Int)] = [:]
    var tokens = NameTokens()
    for sample in samples.joined() {
      tokens.read(Document(Text(validated: sample.text), language: .english))
      let tags = Examples.tags(sample, tokens)
      for index in 0..<tokens.count where tokens.traits[index].isDisjoint(with: [.capital, .digit]) {
        counts[tokens.words[index], default: (0, 0)].all += 1
        if tags[index] != 0 { counts[tokens.words[index], default: (0, 0)].named += 1 }
      }
    }
    return counts.filter { $0.value.all >= 20 && $0.value.named * 1000 <= $0.value.all }.keys.sorted()
  }

  private static func hashes(_ phrase: [UInt8]) -> [UInt64] {
    var tokens = NameTokens()
    tokens.read(Document(Text(validated: phrase), language: .english))
    return tokens.words
  }

  private static func rows(_ path: String) -> [[[UInt8]]] {
    TrainingSet.bytes(of: path).split(separator: 0x0A).filter { $0.first != UInt8(ascii: "#") }.map { line in
      line.split(separator: 0x09).map { Array($0) }
    }
  }
}
