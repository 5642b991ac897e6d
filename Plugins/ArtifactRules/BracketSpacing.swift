import Language
import TextModel

/// Closes the spaces inside brackets round words.
///
/// Tokenizers part brackets from their words: `the fund ( IMF ) said`.  Both spaces go where both are there and what is
/// between is short prose; where only the second one is there it goes too.
public struct BracketSpacing: RewriteRule {
  public init() {}
  public let id = "bracket-spacing"
  public let fixes = [
    RewriteExample("the fund ( IMF ) said so", "the fund (IMF) said so"),
    RewriteExample("the envoy (Mr Ash ) left", "the envoy (Mr Ash) left"),
    RewriteExample("they [ the envoys ] left", "they [the envoys] left"),
    RewriteExample("the treaty ( signed in May) was dead", "the treaty (signed in May) was dead"),
    RewriteExample("the treaty (signed in May)was dead", "the treaty (signed in May) was dead"),
    RewriteExample(
      "They beat the the town ( 3-1 ), and with with joy.", "They beat the the town (3-1), and with with joy."),
    RewriteExample(
      "The the queue of Saturday ( 17/6/2023) and of Ash (71 ), a a man in BONN(AP) with a a score (9-5)will do.",
      "The the queue of Saturday (17/6/2023) and of Ash (71), a a man in BONN (AP) with a a score (9-5) will do."),
    RewriteExample("the treaty(signed in May) was dead", "the treaty (signed in May) was dead"),
    RewriteExample(
      "They say the winter(of 2019)was hard.", "They say the winter (of 2019) was hard."),
    RewriteExample("the film “The Long Road”(2019) won", "the film “The Long Road” (2019) won"),
    RewriteExample("a turn ( in French: “tournant” ) of it", "a turn (in French: “tournant”) of it"),
    RewriteExample("the list ( RN-far right) won", "the list (RN-far right) won"),
    RewriteExample(
      "He said the the plan “(…)would do” of of it.", "He said the the plan “(…) would do” of of it."),
    RewriteExample("the treaty (signed in May )was dead", "the treaty (signed in May) was dead"),
  ]
  public let leavesAlone = [
    "( 12 ) men met with with the the crew.",
    "if ( a + b ) > c", "- [ ] open task", "  [ Ada Ash ]\n  * fixed", "f( x )", "( )", ":( and :)", "foo( bar )",
    "a ) first and b ) second",
    "( 1 ) one",
    "so sad :( but it was a good day ) he said",
    "zcat [ options ... ]", "  chat [ options ] script", "print(a b) and call f(x y)",
    "the (re)born, the book(s) and colo(u)r", "open(2) calls close(fd)",
    "the file(s you have)x",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let marks = document.punctuation
    for k in marks.indices where k > 0 && (marks[k].scalar == ")" || marks[k].scalar == "]") {
      let close = marks[k]
      // The opening bracket, a few marks back at most.
      var j = k - 1
      while j > 0, k - j < 6, marks[j].scalar != "(", marks[j].scalar != "[" { j -= 1 }
      let open = marks[j]
      guard open.scalar == (close.scalar == ")" ? "(" : "["), close.offset - open.end < 120 else { continue }
      // `“(…)would`: what was left out stands apart from what follows.
      if close.after == .lower || close.after == .upper, isOmission(text, open, close), document.isDamaged,
        !document.isVerbatim(at: open.offset)
      {
        proposals.insert(" ", at: close.end, .likely)
        continue
      }
      if open.scalar == "(", open.before == .quote, text.has("”", at: open.offset - 3), close.offset - open.end >= 2,
        !document.isVerbatim(at: open.offset)
      {
        proposals.insert(" ", at: open.offset, .likely)
        continue
      }
      let isTight = open.after != .space && close.before != .space
      let isOpenGlued = open.before == .lower || open.before == .upper && close.offset - open.end > 1
      let isCloseGlued = close.after == .lower || close.after == .upper
      if isTight, !isOpenGlued, !isCloseGlued { continue }
      guard open.before.isGap || isOpenGlued, close.after.isGap || close.after == .mark || isCloseGlued else {
        continue
      }
      let inner = Span(text.spaceEnd(from: open.end), text.spaceStart(before: close.offset))
      // A line that is nothing but a bracket is a heading of some list.
      let startsLine = text.isLineStart(text.spaceStart(before: open.offset))
      if startsLine, text.isLineEnd(text.spaceEnd(from: close.end)) { continue }
      // `[ options ... ]` is a synopsis; so is what stands in an indented line.
      if open.scalar == "[", text.has("...", at: inner.end - 3) || isIndented(text, open.offset) { continue }
      // First what is safe in any text: what only damaged text allows is less sure of the same.
      let isPhrase = inner.count > 1 && isProse(text, inner)
      if isPhrase, !isOpenGlued, !isCloseGlued, open.after != .space || close.before == .space || hasWords(text, inner)
      {
        if document.isVerbatim(at: open.offset) { continue }
        proposals.together {
          if inner.start > open.end { $0.delete(Span(open.end, inner.start), .safe) }
          $0.delete(Span(inner.end, close.offset), .safe)
        }
        continue
      }
      if inner.count > 1, open.after == .space, close.before == .space, isFigures(text, inner), document.isDamaged,
        !document.isVerbatim(at: open.offset), !startsLine
      {
        proposals.together {
          if isOpenGlued { $0.insert(" ", at: open.offset, .likely) }
          $0.delete(Span(open.end, inner.start), .likely)
          $0.delete(Span(inner.end, close.offset), .likely)
          if isCloseGlued { $0.insert(" ", at: close.end, .likely) }
        }
        continue
      }
      if proposeLoose(document, open, close, inner, &proposals) { continue }
      guard isPhrase, isOpenGlued || isCloseGlued, hasWords(text, inner), !document.isVerbatim(at: open.offset),
        document.isCovered(by: .only([.english])), open.scalar == "(",
        !(isOpenGlued && isCloseGlued) || isInPhrase(text, open, close),
        isOpenGlued ? isWord(text, text.letters(before: open.offset)) : isWord(text, text.letters(from: close.end))
      else { continue }
      proposals.together {
        if isOpenGlued { $0.insert(" ", at: open.offset, .likely) }
        if isCloseGlued { $0.insert(" ", at: close.end, .likely) }
        if inner.start > open.end { $0.delete(Span(open.end, inner.start), .likely) }
        $0.delete(Span(inner.end, close.offset), .likely)
      }
    }
  }

