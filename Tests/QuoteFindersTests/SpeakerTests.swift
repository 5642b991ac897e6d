import Language
import QuoteFinders
import Testing
import TextModel

/// The speakers of a text's quotations, in order; names come from `names`, wherever they stand in the text.
private func speakers(_ text: String, names: [String: String] = [:], _ language: LanguageTag = .english) -> [String] {
  let document = Document(text, language: language)
  var mentions: [Mention] = []
  for (name, label) in names {
    let bytes = Array(name.utf8)
    for start in 0..<document.text.count where document.text.has(bytes, at: start) {
      mentions.append(Mention(span: Span(start, start + bytes.count), label: label, by: "test"))
    }
  }
  // The longest of those that begin at one place stands.
  mentions.sort { $0.span.start != $1.span.start ? $0.span.start < $1.span.start : $0.span.end > $1.span.end }
  var kept: [Mention] = []
  for mention in mentions where mention.span.start >= kept.last?.span.end ?? 0 { kept.append(mention) }
  if !names.isEmpty { document.mentions = kept }
  QuoteFinding(selection: PluginSelection()).annotate(document)
  return (document.quotations ?? []).map(\.speaker)
}

@Suite struct SpeakerTests {
  @Test func aSurnameIsTheFullName() {
    let names = ["Zoë Kay": "PER", "Kay": "PER", "Lund": "LOC"]
    #expect(speakers("Zoë Kay came to Lund. “It is late,” Kay said.", names: names) == ["Zoë Kay"])
  }

