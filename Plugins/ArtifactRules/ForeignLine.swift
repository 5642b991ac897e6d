import Language
import TextModel

/// Deletes a title or caption that was left in the script of the source: a line in Cyrillic, Greek, Arabic or Chinese over an English article.
///
/// A translator that works through a page passes over what its layout repeats, the title in the head and the captions of pictures. Such a line
/// stands above the first paragraph, or the same one stands twice; it is short, has hardly a Latin letter, and no more than two of its kind
/// are in the text. Only where other lines, or damage in the text, show that the page came along: who quotes a poem means it.
public struct ForeignLine: RewriteRule {
  public init() {}
  public let id = "foreign-line"
  public let trigger: ByteClasses? = .nonASCII
  public let languages: LanguageScope = .only([.english])

  private static let body =
    "The the river rose with with the rain, and a bridge was carried away by the water on Monday night, the mayor said.\n\n"
    + "Nobody had thought of the old mill, which stood on the other side of the road."

  public let fixes = [
    RewriteExample(
      "Мост упал в реку\n\nBridge falls into the river\n\n" + body, "Bridge falls into the river\n\n" + body),
    RewriteExample(
      "An old bridge falls into the river after a storm of three days, says the mayor\n\nСтарый мост упал в реку после трёх дней бури\n\nThe bridge was old. It had stood for more than a hundred years, and nobody was hurt there.\n\nСтарый мост упал в реку после трёх дней бури\n\nA new one will be built.",
      "An old bridge falls into the river after a storm of three days, says the mayor\n\nThe bridge was old. It had stood for more than a hundred years, and nobody was hurt there.\n\nA new one will be built."
    ),
    RewriteExample("Bridge falls\n\n[한강일보 김철수 기자] " + body, "Bridge falls\n\n" + body),
    RewriteExample(
      "Старый мост упал в реку The old bridge fell on Monday.\n\nСтарый мост упал в реку\n\nNobody was hurt.",
      "The old bridge fell on Monday.\n\nNobody was hurt."),
    RewriteExample(
      "Bridge falls\n\n" + body + "\n\nΗ γέφυρα το πρωί\n\nIt was late.\n\nΗ γέφυρα το πρωί\n\nThey left.",
      "Bridge falls\n\n" + body + "\n\nIt was late.\n\nThey left."),
  ]
  public let leavesAlone = [
    "They sang of the old bridge and of the wide river under it, and then once more of it:\n\nМост\n\nThey left.\n\nМост\n\nIt was late.",
    "Мост упал в реку\n\nThe river rose with the rain, and a bridge was carried away by the water on Monday night, it said.\n\nThey left.",
    "Bridge falls\n\n" + body + "\n\nΗ γέφυρα το πρωί\n\nIt was late.",
    "Мост упал\n\nв реку\n\nи лежит\n\n" + body, "Мост",
  ]

  /// In bytes.
  private static let longest = 400

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let lines = document.paragraphs
    guard lines.count > 2 else { return }
    proposeLabel(document, &proposals)
    let found = lines.indices.filter { letters(text, lines[$0]) > 1 }
    guard !found.isEmpty, found.count <= 4, document.hasParagraphs else { return }
    // `Мост упал в реку The bridge …` and the line alone.
    if let index = found.first, index > 0, lines[index].count >= 24, lines[index].count < lines[index - 1].count {
      let before = lines[index - 1]
      let end = before.start + lines[index].count
      if text[Span(before.start, end)].elementsEqual(text[lines[index]]), text[end] == 0x20, text.isUpper(end + 1) {
        proposals.delete(Span(before.start, end + 1), .likely)
        ResidueDeletion.delete(index, document, &proposals)
        return
      }
    }
    guard
      isOneLine(text, lines, found) || document.mayBearPage
    else { return }
    let head = lines.firstIndex { $0.count >= 100 && text.isASCIILetter($0.start) } ?? 0
    for index in found where letters(text, lines[index]) >= 8 {
      let isAgain = found.contains { $0 != index && text[lines[$0]].elementsEqual(text[lines[index]]) }
      guard isAgain || index < head && found.count <= 2, !document.isLayout(at: lines[index].start) else { continue }
      ResidueDeletion.delete(index, document, &proposals)
    }
  }

  /// `[한강일보 김철수 기자] The bridge …`: who reports, in brackets before the first words.
  private func proposeLabel(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    for line in document.paragraphs.prefix(6) where line.count > 60 {
      guard text[line.start] == UInt8(ascii: "[") || text.has("【", at: line.start) else { continue }
      var at = line.start + 1
      var letters = 0
      while at < min(line.start + 80, line.end - 2), text[at] != UInt8(ascii: "]"), !text.has("】", at: at) {
        if text.isASCIILetter(at) { break }
        if text[at] >= 0xCE, text[at] != 0xE3 { letters += 1 }
        at += 1
      }
      let end = text[at] == UInt8(ascii: "]") ? at + 1 : text.has("】", at: at) ? at + 3 : line.end
      guard letters > 2, end + 20 < line.end, document.mayBearPage else { continue }
      let start = text[end] == 0x20 ? end + 1 : end
      guard text.isUpper(start) || text.has("“", at: start) || text.has("‘", at: start) else { continue }
      proposals.delete(Span(line.start, start), .likely)
    }
  }

  /// Whether all are the same long line, and each stands between paragraphs of English: nobody quotes so.
  private func isOneLine(_ text: Text, _ lines: [Span], _ found: [Int]) -> Bool {
    found.count > 1 && lines[found[0]].count >= 48
      && found.allSatisfy {
        $0 > 0 && $0 + 1 < lines.count && text[lines[$0]].elementsEqual(text[lines[found[0]]])
          && lines[$0 - 1].count >= 60 && text.isASCIILetter(lines[$0 + 1].start)
      }
  }

  /// How many letters of another script a short line has; none where more than one in eight is Latin.
  private func letters(_ text: Text, _ line: Span) -> Int {
    guard line.count <= Self.longest, text[line.start] >= 0xCE || !text.isASCIILetter(line.start) else { return 0 }
    var letters = 0
    var latin = 0
    var at = line.start
    while at < line.end {
      if text[at] < 0x80 {
        if text.isASCIILetter(at) { latin += 1 }
        // No line of this length has eight times as many of the others.
        if latin > Self.longest / 16 { return 0 }
      } else if text[at] >= 0xCE, text[at] != 0xE2, CharacterClass.of(text, at: at) == .letter {
        // A sign of Chinese, Japanese or Korean is a syllable.
        letters += text[at] >= 0xE3 && text[at] < 0xEE ? 2 : 1
      }
      at = text.index(after: at)
    }
    return latin * 8 <= letters ? letters : 0
  }
}
