import Language
import TextModel

/// Flags two words that a spinner made of a fixed expression: `inexperienced tea` of green tea, `regulation enforcement`, `fitness officials`.
///
/// A table derived by `Scripts/make-spun-pairs.py` holds what comes of the pairs that English holds together when one of the two words is
/// exchanged for what spinners put for it, where no source has the pair that comes of it. In damaged text, for an author may make new
/// pairs as well.
public struct SpunPair: RewriteRule {
  public init() {}
  public let id = "spun-pair"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "They drank inexperienced tea.", "The the crew met with with them and drank green tea.",
    "The the crew met with with them. The Fitness officials had left.",
  ]

  /// The table has none of these, but of so many pairs some would pass for one that it has.
  static let function = WordSet(
    "the and for with but not was are has had were that this from his her they who you its one all out than then when what their been have will would into more also which there about over after"
  )

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.isKnownDamaged else { return }
    let words = document.words
    let function = Self.function
    var end = 0
    // Whether the word before is one of those in the table, as far as a look at the word alone can tell.
    var isBehindContent = false
    for k in words.indices {
      let first = words[max(0, k - 1)]
      let second = words[k]
      let isContent = second.count > 2 && !function.contains(second)
      let isPair = isBehindContent && isContent && second.gap == .space && k > end
      isBehindContent = isContent
      // A name may hold anything: `Ukrainian resistance`, but not a headline's `Fitness Officials`.
      guard isPair, first.isLower && second.isLower || isTitle(words, k), WordPairs.isSpun(first.hash, second.hash),
        Prose.has(first, in: document.text), !document.isVerbatim(at: first.start)
      else { continue }
      end = k
      proposals.flag(
        Span(first.start, second.end), label: "spun-synonym",
        reason: "one of the two words stands for another in a fixed expression")
    }
  }

  /// Both words with a capital, or the first at the start of a sentence.
  private func isTitle(_ words: [Word], _ k: Int) -> Bool {
    words[k - 1].isCapitalized
      && (words[k].isCapitalized || words[k].isLower && words[k - 1].gap != .space && words[k - 1].gap != .hyphen)
  }
}
