import Language
import TextModel

/// Flags a noun where an infinitive must stand: `vowed to protection of the coast`, and an article before a finite verb that a link
/// left: `a Sell Peru’s ministry`.
public struct NominalInfinitive: WordRule {
  public init() {}
  public let id = "nominal-infinitive"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "He agreed to protection of the coast.", "plans to question the witness", "a Ford executive’s car",
  ]

  static let governing = WordSet(
    "plan plans planned decided decision wants wanted want hopes hoped intends intended refused refuses threatened vowed promised attempted attempts trying tries tried going able ready continues continued"
  )
  static let to = Lexicon.hash("to")
  static let of = Lexicon.hash("of")
  static let indefinite = WordSet("a an")

  public let places = [
    WordTrigger(words: [WordSet("to")], gaps: [.space]),
    WordTrigger(
      shape: \.isCapitalized, gaps: [.space], length: 1...6,
      entry: { $0.isVerb && !$0.isName && $0.isWord(upTo: 2) }),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    guard words.count > 3 else { return }
    let to = Self.to
    for k in places where k > 0 && k + 1 < words.count {
      let word = words[k]
      if word.hash == to, Self.governing.contains(words[k - 1]), let noun = words.at(k + 1), noun.gap == .space,
        noun.count >= 7, let of = words.at(k + 2), of.hash == Self.of, of.gap == .space
      {
        let end = noun.end
        guard ["tion", "sion", "ment"].contains(where: { text.has($0.utf8, at: end - 4) }),
          !Lexicon.entry(noun.hash).isVerb
        else {
          continue
        }
        proposals.flag(
          Span(word.start, of.end), label: "link-residue", reason: "a noun stands where an infinitive must")
      } else if word.isCapitalized, Self.indefinite.contains(words[k - 1]), let name = words.at(k + 1),
        name.gap == .space,
        name.startsWithCapital, name.shape.contains(.apostrophe), word.count <= 6
      {
        let entry = Lexicon.entry(word.hash)
        guard entry.isVerb, !entry.isName, entry.isWord(upTo: 2) else { continue }
        proposals.flag(
          Span(words[k - 1].start, name.end), label: "link-residue", reason: "an article before a verb with a capital")
      }
    }
  }
}
