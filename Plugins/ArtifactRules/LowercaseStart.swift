import Language
import TextModel

/// Gives a paragraph that begins with a small article or pronoun its capital, and a sentence that a quotation or a pronoun begins.
///
/// `the dispute enters a new round`, `a Report from the probe`: a link or a drop cap at the start took the capital along.  Only in damaged
/// text whose paragraphs begin with capitals, where the paragraph before is finished.  Inside a paragraph only where no stop can be one too
/// many: `She smiled. “it will be discussed.”`, `They left. you should wait.`
public struct LowercaseStart: WordRule {
  public init() {}
  public let id = "lowercase-start"
  public let languages: LanguageScope = .only([.english])

  private static let body = "The the river rose with with the rain, and a bridge was carried away by the water."

  public let fixes = [
    RewriteExample(
      body + "\n\na report on the bridge, which the council ordered, will come in May.",
      body + "\n\nA report on the bridge, which the council ordered, will come in May."),
    RewriteExample(
      body + "\n\nalready in the morning the council, which met at nine, had closed the road.",
      body + "\n\nAlready in the morning the council, which met at nine, had closed the road."),
    RewriteExample(
      "the bridge over the the river, which stood with with help, was carried away.",
      "The bridge over the the river, which stood with with help, was carried away."),
    RewriteExample(
      "The the envoy smiled with with joy. “it will be settled soon.” They left. you should wait for them.",
      "The the envoy smiled with with joy. “It will be settled soon.” They left. You should wait for them."),
  ]
  public let leavesAlone = [
    "The the envoy called it so with with joy. “the worst day” of all. They left, etc. he said.",
    body + "\n\nthe bridge",
    "The river rose.\n\nthe bridge over it, which was old, was carried away by the water at night.",
    body + "\n\nwater that rose in the night, as it does in May.\n\nrain that fell in the night, as it does in May.",
    body.dropLast() + "\n\nthe bridge over it, which was old, was carried away by the water at night.",
  ]

  /// Words that a sentence of speech begins with.
  private static let spoken = WordSet(
    """
    i you he she it we they there this that these those the a an my our your his her their its and but if when what who why how where no not
    yes so now here nobody nothing everyone everybody everything all one in on at for after before as because maybe perhaps every some
    """)
  private static let subjects = WordSet("i you he she it we they there")
  private static let finite = WordSet(
    """
    should must can could will would may might is are was were has have had does did do shouldn't mustn't can't couldn't won't wouldn't isn't
    aren't wasn't weren't hasn't haven't hadn't doesn't didn't don't
    """)

  public let places = [
    WordTrigger(shape: \.isLower, gaps: [.line], entry: { $0.isWord(upTo: 3) }),
    WordTrigger(words: [Self.spoken], shape: \.isLower, gaps: [.stop, .other], gapsBehind: [.space]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let text = document.text
    let words = document.words
    let lines = document.paragraphs
    var line = 0
    // Asked once, for it goes through the whole text.
    var known: Bool?
    let writesCapitals = {
      let answer = known ?? StopInPhrase.writesCapitals(document)
      known = answer
      return answer
    }
    for k in places {
      let word = words[k]
      if word.gap != .line {
        if opensSpeech(text, words, k) || opensSentence(text, words, k), document.isDamaged,
          writesCapitals(), !document.isVerbatim(at: word.start)
        {
          raise(text, word, &proposals)
        }
        continue
      }
      while line < lines.count, lines[line].end <= word.start { line += 1 }
      // `a Read The ministry said`: what a link left is no sentence.
      if words.at(k + 1)?.startsWithCapital == true, words.at(k + 2)?.startsWithCapital != false { continue }
      guard line < lines.count, lines[line].start == word.start, lines[line].count >= 48,
        words.at(k + 1)?.gap == .space,
        Self.ends(text, lines[line].end), !isListed(text, lines, line),
        line == 0 || Self.ends(text, lines[line - 1].end), document.isDamaged, writesCapitals(),
        !closesFirst(text, lines[line]), !document.isVerbatim(at: word.start)
      else { continue }
      raise(text, word, &proposals)
    }
  }

  private func raise(_ text: Text, _ word: Word, _ proposals: inout Proposals) {
    proposals.replace(Span(word.start, word.start + 1), with: CollectionOfOne(text[word.start] & ~0x20), .likely)
  }

  /// `She smiled. “it will be discussed.”`: a sentence ends before the mark, and one ends with the quotation.
  private func opensSpeech(_ text: Text, _ words: [Word], _ k: Int) -> Bool {
    guard k > 0 else { return false }
    let start = words[k].start
    let before = words[k - 1]
    // The mark, and before it a stop and a space.
    let mark = before.end + 2
    let isStraight = start == mark + 1
    guard isStraight ? text[mark] == UInt8(ascii: "\"") : start == mark + 3 && text.has("“", at: mark),
      text[mark - 1] == 0x20, PunctuationMark.stops(text[mark - 2]), before.count > 2 || before.shape == .digit,
      before.isLower || before.count > 3, !ProseWords.isAbbreviation(text, before.span)
    else { return false }
    var spaces = 0
    for at in words[k].end..<min(text.count, mark + 600) {
      switch text[at] {
      case 0x20: spaces += 1
      case 0x0A: return false
      case UInt8(ascii: "\"") where isStraight: return spaces >= 2 && endsSentence(text, at, at + 1, words[k])
      case 0xE2 where !isStraight:
        if text.has("”", at: at) { return spaces >= 2 && endsSentence(text, at, at + 3, words[k]) }
        if text.has("“", at: at) { return false }
      default: break
      }
    }
    return false
  }

  /// Whether a sentence ends at a closing mark, or one of speech goes over into who says it.
  private func endsSentence(_ text: Text, _ mark: Int, _ end: Int, _ first: Word) -> Bool {
    if PunctuationMark.stops(text[mark - 1]) || text[mark - 1] == UInt8(ascii: ",") { return true }
    return text.has(".", at: end) || text.has(",", at: end) && Self.subjects.contains(first)
  }

  /// `They left. you should wait`: a subject and its verb, and no words of who says so.
  private func opensSentence(_ text: Text, _ words: [Word], _ k: Int) -> Bool {
    guard k > 1, words[k].start == words[k - 1].end + 2, Self.subjects.contains(words[k]),
      text.has(". ", at: words[k - 1].end),
      words[k - 1].isLower || words[k - 1].shape == .digit, words[k - 1].gap != .stop, let verb = words.at(k + 1),
      Self.finite.contains(verb)
    else { return false }
    return words[k - 1].count > 2 && !ProseWords.isAbbreviation(text, words[k - 1].span)
      || words[k - 2].shape == .digit
  }

  /// Whether a paragraph beside it begins with a small letter too: items, or verse.
  private func isListed(_ text: Text, _ lines: [Span], _ line: Int) -> Bool {
    line > 0 && text.isLower(lines[line - 1].start) || line + 1 < lines.count && text.isLower(lines[line + 1].start)
  }

  /// Whether the first quotation mark of a paragraph closes: then its beginning is lost.
  private func closesFirst(_ text: Text, _ line: Span) -> Bool {
    for at in line.range where text[at] == 0xE2 {
      if text.has("“", at: at) { return false }
      if text.has("”", at: at) { return true }
    }
    return false
  }

  /// Whether a sentence ends before an offset.
  static func ends(_ text: Text, _ offset: Int) -> Bool {
    switch text.scalar(before: offset) {
    case ".", "!", "?", "”", "\"", "»": true
    default: false
    }
  }
}
