import Language
import TextModel

/// Writes quotation marks where a question mark or the replacement character stands for them: `?I am not sure,? he said`.
///
/// A program that has no curly marks writes `?` or U+FFFD for each. In front of a word, behind a space or at a line's start, neither can be
/// what it seems. Its fellow closes it in the same line: behind a comma or stop, or before a word in small letters, where no
/// question ends. Both become the marks of the text.
public struct ReplacedMark: RewriteRule {
  public init() {}
  public let id = "replaced-mark"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("?I am not sure,? he said. ?We go.?", "\"I am not sure,\" he said. \"We go.\""),
    RewriteExample(
      "The ?old bridge? is gone.\n“It fell,” she said.", "The “old bridge” is gone.\n“It fell,” she said."
    ),
    RewriteExample("\u{FFFD}It is late,\u{FFFD} she said.", "\"It is late,\" she said."),
    RewriteExample("?Is it late?? she asked.", "\"Is it late?\" she asked."),
  ]
  public let leavesAlone = [
    "Is it late? ?Qué? he asked.", "see /find ?id=3", "Who knows ?maybe they do", "What? Why? he asked.",
    "the ?: operator", "is it ?yes or no? Nobody knew.",
  ]

  /// A sign that may stand for a mark, and whether it can open or close a quotation.
  private struct Sign {
    let span: Span
    let opens: Bool
    let closes: Closing
  }

  private enum Closing { case no, loosely, surely }

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let questions = document.punctuation.lazy.filter { $0.scalar == "?" }.map { Span($0.offset, $0.end) }
    // Nearly all texts have no such sign in front of a word.
    if questions.contains(where: { opens(text, $0) }) { propose(document, Array(questions), &proposals) }
    if document.byteClasses.contains(.nonASCII) {
      let lost = replacements(text)
      if !lost.isEmpty { propose(document, lost, &proposals) }
    }
  }

  private func propose(_ document: Document, _ spans: [Span], _ proposals: inout Proposals) {
    let text = document.text
    let signs = spans.map { Sign(span: $0, opens: opens(text, $0), closes: closing(text, $0)) }
    var pairs: [(opener: Span, closer: Span, isSure: Bool)] = []
    var k = 0
    while k < signs.count {
      defer { k += 1 }
      guard signs[k].opens else { continue }
      var j = k + 1
      while j < signs.count, !signs[j].opens, !text[Span(signs[j - 1].span.end, signs[j].span.start)].contains(0x0A) {
        if signs[j].closes != .no {
          pairs.append((signs[k].span, signs[j].span, signs[j].closes == .surely))
          k = j
          break
        }
        j += 1
      }
    }
    // `?Qué? he asked` had a mark of Spanish: a word in small letters behind proves little where nothing else does.
    let isProven = pairs.contains(where: \.isSure)
    let house: (opening: StaticString, closing: StaticString) =
      document.byteClasses.contains(.curly) ? ("“", "”") : ("\"", "\"")
    for pair in pairs
    where (isProven || pair.isSure || text.isLower(pair.opener.end)) && !document.isVerbatim(at: pair.opener.start) {
      proposals.together {
        $0.replace(pair.opener, with: house.opening, .likely)
        $0.replace(pair.closer, with: house.closing, .likely)
      }
    }
  }

  /// In front of a word, behind a space or bracket or at a line's start.
  private func opens(_ text: Text, _ sign: Span) -> Bool {
    guard sign.end < text.count, text.isLetter(sign.end) else { return false }
    guard sign.start > 0 else { return true }
    return text[sign.start - 1] <= 0x20 || text[sign.start - 1] == UInt8(ascii: "(")
  }

  private func closing(_ text: Text, _ sign: Span) -> Closing {
    guard sign.start > 0 else { return .no }
    if sign.end < text.count {
      switch text[sign.end] {
      case 0x00...0x20, UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"):
        break
      default: return .no
      }
    }
    switch text[sign.start - 1] {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .surely
    default: break
    }
    guard text.isLetter(text.index(before: sign.start)) else { return .no }
    return text.has(" ", at: sign.end) && text.isLower(sign.end + 1) || text.has(",", at: sign.end) ? .loosely : .no
  }

  /// Where U+FFFD stands.
  private func replacements(_ text: Text) -> [Span] {
    var found: [Span] = []
    var at = ByteSearch.first(0xEF, in: text.utf8, from: 0)
    while let place = at {
      if text.has("\u{FFFD}", at: place) { found.append(Span(place, place + 3)) }
      at = ByteSearch.first(0xEF, in: text.utf8, from: place + 1)
    }
    return found
  }
}
