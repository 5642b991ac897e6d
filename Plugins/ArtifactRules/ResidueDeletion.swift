import Language
import TextModel

/// How the rules for page residue take out a line.
enum ResidueDeletion {
  /// Proposes the deletion of all lines of a kind.
  static func propose(_ kind: PageLine.Kind, _ document: Document, _ proposals: inout Proposals) {
    for line in document.pageResidue where line.kind == kind { delete(line.index, document, &proposals) }
  }

  /// Proposes the deletion of one line with the line ends behind it, as an editor takes out a paragraph; where nothing but residue stands
  /// behind it, with those before.
  static func delete(_ index: Int, _ document: Document, _ proposals: inout Proposals) {
    proposals.delete(span(index, document), .likely)
  }

  static func span(_ index: Int, _ document: Document) -> Span {
    let lines = document.paragraphs
    // Nothing stands before the first line.
    if index == 0 { return Span(0, lines.count > 1 ? lines[1].start : lines[0].end) }
    if trails(index, document) { return Span(lines[index - 1].end, lines[index].end) }
    return Span(lines[index].start, lines[index + 1].start)
  }

  /// Whether all behind a line is residue.
  private static func trails(_ index: Int, _ document: Document) -> Bool {
    let behind = document.paragraphs.count - index - 1
    if behind == 0 { return true }
    let residue = document.pageResidue
    return residue.count >= behind && residue[residue.count - behind].index == index + 1
  }
}
