import Language
import TextModel

/// Puts in the opening mark of a quotation that only closes.
///
/// The closer says that words of somebody end here; behind a colon, or at the start of the sentence that it ends, they begin: `the
/// paper said: We will go on.”`, `… on Friday. We will go on. “`.  A closer in the middle of the writer’s own sentence does not say
/// where its words began and is left; so is a fragment that begins with a small letter.  Where a full stop stands glued in the place of
/// the mark (`affairs.with a single hand»`) it was the mark; where it ends a sentence and the next is glued to it, the mark went
/// with the space.
public struct LostOpener: RewriteRule {
  public init() {}
  public let id = "lost-opener"
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]

  public let fixes = [
    RewriteExample(
      "He said so on Friday. We will go on with it to the end.”\n\nShe left.",
      "He said so on Friday. “We will go on with it to the end.”\n\nShe left."),
    RewriteExample(
      "“The tank is full,” Rusk said. It has not rained. We wait for it.”\n\nShe left.",
      "“The tank is full,” Rusk said. “It has not rained. We wait for it.”\n\nShe left."),
    RewriteExample(
      "The coach was brief. We have lost our edge,” he told them.",
      "The coach was brief. “We have lost our edge,” he told them."),
    RewriteExample(
      "We wait here. It will come,” the envoy said.", "“We wait here. It will come,” the envoy said."),
    RewriteExample("We wait for the rain”, said the envoy.", "“We wait for the rain”, said the envoy."),
    RewriteExample(
      "The envoy said: We wait for the rain. It will come.”", "The envoy said: “We wait for the rain. It will come.”"),
    RewriteExample(
      "The coach said of of it:We have thought about the the boat. It is ours”.\nThey left.",
      "The coach said of of it: “We have thought about the the boat. It is ours”.\nThey left."),
    RewriteExample("We will go on with it,” he said.", "“We will go on with it,” he said."),
    RewriteExample("We never heard of it”, had assured the envoy.", "“We never heard of it”, had assured the envoy."),
    RewriteExample(
      "She told the paper on Monday, We wait for the rain. It will come.”\n\nThey left.",
      "She told the paper on Monday, “We wait for the rain. It will come.”\n\nThey left."),
    RewriteExample(
      "It was dry. We wait for the rain. Why would it not come?” asked Ada Ash.",
      "It was dry. “We wait for the rain. Why would it not come?” asked Ada Ash."),
    RewriteExample(
      "She said that “we go on.” I see that there is no rain that we can count on,” ashby said.",
      "She said that “we go on.” “I see that there is no rain that we can count on,” ashby said."),
    RewriteExample(
      "“There will be more of it”, denounced for her part Ada Ash. They take our boats and leave us a leaflet.”",
      "“There will be more of it”, denounced for her part Ada Ash. “They take our boats and leave us a leaflet.”"),
    RewriteExample(
      "Ash denied dragging her feet. The law of the river was made in a wet year,” she said.",
      "Ash denied dragging her feet. “The law of the river was made in a wet year,” she said."),
    RewriteExample(
      "The the rest of of it.\n\n– We wait for the rain,” he said.",
      "The the rest of of it.\n\n“We wait for the rain,” he said."),
    RewriteExample(
      "We go on in the miners’ boat to the end,” he said.", "“We go on in the miners’ boat to the end,” he said."),
    RewriteExample(
      "Who has a boat now? It doesn’t matter! There is no sea, and that is what counts,” she said.",
      "“Who has a boat now? It doesn’t matter! There is no sea, and that is what counts,” she said."),
    RewriteExample(
      "If I went, they would say ‘stay with us,’” he added.", "“If I went, they would say ‘stay with us,’” he added."),
    RewriteExample("They act in these matters.with a single hand”.", "They act in these matters “with a single hand”."),
    RewriteExample(
      "He wants to set it right.What I know is this. We have waited. It will come.”\n\nShe left.",
      "He wants to set it right. “What I know is this. We have waited. It will come.”\n\nShe left."),
  ]
  public let leavesAlone = [
    "“One.\n\n“Two,” he said.", "They met. in the game of others,” he said.", "the song Born to Run” was on",
    "“Go,” he said. “No.”", "a” he said.", "'s,” he",
    "He called it a long day with them of of it and the the rest.”\n\nThey left.",
    "They want a boat of of the town. The the sea is wide and cold,” said Ada Ash.",
    "The the envoy said on Friday of of it that they must come to a better end.”\n\nThey left.",
    "The doors of of the the ticket hall were locked when they came to it,” per the rules.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    guard let repair = QuotationRepair(document) else { return }
    let text = repair.text
    let reading = repair.reading
    for missing in reading.missing where !missing.isCloser {
      let mark = reading.marks[missing.mark]
      guard mark.role == .closer, QuotationRepair.isDouble(mark.glyph),
        !document.runsOn(at: mark.start, backward: true),
        mark.glyph != .straightDouble || mark.margin >= 20
      else { continue }
      let limit = limit(reading, missing.mark)
      let last = place(repair, before: mark.start, after: limit)
      if hangs(repair, mark, last) { continue }
      let isSpokenOutside = closesBeforeSpeaker(repair, mark)
      let house = reading.houseStyle.opener
      let opener = QuotationRepair.bytes(
        mark.glyph == .straightDouble ? .straightDouble : house == .straightDouble ? .leftDouble : house)
      let written = Array(UnsafeBufferPointer(start: opener.utf8Start, count: opener.utf8CodeUnitCount))
      // A colon without a speaker is believed last, and only in damaged text: what a text gets that shows no damage, a damaged one gets too.
      for trustsColon in [false, true] where !trustsColon || document.isDamaged {
        let colon = commaPlace(repair, mark, limit) ?? colonPlace(repair, last, limit, trustsColon)
        if trustsColon, colon == nil { break }
        let behind = colon ?? (isFirst(repair, last, limit) ? nil : behindAttribution(repair, mark, last, limit))
        let at = behind ?? speechStart(repair, mark, last, limit)
        guard at < mark.start, mark.start - at > 8, !document.isVerbatim(at: at) else { continue }
        // `– We wait for the rain,” he said.`: the dash of a dialogue, and the closer of a quotation.
        if let dash = dash(text, at), isWhole(repair, mark),
          !repair.hasAttributedClause(Span(dash.end, mark.start))
        {
          proposals.replace(dash, with: written, .likely)
          break
        }
        if let (span, isGlued) = replaced(repair, mark, at, behind == at, limit, isSpokenOutside) {
          // `Nora Ash:It has been`
          if span.isEmpty, text.has(":", at: at - 1) {
            proposals.replace(Span(at, at + 1), with: [0x20] + written + [text[at]], .likely)
            break
          }
          // Behind a comma with the capital, which other rules would lower.
          if span.isEmpty, text.has(", ", at: at - 2) {
            proposals.replace(Span(at, at + 1), with: written + [text[at]], .likely)
          } else {
            proposals.replace(span, with: isGlued ? [0x20] + written : written, .likely)
          }
          break
        }
      }
    }
  }

  /// A dash with its space that a line begins with, before a capital.
  func dash(_ text: Text, _ at: Int) -> Span? {
    guard text.isLineStart(at) else { return nil }
    let end = text.has("– ", at: at) || text.has("— ", at: at) ? at + 4 : text.has("- ", at: at) ? at + 2 : at
    return end > at && text.isCapital(end) ? Span(at, end) : nil
  }

  /// Where the quotation before ends; one in single marks right before the closer is within the words that it ends.
  private func limit(_ reading: QuotationMarks, _ closer: Int) -> Int {
    var last = closer - 1
    while last >= 0, closer - last < 24, reading.marks[last].role == .apostrophe { last -= 1 }
    if reading.marks[closer].before == .mark, !reading.opensWithSingle {
      while last >= 0, closer - last < 12, reading.marks[last].glyph.isSingle { last -= 1 }
    }
    return last >= 0 ? reading.marks[last].span.end : 0
  }

  /// `the rest. “.`, `saw things differently: “`: a mark between two stops in nobody’s speech, and one behind a colon at the end of a line,
  /// close nothing.
  private func hangs(_ repair: QuotationRepair, _ mark: QuotationMark, _ last: Int) -> Bool {
    guard mark.before == .space else { return false }
    let text = repair.text
    return mark.beyondBefore == .stop && mark.after == .stop
      && !repair.addresses(Span(last, mark.start))
      || mark.after == .edge && text.has(":", at: text.spaceStart(before: mark.start) - 1)
  }

  /// What the opener takes the place of where its words begin at an offset, an empty span where nothing, and whether a space is lost with it;
  /// nil where it must not stand there.
  private func replaced(
    _ repair: QuotationRepair, _ mark: QuotationMark, _ at: Int, _ isSure: Bool, _ limit: Int, _ isSpokenOutside: Bool
  ) -> (Span, isGlued: Bool)? {
    let text = repair.text
    if at > 1, text[at - 1] == UInt8(ascii: "."), text.isLower(at), text.isLower(at - 2) {
      // `affairs.with`, unlike `photo.jpg`
      let words = [text.letters(before: at - 1), text.letters(from: at)]
      return words.allSatisfy { Lexicon.entry(text.utf8, $0.range).isKnown } ? (Span(at - 1, at), true) : nil
    }
    if isGlued(text, at) {
      let speech = Span(at, mark.start)
      let isSpeech = isFirst(repair, at, limit) || repair.addresses(speech)
      return (mark.beyondBefore == .stop || mark.beyondBefore == .comma || endsOutside(text, mark))
        && !isFragment(text, speech) && isSpeech
        ? (Span(at, at), true) : nil
    }
    guard text.isCapital(at), begins(repair, at),
      mark.beyondBefore == .stop || mark.beyondBefore == .comma || endsInner(text, mark) || isSpokenOutside
        || text.isLineStart(at) && text.has(": ", at: mark.span.end)
        || endsOutside(text, mark) && !text.isLineStart(at) || isOwnLine(repair, at, mark),
      isWhole(repair, mark) || !repair.beginsWithSpeaker(Span(at, mark.start)),
      isSure || isSpokenOutside || isWhole(repair, mark) || isSpoken(repair, at, mark) || isOwn(repair, at, mark),
      isSure || isFirst(repair, at, limit) || isSpoken(repair, at, mark),
      !isFragment(text, Span(at, mark.start)), isSure || !isDoubtful(repair, at, mark, limit)
    else { return nil }
    return (Span(at, at), false)
  }

  /// Whether words that nobody is named behind as their speaker are speech all the same: somebody speaks of himself, or the sentence before
  /// names the speaker; but none is where the narrator tells in them what somebody said, `He called it a long day.”`, or goes on behind
  /// the mark.
  private func isOwn(_ repair: QuotationRepair, _ at: Int, _ mark: QuotationMark) -> Bool {
    let text = repair.text
    guard mark.after != .space || mark.beyondAfter != .lower else { return false }
    if mark.after == .edge, text.isLineStart(at), isAnnounced(text, at) { return true }
    var word = text.letters(from: at)
    while word.end < mark.start {
      let hash = Lexicon.hash(text.utf8, word.range)
      if !word.isEmpty {
        if QuotationRepair.persons.contains(hash) { return true }
        if Self.citing.contains(hash) { return false }
        let classes = SpeechWords.shared.classes(hash)
        if text.isLower(word.start), classes.contains(.speech), classes.isDisjoint(with: [.base, .noun, .mental]) {
          let next = text.letters(from: text.spaceEnd(from: word.end))
          // `The doctor told me`
          guard QuotationRepair.persons.contains(Lexicon.hash(text.utf8, next.range)) else { return false }
          return true
        }
      }
      word = text.letters(from: max(word.end, word.start + 1))
    }
    return !text.isLineStart(at)
  }
  private static let citing = WordSet("according")

  /// `saw things differently:` and a line of its own for what was said.
  private func isAnnounced(_ text: Text, _ line: Int) -> Bool {
    var at = line
    while at > 0, line - at < 12, text[at - 1] <= 0x20 || text.has("“", at: at - 3) || text[at - 1] == 0x22 {
      at -= text.has("“", at: at - 3) ? 3 : 1
    }
    return at > 0 && text[at - 1] == UInt8(ascii: ":")
  }

  /// Whether a small letter follows a full stop: pieces of two sentences, whose beginning is lost with more than a mark.
  private func isFragment(_ text: Text, _ span: Span) -> Bool {
    for at in span.start..<max(span.start, span.end - 2) where text[at] == UInt8(ascii: ".") {
      if text[at + 1] == 0x20, text.isLower(at + 2) { return true }
    }
    return false
  }

  /// Whether the quotation can have begun no earlier: at the start of a line, behind a colon, or behind a sentence of the writer’s,
  /// who names a speaker in it.
  func isFirst(_ repair: QuotationRepair, _ at: Int, _ limit: Int) -> Bool {
    let text = repair.text
    if at < 2 || text.isLineStart(at) { return true }
    if text[at - 2] == UInt8(ascii: ":") {
      // `all who look at this: We will`: his own colon.
      let start = repair.sentenceStart(before: at - 2, after: limit)
      return !repair.addresses(Span(start, at)) || repair.hasAttribution(Span(start, at))
    }
    let start = repair.sentenceStart(before: at - 2)
    // `I told them the code. He came.”`: his own words.
    if start >= limit, repair.beginsInPerson(text.spaceEnd(from: start)) { return false }
    return repair.hasAttribution(Span(start, at)) || isTag(text, Span(limit, at))
      || isInvertedTag(text, Span(limit, at))
  }

  /// `“We wait”, denounced for her part Ada Ash. `, `“We wait” closed the coach. `: behind a quotation, a verb that stands before its subject.
  private func isInvertedTag(_ text: Text, _ span: Span) -> Bool {
    guard span.start > 4, span.count > 8, span.count < 160, text.has(". ", at: span.end - 2),
      text.has("”", at: span.start - 3) || text.has("\"", at: span.start - 1),
      !text[span].dropLast(2).contains(where: { PunctuationMark.stops($0) || $0 == 0x0A })
    else { return false }
    let hasComma =
      text.has(", ", at: span.start) || text.has(",", at: span.start - 4) || text.has(",\"", at: span.start - 2)
    let verb = text.letters(from: text.spaceEnd(from: text.has(",", at: span.start) ? span.start + 1 : span.start))
    guard text.isLower(verb.start), text.has("ed", at: verb.end - 2), verb.count > 3, text.has(" ", at: verb.end) else {
      return false
    }
    let classes = SpeechWords.shared.classes(Lexicon.hash(text.utf8, verb.range))
    if hasComma, classes.contains(.speech), classes.isDisjoint(with: [.base, .mental]) { return true }
    // Any verb, where nothing but its subject follows.
    let next = text.letters(from: verb.end + 1)
    return span.count < 48 && (text.isCapital(next.start) || QuotationRepair.isDeterminer(text, next))
      && !text[Span(span.start + 1, span.end)].contains(UInt8(ascii: ","))
  }

  /// `“We wait,” Ash sighed. `: some words between a quotation with its comma and the stop behind them say who spoke, whatever the verb.
  private func isTag(_ text: Text, _ span: Span) -> Bool {
    guard span.start > 4, span.count > 6, span.count < 40,
      text.has(",”", at: span.start - 4) || text.has(",“", at: span.start - 4) || text.has(",\"", at: span.start - 2)
    else { return false }
    let words = text[span].count { $0 == 0x20 }
    return text.has(" ", at: span.start) && text.has(". ", at: span.end - 2) && words > 2 && words < 7
      && !text[span].dropLast(2).contains { PunctuationMark.stops($0) }
      && text.isASCIILetter(span.start + 1)
  }

  /// `We wait for the rain”, said the envoy`: a comma and a speaker right behind the mark.
  private func closesBeforeSpeaker(_ repair: QuotationRepair, _ mark: QuotationMark) -> Bool {
    let text = repair.text
    // `parties ” , he said`
    let comma = mark.before == .space ? text.spaceEnd(from: mark.span.end) : mark.span.end
    return (mark.beyondBefore == .lower || mark.beyondBefore == .digit) && text.has(", ", at: comma)
      && repair.attributionEnd(from: comma + 2) != nil
  }

  /// `I never heard of it”, had assured the envoy`: a paragraph that begins in the first person and has a comma behind the mark.
  private func isOwnLine(_ repair: QuotationRepair, _ at: Int, _ mark: QuotationMark) -> Bool {
    let text = repair.text
    return text.isLineStart(at) && mark.before == .lower && text.has(", ", at: mark.span.end)
      && repair.beginsInPerson(at)
      && text.isLower(mark.span.end + 2)
  }

  /// `it has come”.`: the sentence ends behind the mark.
  private func endsOutside(_ text: Text, _ mark: QuotationMark) -> Bool {
    (mark.before == .lower || mark.before == .digit) && text.has(".", at: mark.span.end)
      && (text.isLineEnd(mark.span.end + 1)
        || text.has(" ", at: mark.span.end + 1) && text.isCapital(mark.span.end + 2))
  }

  /// `in the barn,” Amundsen said`: what stands before the comma is a speech, whoever speaks in it.
  private func isWhole(_ repair: QuotationRepair, _ mark: QuotationMark) -> Bool {
    let text = repair.text
    // `experts, ”the envoy said`
    if mark.before == .space, mark.beyondBefore == .comma, mark.after == .lower {
      return repair.attributionEnd(from: mark.span.end) != nil
    }
    return
      (mark.before == .comma || mark.before == .stop && !text.has(".", at: mark.start - 1) || endsInner(text, mark))
      && text.has(" ", at: mark.span.end) && repair.attributionEnd(from: mark.span.end + 1) != nil
  }

  /// `so the people rise,’”`: the mark of a quotation within, with the comma before it.
  private func endsInner(_ text: Text, _ mark: QuotationMark) -> Bool {
    mark.before == .mark && text.has(",’", at: mark.start - 4)
  }

  /// Whether a verb of saying stands behind a quotation and its comma.
  private func speaks(_ repair: QuotationRepair, _ end: Int) -> Bool {
    let text = repair.text
    let start = text.spaceEnd(from: text.has(",", at: end) ? end + 1 : end)
    return repair.isSaying(text.letters(from: start))
  }

  /// `We hope so,” he told them.`: the speaker is named behind the mark, and the sentence has no other.
  private func isSpoken(_ repair: QuotationRepair, _ at: Int, _ mark: QuotationMark) -> Bool {
    let text = repair.text
    guard mark.beyondBefore == .comma || isWhole(repair, mark) || closesBeforeSpeaker(repair, mark),
      !repair.beginsWithSpeaker(Span(at, mark.start)), !repair.hasAttributedClause(Span(at, mark.start))
    else { return false }
    var end = mark.span.end
    while end < text.count, end - mark.span.end < 100, text[end] != UInt8(ascii: "."), !text.isLineEnd(end) { end += 1 }
    return repair.hasAttribution(Span(mark.span.end, end)) || repair.attributionEnd(from: mark.span.end + 1) != nil
  }

  /// Whether a sentence, or what a colon or the comma of a speaker announces, begins here.
  private func begins(_ repair: QuotationRepair, _ at: Int) -> Bool {
    let text = repair.text
    if text.isLineStart(at) { return true }
    if text.has(":", at: at - 1) { return true }
    guard text[at - 1] == 0x20, at > 1 else { return false }
    switch text[at - 2] {
    case UInt8(ascii: ","): return true
    case UInt8(ascii: "."):
      let word = text.letters(before: at - 2)
      return word.isEmpty || !ProseWords.isAbbreviation(text, word)
    case UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    default: return repair.endsSentence(at - 1)
    }
  }
}
