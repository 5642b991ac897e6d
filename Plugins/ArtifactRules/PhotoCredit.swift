import Language
import TextModel

/// Deletes the line that says whose a picture is, when the picture did not come along.
///
/// `(Credit: Jo Felber/AFP/Getty Images)`, `Image: Jo Felber/NT`, `Photo = Tree Films`: a word for a picture, a colon or an equals sign, and
/// nothing but names.  Only where other lines, or damage in the text, show that the page came along.
public struct PhotoCredit: RewriteRule {
  public init() {}
  public let id = "photo-credit"
  public let languages: LanguageScope = .only([.english])
  public let trigger: ByteClasses? = .lineFeed

  public let fixes = [
    RewriteExample(
      "The the bridge fell with with the storm.\n\n(Credit: Jo Felber/AFP/Getty Images)\n\nNobody was hurt.",
      "The the bridge fell with with the storm.\n\nNobody was hurt."),
    RewriteExample(
      "The the bridge fell with with the storm.\n\n[Photo] Jo Felber on the bridge\n\nNobody was hurt.",
      "The the bridge fell with with the storm.\n\nNobody was hurt."),
    RewriteExample(
      "The the bridge fell with with the storm.\n\n▲ Jo Felber (Photo = Tree Films)\n\nNobody was hurt.",
      "The the bridge fell with with the storm.\n\nNobody was hurt."),
    RewriteExample(
      "The the bridge fell with with the storm.\n\n© Photo J. Felber/University of Lyon\n\nNobody was hurt.",
      "The the bridge fell with with the storm.\n\nNobody was hurt."),
    RewriteExample(
      "The the bridge fell with with the storm.\n\nArchive photo: Tree Press\n\nNobody was hurt.",
      "The the bridge fell with with the storm.\n\nNobody was hurt."),
    RewriteExample(
      "The the bridge fell with with the storm.\n\nPhoto: bridges.com\n\nNobody was hurt.",
      "The the bridge fell with with the storm.\n\nNobody was hurt."),
    RewriteExample(
      "The the bridge fell with with the storm.\n\nNobody was hurt.\n2\nThe bridge as it was in May\n2\nThe mayor on the bridge\nCredit: Getty\nIt was old.",
      "The the bridge fell with with the storm.\n\nNobody was hurt.\nIt was old."),
    RewriteExample(
      "The the bridge fell with with the storm.\n\nJo Felber and Anna Roth\n\nPhoto: Tree Press\n\nNobody was hurt.",
      "The the bridge fell with with the storm.\n\nNobody was hurt."),
    RewriteExample(
      "The the bridge fell with with the storm.\n\nphoto: Jo Felber / Tree Press\n\nNobody was hurt.\n\nCover photo: press service of the club\n\nIt was old.\n\nPhoto: @mayor.of.lyon, Instagram\n\nThey left.",
      "The the bridge fell with with the storm.\n\nNobody was hurt.\n\nIt was old.\n\nThey left."),
    RewriteExample(
      "The the bridge fell with with the storm.\n\nImage: Jo Felber/NT\n\nNobody was hurt.",
      "The the bridge fell with with the storm.\n\nNobody was hurt."),
    RewriteExample(
      "The the bridge fell with with the storm.\n\nPhoto: Anna Felber / dpa\n\nNobody was hurt when it fell into the river, and the road was open again in the evening.",
      "The the bridge fell with with the storm.\n\nNobody was hurt when it fell into the river, and the road was open again in the evening."
    ),
  ]
  public let leavesAlone = [
    "The bridge fell.\n\nPhoto: Jo Felber/AFP\n\nNobody was hurt.",
    "The the bridge fell with with the storm.\n\nImage: the bridge as it was in May\n\nNobody was hurt.",
  ]

