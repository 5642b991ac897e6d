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
    first + "He works for Getty Images and for Reuters.\n\n" + second,
    first + "Jo Felber and Anna Roth\n\n" + second,
    first + "The mayor wrote to @mayor.of.lyon\n\n" + second,
    first + "It is a matter of old and new – Lyon and/or Paris\n\n" + second,
    first + "The mayor joined the crew of the ship in 1951, served in the U.S. NAVY\n\n" + second,
  ]

  private static let pictures = WordSet(list: "photo-credit.pictures")
  private static let small = WordSet(list: "photo-credit.small")
  private static let agencies = WordSet(
    "getty reuters afp ap dpa epa efe anp ansa imago wireimage shutterstock alamy istock unsplash pixabay pexels belga ntb scanpix ritzau lehtikuva keystone apa xinhua yonhap kyodo nurphoto zuma filmmagic depositphotos dreamstime bloomberg abaca maxppp lapresse agf tt pa gtres europapress lusa tass afpforum picture-alliance"
  )
  static let sources = WordSet("source credit credits by courtesy via copyright")
  static let kept = WordSet(
    "archive archives archival file files symbolic symbol stock archivo archiv archivbild symbolbild illustrative")
  private static let joints = WordSet("on for from of and in")
  private static let longest = 260

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let lines = document.paragraphs
    guard lines.count > 2 else { return }
    let text = document.text
    proposeTwins(document, &proposals)
    for index in lines.indices.dropFirst() where (3..<6).contains(lines[index].count) {
      guard isAgencyAlone(document, lines[index]), document.mayBearPage else { continue }
      ResidueDeletion.delete(index, document, &proposals)
    }
    proposeCouple(document, &proposals)
    for index in lines.indices where (6...Self.longest).contains(lines[index].count) {
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
      guard let isSure = reading(document, line, index),
        isSure && Self.standsInProse(document, index) || document.mayBearPage,
        !document.isVerbatim(at: line.start), !document.isLayout(at: line.start)
      else { continue }
      ResidueDeletion.delete(index, document, &proposals)
      // `Jo Felber (front) on the bridge.` above the credit of the picture.
      if index > 1, lines[index - 1].count <= 240, isOwner(text, line), standsUnderTitle(document, index - 1) {
        ResidueDeletion.delete(index - 1, document, &proposals)
      } else if index > 1, lines[index - 1].count <= 200,
        pointsOut(text, lines[index - 1]) || endsInRemark(text, lines[index - 1])
      {
        ResidueDeletion.delete(index - 1, document, &proposals)
      }
    }
  }

  /// What a picture shows, for those who do not see it, and the caption under it: two lines without a blank one between, where the
  /// paragraphs have one, the second with all of the first.
  private func proposeTwins(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let lines = document.paragraphs
    for index in lines.indices.dropFirst().dropLast(2) where lines[index + 1].start == lines[index].end + 1 {
      let first = lines[index]
      let second = lines[index + 1]
      guard (40...Self.longest).contains(first.count), second.count >= first.count, second.count <= Self.longest,
        lines[index - 1].end + 1 < first.start, second.end + 1 < lines[index + 2].start,
        text[Span(second.start, second.start + first.count)].elementsEqual(text[first]),
        TitleBlock.words(text, first) >= 6, !document.isLayout(at: first.start)
      else { continue }
      // Two equal lines may be a title and its copy.
      guard second.count > first.count || lines[..<index].contains(where: { $0.count >= 120 }) else { continue }
      ResidueDeletion.delete(index, document, &proposals)
      ResidueDeletion.delete(index + 1, document, &proposals)
    }
  }

  /// `Jo Felber and Anna Roth` alone between the title and the text: whom the picture showed, or who wrote it.
  private func proposeCouple(_ document: Document, _ proposals: inout Proposals) {
    let lines = document.paragraphs
    guard let body = lines.prefix(9).firstIndex(where: { $0.count >= 100 }), body > 1, document.bearsPage,
      TitleBlock.isTitle(document.text, lines[0])
    else { return }
    for index in 1..<body where Self.isNames(document, lines[index], least: 4) {
      ResidueDeletion.delete(index, document, &proposals)
    }
  }

  /// Whether a line is nothing but names, two or more of them with a comma, `and` or `with` between.
  static func isNames(_ document: Document, _ line: Span, least: Int = 2) -> Bool {
    guard (8...140).contains(line.count), document.text.isCapital(line.start) else { return false }
    let words = document.words[document.wordRange(in: line)]
    guard words.count > least, words.count <= 16, let last = words.last, last.end == line.end, last.startsWithCapital
    else {
      return false
    }
    var names = 0
    var joints = 0
    var known = 0
    for word in words {
      switch word.gap {
      case .line, .space, .hyphen: break
      case .comma: joints += 1
      default: return false
      }
      if ties.contains(word), word.isLower {
        joints += 1
      } else if word.startsWithCapital, !ProseWords.has(.joins, document.text, word.span) {
        names += 1
        let entry = Lexicon.entry(word.hash)
        if entry.isCommonName || !entry.isWord(upTo: 2) { known += 1 }
      } else if word.gap != .hyphen {
        return false
      }
    }
    return joints > 0 && names >= least && known * 2 >= names
  }
  private static let ties = WordSet("and with")

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
      if Self.shown.contains(hash) {
        isPicture = true
      } else if Self.captions.contains(hash) || Self.owners.contains(hash) {
        isLabel = true
      } else if !Self.between.contains(hash) {
        return false
      }
      at = word.end
    }
    return isPicture && isLabel
  }
  private static let shown = WordSet("image photo picture photograph")
  private static let captions = WordSet("caption comment legend description captioning signature")
  private static let owners = WordSet("source credit copyright")
  private static let between = WordSet("on the of to for under text")

  private func saysCaption(_ text: Text, _ line: Span) -> Bool {
    var at = line.start
    while at < line.end {
      let word = text.letters(from: at)
      if Self.captions.contains(Lexicon.hash(text.utf8, word.range)) { return true }
      at = max(word.end, at) + 1
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

  /// Whether a line is a caption; true where it is one in any text.
  private func reading(_ document: Document, _ line: Span, _ index: Int) -> Bool? {
    let text = document.text
    if index > 0, index + 1 < document.paragraphs.count, beginsWithFile(text, line) { return false }
    if let end = handle(text, line) { return endsInCredit(document, Span(line.start, end)) ? true : nil }
    guard mayEnd(text, line) || text.has("In ", at: line.start) && text.isASCIILetter(line.end - 1) else { return nil }
    if isPlace(document, line, index) || saysPicture(text, line) { return false }
    if isOwner(text, line) { return index > 0 ? true : nil }
    if endsInOwner(text, line) || endsInPhotograph(document, line) { return true }
    if isBracketed(document, line) { return index > 0 && index + 1 < document.paragraphs.count ? false : nil }
    if index + 1 < document.paragraphs.count, isSigned(document, line) { return false }
    if line.count <= 240, let lead = gluedLead(text, line), isCredit(document, Span(lead, line.end)) { return true }
    if isAgencyAlone(document, line) || isDashed(document, line) { return false }
    if isOwnedRemark(text, line) { return true }
    if endsInRemark(text, line) { return false }
    if endsInCredit(document, line) { return namesAgency(document, line) || isLed(text, line) }
    return index + 1 < document.paragraphs.count && isAgency(document, line)
      ? text[line].contains(UInt8(ascii: "/")) : nil
  }

  /// Where ` @mayor.of.lyon` begins that ends a line.
  private func handle(_ text: Text, _ line: Span) -> Int? {
    guard text.isLower(line.end - 1) || text.isDigit(line.end - 1) || text[line.end - 1] == UInt8(ascii: "_") else {
      return nil
    }
    var at = line.end - 1
    while at > line.start + 8, line.end - at <= 32, text[at] > 0x20, text[at] != UInt8(ascii: "@") { at -= 1 }
    return text.has(" @", at: at - 1) ? at - 1 : nil
  }

  /// `The bridge on Monday. – JO FELBER / TREE`: a dash, and names with a slash between.
  private func isDashed(_ document: Document, _ line: Span) -> Bool {
    let text = document.text
    guard line.count > 32, text.isCapital(line.start), text.isUpper(line.end - 1) else { return false }
    var at = line.end - 4
    var hasSlash = false
    while at > line.start + 16, line.end - at <= 64, !text.has(" – ", at: at), !text.has(" — ", at: at) {
      if text[at] == UInt8(ascii: "/") { hasSlash = true }
      at -= 1
    }
    guard hasSlash, text.has(" –", at: at) || text.has(" —", at: at) else { return false }
    let words = document.words[document.wordRange(in: Span(at + 5, line.end))]
    return (2...6).contains(words.count) && words.allSatisfy(\.startsWithCapital)
  }

  /// `(©Tree/ Town of Lyon)`, `(© Jo Felber)` at the end of a line.
  private func isOwnedRemark(_ text: Text, _ line: Span) -> Bool {
    guard line.count > 20, text[line.end - 1] == UInt8(ascii: ")"), text.isCapital(line.start) else { return false }
    var at = line.end - 2
    while at > line.start + 8, line.end - at <= 64, text[at] != UInt8(ascii: "(") { at -= 1 }
    return text.has("(©", at: at)
  }

  /// `In the photo, part of the shoes`: no sentence, for it ends in no mark.
  private func saysPicture(_ text: Text, _ line: Span) -> Bool {
    guard line.count <= 160, text.has("In the ", at: line.start) || text.has("In ", at: line.start) else {
      return false
    }
    var word = text.letters(from: line.start + 3)
    if word.end - word.start == 3, word.end < line.end, text[word.end] == 0x20 {
      word = text.letters(from: word.end + 1)
    }
    return Self.pictures.contains(Lexicon.hash(text.utf8, word.range)) && word.end + 12 < line.end
      && (text[word.end] == UInt8(ascii: ",") || text[word.end] == UInt8(ascii: ":"))
  }

  /// `… Photo: …` behind a stop or bar.
  private func isLed(_ text: Text, _ line: Span) -> Bool {
    line.count <= Self.longest
      && (line.start + 2..<line.end).contains {
        text.has("hoto: ", at: $0)
          && (text.has(" Photo: ", at: $0 - 2) || text.has("(Photo: ", at: $0 - 2) || text.has("/Photo: ", at: $0 - 2))
          || text.has(" PHOTO: ", at: $0)
      }
  }

  /// `Video.`, `Illustration`, `Symbolic image` between two paragraphs of damaged text: where a picture was.
  private func isPlace(_ document: Document, _ line: Span, _ index: Int) -> Bool {
    let lines = document.paragraphs
    guard line.count <= 24, index > 0, index + 1 < lines.count, lines[index - 1].count >= 80,
      lines[index + 1].count >= 60
    else { return false }
    let words = document.words[document.wordRange(in: line)]
    guard let last = words.last, words.count <= 2, Self.media.contains(last) || Self.pictures.contains(last),
      line.end - last.end <= 1, words.count == 1 || words.first.map(Self.kept.contains) == true
    else { return false }
    return document.isDamaged
  }
  private static let media = WordSet("video audio illustration photomontage infographic")

  /// Most lines are sentences, and their last word says so: it has no capital and is no agency.
  private func mayEnd(_ text: Text, _ line: Span) -> Bool {
    var end = line.end
    while end > line.start,
      text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: ")") || text[end - 1] == UInt8(ascii: "]")
    {
      end -= 1
    }
    if end == line.start || text[line.end - 1] == UInt8(ascii: ")") { return true }
    guard text[end - 1] < 0x80 else { return text.isLetter(text.index(before: end)) }
    guard text.isASCIILetter(end - 1) else { return text.isDigit(end - 1) }
    let last = text.letters(before: end)
    return last.start == line.start || text.isCapital(last.start)
      || Self.agencies.contains(Lexicon.hash(text.utf8, last.range))
      || Self.pictures.contains(Lexicon.hash(text.utf8, last.range))
  }

  /// Whether a paragraph of prose follows, or stands before and something follows.
  static func standsInProse(_ document: Document, _ index: Int, least: Int = 120) -> Bool {
    let lines = document.paragraphs
    guard index + 1 < lines.count, document.verbatim.isEmpty else { return false }
    return lines[index + 1].count >= least || index > 0 && lines[index - 1].count >= least
  }

  /// `(front)`, `(left)`, `(2nd from right)`: where somebody stands in a picture.
  private func pointsOut(_ text: Text, _ line: Span) -> Bool {
    var at = line.start
    while at < line.end {
      if text[at] == UInt8(ascii: ")"), Self.places.contains(Lexicon.hash(text.utf8, text.letters(before: at).range)) {
        let word = text.letters(before: at)
        if word.start > line.start, text[word.start - 1] == UInt8(ascii: "(") || text[word.start - 1] == 0x20 {
          return true
        }
      }
      at += 1
    }
    return false
  }
  private static let places = WordSet(
    "left right front back center centre middle above below l r c background foreground")

  /// `© Jo Felber`: the sign and two to four words with capitals.
  private func isOwner(_ text: Text, _ line: Span) -> Bool {
    // `List of rubrics: © Jo Felber/dpa`
    if line.count <= 80, text.isCapital(line.start),
      let sign = (line.start..<line.end - 4).first(where: { text.has(": © ", at: $0) }), text.isCapital(sign + 5)
    {
      return text[Span(sign + 4, line.end)].count { $0 == 0x20 } <= 5 && text[line.end - 1] != UInt8(ascii: ".")
    }
    guard line.count <= 48, text.has("© ", at: line.start), text.isCapital(line.start + 3) else { return false }
    return text[line].count { $0 == 0x20 } <= 4 && !text[line].contains { $0 &- 0x30 < 10 }
  }

  /// `The bridge on Monday. © Jo Felber`: the sign behind a description, and names.
  private func endsInOwner(_ text: Text, _ line: Span) -> Bool {
    guard line.count > 24, text.isCapital(line.start),
      let sign = (max(line.start + 12, line.end - 64)..<line.end - 4).last(where: {
        text[$0] == 0xC2 && text.has(" © ", at: $0 - 1)
      }).map({ $0 - 1 })
    else { return false }
    switch text[sign - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "/"): break
    default: return false
    }
    let owner = Span(sign + 4, line.end)
    return text.isCapital(owner.start) && text[owner].count { $0 == 0x20 } <= 5
      && text[line.end - 1] != UInt8(ascii: ".")
      && !text[owner].contains { $0 &- 0x30 < 10 }
  }

  /// `Getty Images`, `Reuters`: an agency and nothing else.
  private func isAgencyAlone(_ document: Document, _ line: Span) -> Bool {
    guard line.count <= 32, document.text.isCapital(line.start) else { return false }
    let words = document.words[document.wordRange(in: line)]
    return words.count <= 3 && words.last?.end == line.end && words.contains { Self.agencies.contains($0) }
      && words.allSatisfy { Self.agencies.contains($0) || Self.pictures.contains($0) && $0.startsWithCapital }
  }

  /// `(AP Photo/Jo Felber)` at the end of a line.
  private func endsInPhotograph(_ document: Document, _ line: Span) -> Bool {
    let text = document.text
    guard text[line.end - 1] == UInt8(ascii: ")"), line.count > 16, line.count <= Self.longest else { return false }
    let words = document.words[document.wordRange(in: line)].suffix(6)
    guard
      let k = words.indices.dropLast().first(where: {
        Self.agencies.contains(words[$0]) && words[$0].start > line.start
      }), k + 1 < words.endIndex
    else {
      return false
    }
    return Self.pictures.contains(words[k + 1]) && text[words[k].start - 1] == UInt8(ascii: "(")
      && text.has("/", at: words[k + 1].end)
  }

  /// `(Jo Felber’s Instagram)`, `(Tree TV screenshot)`, `Anna Roth (Yonhap)`: a name or nothing, and a source in brackets.
  private func isBracketed(_ document: Document, _ line: Span) -> Bool {
    let text = document.text
    guard text[line.end - 1] == UInt8(ascii: ")"), line.count <= 60, line.count > 4,
      let open = line.range.last(where: { text[$0] == UInt8(ascii: "(") }), open - line.start <= 32
    else { return false }
    let inside = document.words[document.wordRange(in: Span(open + 1, line.end - 1))]
    guard let last = inside.last, last.end == line.end - 1, inside.count <= 5,
      Self.agencies.contains(last) || Self.networks.contains(last) || Self.pictures.contains(last) && inside.count > 1
    else { return false }
    let before = document.words[document.wordRange(in: Span(line.start, open))]
    // `(AFP)`, `(With AFP)`: whose the text is.
    if Self.agencies.contains(last), before.isEmpty || inside.count > 1 { return false }
    return before.count <= 4 && before.allSatisfy { $0.startsWithCapital || $0.gap == .hyphen }
  }
  private static let networks = WordSet(
    "instagram facebook twitter youtube tiktok weibo telegram osen newsis news1 netflix screenshot screengrab")

  /// `File photo of the bridge`, `Archive image.`
  private func beginsWithFile(_ text: Text, _ line: Span) -> Bool {
    guard line.count <= 120, text.isCapital(line.start) else { return false }
    let first = text.letters(from: line.start)
    guard Self.kept.contains(Lexicon.hash(text.utf8, first.range)), first.end < line.end, text[first.end] == 0x20 else {
      return false
    }
    let second = text.letters(from: first.end + 1)
    guard Self.pictures.contains(Lexicon.hash(text.utf8, second.range)) else { return false }
    return second.end >= line.end - 1 || text.has(" of ", at: second.end) || text.has(" from ", at: second.end)
      || text.has(": ", at: second.end)
  }

  /// `The mayor on the bridge | AFP`, `… / AFP`, `… – AFP`, `… (AFP)`, `… © AFP`: no sentence, a sign and an agency.
  private func isSigned(_ document: Document, _ line: Span) -> Bool {
    let text = document.text
    guard (16...160).contains(line.count), text.isCapital(line.start) else { return false }
    let words = document.words[document.wordRange(in: line)]
    guard words.count >= 4, let last = words.last, Self.agencies.contains(last), last.isAllCapitals || last.count > 4
    else {
      return false
    }
    if last.end == line.end - 1, text[last.end] == UInt8(ascii: ")"), text[last.start - 1] == UInt8(ascii: "(") {
      return text.isASCIILetter(text.spaceStart(before: last.start - 1) - 1)
    }
    guard last.end == line.end else { return false }
    return text.has(" | ", at: last.start - 3) || text.has(" / ", at: last.start - 3)
      || text.has(" - ", at: last.start - 3)
      || text.has(" – ", at: last.start - 5) || text.has(" © ", at: last.start - 4)
  }

  /// Where the names begin in `The mayor on the bridgeImage: picture-alliance/dpa`: the word for the picture is glued to what it shows.
  private func gluedLead(_ text: Text, _ line: Span) -> Int? {
    // A sentence has its mark.
    guard text.isASCIILetter(line.end - 1) || text[line.end - 1] == UInt8(ascii: ")") else { return nil }
    var at = line.end - 4
    while at > line.start + 8, line.end - at < 80 {
      if text[at] == UInt8(ascii: ":"), text[at + 1] == 0x20 {
        for word in ["Image", "Photo", "Picture", "Credit", "Foto"] as [StaticString] {
          let start = at - word.utf8CodeUnitCount
          guard start > line.start + 8, text.has(word, at: start) else { continue }
          switch text[start - 1] {
          case 0x20, UInt8(ascii: "("), UInt8(ascii: "["): return nil
          default: return at + 2
          }
        }
        return nil
      }
      at -= 1
    }
    return nil
  }

  /// Names and agencies and nothing else.
  private func isCredit(_ document: Document, _ names: Span) -> Bool {
    let words = document.words[document.wordRange(in: names)]
    return !words.isEmpty && words.count <= 10 && document.text[names.end - 1] != UInt8(ascii: ".")
      && words.allSatisfy {
        $0.startsWithCapital || Self.small.contains($0) || Self.agencies.contains($0) || Self.pictures.contains($0)
          || Self.joints.contains($0) || $0.gap == .hyphen || $0.gap == .other
      }
  }

  /// `(archive image)`, `(symbolic photo)`, `(file)` at the end of a line that is no sentence behind it.
  private func endsInRemark(_ text: Text, _ line: Span) -> Bool {
    guard text[line.end - 1] == UInt8(ascii: ")") else { return false }
    if isShouted(text, line) { return true }
    var last = text.letters(before: line.end - 1)
    guard !last.isEmpty else { return false }
    let isPicture = Self.pictures.contains(Lexicon.hash(text.utf8, last.range))
    let isKept = Self.kept.contains(Lexicon.hash(text.utf8, last.range))
    guard isPicture || isKept else { return false }
    if isPicture, last.start > line.start, text[last.start - 1] == 0x20 {
      last = text.letters(before: last.start - 1)
      guard Self.kept.contains(Lexicon.hash(text.utf8, last.range)) else { return false }
    } else if isPicture {
      return false
    }
    return last.start > line.start + 8 && text[last.start - 1] == UInt8(ascii: "(")
  }

  /// `(TREE PRESS – JO FELBER)`: an agency and a name in capitals, in brackets at the end.
  private func isShouted(_ text: Text, _ line: Span) -> Bool {
    var at = line.end - 2
    var hasDash = false
    var letters = 0
    while at > line.start, line.end - at < 60, text[at] != UInt8(ascii: "(") {
      if text.isLower(at) { return false }
      if text.isUpper(at) { letters += 1 }
      if text.has(" – ", at: at) || text.has(" - ", at: at) || text[at] == UInt8(ascii: "/") { hasDash = true }
      at -= 1
    }
    return at > line.start + 8 && text[at] == UInt8(ascii: "(") && hasDash && letters >= 8
  }

  /// Whether a line ends in a word for a picture, a colon or `by`, and nothing but names: `… Photo: Jo Felber / dpa`.
  private func endsInCredit(_ document: Document, _ line: Span) -> Bool {
    let text = document.text
    let all = document.words
    let range = document.wordRange(in: line)
    guard range.count >= 2 else { return false }
    // From the end back over what may be a name.
    var k = range.upperBound - 1
    var names = 0
    while k >= range.lowerBound, range.upperBound - k <= 14 {
      let word = all[k]
      let isFirst = k == range.lowerBound
      let behind = word.end < line.end ? text[word.end] : 0
      let isLead =
        behind == UInt8(ascii: ":") || text.has(" | ", at: word.end) && isFirst || behind == UInt8(ascii: "=")
        || behind == 0x20 && word.end + 1 < line.end && text[word.end + 1] == UInt8(ascii: ":")
      if names > 0, isLead || Self.sources.contains(word), isPicture(all, k, range.lowerBound, isLead: isLead) {
        let isPair = k > range.lowerBound && all[k].gap == .space && Self.pictures.contains(all[k - 1])
        let start = isPair ? k - 1 : k
        // `Photo: Jo Felber` alone is told by another rule; here a description stands before, or a mark.
        guard start > range.lowerBound || !isLead || namesAgency(document, line) else { return false }
        let before = start > range.lowerBound ? text[all[start].start - 1] : 0x20
        return text.isCapital(all[start].start) && isSetOff(text, all[start].start, line)
          || before == UInt8(ascii: "(") || before == UInt8(ascii: "[")
      }
      guard
        word.startsWithCapital || Self.small.contains(word) || Self.agencies.contains(word) || word.count == 1
          || word.shape.contains(.digit) || word.gap == .other || Self.joints.contains(word) || Self.kept.contains(word)
      else { return false }
      if isFirst { return false }
      // A stop between: the names end a sentence of their own.
      names += 1
      k -= 1
    }
    return false
  }

  /// Whether a word that leads to names is one for pictures, or follows one.
  private func isPicture(_ words: [Word], _ k: Int, _ first: Int, isLead: Bool) -> Bool {
    Self.pictures.contains(words[k])
      || k > first && Self.pictures.contains(words[k - 1]) && Self.sources.contains(words[k])
      || isLead && Self.sources.contains(words[k]) && words[k].startsWithCapital && k > first + 2
  }

  /// Whether one of the last words names an agency.
  private func namesAgency(_ document: Document, _ line: Span) -> Bool {
    document.words[document.wordRange(in: line)].suffix(8).contains { Self.agencies.contains($0) }
  }

  /// Whether a stop, a bar, a slash or a bracket stands before, or nothing.
  private func isSetOff(_ text: Text, _ start: Int, _ line: Span) -> Bool {
    var at = start
    while at > line.start, text[at - 1] == 0x20 { at -= 1 }
    guard at > line.start else { return true }
    switch text[at - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: "["),
      UInt8(ascii: ")"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "-"), UInt8(ascii: "\""), 0x80...:
      return true
    // `… to preside over the party Source: Archive`
    default: return text.isLower(at - 1) || text.isUpper(at - 1)
    }
  }

  /// `Jo Felber/WireImage`, `ANP / Tree Pictures`: names with a slash between, one of them an agency’s; `…, this Tuesday in Lyon. EFE`.
  private func isAgency(_ document: Document, _ line: Span) -> Bool {
    let text = document.text
    let all = document.words
    let range = document.wordRange(in: line)
    guard range.count >= 2, let last = range.last, text[line.end - 1] != UInt8(ascii: ".") else { return false }
    if line.count <= 100, text[line].contains(UInt8(ascii: "/")) {
      var isAgency = false
      for k in range {
        let word = all[k]
        let isAfterSlash = k > range.lowerBound && isSlash(text, all[k - 1].end, word.start)
        if Self.agencies.contains(word) {
          let isBeforeSlash = k == range.lowerBound && k < last && isSlash(text, word.end, all[k + 1].start)
          if isAfterSlash || isBeforeSlash { isAgency = true }
          continue
        }
        guard word.startsWithCapital || Self.small.contains(word) || word.shape.contains(.digit) else { return false }
      }
      return isAgency
    }
    guard all[last].end == line.end, all[last].gap == .stop, Self.agencies.contains(all[last]),
      text.isUpper(all[last].start), text.isUpper(all[last].end - 1)
    else { return false }
    return line.count <= 200
  }

  private func isSlash(_ text: Text, _ from: Int, _ to: Int) -> Bool {
    to - from <= 3 && text[Span(from, to)].contains(UInt8(ascii: "/"))
  }
}
