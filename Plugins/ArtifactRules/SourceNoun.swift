import Language
import TextModel

/// Gives words the small letter back that the source wrote with a capital: `a 52-year-old Truck driver did not Stop for the first Time`.
///
/// German writes all nouns so, and translators keep it here and there.  One such word says nothing; a text is taken for such a translation
/// where three different words of every day have it that no convention gives one, in sentences, while the text writes more of them
/// small.  Old prints write all nouns so, contracts their terms; neither does that.  Then those words are lowered, verbs behind `to` and
/// auxiliaries, and what the text writes small elsewhere; never a word that may be a name, or beside another capital.
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
    "How to Stop the Time\n\nA Day in the Life of a Truck driver\n\nThe Man of the Hour",
  ]

  public let places = [
    WordTrigger(
      shape: { $0.isCapitalized && $0.isPlain }, gaps: [.space], length: 3...Int.max,
      entry: { $0.isWord(upTo: 4) && !$0.isOnlyName && !$0.isCommonName })
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    var sure: [Int] = []
    var others: [Int] = []
    var distinct: [UInt32] = []
    let words = document.words
    for k in places where isInside(document, words, k) {
      if Self.everyday.contains(words[k]) || document.wordEntries[k].isVerb && Self.auxiliary.contains(words[k - 1]) {
        sure.append(k)
        if !distinct.contains(words[k].hash), distinct.count < 3 { distinct.append(words[k].hash) }
      } else {
        others.append(k)
      }
    }
    guard distinct.count == 3, sure.count * 1500 >= document.text.count, writesSmall(document, sure.count) else {
      return
    }
    for k in sure where !document.isVerbatim(at: words[k].start) {
      InnerCapital.lower(document.text, words[k], .likely, &proposals)
    }
    for k in others where document.wordCounts[words[k].hash].lower > 0 && !document.isVerbatim(at: words[k].start) {
      InnerCapital.lower(document.text, words[k], .likely, &proposals)
    }
  }

  /// In a sentence, behind a small word or a number, with no capital and no hyphen behind.
  private func isInside(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    guard k > 0, words[k - 1].isLower || words[k - 1].shape == .digit, let next = words.at(k + 1),
      next.gap != .hyphen, next.gap != .space || !next.startsWithCapital,
      k < 2 || words[k - 1].gap != .space || !words[k - 2].startsWithCapital || Self.articles.contains(words[k - 1]),
      let line = document.paragraph(at: words[k].start), line.count >= 80
    else { return false }
    // A headline has no stop at its end.
    switch document.text[line.end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), 0x80...: return true
    default: return false
    }
  }

  /// Whether the text has words of every day in small letters as often as is asked.
  private func writesSmall(_ document: Document, _ least: Int) -> Bool {
    var uses = 0
    for hash in Self.everyday.hashes {
      uses += Int(document.wordCounts[hash].lower)
      if uses >= least { return true }
    }
    return false
  }

  static let articles = WordSet("a an the")
  static let auxiliary = WordSet("not to can could will would must did does do should")
  static let everyday = WordSet(
    """
    time times day days week weeks month months year years hour hours minute minutes morning evening night afternoon moment beginning
    thing things way ways case cases question questions answer problem problems reason reasons solution person man men woman women child
    children boy girl friend friends girlfriend boyfriend wife husband neighbor neighbors neighbour neighbours driver drivers truck trucks
    car cars vehicle vehicles trailer bicycle bike accident injury injuries victim victims knife weapon barrier fence door window apartment
    room roof kitchen table chair bed bottle glass water beer coffee food bread meat meal weather rain snow wind temperature hand hands head
    face eye eyes arm arms leg legs foot feet body skin hair blood pain disease illness symptom symptoms doctor patient patients money price
    prices cost costs euro euros million billion job work employee employees colleague colleagues boss salary goal goals player players victory
    defeat fan fans ball picture pictures photo photos video videos scene scenes message messages word words sentence voice fear luck anger joy
    disaster danger risk chance help success mistake mistakes error step steps plan plans idea ideas decision decisions agreement treaty contract
    conversation interview investigation search damage traffic parking animal animals dog dogs cat cats horse garden flower tree trees stone wood
    paper format trash headline headlines rumor rumors rumour rumours pressure feeling opinion criticism situation possibility opportunity number
    amount half rest balcony stairs floor whole important negative positive difficult possible necessary dead alive happy sad decided best worst
    better bigger online
    """)
}
