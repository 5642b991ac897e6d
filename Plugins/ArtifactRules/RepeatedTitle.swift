import Language
import TextModel

/// Deletes a title that stands once more above the article.
///
/// Themes print the title in the page’s head and again over the text, often with the site’s name (`Bridge falls – Daily Bridge`).
/// One stays, the one without the name; so does the first of two in other words, `Coach Felber after cup disaster: “We are people”`.  So goes a summary that is cut short above
/// the paragraph that begins with it.  A line that comes again among verses or in a list is no title: prose must follow.
public struct RepeatedTitle: RewriteRule {
  public init() {}
  public let id = "repeated-title"
  public let trigger: ByteClasses? = .lineFeed

  private static let body =
    "The bridge over the river fell into the water on Monday night after a storm of three days, and nobody was hurt, the mayor said."

  public let fixes = [
    RewriteExample(
      "Old bridge falls in Lyon\n\nOld bridge falls in Lyon\n\n" + body, "Old bridge falls in Lyon\n\n" + body),
    RewriteExample(
      "Old bridge in Lyon falls We lost it\n\nOld bridge in Lyon falls: “We lost it for good”\n\n" + body,
      "Old bridge in Lyon falls: “We lost it for good”\n\n" + body),
    RewriteExample(
      "Old bridge falls in Lyon | Daily Bridge\n\nOld bridge falls in Lyon\n\n" + body,
      "Old bridge falls in Lyon\n\n" + body),
    RewriteExample(
      "Old bridge falls in Épinal: ‘We lost it’\n\nOld bridge falls in Epinal: 'We lost it'\n\n" + body,
      "Old bridge falls in Épinal: ‘We lost it’\n\n" + body),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nLocal - Old bridge falls in Lyon after storm\n\n" + body,
      "Old bridge falls in Lyon after storm\n\n" + body),
    RewriteExample(
      "Coach Felber comments after the cup disaster\n\nCoach Felber after cup disaster: “We are people”\n\n" + body,
      "Coach Felber comments after the cup disaster\n\n" + body),
    RewriteExample(
      "Benefits of any oil for hair in the winter season\n\nBenefits of any oil for hair in winter season\n\n" + body,
      "Benefits of any oil for hair in the winter season\n\n" + body),
    RewriteExample(
      "Old bridge in Lyon falls after storm\n\nOld bridge in Lyon falls after storm: " + body,
      "Old bridge in Lyon falls after storm\n\n" + body),
    RewriteExample(
      "Old bridge falls\n\nThe bridge over the river fell into the water on Monday night after a storm of three days, and …\n\n"
        + body,
      "Old bridge falls\n\n" + body),
    RewriteExample(
      "On Monday night, the old bridge over the river fell into the water after a storm of three days. Nobody was hurt, the mayor said. It was built in 19\n\nOn Monday night the bridge over the the river fell into the water after a storm of three days.\n\nNobody was hurt, the mayor said with with a sigh. It was built in 1951 and had stood through many floods.",
      "On Monday night the bridge over the the river fell into the water after a storm of three days.\n\nNobody was hurt, the mayor said with with a sigh. It was built in 1951 and had stood through many floods."
    ),
    RewriteExample(
      "HomeRegionOld bridge falls in Lyon...\n\nOld bridge falls in Lyon after storm\n\n" + body,
      "Old bridge falls in Lyon after storm\n\n" + body),
  ]
  public let leavesAlone = [
    "Coach Felber comments after the cup disaster\n\nCoach Felber after cup disaster in the north of the land\n\n"
      + body,
    "Old bridge in Lyon falls after storm\n\nOld bridge in Lyon falls after storm, and the mayor, who had warned of it for three years, says that nobody was hurt.",
    "Oh the bridge has fallen down\nOh the bridge has fallen down\nFallen in the water", "Bridge\n\nBridge\n\n" + body,
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    proposeRunIn(document, &proposals)
    proposeExcerpt(document, &proposals)
    proposeCutLead(document, &proposals)
    guard let block = TitleBlock(document) else { return }
    ResidueDeletion.delete(block.copy, document, &proposals)
    // `Before the match against Lyon`: what set off the second of two titles.
    if block.copy == block.title + 2, document.paragraphs[block.title + 1].count <= 64, document.mayBearPage,
      PageResidue.isHeadline(document.text, document.paragraphs[block.title + 1])
    {
      ResidueDeletion.delete(block.title + 1, document, &proposals)
    }
  }

  /// `Old bridge falls in Lyon: On Monday night …` under that title: a summary of the page runs into the first paragraph.
  private func proposeRunIn(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let lines = document.paragraphs
    guard lines.count > 1, TitleBlock.isTitle(text, lines[0]), lines[0].count >= 32,
      TitleBlock.words(text, lines[0]) >= 5
    else { return }
    let title = lines[0]
    for line in lines.dropFirst().prefix(3) where line.count >= title.count + 60 {
      let end = line.start + title.count
      guard text[Span(line.start, end)].elementsEqual(text[title]) else { continue }
      for sign in [": ", " - ", " – ", " — ", " | "] as [StaticString] where text.has(sign, at: end) {
        let start = end + sign.utf8CodeUnitCount
        guard text.isCapital(start) || text.has("“", at: start) || text.has("\"", at: start) else { continue }
        proposals.delete(Span(line.start, start), .likely)
      }
    }
  }

  /// A paragraph that is cut short with dots above the one that begins with its words: the summary of the page.
  private func proposeExcerpt(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let lines = document.paragraphs.prefix(9)
    for (index, line) in lines.enumerated() where line.count >= 80 && isCutShort(text, line) {
      let start = text[Span(line.start, line.start + 60)]
      for other in lines.dropFirst(index + 1) where other.count >= line.count - 16 && other.count >= 60 {
        guard text[Span(other.start, other.start + 60)].elementsEqual(start) else { continue }
        ResidueDeletion.delete(index, document, &proposals)
        return
      }
    }
  }

  /// `… in the morning of t`: a summary that was cut by its length, above the paragraphs of which it was made, in nearly the same words; or
  /// a whole one above the paragraph that says it word by word, and more.
  private func proposeCutLead(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let lines = document.paragraphs
    for index in 0..<max(0, min(4, lines.count - 2)) where (100...600).contains(lines[index].count) {
      let isCut =
        text.isLower(lines[index].end - 1) || text.isDigit(lines[index].end - 1)
        || text[lines[index].end - 1] == UInt8(ascii: ",")
      guard isCut || endsSentence(text, lines[index]), lines[index + 1].count >= 80,
        endsSentence(text, lines[index + 1]), document.isDamaged
      else { continue }
      let summary = document.words[document.wordRange(in: lines[index])]
      let end = isCut ? min(index + 3, lines.count - 1) : index + 1
      let range = document.wordRange(in: Span(lines[index + 1].start, lines[end].end))
      var at = range.lowerBound
      var same = 0
      // In order, with no more than a few words between.
      for word in summary {
        guard let found = (at..<min(at + 8, range.upperBound)).first(where: { document.words[$0].hash == word.hash })
        else { continue }
        same += 1
        at = found + 1
      }
      // A whole summary must be the next paragraph’s own words, a cut one may have lost some.
      guard summary.count >= 16, same * 100 >= summary.count * (isCut ? 80 : 92) else { continue }
      ResidueDeletion.delete(index, document, &proposals)
      return
    }
  }

  private func endsSentence(_ text: Text, _ line: Span) -> Bool {
    let last = text.scalar(before: line.end)
    return last == "." || last == "”" || last == "!" || last == "?" || last == "\""
  }

  /// `…`, `...`, `[…]` behind a word.
  private func isCutShort(_ text: Text, _ line: Span) -> Bool {
    var end = line.end
    if text[end - 1] == UInt8(ascii: "]") { end -= 1 }
    return text.has("…", at: end - 3) || text.has("...", at: end - 3)
  }
}
