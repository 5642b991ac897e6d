import Language
import TextModel

/// Reduces two marks that touch, of which one is too many, to the one that fits.
///
/// Joining pieces of text leaves a mark of each: `the vote,, and`, `ended.. Then`, `Mr Ash,. The`, `why?.`.  An ellipsis
/// written `. ..` or `.. .` is closed up.  Stops of abbreviations before a comma, pairs that the text uses all the time (a
/// typing habit), and anything that looks like code or a path stay.
public struct DoubledMark: RewriteRule {
  public init() {}
  public let id = "doubled-mark"

  public let fixes = [
    RewriteExample("They took the vote,, and then left.", "They took the vote, and then left."),
    RewriteExample("It was “the only one”.. They left.", "It was “the only one”. They left."),
    RewriteExample("The siege ended.. Then they came.", "The siege ended. Then they came."),
    RewriteExample("So said Mr Ash,. The others left.", "So said Mr Ash. The others left."),
    RewriteExample("What was it for?. Nobody knew.", "What was it for? Nobody knew."),
    RewriteExample("It rained.. . then it stopped.", "It rained... then it stopped."),
    RewriteExample(
      "It was of of it at the end of the the year.. . The others left.",
      "It was of of it at the end of the the year. The others left."),
    RewriteExample("He baked “two kinds of bread.”.", "He baked “two kinds of bread.”"),
    RewriteExample("He said “it was the siren..” and left.", "He said “it was the siren.” and left."),
    RewriteExample("“We stay here,”, said the nurse.", "“We stay here,” said the nurse."),
    RewriteExample(
      "The the team cried “let us vote!,” with with joy.", "The the team cried “let us vote!” with with joy."),
    RewriteExample("It was over;. They left.", "It was over. They left."),
    RewriteExample("Fatty fish.: The the ones with with omega.", "Fatty fish: The the ones with with omega."),
    RewriteExample(
      "They took the the train from Rome., It left at noon , with with them.",
      "They took the the train from Rome. It left at noon , with with them."),
    RewriteExample(
      "He asked who came?, They they left with with him:: the the men. He sold of of it.",
      "He asked who came? They they left with with him: the the men. He sold of of it."),
    RewriteExample(
      "It is of of the the kind that he knows: : it makes a paste.",
      "It is of of the the kind that he knows: it makes a paste."),
    RewriteExample("They left at 8 a.m.. The others stayed.", "They left at 8 a.m. The others stayed."),
    RewriteExample("in the capital., where it began", "in the capital, where it began"),
    RewriteExample("It was of of it “the the plan they had”..", "It was of of it “the the plan they had”."),
    RewriteExample(
      "“We stay of of it with the the rest.”, said the envoy.", "“We stay of of it with the the rest”, said the envoy."),
  ]
  public let leavesAlone = [
    "apples, pears, etc., and more", "Smith & Co., of London", "cd ../lib && ls ..", "for i in 1..10",
    "Wait... what?", "Really?! No!!", "He lives in Washington, D.C., now.", ",,Hello`` he said",
    "The the men in Duluth, Minn., make of of it.", "DULUTH, Minn., May 4 – The the men made of of it.",
    "“We sold it to the the Ash Co.”, said of of the envoy.", "no.. wait.. I do.. yes",
    "She asked “Why?”. He knew.", "the file ..", "They left at 8 a.m.: it rained.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let marks = document.punctuation
    guard marks.count > 1 else { return }
    proposeQuoted(document, &proposals)
    var isHabitual: Bool?
    for k in 1..<marks.count where isNext(text, marks[k - 1], marks[k]) {
      let first = marks[k - 1]
      let second = marks[k]
      if text.isLineStart(second.offset) { continue }
      let touches = first.end == second.offset
      // Runs of three or more are another matter.
      if k > 1, isNext(text, marks[k - 2], first) { continue }
      if k + 1 < marks.count, isNext(text, second, marks[k + 1]) {
        if let ellipsis = brokenEllipsis(marks, k), !document.isVerbatim(at: first.offset) {
          // `the year.. . The others`: a new sentence, where a broken ellipsis would go on.
          let isStop = touches && text.isCapital(text.spaceEnd(from: ellipsis.end)) && document.isDamaged
          proposals.replace(ellipsis, with: isStop ? "." : "...", .likely)
        }
        continue
      }
      // `suitable: : it makes`
      if !touches, first.scalar == ":", second.scalar == ":", first.before.isLetter, second.after == .space,
        document.isDamaged,
        !document.isVerbatim(at: first.offset)
      {
        proposals.delete(Span(first.end, second.end), .likely)
      }
      if !touches { continue }
      guard first.before.isLetter || first.before == .digit || first.before == .quote else { continue }
      guard let edit = repair(document, first, second), !document.isVerbatim(at: first.offset) else { continue }
      if first.scalar == ".", second.scalar == "." {
        let known = isHabitual ?? isHabit(marks)
        isHabitual = known
        if known { continue }
      }
      guard first.before == .digit || !text.isTechnical(text.run(around: first.offset)) else { continue }
      proposals.delete(edit, first.scalar == second.scalar ? .safe : .likely)
    }
  }

