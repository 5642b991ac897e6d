import Language

/// A rule that runs, and what the engine asks of it on every text: kept, for a rule’s properties may build their value anew.
///
/// A class for each kind of rule, so that to call one copies nothing and counts no references.
class RunningRule {
  let id: String
  let mode: PluginMode
  let trigger: ByteClasses?
  let onlyDoubts: Bool
  let othersWait: Bool
  /// Which of the engine’s scopes is the rule’s.
  let scope: Int
  /// Whether its words must have been looked for.
  let isServed: Bool

  fileprivate init(_ rule: some RewriteRule, _ mode: PluginMode, scope: Int, isServed: Bool) {
    id = rule.id
    trigger = rule.trigger
    onlyDoubts = rule.onlyDoubts
    othersWait = rule.othersWait
    self.mode = mode
    self.scope = scope
    self.isServed = isServed
  }

  /// A rule that looks for itself.
  static func searching<Rule: RewriteRule>(_ rule: Rule, _ mode: PluginMode, scope: Int) -> RunningRule {
    SearchingRule(rule, mode, scope: scope)
  }

  /// A rule whose words are found for it, where the look has room for them.
  static func served<Rule: WordRule>(
    _ rule: Rule, _ mode: PluginMode, scope: Int, by look: WordLook
  ) -> RunningRule {
    if let list = look.add(rule.places, scope: scope) {
      return ServedRule(rule, mode, scope: scope, by: look, list: list)
    }
    return LoneRule(rule, mode, scope: scope)
  }

  /// Calls the rule, when its words have been looked for.
  func propose(_ document: Document, _ proposals: inout Proposals) {}
}

private final class SearchingRule<Rule: RewriteRule>: RunningRule {
  let rule: Rule

  init(_ rule: Rule, _ mode: PluginMode, scope: Int) {
    self.rule = rule
    super.init(rule, mode, scope: scope, isServed: false)
  }

  override func propose(_ document: Document, _ proposals: inout Proposals) {
    rule.propose(document, &proposals)
  }
}

private final class ServedRule<Rule: WordRule>: RunningRule {
  let rule: Rule
  let words: WordLook
  let list: Int

  init(_ rule: Rule, _ mode: PluginMode, scope: Int, by look: WordLook, list: Int) {
    self.rule = rule
    words = look
    self.list = list
    super.init(rule, mode, scope: scope, isServed: true)
  }

  override func propose(_ document: Document, _ proposals: inout Proposals) {
    if !words.isEmpty(list) || rule.seesAllWords(of: document) {
      rule.propose(document, at: words[list], &proposals)
    }
  }
}

private final class LoneRule<Rule: WordRule>: RunningRule {
  let rule: Rule
  // Made ready once, which costs more than many looks.
  let triggers: WordTriggers
  let found = WordPlaces()

  init(_ rule: Rule, _ mode: PluginMode, scope: Int) {
    self.rule = rule
    triggers = WordTriggers([rule.places])
    super.init(rule, mode, scope: scope, isServed: false)
  }

  override func propose(_ document: Document, _ proposals: inout Proposals) {
    rule.propose(document, by: triggers, into: found, &proposals)
  }
}
