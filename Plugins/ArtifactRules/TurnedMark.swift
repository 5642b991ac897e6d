import Language
import TextModel

/// Turns a quotation mark that points the wrong way, and sets it where it belongs.
///
/// The text’s marks are read as a whole (`QuotationMarks`); where one closes what stands open and yet is written as an opener,
/// or the other way round, it is written as what it is: `the situation. “` → `the situation.”`, `a friend ” without equal “ and`
/// → `a friend “without equal” and`.  The spaces on its wrong side go with it.  Other customs (`„so“`, `»so«`, `”so”`) are read
/// as what they are and stay.
public struct TurnedMark: RewriteRule {
  public init() {}
  public let id = "turned-mark"
  public let trigger: ByteClasses? = .nonASCII

  public let fixes = [
    RewriteExample("It was meant “to calm the crowd. “\n\nHe left.", "It was meant “to calm the crowd.”\n\nHe left."),
    RewriteExample("It was a life ” without any fear “ and went on.", "It was a life “without any fear” and went on."),
    RewriteExample(
      "“We wait of of the the boat.\nThey left.\nThe so-called ” market pass “ is gone with with the rest.",
      "“We wait of of the the boat.\nThey left.\nThe so-called “market pass” is gone with with the rest."),
    RewriteExample(
      "“I think it was big of of it. “” I had a hard day with with it.”",
      "“I think it was big of of it.” “I had a hard day with with it.”"),
    RewriteExample(
      "The so-called” silent majority “has spoken of of it with the the boat.",
      "The so-called “silent majority” has spoken of of it with the the boat."),
    RewriteExample(
      "The so-called” silent majority” has spoken of of it with the the boat.",
      "The so-called “silent majority” has spoken of of it with the the boat."),
    RewriteExample(
      "He stated of of it:” We go with the the boat. It is time.”",
      "He stated of of it: “We go with the the boat. It is time.”"),
    RewriteExample("It was ”a long day” and he said “no more”.", "It was “a long day” and he said “no more”."),
    RewriteExample(
      "They went with with him . “We will stay of of it. “He left the hall at noon.",
      "They went with with him . “We will stay of of it.” He left the hall at noon."),
    RewriteExample(
      "“We ask of of the town a little more patience. “Ana Felber stated with with joy.",
      "“We ask of of the town a little more patience,” Ana Felber stated with with joy."),
    RewriteExample(
      "She told of of it in a talk with the the paper” Tree “Ana Felber wrote for.",
      "She told of of it in a talk with the the paper “Tree” Ana Felber wrote for."),
    RewriteExample(
      "“We ask of of the town a little more patience “Ana Felber stated with with joy.",
      "“We ask of of the town a little more patience,” Ana Felber stated with with joy."),
    RewriteExample(
      "They are ”in a bad way”, and the the rest of of it is ”stable”.",
      "They are “in a bad way”, and the the rest of of it is “stable”."),
    RewriteExample("He said “no more“ and left.", "He said “no more” and left."),
    RewriteExample(
      "He had a “long day “, and a “short night “and left. “We go on “.",
      "He had a “long day”, and a “short night” and left. “We go on”."),
  ]
  public let leavesAlone = [
    "Er sagte „nein“ und ging.", "Han sade ”nej” och gick.", "»Nein«, sagte er.", "“Go.”\n\n“No.”",
    "“One.\n\n“Two.”", "They are ”bad”, ”old”, ”cold”, ”new” and ”well”.", "’Tis so, and ’twas.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard let repair = QuotationRepair(document) else { return }
    proposeReopeners(repair, &proposals)
    proposeBeforeSpeakers(repair, &proposals)
    let text = repair.text
    let marks = repair.reading.marks
    var next = 0
    while next < marks.count {
      let mark = marks[next]
      next += 1
      if next < marks.count, isSpacedPair(repair, mark, marks[next]) {
        let closer = marks[next]
        next += 1
        proposals.together {
          $0.replace(Span(mark.start, text.spaceEnd(from: mark.span.end)), with: "“", .likely)
          $0.replace(Span(text.spaceStart(before: closer.start), closer.span.end), with: "”", .likely)
        }
        continue
      }
      if next < marks.count, Self.isSwapped(repair, next - 1) {
        let closer = marks[next]
        next += 1
        proposals.together {
          $0.replace(Span(mark.start, mark.span.end + 1), with: " “", .likely)
          $0.replace(
            closer.after.isWord ? Span(text.spaceStart(before: closer.start), closer.span.end) : closer.span,
            with: closer.after.isWord ? "” " : "”", .likely)
        }
        continue
      }
      if next < marks.count, isBehindColon(repair, next - 1) {
        proposals.replace(Span(text.spaceStart(before: mark.start), mark.span.end + 1), with: " “", .likely)
        continue
      }
      if next < marks.count, isMetPair(repair, next - 1), document.mayBearPage, !document.isVerbatim(at: mark.start) {
        proposals.replace(Span(mark.start - 1, marks[next].span.end + 1), with: "” “", .likely)
        next += 1
        continue
      }
      guard mark.role == .closer || mark.role == .opener else { continue }
      let closing = mark.role == .closer
      guard mark.glyph == (closing ? .leftDouble : .rightDouble), mark.span.count == 3 else { continue }
      if mark.depth > 0, mark.partner >= 0 {
        let other = marks[Int(mark.partner)]
        if NestedMarks.isJoint(text, closing ? Span(other.span.end, mark.start) : Span(mark.span.end, other.start)) {
          continue
        }
      }
      guard let confidence = confidence(repair, mark, closing), !document.isVerbatim(at: mark.start) else { continue }
      let glyph = repair.glyph(for: mark, closing: closing)
      guard glyph != mark.glyph else { continue }
      let (span, bytes) = repair.setting(mark, as: glyph, closing: closing)
      proposals.replace(span, with: bytes, confidence)
    }
  }

