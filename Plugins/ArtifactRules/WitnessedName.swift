import CTables
import Language
import TextModel

/// Gives a name of two words its capitals where the text itself has it so elsewhere: `marmot coin wakes up` beside `Marmot Coin, the token`.
///
/// Headlines and spinners write names small. In damaged text, where one of the two is no word of the language, or a line begins with them; a
/// given name before what is no word is a person (`oksana hrytsiv`), and initials in brackets show what bears a capital (`the national Tax
/// Service (NTS)`).
public struct WitnessedName: WordRule {
  public init() {}
  public let id = "witnessed-name"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met Zzolgar Coin with with them. Later, zzolgar coin rose, said the envoy.",
      "The the crew met Zzolgar Coin with with them. Later, Zzolgar Coin rose, said the envoy."),
    RewriteExample(
      "The the crew met with with the envoy oksana zzolgar in May.",
      "The the crew met with with the envoy Oksana Zzolgar in May."),
    RewriteExample(
      "The the crew met with with the envoy oksana zzolgar in May. There zzolgar spoke.",
      "The the crew met with with the envoy Oksana Zzolgar in May. There Zzolgar spoke."),
    RewriteExample(
      "The the crew works for the national Tax Service (NTS) with with them.",
      "The the crew works for the National Tax Service (NTS) with with them."),
    RewriteExample(
      "The the crew met Ana Finch with with joy. Later Ana finch has left, and Finch was not there.",
      "The the crew met Ana Finch with with joy. Later Ana Finch has left, and Finch was not there."),
    RewriteExample(
      "night call wins\n\nThe the crew saw the film Night Call with with joy. Then Night Call won. They left.",
      "Night Call wins\n\nThe the crew saw the film Night Call with with joy. Then Night Call won. They left."),
  ]
  public let leavesAlone = [
    "They met Zzolgar Coin. Later, zzolgar coin rose.",
    "Ash The Zzolgar\n\nThe the crew met Ash The Zzolgar with with joy. “Ash the zzolgar,” they said.",
    "The the crew met Prime Minister Ash with with them. The prime minister left.",
    "The the crew met with with maria who left.", "The the crew is of the former Soviet Union (FSU) with with them.",
    "The the crew sells gross domestic Product (GDP) with with them.",
  ]

  public let places = [
    WordTrigger(
      shape: { $0.isLower && $0.isPlain }, gaps: [.space, .comma], length: 3...Int.max,
      entry: { $0.band == 0 || $0.band > 5 && $0.isName }),
    WordTrigger(
      shape: { $0.isLower && $0.isPlain }, gaps: [.space], length: 4...Int.max,
      entry: { $0.band != 0 && $0.isName }),
    WordTrigger(shape: { $0.isLower && $0.isPlain }, gaps: [.line], length: 3...Int.max),
    WordTrigger(shape: { $0.rawValue == 0b0011 }, gaps: [.other], length: 3...6),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    var families: [UInt32] = []
    for k in places {
      if words[k].isAllCapitals {
        if let small = smallOfInitials(document, words, k), document.isDamaged, !document.isVerbatim(at: small.start) {
          proposals.replace(
            Span(small.start, small.start + 1), with: CollectionOfOne(text[small.start] & ~0x20), .likely)
        }
        continue
      }
      if k > 0, words[k].gap == .space, words[k - 1].isCapitalized, isHalf(document, words, k) {
        proposals.replace(
          Span(words[k].start, words[k].start + 1), with: CollectionOfOne(text[words[k].start] & ~0x20), .likely)
        continue
      }
      if words[k].gap != .line, document.wordEntries[k].isWord(upTo: 5) { continue }
      // The strange word may be the second of the two.
      for first in [k, k - 1] where first >= 0 {
        guard let second = words.at(first + 1), second.gap == .space, words[first].isLower, second.isLower,
          words[first].shape.isPlain, Self.isOfLetters(second, in: text), words[first].count >= 3, second.count >= 3,
          words.at(first + 2)?.gap != .hyphen, words[first].gap != .hyphen,
          isPerson(document, words, first) || isWitnessed(document, words, first),
          Prose.has(words[first], in: text), Prose.has(second, in: text), document.isDamaged,
          LowercaseName.writesCapitals(words), !document.isVerbatim(at: words[first].start)
        else { continue }
        if document.wordEntries[first + 1].band == 0, second.count >= 5 { families.append(second.hash) }
        proposals.together {
          // `the robert koch institute`
          let body = words.at(first + 2).flatMap {
            $0.gap == .space && $0.isLower && Self.bodies.contains($0) && first > 0 && words[first - 1].hash == Self.the
              ? $0 : nil
          }
          for word in [words[first], second] + (body.map { [$0] } ?? []) {
            $0.replace(
              Span(word.start, word.start + 1), with: CollectionOfOne(text[word.start] & ~0x20), .likely)
          }
        }
        break
      }
    }
    guard !families.isEmpty else { return }
    // `lautner expects it`: who was named so, by the family's name alone.
    let named = WordSet(hashes: families)
    for k in places
    where named.contains(words[k]) && (words[k].gap == .space || words[k].gap == .comma)
      && words.at(k + 1)?.gap != .hyphen
      && Prose.has(words[k], in: text) && !(k > 0 && isPerson(document, words, k - 1))
    {
      proposals.replace(
        Span(words[k].start, words[k].start + 1), with: CollectionOfOne(text[words[k].start] & ~0x20), .likely)
    }
  }

  /// `Ana finch has left` beside `Ana Finch`: the second half of a name that the text writes large everywhere else.
  private func isHalf(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    guard words[k].count >= 4, words[k].isLower, words[k].shape.isPlain, words.at(k + 1)?.gap != .hyphen else {
      return false
    }
    let uses = document.wordCounts[words[k].hash]
    return uses.lower == 1 && uses.capitalInside >= 1 && (uses.capital >= 2 || document.wordEntries[k].band == 0)
      && !LoneCapital.bodies.contains(words[k]) && Prose.has(words[k], in: document.text) && document.isDamaged
      && isNamedElsewhere(words, k) && !document.isVerbatim(at: words[k].start)
  }

  /// Whether the word before stands before this one elsewhere, both with capitals; no further than some paragraphs.
  private func isNamedElsewhere(_ words: [Word], _ k: Int) -> Bool {
    for j in max(1, k - 600)..<min(words.count, k + 600)
    where words[j].hash == words[k].hash && words[j - 1].hash == words[k - 1].hash && words[j].gap == .space && j != k {
      return words[j].isCapitalized && words[j - 1].isCapitalized
    }
    return false
  }

  /// Letters alone, of which the first is one of ASCII.
  private static func isOfLetters(_ word: Word, in text: Text) -> Bool {
    !word.shape.contains(.digit) && !word.shape.contains(.apostrophe) && text.isLower(word.start)
  }

  /// `the national Tax Service (NTS)`: the one word of a name that is small, where initials in brackets behind it have a letter of each word;
  /// nil where the capitals need not begin with it (`former Soviet Union`).
  private func smallOfInitials(_ document: Document, _ words: [Word], _ k: Int) -> Word? {
    let text = document.text
    let initials = words[k]
    guard k > 0, initials.start == words[k - 1].end + 2, text.has(" (", at: words[k - 1].end),
      text.has(")", at: initials.end)
    else { return nil }
    var small: Word?
    var j = k
    for letter in text[initials.span].reversed() {
      j -= 1
      while j > 0, words[j].isLower, Self.joining.contains(words[j]), words[j].gap == .space { j -= 1 }
      guard j >= 0, text[words[j].start] & ~0x20 == letter, j == k - 1 || words[j + 1].gap == .space else { return nil }
      if words[j].isLower {
        guard small == nil, words[j].count > 3, !Self.attributes.contains(words[j]) else { return nil }
        small = words[j]
      } else if !words[j].isCapitalized {
        return nil
      }
    }
    return small
  }
  private static let bodies = WordSet(
    "institute university foundation college academy hospital museum prize award stadium airport school library bank bridge street square"
  )
  private static let the = Lexicon.hash("the")
  private static let heads = WordSet("head leader boss minister president premier governor mayor senator actor singer")
  private static let joining = WordSet("of and the for on in to")
  private static let attributes = WordSet("former late early near high higher lower ultra extra mini micro mobile")

  /// A given name, and what no lexicon has or only as a name.
  private func isPerson(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let given = document.wordEntries[k]
    let family = document.wordEntries[k + 1]
    if words[k].gap == .space, k > 0, given.band == 0, words[k].count >= 4,
      GluedName.offices.contains(words[k - 1]) || Self.heads.contains(words[k - 1]),
      words[k + 1].count >= 4
    {
      // `chancellor angelika mertens had`, `its head markus sander.`
      let isKnown = Self.given.row(document.utf8, words[k].span.range) != nil
      let next = words.at(k + 2)
      if isKnown || family.band == 0, family.band == 0 || family.isName || next.map({ $0.gap != .space }) ?? true,
        next.map({ $0.gap != .space || $0.isLower && document.wordEntries[k + 2].isWord(upTo: 4) }) ?? true
      {
        return true
      }
    }
    guard given.band == 0 || given.band > 5, Self.given.row(document.utf8, words[k].span.range) != nil,
      words[k].gap == .space || words[k].gap == .comma, k > 0, words[k - 1].isLower
    else { return false }
    // What follows is English again.
    guard words.at(k + 2).map({ $0.gap != .space || $0.isLower && document.wordEntries[k + 2].isWord(upTo: 4) }) ?? true
    else {
      return false
    }
    // `una rmed`: a word that was pulled apart.
    let whole = document.utf8[words[k].span.range] + document.utf8[words[k + 1].span.range]
    return (family.band == 0 || family.band > 4 && family.isName) && words[k + 1].count >= 4
      && !Lexicon.entry(Lexicon.hash(whole)).isKnown
  }
  static let given = IndexedTable(ctables_gendered_words())

  /// The text has the two with capitals, and not as a title before a name.
  private func isWitnessed(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let uses = document.wordCounts[words[k].hash]
    let others = document.wordCounts[words[k + 1].hash]
    // `Trump The Dealmaker`: a headline gives its small words capitals too.
    guard !LoneCapital.function.contains(words[k]), !LoneCapital.function.contains(words[k + 1]),
      !LoneCapital.bodies.contains(words[k + 1]), !InnerCapital.honoured.contains(words[k]), uses.capital > 0,
      others.capitalInside > 0, uses.lower <= 2 || others.lower <= 2
    else { return false }
    var found = 0
    // No further than some paragraphs, so that the whole stays linear.
    for j in max(0, k - 600)..<min(words.count - 1, k + 600)
    where words[j].hash == words[k].hash && words[j + 1].hash == words[k + 1].hash && words[j + 1].gap == .space
      && j != k
    {
      guard words[j].startsWithCapital, words[j + 1].startsWithCapital else { return false }
      if let next = words.at(j + 2), next.gap == .space, next.startsWithCapital { continue }
      found += 1
    }
    return found > 0
  }
}
