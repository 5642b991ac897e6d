import Language
import TextModel

/// Puts in the closing mark of a quotation that never ends.
///
/// Where the speaker is named behind a comma, the quotation ends there (`“We go on, he said.`); where he is glued to the
/// last word, mark, comma and space are lost together (`the new orderHe said`); where nothing but the quotation stands between its
/// opener and the end of the paragraph, it ends there.  It ends earlier where a sentence is the narrator’s by its looks: `Explained
/// the coach.`, `This is the wish that Ash expressed`, `In this sense, the mayor asked`.
public struct LostCloser: RewriteRule {
  public init() {}
  public let id = "lost-closer"
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]

  public let fixes = [
    RewriteExample("“We go on to the new orderHe said to them.", "“We go on to the new order,” he said to them."),
    RewriteExample("“We go on to the endThe envoy said.", "“We go on to the end,” the envoy said."),
    RewriteExample("“We go on to the endAsh says to them.", "“We go on to the end,” Ash says to them."),
    RewriteExample("“We go on to the end, he said. They left.", "“We go on to the end,” he said. They left."),
    RewriteExample(
      "She called it “a song with a drum. He left for the the sea , with with them.",
      "She called it “a song with a drum.” He left for the the sea , with with them."),
    RewriteExample(
      "“We know the way, the envoy says. “We wait here.”", "“We know the way,” the envoy says. “We wait here.”"),
    RewriteExample("“We go on to the end, according to Ash.", "“We go on to the end,” according to Ash."),
    RewriteExample(
      "They ate of of the the rest. “We go on to the end – he said.",
      "They ate of of the the rest. “We go on to the end,” he said."
    ),
    RewriteExample(
      "“We thought of of it and the kicksaid the coach.", "“We thought of of it and the kick,” said the coach."),
    RewriteExample("“We go on. It is our home. said the envoy.", "“We go on. It is our home,” said the envoy."),
    RewriteExample("“We go on, said union leader Ada Ash.", "“We go on,” said union leader Ada Ash."),
    RewriteExample(
      "“We go on to the end, Ada Ash, the head of the union, said on Monday.",
      "“We go on to the end,” Ada Ash, the head of the union, said on Monday."),
    RewriteExample("“We go on, the old envoy said on Monday.", "“We go on,” the old envoy said on Monday."),
    RewriteExample("“We go on, he said.\n\n“They left,” she said.", "“We go on,” he said.\n\n“They left,” she said."),
    RewriteExample(
      "He said they “have a long way to go.\n\nThey left.\n\n“It is late,” she said.",
      "He said they “have a long way to go.”\n\nThey left.\n\n“It is late,” she said."),
    RewriteExample(
      "“We know”, he said. “We wait”, she said. “We go on, he said.",
      "“We know”, he said. “We wait”, she said. “We go on”, he said."),
    RewriteExample(
      "The the envoy said: “We go on. It is late.\n\nThey left .\n\nThen we came with with the boat.”",
      "The the envoy said: “We go on. It is late.”\n\nThey left .\n\nThen we came with with the boat.”"),
    RewriteExample(
      "He told them: “We go on to the end.\n\nThey left.", "He told them: “We go on to the end.”\n\nThey left."),
    RewriteExample("“We go on to the end. Explained the envoy.", "“We go on to the end,” explained the envoy."),
    RewriteExample(
      "“We go on to the end. This is the hope that Ada Ash expressed on Monday.\n\nThey left.",
      "“We go on to the end.” This is the hope that Ada Ash expressed on Monday.\n\nThey left."),
    RewriteExample(
      "He warned that “we go on to the end. In this sense, the envoy has asked “what it is for”.",
      "He warned that “we go on to the end.” In this sense, the envoy has asked “what it is for”."),
    RewriteExample(
      "“We go on to the end, Mr. Ash of the Boat Union said.\n\nThey left.",
      "“We go on to the end,” Mr. Ash of the Boat Union said.\n\nThey left."),
    RewriteExample(
      "“We go on to the end, Union Leader Ada Ash, 44, said on Monday.\n\nThey left.",
      "“We go on to the end,” Union Leader Ada Ash, 44, said on Monday.\n\nThey left."),
    RewriteExample(
      "“We go of of it to the the end of the road said Ada Ash, the envoy.",
      "“We go of of it to the the end of the road,” said Ada Ash, the envoy."),
    RewriteExample(
      "They cried “What is it? and went of of it with the the boat.",
      "They cried “What is it?” and went of of it with the the boat."),
    RewriteExample(
      "The the envoy said of of it: “We go on, adding that the boat was old. They left.",
      "The the envoy said of of it: “We go on,” adding that the boat was old. They left."),
  ]
  public let leavesAlone = [
    "“One of them.\n\n“Two of them,” he said.",
    "“We go on. It is late.\n\nWe never said so. Thanks to them all!”\n\n“It is time,” he said.",
    "“Go,” he said. “No.”", "He wrote “and so on\n\nThey left.",
    "“We go on. This is what Ash told us,” he said.",
    "The the team called it a “sad end of the year, but stopped short of of it. They left.",
    "They spoke of of it as “a patchwork of rules that nobody can follow. We need one rule for the the rest of of us",
    "The the paper told of “thousands of boats of the town of of it. They left.",
    "The the paper called the plan “empty words for the town and said of of it that they must go.\n\nThey left.",
    "They spoke of of the the song “Grey Sea of the North as one of their best.\n\nThey left.",
    "“We go of of it to the the end as he said Ada Ash, the envoy, did.",
    "It growled: “I’ll eat thee too, and gnaw thy shins.\nA bit of meat will go down well.”",
  ]

  private static let subjects = WordSet("he she they it we the a an his her its their one another")

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    guard let repair = QuotationRepair(document) else { return }
    let reading = repair.reading
    guard reading.missing.contains(where: \.isCloser) || reading.paragraphs.contains(where: \.staysOpen) else { return }
    // Asked once: it looks at all marks.
    let isOutside = repair.setsCommasOutside
    // A text that was cut off in the middle of somebody’s speech is not damaged.
    let lastLine = document.paragraphs.last?.start ?? 0
    for (order, missing) in reading.missing.enumerated() where missing.isCloser {
      var index = missing.mark
      // `“We know. “They will wait, he said.`: the last opener of the paragraph.
      while index + 1 < reading.marks.count, reading.marks[index + 1].role == .reopener,
        !reading.marks[index + 1].startsParagraph, document.isDamaged
      {
        index += 1
      }
      let mark = reading.marks[index]
      if index > missing.mark {
        let stretch = Span(mark.span.end, lineEnd(repair.text, mark.span.end, before: repair.text.count))
        let end = index + 1 < reading.marks.count ? min(stretch.end, reading.marks[index + 1].start) : stretch.end
        if let place = NarratorStart.speaker(repair, Span(stretch.start, end), strictly: true),
          !document.isVerbatim(at: mark.start)
        {
          insert(at: place, mark, repair, isOutside: isOutside, &proposals)
        }
        continue
      }
      guard isOpener(mark), !document.isVerbatim(at: mark.start), !document.runsOn(at: mark.start),
        index == 0 || StrandedQuotation.innerLine(repair.text, reading.marks[index - 1], mark) == nil,
        !TurnedMark.isSwapped(repair, index - 1)
      else { continue }
      let follower = self.follower(reading, of: missing.mark)
      let next = follower < reading.marks.count ? reading.marks[follower].start : repair.text.count
      let stretch = Span(mark.span.end, lineEnd(repair.text, mark.span.end, before: next))
      // Speech over several paragraphs ends somewhere, but who could say where.
      guard stretch.count > 3, !goesOn(reading, from: missing.mark) else { continue }
      // Words within a sentence end with it, whoever speaks behind it.
      let fragmentEnd = isFragment(repair, mark, stretch) ? repair.sentenceEnd(stretch) : nil
      let reach = Span(stretch.start, fragmentEnd ?? stretch.end)
      let speaker =
        NarratorStart.speaker(repair, reach, strictly: false)
        ?? (fragmentEnd == nil ? NarratorStart.longTag(repair, stretch) : nil)
      if let place = NarratorStart.sentence(repair, Span(reach.start, speaker?.start ?? stretch.end)) ?? speaker {
        insert(at: place, mark, repair, isOutside: isOutside, &proposals)
        continue
      }
      // In damaged text and in sound: what is left alone at first must be so in the text that comes of it.
      if let fragmentEnd, !isWhole(repair, mark, Span(stretch.start, fragmentEnd)) { continue }
      // `instead of “a quilt that nobody can follow. We need`: the speaker goes on.
      if let fragmentEnd, addressesNext(repair, fragmentEnd, before: stretch.end) { continue }
      if let fragmentEnd, document.isDamaged {
        let at = isOutside ? fragmentEnd - 1 : fragmentEnd
        proposals.replace(Span(at, at), with: written(mark), .likely)
      } else if endsParagraph(repair.text, stretch.end), !repair.hasAttributedClause(stretch),
        NarratorStart.tagAtEnd(repair, stretch) == nil,
        !mark.startsParagraph || stretch.end < lastLine,
        isFragment(repair, mark, stretch) || !opensNext(reading, missing.mark)
      {
        if mark.startsParagraph, isClosedBelow(repair, order + 1, stretch.end) { continue }
        if let end = speechEnd(repair, stretch) { proposals.replace(Span(end, end), with: written(mark), .likely) }
      }
    }
    proposeCarried(repair, &proposals)
    // `“We know, the envoy says. “We wait.”`: the second opener seems to reopen the first quotation, which ended.
    for k in reading.marks.indices.dropFirst()
    where reading.marks[k].role == .reopener && !reading.marks[k].startsParagraph {
      let mark = reading.marks[k - 1]
      guard mark.role == .reopener || mark.role == .opener && mark.depth == 0,
        mark.glyph == .leftDouble || mark.glyph == .straightDouble,
        mark.glyph == reading.marks[k].glyph, mark.before == .space || mark.before == .edge,
        !document.isVerbatim(at: mark.start)
      else { continue }
      let end = repair.text.spaceStart(before: reading.marks[k].start)
      if let place = NarratorStart.speaker(repair, Span(mark.span.end, end), strictly: true) {
        insert(at: place, mark, repair, isOutside: isOutside, &proposals)
      }
    }
    // Where the next paragraph opens anew, the quotation may seem to go on; a speaker at its end says that it does not.
    for paragraph in reading.paragraphs where paragraph.staysOpen {
      let mark = reading.marks[paragraph.marks.upperBound - 1]
      guard mark.role == .reopener || isOpener(mark), !document.isVerbatim(at: mark.start) else { continue }
      let line = document.paragraphs[paragraph.index]
      if let place = NarratorStart.speaker(repair, Span(mark.span.end, line.end), strictly: true) {
        insert(at: place, mark, repair, isOutside: isOutside, &proposals)
      }
    }
  }

  /// Whether the next paragraph has a closer that nothing opens: a speech of two paragraphs, of which the second has lost its mark, if
  /// any has.
  private func isClosedBelow(_ repair: QuotationRepair, _ next: Int, _ end: Int) -> Bool {
    let text = repair.text
    guard next < repair.reading.missing.count, !repair.reading.missing[next].isCloser else { return false }
    var start = end
    while start < text.count, start - end < 8, text[start] <= 0x20 { start += 1 }
    let closer = repair.reading.marks[repair.reading.missing[next].mark].start
    return closer > start && closer - start < 1500 && !text[Span(start, closer)].contains(0x0A)
  }

  /// Ends a quotation with its paragraph, though a closer further on could be its own, where the paragraphs between do not begin with
  /// marks, as they do in a speech of several: that closer has lost its opener.  In damaged text only.
  private func proposeCarried(_ repair: QuotationRepair, _ proposals: inout Proposals) {
    let document = repair.document
    let reading = repair.reading
    for k in reading.paragraphs.indices.dropLast() where reading.paragraphs[k].staysOpen {
      let paragraph = reading.paragraphs[k]
      let last = paragraph.marks.upperBound - 1
      let mark = reading.marks[last]
      guard mark.role == .opener, mark.glyph == .leftDouble || mark.glyph == .lowDouble, mark.depth == 0,
        mark.before == .space || mark.before == .edge, mark.after == .upper, !mark.startsParagraph,
        document.isDamaged, !document.isVerbatim(at: mark.start)
      else { continue }
      let next = reading.marks[last + 1]
      guard !next.startsParagraph, next.role == .closer || next.role == .opener else { continue }
      let stretch = Span(mark.span.end, lineEnd(repair.text, mark.span.end, before: next.start))
      guard endsParagraph(repair.text, stretch.end), !repair.hasAttributedClause(stretch) else { continue }
      proposals.replace(Span(stretch.end, stretch.end), with: Array("”".utf8), .likely)
    }
  }

  /// Whether the sentence that begins behind an offset is in the first person.
  private func addressesNext(_ repair: QuotationRepair, _ at: Int, before end: Int) -> Bool {
    let text = repair.text
    guard text.has(" ", at: at), at + 1 < end, repair.beginsInPerson(at + 1) else { return false }
    return text.has(" ", at: text.letters(from: at + 1).end)
  }

  /// The end of a stretch in which no sentence but the first is the narrator’s; at the start of a paragraph and behind a colon of any.
  private func speechEnd(_ repair: QuotationRepair, _ stretch: Span) -> Int? {
    let text = repair.text
    if stretch.start > 5,
      text.isLineStart(stretch.start - 3) || text.isLineStart(stretch.start - 1)
        || text.has(": ", at: stretch.start - 5) || text.has(": ", at: stretch.start - 3)
    {
      return stretch.end
    }
    var at = repair.sentenceEnd(stretch) ?? stretch.end
    while at < stretch.end {
      let next = repair.sentenceEnd(Span(at, stretch.end)) ?? stretch.end
      if repair.voice(Span(at, next)) == .narrator { return nil }
      at = max(next, at + 1)
    }
    return stretch.end
  }

  /// The end of the line without the spaces before it, or the next mark.
  private func lineEnd(_ text: Text, _ start: Int, before limit: Int) -> Int {
    var at = start
    while at < limit, !text.isLineEnd(at) { at += 1 }
    return max(start, text.spaceStart(before: at))
  }

  private func isOpener(_ mark: QuotationMark) -> Bool {
    mark.role == .opener && (mark.glyph == .leftDouble || mark.glyph == .straightDouble) && mark.depth == 0
      && mark.margin >= 10 && !(mark.before == .space && mark.after == .space)
  }

  /// `as “encouraging. `, `three back, “the mules being slower. `, `of “The Sea. `: words within a sentence, which do not go on in the next
  /// paragraph.
  private func isFragment(_ repair: QuotationRepair, _ mark: QuotationMark, _ stretch: Span) -> Bool {
    guard mark.before == .space, mark.after.isWord else { return false }
    let text = repair.text
    if mark.beyondBefore == .lower {
      guard mark.after != .lower else { return true }
      // `said “We go`, `that “We go`
      let word = text.letters(before: text.spaceStart(before: mark.start))
      let isTitling = SpeechWords.shared.classes(Lexicon.hash(text.utf8, word.range)).contains(.titling)
      return isTitling || !repair.announces(word) && !text.has("that", at: word.start)
    }
    guard mark.after == .lower, mark.beyondBefore == .comma, text.has(",", at: mark.start - 2) else { return false }
    return !repair.isSaying(text.letters(before: mark.start - 2)) && !repair.addresses(stretch)
  }

  /// Whether words within a sentence may be quoted as far as it goes: three at most; where the last clause is in somebody’s person; or a few that
  /// are a clause, a predicate, or what is called or described so.  Not where the narrator speaks on behind a comma, `a “sad end, but
  /// stopped short`, or a joint, `a “sad end” and warned them`.
  private func isWhole(_ repair: QuotationRepair, _ mark: QuotationMark, _ fragment: Span) -> Bool {
    let text = repair.text
    let words = text[fragment].count { $0 == 0x20 } + 1
    if words < 4 { return true }
    if text.isCapital(fragment.start) || NarratorStart.tagAtEnd(repair, fragment) != nil { return false }
    var passed = 0
    var hasJoint = false
    var isClause = false
    // Whether somebody’s person stands behind the last joint.
    var isInPerson = false
    var isLeft = false
    _ = text.hasWord(in: fragment) { word in
      let hash = Lexicon.hash(text.utf8, word.range)
      passed += 1
      if QuotationRepair.persons.contains(hash) {
        isInPerson = true
      } else if passed > 1, Self.joints.contains(hash) {
        hasJoint = true
        isInPerson = false
        // `and said he was standing`
        let next = text.letters(from: text.spaceEnd(from: word.end))
        isLeft = repair.isSaying(next) || text.has("that ", at: next.start) && word.count == 3
      }
      isClause = isClause || passed < 4 && Self.finite.contains(hash)
      if text.has(", ", at: word.end) {
        let next = text.letters(from: word.end + 2)
        isLeft =
          isLeft || !text.isLower(next.start)
          || passed < 7 && Self.narrating.contains(Lexicon.hash(text.utf8, next.range))
      }
      isLeft = isLeft || text.has(" - ", at: word.end) || text.has(" – ", at: word.end)
      return isLeft
    }
    if isLeft || isInPerson { return !isLeft }
    let before = text.letters(before: text.spaceStart(before: mark.start))
    return !hasJoint && words < 10
      && (isClause || words == 4 || text.has("as", at: before.start) || text.has("it", at: before.start))
  }
  private static let finite = WordSet(
    "is are was were has have had will would can could must should may might do does did cannot be been being")
  private static let narrating = WordSet("but which who citing per saying adding while although as where")
  private static let joints = WordSet(
    "and but that when which who while although where because if after before since until whose as so than")

  private func written(_ opener: QuotationMark) -> [UInt8] {
    opener.glyph == .straightDouble ? [UInt8(ascii: "\"")] : Array("”".utf8)
  }

  private func insert(
    at place: NarratorStart, _ opener: QuotationMark, _ repair: QuotationRepair, isOutside: Bool,
    _ proposals: inout Proposals
  ) {
    let text = repair.text
    switch place {
    case .glued(let at):
      // The letter before is part of the edit, so that no other rule parts the two words as well.
      let word = text.letters(from: at)
      let isName = !Self.subjects.contains(Lexicon.hash(text.utf8, word.range))
      let bytes = [text[at - 1], UInt8(ascii: ",")] + written(opener) + [0x20, isName ? text[at] : text[at] | 0x20]
      proposals.replace(Span(at - 1, at + 1), with: bytes, .likely)
    case .dash(let span):
      let hasComma = text.isLower(span.start - 1)
      proposals.replace(span, with: (hasComma ? [UInt8(ascii: ",")] : []) + written(opener) + [0x20], .likely)
    case .behindComma(let at):
      let place = isOutside ? at - 1 : at
      proposals.replace(Span(place, place), with: written(opener), .likely)
    case .behindStop(let at):
      let place = isOutside && text.has(".", at: at - 1) ? at - 1 : at
      proposals.replace(Span(place, place), with: written(opener), .likely)
    case .lostComma(let at):
      proposals.replace(
        Span(at, at + 3), with: [UInt8(ascii: ",")] + written(opener) + [0x20, text[at + 2] | 0x20], .likely)
    }
  }

  /// Whether the next paragraph begins with a mark: then the quotation goes on there, by custom.
  private func opensNext(_ reading: QuotationMarks, _ mark: Int) -> Bool {
    let next = follower(reading, of: mark)
    guard next < reading.marks.count, reading.marks[next].startsParagraph,
      let line = paragraph(reading, of: mark), let below = paragraph(reading, of: next)
    else { return false }
    return below == line + 1
  }

  /// The paragraph that a mark stands in, by halves of those with marks.
  private func paragraph(_ reading: QuotationMarks, of mark: Int) -> Int? {
    var low = 0
    var high = reading.paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if reading.paragraphs[middle].marks.upperBound <= mark { low = middle + 1 } else { high = middle }
    }
    return low < reading.paragraphs.count ? reading.paragraphs[low].index : nil
  }

  private func goesOn(_ reading: QuotationMarks, from opener: Int) -> Bool {
    let next = follower(reading, of: opener)
    return next < reading.marks.count && reading.marks[next].role == .reopener
  }

  /// The mark behind another one that is no apostrophe, `the parents’ boat`.
  private func follower(_ reading: QuotationMarks, of mark: Int) -> Int {
    var next = mark + 1
    while next < reading.marks.count, next - mark < 24, reading.marks[next].role == .apostrophe { next += 1 }
    return next
  }

  /// Whether a sentence ends here and its paragraph with it.
  private func endsParagraph(_ text: Text, _ at: Int) -> Bool {
    guard at > 0, text.isLineEnd(at) else { return false }
    switch text[at - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    default: return false
    }
  }
}
