import Language
import TextModel

/// Flags an attribution whose subject stands behind its verb and all that belongs to it: `as noted in an interview the mayor`.
///
/// The order of Greek, Spanish and the Slavic languages, kept word for word.
public struct InvertedAttribution: WordRule {
  public init() {}
  public let id = "inverted-attribution"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "As stated in the report, the ministry knew.", "As stated in a letter to the ministry, it knew.",
  ]

  static let verbs = WordSet(
    "stated said announced reported indicated explained noted declared underlined stressed emphasized emphasised recalled confirmed revealed wrote added claimed assured told mentioned informed"
  )
  static let introductions = WordSet("as so thus")
  static let articles = WordSet("a an his her its their")
  static let media = WordSet(
    "statement interview speech tweet message post letter announcement release conference report comment briefing telegram communique"
  )
  static let starts = WordSet("the mr mrs ms president minister spokesman spokeswoman")
  static let inside = WordSet("of for the and")

  public let places = [WordTrigger(words: [Self.introductions])]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    for k in places where k + 5 < words.count && Self.verbs.contains(words[k + 1]) {
      guard words[k + 1].gap == .space, words[k + 2].hash == Self.`in`, words[k + 2].gap == .space,
        Self.articles.contains(words[k + 3]), words[k + 3].gap == .space
      else { continue }
      // in a statement, in a press release
      var at = k + 4
      while at < min(k + 7, words.count), words[at].gap == .space, !Self.media.contains(words[at]) { at += 1 }
      guard at < words.count, Self.media.contains(words[at]), let subject = words.at(at + 1), subject.gap == .space,
        Self.starts.contains(subject) || subject.startsWithCapital
      else { continue }
      var last = at + 1
      while let next = words.at(last + 1), next.gap == .space,
        next.startsWithCapital || Self.inside.contains(next) || last == at + 1,
        last < at + 9
      {
        last += 1
      }
      while last > at + 1, Self.inside.contains(words[last]) { last -= 1 }
      proposals.flag(
        Span(words[k].start, words[last].end), label: "word-order", reason: "the subject stands behind its verb")
    }
  }
  static let `in` = Lexicon.hash("in")
}