  /// Whether a mark and the next are `the so-called” silent majority “has` or `the so-called” silent majority” has`: the first closes nothing, and
  /// some words on the other opens nothing that ends, or closes nothing either.
  static func isSwapped(_ repair: QuotationRepair, _ k: Int) -> Bool {
    let marks = repair.reading.marks
    guard k >= 0, k + 1 < marks.count else { return false }
    let opener = marks[k]
    let closer = marks[k + 1]
    // Neither has another mark as its like.
    guard opener.glyph == .rightDouble, opener.span.count == 3, closer.span.count == 3, opener.before == .lower,
      opener.after == .space, opener.beyondAfter == .lower || opener.beyondAfter == .upper,
      closer.start - opener.start < 80, closer.start - opener.start > 5,
      opener.partner < 0 && (closer.partner < 0 || closer.after == .comma || closer.after == .stop)
        || Int(opener.partner) == k + 1
    else { return false }
    let isTurned =
      closer.glyph == .leftDouble && closer.before == .space && closer.beyondBefore.isWord
      && (closer.after == .lower || closer.after == .comma || closer.after == .stop
        || closer.after == .upper && opener.partner < 0)
    let isPlain =
      closer.glyph == .rightDouble && closer.before.isWord && !closer.after.isWord && opener.beyondAfter == .lower
    guard isTurned || isPlain else { return false }
    let text = repair.text
    return !text[Span(opener.start, closer.start)].contains {
      $0 == 0x0A || $0 == UInt8(ascii: ",") || PunctuationMark.stops($0)
    }
      && !SpeechWords.isSaying(text, text.letters(from: opener.span.end + 1)) && repair.document.mayBearPage
      && !repair.document.isVerbatim(at: opener.start)
  }

