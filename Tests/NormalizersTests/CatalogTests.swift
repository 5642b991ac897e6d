import Language
import Testing
import TextModel

@testable import Normalizers

/// Every rule is right on the examples that it carries, and leaves alone what it says it does.
@Suite struct CatalogTests {
  static let rules = NormalizerCatalog.rules

  @Test(arguments: rules.indices) func fixesItsExamples(_ index: Int) {
    let rule = Self.rules[index]
    #expect(!rule.fixes.isEmpty || rule.mode == .flag, "\(rule.id) shows no example")
    for example in rule.fixes {
      expectSame(RuleRun.repaired(example.before, by: [rule]), example.after, rule.id)
      expectSame(RuleRun.repaired(example.after, by: [rule]), example.after, "\(rule.id), second run")
    }
  }

  @Test(arguments: rules.indices) func leavesAloneWhatItSays(_ index: Int) {
    let rule = Self.rules[index]
    for sample in rule.leavesAlone { expectSame(RuleRun.repaired(sample, by: [rule]), sample, rule.id) }
  }

  /// What one rule leaves alone, the others leave alone too, unless it is their own business.
  @Test func secondRunsChangeNothing() {
    let byDefault = Self.rules.filter { $0.mode == .fix }
    for rule in Self.rules {
      for sample in rule.fixes.map(\.before) + rule.leavesAlone {
        let once = RuleRun.repaired(sample, by: byDefault)
        expectSame(RuleRun.repaired(once, by: byDefault), once, rule.id)
      }
    }
  }

  /// Found by the fuzzer: what one application left was work for the next.
  @Test(arguments: [
    ("terminal-escape", "\u{1B}\u{1B}[E[E"), ("terminal-escape", "\u{1B}(\u{1B}[mB"),
    ("terminal-escape", "\u{1B}[3\u{1B}[0m1m"), ("terminal-escape", "\u{1B}]a\u{1B}[mb\u{7}"),
    ("control-character", "\u{1B}\u{1B}n "), ("control-character", "\u{1B}]0;a\u{7}b\u{1B}\0[m"),
    ("mojibake", "\u{FFFD}\u{5B8}\u{FFFD}\u{FFFD}\u{408}"),
    ("mojibake", "[\0\0\u{FFFD}\u{5B8}\u{FFFD}\u{FFFD}\u{4B8}\u{FFFD}"),
  ])
  func oneApplicationIsEnough(_ id: String, _ sample: String) throws {
    let rule = try #require(Self.rules.first { $0.id == id })
    let once = RuleRun.round(Array(sample.utf8), [rule])
    #expect(RuleRun.round(once, [rule]) == once)
  }

  @Test func idsAreUnique() {
    #expect(Set(Self.rules.map(\.id)).count == Self.rules.count)
  }

  /// Compares bytes: Swift takes canonically equivalent strings for equal.
  func expectSame(_ found: String, _ expected: String, _ rule: String) {
    #expect(
      Array(found.utf8) == Array(expected.utf8), "\(rule): \(found.debugDescription) for \(expected.debugDescription)")
  }
}
