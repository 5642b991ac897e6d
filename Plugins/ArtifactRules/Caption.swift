import Language
import TextModel

/// Deletes the caption of a picture that did not come along.
///
/// A line of its own that ends in whose the picture is: `The bridge on Monday. Photo: Jo Felber/AFP`, `Jo Felber/Getty Images`,
/// `The bridge (archive image)`, `© Jo Felber` and the line above it. What stands before the credit describes what the reader does not see.
/// A name and an agency are believed between paragraphs of any text; the rest where other lines, or damage in the text, show that the
/// page came along.
public struct Caption: RewriteRule {
  public init() {}
  public let id = "caption"
  public let languages: LanguageScope = .only([.english])
  public let trigger: ByteClasses? = .lineFeed

  private static let first = "The the bridge fell with with the storm, and nobody was hurt.\n\n"
  private static let second = "A new one will be built next year, and the town has the money."

  private static let third =
    "A new one will be built next year, and the town has the money for it, said the mayor in the evening."
  private static let long =
    "The the bridge over the river fell with with the storm on Monday night after three days of rain, and nobody was hurt."

  public let fixes = [
    RewriteExample(first + "The bridge on Monday. Photo: Jo Felber / dpa\n\n" + second, first + second),
    RewriteExample(first + "Jo Felber/Getty Images for Bridges\n\n" + second, first + second),
    RewriteExample(first + "The mayor opens the bridge (archive image)\n\n© Jo Felber\n\n" + second, first + second),
    RewriteExample(first + "List of rubrics: © Jo Felber/dpa\n\n" + second, first + second),
    RewriteExample(first + "The old bridge in May. Image source: Tree Pictures\n\n" + second, first + second),
    RewriteExample(first + "Jo Felber, this Tuesday in Lyon. EFE\n\n" + second, first + second),
    RewriteExample(
      first
        + "Twenty tons of steel fell into the water on that night, and an old truck with two men in it.\n\nVideo.\n\n"
        + second,
      first + "Twenty tons of steel fell into the water on that night, and an old truck with two men in it.\n\n"
        + second),
    RewriteExample(
      first
        + "The mayor opens the new bridge over the river in Lyon\nThe mayor opens the new bridge over the river in Lyon on Monday\n\n"
        + second, first + second),
    RewriteExample(first + "The mayor opens the new bridgeImage: picture-alliance/dpa\n\n" + second, first + second),
    RewriteExample(first + "The mayor opens the new bridge | AFP\n\n" + second, first + second),
    RewriteExample(first + "Anna Roth (Yonhap)\n\n" + second, first + second),
    RewriteExample(first + "File photo of the old bridge\n\n" + second, first + second),
    RewriteExample(first + "The mayor opens the new bridge. (AP Photo/Jo Felber)\n\n" + second, first + second),
    RewriteExample(first + "Photo by Jo Felber on Unsplash\n\n" + second, first + second),
    RewriteExample(first + "The bridge on Monday. – JO FELBER / TREE\n\n" + second, first + second),
    RewriteExample(first + "The mayor on the bridge (©Tree/ Town of Lyon)\n\n" + second, first + second),
    RewriteExample(first + "The mayor on the bridge. Photo: Instagram @mayor.of.lyon\n\n" + second, first + second),
    RewriteExample(first + "Image caption,\n\nThe mayor had the bridge built in 1951\n\n" + second, first + second),
    RewriteExample(
      first + "Klaus Roth, secretary of the town, speaks at a press conference in the town hall\n\n" + third,
      first + third),
    RewriteExample(first + "The mayor of Lyon, during a council meeting in March\n\n" + third, first + third),
    RewriteExample(first + "The mayor of Lyon at the old bridge. - SIPO\n\n" + third, first + third),
    RewriteExample(first + "The mayor of Lyon opens the old bridge in May. Yonhan\n\n" + third, first + third),
    RewriteExample(first + "© instagram.com/mayor.of.lyon\n\n" + second, first + second),
    RewriteExample(
      third + "\n\nNew Bridge Opens: The Mayor of Lyon Cuts the Ribbon\n\n" + long
        + "\n\nNew Bridge Opens: The Mayor of Lyon Cuts the Ribbon\n\n" + third + "\n\n" + long,
      third + "\n\n" + long + "\n\n" + third + "\n\n" + long),
    RewriteExample(
      "Old bridge falls in Lyon after storm\n\nJo Felber and Anna Roth\n\nThe the bridge over the river fell with with the storm on Monday night after three days of rain, and nobody was hurt, he said.\n\n"
        + second,
      "Old bridge falls in Lyon after storm\n\nThe the bridge over the river fell with with the storm on Monday night after three days of rain, and nobody was hurt, he said.\n\n"
        + second
    ),
  ]
  public let leavesAlone = [
    "The bridge fell.\n\nThe bridge (archive image)\n\nNobody was hurt.",
    first + second + "\n\nIn the",
    first + "The mayor opens the bridge. (AFP)",
    first + "Archive photos show the bridge as it was before the storm\n\n" + second,
    first + "The mayor looked at one more photo: the bridge in May.\n\n" + second,
    first + "The mayor of Lyon, in the end, was left alone\n\n" + third,
    first + "Jo Felber speaks at the bridge\n\n" + third,
    first + "Jo Felber holds that the bridge was old and that nobody looked at it\n\n" + third,
    first + "He works for Getty Images and for Reuters.\n\n" + second,
    first + "Jo Felber and Anna Roth\n\n" + second,
    first + "The mayor wrote to @mayor.of.lyon\n\n" + second,
    first + "It is a matter of old and new – Lyon and/or Paris\n\n" + second,
    first + "The mayor joined the crew of the ship in 1951, served in the U.S. NAVY\n\n" + second,
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let lines = document.paragraphs
    guard lines.count > 2 else { return }
    let text = document.text
    proposeTwins(document, &proposals)
    proposeRepeated(document, &proposals)
    for index in lines.indices.dropFirst() where (3..<6).contains(lines[index].count) {
      guard CaptionLine(document, lines[index], index).isAgencyAlone, document.mayBearPage else { continue }
      ResidueDeletion.delete(index, document, &proposals)
    }
    proposeCouple(document, &proposals)
    for index in lines.indices where (6...CaptionLine.longest).contains(lines[index].count) {
      let line = lines[index]
      if isLabel(text, line), index > 0, index + 1 < lines.count, document.mayBearPage || text[line.end - 1] == 0x2C {
        ResidueDeletion.delete(index, document, &proposals)
        let next = lines[index + 1]
        if index + 2 < lines.count, next.count <= 200, lines[index + 2].count >= 60,
          Self.isNames(document, next) || saysCaption(text, line) && text.isCapital(next.start)
        {
          ResidueDeletion.delete(index + 1, document, &proposals)
        }
        continue
      }
      guard let belief = CaptionLine.reading(document, index),
        belief == .anywhere && Self.standsInProse(document, index) || document.mayBearPage,
        !document.isVerbatim(at: line.start), !document.isLayout(at: line.start)
      else { continue }
      ResidueDeletion.delete(index, document, &proposals)
      if index > 1, describes(document, index) { ResidueDeletion.delete(index - 1, document, &proposals) }
    }
  }

