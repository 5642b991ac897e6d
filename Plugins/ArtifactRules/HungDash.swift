import Language
import TextModel

/// Sets off a hyphen that stands for a dash and hangs on the next word or on the one before: `the case -this is the third one- goes on`.
///
/// Spanish and others set the dashes of an aside tight against its words; where they were typed as hyphens, translation keeps them.  Two such
/// hyphens with words between are a pair of dashes.  One alone is a dash where the words show that a clause begins, `a wooden spoon- it
/// does`.  Hyphens that hang by right (`pre- and post-war`), options of commands, and halves of compounds stay.  A dash that stands twice is
/// one, `the enemy – – it was`.
public struct HungDash: WordRule {
  public init() {}
  public let id = "hung-dash"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the judge in the case -this is the third of them- left with with him.",
      "The the judge in the case – this is the third of them – left with with him."),
    RewriteExample(
      "The the judge -who had known of it-, left with with him.",
      "The the judge – who had known of it –, left with with him."),
    RewriteExample(
      "Hit the the lid with a wooden spoon- it does not matter where. They left - at last - with with him.",
      "Hit the the lid with a wooden spoon - it does not matter where. They left - at last - with with him."),
    RewriteExample(
      "The the judge ate a lot of salt-particularly of of late- and it was not a mushroom-it was him.",
      "The the judge ate a lot of salt – particularly of of late- and it was not a mushroom – it was him."),
    RewriteExample(
      "The car of of it stood in a traffic jam-the end of it was at the the bridge, and in the town.",
      "The car of of it stood in a traffic jam – the end of it was at the the bridge, and in the town."),
    RewriteExample(
      "Lyon (dpa)- The the judge left of of it.", "Lyon (dpa) – The the judge left of of it."),
    RewriteExample(
      "The the judge knew “all of it”, a- she told with with him.",
      "The the judge knew “all of it”, she told with with him."),
    RewriteExample(
      "The the judge left – – it was his third case, with with him.",
      "The the judge left – it was his third case, with with him."),
  ]
  public let leavesAlone = [
    "An off-the record talk of of it, a do-it yourself shop of the the town, and a post-it was there.",
    "The the pre- and post-war years of of it.", "Run the the tool with -the and see of of it.",
    "The the judge in the case -and left of of it.", "one- two- and three-year plans of of the the town",
    "The judge in the case -this is the third of them- left.", "a -", "- –", "the -5 of the the winter- it",
  ]

  /// What begins a clause or an aside, and is no option of a command.
  private static let openers = WordSet("this these it he she they we which who whose but there although")
  private static let inverted = WordSet("he she it they we")
  private static let joints = WordSet("and or to but nor")

  public let places = [
    WordTrigger(gaps: [.other]),
    WordTrigger(words: [Self.tight], shape: \.isLower, gaps: [.hyphen], gapsBehind: [.space]),
  ]
  /// What no compound ends in.
  private static let tight = WordSet(
    "the as particularly especially including namely it he she they we there which who whose although whereas because"
  )
  private static let adding = WordSet("particularly especially including namely although whereas because which whose")

  private enum Hyphen {
    /// ` -this`
    case onNext
    /// `them- left`
    case onLast
    /// `them-, left`
    case beforeMark
  }

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    /// The word behind the last hyphen that may open, and where the search for its like ends.
    var opener: Int?
    // Asked once: it looks at all of the text.
    lazy var dash = ownDash(text)
    for k in places where k > 0 {
      if words[k].gap == .hyphen {
        if isTight(document, words, k), document.mayBearPage, !document.isVerbatim(at: words[k].start),
          !document.hasTechnicalLines
        {
          proposals.replace(Span(words[k - 1].end, words[k].start), with: [0x20] + dash + [0x20], .likely)
        }
        continue
      }
      if let twin = twinDash(text, words, k), document.mayBearPage, !document.isVerbatim(at: twin.start) {
        proposals.delete(twin, .likely)
        continue
      }
      if isDateline(text, words, k), document.mayBearPage, !document.isVerbatim(at: words[k].start) {
        proposals.replace(Span(words[k - 1].end + 1, words[k].start), with: [0x20] + dash + [0x20], .likely)
        continue
      }
      guard let hyphen = hyphen(text, words, k) else { continue }
      // `ours”, a- she told`: what is left of `a-t-elle`.
      if hyphen == .onLast, words[k - 1].count == 1, words[k - 1].isLower, words[k - 1].gap != .space,
        Self.inverted.contains(words[k]), words[k].isLower, let verb = words.at(k + 1), verb.gap == .space,
        SpeechWords.isSaying(text, verb.span), document.isDamaged, !document.isVerbatim(at: words[k].start)
      {
        proposals.delete(Span(words[k - 1].start, words[k].start), .likely)
        continue
      }
      if let first = opener, hyphen != .onNext, isAside(words, first, k), mayEnd(words, first, k), document.mayBearPage,
        !document.isVerbatim(at: words[first].start), !document.hasTechnicalLines
      {
        proposals.together {
          $0.replace(Span(words[first].start - 2, words[first].start), with: [0x20] + dash + [0x20], .likely)
          $0.replace(Span(words[k - 1].end, words[k - 1].end + 1), with: [0x20] + dash, .likely)
        }
        opener = nil
        continue
      }
      opener = hyphen == .onNext && isWord(words[k - 1]) && words[k].shape != .digit ? k : nil
      if hyphen != .beforeMark, isClause(document, words, k, hyphen), document.mayBearPage,
        !document.isVerbatim(at: words[k].start), !document.hasTechnicalLines
      {
        // Where its like follows, the two are repaired together.
        if hyphen == .onNext, hasClosing(text, words, k) { continue }
        opener = nil
        proposals.replace(Span(words[k - 1].end, words[k].start), with: [0x20] + dash + [0x20], .likely)
      }
    }
  }

  /// `a lot of salt-particularly table salt`, `not a mushroom-it was easy`: what goes on behind a dash, and is no half of a compound.
  private func isTight(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    guard let next = words.at(k + 1), words[k - 1].gap == .space, words[k - 1].isLower, words[k - 1].count > 2,
      !Self.lead.contains(words[k - 1])
    else {
      return false
    }
    if Self.small.contains(words[k]) { return isNoun(document, words, k, next) }
    return Self.adding.contains(words[k]) || next.isLower && DoubledSubject.finite.contains(next)
  }
  private static let small = WordSet("the as")

  /// `in a traffic jam-the end of it`, `on his mind-as well as`, unlike `off-the record`.
  private func isNoun(_ document: Document, _ words: [Word], _ k: Int, _ next: Word) -> Bool {
    let before = words[k - 1]
    return next.isLower && before.shape.isPlain && document.wordEntries[k - 1].takesS
      && document.wordEntries[k - 1].isWord(upTo: 5) && !Self.lead.contains(before)
      && !ProseWords.has(.joins, document.text, before.span) && !StopInPhrase.prepositions.contains(before.hash)
      && (document.text.has("as ", at: words[k].start) ? Self.behindAs.contains(next) : words.at(k + 2)?.gap == .space)
  }
  /// `off-the`, `all-the`, `say-the`
  private static let lead = WordSet("off out all any get say see sit put not one two six ten post")
  private static let behindAs = WordSet("well if though soon long far")

  /// `Lyon (dpa)- Anyone who`: the dash behind the agency.
  private func isDateline(_ text: Text, _ words: [Word], _ k: Int) -> Bool {
    let agency = words[k - 1]
    return words[k].startsWithCapital && words[k].start - agency.end == 3 && text.has(")- ", at: agency.end)
      && text.has("(", at: agency.start - 1)
      && agency.count < 8 && words[k].startsWithCapital && k > 1 && words[k - 2].startsWithCapital
      && text.isLineStart(words[k - 2].start)
  }

  /// What hangs between a word and the one before.
  private func hyphen(_ text: Text, _ words: [Word], _ k: Int) -> Hyphen? {
    let end = words[k - 1].end
    switch words[k].start - end {
    case 2:
      if text.has(" -", at: end) { return .onNext }
      return text.has("- ", at: end) ? .onLast : nil
    case 3: return text.has("-, ", at: end) ? .beforeMark : nil
    default: return nil
    }
  }

  /// The second of two dashes with spaces between, with the space before it.
  private func twinDash(_ text: Text, _ words: [Word], _ k: Int) -> Span? {
    let end = words[k - 1].end
    guard words[k].start - end == 9, text.has(" – – ", at: end) || text.has(" — — ", at: end) else { return nil }
    return Span(end + 4, end + 8)
  }

  /// Whether some words stand between the two, on one line, and no other hyphen or dash.
  private func isAside(_ words: [Word], _ first: Int, _ last: Int) -> Bool {
    guard last - first > 1, last - first < 20 else { return false }
    return words[first + 1..<last].allSatisfy { $0.gap == .space || $0.gap == .comma }
  }

  /// Whether the second one is no hyphen that hangs by right.
  private func mayEnd(_ words: [Word], _ first: Int, _ last: Int) -> Bool {
    isWord(words[last - 1]) || words[last - 1].shape == .digit
      ? !Self.joints.contains(words[last]) && !SplitHyphen.prefixes.contains(words[last - 1])
        || Self.openers.contains(words[first]) : false
  }

  private func hasClosing(_ text: Text, _ words: [Word], _ first: Int) -> Bool {
    for k in (first + 1)..<min(first + 20, words.count) {
      if words[k].gap == .other { return hyphen(text, words, k).map { $0 != .onNext } ?? false }
      if words[k].gap != .space, words[k].gap != .comma { return false }
    }
    return false
  }

  /// `a wooden spoon- it does`, `the case -which went on`: behind a word of prose, a word that begins a clause.
  private func isClause(_ document: Document, _ words: [Word], _ k: Int, _ hyphen: Hyphen) -> Bool {
    let before = words[k - 1]
    return Self.openers.contains(words[k]) && words[k].isLower && words.at(k + 1)?.gap == .space
      && words.at(k + 1)?.isLower == true && before.isLower && before.count > 2 && before.gap == .space
      && before.shape.isPlain && document.wordEntries[k - 1].isWord(upTo: 4) && !SplitHyphen.prefixes.contains(before)
      && !SplitHyphen.firsts.contains(before)
  }

  private func isWord(_ word: Word) -> Bool {
    (word.isLower || word.isCapitalized || word.isAllCapitals) && word.count > 1
  }

  /// The dash that the text itself sets with spaces: `–` where it has none.
  private func ownDash(_ text: Text) -> [UInt8] {
    var hasHyphen = false
    var at = 1
    while at + 1 < text.count {
      if text[at] == UInt8(ascii: "-"), text[at - 1] == 0x20, text[at + 1] == 0x20 { hasHyphen = true }
      if text[at] == 0xE2, text[at - 1] == 0x20 {
        if text.has("– ", at: at) { return Array("–".utf8) }
        if text.has("— ", at: at) { return Array("—".utf8) }
      }
      at += 1
    }
    return hasHyphen ? [UInt8(ascii: "-")] : Array("–".utf8)
  }
}
