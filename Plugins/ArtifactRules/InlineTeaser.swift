import Language
import TextModel

/// Deletes a link to another article that stands between two paragraphs.
///
/// `See also  Bridge falls in Lyon`, `READ MORE: …`, `Lire aussi : …`: a phrase that announces, and behind it something like a
/// headline: a capital, no full stop at the end.  References of a text to itself end like sentences and stay.
public struct InlineTeaser: RewriteRule {
  public init() {}
  public let id = "inline-teaser"

  public let fixes = [
    RewriteExample(
      "It ended in May.\n\nSee also  Bridge falls in Lyon after storm\n\nThen it began.",
      "It ended in May.\n\nThen it began."),
    RewriteExample(
      "It ended in May.\n\nREAD ALSO: Bridge falls in Lyon after storm\n\nThen it began.",
      "It ended in May.\n\nThen it began."),
    RewriteExample(
      "It ended in May. See also  Bridge falls in Lyon\n\nThen it began.", "It ended in May.\n\nThen it began."),
    RewriteExample(
      "It ended in May, when the last of the old pillars had been carried away by the river. Read also: Bridge falls in Lyon\n\nThen it began.",
      "It ended in May, when the last of the old pillars had been carried away by the river.\n\nThen it began."),
    RewriteExample(
      "The the bridge over the river fell into the water with with the rain of Monday night, and and nobody was hurt.\n\nVideo: How the mayor was left alone\n\nIt was old.\n\nThen it began.",
      "The the bridge over the river fell into the water with with the rain of Monday night, and and nobody was hurt.\n\nIt was old.\n\nThen it began."
    ),
    RewriteExample("C’est fini.\n\nLire aussi : Un pont tombe à Lyon\n\nPuis rien.", "C’est fini.\n\nPuis rien."),
  ]
  public let leavesAlone = [
    "It ended.\n\nSee also the discussion of bridges in chapter 3.\n\nIt began.",
    "NAME\n\nSee also: ls(1), cat(1)\n\nEND", "It ended.\n\nRead more about it in the book.\n\nIt began.",
    "It ended.\n\nMore people came than we thought\n\nIt began.",
    "Skip to content\n\nBREAKING: Bridge falls in Lyon after storm\n\nThe bridge over the river fell into the water on Monday night after a storm of three days, and nobody was hurt, he said.\n\nIt was old.",
    "It ended.\n\nSee also `Bridge`, `Road` and `Gate` below.\n\nIt began.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let title = onlyTitle(document)
    for line in document.pageResidue
    where line.kind == .teaser && line.index != title && !standsAmongTitles(document, line.index) {
      ResidueDeletion.delete(line.index, document, &proposals)
    }
    proposeVideo(document, &proposals)
    proposeTrailing(document, &proposals)
    proposeAnnounced(document, &proposals)
  }

  /// `BREAKING: Bridge falls`: a line above the first paragraph that announces is the article’s own title where no other stands there.
  private func onlyTitle(_ document: Document) -> Int? {
    let residue = document.pageResidue
    guard let first = residue.first(where: { $0.kind == .teaser }), first.index < 9 else { return nil }
    let lines = document.paragraphs
    for index in 0..<min(first.index + 4, lines.count) where index != first.index {
      if index > first.index, lines[index].count >= 120 { return first.index }
      if lines[index].count >= 120
        || !residue.contains(where: { $0.index == index })
          && TitleBlock.isTitle(document.text, lines[index])
      {
        return nil
      }
    }
    return nil
  }

  /// `Watch live: The mayor speaks` in a page of short news, each a title and a paragraph: it is the title of the next.
  private func standsAmongTitles(_ document: Document, _ index: Int) -> Bool {
    let lines = document.paragraphs
    let text = document.text
    guard index >= 4, index + 1 < lines.count,
      text.has("Watch", at: lines[index].start) || text.has("WATCH", at: lines[index].start)
        || text.has("VIDEO", at: lines[index].start) || text.has("Video", at: lines[index].start)
    else { return false }
    return [index - 2, index - 4].allSatisfy {
      lines[$0].count <= 120 && PageResidue.isHeadline(text, lines[$0]) && lines[$0 + 1].count >= 100
        && text[lines[$0 + 1].end - 1] == UInt8(ascii: ".")
    }
  }

