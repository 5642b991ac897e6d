import Foundation
import TestSupport
import Testing

/// The plugins in Plugins/Examples, each doing what its README says.
struct ExampleTests {
  private let folder = Tools.root.appendingPathComponent("Plugins/Examples")

  @Test(arguments: ["house-style.jsonl", "french-newspaper.jsonl"])
  func packsHoldTheirExamples(_ file: String) throws {
    let result = try Shell.run("normalize --test-plugin ./\(file)", in: folder)
    #expect(result.status == 0, "\(result.errorText)")
    #expect(result.text.hasSuffix("all as they say\n"))
  }

  @Test func gazetteerGivesIdentifiers() throws {
    let result = try Shell.run(
      "echo '{\"text\":\"The PAK waits.\"}' | tag-entities --plugin ./harbour-names.tsv", in: folder)
    #expect(result.text.contains(#""text":"PAK","name":"Port Authority of Kaymouth","ref":"kay:2""#))
  }

  @Test(.enabled(if: Tools.find("jq") != nil)) func shellProgram() throws {
    let result = try Shell.run(
      "echo '{\"text\":\"STOP THAT.\"}' | normalize -r --plugin 'exec:bash lowercase-shouting.sh'", in: folder)
    #expect(result.text == "Stop that.\n")
    #expect(try Shell.run("normalize --test-plugin 'exec:bash lowercase-shouting.sh'", in: folder).status == 0)
  }

  @Test(.enabled(if: Tools.find("cc") != nil)) func programInC() throws {
    let result = try Shell.run(
      """
      d=$(mktemp -d) && cc -O2 -Wall -Werror -o $d/double-space double-space.c &&
      normalize --test-plugin exec:$d/double-space >&2 &&
      echo '{"text":"a  b \\u00e9  c"}' | normalize -r --plugin exec:$d/double-space --only double-space; rm -r $d
      """, in: folder)
    #expect(result.status == 0, "\(result.errorText)")
    #expect(result.text == "a b é c\n")
  }

  /// Needs spaCy and a model, which are not installed for the tests: set COPYDESK_TEST_SPACY=1 and SPACY_MODEL.
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["COPYDESK_TEST_SPACY"] != nil,
      "spaCy is not asked for: COPYDESK_TEST_SPACY=1"))
  func programInPython() throws {
    let result = try Shell.run(
      "echo '{\"text\":\"Angela Merkel met Barack Obama in Berlin.\"}' | tag-entities --plugin 'exec:python3 spacy_tagger.py'",
      in: folder, environment: ProcessInfo.processInfo.environment)
    #expect(result.status == 0, "\(result.errorText)")
    #expect(result.text.contains(#""by":"spacy-names""#))
  }
}