  /// `bread.”.`: a stop on either side of a closing mark; the outer one goes.
  private func proposeQuoted(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let marks = document.punctuation
    for k in 1..<marks.count where marks[k].before == .quote && marks[k].after.isGap {
      let inner = marks[k - 1]
      // `“We stay,”, said the nurse`
      if marks[k].scalar == ",", inner.scalar == ",", inner.before == .lower, inner.after == .quote,
        marks[k].offset - inner.end == 3 && text.has("”", at: inner.end)
          || marks[k].offset - inner.end == 1 && text.has("\"", at: inner.end) && marks[k].after == .space
            && document.isDamaged,
        !document.isVerbatim(at: inner.offset)
      {
        proposals.delete(Span(marks[k].offset, marks[k].end), .likely)
        continue
      }
      // `“We stay.”, said the nurse`: the sentence goes on.
      if marks[k].scalar == ",", inner.scalar == ".", inner.before == .lower, inner.after == .quote,
        marks[k].offset - inner.end <= 3, PunctuationMark.closes(text.scalar(before: marks[k].offset)),
        marks[k].after == .space, isReported(document, marks[k].end + 1), !document.isVerbatim(at: inner.offset)
      {
        let word = text.letters(before: inner.offset)
        if text.isLower(word.start), !ProseWords.isAbbreviation(text, word), document.isDamaged {
          proposals.delete(Span(inner.offset, inner.end), .likely)
        }
        continue
      }
      guard marks[k].scalar == "." else { continue }
      guard inner.scalar == ".", inner.after == .quote, inner.before == .lower, marks[k].offset - inner.end <= 3 else {
        continue
      }
      guard PunctuationMark.closes(text.scalar(before: marks[k].offset)), text[marks[k].offset - 1] != 0x27 else {
        continue
      }
      let word = text.letters(before: inner.offset)
      guard !ProseWords.isAbbreviation(text, word), !document.isVerbatim(at: inner.offset) else { continue }
      proposals.delete(Span(marks[k].offset, marks[k].end), .safe)
    }
  }

  /// `said the nurse`, `he said`: a verb of saying among the first three words.
  private func isReported(_ document: Document, _ start: Int) -> Bool {
    let text = document.text
    var at = start
    // `was the only thing that she said`
    if text.has("was ", at: start) || text.has("is ", at: start) { return true }
    for _ in 0..<3 {
      let word = text.letters(from: at)
      guard !word.isEmpty else { return false }
      if SpeechWords.isSaying(text, word) { return true }
      guard text.has(" ", at: word.end) else { return false }
      at = word.end + 1
    }
    return false
  }

  /// Whether a straight mark has a space or a line’s end behind it, and so closes.
  private func isAlone(_ text: Text, _ at: Int) -> Bool { at + 1 < text.count && text[at + 1] > 0x20 }

