import Language
import Testing
import TextModel

@Suite struct ProposalsTests {
  /// The engine takes replacements over as they lie only where no rule's edit was taken back from between them.
  @Test func whatADoubtTookBackLeavesAGap() {
    let text = Text("abc")
    var proposals = Proposals()
    proposals.replace(Span(0, 1), with: "x", .safe)
    #expect(proposals.isDense)
    proposals.demote(rule: 0, below: .safe, in: text, "")
    #expect(proposals.isDense && proposals.entries.count == 1)
    proposals.rule = 1
    proposals.replace(Span(1, 2), with: "y", .likely)
    proposals.demote(rule: 1, below: .safe, in: text, "")
    #expect(!proposals.isDense && proposals.entries.count == 1 && proposals.suspects.count == 1)
    proposals.removeAll()
    #expect(proposals.isDense)
  }
}
