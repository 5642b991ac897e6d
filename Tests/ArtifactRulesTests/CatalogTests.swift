import Language
import Testing
import TextModel

@testable import ArtifactRules

/// Every rule is right on the examples that it carries, and leaves alone what it says it does.
@Suite struct CatalogTests {
  static let rules = ArtifactCatalog.rules

  @Test(arguments: rules.indices) func fixesItsExamples(_ index: Int) {
    let rule = Self.rules[index]
    // What a list of the user's decides has nothing to show without one.
    let isListed = rule.id == "listed-boilerplate"
    #expect(!rule.fixes.isEmpty || rule.mode == .flag || isListed, "\(rule.id) shows no example")
    for example in rule.fixes {
      #expect(RuleRun.repaired(example.before, by: [rule]) == example.after, "\(rule.id)")
      #expect(RuleRun.repaired(example.after, by: [rule]) == example.after, "\(rule.id), second run")
    }
  }

  @Test(arguments: rules.indices) func leavesAloneWhatItSays(_ index: Int) {
    let rule = Self.rules[index]
    for sample in rule.leavesAlone { #expect(RuleRun.repaired(sample, by: [rule]) == sample, "\(rule.id)") }
  }

  /// A text may end or begin in the middle of whatever a rule looks for, and its spaces may be no-break ones, of two bytes.
  @Test(arguments: rules.indices) func endsAnywhere(_ index: Int) {
    let rule = Self.rules[index]
    let samples = (rule.fixes.map(\.before) + rule.leavesAlone).filter { $0.utf8.count < 160 }
    let wide = samples.map { String(String.UnicodeScalarView($0.unicodeScalars.map { $0 == " " ? "\u{A0}" : $0 })) }
    for sample in samples + wide {
      for cut in sample.unicodeScalars.indices {
        _ = RuleRun.repaired(String(sample.unicodeScalars[..<cut]), by: [rule])
        _ = RuleRun.repaired(String(sample.unicodeScalars[cut...]), by: [rule])
      }
    }
  }

  /// There is one look at the words for all rules; a rule whose words do not fit takes one more.
  @Test func oneLookAtTheWordsIsEnough() {
    #expect(Self.rules.reduce(0) { $0 + ($1.asWordRule?.places.count ?? 0) } <= WordTriggers.limit)
  }

  @Test func idsAreUnique() {
    #expect(Set(Self.rules.map(\.id)).count == Self.rules.count)
  }
}
