import Foundation
import TestSupport
import Testing

/// The trainer makes the same bytes from the same sets, and says what is wrong with its input.
@Suite struct TrainingTests {
  static let sentence =
    #"{"id":"a","text":"Ada Kay met Bo Li in Paris.","entities":["#
    + #"{"start":0,"end":7,"label":"PER"},{"start":12,"end":17,"label":"PER"},{"start":21,"end":26,"label":"LOC"}]}"#

  @Test func sameSetSameBytes() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<20).map { _ in Self.sentence }.joined(separator: "\n") + "\n"
    try Data(lines.utf8).write(to: folder.url.appendingPathComponent("set.jsonl"))
    let result = try folder.run(
      "for k in 1 2; do train-entities --train a=set.jsonl --epochs 2 --capacity 2000 --out $k.model >/dev/null; done; "
        + "cmp 1.model 2.model && head -c 7 1.model")
    #expect(result.status == 0, "\(result.errorText)")
    #expect(result.text == "CDNAME1")
  }

  @Test func aSetThatIsNotThere() throws {
    let folder = try TemporaryFolder()
    let result = try folder.run("train-entities --train a=nowhere.jsonl")
    #expect(result.status == 66)
    #expect(result.errorText == "train-entities: nowhere.jsonl: cannot be read\n")
  }
}
