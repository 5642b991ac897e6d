import Language
import Testing
import TextModel

@testable import EntityTaggers

/// The second pass: what a document's mentions say of one another.
@Suite struct SecondPassTests {
  private func names(_ text: String) -> [String] {
    let document = Document(text, language: .english)
    EntityTagging(selection: PluginSelection(only: ["names"])).annotate(document)
    return (document.mentions ?? []).map { "\(document.text.string($0.span))|\($0.label)|\($0.name)" }
  }

  @Test func anAcronymInBracketsIsItsLongForm() {
    let found = names("The Lund Institute of Physics (LIP) closed on Monday. LIP said that it had no money.")
    #expect(
      found == [
        "Lund Institute of Physics|ORG|Lund Institute of Physics", "LIP|ORG|Lund Institute of Physics",
        "LIP|ORG|Lund Institute of Physics",
      ])
  }

  @Test func aLongFormInBracketsIsItsAcronyms() {
    let found = names("The DFL (Democratic Front of Lund) lost. A spokesman for the DFL left.")
    #expect(
      found == [
        "DFL|ORG|Democratic Front of Lund", "Democratic Front of Lund|ORG|Democratic Front of Lund",
        "DFL|ORG|Democratic Front of Lund",
      ])
  }

  @Test func aPlaceBesideAVerbOfSayingIsThePersonOfThatName() {
    let found = names("Sharon Paris came to the hall on Monday. Paris announced that the road was closed.")
    #expect(found == ["Sharon Paris|PER|Sharon Paris", "Paris|PER|Sharon Paris"])
  }

  @Test func twoKnownSurnamesWithAHyphenAreTwoPersons() {
    let found = names("Sergei Lavrov met Antony Blinken in Geneva. The Lavrov-Blinken talks failed.")
    #expect(found.suffix(2) == ["Lavrov|PER|Sergei Lavrov", "Blinken|PER|Antony Blinken"])
  }

  @Test func aDoubleSurnameStaysWhole() {
    let found = names(
      "Its chief executive, Folasade Adeyemi-Cole, met analysts. Adeyemi-Cole said that prices would fall.")
    #expect(found.last == "Adeyemi-Cole|PER|Folasade Adeyemi-Cole")
  }

  @Test func aTitleIsNoPartOfAName() {
    #expect(
      names("Mayor Ada Kay met Senator Ben Moe of Ohio.").prefix(2) == ["Ada Kay|PER|Ada Kay", "Ben Moe|PER|Ben Moe"])
  }

  @Test func aCountryAndAnNAreAPeople() {
    let found = names("The Costa Rican president and the South African envoy met in Costa Rica.")
    #expect(
      found.map { $0.split(separator: "|").prefix(2).joined(separator: "|") } == [
        "Costa Rican|MISC", "South African|MISC", "Costa Rica|LOC",
      ])
  }

  @Test func lostMarksAndCapitalsAreOnePerson() {
    let found = names("José Muñoz spoke. Jose Munoz left. Munoz was tired, MUNOZ was not.")
    #expect(found.map { $0.split(separator: "|")[2] } == ["José Muñoz", "José Muñoz", "José Muñoz", "José Muñoz"])
  }

  @Test func theShortNameOfABodyIsItsFullest() {
    let found = names(
      "Meridian Cement bought a mill. Meridian Cement paid in cash. Analysts said that Meridian’s price was high.")
    #expect(found.last == "Meridian|ORG|Meridian Cement")
  }

  @Test func whatWasANameOnceIsFoundAgain() {
    let found = names("Boris Yeltsin and Ada Kay met in Oslo. There was talk of kay, of sea and of the Kay they knew.")
    #expect(found.contains("Kay|PER|Ada Kay") || found.count == 3, "\(found)")
    #expect(!found.contains { $0.hasPrefix("kay|") })
  }
}
