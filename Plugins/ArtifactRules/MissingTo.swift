import Language
import TextModel

/// Flags an infinitive that lost its `to` before a quotation: `they hoped “rebuild the school”`.
///
/// Languages whose infinitive has no particle (`ils veulent « poursuivre »`) leave none for the translator to put before the mark.
public struct MissingTo: WordRule {
  public init() {}
  public let id = "missing-to"
  public let languages: LanguageScope = .only([.english])
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "They hoped “peace at last”.", "He hoped to “rebuild the school”.", "They want “help from abroad”.",
  ]

  static let governing = WordSet(
    """
    want wants wanted wish wishes wished hope hopes hoped plan plans planned intend intends intended decide decides decided refuse
    refuses refused agree agreed promise promises promised vow vows vowed pledge pledges pledged seek seeks sought try tries tried
    attempt attempts attempted able ready willing determined prepared failed fail fails managed
    """)
  static let objects = WordSet(
    "to the a an their its his her our all any every with this that these those on up out it them us him")

  public let places = [
    WordTrigger(shape: \.isLower, gaps: [.other], entry: { $0.isVerb && $0.isWord(upTo: 3) })
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 && k + 1 < words.count {
      let before = words[k - 1]
      let verb = words[k]
      guard Self.governing.contains(before), verb.start - before.end <= 4,
        text.has(" “", at: before.end) || text.has(" \"", at: before.end) || text.has(" ‘", at: before.end)
          || text.has(" «", at: before.end)
      else { continue }
      guard words[k + 1].gap == .space, Self.objects.contains(words[k + 1]) else { continue }
      proposals.flag(
        Span(before.start, verb.end), label: "missing-word", reason: "an infinitive without its particle",
        suggestion: "\(text.string(before.span)) to \(text.string(Span(before.end + 1, verb.end)))")
    }
  }
}
