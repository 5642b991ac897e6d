import Language
import TextModel

/// Puts together a quotation mark that is typed with two other signs, or whose two strokes were parted: `´´so it is´´`,
/// `' ' so it is ' '`.
///
/// Keyboards without quotation marks, and tokenizers that take each apostrophe for a word.  Both ends must stand in one line, with words
/// between them; the marks become those of the text, in texts that are damaged elsewhere.
public struct TypedMark: RewriteRule {
  public init() {}
  public let id = "typed-mark"
  public let trigger: ByteClasses? = [.apostrophe, .nonASCII]
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "She asked for the the room. ' ' It is late, ' ' she said of of it. ' ' We go. ' '",
      "She asked for the the room. \"It is late,\" she said of of it. \"We go.\""),
    RewriteExample(
      "They made a ' ' close look ' ' of of it and the the rest, ''so far'' at least.",
      "They made a ''close look'' of of it and the the rest, ''so far'' at least."),
    RewriteExample(
      "He had ´´a long way´´ of of the the road and “no more.”", "He had “a long way” of of the the road and “no more.”"
    ),
  ]
  public let leavesAlone = [
    "He had ' ' and the rest.", "if c == ' ' or d == ' ' then of of the the rest",
    "the miners ' and the boys ' ways of of the the rest",
    "He had ´´a long way´´ to go.", "of of the the rest roun ' ' bout ten an ' up roun ' ' bout six",
  ]

  private struct Place {
    let span: Span
    let opens: Bool
    let kind: UInt8
  }

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    guard document.hasParagraphs, document.isDamaged else { return }
    let places = places(document)
    guard places.count > 1 else { return }
    let house = house(document)
    var k = 0
    while k + 1 < places.count {
      let opener = places[k]
      let closer = places[k + 1]
      k += 1
      guard opener.opens, !closer.opens, opener.kind == closer.kind,
        hasWords(text, Span(opener.span.end, closer.span.start)),
        !document.isVerbatim(at: opener.span.start), !document.isVerbatim(at: closer.span.start)
      else { continue }
      k += 1
      proposals.together {
        $0.replace(opener.span, with: house.opening, .likely)
        $0.replace(closer.span, with: house.closing, .likely)
      }
    }
  }

  /// Where such marks stand.  Parted apostrophes take turns within a line; the others show by their neighbours what they are.
  private func places(_ document: Document) -> [Place] {
    let text = document.text
    let bytes = text.utf8
    var found: [Place] = []
    var isOpen = false
    for offset in document.markOffsets {
      let at = Int(offset)
      switch bytes[at] {
      case 0x0A: isOpen = false
      case 0x27:
        guard text.has("' '", at: at), at == 0 || bytes[at - 1] <= 0x20, isGap(text, at + 3) else { continue }
        // With a space on each side but where the line ends.
        if !isOpen {
          guard text.has(" ", at: at + 3), text.isLetter(at + 4) || text.isDigit(at + 4) else { continue }
          found.append(Place(span: Span(at, at + 4), opens: true, kind: 0))
        } else {
          guard at > 1, bytes[at - 1] == 0x20, bytes[at - 2] > 0x20 else { continue }
          found.append(Place(span: Span(at - 1, at + 3), opens: false, kind: 0))
        }
        isOpen.toggle()
      case 0xC2:
        guard text.has("´´", at: at), !text.has("´", at: at + 4) else { continue }
        let isAfterGap = at == 0 || bytes[at - 1] <= 0x20 || bytes[at - 1] == UInt8(ascii: "(")
        guard isAfterGap == text.isLetter(at + 4) else { continue }
        found.append(Place(span: Span(at, at + 4), opens: isAfterGap, kind: 1))
      default: break
      }
    }
    return found
  }

  private func isGap(_ text: Text, _ at: Int) -> Bool { at >= text.count || text[at] <= 0x20 }

  /// Two words or more, in one line, and no apostrophe that was parted from its word: where those are, two of them may meet.
  private func hasWords(_ text: Text, _ span: Span) -> Bool {
    guard span.count > 3, span.count < 2000 else { return false }
    var hasGap = false
    for at in span.range {
      if text[at] == 0x0A || text.has(" ' ", at: at) { return false }
      if text[at] == 0x20, at > span.start, text.isLetter(at + 1) { hasGap = true }
    }
    return hasGap
  }

  /// The marks that the text has elsewhere; two apostrophes where it has them.
  private func house(_ document: Document) -> (opening: StaticString, closing: StaticString) {
    let text = document.text
    var isCurly = false
    for offset in document.markOffsets {
      let at = Int(offset)
      if text[at] == 0x27, text.has("''", at: at) { return ("''", "''") }
      if text[at] == 0xE2, text.has("“", at: at) || text.has("”", at: at) { isCurly = true }
    }
    return isCurly ? ("“", "”") : ("\"", "\"")
  }
}
