import Language
import TextModel

/// Captions that no mark shows: two lines that say the same, and lines of names.
extension Caption {
  /// What a picture shows, for those who do not see it, and the caption under it: two lines without a blank one between, where the
  /// paragraphs have one, the second with all of the first.
  func proposeTwins(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let lines = document.paragraphs
    for index in lines.indices.dropFirst().dropLast(2) where lines[index + 1].start == lines[index].end + 1 {
      let first = lines[index]
      let second = lines[index + 1]
      guard (40...CaptionLine.longest).contains(first.count), second.count >= first.count,
        second.count <= CaptionLine.longest,
        lines[index - 1].end + 1 < first.start, second.end + 1 < lines[index + 2].start,
        text[Span(second.start, second.start + first.count)].elementsEqual(text[first]),
        TitleBlock.words(text, first) >= 6, !document.isLayout(at: first.start)
      else { continue }
      // Two equal lines may be a title and its copy.
      guard second.count > first.count || lines[..<index].contains(where: { $0.count >= 120 }) else { continue }
      ResidueDeletion.delete(index, document, &proposals)
      ResidueDeletion.delete(index + 1, document, &proposals)
    }
  }

  /// A line without a full stop that stands word for word between paragraphs twice or more: what the page has for those who do not see
  /// its pictures.  Where it is the title, the title stays.
  func proposeRepeated(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let lines = document.paragraphs
    guard lines.count > 5 else { return }
    let found = lines.indices.dropFirst().dropLast().filter {
      (40...200).contains(lines[$0].count) && text.isCapital(lines[$0].start)
        && text[lines[$0].end - 1] != UInt8(ascii: ".") && lines[$0 - 1].count >= 80 && lines[$0 + 1].count >= 80
        && lines[$0 + 1].start > lines[$0].end + 1
    }
    guard found.count > 1, found.count <= 24, document.mayBearPage else { return }
    for index in found
    where found.contains(where: { $0 != index && text[lines[$0]].elementsEqual(text[lines[index]]) })
      && TitleBlock.words(text, lines[index]) >= 6 && !document.isLayout(at: lines[index].start)
    {
      ResidueDeletion.delete(index, document, &proposals)
    }
  }

  /// `Jo Felber and Anna Roth` alone between the title and the text: whom the picture showed, or who wrote it.
  func proposeCouple(_ document: Document, _ proposals: inout Proposals) {
    let lines = document.paragraphs
    guard let body = lines.prefix(9).firstIndex(where: { $0.count >= 100 }), body > 1, document.bearsPage,
      TitleBlock.isTitle(document.text, lines[0])
    else { return }
    for index in 1..<body where Self.isNames(document, lines[index], least: 4) {
      ResidueDeletion.delete(index, document, &proposals)
    }
  }

  /// Whether a line is nothing but names, two or more of them with a comma, `and` or `with` between.
  static func isNames(_ document: Document, _ line: Span, least: Int = 2) -> Bool {
    guard (8...140).contains(line.count), document.text.isCapital(line.start) else { return false }
    let words = document.words[document.wordRange(in: line)]
    guard words.count > least, words.count <= 16, let last = words.last, last.end == line.end, last.startsWithCapital
    else {
      return false
    }
    var names = 0
    var joints = 0
    var known = 0
    for word in words {
      switch word.gap {
      case .line, .space, .hyphen: break
      case .comma: joints += 1
      default: return false
      }
      if CaptionWords.ties.contains(word), word.isLower {
        joints += 1
      } else if word.startsWithCapital, !ProseWords.has(.joins, document.text, word.span) {
        names += 1
        let entry = Lexicon.entry(word.hash)
        if entry.isCommonName || !entry.isWord(upTo: 2) { known += 1 }
      } else if word.gap != .hyphen {
        return false
      }
    }
    return joints > 0 && names >= least && known * 2 >= names
  }
}