  private func isOmission(_ text: Text, _ open: PunctuationMark, _ close: PunctuationMark) -> Bool {
    close.offset == open.end + 3 && (text.has("…", at: open.end) || text.has("...", at: open.end))
  }

  /// `on Saturday ( 17/6/2023)`, `at half-time (31:48 )`, `Col. Boone(ret.)`, `(9-5)will`: in damaged text without code, a bracket in a
  /// sentence that has a space too many on one side, or none on its outer side.
  private func proposeLoose(
    _ document: Document, _ open: PunctuationMark, _ close: PunctuationMark, _ inner: Span, _ proposals: inout Proposals
  ) -> Bool {
    let text = document.text
    let isOpenGlued = open.before == .lower || open.before == .upper
    let isCloseGlued = close.after == .lower || close.after == .upper
    guard open.scalar == "(", inner.count > 1, open.after != .edge, close.before != .edge,
      !text[inner].contains(where: { Self.code.contains($0) }),
      text.isASCIILetter(inner.start) || text.isDigit(inner.start) || text[inner.start] >= 0x80
    else { return false }
    if isOpenGlued {
      let word = text.letters(before: open.offset)
      guard word.count > 2, word.start > 0, text[word.start - 1] == 0x20 || text[word.start - 1] >= 0x80,
        text.isLower(word.start)
          ? Lexicon.entry(text.utf8, word.range).isWord(upTo: 4) && (inner.count > 2 || isFigures(text, inner))
          : inner.count > 1,
        close.after.isGap || close.after == .mark
      else { return false }
    } else if isCloseGlued {
      let word = text.letters(from: close.end)
      guard open.before == .space, word.count > 1, text.has(" ", at: word.end),
        Lexicon.entry(text.utf8, word.range).isWord(upTo: 3)
      else { return false }
    } else {
      guard open.before == .space || open.offset == 0, close.after.isGap || close.after == .mark,
        (open.after == .space) != (close.before == .space),
        open.offset == 0 || text.isASCIILetter(open.offset - 2) || text.isDigit(open.offset - 2)
          || text.has(".", at: open.offset - 2) || open.offset > 1 && text[open.offset - 2] >= 0x80
      else { return false }
    }
    guard document.isDamaged, document.language == .english, !document.hasTechnicalLines,
      !document.isVerbatim(at: open.offset)
    else { return false }
    proposals.together {
      if isOpenGlued { $0.insert(" ", at: open.offset, .likely) }
      if isCloseGlued { $0.insert(" ", at: close.end, .likely) }
      if inner.start > open.end { $0.delete(Span(open.end, inner.start), .likely) }
      if inner.end < close.offset { $0.delete(Span(inner.end, close.offset), .likely) }
    }
    return true
  }
  private static let code = Array("=<>{}[]|;\\_*&#@".utf8)

