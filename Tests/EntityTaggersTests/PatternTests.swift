import Language
import Testing
import TextModel

@testable import EntityTaggers

/// What the pattern taggers find and what they leave alone: brackets stand around what is to be found.
@Suite struct PatternTests {
  /// The text with brackets around the mentions of one label.
  private func marked(_ text: String, _ label: String) -> String {
    let plain = text.replacing("[", with: "").replacing("]", with: "")
    let document = Document(plain, language: .english)
    EntityTagging(selection: PluginSelection(), labels: [label]).annotate(document)
    var out: [UInt8] = []
    var at = 0
    for mention in document.mentions ?? [] {
      out += document.utf8[at..<mention.span.start]
      out += "[".utf8
      out += document.utf8[mention.span.range]
      out += "]".utf8
      at = mention.span.end
    }
    out += document.utf8[at...]
    return String(decoding: out, as: UTF8.self)
  }

  @Test(arguments: [
    "The fair opens on [14 May 2021].", "She was born on [May 14, 1961], in Oslo.", "They met in [March 1998].",
    "It rained on [Tuesday].", "The vote is set for [Sunday, 3 June].", "He left in [1987].",
    "The bill passed on [2021-05-14].",
    "It was filed on [5/14/2021].", "The talks begin [next week].", "Prices fell [last year].",
    "Nobody came [yesterday].",
    "The dam was built in the [1950s].", "It was fashionable in the [early 1990s].", "They left on the [4th of July].",
    "The law dates from the [19th century].", "He died on [Sept. 3, 1944].", "It closed for [three weeks].",
    "The strike began on [Monday], the union said.",
    "An ’80-strong crew.", "You may leave.", "They march on.", "Call 2021 now, or 555-1987.", "Room 1984 is upstairs.",
    "He was second to none.", "The score was 5-14.", "We had sun and sat in it.", "An august body met.",
    "She weighs 60 kg.",
    "Section 3/4 of the report.",
  ])
  func dates(_ text: String) { #expect(marked(text, "DATE") == text) }

  @Test(arguments: [
    "It begins at [7 p.m.] sharp.", "Doors open at [19:30].", "He rose at [5 a.m.] and left.",
    "The train leaves at [6:45 am].",
    "We met at [noon].", "It fell silent at [midnight].", "She called at [3 o'clock].", "They slept until [10:05 PM].",
    "The alarm rang at [04:12:33].", "Lunch is at [12.30pm].", "It is [9:00 a.m. EST] there.",
    "They came at [half past six].",
    "The ship sails at [five o’clock].", "By [8pm] all were gone.", "Between [9 am] and [5 pm] it is open.",
    "The score was 3:2.", "The odds are 16:1 now.", "The ratio is 4:1.", "I am here.", "A pm was named.",
    "He has 7 cars.",
    "Add 19.30 euros.", "They won 3:0 at home.", "The 10:1 odds held.", "It took five.",
  ])
  func times(_ text: String) { #expect(marked(text, "TIME") == text) }

  @Test(arguments: [
    "It cost [$5].", "He paid [$1,200.50] for it.", "A loan of [$5 million] was made.", "The fine was [€200].",
    "She owes [200 euros].",
    "They raised [£3.5bn].", "It is worth [US$40,000].", "A ticket is [50 cents].",
    "The budget is [30 billion dollars].",
    "It sold for [¥12,000].", "He earned [Rs 500] a day.", "A debt of [1.2 trillion yen] remains.",
    "They gave [CHF 900].",
    "It fell to [99 pence].", "The deal is worth [$2.1 billion].", "They asked for [five million dollars].",
    "The dollar fell.", "He has $ signs in his eyes.", "5 million people came.", "The pound was strong.",
    "A euro zone.",
    "He ran 40,000 steps.", "The set $x is empty.", "Cents and sense.", "Room 500 is free.", "Euro 2020 was late.",
  ])
  func money(_ text: String) { #expect(marked(text, "MONEY") == text) }

  @Test(arguments: [
    "It rose [5%].", "It fell by [3.2 percent].", "Some [40 per cent] left.", "A rise of [0.5 %] was seen.",
    "[Ten percent] agreed.",
    "Growth was [1.2%].", "It gained [12 percentage points].", "Over [99.9%] were safe.", "They hold a [51%] stake.",
    "Between [5%] and [10%] fail.",
    "Taxes of [twenty per cent] apply.", "Only [1 percent] came.", "The rate was [7.25 percent].", "Sales grew [150%].",
    "Nearly [0.5 percent] was lost.",
    "A large percentage left.", "The percentile is high.", "He got 5 points.", "100 people came.", "A %20 sign.",
    "Fifty-fifty.",
    "He is a one percenter.", "Percent is a word.", "Nine out of ten.", "The % sign", "It is 3.2 now.",
  ])
  func percents(_ text: String) { #expect(marked(text, "PERCENT") == text) }

  @Test(arguments: [
    "It weighs [5 kg].", "They walked [12 miles].", "A wall of [3.5 metres] stood.", "He drove [100 kilometers].",
    "It covers [40,000 hectares].",
    "A storm of [90 mph] came.", "It holds [2 litres].", "She is [6 feet] tall.", "Some [300 tons] were lost.",
    "It was [30 degrees Celsius].",
    "A [10-inch] pipe burst.", "It makes [5 megawatts].", "Add [200 g] of flour.", "They used [50 gallons].",
    "The road is [7 km] long.",
    "He has 5 cars.", "Two people came.", "A foot hurts.", "Miles Davis played.", "Grams and litres.",
    "It rose 5 points.",
    "The meter runs.", "3 men left.", "He has feet and hands.", "Room 5 m left.",
  ])
  func quantities(_ text: String) { #expect(marked(text, "QUANTITY") == text) }

  @Test(arguments: [
    "He came [first].", "She was [second] in line.", "The [third] man fled.", "On its [21st] birthday it closed.",
    "The [100th] visitor won.",
    "He finished [2nd].", "Their [fourth] child was born.", "The [twenty-fifth] attempt failed.",
    "It was the [tenth] strike.", "The [ninth] floor burned.",
    "A [1st] edition sold.", "The [13th] district voted.", "In the [sixth] round he fell.", "The [32nd] state joined.",
    "Their [hundredth] game.",
    "One came.", "He seconded it.", "The thirds were cut.", "A 5 star hotel.", "It lasted 30 seconds.",
    "Two thirds left.",
    "St. John came.", "The nth time.", "He sat on 4 chairs.", "Tenths of it.",
  ])
  func ordinals(_ text: String) { #expect(marked(text, "ORDINAL") == text) }

  @Test(arguments: [
    "See [https://example.org].", "Read [http://example.org/a/b?c=d#e] now.", "Go to [www.example.org].",
    "At [example.com] it is.",
    "([https://example.org/a_(b)])", "Look: [ftp://files.example.net/x].", "On [bbc.co.uk/news], it said.",
    "The site [news.example.org] is down.",
    "[https://example.org/a,b;c]; then more.", "“[www.example.org]” is a site.", "Visit [example.de/über].",
    "[HTTPS://EXAMPLE.ORG] is loud.",
    "<[https://example.org/path]>", "[http://127.0.0.1:8080/x] is local.", "See [example.org/page.html], please.",
    "[https://sub.sub2.example.info/x.y.z].",
    "It ended.Then it began.", "e.g. this", "3.5 is a number.", "Mr.Smith came.", "a/b testing",
    "The file x.py is here.", "U.S.A. today",
    "No. 5.Go.", "www is old.", "http is a word.", "and/or",
  ])
  func addresses(_ text: String) { #expect(marked(text, "URL") == text) }

  @Test(arguments: [
    "Write to [kay@example.org].", "Mail [first.last@example.co.uk], please.", "([kay+news@example.org])",
    "[kay_moe@sub.example.org]:",
    "Ask [kay-moe@example.com]!", "<[kay@example.net]>", "[KAY@EXAMPLE.ORG] is loud.",
    "[k1@example.io]; [k2@example.io]", "“[kay@example.org]”",
    "E-mail: [info@example.de].", "[a.b.c@example.org]", "[kay@example-site.org]", "mailto:[kay@example.org]",
    "[kay%x@example.org]", "[kay@mail.example.museum]",
    "@kay said so.", "kay@ is not one.", "Meet @ noon.", "a@b", "5 @ 3 dollars", "kay@example", "@example.org",
    "kay at example.org dot", "k@@example",
    "me@.org",
  ])
  func mailAddresses(_ text: String) { #expect(marked(text, "EMAIL") == text) }
}
