import Language
import TextModel

/// Gives words the small letter back that the source wrote with a capital: `a 52-year-old Truck driver did not Stop for the first Time`.
///
/// German writes all nouns so, and translators keep it here and there.  One such word says nothing; a text is taken for such a translation
/// where three different words have it that no convention gives one, in sentences: words of every day, and such as news always writes
/// small.  In damaged text two are enough, where one of them stands in a verb's place or is counted.  Old prints write all nouns so,
/// contracts their terms; neither does that.  Then those words are lowered, and common nouns that name no body; never a word that may be a
/// name, or beside another capital.
public struct SourceNoun: WordRule {
  public init() {}
  public let id = "source-noun"
  public let languages: LanguageScope = .only([.english])

  private static let page = """
    A 52-year-old Truck driver stood in a jam on the road to the north on Monday, and it was late in the day. He did not Stop there for the \
    first Time, the police said, since a car hit the door of a house near the Barrier some days ago.
    """
  public let fixes = [
    RewriteExample(
      page,
      """
      A 52-year-old truck driver stood in a jam on the road to the north on Monday, and it was late in the day. He did not stop there for the \
      first time, the police said, since a car hit the door of a house near the barrier some days ago.
      """)
  ]
  public let leavesAlone = [
    "A 52-year-old Truck driver stood in a jam on the road to the north on Monday, and it was late in the day.",
    "The Driver of the Truck saw the Barrier, and the Child in the House of the Man saw the Dog and the Water of the Well in the Evening.",
    "The Buyer pays the Seller, the Seller gives the Buyer the Goods on the day, in the house or at the door, at a time that they agree on.",
    "The Buyer told the Seller of the Price and the Fee, in the house by the road, and then the Buyer left the Premises and the Goods there.",
    "How to Stop the Time\n\nA Day in the Life of a Truck driver\n\nThe Man of the Hour",
  ]

  public let places = [
    WordTrigger(
      shape: { $0.isCapitalized && $0.isPlain }, gaps: [.space], length: 2...Int.max,
      entry: { $0.isWord(upTo: 4) && !$0.isOnlyName && !$0.isCommonName }),
    WordTrigger(words: [Self.euro], shape: \.isCapitalized, gaps: [.space]),
    WordTrigger(words: [Self.ages], shape: \.isCapitalized, gaps: [.hyphen], gapsBehind: [.hyphen]),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    var capital = InnerCapital(in: document)
    var sure: [Int] = []
    var others: [Int] = []
    var distinct: [UInt32] = []
    var isBeyondDoubt = false
    for k in places {
      guard capital.move(to: k), isInside(capital) else { continue }
      if isSure(capital) {
        sure.append(k)
        if !isBeyondDoubt { isBeyondDoubt = isInOtherPlace(capital) }
        if !distinct.contains(capital.word.hash), distinct.count < 3 { distinct.append(capital.word.hash) }
      } else {
        others.append(k)
      }
    }
    // Old prints write one word in six so.
    guard distinct.count == 3 || distinct.count == 2 && isBeyondDoubt,
      (sure.count + others.count) * 12 <= document.words.count, sure.count * 1500 >= document.text.count,
      distinct.count == 3 && sure.count * 700 >= document.text.count || document.isDamaged
    else { return }
    for k in sure + others {
      guard capital.move(to: k), !document.isVerbatim(at: capital.word.start) else { continue }
      if capital.uses.lower > 0 || isSure(capital) || isNoun(capital) {
        capital.lower(.likely, &proposals)
      }
    }
  }

  /// In a sentence, behind a small word, a number or the article that begins it, with no capital and no hyphen behind.
  private func isInside(_ capital: InnerCapital) -> Bool {
    let words = capital.words
    let k = capital.place
    let before = capital.before
    let isFirst = before.gap == .stop || before.gap == .line || before.gap == .other
    guard
      before.isLower || before.shape == .digit
        || isFirst && before.isCapitalized && (Self.openers.contains(before) || Self.auxiliary.contains(before)),
      capital.next.map({
        ($0.gap != .hyphen || $0.isLower && Self.compounds.contains(capital.word))
          && ($0.gap != .space || !$0.startsWithCapital)
      }) ?? true,
      isFirst || before.gap != .space || k < 2 || !words[k - 2].startsWithCapital || Self.openers.contains(before)
        || Self.openers.contains(words[k - 2]),
      let line = capital.document.paragraph(at: capital.word.start), line.count >= 48
    else { return false }
    // A headline has no stop at its end.
    switch capital.text[line.end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: ")"), 0x80...:
      return true
    default: return false
    }
  }

  /// No convention gives it a capital: a word of every day, one that news always writes small, a verb in a verb's place.
  private func isSure(_ capital: InnerCapital) -> Bool {
    let entry = capital.entry
    if Self.everyday.contains(capital.word) { return true }
    if entry.isName { return false }
    if isInOtherPlace(capital) { return true }
    return entry.isWord(upTo: 3) && WordPairs.isWrittenSmall(capital.word.hash) && capital.uses.capitalInside <= 2
      && !InnerCapital.naming.contains(capital.before) && !capital.isLabel && !capital.isNamedByNext
  }

  /// `did not Stop`, `2,900 Euro`, `the most Important`: where no name stands.
  private func isInOtherPlace(_ capital: InnerCapital) -> Bool {
    let before = capital.before
    if Self.auxiliary.contains(before) { return capital.entry.isVerb || capital.entry.isPast }
    if Self.ages.contains(capital.word) && capital.word.gap == .hyphen { return before.shape == .digit }
    if Self.euro.contains(capital.word) { return before.shape == .digit || Self.counts.contains(before) }
    return before.hash == Self.most && InnerCapital.isQuality(capital.word, in: capital.text)
  }

  /// A common noun that names no body, once or twice.
  private func isNoun(_ capital: InnerCapital) -> Bool {
    let word = capital.word
    return capital.entry.isWord(upTo: 3) && !capital.entry.isName && !LoneCapital.bodies.contains(word)
      && !InnerCapital.honoured.contains(word) && capital.uses.capitalInside <= 2 && !capital.isLabel
      && !capital.isNamedByNext
  }

  static let openers = WordSet("a an the his her its their my our this that these those")
  static let auxiliary = WordSet(
    "not to can could will would must did does do should i've he's she's they've we've you've")
  static let ages = WordSet("year month day")
  static let compounds = WordSet("ex year month day")
  static let euro = WordSet("euro euros")
  static let counts = WordSet("thousand million billion")
  static let most = Lexicon.hash("most")
  static let everyday = WordSet(list: "source-noun.everyday")
}
