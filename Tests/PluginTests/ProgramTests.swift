import Foundation
import TestSupport
import Testing

/// Programs as plugins: what a good one does, and how each kind of misbehaviour ends.
struct ProgramTests {
  private static let hello = #"{"copydesk":"program","version":1,"kind":"edits","id":"p"}"#

  /// Runs normalize with a program in bash over three records.
  private func run(_ script: String, _ arguments: String = "", records: Int = 3) throws -> ShellResult {
    let folder = try TemporaryFolder()
    try folder.write("read -r hello\n" + script, to: "p.sh")
    try folder.write((1...records).map { "{\"text\":\"text \($0)\"}\n" }.joined(), to: "in.jsonl")
    return try folder.run("normalize --plugin 'exec:bash p.sh' --plugin-timeout 2 \(arguments) in.jsonl", seconds: 60)
  }

  /// A program that answers every question with its number, by sed.
  private static let good = "echo '\(hello)'; exec sed -u 's/^\\({\"n\":[0-9]*\\).*/\\1}/'"

  @Test func aProgramThatDoesNothingChangesNothing() throws {
    let result = try run(Self.good, "--no-edits")
    #expect(result.status == 0)
    #expect(result.text == "{\"text\":\"text 1\"}\n{\"text\":\"text 2\"}\n{\"text\":\"text 3\"}\n")
  }

