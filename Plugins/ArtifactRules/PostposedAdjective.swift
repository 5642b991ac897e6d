import Language
import TextModel

/// Flags an adjective in quotation marks behind its noun: `the demands “legitimate” of the farmers`.
///
/// The order of the Romance languages; the marks kept the translator from turning it.
public struct PostposedAdjective: WordRule {
  public init() {}
  public let id = "postposed-adjective"
  public let languages: LanguageScope = .only([.english])
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = ["the word “legitimate” of course", "the so-called “legitimate” demands of the farmers"]

  static let articles = WordSet("the a an his her its their this these those")
  static let naming = WordSet("word words term terms adjective label expression phrase adverb notion name names title")
  static let of = Lexicon.hash("of")
  static let endings = [
    "able", "ible", "al", "ic", "ive", "ous", "ful", "less", "ary", "ated", "ited", "ished", "ant", "ent",
  ]

  public let places = [WordTrigger(shape: \.isLower, gaps: [.other], entry: { !$0.takesS })]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 1 && k + 2 < words.count && words[k + 1].hash == Self.of {
      let noun = words[k - 1]
      guard noun.isLower, noun.gap == .space, !Self.naming.contains(noun), Self.articles.contains(words[k - 2]),
        words[k + 2].gap == .space, opens(text, noun.end, words[k].start),
        closes(text, words[k].end, words[k + 1].start)
      else { continue }
      let end = words[k].end
      guard
        Self.endings.contains(where: {
          words[k].count > $0.utf8.count + 2 && text.has($0.utf8, at: end - $0.utf8.count)
        })
      else { continue }
      proposals.flag(
        Span(words[k - 2].start, words[k + 2].end), label: "word-order", reason: "the adjective stands behind its noun")
    }
  }

  private func opens(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    text.has(" “", at: start) && end == start + 4 || text.has(" \"", at: start) && end == start + 2
      || text.has(" ‘", at: start) && end == start + 4
  }

  private func closes(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    text.has("” ", at: start) && end == start + 4 || text.has("\" ", at: start) && end == start + 2
      || text.has("’ ", at: start) && end == start + 4
  }
}
