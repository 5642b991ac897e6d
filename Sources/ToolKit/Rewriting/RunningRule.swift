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
  /// Which list of words is the rule’s; nil where it looks for itself.
  let list: Int?

  fileprivate init(_ rule: some RewriteRule, _ mode: PluginMode, scope: Int, list: Int?) {
    id = rule.id
    trigger = rule.trigger
    onlyDoubts = rule.onlyDoubts
    othersWait = rule.othersWait
    self.mode = mode
    self.scope = scope
    self.list = list
  }

  /// A rule that looks for itself.
  static func searching<Rule: RewriteRule>(_ rule: Rule, _ mode: PluginMode, scope: Int) -> RunningRule {
    SearchingRule(rule, mode, scope: scope)
  }

  /// A rule whose words are found for it.
  static func served<Rule: WordRule>(_ rule: Rule, _ mode: PluginMode, scope: Int, list: Int) -> RunningRule {
    ServedRule(rule, mode, scope: scope, list: list)
  }

  /// A rule for whose words there was no room among those of the others.
  static func alone<Rule: WordRule>(_ rule: Rule, _ mode: PluginMode, scope: Int) -> RunningRule {
    LoneRule(rule, mode, scope: scope)
  }

  /// Calls the rule; `places` are those of its list.
  func propose(_ document: Document, at places: WordPlaces, _ proposals: inout Proposals) {}
}

private final class SearchingRule<Rule: RewriteRule>: RunningRule {
  let rule: Rule

  init(_ rule: Rule, _ mode: PluginMode, scope: Int) {
    self.rule = rule
    super.init(rule, mode, scope: scope, list: nil)
  }

  override func propose(_ document: Document, at places: WordPlaces, _ proposals: inout Proposals) {
    rule.propose(document, &proposals)
  }
}

private final class ServedRule<Rule: WordRule>: RunningRule {
  let rule: Rule
  let place: Int

  init(_ rule: Rule, _ mode: PluginMode, scope: Int, list: Int) {
    self.rule = rule
    place = list
    super.init(rule, mode, scope: scope, list: list)
  }

  override func propose(_ document: Document, at places: WordPlaces, _ proposals: inout Proposals) {
    if !places.isEmpty(place) { rule.propose(document, at: places[place], &proposals) }
  }
}

private final class LoneRule<Rule: WordRule>: RunningRule {
  let rule: Rule
  // Made ready once: the triggers are never freed.
  let triggers: WordTriggers
  let found = WordPlaces()

  init(_ rule: Rule, _ mode: PluginMode, scope: Int) {
    self.rule = rule
    triggers = WordTriggers([rule.places])
    super.init(rule, mode, scope: scope, list: nil)
  }

  override func propose(_ document: Document, at places: WordPlaces, _ proposals: inout Proposals) {
    found.find(triggers, in: document, wanted: [true])
    if !found.isEmpty(0) { rule.propose(document, at: found[0], &proposals) }
  }
}