  /// Whether a mark is that of `He stated:” We go.”`, and the next one closes.
  private func isBehindColon(_ repair: QuotationRepair, _ k: Int) -> Bool {
    let text = repair.text
    let opener = repair.reading.marks[k]
    let closer = repair.reading.marks[k + 1]
    let colon = text.spaceStart(before: opener.start) - 1
    return opener.glyph == .rightDouble && opener.span.count == 3
      && (opener.partner < 0 || Int(opener.partner) == k + 1)
      && text.has(":", at: colon) && text.isLower(text.spaceStart(before: colon) - 1) && opener.after == .space
      && opener.beyondAfter == .upper && closer.glyph == .rightDouble && !closer.after.isWord
      && closer.before != .space && !text[Span(opener.start, closer.start)].contains(0x0A)
      && repair.document.mayBearPage && !repair.document.isVerbatim(at: opener.start)
  }

  /// Whether a mark and the next are `it was big. “” I had`: one quotation ends and the next begins, and both marks are turned with the spaces
  /// on their outer sides.
  private func isMetPair(_ repair: QuotationRepair, _ k: Int) -> Bool {
    let marks = repair.reading.marks
    let first = marks[k]
    let second = marks[k + 1]
    guard first.glyph == .leftDouble, second.glyph == .rightDouble, first.span.count == 3, second.span.count == 3,
      second.start == first.span.end, first.before == .space, first.beyondBefore == .stop, second.after == .space,
      second.beyondAfter == .upper, k > 0, k + 2 < marks.count
    else { return false }
    // A quotation stands open, and the next one ends.
    let opener = marks[k - 1]
    let closer = marks[k + 2]
    return opener.glyph == .leftDouble && opener.after.isWord
      && (closer.glyph == .rightDouble || closer.before == .space && !closer.after.isWord)
      && !repair.text[Span(opener.start, closer.start)].contains(0x0A)
  }

  /// Whether a mark and the next are `the so-called ” market pass “ is`: both turned and set apart, whatever an opener some lines before that
  /// lacks its closer makes of them.
  private func isSpacedPair(_ repair: QuotationRepair, _ opener: QuotationMark, _ closer: QuotationMark) -> Bool {
    opener.glyph == .rightDouble && closer.glyph == .leftDouble && opener.span.count == 3 && closer.span.count == 3
      && opener.before == .space && opener.after == .space && closer.before == .space
      && (closer.after == .space && closer.beyondAfter == .lower || closer.after == .comma || closer.after == .stop)
      && (opener.role != .opener || closer.role != .closer)
      && opener.beyondBefore == .lower && opener.beyondAfter.isWord && closer.beyondBefore.isWord
      && closer.start - opener.start < 120
      && !NestedMarks.isJoint(repair.text, Span(opener.span.end, closer.start))
      && !repair.text[Span(opener.start, closer.start)].contains(0x0A)
      && repair.document.isDamaged && !repair.document.isVerbatim(at: opener.start)
  }

  /// `“We ask for a little patience “Felber said.`: what seems to open the quotation again before nothing but who speaks.
  private func proposeBeforeSpeakers(_ repair: QuotationRepair, _ proposals: inout Proposals) {
    let text = repair.text
    let marks = repair.reading.marks
    for k in marks.indices.dropFirst() {
      let mark = marks[k]
      let before = marks[k - 1]
      guard mark.glyph == .leftDouble, mark.span.count == 3, mark.before == .space, mark.after == .upper,
        mark.beyondBefore == .lower || mark.beyondBefore == .comma || mark.beyondBefore == .stop,
        before.glyph == .leftDouble, before.after.isWord,
        mark.start - before.start >= 16, let end = speakerEnd(repair, mark.span.end),
        k + 1 == marks.count || marks[k + 1].start > end, !text[Span(before.start, mark.start)].contains(0x0A),
        !repair.document.isVerbatim(at: mark.start)
      else { continue }
      let start = text.spaceStart(before: mark.start)
      // `a little patience. “Felber said.`: the stop stands for the comma.
      let isStop = mark.beyondBefore == .stop
      if isStop, !text.has(".", at: start - 1) || text.has("..", at: start - 2) { continue }
      proposals.replace(
        Span(isStop ? start - 1 : start, mark.span.end), with: mark.beyondBefore == .comma ? "” " : ",” ", .likely)
    }
  }

