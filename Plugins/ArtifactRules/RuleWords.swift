import CTables
import Language

extension WordSet {
  /// The words that `rule_words.tsv` has in a list.
  ///
  /// - Precondition: The table has the list.
  init(list: String) {
    guard let hashes = RuleWords.lists[list] else { preconditionFailure("rule_words.tsv has no list \(list)") }
    self.init(hashes: hashes)
  }
}

/// The lists of words that rules ask for, read in one pass when the first rule asks.
private enum RuleWords {
  static let lists: [String: [UInt32]] = {
    var lists: [String: [UInt32]] = [:]
    Table(ctables_rule_words()).eachRow { row in
      let hash = Lexicon.hash(Array(row.key), 0..<row.key.count)
      for list in row.value.split(separator: UInt8(ascii: " ")) {
        lists[String(decoding: list, as: UTF8.self), default: []].append(hash)
      }
    }
    return lists
  }()
}
