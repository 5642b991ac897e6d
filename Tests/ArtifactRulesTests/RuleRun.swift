import Language
import TextModel

/// The least that applies rules to a text: rounds in which earlier rules win.
enum RuleRun {
  /// The text after the rules found nothing more to do, eight rounds at most.
  static func repaired(_ string: String, by rules: [any RewriteRule]) -> String {
    var text = string
    for _ in 0..<8 {
      let next = round(text, rules)
      if next.utf8.elementsEqual(text.utf8) { break }
      text = next
    }
    return text
  }

  private static func round(_ string: String, _ rules: [any RewriteRule]) -> String {
    let document = Document(string)
    var proposals = Proposals()
    for (index, rule) in rules.enumerated() {
      if let trigger = rule.trigger, document.byteClasses.isDisjoint(with: trigger) { continue }
      guard rule.languages.covers(document.language) else { continue }
      proposals.rule = index
      proposals.ruleID = rule.id
      propose(rule, document, &proposals)
    }
    // Groups in catalog order; a group that overlaps one that won already loses.
    var taken: [Proposals.Entry] = []
    let groups = Dictionary(grouping: proposals.entries, by: \.group).values.sorted {
      ($0[0].author, $0[0].group) < ($1[0].author, $1[0].group)
    }
    for group in groups where !group.contains(where: { entry in taken.contains { clash($0.before, entry.before) } }) {
      taken += group
    }
    var bytes = document.utf8
    for entry in taken.sorted(by: { $0.before > $1.before }) {
      bytes.replaceSubrange(entry.before.range, with: proposals.bytes[entry.replacement])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Calls a rule; for one of the catalog that is served, its words are looked for by triggers that are built once.
  private static func propose(_ rule: any RewriteRule, _ document: Document, _ proposals: inout Proposals) {
    guard let wordRule = rule.asWordRule, let triggers = triggers[rule.id] else {
      return rule.propose(document, &proposals)
    }
    wordRule.propose(document, by: triggers, into: WordPlaces(), &proposals)
  }

  private static let triggers = Dictionary(
    uniqueKeysWithValues: CatalogTests.rules.compactMap { rule in
      rule.asWordRule.map { (rule.id, WordTriggers([$0.places])) }
    })

  private static func clash(_ a: Span, _ b: Span) -> Bool { a.overlaps(b) || a == b }
}
