import Language
import TextModel

/// How the rules for page residue take out a line.
enum ResidueDeletion {
  /// Proposes the deletion of all lines of a kind.
  static func propose(_ kind: PageLine.Kind, _ document: Document, _ proposals: inout Proposals) {
    for line in document.pageResidue where line.kind == kind { delete(line.index, document, &proposals) }
  }

  /// Proposes the deletion of one line with the line ends before it, or, where it begins the text, behind it.
  ///
  /// In a text that begins with several such lines, each takes along what is behind it.
  static func delete(_ index: Int, _ document: Document, _ proposals: inout Proposals) {
    proposals.delete(span(index, document), .likely)
  }

  static func span(_ index: Int, _ document: Document) -> Span {
    let lines = document.paragraphs
    let line = lines[index]
    if leads(index, document) { return Span(line.start, index + 1 < lines.count ? lines[index + 1].start : line.end) }
    return Span(index > 0 ? lines[index - 1].end : line.start, line.end)
  }

  /// Whether a line and all before it are residue.
  private static func leads(_ index: Int, _ document: Document) -> Bool {
    if index == 0 { return true }
    let residue = document.pageResidue
    return residue.count > index && residue[index].index == index
  }
}
