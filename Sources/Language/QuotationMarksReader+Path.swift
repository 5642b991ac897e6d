/// The walk along the best path of a window: what each of its steps says of the marks.
extension QuotationReader {
  /// Writes down what one step of the best path says.
  func follow(_ step: Step, _ state: Int, _ action: QuotationState.Action) {
    if step.mark < 0 {
      if action == .abandon {
        let end = spans[paragraphs[step.paragraph].index].end
        while let opener = open.popLast() { lose(closerOf: opener, before: end) }
      }
      paragraphs[step.paragraph].staysOpen = !open.isEmpty
      if step.paragraph + 1 < paragraphs.count { paragraphs[step.paragraph + 1].entersOpen = !open.isEmpty }
      return
    }
    let index = step.mark
    marks[index].role = action.role
    switch action {
    case .open:
      marks[index].depth = UInt8(open.count)
      open.append(index)
    case .openAfresh:
      // A double one inside a single one is replaced alone, everything else is given up whole.
      let kept = (16...22).contains(state) && !marks[index].glyph.isSingle ? 1 : 0
      while open.count > kept, let opener = open.popLast() { lose(closerOf: opener, before: marks[index].start) }
      marks[index].depth = UInt8(open.count)
      open.append(index)
    case .close: close(index)
    case .closeBoth:
      if let inner = open.popLast() { lose(closerOf: inner, before: marks[index].start) }
      close(index)
    case .closeUnopened:
      let limit = leftLimit(index, step.paragraph)
      let start = QuotationGaps.openerPlace(
        bytes, before: marks[index].start, from: limit,
        isParagraphStart: limit == spans[paragraphs[step.paragraph].index].start)
      missing.append(QuotationMarks.Missing(mark: index, isCloser: false, offset: start))
    case .reopen:
      marks[index].depth = UInt8(max(0, open.count - 1))
      if let opener = open.last { marks[index].partner = Int32(opener) }
    case .apostrophe, .prime, .stray, .abandon, .carry:
      break
    }
  }

  func close(_ index: Int) {
    guard let opener = open.popLast() else { return }
    marks[index].partner = Int32(opener)
    marks[opener].partner = Int32(index)
    marks[index].depth = UInt8(open.count)
  }

  func lose(closerOf opener: Int, before limit: Int) {
    let place = QuotationGaps.closerPlace(bytes, after: marks[opener].span.end, before: limit)
    missing.append(QuotationMarks.Missing(mark: opener, isCloser: true, offset: place))
  }

  /// Where the search for a lost opener stops: behind the mark before, or at the paragraph's start.
  func leftLimit(_ mark: Int, _ paragraph: Int) -> Int {
    let start = spans[paragraphs[paragraph].index].start
    return mark > 0 ? max(start, marks[mark - 1].span.end) : start
  }

  /// What comes after a paragraph that has marks.
  func passage(after index: Int) -> QuotationState.Passage {
    let next = paragraphs[index].index + 1
    guard index + 1 < paragraphs.count else { return .end }
    if paragraphs[index + 1].index == next {
      let first = marks[paragraphs[index + 1].marks.lowerBound]
      if first.startsParagraph { return first.glyph.isSingle ? .reopenedSingle : .reopenedDouble }
    }
    return QuotationGaps.isWrapped(bytes, spans[next - 1], spans[next]) ? .wrapped : .plain
  }
}
