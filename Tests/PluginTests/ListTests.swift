import Foundation
import TestSupport
import Testing

/// Lists given at run time: what each kind adds, and what is said of one with a mistake.
struct ListTests {
  private func run(_ tool: String, _ list: String, named name: String = "list.tsv", _ text: String) throws
    -> ShellResult
  {
    let folder = try TemporaryFolder()
    try folder.write(list, to: name)
    try folder.write("{\"text\":\"\(text)\"}\n", to: "in.jsonl")
    return try folder.run("\(tool) --plugin ./\(name) in.jsonl")
  }

  @Test func gazetteerGivesNamesAndIdentifiers() throws {
    let list = "# copydesk gazetteer 1\nBlackwater Mole\tLOC\tq:7\tthe Mole|Old Mole\n"
    let text = "They met on the Mole, not on Moleskin, and on Blackwater  Mole."
    let result = try run("tag-entities --only listed-name", list, text)
    #expect(result.status == 0)
    #expect(result.text.contains(#""text":"the Mole","name":"Blackwater Mole","ref":"q:7""#))
    #expect(result.text.contains(#""text":"Blackwater  Mole","name":"Blackwater Mole""#))
    #expect(!result.text.contains(#""text":"Mole"#))
  }

  @Test func gazetteerAsJSONLines() throws {
    let list = """
      {"copydesk":"gazetteer","version":1}
      {"name":"Quillfeather","label":"ANIMAL","ref":"z9","aliases":["Quill"]}

      """
    let result = try run("tag-entities", list, named: "list.jsonl", "Here comes Quill.")
    #expect(result.text.contains(#""label":"ANIMAL","text":"Quill","name":"Quillfeather","ref":"z9""#))
  }

  @Test func abbreviationsJoinSentences() throws {
    let text = "It is sold by Zqx. Harbour lamps at the quay."
    let plain = try run("segment -r", "# copydesk abbreviations 1\n", text)
    let listed = try run("segment -r", "# copydesk abbreviations 1\nZqx.\tnever\n", text)
    #expect(plain.text.split(separator: "\n").count == 2)
    #expect(listed.text.split(separator: "\n").count == 1)
  }

  @Test func verbsOfSayingAscribe() throws {
    let text = "“We leave at noon today,” zorbled Zoë Kay."
    let listed = try run("extract-quotes -r", "# copydesk verbs 1\nzorbled\n", text)
    #expect(listed.text == "Zoë Kay\t“We leave at noon today,”\n")
  }

  @Test func boilerplateLinesGo() throws {
    let list = "# copydesk boilerplate 1\nsubscribe to the gazette\n"
    let result = try run(
      "translate-artifact-fix -r", list, "The boats left.\\nSubscribe to the Gazette!\\nThey came back.")
    #expect(result.text == "The boats left.\nThey came back.\n")
  }

  /// Misread text is repaired before the other rules look; where it must stay as it is, they have waited for nothing.
  @Test func whatWaitsForAProtectedPassageIsDone() throws {
    let text = "Le cafÃ© est prÃªt , hy\u{AD}phen"
    let plain = try run("normalize -r", "# copydesk protect 1\n", text)
    let spared = try run("normalize -r", "# copydesk protect 1\ncafÃ©\nprÃªt\n", text)
    #expect(plain.text == "Le café est prêt , hyphen\n")
    #expect(spared.text == "Le cafÃ© est prÃªt , hyphen\n")
  }

  @Test func protectedPassagesStay() throws {
    let text = "The boats left . They came back ."
    let plain = try run("translate-artifact-fix -r", "# copydesk protect 1\n", text)
    let spared = try run("translate-artifact-fix -r", "# copydesk protect 1\nboats left .\n", text)
    #expect(plain.text == "The boats left. They came back.\n")
    #expect(spared.text == "The boats left . They came back.\n")
  }

  @Test(arguments: [
    ("# copydesk gazetteer 1\nKay\n", "list.tsv:2: a name needs a label"),
    ("# copydesk gazetteer 1\na\tb\tc\td\te\n", "list.tsv:2: 5 columns"),
    ("# copydesk novel 1\n", "list.tsv:1: no plugin file is a 'novel'"),
    ("# copydesk gazetteer 9\n", "list.tsv:1: version 9 is not known"),
    ("hello\n", "list.tsv:1: the first line must say what the file is"),
    ("", "list.tsv:1: the first line must say what the file is"),
    ("# copydesk abbreviations 1\n\nGes.\tsometimes\n", "list.tsv:3: an abbreviation 'ends' a sentence"),
    ("{\"copydesk\":\"protect\",\"version\":1}\n{\"phrase\":7}\n", "list.tsv:2: 'phrase' must be a string"),
    ("{\"copydesk\":\"protect\",\"version\":1}\n{\"phrase\":\n", "list.tsv:2: "),
  ])
  func mistakesNameFileAndLine(_ list: String, _ message: String) throws {
    let result = try run("tag-entities", list, "x")
    #expect(result.status == 65)
    #expect(result.output.isEmpty)
    #expect(result.errorText.contains(message), "\(result.errorText)")
  }
}
