import Language

/// A rule that runs, and what the engine asks of it on every text: kept, for a rule’s properties may build their value anew.
///
/// A class, so that to call a rule copies nothing.
final class RunningRule {
  let rule: any RewriteRule
  /// The same rule, where the words it looks at are found for it.
  private let wordRule: (any WordRule)?
  let id: String
  let mode: PluginMode
  /// Which of the engine’s scopes is the rule’s.
  let scope: Int
  /// Which list of words is the rule’s; nil where it looks for itself.
  let list: Int?

  init(_ rule: any RewriteRule, _ mode: PluginMode, scope: Int, list: Int?) {
    self.rule = rule
    self.mode = mode
    self.scope = scope
    self.list = list
    id = rule.id
    wordRule = list == nil ? nil : rule as? any WordRule
  }

  func propose(_ document: Document, _ places: WordPlaces, _ proposals: inout Proposals) {
    guard let wordRule, let list else { return rule.propose(document, &proposals) }
    let words = places[list]
    if !words.isEmpty { wordRule.propose(document, at: words, &proposals) }
  }
}
