import Language
import TextModel

/// Sets apart two words of content that were glued together: `foreclosurecrisis`, `expressedconcern`, `Europeannations`.
///
/// English compounds nouns freely (`bombmaker`, `wreathlaying`), so a split into two known words proves nothing by itself.  But the first
/// part of a compound is short and bears no ending: where it is a verb form in -ed or -ing, an adverb, or a noun or adjective
/// made by a learned suffix, and the second part is a common word, there were two words.  There must be one such cut and no
/// other.
public struct GluedWord: WordRule {
  public init() {}
  public let id = "glued-word"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("The bank has expressedconcern over the deal.", "The bank has expressed concern over the deal."),
    RewriteExample("They waited threeyears for it.", "They waited three years for it."),
    RewriteExample("The populationgrowth slowed in the north.", "The population growth slowed in the north."),
    RewriteExample("talks among Europeannations and others", "talks among European nations and others"),
  ]
  public let leavesAlone = [
    "a bombmaker and a crewmember", "peacefuller and dangersome", "retrospections", "sunsetting",
    "an interagency effort",
    "gentlemanliness", "nationalsozialistisch", "counterkidnapping",
  ]

  /// What forms words when it stands behind one.
  static let suffixes = WordSet(
    "like wise ward wards some less fold ship ships hood side land lands able full ness most maker makers making fully ions ring ally ties ting ling long wide folk time work house man men room light line lines proof free based word words ways where wheres"
  )
  static let numerals = WordSet("three seven eight twelve twenty thirty forty fifty several")
  static let endings = [
    "tion", "sion", "ment", "ity", "ence", "ance", "ture", "sure", "ical", "ial", "nal", "ral", "ious", "ive", "ency",
    "ancy", "ery", "ory",
  ]

  public let places = [
    WordTrigger(
      shape: { $0.isPlain && ($0.isLower || $0.isCapitalized) }, gaps: Word.Gap.all.filter { $0 != .hyphen },
      length: 10...28, entry: { !$0.isKnown })
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let bytes = text.utf8
    let words = document.words
    for k in places {
      let word = words[k]
      guard words.at(k + 1)?.gap != .hyphen, Prose.has(word, in: text) else { continue }
      var found: Int?
      var readings = 0
      for offset in (word.start + 5)...(word.end - 4) where isCut(text, word, offset) {
        let second = Lexicon.entry(bytes, offset..<word.end)
        guard second.isWord(upTo: 2) else { continue }
        readings += 1
        found = offset
      }
      guard readings == 1, let found, GluedFunctionWord().cut(document, word, words.at(k + 1)) == nil,
        document.wordCounts[word.hash].total == 1, !document.isVerbatim(at: word.start)
      else { continue }
      proposals.insert(" ", at: found, .likely)
    }
  }

  /// Whether what stands before `offset` is a word that no compound begins with, and what follows forms no word with it.
  private func isCut(_ text: Text, _ word: Word, _ offset: Int) -> Bool {
    let bytes = text.utf8
    if Self.suffixes.contains(Lexicon.hash(bytes, offset..<word.end)) { return false }
    let first = word.start..<offset
    let entry = Lexicon.entry(bytes, first)
    if word.isCapitalized {
      // Names of peoples and the like; not of persons, whose names take what they like.
      return first.count >= 6 && entry.isCommonName && entry.isOnlyName
        && ["an", "ish", "ese", "ian"].contains { text.has($0.utf8, at: offset - $0.utf8.count) }
    }
    guard entry.isWord(upTo: 3) else { return false }
    if Self.numerals.contains(Lexicon.hash(bytes, first)) {
      // `threeyears`, not `twofold`: a noun in the plural.
      return bytes[word.end - 1] == UInt8(ascii: "s") && Lexicon.entry(bytes, offset..<(word.end - 1)).takesS
    }
    if first.count >= 7, word.end - offset >= 7, Lexicon.entry(bytes, offset..<word.end).isPast { return true }
    if entry.isPast && first.count >= 6 || entry.isParticiple && first.count >= 7 { return true }
    return first.count >= 7
      && (text.has("ly".utf8, at: offset - 2)
        || Self.endings.contains { text.has($0.utf8, at: offset - $0.utf8.count) })
  }
}
