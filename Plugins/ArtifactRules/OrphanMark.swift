import Language
import TextModel

/// Deletes a full stop or comma that stands alone after another mark.
///
/// When a link, a footnote or a tag is cut out of a sentence, the mark behind it stays: `countries. . The`, `the harbour,
/// , and`.  The second mark goes, with the space before it; of a full stop and a comma the one stays that fits what
/// follows.  Spaced ellipses (`. . .`), and any run of three or more, stay.
public struct OrphanMark: RewriteRule {
  public init() {}
  public let id = "orphan-mark"
  public let trigger: ByteClasses? = .spaceBeforeMark

  public let fixes = [
    RewriteExample("They signed it. . The rest waited.", "They signed it. The rest waited."),
    RewriteExample("The bridge was closed. .", "The bridge was closed."),
    RewriteExample("“We are ready.” . He left.", "“We are ready.” He left."),
    RewriteExample("He said “it is done. .”, and left.", "He said “it is done.”, and left."),
    RewriteExample(
      "The the team won .. But they they left with with no cup.",
      "The the team won. But they they left with with no cup."),
    RewriteExample(
      "He had told them. : the the vote stands ., The others left with with him.",
      "He had told them: the the vote stands. The others left with with him."),
    RewriteExample(
      "They left the the harbour. , The rest waited with with him ,, and slept.",
      "They left the the harbour. The rest waited with with him, and slept."),
    RewriteExample("Is that all? . No.", "Is that all? No."),
    RewriteExample(
      "The the crew, which came in May, . goes on with with it.",
      "The the crew, which came in May, goes on with with it."),
    RewriteExample(
      "[The the envoy: They left with with him... .] He slept.", "[The the envoy: They left with with him...] He slept."
    ),
    RewriteExample("It cost 80 kronor . . They paid.", "It cost 80 kronor . They paid."),
    RewriteExample("They went over the bridge – . Then it fell.", "They went over the bridge. Then it fell."),
    RewriteExample("from the harbour, , where ships wait", "from the harbour, where ships wait"),
    RewriteExample("It was red, , , and blue.", "It was red, and blue."),
    RewriteExample("It opened in the harbour. , where ships wait.", "It opened in the harbour, where ships wait."),
    RewriteExample("They left in the evening, . The rest waited.", "They left in the evening. The rest waited."),
  ]
  public let leavesAlone = [
    "Wait . . . what was that?", "I thought. . . . Never mind.", "Contents . . . . . 3", "cd .. && ls .",
    "[. . .] and so on", "so he . . . . He went",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let marks = document.punctuation
    for k in marks.indices where marks[k].before == .space {
      let mark = marks[k]
      guard mark.scalar == "." || mark.scalar == "," || mark.scalar == ":", text[mark.offset - 1] == 0x20 else {
        continue
      }
      let left = text.spaceStart(before: mark.offset)
      // `done. .”`: the stop before the closing mark is there already.
      if mark.after == .quote, mark.scalar == ".", k > 0, marks[k - 1].end == left, marks[k - 1].scalar == ".",
        marks[k - 1].before == .lower, text.has("”", at: mark.end) || text.has("»", at: mark.end),
        !document.isVerbatim(at: mark.offset)
      {
        proposals.delete(Span(left, mark.end), .safe)
        continue
      }
      if proposeDoubleStop(document, k, left, &proposals) { continue }
      if mark.scalar == ".", followsEllipsis(text, marks, k, left),
        document.hasDamage || text.has("]", at: mark.end),
        !document.isVerbatim(at: mark.offset)
      {
        proposals.delete(Span(left, mark.end), .likely)
        continue
      }
      guard mark.after.isGap else { continue }
      if mark.scalar == ":" {
        // `the centre. : the war`: what the colon announces follows; not `p.m. : tea`.
        guard k > 0, marks[k - 1].end == left, marks[k - 1].scalar == ".", marks[k - 1].before == .lower,
          mark.after == .space,
          document.isDamaged, !ProseWords.isAbbreviation(text, text.letters(before: marks[k - 1].offset)),
          !document.isVerbatim(at: mark.offset)
        else { continue }
        proposals.delete(Span(marks[k - 1].offset, mark.offset), .likely)
        continue
      }
      if mark.scalar == ".", let dash = spacedDash(text, left), !document.isVerbatim(at: mark.offset) {
        proposals.delete(Span(dash, mark.offset), .likely)
        continue
      }
      // Behind the last sentence, only its closing marks may stand between.
      var at = left
      while at > 0, left - at < 8, PunctuationMark.closes(text.scalar(before: at)) { at = text.index(before: at) }
      guard k > 0 else { continue }
      var previous = k - 1
      while previous > 0, marks[previous].offset >= at { previous -= 1 }
      let last = marks[previous]
      guard last.end == at else { continue }
      switch last.before {
      case .lower, .upper, .letter, .digit, .quote, .other: break
      // After a stop that itself stands apart (`word . .`) too, but not where more of them make an ellipsis.
      case .space where previous == 0 || last.offset - marks[previous - 1].end > 1: break
      case .space where mark.scalar == "," && last.scalar == "." && document.isDamaged: break
      // A row of commas goes at once.
      case .space where mark.scalar == "," && last.scalar == "," && marks[previous - 1].scalar == ",": break
      default: continue
      }
      // Three stops in a row with spaces between are an ellipsis.
      if mark.scalar == ".", k + 1 < marks.count, marks[k + 1].scalar == ".", marks[k + 1].offset - mark.end <= 1 {
        continue
      }
      guard !document.isVerbatim(at: mark.offset) else { continue }
      let goesOn = text.isLower(text.spaceEnd(from: mark.end))
      switch (last.scalar, mark.scalar) {
      case (".", "."), ("!", "."), ("?", "."),
        (",", ",") where at == left:
        proposals.delete(Span(left, mark.end), .safe)
      case (",", ".") where at == left && !goesOn:
        proposals.delete(Span(last.offset, mark.offset), .safe)
      case (",", ".") where at == left && document.isDamaged:
        // `in February, . goes on`
        proposals.delete(Span(left, mark.end), .likely)
      case (".", ",") where at == left && goesOn:
        let word = text.letters(before: last.offset)
        if last.before == .space || !word.isEmpty && !ProseWords.isAbbreviation(text, word) {
          proposals.delete(Span(last.offset, mark.offset), .likely)
        }
      case (".", ",") where at == left && document.isDamaged:
        // `the harbour. , The others`
        let word = text.letters(before: last.offset)
        let next = text.spaceEnd(from: mark.end)
        if text.isLineEnd(next) || text.isCapital(next) || text.has("“", at: next),
          last.before == .space || last.before == .digit || word.count > 3 && !ProseWords.isAbbreviation(text, word)
        {
          proposals.delete(Span(left, mark.end), .likely)
        }
      default: break
      }
    }
  }

