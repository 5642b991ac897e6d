import Language

/// A rule that runs, and what the engine asks of it on every text: kept, for a rule’s properties may build their value anew.
///
/// A class and a closure, so that to call a rule copies nothing.
final class RunningRule {
  let id: String
  let mode: PluginMode
  let trigger: ByteClasses?
  let onlyDoubts: Bool
  let othersWait: Bool
  /// Which of the engine’s scopes is the rule’s.
  let scope: Int
  /// Which list of words is the rule’s; nil where it looks for itself.
  let list: Int?
  private let propose: (Document, WordPlaces, inout Proposals) -> Void

  /// A rule that looks for itself.
  init<Rule: RewriteRule>(_ rule: Rule, _ mode: PluginMode, scope: Int) {
    id = rule.id
    trigger = rule.trigger
    onlyDoubts = rule.onlyDoubts
    othersWait = rule.othersWait
    self.mode = mode
    self.scope = scope
    list = nil
    propose = { document, _, proposals in rule.propose(document, &proposals) }
  }

  /// A rule whose words are found for it.
  init<Rule: WordRule>(_ rule: Rule, _ mode: PluginMode, scope: Int, list: Int) {
    id = rule.id
    trigger = rule.trigger
    onlyDoubts = rule.onlyDoubts
    othersWait = rule.othersWait
    self.mode = mode
    self.scope = scope
    self.list = list
    propose = { document, places, proposals in
      let words = places[list]
      if !words.isEmpty { rule.propose(document, at: words, &proposals) }
    }
  }

  func propose(_ document: Document, _ places: WordPlaces, _ proposals: inout Proposals) {
    propose(document, places, &proposals)
  }
}
