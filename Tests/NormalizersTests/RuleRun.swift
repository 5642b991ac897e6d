import Language
import TextModel

/// The least that applies rules to a text: rounds in which earlier rules win.
enum RuleRun {
  /// The text after the rules found nothing more to do, eight rounds at most.
  static func repaired(_ string: String, by rules: [any RewriteRule]) -> String {
    var text = Array(string.utf8)
    for _ in 0..<8 {
      let next = round(text, rules)
      if next == text { break }
      text = next
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func round(_ bytes: [UInt8], _ rules: [any RewriteRule]) -> [UInt8] {
    let document = Document(Text(validated: bytes))
    var proposals = Proposals()
    for (index, rule) in rules.enumerated() {
      if let trigger = rule.trigger, document.byteClasses.isDisjoint(with: trigger) { continue }
      guard rule.languages.covers(document.language) else { continue }
      proposals.rule = index
      proposals.ruleID = rule.id
      rule.propose(document, &proposals)
    }
    var taken: [Proposals.Entry] = []
    let groups = Dictionary(grouping: proposals.entries, by: \.group).values.sorted {
      ($0[0].author, $0[0].group) < ($1[0].author, $1[0].group)
    }
    for group in groups where !group.contains(where: { entry in taken.contains { clash($0.before, entry.before) } }) {
      taken += group
    }
    var script = EditScript()
    for entry in taken.sorted(by: { $0.before < $1.before }) {
      let author = script.author(named: rules[entry.author].id)
      script.append(entry.before, proposals.bytes[entry.replacement], by: author, entry.confidence)
    }
    script.seal(over: bytes, keepingForm: true)
    return script.applied(to: bytes)
  }

  private static func clash(_ a: Span, _ b: Span) -> Bool { a.overlaps(b) || a == b }
}
