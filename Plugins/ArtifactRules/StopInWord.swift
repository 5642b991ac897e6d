import Language
import TextModel

/// Takes out a full stop or soft hyphen in the middle of a word: `gov.ernment`, `inter.national`.
///
/// A mark that a table of the page or an optical reader put there.  What stands on its two sides is a common word only
/// together, in small letters, and nothing nearby is an address.
public struct StopInWord: RewriteRule {
  public init() {}
  public let id = "stop-in-word"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("The gov.ernment declined to comment.", "The government declined to comment."),
    RewriteExample(
      "The the firefighters came. Fire.fighters stayed with with them.",
      "The the firefighters came. Firefighters stayed with with them."),
    RewriteExample(
      "The the spoke. sman of of the Harvard. -Smithsonian team saw infra-. red light , a a well. -known kind.",
      "The the spokesman of of the Harvard-Smithsonian team saw infrared light , a a well-known kind."),
    RewriteExample("They left for inter.national waters.", "They left for international waters."),
  ]
  public let leavesAlone = [
    "see foot.note or data.base", "at example.com", "He put his foot.note that", "a.b.c", "os.path and sys.exit",
    "they left.after that", "i.e. so", "him.\u{A0}",
  ]

  static let endings = WordSet("com org net info de fr it es io co uk us eu ru gr tv py js ts go sh md txt csv exe zip")

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    for mark in document.punctuation where mark.scalar == "." {
      if mark.before == .lower && text.has(" ", at: mark.end) || mark.before == .other || mark.after == .other {
        proposeApart(document, mark, &proposals)
      }
      guard mark.before == .lower, mark.after == .lower else { continue }
      let first = text.letters(before: mark.offset)
      let second = text.letters(from: mark.end)
      guard first.count >= 2, second.count >= 2, first.count + second.count >= 7,
        !Self.endings.contains(Lexicon.hash(text.utf8, second.range)),
        first.start == 0 || Prose.isEdge(text, before: first.start), Prose.isEdge(text, after: second.end)
      else { continue }
      let length = first.count + second.count
      let hash = Lexicon.hash(text.utf8, joining: first.range, second.range)
      // `Fire.fighters` where the text has firefighters.
      let isWitnessed =
        length >= 9 && Lexicon.entry(hash).isWord(upTo: 5) && document.wordCounts[hash].total > 0
        && document.isDamaged
      guard isWitnessed || Lexicon.entry(hash).isWord(upTo: 3) else { continue }
      // Two words that are words by themselves may be two sentences.
      let isOdd = Lexicon.entry(text.utf8, first.range).band == 0 || Lexicon.entry(text.utf8, second.range).band == 0
      let isCompound = isCompound(document, length, first, second)
      guard
        isWitnessed || isCompound || isOdd
          || length >= 10 && !WordPairs.isCommon(Lexicon.hash(text.utf8, first.range)),
        isWitnessed || isCompound || document.wordCounts[Lexicon.hash(text.utf8, first.range)].total == 1,
        !document.isVerbatim(at: mark.offset)
      else { continue }
      proposals.delete(Span(mark.offset, mark.end), .likely)
    }
  }

  /// `infra-. red`, `spoke. sman`, `Harvard. -Smithsonian`: in damaged text, a stop with a space or beside a hyphen between the halves of a
  /// word or of a compound.
  private func proposeApart(_ document: Document, _ mark: PunctuationMark, _ proposals: inout Proposals) {
    let text = document.text
    if mark.after == .space, text[mark.end] != 0x20 { return }
    let left = text.has("-", at: mark.offset - 1) ? mark.offset - 1 : mark.offset
    var right = mark.after == .space ? mark.end + 1 : mark.end
    let hasHyphen = left < mark.offset || text.has("-", at: right)
    if left == mark.offset, text.has("-", at: right) { right += 1 }
    // Behind nearly every stop a sentence begins.
    guard hasHyphen || text.isLower(right) else { return }
    let first = text.letters(before: left)
    let second = text.letters(from: right)
    guard first.count > 2, second.count > 2, first.start > 0,
      Prose.isEdge(text, before: first.start) || hasHyphen && text.has("-", at: first.start - 1),
      Prose.isEdge(text, after: second.end) || hasHyphen && text.has("-", at: second.end)
    else { return }
    let end = Lexicon.entry(text.utf8, second.range)
    if text.isLower(first.start), text.isLower(second.start), hasHyphen || end.band == 0, document.isDamaged {
      let whole = Lexicon.entry(Lexicon.hash(text.utf8, joining: first.range, second.range))
      if first.count + second.count > 6, whole.isWord(upTo: 5),
        !ProseWords.isAbbreviation(text, first) || end.band == 0, !document.isVerbatim(at: mark.offset)
      {
        return proposals.delete(Span(left, right), .likely)
      }
    }
    guard hasHyphen,
      left == mark.offset && text.isUpper(first.start) && text.isUpper(second.start)
        || text.isLower(second.start) && end.isKnown,
      document.isDamaged, !document.isVerbatim(at: mark.offset)
    else { return }
    proposals.replace(Span(left, right), with: "-", .likely)
  }

  /// `Fire.fighters`: two words that news writes as one and never as two, in damaged text.
  private func isCompound(_ document: Document, _ length: Int, _ first: Span, _ second: Span) -> Bool {
    let bytes = document.utf8
    let end = Lexicon.hash(bytes, second.range)
    return length >= 9 && second.count > 4 && !StopInPhrase.joining.contains(end)
      && !WordPairs.containsFolded(Lexicon.hash(bytes, first.range), end) && document.isDamaged
  }
}
