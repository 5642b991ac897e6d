import Language
import TextModel

/// Quotations between quotation marks of any custom.
///
/// Goes by the cheapest consistent reading of all marks of the text, so marks that are turned round, doubled, glued, mixed or
/// missing on one side still give their quotation; a lost side is put where it probably was.  A quotation over several
/// paragraphs is one quotation for each paragraph.  Apostrophes, inches and feet are none; what is quoted inside a quotation
/// belongs to it.
public struct MarkedQuotation: QuoteRule {
  public let id = "quotation-marks"
  public init() {}

  public let examples: [QuoteExample] = [
    "[“Go home,”|Zoë Kay] said Zoë Kay.",
    "[\"The dam held,\"|the mayor] the mayor said. [\"We were lucky.\"|the mayor]",
    "The bond ” without limits “ held for the ’90s, a 6'2\" man said.",
    "The mayor said: [“We came. “We saw,”|The mayor] and left.",
  ]

  func apply(to scene: QuoteScene) {
    let marks = scene.marks.marks
    var paragraph = 0
    let paragraphs = scene.document.paragraphs
    for (index, mark) in marks.enumerated() where mark.depth == 0 {
      switch mark.role {
      case .opener:
        guard mark.partner >= 0 else { continue }
        var start = mark.start
        // A piece ends where a new paragraph takes the quotation up again.
        let last = Int(mark.partner)
        var at = index + 1
        while at < last {
          if marks[at].role == .reopener, marks[at].startsParagraph {
            while paragraph + 1 < paragraphs.count, paragraphs[paragraph + 1].start <= start { paragraph += 1 }
            let end = endOfParagraph(before: marks[at].start, scene)
            add(Span(start, end), paragraph, goesOn: true, scene)
            start = marks[at].start
          }
          at += 1
        }
        while paragraph + 1 < paragraphs.count, paragraphs[paragraph + 1].start <= start { paragraph += 1 }
        add(Span(start, marks[last].span.end), paragraph, goesOn: false, scene)
      default: continue
      }
    }
    addOneSided(scene)
    scene.drafts.sort { $0.quotation.span < $1.quotation.span }
    number(scene)
  }

  /// Quotations of which one side is missing.
  private func addOneSided(_ scene: QuoteScene) {
    let marks = scene.marks.marks
    let paragraphs = scene.document.paragraphs
    for missing in scene.marks.missing where marks[missing.mark].depth == 0 {
      let mark = marks[missing.mark]
      let index = paragraphIndex(of: mark.start, paragraphs)
      if missing.isCloser {
        var start = mark.start
        var at = missing.mark + 1
        while at < marks.count, marks[at].start < missing.offset {
          if marks[at].role == .reopener, marks[at].startsParagraph {
            add(
              Span(start, endOfParagraph(before: marks[at].start, scene)), paragraphIndex(of: start, paragraphs),
              goesOn: true, scene)
            start = marks[at].start
          }
          at += 1
        }
        if missing.offset > start {
          add(Span(start, missing.offset), paragraphIndex(of: start, paragraphs), goesOn: false, scene)
        }
      } else if missing.offset < mark.start {
        add(Span(missing.offset, mark.span.end), index, goesOn: false, scene)
      }
    }
  }

  private func paragraphIndex(of offset: Int, _ paragraphs: [Span]) -> Int {
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  private func endOfParagraph(before offset: Int, _ scene: QuoteScene) -> Int {
    var end = offset
    while end > 0, scene.bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  private func add(_ span: Span, _ paragraph: Int, goesOn: Bool, _ scene: QuoteScene) {
    let first = scene.firstWord(from: span.start)
    let end = scene.firstWord(from: span.end)
    guard first < end else { return }
    var draft = QuoteDraft(
      quotation: Quotation(span: span, kind: .direct, by: id), words: first..<end, paragraph: paragraph)
    draft.goesOn = goesOn
    scene.drafts.append(draft)
  }

  /// Writes down which words are quoted.
  private func number(_ scene: QuoteScene) {
    scene.draftOfWord = [Int32](repeating: -1, count: scene.words.count)
    for (index, draft) in scene.drafts.enumerated() {
      for word in draft.words { scene.draftOfWord[word] = Int32(index) }
    }
  }
}
