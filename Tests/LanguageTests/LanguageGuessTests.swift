import Testing
import TextModel

@testable import Language

@Suite struct LanguageGuessTests {
  @Test(arguments: [
    ("en", "The ferry was late again, and nobody at the pier knew why."),
    ("de", "Die Fähre kam wieder zu spät, und niemand am Hafen wusste, warum."),
    ("fr", "Le bac était encore en retard, et personne sur le quai ne savait pourquoi."),
    ("es", "El transbordador llegó tarde otra vez y nadie en el muelle sabía por qué."),
    ("it", "Il traghetto era di nuovo in ritardo e nessuno al molo sapeva il perché."),
    ("pt", "O barco atrasou mais uma vez e ninguém no cais sabia por quê, mas foi assim."),
    ("nl", "De veerboot was weer te laat en niemand op de kade wist waarom dat zo was."),
    ("pl", "Prom znowu się spóźnił i nikt na nabrzeżu nie wiedział, co się z nim stało."),
    ("ru", "Паром снова опоздал, и никто на причале не знал, что с ним случилось."),
    ("bg", "Фериботът пак закъсня и никой на кея не знаеше, че ще има буря."),
    ("el", "Το πλοίο άργησε πάλι και κανείς δεν ήξερε γιατί."),
    ("ar", "تأخرت العبارة مرة أخرى ولم يعرف أحد في الميناء ما كان السبب"),
    ("fa", "کشتی باز هم دیر کرد و کسی در بندر نمی دانست که این از چه بود"),
    ("ur", "کشتی پھر دیر سے آئی اور کسی کو نہیں معلوم تھا کہ کیا ہوا ہے"),
    ("hi", "नाव फिर से देर से आई और घाट पर किसी को नहीं पता था कि क्यों।"),
    ("ja", "船はまた遅れて、港では誰も理由を知らなかった。"),
    ("zh", "渡轮又晚点了，码头上没有人知道原因。"),
    ("ko", "배가 또 늦었고 부두에서는 아무도 이유를 몰랐다."),
    ("hy", "Նավը կրկին ուշացավ։"),
    ("am", "ጀልባው እንደገና ዘገየ።"),
    // Too little to tell: English.
    ("en", "Angela Merkel met Barack Obama in Berlin."), ("en", "Two men die at sea."),
    ("en", "Hm!"), ("en", ""), ("en", "12:30"), ("en", "Vasco de Gama"),
  ])
  func guesses(_ language: String, _ text: String) {
    #expect(LanguageGuess.language(of: Text(text)).description == language)
  }
}
