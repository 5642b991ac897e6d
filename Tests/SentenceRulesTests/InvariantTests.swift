import Language
import Testing
import TextModel

@testable import SentenceRules

@Suite struct InvariantTests {
  @Test func emptyTextHasNoSentences() {
    let document = Document("")
    Segmentation(selection: PluginSelection(), newlines: .auto).annotate(document)
    #expect(document.sentences == [])
  }
}
