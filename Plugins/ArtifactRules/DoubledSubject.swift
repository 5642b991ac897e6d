import Language
import TextModel

/// Flags a subject that is said twice: `The player, he had received an offer`, `The families, them, have begun to come`,
/// `The florist, she, offers it`.
///
/// Spoken French, Arabic and others set the subject first and take it up by a pronoun. At the start of a sentence, in damaged text; phrases
/// of time (`The next day, he left`) are none.
public struct DoubledSubject: WordRule {
  public init() {}
  public let id = "doubled-subject"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let fixes: [RewriteExample] = []
  public let leavesAlone = [
    "The player, he had received an offer.", "The the crew met with with them. The next day, he had left the town.",
    "The the crew met with with them. The truth, it seems, is simple.",
  ]

  static let openers = WordSet(list: "doubled-subject.openers")
  static let pronouns = WordSet(list: "doubled-subject.pronouns")
  static let objects = WordSet(list: "doubled-subject.objects")
  static let times = WordSet(list: "doubled-subject.times")
  static let finite = WordSet(list: "doubled-subject.finite")

  public let places = [
    WordTrigger(words: [Self.pronouns, Self.objects], shape: \.isLower, gaps: [.comma])
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    for k in places where k > 1 {
      guard let next = words.at(k + 1), let first = start(words, k), !document.isVerbatim(at: words[k].start) else {
        continue
      }
      if Self.pronouns.contains(words[k]) {
        // `The florist, she, offers the ascent`; `The player, he had received an offer`
        guard next.gap == .space || next.gap == .comma, next.isLower,
          Self.finite.contains(next) || Lexicon.entry(next.hash).isPast
            || next.gap == .comma && isPresent(document.text, next),
          words.at(k + 2).map({ $0.gap == .space && $0.hash != Self.that }) == true,
          // `The dumpling, it was agreed, is another matter.`
          !(k + 3...k + 4).contains(where: { words.at($0)?.gap == .comma })
        else { continue }
      } else {
        guard next.gap == .comma, next.isLower, Self.finite.contains(next) else { continue }
      }
      guard document.isDamaged else { continue }
      var last = k + 1
      while last < k + 8, let word = words.at(last + 1), word.gap == .space { last += 1 }
      proposals.flag(
        Span(words[first].start, words[last].end), label: "word-order", reason: "the subject stands twice")
    }
  }

  /// `offers`
  private func isPresent(_ text: Text, _ word: Word) -> Bool {
    text.has("s", at: word.end - 1) && Lexicon.entry(text.utf8, word.start..<(word.end - 1)).isVerb
  }

  /// Where the noun phrase begins that ends before the comma, if the sentence begins with it.
  private func start(_ words: [Word], _ k: Int) -> Int? {
    for j in stride(from: k - 1, through: max(0, k - 6), by: -1) {
      if Self.times.contains(words[j]) { return nil }
      if words[j].gap == .stop || words[j].gap == .line || words[j].gap == .other {
        return Self.openers.contains(words[j]) && words[j].startsWithCapital && k - j >= 2
          ? j
          : Self.joints.contains(words[j]) && Self.openers.contains(words[j + 1]) && k - j >= 3 ? j + 1 : nil
      }
      if words[j].gap != .space, words[j].gap != .hyphen { return nil }
    }
    return nil
  }
  static let joints = WordSet("and but so")
  static let that = Lexicon.hash("that")
}
