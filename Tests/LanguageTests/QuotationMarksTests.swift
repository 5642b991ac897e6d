import Language
import Testing
import TextModel

/// The text with each mark replaced by what it acts as: `<` opener, `>` closer, `~` reopener, `*` apostrophe, `^` prime,
/// `#` stray; a `?` follows a mark that lacks its partner.
private func reading(_ string: String) -> String {
  let document = Document(string)
  var out: [UInt8] = []
  var at = 0
  for mark in document.quotationMarks.marks {
    out += document.utf8[at..<mark.start]
    let sign: String
    switch mark.role {
    case .opener: sign = "<"
    case .closer: sign = ">"
    case .reopener: sign = "~"
    case .apostrophe: sign = "*"
    case .prime: sign = "^"
    case .stray: sign = "#"
    }
    out += sign.utf8
    if mark.lacksPartner { out += "?".utf8 }
    at = mark.span.end
  }
  out += document.utf8[at...]
  return String(decoding: out, as: UTF8.self)
}

private func cost(_ string: String) -> Int { Document(string).quotationMarks.paragraphs.map(\.cost).reduce(0, +) }

@Suite struct QuotationMarksTests {
  @Test(arguments: [
    ("“Go home,” said Zoë. “It is late.”", "<Go home,> said Zoë. <It is late.>"),
    ("\"Go home,\" said Zoë. \"It is late.\"", "<Go home,> said Zoë. <It is late.>"),
    ("‘Go home,’ said Zoë. ‘It’s “late”, they say.’", "<Go home,> said Zoë. <It’s <late>, they say.>"),
    ("„Geh heim“, sagte Zoë. „Es ist spät.“", "<Geh heim>, sagte Zoë. <Es ist spät.>"),
    ("»Geh heim«, sagte Zoë. »Es ist spät«, «Nein».", "<Geh heim>, sagte Zoë. <Es ist spät>, <Nein>."),
    ("« Rentre », dit Zoë. « Il est tard. »", "< Rentre >, dit Zoë. < Il est tard. >"),
    ("”Gå hem”, sade Zoë. ”Det är sent.”", "<Gå hem>, sade Zoë. <Det är sent.>"),
    ("“One.\n\n“Two.\n\n“Three,” she said.", "<One.\n\n~Two.\n\n~Three,> she said."),
    ("the girls’ shoes of the ’90s and rock ’n’ roll", "the girls* shoes of the *90s and rock *n* roll"),
    ("a board of 6'2\" by 12\" and 5' more", "a board of 6^2^ by 12^ and 5^ more"),
    ("He’s “the ‘real’ one”, they say.", "He’s <the <real> one>, they say."),
    ("“She said, ‘No.’” He left.", "<She said, <No.>> He left."),
    ("print(\"a\", 'b')", "print(<a>, <b>)"),
  ])
  func readsCleanText(_ text: String, _ expected: String) {
    #expect(reading(text) == expected)
    #expect(cost(text) < 30)
  }

  @Test(arguments: [
    ("The plan is “good. “", "The plan is <good. >"),
    ("A bond ” without end “ and more.", "A bond < without end > and more."),
    ("“We came,“ he said. “We saw.“", "<We came,> he said. <We saw.>"),
    ("It was “a joke.”. “ she wrote. “Again.”", "It was <a joke.>. # she wrote. <Again.>"),
    ("Back to “free trade”he said and “growth”.", "Back to <free trade>he said and <growth>."),
    ("They spoke “with one voice», he said.", "They spoke <with one voice>, he said."),
    ("“It began in May. “It ended in June,” the mayor said.", "<It began in May. ~It ended in June,> the mayor said."),
    ("We met. the rest is history,” she said.", "We met. the rest is history,>? she said."),
    ("“We met in the rain, she said.", "<?We met in the rain, she said."),
    ("don\"t do “this”", "don*t do <this>"),
  ])
  func readsDamagedText(_ text: String, _ expected: String) {
    #expect(reading(text) == expected)
  }

  @Test func tellsWhereALostSideStood() {
    let document = Document("We met. the rest is history,” she said.\n\n“We met in the rain.\n\nThe end.")
    let missing = document.quotationMarks.missing
    #expect(missing.count == 2)
    #expect(
      missing.first.map { document.text.string(Span($0.offset, document.text.count)).hasPrefix("the rest") } == true)
    #expect(missing.last.map { document.text.string(Span(0, $0.offset)).hasSuffix("rain.") } == true)
  }

  @Test func staysOpenOverParagraphs() {
    let found = Document("“One.\n\n“Two,” he said.").quotationMarks.paragraphs
    #expect(found.map(\.staysOpen) == [true, false])
    #expect(found.map(\.entersOpen) == [false, true])
  }

  @Test(arguments: ["\"", "“", "'", "“ ”", "\"\n", "’ ”", "«»", ",,", "`", "''", "“\n\n", ".”"])
  func copesWithNothingButMarks(_ piece: String) {
    let text = String(repeating: piece, count: 3000)
    let found = Document(text).quotationMarks
    for mark in found.marks where mark.partner >= 0 { #expect(Int(mark.partner) < found.marks.count) }
  }
}
