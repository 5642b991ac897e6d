import Foundation
import Language
import TestSupport
import Testing
import TextModel

/// The rule that text-plugin(7) and the documentation show is one that compiles and does what they say.
@Suite struct PluginManualTests {
  private static let source = try? String(
    contentsOf: Tools.root.appendingPathComponent("Tests/HouseTests/DoubledComma.swift"), encoding: .utf8)

  @Test func documentationShowsTheRuleAsItIs() throws {
    let source = try #require(Self.source)
    let article = Tools.root.appendingPathComponent("Documentation/Language.docc/AddingARule.md")
    #expect(try String(contentsOf: article, encoding: .utf8).contains(source))
    let page = try String(contentsOf: Tools.root.appendingPathComponent("man/text-plugin.7"), encoding: .utf8)
    let plain = page.replacingOccurrences(of: "\\(dq", with: "\"").replacingOccurrences(of: "\\-", with: "-")
      .replacingOccurrences(of: "\\(oq", with: "`").replacingOccurrences(of: "\\(cq", with: "`")
    #expect(plain.contains(source))
  }

  @Test func theRuleDoesWhatItsExamplesSay() {
    let rule = DoubledComma()
    for example in rule.fixes {
      var proposals = Proposals()
      rule.propose(Document(example.before), &proposals)
      var bytes = Array(example.before.utf8)
      for edit in proposals.entries.reversed() {
        bytes.replaceSubrange(edit.before.range, with: proposals.bytes[edit.replacement])
      }
      #expect(String(decoding: bytes, as: UTF8.self) == example.after)
    }
    for example in rule.leavesAlone {
      var proposals = Proposals()
      rule.propose(Document(example), &proposals)
      #expect(proposals.entries.isEmpty)
    }
  }
}
