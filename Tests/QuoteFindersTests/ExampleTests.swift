import Language
import QuoteFinders
import Testing
import TextModel

/// What the whole catalog finds in a text, in the notation of the examples.
private func marked(_ text: String, _ language: LanguageTag = .english) -> String {
  let document = Document(text, language: language)
  QuoteFinding(selection: PluginSelection()).annotate(document)
  var out: [UInt8] = []
  var at = 0
  for quotation in document.quotations ?? [] where quotation.span.start >= at {
    out += document.utf8[at..<quotation.span.start]
    out += "[".utf8
    out += document.utf8[quotation.span.range]
    out += "|\(quotation.speaker)]".utf8
    at = quotation.span.end
  }
  out += document.utf8[at...]
  return String(decoding: out, as: UTF8.self)
}

@Suite struct QuoteExampleTests {
  @Test(arguments: QuoteCatalog.finders.flatMap { finder in finder.examples.map { (finder.id, $0) } })
  func finds(_ id: String, _ example: QuoteExample) {
    #expect(marked(example.text, example.language) == example.marked)
  }

  @Test func tellsOfNestedQuotationsWhenAsked() {
    let text = "“Kay told us, ‘It is late,’ and left the room,” said Ash."
    let plain = Document(text, language: .english)
    QuoteFinding(selection: PluginSelection()).annotate(plain)
    #expect(plain.quotations?.map(\.speaker) == ["Ash"])
    let asked = Document(text, language: .english)
    QuoteFinding(selection: PluginSelection(modes: ["nested-quotation": .fix])).annotate(asked)
    let found = asked.quotations ?? []
    #expect(found.map(\.speaker) == ["Ash", "Kay"])
    #expect(found.last.map { String(decoding: asked.text[$0.span], as: UTF8.self) } == "‘It is late,’")
  }

  @Test(arguments: ["fr", "en"] as [LanguageTag])
  func listsWithDashesAreNoDialogue(_ language: LanguageTag) {
    let document = Document("Il faut :\n— du pain,\n— du vin.", language: language)
    QuoteFinding(selection: PluginSelection()).annotate(document)
    #expect(document.quotations?.isEmpty == true)
  }

  @Test func idsAreUnique() {
    let ids = QuoteCatalog.finders.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: [
    "Le maire a dit : « Il est tard. » Puis il est parti.", "„Es ist spät“, sagte der Bürgermeister.",
    "»Es ist spät«, sagte Zoë Kay.", "”Det är sent”, sade Zoë Kay.", "‘It’s late,’ said Zoë Kay. ‘Go “home”, all.’",
  ])
  func findsInOtherCustoms(_ text: String) {
    let document = Document(text)
    QuoteFinding(selection: PluginSelection()).annotate(document)
    #expect((document.quotations?.count ?? 0) >= 1)
  }

  /// A closing mark inside a word put the end of the last word behind that of the quotation.
  @Test func aMarkInsideAWordEndsAQuotation() {
    let bytes: [UInt8] = [
      0xDB, 0xB6, 0x20, 0x27, 0xDB, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xB6, 0x20, 0x27, 0x47, 0x27, 0xDB,
      0xB6, 0x20, 0x27, 0x47, 0x23, 0x23, 0x23,
    ]
    let document = Document(String(decoding: bytes, as: UTF8.self))
    QuoteFinding(selection: PluginSelection(), kinds: Set(Quotation.Kind.allCases)).annotate(document)
    #expect(document.quotations?.isEmpty == false)
  }

  @Test(arguments: [
    "\"", "“", "'", "“ ”", "\"a", "\n\"", "”“", "“a,” said ", "''", "«»", "Kay said “", ", \"", "\u{301}\"a",
  ])
  func copesWithNothingButMarks(_ piece: String) {
    let document = Document(String(repeating: piece, count: 2000))
    QuoteFinding(selection: PluginSelection(), kinds: Set(Quotation.Kind.allCases)).annotate(document)
    for quotation in document.quotations ?? [] {
      #expect(quotation.span.end <= document.text.count)
      #expect(document.text.isBoundary(quotation.span.start) && document.text.isBoundary(quotation.span.end))
    }
  }
}
