import Foundation
import TestSupport
import Testing

/// The workflow of `Examples/Makefile`, run as its users run it.
@Suite(.enabled(if: Tools.find("jq") != nil && Tools.find("make") != nil, "jq or make is not installed"))
struct WorkflowTests {
  private func examples() throws -> TemporaryFolder {
    try TemporaryFolder(copyOf: Tools.root.appendingPathComponent("Examples"))
  }

  @Test func makesAReportAndThenHasNothingToDo() throws {
    let folder = try examples()
    let first = try folder.run("make -s -j 4")
    #expect(first.status == 0, "\(first.errorText)")
    #expect(first.text.contains("documents: 12"), "\(first.text)")
    #expect(try folder.run("make -q -j 4").status == 0)
    let again = try folder.run("make")
    #expect(!again.text.contains("normalize"), "\(again.text)")
  }

  @Test func makesOnlyWhatIsOlderThanItsSource() throws {
    let folder = try examples()
    #expect(try folder.run("make -s").status == 0)
    let second = try folder.run("sleep 1; touch articles/obituary.txt; make | grep -o 'normalize .*'")
    #expect(
      second.text == "normalize --whole-file -o out/obituary.normal.jsonl articles/obituary.txt\n", "\(second.text)")
  }

  @Test func anInterruptedRunLeavesNothingHalf() throws {
    let folder = try examples()
    // Whenever the run is ended, what is there is what an undisturbed run makes, byte for byte.
    let script = """
      make -s OUT=whole > /dev/null
      for delay in 0.02 0.05 0.1 0.2 0.3; do
        timeout -s INT $delay make -s -j 2 > /dev/null 2>&1 || true
        for file in out/*.jsonl; do
          [[ ! -e $file ]] || cmp "$file" "whole/${file##*/}"
        done
      done
      make -s -j 2 > /dev/null
      make -q && diff -r whole out && echo same
      """
    let result = try folder.run(script)
    #expect(result.text == "same\n", "\(result.text) \(result.errorText)")
  }

  @Test func aBadDocumentEndsTheRunWithoutItsTarget() throws {
    let folder = try examples()
    let result = try folder.run("printf '\\xff\\xfe\\x80bad' > articles/bad.txt; make -s -k -j 2 2>&1; ls out")
    #expect(!result.text.contains("bad.normal.jsonl\n"), "\(result.text)")
    #expect(result.text.contains("obituary.quoted.jsonl"), "\(result.text)")
  }
}
