import TextModel

/// What stands around a mark, as far as it makes one reading cheaper than another.
extension QuotationReader {
  /// Whether the mark stands right behind another one, with at most a full stop and spaces between.
  func isDoubled(_ index: Int) -> Bool {
    guard index > 0, marks[index].start - marks[index - 1].span.end <= 4,
      marks[index].glyph.isSingle == marks[index - 1].glyph.isSingle
    else { return false }
    var isStopped = false
    for at in marks[index - 1].span.end..<marks[index].start {
      guard bytes[at] == 0x20 || bytes[at] == 0x2E else { return false }
      isStopped = isStopped || bytes[at] == 0x2E
    }
    // `a "serious incident". "We had`: the next sentence is said too.
    return
      !(isStopped && marks[index].glyph == .straightDouble && marks[index].before == .space
      && marks[index].after.isWord)
  }

  /// Whether a tag follows a mark that could open as well as close by its neighbours: `, " she said`.
  func leadsTag(_ mark: QuotationMark) -> Bool {
    guard !mark.glyph.isSingle, mark.beyondBefore == .comma || mark.beyondBefore == .stop,
      mark.before == .space ? mark.after == .space : mark.after == .lower || mark.after == .upper
    else { return false }
    let start = mark.after == .space ? mark.span.end + 1 : mark.span.end
    return QuotationGaps.isTag(bytes, from: start, to: min(bytes.count, start + 120))
  }

  /// Whether a tag in small letters hangs on a mark that stands behind the end of a sentence or a comma: `we go on. “he said`.
  func hangsOnTag(_ mark: QuotationMark) -> Bool {
    guard !mark.glyph.isSingle, mark.before == .space,
      mark.after == .lower && mark.beyondBefore == .stop
        || (mark.after == .lower || mark.after == .upper) && mark.beyondBefore == .comma
        || mark.after == .lower && mark.beyondBefore == .lower && mark.glyph == .leftDouble
    else { return false }
    return QuotationGaps.isTag(
      bytes, from: mark.span.end, to: min(bytes.count, mark.span.end + 120), isApart: mark.beyondBefore == .comma)
  }

  /// Whether only spaces stand between a double mark and the double mark before it.
  func standsBehindAnother(_ index: Int) -> Bool {
    guard index > 0, index < marks.count, !marks[index].glyph.isSingle, !marks[index - 1].glyph.isSingle else {
      return false
    }
    let start = marks[index - 1].span.end
    guard marks[index].start > start, marks[index].start - start <= 4 else { return false }
    for at in start..<marks[index].start where bytes[at] != 0x20 { return false }
    return true
  }

  /// Whether a tag (`, she said`) stands between this mark and the one before, both of which look like openers: the first
  /// quotation then ended without its closer.
  func followsTag(_ index: Int) -> Bool {
    guard index > 0, looksLikeOpener(marks[index]), looksLikeOpener(marks[index - 1]) else { return false }
    let start = marks[index - 1].span.end
    return QuotationGaps.tagPlace(bytes, from: start, to: min(marks[index].start, start + 2000)) != nil
  }

  /// The same for the last mark of a paragraph and its end.
  func endsWithTag(_ paragraph: Int) -> Bool {
    guard let last = paragraphs[paragraph].marks.last, looksLikeOpener(marks[last]) else { return false }
    let start = marks[last].span.end
    let end = min(spans[paragraphs[paragraph].index].end, start + 2000)
    return QuotationGaps.tagPlace(bytes, from: start, to: end) != nil
  }

  func looksLikeOpener(_ mark: QuotationMark) -> Bool {
    !mark.glyph.isSingle && mark.after.isWord && !mark.before.isWord
  }

  /// Whether the word behind the mark is one that begins with an apostrophe: ’tis, ’em, ’90s.
  func isElision(_ mark: QuotationMark) -> Bool {
    mark.glyph.isSingle && mark.after.isWord && !mark.before.isWord
      && QuotationWords.isElision(bytes, at: mark.span.end)
  }

  /// Whether a double mark stands where the apostrophe of a contraction belongs: don"t.
  func isContraction(_ mark: QuotationMark) -> Bool {
    !mark.glyph.isSingle && (mark.before == .lower || mark.before == .upper)
      && (mark.after == .lower || mark.after == .upper) && QuotationWords.isContraction(bytes, at: mark.span.end)
  }
}
