import Foundation
import Testing

@testable import ArtifactRules

/// Lines that sites write round their articles against lines of articles that look like them, both written for the purpose.
@Suite struct PageLineTests {
  private static let before = [
    "Old bridge falls in the north",
    "The the bridge over the river fell with with the storm on Monday night after three days of rain, and nobody was hurt, the mayor said.",
    "It was built in 1951 and had stood through many floods. The engineers had looked at it in May and found nothing wrong with it at all.",
  ]
  private static let behind = [
    "A new one will be built for two million euros, he added. The town has the money, and the state will give the rest of it next year.",
    "The road to the north is closed until Friday. Buses go round by the old mill, which takes forty minutes more than it did before.",
  ]

  /// The rules that take out lines.
  private static let rules = ArtifactCatalog.rules.filter {
    [
      "comment-form", "share-block", "page-navigation", "call-to-follow", "inline-teaser", "page-footer", "advert-line",
      "photo-credit", "stray-headline",
    ].contains($0.id)
  }

  private static func lines(_ kind: String) throws -> [String] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Samples/page-lines.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix(kind + "\t") }.map { String($0.dropFirst(kind.utf8.count + 1)) }
  }

  /// The share of the lines that go, each alone in a damaged article.
  private static func share(_ kind: String, atEnd: Bool) throws -> Double {
    let lines = try lines(kind)
    let gone = lines.count { line in
      let parts = atEnd ? before + behind + [line] : before + [line] + behind
      let text = RuleRun.repaired(parts.joined(separator: "\n\n"), by: rules)
      return !text.split(separator: "\n").contains(Substring(line))
    }
    return Double(gone) / Double(lines.count)
  }

  @Test(arguments: [false, true]) func mostLinesOfPagesGo(_ atEnd: Bool) throws {
    #expect(try Self.share("page", atEnd: atEnd) >= 0.82)
    #expect(try Self.share("page-2", atEnd: atEnd) >= 0.70)
  }

  @Test(arguments: [false, true]) func nearlyAllLinesOfArticlesStay(_ atEnd: Bool) throws {
    #expect(try Self.share("article", atEnd: atEnd) <= 0.08)
    #expect(try Self.share("article-2", atEnd: atEnd) <= 0.06)
  }

  /// The same lines in an article without damage.
  @Test func nothingGoesFromACleanArticle() throws {
    for line in try Self.lines("article") + Self.lines("article-2") {
      let parts = ["Old bridge falls in the north", Self.before[2], line, Self.behind[0], Self.behind[1]]
      let text = parts.joined(separator: "\n\n")
      let kept = RuleRun.repaired(text, by: Self.rules).split(separator: "\n")
      #expect(kept.contains(Substring(line)), "\(line)")
    }
  }

  /// What an article may end with stays, if a comment form stands below it.
  @Test(arguments: [
    "Squad: Felber; Roth, Marsh; Keller, Klein", "Referee: Anna Roth. Spectators: 3,400", "Jo Felber, Lyon",
    "Contact: the town hall, telephone 04 56 78 90 12", "2 eggs and a pinch of salt", "A long way to go",
    "“The Bridge,” Tuesday, 8:15 p.m., Channel Four", "Source: Harbor Daily", "Better a detour than a disaster",
  ]) func anArticlesLastLineStaysAboveAForm(_ line: String) {
    let parts = Self.before + Self.behind + [line, "Leave a Reply"]
    #expect(RuleRun.repaired(parts.joined(separator: "\n\n"), by: Self.rules).hasSuffix(line))
  }

  /// Nobody reads on behind a comment form.
  @Test(arguments: [
    "Felber", "Opinion of the reader", "Photographers wanted for evening courses in Alexandria.",
    "You may use these HTML tags and attributes: <a href=\"\" title=\"\"> <b> <blockquote cite=\"\"> <cite> <code>",
    "Sailors unload purple furniture, and trumpets sound from seven balconies above crowded markets.",
  ]) func nothingOfAnArticleStandsBehindAForm(_ line: String) {
    let parts = Self.before + Self.behind
    let text = (parts + ["Leave a Reply", line]).joined(separator: "\n\n")
    let kept = RuleRun.repaired(text, by: Self.rules)
    #expect(kept.hasSuffix(Self.behind[1]), "\(kept.suffix(200))")
  }

  /// What has a word of the article stays.
  @Test func aParagraphBehindAFormStays() {
    let last = "The mayor said that the bridge over the river will be built again, and the road will be open."
    let text = (Self.before + Self.behind + ["Leave a Reply", last]).joined(separator: "\n\n")
    #expect(RuleRun.repaired(text, by: Self.rules).hasSuffix(last))
  }

  @Test(arguments: [
    "Share this: Twitter\n\nFacebook", "breaking news © Copyright Tree Press", "Source of news",
    "Read more:\n\nCouncil votes for a new road\n\nCouncil plans to move the mill: member",
    "Leave a Reply\n\nSource: korr\n\nRead also:", "Daily Bridge » Region »", "Comments",
    "[Copyright ⓒ Daily Bridge. Unauthorized reproduction and redistribution prohibited]",
  ]) func aFootGoes(_ foot: String) {
    let text = (Self.before + Self.behind).joined(separator: "\n\n")
    #expect(RuleRun.repaired(text + "\n\n" + foot, by: Self.rules).hasSuffix(Self.behind[1]))
  }

  /// One label above a damaged article is enough, if a title stands there too.
  @Test(arguments: ["Login / Register", "Advertising", "an hour ago", "Region", "By Anna Roth"]) func aHeadGoes(
    _ line: String
  ) {
    let article = (Self.before + Self.behind).joined(separator: "\n\n")
    let text = RuleRun.repaired(line + "\n\n" + article, by: ArtifactCatalog.rules)
    #expect(text.hasPrefix("Old bridge falls in the north"), "\(text.prefix(60))")
  }

  /// A label alone is the title.
  @Test(arguments: ["Comments", "Region", "Video"]) func theOnlyTitleStays(_ line: String) {
    let text = ([line] + Self.before.dropFirst() + Self.behind).joined(separator: "\n\n")
    #expect(RuleRun.repaired(text, by: ArtifactCatalog.rules).hasPrefix(line))
  }

  /// Buttons of any language that lost their spaces, and names of programs, which are written so.
  @Test func rowsOfGluedButtons() {
    for (line, goes) in [
      ("FacebookTwitterGmail", true), ("TeilenFacebook", true), ("CopyLinkEmailPrint", true),
      ("PinterestGoogle+", true),
      ("CopyHandler", false), ("NewYork", false), ("EmailAddressOfTheMayor", false), ("McDonald", false),
    ] {
      let text = (Self.before + [line] + Self.behind).joined(separator: "\n\n")
      let isGone = !RuleRun.repaired(text, by: Self.rules).split(separator: "\n").contains(Substring(line))
      #expect(isGone == goes, "\(line)")
    }
  }
}
