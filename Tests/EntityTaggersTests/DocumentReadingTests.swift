import Language
import Testing
import TextModel

@testable import EntityTaggers

/// One document, one reading.
@Suite struct DocumentReadingTests {
  func mentions(_ text: String) -> [Mention] {
    let document = Document(text, language: .english)
    EntityTagging(selection: PluginSelection(only: ["names"])).annotate(document)
    return document.mentions ?? []
  }

  func names(_ text: String) -> [String] {
    let document = Text(text)
    return mentions(text).map { "\(document.string($0.span))|\($0.label)|\($0.name)" }
  }

  @Test func aSurnameTakesTheFullName() {
    let found = names("Olena Tarasenko spoke in Paris. Tarasenko said no.\nMrs. Tarasenko left.")
    #expect(found.filter { $0.hasPrefix("Tarasenko|PER|Olena Tarasenko") }.count == 2)
  }

  @Test func spellingsThatDriftAreOnePerson() {
    let found = names("Sergei Morozov spoke to reporters in Minsk. Sergey Morozov left for Paris.")
    #expect(found.contains("Sergey Morozov|PER|Sergei Morozov"))
  }

  @Test func aCountryTakesItsLongestName() {
    let found = names("Officials of the United States met in Paris. The U.S. has said so. The U. S. agreed.")
    #expect(found.contains("U.S.|LOC|United States"))
    #expect(found.contains("U. S.|LOC|United States"))
  }

  @Test func compoundsOfCountriesAreTwoPlaces() {
    let found = names("Trade between China and Japan fell. The China-Japan talks failed.")
    #expect(found.filter { $0 == "China|LOC|China" }.count == 2)
    #expect(found.filter { $0 == "Japan|LOC|Japan" }.count == 2)
  }

  @Test func mentionsAreSortedAndApart() {
    let found = mentions(
      String(repeating: "Kay Young of the Kay Institute (KI) met U.S. and China-Japan envoys. ", count: 40))
    for (a, b) in zip(found, found.dropFirst()) { #expect(a.span.end <= b.span.start) }
    #expect(found.allSatisfy { $0.score >= 0 && $0.score <= 1 && !$0.name.isEmpty })
  }

  /// Texts that were built to hurt: no fault, and time that grows with the length alone.
  @Test(arguments: [
    "A", ".", "-", "(", "A.", "A ", "@", "1", "1-", "$", "É", "Kay ", "U. S. ", "\n", "’s", "www.", "://",
  ])
  func hostileTexts(piece: String) {
    _ = mentions(String(repeating: piece, count: 20_000))
    let document = Document(String(repeating: piece, count: 20_000), language: .english)
    EntityTagging(selection: PluginSelection()).annotate(document)
    #expect(document.mentions != nil)
  }
}
