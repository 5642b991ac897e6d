import Foundation
import TestSupport
import Testing

/// Rule packs: their edits, their examples, what is said of one with a mistake.
struct RulePackTests {
  private static let header = "{\"copydesk\":\"rules\",\"version\":1}\n"

  private func run(_ pack: String, _ arguments: String, _ input: String = "") throws -> ShellResult {
    let folder = try TemporaryFolder()
    try folder.write(Self.header + pack, to: "pack.jsonl")
    try folder.write(input, to: "in.jsonl")
    return try folder.run("normalize --plugin ./pack.jsonl \(arguments) in.jsonl")
  }

  @Test func editsAreToldAndUndone() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Self.header + "{\"id\":\"swap\",\"pattern\":\"(\\\\w+)-(?<last>\\\\w+)\",\"replacement\":\"${last}$$$1\"}\n",
      to: "pack.jsonl")
    try folder.write("{\"text\":\"😀 left-right é\"}\n", to: "in.jsonl")
    let there = try folder.run("normalize --plugin ./pack.jsonl -r in.jsonl")
    #expect(there.text == "😀 right$left é\n")
    let back = try folder.run("normalize --plugin ./pack.jsonl in.jsonl | normalize --undo -r")
    #expect(back.text == "😀 left-right é\n")
  }

  @Test func conditionsHold() throws {
    let pack = """
      {"id":"outside","pattern":"blue","replacement":"red","conditions":["outside-quotations"]}
      {"id":"start","pattern":"one","replacement":"two","conditions":["line-start"]}
      {"id":"flagged","pattern":"green","label":"colour","reason":"too green","suggestion":"$0ish"}

      """
    let result = try run(pack, "", "{\"text\":\"one one blue “blue” green\\none\"}\n")
    #expect(result.text.contains(#""text":"two one red “blue” green\ntwo""#))
    #expect(
      result.text.contains(
        #""label":"colour","text":"green","suggestion":"greenish","reason":"too green","by":"flagged""#))
  }

  @Test func rulesOfAPackAreChosenLikeOthers() throws {
    let pack = "{\"id\":\"blue\",\"summary\":\"Red for blue.\",\"pattern\":\"blue\",\"replacement\":\"red\"}\n"
    let line = "{\"text\":\"blue\"}\n"
    #expect(try run(pack, "--skip blue -r", line).text == "blue\n")
    #expect(try run(pack, "--only blue -r", line).text == "red\n")
    #expect(try run(pack, "--set blue=flag", line).text.contains(#""suggestion":"red""#))
    #expect(try run(pack, "--list", line).text.contains("blue\tfix\tany\tRed for blue."))
    #expect(try run(pack, "--explain blue", line).text.contains("Pattern: `blue`"))
  }

  @Test func backtrackingWithoutEndIsTold() throws {
    let pack = "{\"id\":\"evil\",\"pattern\":\"(a+)+$\",\"replacement\":\"b\"}\n"
    let line = "{\"text\":\"" + String(repeating: "a", count: 60) + "!\"}\n"
    let failed = try run(pack, "", line)
    #expect(failed.status == 69)
    #expect(failed.errorText.contains("in.jsonl:1: rule 'evil'"))
    let skipped = try run(pack, "--on-error skip -r", line + "{\"text\":\"fine\"}\n")
    #expect(skipped.status == 0)
    #expect(skipped.text == "fine\n")
    #expect(skipped.errorText.contains("1 bad record skipped"))
  }

  @Test func emptyMatchesEnd() throws {
    let result = try run("{\"id\":\"dots\",\"pattern\":\"x*\",\"replacement\":\"-\"}\n", "-r", "{\"text\":\"éxb\"}\n")
    #expect(result.status == 0)
    // It would go on for ever, so nothing comes of it.
    #expect(result.text == "éxb\n")
  }

  @Test func textsThatDoNotComeToRestAreGivenBack() throws {
    let pack = "{\"id\":\"last\",\"pattern\":\"(?m)x$\",\"replacement\":\"\"}\n"
    let long = String(repeating: "x", count: 12)
    let line = "{\"text\":\"axxx\\né\(long)\\nb\(long)\\nbx\"}\n"
    let folder = try TemporaryFolder()
    try folder.write(Self.header + pack, to: "pack.jsonl")
    try folder.write(line, to: "in.jsonl")
    let once = try folder.run("normalize --plugin ./pack.jsonl --only last -r in.jsonl")
    #expect(once.text == "axxx\né\(long)\nb\(long)\nbx\n")
    let twice = try folder.run(
      "normalize --plugin ./pack.jsonl --only last in.jsonl | normalize --plugin ./pack.jsonl --only last -r")
    #expect(twice.text == once.text)
    let back = try folder.run("normalize --plugin ./pack.jsonl --only last in.jsonl | normalize --undo -r")
    #expect(back.text == "axxx\né\(long)\nb\(long)\nbx\n")
  }

  @Test(arguments: [
    ("{\"id\":\"a\",\"pattern\":\"(\",\"replacement\":\"\"}", "pack.jsonl:2: rule 'a': the pattern is wrong at byte 2"),
    ("{\"id\":\"a\",\"pattern\":\"x\",\"replacement\":\"$1\"}", "names group '1', which the pattern has not"),
    ("{\"id\":\"A b\",\"pattern\":\"x\",\"replacement\":\"\"}", "a rule needs an 'id' of lower-case letters"),
    ("{\"id\":\"a\",\"pattern\":\"x\"}", "needs a 'replacement', or a 'label'"),
    ("{\"id\":\"a\",\"pattern\":\"x\",\"replacement\":\"\",\"colour\":1}", "no rule has a member 'colour'"),
    ("{\"id\":\"a\",\"pattern\":\"x\",\"replacement\":\"\",\"conditions\":[\"at-night\"]}", "no condition 'at-night'"),
    ("{\"id\":\"a\",\"pattern\":\"x\",\"replacement\":\"\",\"confidence\":\"sure\"}", "'confidence' is safe or likely"),
    ("{\"id\":\"a\",\"pattern\":\"x\",\"replacement\":\"\"", "pack.jsonl:2:"),
    (
      "{\"id\":\"a\",\"pattern\":\"x\",\"replacement\":\"\"}\n{\"id\":\"a\",\"pattern\":\"y\",\"replacement\":\"\"}",
      "pack.jsonl:3: a second rule 'a'"
    ),
  ])
  func mistakesNameFileLineAndRule(_ pack: String, _ message: String) throws {
    let result = try run(pack + "\n", "")
    #expect(result.status == 65)
    #expect(result.errorText.contains(message), "\(result.errorText)")
  }

  @Test func failingExamplesAreNamed() throws {
    let pack =
      "{\"id\":\"a\",\"pattern\":\"x\",\"replacement\":\"xx\",\"fixes\":[[\"x\",\"xx\"]],\"leaves_alone\":[\"x\"]}\n"
    let folder = try TemporaryFolder()
    try folder.write(Self.header + pack, to: "pack.jsonl")
    let result = try folder.run("normalize --test-plugin ./pack.jsonl")
    #expect(result.status == 65)
    #expect(result.errorText.contains("./pack.jsonl:2: rule 'a': 'x' should stay, and becomes"))
  }

  @Test func onlyRewritersTakePacks() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.header, to: "pack.jsonl")
    #expect(try folder.run("echo '{\"text\":\"x\"}' | segment --plugin ./pack.jsonl").status == 64)
  }

  @Test func bareNamesAreNeverFilesHere() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.header + "{\"id\":\"a\",\"pattern\":\"x\",\"replacement\":\"y\"}\n", to: "pack.jsonl")
    let here = try folder.run("echo '{\"text\":\"x\"}' | normalize -r --plugin pack.jsonl")
    #expect(here.status == 66)
    #expect(here.errorText.contains("write ./pack.jsonl"))
    let found = try folder.run(
      "echo '{\"text\":\"x\"}' | normalize -r --plugin pack", environment: ["COPYDESK_PLUGIN_PATH": folder.url.path])
    #expect(found.text == "y\n")
    let home = try folder.run(
      "mkdir -p d/copydesk/plugins && mv pack.jsonl d/copydesk/plugins && echo '{\"text\":\"x\"}' | XDG_DATA_HOME=$PWD/d normalize -r --plugin pack"
    )
    #expect(home.text == "y\n")
  }
}