  /// Which of the two goes.
  private func repair(_ document: Document, _ first: PunctuationMark, _ second: PunctuationMark) -> Span? {
    let text = document.text
    let firstSpan = Span(first.offset, first.end)
    let secondSpan = Span(second.offset, second.end)
    // `the siren..”`
    if first.scalar == ".", second.scalar == ".", second.after == .quote, first.before == .lower,
      PunctuationMark.closes(text.scalar(at: second.end)),
      text[second.end] >= 0x80
        || text.has("\"", at: second.end) && document.isDamaged && !isAlone(text, second.end)
    {
      return secondSpan
    }
    // `let us vote!,” said`
    if second.scalar == ",", first.scalar == "!" || first.scalar == "?", second.after == .quote, first.before == .lower,
      text.has("”", at: second.end) || text.has("\"", at: second.end), document.isDamaged
    {
      return secondSpan
    }
    guard second.after.isGap else { return nil }
    let next = text.spaceEnd(from: second.end)
    let goesOn = text.isLower(next)
    let ends = !goesOn && (next == text.count || !text.isDigit(next))
    switch (first.scalar, second.scalar) {
    case (",", ","), (";", ";"): return secondSpan
    case (".", "."):
      if first.before == .quote, text.has("”", at: first.offset - 3) || text.has("»", at: first.offset - 2) {
        return ends ? secondSpan : nil
      }
      return ends && first.before.isLetter ? secondSpan : nil
    case (",", "."), (";", "."), (":", "."): return goesOn ? secondSpan : firstSpan
    case ("?", "."), ("!", "."):
      guard ends, first.before == .lower else { return nil }
      // Names of firms end in `!`, and a sentence with them in a stop.
      return first.scalar == "?" || text.isLower(text.letters(before: first.offset).start) ? secondSpan : nil
    case (".", ":"):
      let word = text.letters(before: first.offset)
      return word.count > 3 && first.before == .lower && !ProseWords.isAbbreviation(text, word) && document.isDamaged
        ? firstSpan : nil
    case (".", ","):
      let word = text.letters(before: first.offset)
      if goesOn, word.count > 4, !text.isCapital(word.start), !ProseWords.isAbbreviation(text, word) {
        return firstSpan
      }
      return stopOrComma(document, first, second, word, goesOn)
    case ("?", ","), ("!", ","):
      // `Jeopardy!, the show`
      return first.before == .lower && text.isLower(text.letters(before: first.offset).start) && text.isCapital(next)
        && document.isDamaged ? secondSpan : nil
    case (":", ":"): return first.before.isLetter && second.after == .space && document.isDamaged ? secondSpan : nil
    case (",", ";"), (",", ":"): return first.before == .lower && document.isDamaged ? firstSpan : nil
    case (";", ","), (":", ","): return first.before == .lower && document.isDamaged ? secondSpan : nil
    default: return nil
    }
  }

  /// `in Istanbul., The train`, `a judge named Ash., the company`: in damaged text, the one of the two that fits what follows.
  private func stopOrComma(
    _ document: Document, _ first: PunctuationMark, _ second: PunctuationMark, _ word: Span, _ goesOn: Bool
  ) -> Span? {
    let text = document.text
    guard word.count > 3 && text.isLower(word.end - 1) || first.before == .digit && !goesOn,
      word.isEmpty || !ProseWords.isAbbreviation(text, word), document.isDamaged
    else { return nil }
    // `in Duluth, Minn., makes`: short names may be cut short.
    if goesOn { return word.count > 5 || text.isLower(word.start) ? Span(first.offset, first.end) : nil }
    // `DULUTH, Minn., May 4`: a place behind a place.
    if text.isCapital(word.start), word.start > 1, text.has(", ", at: word.start - 2) { return nil }
    let next = text.spaceEnd(from: second.end)
    return text.isLineEnd(next) || text.isCapital(next) || text.has("“", at: next)
      ? Span(second.offset, second.end) : nil
  }

  /// Whether nothing, or a space alone, stands between two marks.
  private func isNext(_ text: Text, _ first: PunctuationMark, _ second: PunctuationMark) -> Bool {
    second.offset == first.end || second.offset == first.end + 1 && text[first.end] == 0x20
  }

  /// The span of `.. .` or `. ..` with nothing before or behind.
  private func brokenEllipsis(_ marks: [PunctuationMark], _ k: Int) -> Span? {
    let first = marks[k - 1]
    let last = marks[k + 1]
    guard first.scalar == ".", marks[k].scalar == ".", last.scalar == ".", first.before == .lower, last.after.isGap
    else {
      return nil
    }
    let width = last.end - first.offset
    // Four bytes are one space too many; three are an ellipsis, five are one of the spaced kind.
    return width == 4 ? Span(first.offset, last.end) : nil
  }

  /// Whether two stops in a row are the writer's way: three places or more.
  private func isHabit(_ marks: [PunctuationMark]) -> Bool {
    var seen = 0
    for n in 1..<marks.count where marks[n].scalar == "." && marks[n - 1].end == marks[n].offset {
      seen += 1
      if seen > 2 { return true }
    }
    return false
  }
}
