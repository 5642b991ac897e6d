import TestSupport
import Testing

/// Manual pages, completions and rule tables follow from the declarations; none may be stale.
@Suite struct ReferenceTests {
  @Test func nothingGeneratedIsStale() throws {
    let result = try Shell.run("generate-reference --check", in: Tools.root)
    #expect(result.status == 0, "\(result.errorText)")
  }

  @Test(.enabled(if: Tools.find("mandoc") != nil, "mandoc is not installed"))
  func manualPagesAreCleanMdoc() throws {
    let result = try Shell.run("Scripts/lint-manual", in: Tools.root)
    #expect(result.status == 0 && result.text.isEmpty, "\(result.text)")
  }
}
