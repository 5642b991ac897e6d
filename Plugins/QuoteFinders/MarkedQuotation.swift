import Language
import TextModel

/// Quotations between quotation marks of any custom.
///
/// Goes by the cheapest consistent reading of all marks of the text, so marks that are turned round, doubled, glued, mixed or
/// missing on one side still give their quotation; a lost side is put where it probably was.  A quotation over several
/// paragraphs is one quotation for each paragraph.  Apostrophes, inches and feet are none; what is quoted inside a quotation
/// belongs to it; `nested-quotation` tells of it too.
public struct MarkedQuotation: QuoteRule {
  public let id = "quotation-marks"
  public init() {}

  public let examples: [QuoteExample] = [
    "[“Go home,”|Zoë Kay] said Zoë Kay.",
    "[\"The dam held,\"|the mayor] the mayor said. [\"We were lucky.\"|the mayor]",
    "The bond ” without limits “ held in the ’90s, for a 6'2\" man.",
    "The mayor said: [“We came. “We saw,”|The mayor] and left.",
  ]

  func apply(to scene: QuoteScene) {
    Self.collect(scene, id: id) { !($0.glyph == .rightDouble && $0.span.count == 2) }
  }

  /// Adds the outermost quotations whose mark `accepts`.
  static func collect(_ scene: QuoteScene, id: String, accepts: (QuotationMark) -> Bool) {
    let marks = scene.marks.marks
    for (index, mark) in marks.enumerated() where mark.depth == 0 && mark.role == .opener && mark.partner >= 0 {
      guard accepts(mark), !isAttribute(mark, scene) else { continue }
      let last = Int(mark.partner)
      addPieces(from: index, to: last, end: marks[last].span.end, id, scene)
    }
    for missing in scene.marks.missing where marks[missing.mark].depth == 0 {
      let mark = marks[missing.mark]
      guard accepts(mark) else { continue }
      if missing.isCloser {
        addPieces(from: missing.mark, to: marks.count, end: missing.offset, id, scene)
      } else if missing.offset < mark.start {
        add(Span(missing.offset, mark.span.end), goesOn: false, id, scene)
      }
    }
    scene.drafts.sort { $0.quotation.span < $1.quotation.span }
    scene.number()
  }

  /// Adds a quotation piece by piece: one ends where a new paragraph takes the quotation up again.
  private static func addPieces(from opener: Int, to last: Int, end: Int, _ id: String, _ scene: QuoteScene) {
    let marks = scene.marks.marks
    var start = marks[opener].start
    var at = opener + 1
    while at < last, marks[at].start < end {
      if marks[at].role == .reopener, marks[at].startsParagraph {
        var edge = marks[at].start
        while edge > start, scene.bytes[edge - 1] <= 0x20 { edge -= 1 }
        add(Span(start, edge), goesOn: true, id, scene)
        start = marks[at].start
      }
      at += 1
    }
    if end > start { add(Span(start, end), goesOn: false, id, scene) }
  }

  /// Whether the mark opens the value of an attribute in markup or code: `id="…"`.
  private static func isAttribute(_ mark: QuotationMark, _ scene: QuoteScene) -> Bool {
    mark.glyph == .straightDouble && mark.start > 0 && scene.bytes[mark.start - 1] == UInt8(ascii: "=")
  }

  private static func add(_ span: Span, goesOn: Bool, _ id: String, _ scene: QuoteScene) {
    let first = scene.firstWord(from: span.start)
    let end = scene.firstWord(from: span.end)
    guard first < end else { return }
    var draft = QuoteDraft(
      quotation: Quotation(span: span, kind: .direct, by: id), words: first..<end,
      paragraph: scene.paragraph(of: span.start))
    draft.goesOn = goesOn
    scene.drafts.append(draft)
  }
}
