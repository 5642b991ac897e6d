import Language
import Testing
import TextModel

@testable import EntityTaggers

/// Overlaps are settled by the order of the catalog, and choices are made afterwards.
@Suite struct OverlapTests {
  func mentions(
    _ text: String, selection: PluginSelection = PluginSelection(), labels: Set<String>? = nil, score: Double = 0
  ) -> [String] {
    let document = Document(text, language: .english)
    EntityTagging(selection: selection, labels: labels, minimumScore: score).annotate(document)
    return (document.mentions ?? []).map { "\(document.text.string($0.span))|\($0.label)" }
  }

  let text = "On the 4th of July, 30 percent wrote to desk@example.org."

  @Test func anEarlierTaggerWins() {
    #expect(mentions(text) == ["4th of July|DATE", "30 percent|PERCENT", "desk@example.org|EMAIL"])
  }

  @Test func labelsChooseFromTheSettledMentions() {
    #expect(mentions(text, labels: ["ORDINAL"]) == [])
    #expect(mentions(text, labels: ["EMAIL"]) == ["desk@example.org|EMAIL"])
  }

  @Test func aTaggerThatIsOffClaimsNothing() {
    #expect(mentions(text, selection: PluginSelection(only: ["ordinal"])) == ["4th|ORDINAL"])
  }

  @Test func aScoreIsAThreshold() {
    #expect(mentions(text, score: 0.93) == ["30 percent|PERCENT", "desk@example.org|EMAIL"])
  }

  @Test func programsSpeakThroughATaggerOfTheCatalog() {
    #expect(EntityCatalog.taggers.contains { $0.id == Suggestions.tagger })
  }

  @Test func emptyTextHasNoMentions() {
    #expect(mentions("") == [])
  }
}
