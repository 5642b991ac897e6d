import Language
import TextModel

/// Writes the quotation marks, apostrophes and dashes of which a wrong character set has left one letter: `âI am,â he said`, `donāt`, `itโs`.
///
/// Curly marks and dashes are three bytes of UTF-8, E2 80 and a third. A program that takes bytes for letters of its own set makes a letter of
/// the first (â, ā, в, โ …), and the next that throws away controls drops the others. By what touches it, a mark can be told: it is
/// glued to a word on one side only, or joins an ending to one. The letter counts as such a rest in a text that has it in two of these
/// ways, three times or more, and hardly ever inside a word.
public struct RemnantMark: WordRule {
  public init() {}
  public let id = "remnant-mark"
  public let trigger: ByteClasses? = .nonASCII
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "âI am not sure,â he said. âWe donât know.â The mayorâs office was closed.",
      "“I am not sure,” he said. “We don’t know.” The mayor’s office was closed."),
    RewriteExample(
      "āIt is late,ā she said. The workersā rights arenāt at risk ā not yet.",
      "“It is late,” she said. The workers’ rights aren’t at risk – not yet."),
    RewriteExample(
      "โIt is late,โ she said. โWe will see itโ, he added.", "“It is late,” she said. “We will see it”, he added."),
    RewriteExample(
      "â€śIt is late,â€ť she said. â€śWe will go. Itâ€™s late.â€ť", "“It is late,” she said. “We will go. It’s late.”"),
    RewriteExample(
      "âIt is late,â she said. âWe will go, â she said. Itâs late.",
      "“It is late,” she said. “We will go, ” she said. It’s late."),
    RewriteExample(
      "โ€œIt is late,โ€ she said. โ€œWe will go. Itโ€™s late.โ€", "“It is late,” she said. “We will go. It’s late.”"),
  ]
  public let leavesAlone = [
    "The château of the Âne family and a pâté were near.", "He wrote “в” and “â” and said no.",
    "Sokolov в доме, says the letter of the clerk.", "Bob was at the café â he said.",
    "â €œIt is late, â €he said. â €œWe will go.",
  ]

  public let places = [WordTrigger(shape: { $0.contains(.nonASCII) })]

  /// What a letter can be, by what touches it.
  private enum Role { case opener, closer, apostrophe, dash, letter }

  private struct Rest {
    let span: Span
    var role: Role
    /// The mark, where its third byte is left too: `โ€œ`.
    let whole: StaticString?
    /// Which of the letters it is, by its place among `firsts`.
    let letter: Int
  }

  /// What the byte E2 is in the character sets of Windows, ISO and DOS.
  private static let firsts: [Unicode.Scalar] = ["â", "ā", "в", "β", "ג", "โ", "Б", "Γ", "т", "Ô"]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    let text = document.text
    var rests: [Rest] = []
    for k in places { collect(text, words[k], &rests) }
    guard rests.count > 2 else { return }
    let isMark = Self.firsts.indices.map { self.isMark($0, rests) }
    guard isMark.contains(true) else { return }
    findPossessives(text, &rests)
    for rest in rests where isMark[rest.letter] && !document.isVerbatim(at: rest.span.start) {
      let mark: StaticString
      if let whole = rest.whole {
        proposals.replace(rest.span, with: whole, .likely)
        continue
      }
      switch rest.role {
      case .opener: mark = "“"
      case .closer: mark = "”"
      case .apostrophe: mark = "’"
      case .dash: mark = "–"
      case .letter: continue
      }
      proposals.replace(rest.span, with: mark, .likely)
    }
  }

  /// Adds the letters of a word that may be what is left of a mark.
  private func collect(_ text: Text, _ word: Word, _ rests: inout [Rest]) {
    var at = word.start
    while at < word.end {
      let next = text.index(after: at)
      // Where spaces were set between the three, the letter alone does not say which mark it was.
      if text[at] >= 0x80, !text.has(" €", at: next), let letter = Self.firsts.firstIndex(of: text.scalar(at: at)) {
        var end = next
        var whole: (mark: StaticString, role: Role)?
        if text.has("€", at: next) {
          end = next + 3
          whole = third(text, end)
          if whole != nil { end = text.index(after: end) }
        }
        rests.append(
          Rest(
            span: Span(at, end), role: whole?.role ?? role(text, at, end), whole: whole?.mark, letter: letter))
      }
      at = next
    }
  }

  /// The mark whose third byte Windows shows as this, in Western, Central European or Baltic code pages.
  private func third(_ text: Text, _ at: Int) -> (mark: StaticString, role: Role)? {
    guard at < text.count, text[at] >= 0x80 else { return nil }
    switch text.scalar(at: at) {
    case "œ", "ś": return ("“", .opener)
    case "\u{9D}", "ť", "¯": return ("”", .closer)
    case "™": return ("’", .apostrophe)
    case "˜": return ("‘", .opener)
    case "“": return ("–", .dash)
    case "”": return ("—", .dash)
    default: return nil
    }
  }

  private func role(_ text: Text, _ start: Int, _ end: Int) -> Role {
    let isBehindWord = start > 0 && isWord(text, text.index(before: start))
    let isBeforeWord = end < text.count && isWord(text, end)
    if isBehindWord, isBeforeWord {
      return Contraction.joins(text, text.letters(before: start), text.letters(from: end)) ? .apostrophe : .letter
    }
    if isBeforeWord {
      guard start > 0 else { return .opener }
      switch text[start - 1] {
      case 0x00...0x20, UInt8(ascii: "("), UInt8(ascii: "["): return .opener
      default: return .letter
      }
    }
    let isBeforeGap = end >= text.count || text[end] <= 0x20 || Self.isStop(text[end])
    guard isBeforeGap, start > 0 else { return .letter }
    if isBehindWord || Self.isStop(text[start - 1]) { return .closer }
    // `again, â he said`: a space was set before the closer.
    if text[start - 1] == 0x20, start > 1, text[start - 2] == UInt8(ascii: ",") { return .closer }
    return text[start - 1] == 0x20 && text.has(" ", at: end) ? .dash : .letter
  }

  private func isWord(_ text: Text, _ at: Int) -> Bool { text.isLetter(at) || text.isDigit(at) }

  private static func isStop(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
      UInt8(ascii: ";"),
      UInt8(ascii: ")"), UInt8(ascii: "]"):
      true
    default: false
    }
  }

  /// Whether a letter is what is left of marks in this text: three times or more, as an opener and a closer or as three apostrophes, and
  /// for each time inside a word four times as a mark.
  private func isMark(_ letter: Int, _ rests: [Rest]) -> Bool {
    var openers = 0
    var closers = 0
    var apostrophes = 0
    var letters = 0
    for rest in rests where rest.letter == letter {
      switch rest.role {
      case .opener: openers += 1
      case .closer: closers += 1
      case .apostrophe: apostrophes += 1
      case .letter: letters += 1
      case .dash: break
      }
    }
    let marks = openers + closers + apostrophes
    return marks >= 3 && marks >= 4 * letters && (openers > 0 && closers > 0 || apostrophes >= 3)
  }

  /// `the workersâ rights`: behind an s an apostrophe, where no quotation is open or another mark closes it.
  private func findPossessives(_ text: Text, _ rests: inout [Rest]) {
    // Whether, of the quotation marks of the line, the next one closes.
    var closesBehind = [Bool](repeating: false, count: rests.count)
    var isNextCloser = false
    for number in rests.indices.reversed() {
      if number + 1 < rests.count, !isSameLine(text, rests[number], rests[number + 1]) { isNextCloser = false }
      closesBehind[number] = isNextCloser
      if rests[number].role == .opener { isNextCloser = false }
      if rests[number].role == .closer { isNextCloser = true }
    }
    var isOpen = false
    for number in rests.indices {
      if number > 0, !isSameLine(text, rests[number - 1], rests[number]) { isOpen = false }
      switch rests[number].role {
      case .opener: isOpen = true
      case .closer:
        let rest = rests[number].span
        if text.has("s", at: rest.start - 1), text.has(" ", at: rest.end), !isOpen || closesBehind[number] {
          rests[number].role = .apostrophe
        } else {
          isOpen = false
        }
      default: break
      }
    }
  }

  private func isSameLine(_ text: Text, _ a: Rest, _ b: Rest) -> Bool {
    !text[Span(a.span.end, b.span.start)].contains(0x0A)
  }
}
