import Testing
import TextModel

@testable import Language

@Suite struct PhraseSetTests {
  /// Marks are no part of the word that they stand beside, wherever in Unicode they are; letters are.
  @Test(arguments: [
    ("“the the.”", true), ("the the—no", true), ("«the the»", true), ("\u{A0}the the\u{A0}", true), ("éthe the", false),
    ("the theй", false), ("the thea", false), ("ªthe the", false),
  ])
  func wordsEndAtMarks(_ text: String, isFound: Bool) {
    var set = PhraseSet(ignoresCase: true)
    set.insert(Array("the the".utf8)[...], 0)
    var found: [Span] = []
    set.matches(in: Text(text)) { span, _ in found.append(span) }
    #expect(found.isEmpty != isFound, "\(text)")
  }
}