  /// `it is over... .`: a stop behind three that close up to their word, with nothing of theirs behind it.
  private func followsEllipsis(_ text: Text, _ marks: [PunctuationMark], _ k: Int, _ left: Int) -> Bool {
    guard k > 2, marks[k - 1].end == left, text.has("...", at: left - 3), text.isASCIILetter(left - 4),
      k + 1 == marks.count || marks[k + 1].offset > marks[k].end + 1 || marks[k + 1].scalar != "."
    else { return false }
    let after = marks[k].end
    return after == text.count || text[after] <= 0x20 || text[after] == UInt8(ascii: "]")
      || text[after] == UInt8(ascii: ")")
  }

  /// `the semi-final .. But`: two stops apart from the word before, where a new sentence begins; of a damaged text only.
  private func proposeDoubleStop(_ document: Document, _ k: Int, _ left: Int, _ proposals: inout Proposals) -> Bool {
    let text = document.text
    let marks = document.punctuation
    guard k + 1 < marks.count, isStopPair(marks[k].scalar, marks[k + 1].scalar), marks[k + 1].offset == marks[k].end,
      marks[k + 1].after.isGap, left > 0, text.isASCIILetter(left - 1) || text.isDigit(left - 1),
      k + 2 >= marks.count || marks[k + 2].offset > marks[k + 1].end + 1, document.isDamaged,
      !document.isVerbatim(at: marks[k].offset)
    else { return false }
    let next = text.spaceEnd(from: marks[k + 1].end)
    if marks[k].scalar == ",", marks[k + 1].scalar == "," {
      proposals.replace(Span(left, marks[k + 1].end), with: ",", .likely)
      return true
    }
    if text.isLower(next) {
      // `the semi-final .. and they`: the sentence goes on.
      let word = text.letters(from: next)
      guard word.count == 3, text.has("and", at: word.start) || text.has("but", at: word.start) else { return false }
      proposals.replace(Span(left, marks[k + 1].end), with: ",", .likely)
      return true
    }
    guard text.isLineEnd(next) || text.isCapital(next) || text.isDigit(next) || text.has("“", at: next) else {
      return false
    }
    proposals.replace(Span(left, marks[k + 1].end), with: ".", .likely)
    return true
  }

  /// Two marks of which one is a stop, `..`, `.,`, `,.`, `:.`, or two commas.
  private func isStopPair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    switch (first, second) {
    case (".", "."), (".", ","), (",", "."), (":", "."), (",", ","): true
    default: false
    }
  }

  /// Where the spaces before a dash begin that ends at an offset and has words before it: what it led to is gone.
  private func spacedDash(_ text: Text, _ end: Int) -> Int? {
    guard end > 4, text.has("–", at: end - 3) || text.has("—", at: end - 3) else { return nil }
    let start = text.spaceStart(before: end - 3)
    return start < end - 3 && text.isLower(start - 1) ? start : nil
  }
}
