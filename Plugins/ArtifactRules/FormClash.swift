import Language
import TextModel

/// Flags two forms that exclude each other: `did not went`, `will can`, `more cheaper`, `every years`, `an big`, `one of the problem`.
///
/// Grammar that a translator took over word by word from a language that marks these things twice, or not at all.
public struct FormClash: WordRule {
  public init() {}
  public let id = "form-clash"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "He did not go.", "every two years", "an hour and an honest man", "one of the best", "more than cheaper goods",
    "every news desk", "They will, can and must go.",
  ]

  static let did = WordSet(list: "form-clash.did")
  static let past = WordSet(list: "form-clash.past")
  static let modals = WordSet(list: "form-clash.modals")
  static let more = WordSet(list: "form-clash.more")
  static let comparatives = WordSet(list: "form-clash.comparatives")
  static let every = WordSet(list: "form-clash.every")
  static let plurals = WordSet(list: "form-clash.plurals")
  static let not = Lexicon.hash("not")
  static let an = Lexicon.hash("an")

  public let places = [
    WordTrigger(
      words: [Self.did, Self.modals, Self.more, Self.every, WordSet(hashes: [Self.an])], shape: \.isLower)
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    for k in places {
      guard let next = words.at(k + 1), next.gap == .space, next.isLower, let last = last(document, words, k, next)
      else { continue }
      if document.isVerbatim(at: words[k].start) { continue }
      proposals.flag(
        Span(words[k].start, words[last].end), label: "grammar", reason: "the forms do not go together")
    }
  }

  /// The last word of the clash that begins with a word.
  private func last(_ document: Document, _ words: [Word], _ k: Int, _ next: Word) -> Int? {
    let word = words[k]
    let text = document.text
    if Self.did.contains(word) {
      if Self.past.contains(next) { return k + 1 }
      guard next.hash == Self.not, let third = words.at(k + 2), third.gap == .space, Self.past.contains(third) else {
        return nil
      }
      return k + 2
    }
    if Self.modals.contains(word), Self.modals.contains(next) { return k + 1 }
    if Self.more.contains(word), Self.comparatives.contains(next) { return k + 1 }
    if Self.every.contains(word), Self.plurals.contains(next) {
      return words.at(k + 2).map { $0.gap != .hyphen } ?? true ? k + 1 : nil
    }
    if word.hash == Self.an, next.count >= 3, Lexicon.entry(next.hash).isWord(upTo: 3) {
      switch text[next.start] {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
        UInt8(ascii: "h"),
        0x80...:
        return nil
      default: return words.at(k + 2).map { $0.gap == .space && $0.isLower } ?? false ? k + 2 : k + 1
      }
    }
    return nil
  }
}