  /// The stop of `Felber said.`, `Ana Felber told the press on Monday.` that begins there and ends the line or stands before a quotation.
  private func speakerEnd(_ repair: QuotationRepair, _ start: Int) -> Int? {
    let text = repair.text
    var at = start
    var names = 0
    while names < 4 {
      let word = text.letters(from: at)
      guard !word.isEmpty, text.has(" ", at: word.end) || text.has(".", at: word.end) else { return nil }
      if names > 0, SpeechWords.isSaying(text, word) {
        var end = word.end
        while end < text.count, end - word.end < 60, text[end] != UInt8(ascii: "."), text[end] != 0x0A {
          if text[end] >= 0x80 || text[end] == UInt8(ascii: "\"") || text[end] == UInt8(ascii: ":") { return nil }
          end += 1
        }
        guard end < text.count, text[end] == UInt8(ascii: "."), text.isLineEnd(end + 1) || text.has(" “", at: end + 1)
        else { return nil }
        return end
      }
      guard text.isCapital(word.start) else { return nil }
      names += 1
      at = word.end + 1
    }
    return nil
  }

  /// `“We will stay. “He left the hall.`: what seems to open the quotation again, at the last mark of a paragraph, before a sentence about a third
  /// person; in damaged text.
  private func proposeReopeners(_ repair: QuotationRepair, _ proposals: inout Proposals) {
    let text = repair.text
    let marks = repair.reading.marks
    for paragraph in repair.reading.paragraphs where !paragraph.marks.isEmpty {
      let mark = marks[paragraph.marks.upperBound - 1]
      let isDoubtful = mark.role == .closer && mark.margin < 10
      guard mark.role == .reopener || mark.role == .opener && mark.partner < 0 || isDoubtful,
        mark.glyph == .leftDouble, mark.span.count == 3, !mark.startsParagraph, mark.after == .upper,
        mark.before == .space, mark.beyondBefore == .stop, paragraph.marks.count > 1
      else { continue }
      let before = marks[paragraph.marks.upperBound - 2]
      guard before.role == .opener || before.role == .reopener, before.glyph == .leftDouble,
        before.partner < 0 || before.role == .reopener || isDoubtful
      else { continue }
      let word = text.letters(from: mark.span.end)
      guard Self.thirds.contains(Lexicon.hash(text.utf8, word.range)), text.has(" ", at: word.end) else { continue }
      let end = repair.document.paragraphs[paragraph.index].end
      guard !repair.addresses(Span(mark.span.end, end)),
        !repair.hasAttributedClause(Span(mark.span.end, end)),
        repair.document.mayBearPage, !repair.document.isVerbatim(at: mark.start)
      else { continue }
      proposals.replace(Span(text.spaceStart(before: mark.start), mark.span.end), with: "” ", .likely)
    }
  }
  private static let thirds = WordSet("he she they")

  private func confidence(_ repair: QuotationRepair, _ mark: QuotationMark, _ closing: Bool) -> Confidence? {
    if mark.partner >= 0 {
      let other = repair.reading.marks[Int(mark.partner)]
      let opener = closing ? other : mark
      let closer = closing ? mark : other
      // A pair of another custom is what it should be.
      if repair.reading.isConsistent(opener: opener.glyph, closer: closer.glyph), opener.glyph != .rightDouble {
        return nil
      }
      if opener.glyph == .rightDouble, repair.opensWithRightDouble { return nil }
      // Both turned, each with the space on its wrong side: they bear one another out.
      if opener.glyph == .rightDouble, closer.glyph == .leftDouble {
        return max(opener.margin, closer.margin) >= 4 ? .likely : nil
      }
      return QuotationRepair.confidence(mark.margin)
    }
    // Alone, only the end of a paragraph says enough; an opener that nothing closes may be a closer that wandered.
    guard closing else { return nil }
    return mark.after == .edge && mark.beyondBefore == .stop
      ? .likely : QuotationRepair.confidence(mark.margin)
  }
}
