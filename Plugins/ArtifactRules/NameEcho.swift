import Language
import TextModel

/// Flags a phrase that says its place or owner twice: `Lima’s leading bankers in Lima`.
public struct NameEcho: WordRule {
  public init() {}
  public let id = "name-echo"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = ["London’s mayor left London.", "Paris’s best bakers are in Paris, France’s in Lyon."]

  static let prepositions = WordSet("in of from at")

  public let places = [
    WordTrigger(shape: { $0.startsWithCapital && $0.contains(.apostrophe) }, length: 6...Int.max)
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places {
      let owner = words[k]
      guard text[owner.end - 1] == UInt8(ascii: "s") else { continue }
      let bare = text[owner.end - 2] == UInt8(ascii: "'") ? owner.end - 2 : owner.end - 4
      guard bare > owner.start + 2 else { continue }
      let hash = Lexicon.hash(text.utf8, owner.start..<bare)
      for j in (k + 2)..<(k + 5) {
        guard let name = words.at(j + 1), words[j].gap == .space, name.gap == .space else { break }
        guard name.hash == hash, Self.prepositions.contains(words[j]),
          words[(k + 1)...j].allSatisfy({ $0.gap == .space && $0.isLower })
        else { continue }
        proposals.flag(
          Span(owner.start, name.end), label: "repeated-phrase", reason: "the same name twice in one phrase")
        break
      }
    }
  }
}
