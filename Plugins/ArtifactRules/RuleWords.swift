import CTables
import Language

extension WordSet {
  /// The words that `rule_words.tsv` has in a list.
  ///
  /// - Precondition: The table has the list.
  init(list: StaticString) {
    let name = UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount)
    guard let hashes = RuleWords.lists[Lexicon.hash(name)] else {
      preconditionFailure("rule_words.tsv has no list \(list)")
    }
    self.init(hashes: hashes)
  }
}

/// The lists of words that rules ask for, read in one pass when the first rule asks.
private enum RuleWords {
  /// By the hash of the list's name: strings take longer to make than all the rest.
  static let lists: [UInt32: [UInt32]] = {
    var lists: [UInt32: [UInt32]] = [:]
    Table(ctables_rule_words()).eachRow { row in
      let hash = Lexicon.hash(row.key)
      for list in row.value.split(separator: UInt8(ascii: " ")) { lists[Lexicon.hash(list), default: []].append(hash) }
    }
    return lists
  }()
}
