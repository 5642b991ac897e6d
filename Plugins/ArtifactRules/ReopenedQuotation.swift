import Language
import TextModel

/// Deletes an opening quotation mark in the middle of a quotation that is open already.
///
/// Sentence by sentence, a translator opens the quotation again: `“The talks were long. “They will go on,” he said.`  The second
/// mark goes where the quotation closes only once and nobody is named as its speaker in between (then a closer is lost instead).
/// A mark that begins a paragraph inside a quotation is custom and stays.
public struct ReopenedQuotation: RewriteRule {
  public init() {}
  public let id = "reopened-quotation"
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]

  public let fixes = [
    RewriteExample(
      "“The talks were long. “They will go on,” he said.", "“The talks were long. They will go on,” he said."),
    RewriteExample(
      "“We went to look for a rock and “found a lake,” he said.",
      "“We went to look for a rock and found a lake,” he said."),
    RewriteExample(
      "“We have a lake and a house at the sea “There is no better place,” he said.",
      "“We have a lake and a house at the sea. There is no better place,” he said."),
    RewriteExample(
      "He came . \"The talks were long. \"They will go on,\" he said of the the end.",
      "He came . \"The talks were long. They will go on,\" he said of the the end."),
  ]
  public let leavesAlone = [
    "“The talks were long.\n\n“They will go on,” he said.", "“The talks,” he said. “They will go on,” he said.",
    "“The talks were long, he said. “They will go on.”", "“The talks were long and Ash said “they go on.”",
    "He spoke of “a long road and of “a lake”.", "\"None of our men are \"experts.\" We have work to do.\"",
    "It was on the show of “Night Talk, and it was only “to mock” them.",
    "“You say you ‘see it, and it was the rest of them,’ Ash said. “That is not so,” he told us.",
    "“We go on to the end, Ash sings before asking her, “Where do we go?”",
    "“We go on to the endHe said to the men. “Where do we go?”",
    "Ash said. “I guess it is, said. “I guess it is so,” he told us.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard let repair = QuotationRepair(document) else { return }
    let marks = repair.reading.marks
    for mark in marks where mark.role == .reopener && !mark.startsParagraph {
      guard isOpening(mark.glyph), mark.before == .space, mark.beyondBefore == .stop, mark.after.isWord else {
        continue
      }
      guard mark.margin >= 3, mark.partner >= 0, !document.isVerbatim(at: mark.start) else { continue }
      let opener = marks[Int(mark.partner)]
      // A straight mark may as well be the closer of what stands before: only the text around says more.
      if mark.glyph == .straightDouble { guard opener.partner >= 0, document.isDamaged else { continue } }
      guard opener.start < mark.start, !isWithinSentence(repair, opener),
        !hasSpeaker(repair, Span(opener.span.end, mark.start)),
        !isRepeat(repair.text, opener, mark)
      else { continue }
      // Without a closer behind it, the mark may be one that was turned.
      guard opener.partner >= 0 else { continue }
      proposals.delete(mark.span, .likely)
    }
    for missing in repair.reading.missing where missing.isCloser && missing.mark + 1 < marks.count {
      proposeInSentence(repair, marks[missing.mark], marks[missing.mark + 1], &proposals)
    }
  }

  /// `“We went for a rock and “found a lake,” he said.`: the second opener in the middle of a sentence that nobody was named as the speaker
  /// of yet.
  private func proposeInSentence(
    _ repair: QuotationRepair, _ first: QuotationMark, _ second: QuotationMark, _ proposals: inout Proposals
  ) {
    guard first.role == .opener, second.role == .opener, isOpening(first.glyph), first.glyph == second.glyph,
      first.after == .upper, !isWithinSentence(repair, first), second.before == .space,
      second.after == .lower || second.after == .upper,
      second.beyondBefore == .lower || second.beyondBefore == .comma, second.partner >= 0, second.depth == 0,
      !first.glyph.isSingle, second.start - first.start < 400
    else { return }
    let stretch = Span(first.span.end, second.start)
    let text = repair.text
    guard !text[stretch].contains(0x0A), !hasSpeaker(repair, stretch), !repair.announces(lastWords(text, stretch)),
      !repair.hasAttribution(lastWords(text, stretch)),
      first.glyph != .straightDouble || repair.document.isDamaged, !repair.document.isVerbatim(at: second.start)
    else { return }
    // `at the club “There is`: a new sentence, whose stop went with the mark.
    let word = text.letters(from: second.span.end)
    if second.beyondBefore == .lower || text.isUpper(text.letters(before: text.spaceStart(before: second.start)).start),
      word.count > 1, ProseWords.has(.starts, text, word), text.has(" ", at: word.end)
    {
      proposals.replace(Span(text.spaceStart(before: second.start), second.span.end), with: ". ", .likely)
      return
    }
    proposals.delete(second.span, .likely)
  }

  /// `the broadcast of “Night News`: words of the narrator’s sentence, which has lost its closer rather.
  private func isWithinSentence(_ repair: QuotationRepair, _ opener: QuotationMark) -> Bool {
    guard opener.before == .space, opener.beyondBefore.isWord else { return false }
    let word = repair.text.letters(before: repair.text.spaceStart(before: opener.start))
    return !repair.isSaying(word) && !repair.text.has("that", at: word.start)
  }

  /// `said. “I guess it is, said. “I guess it is so`: words came twice, and the mark among them.
  private func isRepeat(_ text: Text, _ first: QuotationMark, _ second: QuotationMark) -> Bool {
    let count = min(8, second.start - first.span.end, text.count - second.span.end)
    return count > 3 && (0..<count).allSatisfy { text[first.span.end + $0] == text[second.span.end + $0] }
  }

  /// The last four words of a stretch: where they say who speaks, a new quotation begins.
  private func lastWords(_ text: Text, _ stretch: Span) -> Span {
    var at = stretch.end - 1
    var words = 0
    while at > stretch.start, words < 4 {
      at -= 1
      if text[at] == 0x20 { words += 1 }
    }
    return Span(at, stretch.end)
  }

  /// Whether a clause behind a comma or stop says who speaks, or a verb of saying is the last word.
  private func hasSpeaker(_ repair: QuotationRepair, _ stretch: Span) -> Bool {
    let text = repair.text
    for at in stretch.start..<max(stretch.start, stretch.end - 5) {
      switch text[at] {
      case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        // Behind the closer of a quotation within it too.
        let end = text.has("’", at: at + 1) ? at + 4 : text.has("'", at: at + 1) ? at + 2 : at + 1
        if text.has(" ", at: end), repair.attributionEnd(from: end + 1) != nil { return true }
      case 0x41...0x5A where text.isLower(at - 1):
        // `the numbers are prettyHe said`
        if at > stretch.start, repair.attributionEnd(from: at) != nil { return true }
      default: break
      }
    }
    let end = text.spaceStart(before: stretch.end)
    guard end > stretch.start, !PunctuationMark.stops(text[end - 1]) else { return false }
    let last = text.letters(before: text.isASCIILetter(end - 1) ? end : end - 1)
    return repair.isSaying(last) || SpeechWords.shared.classes(Lexicon.hash(text.utf8, last.range)).contains(.speech)
  }

  private func isOpening(_ glyph: QuotationMark.Glyph) -> Bool {
    glyph == .leftDouble || glyph == .straightDouble || glyph == .lowDouble
  }
}
