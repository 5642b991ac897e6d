import Language
import Testing
import TextModel

@Suite struct ProposalsTests {
  /// What a doubt took back, and what lost, leaves no gap among the replacements that a script takes over; the order of the rules is
  /// not that of the text.
  @Test func aScriptTakesThemInTheOrderOfTheText() {
    let text = Text("abcdef")
    var proposals = Proposals()
    proposals.rule = 0
    proposals.replace(Span(4, 5), with: "EE", .safe)
    proposals.replace(Span(5, 6), with: "lost", .safe)
    proposals.rule = 1
    proposals.replace(Span(2, 3), with: "doubted", .likely)
    proposals.replace(Span(2, 3), with: "C", .safe)
    proposals.demote(rule: 1, below: .safe, in: text, "")
    proposals.rule = 2
    proposals.replace(Span(0, 1), with: "AAA", .likely)
    #expect(proposals.suspects.map(\.suggestion) == ["doubted"])
    // The winners, in the order of the text, by their places.
    proposals.keep([3, 2, 0])
    var script = EditScript(authors: ["a", "b", "c"])
    proposals.give(to: &script)
    script.seal(over: text.utf8)
    #expect(String(decoding: script.applied(to: text.utf8), as: UTF8.self) == "AAAbCdEEf")
    #expect(script.entries.map { script.author(of: $0) } == ["c", "b", "a"])
    #expect(script.entries.map(\.confidence) == [.likely, .safe, .safe])
  }

  @Test func suspectsComeInTheOrderOfTheText() {
    var list = SuspectList()
    let all = [
      Suspect(span: Span(4, 6), label: "x", suggestion: "été", reason: "r", by: "b"),
      Suspect(span: Span(4, 6), label: "y", reason: "q", by: "a"),
      Suspect(span: Span(1, 2), label: "x", suggestion: "z", reason: "r", by: "c"),
    ]
    for suspect in all { list.append(suspect) }
    #expect(Array(list) == all)
    list.sort()
    #expect(Array(list) == [all[2], all[1], all[0]])
    list.removeAll()
    #expect(list.isEmpty)
  }
}