  /// A score, a year or a sum: `3-1`, `2019`, `$ 549`.
  private func isFigures(_ text: Text, _ span: Span) -> Bool {
    text.isDigit(span.end - 1)
      && text[span].allSatisfy { byte in
        byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "$") || byte == 0x20
          || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
      }
  }

  private func isIndented(_ text: Text, _ offset: Int) -> Bool {
    var at = offset
    while at > 0, offset - at < 200, !text.isLineStart(at) { at -= 1 }
    return text.has("  ", at: at)
  }

  /// `the winter(of 2019)was hard`: words of prose on the far sides too, as no call in code has them.
  private func isInPhrase(_ text: Text, _ open: PunctuationMark, _ close: PunctuationMark) -> Bool {
    let before = text.letters(before: open.offset)
    let after = text.letters(from: close.end)
    return before.count > 3 && after.count > 1 && text.isLower(before.start - 2) && text.has(" ", at: before.start - 1)
      && text.has(" ", at: after.end) && text.isLower(after.end + 1)
      && Lexicon.entry(text.utf8, before.range).isWord(upTo: 3)
      && Lexicon.entry(text.utf8, after.range).isWord(upTo: 2)
  }

  /// Two words or more, as nothing in code has them without a mark between.
  private func hasWords(_ text: Text, _ inner: Span) -> Bool {
    let first = text.letters(from: text.has("“", at: inner.start) ? inner.start + 3 : inner.start)
    let second = text.letters(from: text.spaceEnd(from: first.end))
    if first == inner, first.count > 1, text[first].allSatisfy({ $0 &- 0x41 < 26 }) { return true }
    // `RN-far right`: a compound, then a word.
    if text.has("-", at: first.end), first.count > 1 {
      let part = text.letters(from: first.end + 1)
      let next = text.letters(from: text.spaceEnd(from: part.end))
      return part.count > 1 && part.end < next.start && next.end <= inner.end
        && Lexicon.entry(text.utf8, next.range).isKnown
    }
    return first.end < second.start && Lexicon.entry(text.utf8, first.range).isKnown
      && (text.isDigit(text.spaceEnd(from: first.end)) || Lexicon.entry(text.utf8, second.range).isKnown)
      || first.end < inner.end && text.isDigit(first.end + 1) && first.count > 1
  }

  /// A common word of prose, with a space on its far side.
  private func isWord(_ text: Text, _ word: Span) -> Bool {
    guard word.count > 1, word.start > 0, Lexicon.entry(text.utf8, word.range).isWord(upTo: 4) else { return false }
    return text[word.start - 1] == 0x20 || text.has(" ", at: word.end)
  }

  /// Letters, spaces and the marks of prose, beginning with a letter.
  private func isProse(_ text: Text, _ span: Span) -> Bool {
    guard text.isLetter(span.start) || text.has("“", at: span.start) else { return false }
    for at in span.range {
      switch text[at] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x80...0xFF, UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: "-"),
        UInt8(ascii: "'"):
        continue
      case UInt8(ascii: ":"):
        // `in French: “tournant”`, not a name and its type.
        guard text.has(" ", at: at + 1), hasWords(text, span) else { return false }
      default: return false
      }
    }
    return true
  }
}
