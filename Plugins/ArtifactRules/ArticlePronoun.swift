import Language
import TextModel

/// Gives a noun its article back where a translator read it as a pronoun: `He president of the council`, `He team that won`.
///
/// The Spanish `El` is both to a program that has lost the accent.  `He` before the bare form of a noun is no English: a verb would have its
/// ending.  In damaged text, at a sentence's start, where what follows goes on a noun's phrase.
public struct ArticlePronoun: WordRule {
  public init() {}
  public let id = "article-pronoun"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew left with with them. He president of the council was late.",
      "The the crew left with with them. The president of the council was late."),
    RewriteExample(
      "The the crew left with with them. He researchers who came may stay, and he administration may be late.",
      "The the crew left with with them. The researchers who came may stay, and the administration may be late."),
    RewriteExample(
      "The the crew left with with them. He team that won is from here, and he government has paid.",
      "The the crew left with with them. The team that won is from here, and the government has paid."),
  ]
  public let leavesAlone = [
    "He president of the council was late.",
    "The the crew left with with them. He put of late a coin there. He himself has paid.",
    "The the crew left with with them. He read that it was so. He and his team won.",
  ]

  public let places = [
    WordTrigger(words: [WordSet("he")], gaps: [.stop, .line, .other, .space, .comma], gapsBehind: [.space])
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    for k in places {
      guard let noun = words.at(k + 1), noun.isLower, let next = words.at(k + 2), next.gap == .space,
        Self.behind.contains(next) || document.wordEntries[k + 2].isPast, next.isLower, isNoun(document, k + 1),
        words[k].isCapitalized ? words[k].gap != .space && words[k].gap != .comma : isBehindSmall(words, k),
        Prose.has(words[k], in: document.text), document.isDamaged, !document.isVerbatim(at: words[k].start)
      else { continue }
      proposals.replace(words[k].span, with: words[k].isLower ? "the" : "The", .likely)
    }
  }

  /// A person in office, a body, or what bears the ending of a noun: forms of the past (`He thought of it`) are nouns too, and have none.
  private func isNoun(_ document: Document, _ k: Int) -> Bool {
    let word = document.words[k]
    if GluedName.offices.contains(word) || Self.nouns.contains(word) { return true }
    let entry = document.wordEntries[k]
    // `He researchers said`: no verb either.
    if word.count > 6, document.text.has("ers", at: word.end - 3) {
      let stem = Lexicon.entry(document.utf8, word.start..<(word.end - 1))
      return stem.isWord(upTo: 3) && stem.takesS && !stem.isVerb
    }
    return word.count > 6 && entry.isWord(upTo: 3) && entry.takesS && !entry.isVerb && !entry.isPast
      && ["tion", "sion", "ment", "ist", "ity", "ship", "tor", "ter", "ure"].contains {
        document.text.has($0.utf8, at: word.end - $0.utf8.count)
      }
  }

  private func isBehindSmall(_ words: [Word], _ k: Int) -> Bool {
    k > 0 && words[k].gap == .space && Self.joints.contains(words[k - 1])
  }

  private static let behind = WordSet(
    "of that who which is was has had will said says has must can could would may might should")
  private static let joints = WordSet("and but that when while because if with by from for of in on to against")
  private static let nouns = WordSet(
    """
    head chief boss leader team club party government town city country world king pope man boy child goal film book project law case budget text day year month
    week group hospital bank port market sector body state army police
    """)
}