  private static let pictures = WordSet(list: "photo-credit.pictures")
  private static let small = WordSet(list: "photo-credit.small")
  private static let kept = CaptionWords.kept
  /// `Photo: press service of the council`, `Photo: from social networks`
  private static let offices = WordSet(list: "photo-credit.offices")
  /// `Cover photo: …`, `Featured image: …`
  private static let leads = WordSet(
    "cover featured feature main lead title header preview opening top teaser still press first hero article author")

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let text = document.text
    let lines = document.paragraphs
    for index in lines.indices.dropFirst() where lines[index].count <= 100 {
      var line = lines[index]
      if text[line.start] == UInt8(ascii: "(") && text[line.end - 1] == UInt8(ascii: ")")
        || text[line.start] == UInt8(ascii: "[") && text[line.end - 1] == UInt8(ascii: "]")
      {
        line = Span(line.start + 1, line.end - 1)
      }
      if text[line.start] == UInt8(ascii: "/"), line.count > 8 { line = Span(line.start + 1, line.end) }
      guard !line.isEmpty, isMarked(text, lines[index]) || isCredit(document, line),
        Caption.standsInProse(document, index, least: 60) && isLed(text, line) || document.mayBearPage,
        !document.isLayout(at: line.start)
      else { continue }
      ResidueDeletion.delete(index, document, &proposals)
      // `2`, `The bridge in May`, `Credit: Jo Felber`: the number of the picture and what it shows, for each.
      var above = index
      // Whom it shows: a line of names, or of one name above the text.
      if index > 1, Caption.isNames(document, lines[index - 1]) || isNameAbove(document, index) {
        ResidueDeletion.delete(index - 1, document, &proposals)
      }
      while above > 3, isNumber(text, lines[above - 2]), lines[above - 1].count <= 240,
        text.isASCIILetter(lines[above - 1].end - 1)
      {
        ResidueDeletion.delete(above - 1, document, &proposals)
        ResidueDeletion.delete(above - 2, document, &proposals)
        above -= 2
      }
    }
  }

  /// `Jo Felber` between the title and the first paragraph, above whose picture it is.
  private func isNameAbove(_ document: Document, _ index: Int) -> Bool {
    let lines = document.paragraphs
    let line = lines[index - 1]
    guard index < 9, line.count <= 40, !lines[..<index].contains(where: { $0.count >= 120 }),
      TitleBlock.isTitle(document.text, lines[0])
    else { return false }
    let words = document.words[document.wordRange(in: line)]
    return (2...4).contains(words.count) && words.last?.end == line.end
      && words.allSatisfy {
        $0.isCapitalized && ($0.gap == .line || $0.gap == .space || $0.gap == .hyphen)
          && document.wordCounts[$0.hash].total > 1
      }
  }

  private func isNumber(_ text: Text, _ line: Span) -> Bool {
    line.count <= 2 && text[line].allSatisfy { $0 &- 0x30 < 10 }
  }

  /// `Photo: `: no paragraph of an article begins so.
  private func isLed(_ text: Text, _ line: Span) -> Bool {
    text.has("Photo: ", at: line.start) || text.has("PHOTO: ", at: line.start) || text.has("photo: ", at: line.start)
      || text.has("Credit: ", at: line.start) || text.has("Credits: ", at: line.start)
      || text.has("Picture: ", at: line.start)
  }

  /// `▲ Jo Felber (Photo = Tree Films)`, `[Photo] Jo Felber on the bridge`: a sign or a word in brackets that leads a caption.
  private func isMarked(_ text: Text, _ line: Span) -> Bool {
    if text.has("▲", at: line.start) || text.has("△", at: line.start) || text.has("📷", at: line.start)
      || text.has("📸", at: line.start)
    {
      return true
    }
    guard text[line.start] == UInt8(ascii: "[") else { return false }
    let word = text.letters(from: line.start + 1)
    return text.has("] ", at: word.end) && text.isCapital(word.start)
      && Self.pictures.contains(Lexicon.hash(text.utf8, word.range)) && text[line.end - 1] != UInt8(ascii: ".")
  }

  private func isCredit(_ document: Document, _ line: Span) -> Bool {
    let text = document.text
    // `© Photo Jo Felber`
    let isOwned = text.has("© ", at: line.start)
    var start = isOwned ? line.start + 3 : line.start
    var first = text.letters(from: start)
    // `Archive photo: …`, `Cover photo: …`
    let lead = Lexicon.hash(text.utf8, first.range)
    if Self.kept.contains(lead) || Self.leads.contains(lead), first.end < line.end, text[first.end] == 0x20 {
      start = first.end + 1
      first = text.letters(from: start)
    }
    guard Self.pictures.contains(Lexicon.hash(text.utf8, first.range)) else { return false }
    var sign = first.end
    // `Photo credit: …`
    if sign < line.end, text[sign] == 0x20, text.isASCIILetter(sign + 1) {
      let second = text.letters(from: sign + 1)
      let word = Lexicon.hash(text.utf8, second.range)
      if Self.pictures.contains(word) || CaptionWords.sources.contains(word) { sign = second.end }
    }
    if isOwned, text.isCapital(start) {
      let words = document.words[document.wordRange(in: Span(sign, line.end))]
      return (2...8).contains(words.count) && text[line.end - 1] != UInt8(ascii: ".")
        && words.allSatisfy { $0.startsWithCapital || Self.small.contains($0) }
    }
    if sign < line.end, text[sign] == 0x20 { sign += 1 }
    guard sign < line.end,
      text[sign] == UInt8(ascii: ":") || text[sign] == UInt8(ascii: "=") || text[sign] == UInt8(ascii: "|")
        || text.has("©", at: sign)
    else { return false }
    if isAddress(text, Span(text.spaceEnd(from: sign + 1), line.end)) { return true }
    let words = document.words[document.wordRange(in: Span(sign + 1, line.end))]
    guard text.isCapital(line.start) || words.first?.startsWithCapital == true else { return false }
    return !words.isEmpty && words.count <= 10 && text[line.end - 1] != UInt8(ascii: ".")
      && words.allSatisfy {
        $0.startsWithCapital || Self.small.contains($0) || isOfHandle(text, $0, from: sign) || Self.offices.contains($0)
          || Self.kept.contains($0)
          || $0.gap == .other && $0.count <= 5
          || $0.shape.contains(.nonASCII) && $0.gap == .other
      }
  }

  /// Whether a word stands in `@mayor.of.lyon`.
  private func isOfHandle(_ text: Text, _ word: Word, from start: Int) -> Bool {
    guard word.gap != .space, word.gap != .line else { return false }
    var at = word.start
    while at > start, text[at - 1] > 0x20 { at -= 1 }
    return text[at] == UInt8(ascii: "@")
  }

  /// `instagram.com/bridges`: no space, and a dot between small letters.
  private func isAddress(_ text: Text, _ span: Span) -> Bool {
    guard span.count >= 5, !text[span].contains(0x20) else { return false }
    return (span.start + 1..<span.end - 2).contains {
      text[$0] == UInt8(ascii: ".") && text.isLower($0 - 1) && text.isLower($0 + 1)
    }
  }
}