  /// `Video: How the mayor was left alone` between two lines of damaged text, once or twice: a player that did not come along.
  private func proposeVideo(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let lines = document.paragraphs
    guard document.hasParagraphs, lines.count > 3 else { return }
    let found = lines.indices.dropFirst().dropLast().filter { index in
      let line = lines[index]
      guard (30...160).contains(line.count) else { return false }
      let start = text.letters(from: line.start).end
      return
        (text.has("Video: ", at: line.start) || text.has("VIDEO: ", at: line.start)
        || text.has("Podcast: ", at: line.start)) && text.isCapital(start + 2)
        && PageResidue.isHeadline(text, line) && TitleBlock.words(text, Span(start + 2, line.end)) >= 4
        && document.pageLine(at: index) == nil
    }
    guard !found.isEmpty, found.count <= 2, document.isDamaged else { return }
    for index in found
    where !document.isLayout(at: lines[index].start) && lines[..<index].contains(where: { $0.count >= 100 }) {
      ResidueDeletion.delete(index, document, &proposals)
    }
  }

  /// `They left. See also  Bridge falls in Lyon`: at the end of a paragraph; the two spaces are a plug-in’s.
  private func proposeTrailing(_ document: Document, _ proposals: inout Proposals) {
    guard document.byteClasses.contains(.doubleSpace) else { return }
    let text = document.text
    let words = document.words
    var done = 0
    for k in words.indices.dropFirst() where words[k].gap == .wide {
      let at = words[k - 1].end
      guard at >= done, words[k].start == at + 2, text[at] == 0x20, text[at + 1] == 0x20, text.isCapital(at + 2) else {
        continue
      }
      guard let phrase = Self.phrases.first(where: { text.has($0, at: at - $0.utf8CodeUnitCount) }) else { continue }
      let start = at - phrase.utf8CodeUnitCount
      guard let line = document.paragraph(at: at), start > line.start + 2, text[start - 1] == 0x20,
        endsSentence(text, text.spaceStart(before: start)), text[line.end - 1] != UInt8(ascii: "."),
        line.end - at < 200,
        !document.isLayout(at: start)
      else { continue }
      proposals.delete(Span(text.spaceStart(before: start), line.end), .likely)
      done = line.end
    }
  }

  /// `They left. Read also: Bridge falls in Lyon`: a headline behind a colon, at the end of a paragraph, which then has no stop.
  private func proposeAnnounced(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    for line in document.paragraphs where line.count > 100 {
      switch text[line.end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ":"), 0x80...: continue
      default: break
      }
      var at = line.end - 16
      while at > line.start + 40, line.end - at < 180, text[at] != UInt8(ascii: ":") { at -= 1 }
      guard text.has(": ", at: at), text.isCapital(at + 2),
        let phrase = Self.phrases.first(where: { text.has($0, at: at - $0.utf8CodeUnitCount) })
      else { continue }
      let start = text.spaceStart(before: at - phrase.utf8CodeUnitCount)
      guard start > line.start + 2, start < at - phrase.utf8CodeUnitCount, endsSentence(text, start),
        TitleBlock.words(text, Span(at + 2, line.end)) >= 3, !document.isLayout(at: start)
      else { continue }
      proposals.delete(Span(start, line.end), .likely)
    }
  }

  private func endsSentence(_ text: Text, _ at: Int) -> Bool {
    guard at > 0 else { return false }
    let last = text.scalar(before: at)
    return last == "." || last == "!" || last == "?" || last == "”" || last == "\""
  }

  private static let phrases: [StaticString] = [
    "See also", "SEE ALSO", "Read also", "READ ALSO", "READ", "Also read", "Also Read", "ALSO READ", "Read more",
    "READ MORE", "Also interesting", "More on this", "More on the topic", "On the same topic", "On the same subject",
    "See more", "Watch", "WATCH", "Must read", "MUST READ", "Don't miss", "Don’t miss", "Recommended",
    "You may also like",
    "Read More", "Read", "Related", "RELATED", "Lire aussi", "Lea también", "Leia também", "Leggi anche",
    "Lesen Sie auch",
  ]
}