  @Test func editsAreMadeToldAndInOrderWithTwoThreads() throws {
    let edit =
      "echo '\(Self.hello)'; exec sed -u 's/^\\({\"n\":[0-9]*\\).*/\\1,\"edits\":[{\"start\":0,\"end\":4,\"now\":\"Word\"}]}/'"
    let one = try run(edit, records: 5000)
    let two = try run(edit, "-j 2", records: 5000)
    #expect(one.status == 0)
    #expect(
      one.text.hasPrefix(
        "{\"text\":\"Word 1\",\"edits\":[{\"start\":0,\"end\":4,\"was\":\"text\",\"now\":\"Word\",\"by\":\"p\",\"confidence\":\"likely\"}"
      ))
    #expect(one.output == two.output)
  }

  @Test(arguments: [
    ("exit 3", "exit status 3|ended after 0 of 1 answers"),
    (
      "echo '{\"copydesk\":\"program\",\"version\":7,\"kind\":\"edits\",\"id\":\"p\"}'; cat >/dev/null",
      "speaks version 7"
    ),
    ("echo nonsense; cat >/dev/null", "its hello is not a JSON object"),
    ("echo '\(hello)'; read -r q; echo going >&2; exit 9", "last words: going"),
    ("echo '\(hello)'; sleep 60", "has not moved for 2 s|does not end when its input does"),
    ("echo '\(hello)'; while read -r q; do echo '{\"n\":0}'; done", "something else than question 1"),
    ("echo '\(hello)'; while read -r q; do echo 'no json'; done", "something else than question 0"),
    (
      "echo '\(hello)'; while read -r q; do echo \"${q%%,*}}\"; echo '{\"n\":99}'; done",
      "something else|before it was asked|more than it was asked"
    ),
    (
      "echo '\(hello)'; while read -r q; do echo \"${q%%,*},\\\"edits\\\":[{\\\"start\\\":0,\\\"end\\\":99,\\\"now\\\":\\\"\\\"}]}\"; done",
      "points outside the text"
    ),
    (
      "echo '\(hello)'; while read -r q; do echo \"${q%%,*},\\\"edits\\\":[{\\\"start\\\":-1,\\\"end\\\":1,\\\"now\\\":\\\"\\\"}]}\"; done",
      "points outside the text"
    ),
    ("echo '\(hello)'; while read -r q; do echo \"${q%%,*}}\"; done; exit 4", "ended with exit status 4"),
    ("echo '\(hello)'; exec <&-; sleep 60", "stopped reading|has not moved|does not end"),
    ("echo '\(hello)'; read -r q; echo -n \"${q%%,*\"; sleep 60", "has not moved for 2 s|ended after|exit status"),
  ])
  func misbehaviourEndsTheRun(_ script: String, _ expected: String) throws {
    let result = try run(script)
    #expect(result.status == 69, "\(result.errorText)")
    #expect(expected.split(separator: "|").contains { result.errorText.contains($0) }, "\(result.errorText)")
  }

  @Test func skippingGoesOnWithANewProcess() throws {
    // Dies at the second record of its life, whatever it is.
    let script =
      "echo '\(Self.hello)'; read -r q && echo \"${q%%,*}}\"; read -r q && { [[ $q == *'text 2'* ]] && exit 1; echo \"${q%%,*}}\"; }; exec sed -u 's/^\\({\"n\":[0-9]*\\).*/\\1}/'"
    let folder = try TemporaryFolder()
    try folder.write("read -r hello\n" + script, to: "p.sh")
    try folder.write((1...4).map { "{\"text\":\"text \($0)\"}\n" }.joined(), to: "in.jsonl")
    let result = try folder.run(
      "normalize --no-edits --plugin 'exec:bash p.sh' --plugin-timeout 5 --on-error skip --rejects bad.jsonl in.jsonl")
    #expect(result.status == 0, "\(result.errorText)")
    #expect(result.text == "{\"text\":\"text 1\"}\n{\"text\":\"text 3\"}\n{\"text\":\"text 4\"}\n")
    #expect(try folder.read("bad.jsonl") == "{\"text\":\"text 2\"}\n")
    #expect(try folder.read("bad.jsonl.why").contains("ended after"))
  }

  @Test func aFloodOnStandardErrorBlocksNobody() throws {
    let script =
      "echo '\(Self.hello)'; while read -r q; do head -c 300000 /dev/zero | tr '\\0' 'x' >&2; echo >&2; echo \"${q%%,*}}\"; done"
    let result = try run(script, "--no-edits")
    #expect(result.status == 0)
    #expect(result.text.split(separator: "\n").count == 3)
    #expect(result.errorText.contains("normalize: plugin p: xxx"))
  }

  @Test func answersInHalvesAreWholeAnswers() throws {
    let script = "echo '\(Self.hello)'; while read -r q; do printf '%s' \"${q%%,*}\"; sleep 0.1; echo '}'; done"
    #expect(try run(script, "--no-edits").status == 0)
  }

  @Test func oneThatForksAndLeavesIsNotWaitedFor() throws {
    let script = "echo '\(Self.hello)'; while read -r q; do echo \"${q%%,*}}\"; done; sleep 30 & exit 0"
    let result = try run(script, "--no-edits")
    #expect(result.status == 0, "\(result.errorText)")
  }

  @Test func anAnswerOfAGigabyteMeetsALimit() throws {
    let script =
      "echo '\(Self.hello)'; read -r q || exit 0; echo -n \"${q%%,*},\\\"x\\\":\\\"\"; head -c 1000000000 /dev/zero | tr '\\0' 'x'; sleep 5"
    let result = try run(script, records: 1)
    #expect(result.status == 69)
    #expect(result.errorText.contains("an answer is longer than"))
  }

  @Test func noShellReadsTheCommand() throws {
    let folder = try TemporaryFolder()
    try folder.write("{\"text\":\"x\"}\n", to: "in.jsonl")
    let result = try folder.run("normalize --plugin 'exec:bash p.sh; touch broken' in.jsonl; ls")
    #expect(!result.text.contains("broken"))
    #expect(try folder.run("normalize --plugin 'exec:' in.jsonl").status == 64)
    #expect(try folder.run("normalize --plugin 'exec:no-such-program-here' in.jsonl").status == 69)
    #expect(try folder.run("normalize --plugin \"exec:bash 'open\" in.jsonl").status == 64)
  }

  @Test func hostileRecordsNameBreaches() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "read -r h; echo '\(Self.hello)'; while read -r q; do echo \"${q%%,*},\\\"edits\\\":[{\\\"start\\\":0,\\\"end\\\":1,\\\"now\\\":\\\"\\\"}]}\"; done",
      to: "p.sh")
    let result = try folder.run("normalize --test-plugin 'exec:bash p.sh'")
    #expect(result.status == 69)
    #expect(result.errorText.contains("an empty text: plugin p points outside the text"))
  }

  @Test func aProgramThatFindsNamesIsListedAndChosen() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      read -r h; echo '{"copydesk":"program","version":1,"kind":"spans","id":"first-word","summary":"First words."}'
      exec sed -u 's/^\\({"n":[0-9]*\\).*/\\1,"spans":[{"start":0,"end":3,"label":"WORD"}]}/'
      """, to: "p.sh")
    try folder.write("{\"text\":\"Zoë waits until 3 May 2021.\"}\n", to: "in.jsonl")
    let program = "tag-entities --plugin 'exec:bash p.sh'"
    #expect(try folder.run("\(program) --list").text.contains("first-word\tfix\tany\tFirst words."))
    let all = try folder.run("\(program) in.jsonl")
    #expect(all.text.contains(#"{"start":0,"end":3,"label":"WORD","text":"Zoë""#))
    #expect(all.text.contains(#""label":"DATE","text":"3 May 2021""#))
    let alone = try folder.run("\(program) --only first-word in.jsonl")
    #expect(alone.text.contains(#""by":"first-word""#))
    #expect(!alone.text.contains("DATE"))
    #expect(!(try folder.run("\(program) --skip first-word in.jsonl")).text.contains("WORD"))
  }
}
