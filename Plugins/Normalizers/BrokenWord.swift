import Language
import TextModel

/// Joins a word that a hyphen breaks at a line's end: `exam-⏎ple` becomes `example⏎`.
///
/// The hyphen goes where the text itself writes the word without it elsewhere and never with it, or where it is a soft hyphen; in English also where
/// the whole is a word and the parts are not.  The line end moves behind the word, so lines stay lines; in a text that is
/// not wrapped at a width it goes.  All other hyphens at line ends may belong to the word (`well-⏎known`) and stay.
public struct BrokenWord: RewriteRule {
  public let id = "broken-word"
  public let trigger: ByteClasses? = [.hyphenBreak, .softHyphen]

  public let fixes = [
    RewriteExample("an exam-\nple of it; the example holds", "an example\nof it; the example holds"),
    RewriteExample("the govern-\nment said", "the government\nsaid"),
    RewriteExample(
      "The govern-\nment of the island said on Monday that the ferry would sail on every day of the week but one, and that all "
        + "of the crew would be paid for the days on which the ferry lies at the pier in the harbour of the town.",
      "The government of the island said on Monday that the ferry would sail on every day of the week but one, and that all "
        + "of the crew would be paid for the days on which the ferry lies at the pier in the harbour of the town."),
    RewriteExample("die Nach\u{AD}\nricht kam", "die Nachricht\nkam"),
  ]
  public let leavesAlone = [
    "a well-\nknown case", "- one\n- two", "rates of 5-\n10 per cent", "x -\ny", "the Anglo-\nSaxon world", "--\nname",
  ]

  public init() {}

  /// No word is longer.
  private static let longest = 60
  /// No line that was wrapped is wider, in bytes.
  private static let widest = 200

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let bytes = text.utf8
    var at = 0
    var isWrapped: Bool?
    while let lineFeed = bytes[at...].firstIndex(of: 0x0A) {
      at = lineFeed + 1
      guard let broken = broken(text, lineFeed), isOneWord(document, broken) else { continue }
      let staysLine = isWrapped ?? self.isWrapped(text)
      isWrapped = staysLine
      join(text, broken, staysLine, &proposals)
    }
  }

  private struct Broken {
    var first: Span
    var hyphen: Span
    var second: Span
    var isSoft: Bool
  }

  /// The two parts round a line feed.
  private func broken(_ text: Text, _ lineFeed: Int) -> Broken? {
    var end = lineFeed
    if end > 0, text[end - 1] == 0x0D { end -= 1 }
    var hyphen = end
    let isSoft: Bool
    if text.has("\u{AD}", at: end - 2) {
      hyphen -= 2
      isSoft = true
    } else if end > 0, text[end - 1] == UInt8(ascii: "-") {
      hyphen -= 1
      isSoft = false
    } else {
      return nil
    }
    var start = hyphen
    while start > 0, hyphen - start < Self.longest, text.scalar(before: start).isLetter {
      start = text.index(before: start)
    }
    var stop = lineFeed + 1
    while stop < text.count, stop - lineFeed < Self.longest, text.scalar(at: stop).isLetter {
      stop = text.index(after: stop)
    }
    guard hyphen - start > 1, stop - lineFeed > 2, text.scalar(before: hyphen).isLower,
      text.scalar(at: lineFeed + 1).isLower
    else { return nil }
    return Broken(
      first: Span(start, hyphen), hyphen: Span(hyphen, lineFeed + 1), second: Span(lineFeed + 1, stop), isSoft: isSoft)
  }

  private func isOneWord(_ document: Document, _ broken: Broken) -> Bool {
    if broken.isSoft { return true }
    let text = document.text
    let first = Array(text[broken.first])
    let second = Array(text[broken.second])
    if occurs(first + [UInt8(ascii: "-")] + second, in: text, except: broken) { return false }
    if occurs(first + second, in: text, except: broken) { return true }
    guard document.language == .english else { return false }
    let whole = first + second
    return Lexicon.entry(whole, whole.indices).isKnown
      && !(Lexicon.entry(first, first.indices).isKnown && Lexicon.entry(second, second.indices).isKnown)
  }

  /// Whether a word stands anywhere, in a window wide enough for an article and small enough to stay linear.
  private func occurs(_ word: [UInt8], in text: Text, except broken: Broken) -> Bool {
    let window = 20_000
    let low = Swift.max(0, broken.first.start - window)
    let high = Swift.min(text.count - word.count, broken.second.end + window)
    var at = low
    while at <= high {
      if text[at] == word[0], text.has(word, at: at), !isLetter(text, before: at), !isLetter(text, at: at + word.count)
      {
        return true
      }
      at += 1
    }
    return false
  }

  private func isLetter(_ text: Text, before offset: Int) -> Bool {
    offset > 0 && text.isBoundary(offset) && text.scalar(before: offset).isLetter
  }

  private func isLetter(_ text: Text, at offset: Int) -> Bool {
    offset < text.count && text.isBoundary(offset) && text.scalar(at: offset).isLetter
  }

  /// The hyphen and the line end go; the line end comes back behind the word and its marks, in place of a space, where lines are wrapped.
  private func join(_ text: Text, _ broken: Broken, _ staysLine: Bool, _ proposals: inout Proposals) {
    var end = broken.second.end
    while end < text.count, end - broken.second.end < 4, text[end] > 0x20, text[end] != UInt8(ascii: "-") { end += 1 }
    proposals.together {
      $0.delete(broken.hyphen, .likely)
      guard end < text.count, text[end] == 0x20, staysLine else { return }
      $0.replace(Span(end, end + 1), with: "\n", .likely)
    }
  }

  /// Whether the text has no line that is longer than any that is wrapped at a width.
  private func isWrapped(_ text: Text) -> Bool {
    var start = 0
    while let lineFeed = text.utf8[start...].firstIndex(of: 0x0A) {
      if lineFeed - start > Self.widest { return false }
      start = lineFeed + 1
    }
    return text.count - start <= Self.widest
  }
}
