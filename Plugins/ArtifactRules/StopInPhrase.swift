import Language
import TextModel

/// Takes out a full stop that cuts a phrase in two.
///
/// Where a link ended, translators end a sentence: `a visit to Beijing. and Moscow`.  A small word that joins on (`and`, `of`,
/// `with`) cannot begin a sentence in lower case, so the stop before it goes.  Abbreviations stay, and so does all of a
/// text that writes its sentences in lower case.
public struct StopInPhrase: RewriteRule {
  public init() {}
  public let id = "stop-in-phrase"
  public let languages = LanguageScope.only(["en"])

  public let fixes = [
    RewriteExample(
      "They flew to Lisbon. and Porto in May. Then it rained.", "They flew to Lisbon and Porto in May. Then it rained."),
    RewriteExample("They went to the edge. of the road.", "They went to the edge of the road."),
  ]
  public let leavesAlone = [
    "They sell nuts, fruit, etc. and more.", "Acme Inc. and Bolt Ltd. of London", "at 9 a.m. and 5 p.m. on Friday",
    "i came home. and then i slept. but it was late.", "See fig. in the book.", "He lives in the U.S. and works.",
    "the vol. of the book", "It fell... and broke.", "the .and file", "Wait. Then he left.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    var writesCapitals: Bool?
    for mark in document.punctuation where mark.scalar == "." && mark.after == .space && mark.before.isLetter {
      let next = text.spaceEnd(from: mark.end)
      guard text.isLower(next), next - mark.end == 1 else { continue }
      let word = text.letters(from: next)
      guard word.count < 12, endsInSpace(text, word.end), ProseWords.has(.joins, text, word) else { continue }
      let before = text.letters(before: mark.offset)
      guard before.count > 3, !ProseWords.isAbbreviation(text, before) else { continue }
      if writesCapitals == nil { writesCapitals = StopInPhrase.writesCapitals(document) }
      guard writesCapitals == true, !document.isVerbatim(at: mark.offset) else { continue }
      proposals.delete(Span(mark.offset, mark.end), .likely)
    }
  }

  private func endsInSpace(_ text: Text, _ at: Int) -> Bool { at < text.count && text[at] == 0x20 }

  /// Whether sentences of the text begin with capitals: at most one in six behind a full stop does not.
  static func writesCapitals(_ document: Document) -> Bool {
    let text = document.text
    var capitals = 1
    var smalls = 0
    for mark in document.punctuation where mark.scalar == "." && mark.after.isGap && mark.before == .lower {
      var at = mark.end
      while at < text.count, at - mark.end < 8, text[at] <= 0x20 { at += 1 }
      if text.isLower(at) { smalls += 1 } else { capitals += 1 }
    }
    return smalls <= 1 || capitals >= smalls * 5
  }
}
