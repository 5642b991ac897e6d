import Language
import Testing
import TextModel

@testable import EntityTaggers

/// What a tagger's own examples say is what it does.
@Suite struct ExampleTests {
  @Test(arguments: EntityCatalog.taggers.map(\.id))
  func taggerFindsWhatItsExamplesMark(id: String) throws {
    let tagger = try #require(EntityCatalog.taggers.first { $0.id == id })
    #expect(!tagger.examples.isEmpty)
    for example in tagger.examples {
      var found: [Mention] = []
      tagger.tag(Document(example.text, language: .english), &found)
      let text = Text(example.text)
      #expect(
        found.map { "\(text.string($0.span))|\($0.label)" }
          == example.mentions.map { "\(text.string($0.span))|\($0.label)" },
        "\(example.marked)")
      #expect(found.allSatisfy { tagger.labels.contains($0.label) && $0.by == tagger.id })
    }
  }

  @Test func idsAreUnique() {
    #expect(Set(EntityCatalog.taggers.map(\.id)).count == EntityCatalog.taggers.count)
  }
}