  @Test func aPronounIsTheSubjectBefore() {
    let names = ["Zoë Kay": "PER", "Ann Moe": "PER"]
    #expect(
      speakers("On Monday, Zoë Kay met her colleague, Ann Moe. “It is late,” she said.", names: names) == ["Zoë Kay"])
  }

  @Test func aDescriptionIsWhoBoreItBefore() {
    let names = ["Zoë Kay": "PER", "Ann Moe": "PER", "Swedish": "MISC"]
    let text = "Swedish President Zoë Kay met Ann Moe. The Swedish leader praised the “open road.”"
    #expect(speakers(text, names: names) == ["Zoë Kay"])
    #expect(speakers("Zoë Kay, the mayor, left. “It is late,” the mayor said.", names: names) == ["Zoë Kay"])
  }

  @Test(arguments: [
    ("“It is late,” a spokesman for the ministry told reporters.", "a spokesman for the ministry"),
    ("“It is late,” said officials in Lund.", "officials in Lund"),
    ("“It is late,” Rep. Zoë Kay (D-Wis.) said.", "Zoë Kay"),
    ("“It is late,” the paper quoted Zoë Kay as saying.", "Zoë Kay"),
    ("“It is late,” Zoë Kay was quoted by the paper as saying.", "Zoë Kay"),
    ("The ministry said the two officials agreed to “keep the road open.”", "The ministry"),
    ("Zoë Kay, who was named mayor in May, told the town she would “keep the road open.”", "Zoë Kay"),
    ("Zoë Kay was in Lund, saying that “the road is open.”", "Zoë Kay"),
  ])
  func findsTheSpeaker(_ text: String, _ expected: String) {
    #expect(speakers(text) == [expected])
  }

  @Test(arguments: [
    ("„Es ist spät“, sagte der Bürgermeister.", "der Bürgermeister", LanguageTag("de")),
    ("« Il est tard », a déclaré le maire.", "le maire", LanguageTag("fr")),
    ("« Il est tard », déclare Zoë Kay.", "Zoë Kay", LanguageTag("fr")),
  ])
  func findsTheSpeakerInOtherLanguages(_ text: String, _ expected: String, _ language: LanguageTag?) {
    #expect(speakers(text, language ?? .english) == [expected])
  }

  @Test func aPronounIsWhoSpokeUnderADescription() {
    let text = "The prime minister said he had “a job to finish”. “I do not walk away,” he said."
    #expect(speakers(text) == ["The prime minister", "The prime minister"])
  }

  @Test func aPronounIsNobodyOfTheOtherSex() {
    let names = ["Peter Lund": "PER", "Ivy Moe": "PER", "Mrs Ash": "PER", "Ash": "PER"]
    let text = "Ivy Moe met Peter Lund. Peter Lund paid. “It is late,” she said. “It is,” he said."
    #expect(speakers(text, names: names) == ["Ivy Moe", "Peter Lund"])
    #expect(
      speakers("Mrs Ash met Peter Lund. He paid. “It is late,” she said.", names: ["Ash": "PER", "Peter Lund": "PER"])
        == ["Ash"])
    #expect(speakers("Peter Lund paid. “It is late,” she said.", names: names) == ["she"])
  }

  @Test func aSonIsWhoWasCalledSo() {
    let text = "Her death was told by her son, Peter Lund. The counting, her son said, goes on: “It is late.”"
    #expect(speakers(text, names: ["Peter Lund": "PER"]) == ["Peter Lund"])
    let belongs = "“It is late,” said Dr. Zoë Kay of the Trust for Birds."
    #expect(speakers(belongs, names: ["Zoë Kay": "PER", "Trust for Birds": "ORG"]) == ["Zoë Kay"])
  }

  @Test func whoeverIsSaidToHaveLeftDidNotSayIt() {
    let names = ["Kay Lund": "PER", "Ivo Moe": "PER"]
    let text = "The clerk, Ivo Moe, came in. He said Kay Lund had left. “It is late,” he said."
    #expect(speakers(text, names: names) == ["Ivo Moe"])
  }

  @Test(arguments: [
    "One judge, the crime writer Zoë Kay, wrote that it was “a fine thing to read”.",
    "The clerk who voted no, Zoë Kay, wrote that it was “a fine thing to read”.",
    "Ash’s opposite number, Zoë Kay, called it “a fine thing to read”.",
    "One, the green Zoë Kay, called it “a fine thing to read”.",
    "A question came from the floor, from Zoë Kay, who called it “a fine thing to read”.",
    "For Zoë Kay, mayor of the town, “the patience of the town is at an end”.",
    "It was, as Zoë Kay put it, “a fine thing to read”.",
    "It was, in Zoë Kay’s words, “a fine thing to read”.",
  ])
  func findsTheNameThatAnAppositionGives(_ text: String) {
    #expect(speakers(text, names: ["Zoë Kay": "PER", "Ash": "PER"]) == ["Zoë Kay"])
  }

  @Test(arguments: [
    ("A mediator appointed by Gov. Zoë Kay described the two sides as “a paper’s width apart.”", "A mediator"),
    ("The company in charge of the works, for its part, speaks of “geological difficulties”.", "The company"),
    ("Gov. Zoë Kay came. The governor, speaking in Lund, said she was “confident, but not sleeping.”", "Zoë Kay"),
    ("Her colleague, Sen. Zoë Kay of Utah, said she would miss the “candor.”", "Zoë Kay"),
    (
      "In a letter to the president, Zoë Kay wrote no. “He did a great job,” the president told reporters.",
      "the president"
    ),
    ("“The mountain has always been there”, says ironically Zoë Kay, owner of the bar.", "Zoë Kay"),
    ("Zoë Kay came at the end of a day that she defines “surreal”.", "Zoë Kay"),
  ])
  func looksForTheHeadOfThePhrase(_ text: String, _ expected: String) {
    #expect(speakers(text, names: ["Zoë Kay": "PER"]) == [expected])
  }

  @Test func anIndefiniteOpeningIsWhomTheReportNames() {
    let text =
      "LUND (AP) — A mayor on Tuesday called the dam “near its end.”\n\nIn a letter, Mayor Zoë Kay wrote that it “may not hold.”"
    #expect(speakers(text, names: ["Zoë Kay": "PER", "LUND": "LOC"]) == ["Zoë Kay", "Zoë Kay"])
  }

  @Test(arguments: [
    ("A clerk who was not named said the mayor had been told that the dam was “near its end.”", "A clerk"),
    ("The plan was described by the mayor as “a slow funeral.”", "the mayor"),
    ("The ministry, which paid with a grant of $4.8 million, called it “a good start.”", "The ministry"),
    (
      "According to court documents, the state had planned to keep it for “no less than seven years.”",
      "court documents"
    ),
  ])
  func looksPastPassivesAndNumbers(_ text: String, _ expected: String) {
    #expect(speakers(text) == [expected])
  }

  @Test func aSurnameIsTheFullNameWithoutAnyLayer() {
    let text = "Die Ministerin Karin Vogt kam. „Es ist spät“, sagte Vogt."
    #expect(speakers(text, LanguageTag("de")) == ["Karin Vogt"])
  }

  @Test func paragraphsTakeTurnsInADialogueOnly() {
    let dialogue = "“Is it late?” asked Ann Moe.\n\n“It is,” said Zoë Kay.\n\n“Then go.”"
    #expect(speakers(dialogue) == ["Ann Moe", "Zoë Kay", "Ann Moe"])
    let report = "“It is late,” said Ann Moe.\n\n“It is,” said Zoë Kay.\n\n“We will go.”"
    #expect(speakers(report) == ["Ann Moe", "Zoë Kay", "Zoë Kay"])
  }

  @Test func goesOnAndAnswers() {
    let text = "“Is it late?” asked Ann Moe. “It is,” said Zoë Kay. “Go home.” “Not yet.”"
    #expect(speakers(text) == ["Ann Moe", "Zoë Kay", "Zoë Kay", "Ann Moe"])
  }
}
