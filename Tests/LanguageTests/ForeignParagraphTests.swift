import Testing
import TextModel

@testable import Language

/// Paragraphs of other languages between English ones are told, short ones too; English ones, however garbled, are not.
@Suite struct ForeignParagraphTests {
  private static let before = "The ferry was late again, and nobody at the pier knew why the bell had not been rung."
  private static let after = "The mayor of the town said that there would be an inquiry into the affair."

  private func isForeign(_ paragraph: String) -> Bool {
    let document = Document(Self.before + "\n\n" + paragraph + "\n\n" + Self.after)
    return document.isForeign(at: Self.before.utf8.count + 2)
  }

  @Test(arguments: [
    "Il a dit : « Qui êtes-vous ? » C’était la nuit.", "«Bonjour», dit-il.", "„Guten Tag“, sagte er.",
    "»Wir warten seit Tagen«, sagte der Bürgermeister am Montag.", "”Hej”, sa hon.",
    "«Estamos muy contentos», dijo el alcalde.", "«Siamo molto contenti», ha detto il sindaco.",
    ",,Wij hebben gewacht”, zei de burgemeester.", "«Мы долго ждали», — сказал мэр в понедельник.",
  ])
  func tellsOtherLanguages(_ paragraph: String) { #expect(isForeign(paragraph)) }

  @Test(arguments: [
    "“We waited , for the the ferry ”he said to M. Dupont of «Le Monde».", "Jean-Claude Leroux, Lyon",
    "Die Welt and El País wrote about the ferry.", "Rescuers ,evacuees and soldiers waited.", "He left.",
    "The “café de la gare” is closed.", "Angela Merkel and Emmanuel Macron met in Aix-en-Provence.",
    "A man, a plan, a canal.",
  ])
  func takesEnglishForEnglish(_ paragraph: String) { #expect(!isForeign(paragraph)) }

  @Test func asksOnlyInEnglishText() {
    let document = Document(Text("Il a dit : « Qui êtes-vous ? » C’était la nuit, et il ne le savait pas."))
    #expect(!document.isForeign(at: 0))
  }

  @Test func asksAgainAfterAnEdit() {
    let document = Document(Text(Self.before + "\n\n„Guten Tag“, sagte er.\n\n" + Self.after))
    #expect(document.isForeign(at: Self.before.utf8.count + 2))
    var bytes = Array((Self.before + "\n\n" + Self.after).utf8)
    document.reset(validated: &bytes, language: .undetermined)
    #expect(!document.isForeign(at: Self.before.utf8.count + 2))
  }
}