  /// Whether the line above a caption is the first part of it: `Jo Felber (front) on the bridge.` above the credit of the picture.
  private func describes(_ document: Document, _ index: Int) -> Bool {
    let text = document.text
    let above = document.paragraphs[index - 1]
    if above.count <= 240, CaptionLine(document, document.paragraphs[index], index).isOwner,
      standsUnderTitle(document, index - 1)
    {
      return true
    }
    return above.count <= 200
      && (pointsOut(text, above) || above.count > 1 && CaptionLine(document, above, index - 1).endsInBracketedRemark)
  }

  /// Whether a paragraph of prose follows, or stands before and something follows.
  static func standsInProse(_ document: Document, _ index: Int, least: Int = 120) -> Bool {
    let lines = document.paragraphs
    guard index + 1 < lines.count, document.verbatim.isEmpty else { return false }
    return lines[index + 1].count >= least || index > 0 && lines[index - 1].count >= least
  }

  /// `Image caption,`, `Comment on the image,`: what a page reads out before a picture’s caption or source, and nothing else.
  private func isLabel(_ text: Text, _ line: Span) -> Bool {
    guard (12...40).contains(line.count), text.isCapital(line.start) else { return false }
    let last = text[line.end - 1]
    guard last == UInt8(ascii: ",") || last == UInt8(ascii: ":") || text.isLower(line.end - 1) else { return false }
    var isPicture = false
    var isLabel = false
    var at = line.start
    while at < line.end {
      let word = text.letters(from: at)
      guard !word.isEmpty else {
        guard text[at] == 0x20 || at == line.end - 1 else { return false }
        at += 1
        continue
      }
      let hash = Lexicon.hash(text.utf8, word.range)
      if CaptionWords.shown.contains(hash) {
        isPicture = true
      } else if CaptionWords.captions.contains(hash) || CaptionWords.owners.contains(hash) {
        isLabel = true
      } else if !CaptionWords.between.contains(hash) {
        return false
      }
      at = word.end
    }
    return isPicture && isLabel
  }

  private func saysCaption(_ text: Text, _ line: Span) -> Bool {
    var at = line.start
    while at < line.end {
      let word = text.letters(from: at)
      if CaptionWords.captions.contains(Lexicon.hash(text.utf8, word.range)) { return true }
      at = max(word.end, at) + 1
    }
    return false
  }

  /// `(front)`, `(left)`, `(2nd from right)`: where somebody stands in a picture.
  private func pointsOut(_ text: Text, _ line: Span) -> Bool {
    var at = line.start
    while at < line.end {
      if text[at] == UInt8(ascii: ")"),
        CaptionWords.places.contains(Lexicon.hash(text.utf8, text.letters(before: at).range))
      {
        let word = text.letters(before: at)
        if word.start > line.start, text[word.start - 1] == UInt8(ascii: "(") || text[word.start - 1] == 0x20 {
          return true
        }
      }
      at += 1
    }
    return false
  }

  /// Whether a line between the title and the owner of a picture says what the text says again: the caption and no summary.
  private func standsUnderTitle(_ document: Document, _ index: Int) -> Bool {
    let lines = document.paragraphs
    let text = document.text
    guard index > 0, index <= 4, index + 2 < lines.count, lines[index + 2].count >= 100,
      text.has("© ", at: lines[index + 1].start), PageResidue.isHeadline(text, lines[index - 1])
    else { return false }
    let content = document.words[document.wordRange(in: lines[index])].filter {
      $0.count >= 4 && !ProseWords.has(.joins, text, $0.span)
    }
    return content.count >= 3 && content.count { document.wordCounts[$0.hash].total > 1 } * 2 >= content.count
  }
}
