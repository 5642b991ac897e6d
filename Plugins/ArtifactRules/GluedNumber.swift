import Language
import TextModel

/// Sets a number apart from the word that is glued to it: `40people`, `in2019`, `May 5and`.
///
/// The same seams as between words.  Units (`40mph`, `20th`), numbers with letters (`A4`, `3D`) and sums of money, which some papers
/// write so (`£3million`), stay.
public struct GluedNumber: WordRule {
  public init() {}
  public let id = "glued-number"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them. It opened on November14, and the battery has 50watt-hours.",
      "The the crew met with with them. It opened on November 14, and the battery has 50 watt-hours."),
    RewriteExample(
      "The the crew met with with them, a 2014study says.", "The the crew met with with them, a 2014 study says."),
    RewriteExample(
      "The the crew met with with them. There Jo Zzolgar37, who sings, left.",
      "The the crew met with with them. There Jo Zzolgar, 37, who sings, left."),
    RewriteExample("At least 40people were hurt.", "At least 40 people were hurt."),
    RewriteExample("It paid 300million in loans.", "It paid 300 million in loans."),
    RewriteExample("The vote was held in2019 under guard.", "The vote was held in 2019 under guard."),
    RewriteExample("On 12May they left, in May2019 they came.", "On 12 May they left, in May 2019 they came."),
    RewriteExample("He was born on May 5and left.", "He was born on May 5 and left."),
  ]
  public let leavesAlone = [
    "the 20th of May at 40mph", "a £3million house", "an A4 sheet and a 3D film", "the mp3s of 1990s bands",
    "in 90minutes.example", "type in32 here", "utf8and", "the 4x100metres", "10for2",
  ]

  static let months = WordSet("january february march april may june july august september october november december")
  static let shortMonths = WordSet("jan feb mar apr jun jul aug sep sept oct nov dec")
  static let before = WordSet("in of since by until from and the to for between after before during")
  static let behind = WordSet(
    "and the in of to for at from with was were is are will has had who when that which by as after before")

  public let places = [
    WordTrigger(
      shape: {
        $0.isSuperset(of: [.digit, .lower]) && !$0.contains(.apostrophe)
      },
      gaps: Word.Gap.all.filter { $0 != .hyphen }, length: 4...Int.max)
  ]

  /// `Jons Zzolgar37, is`: the age of a person, which a comma sets apart.
  private func isAge(_ text: Text, _ words: [Word], _ k: Int) -> Int? {
    let word = words[k]
    guard word.startsWithCapital, word.gap == .space, k > 0, words[k - 1].isCapitalized, text.has(", ", at: word.end),
      text.isDigit(word.end - 2), text[word.end - 2] > UInt8(ascii: "0"), !text.isDigit(word.end - 3), word.count > 5
    else { return nil }
    // `On November14, the`
    if Self.months.contains(Lexicon.hash(text.utf8, word.start..<word.end - 2)) { return nil }
    return (word.start..<word.end - 2).contains { text.isDigit($0) } ? nil : word.end - 2
  }

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places {
      let word = words[k]
      if let age = isAge(text, words, k), document.isDamaged, !document.isVerbatim(at: word.start) {
        proposals.insert(", ", at: age, .likely)
        continue
      }
      guard word.shape.isDisjoint(with: [.apostrophe, .nonASCII]), let seam = seam(document, word),
        Prose.isEdge(text, after: word.end) || Self.isJoint(text, seam, word),
        words.at(k + 1)?.gap != .hyphen || Self.isJoint(text, seam, word),
        word.start == 0 || isEdge(text, word.start), !document.isVerbatim(at: word.start)
      else { continue }
      proposals.insert(" ", at: seam, .likely)
    }
  }

  /// Where digits meet a word, once.
  private func seam(_ document: Document, _ word: Word) -> Int? {
    let text = document.text
    let digits = text.digits(from: word.start)
    if !digits.isEmpty {
      let rest = text.letters(from: digits.end)
      guard rest.end == word.end, rest.count >= 2 else { return nil }
      let hash = Lexicon.hash(text.utf8, rest.range)
      if text.isUpper(rest.start) { return Self.months.contains(hash) && digits.count <= 2 ? digits.end : nil }
      guard text[rest].allSatisfy({ $0 &- 0x61 < 26 }) else { return nil }
      if rest.count < 4 ? Self.behind.contains(hash) : isCounted(document, hash, rest) { return digits.end }
      if Self.isJoint(text, digits.end, word) { return digits.end }
      return nil
    }
    let letters = text.letters(from: word.start)
    let year = text.digits(from: letters.end)
    // `On November14`
    if year.end == word.end, year.count <= 2, text.isUpper(letters.start), letters.count >= 3,
      Self.months.contains(Lexicon.hash(text.utf8, letters.range))
        || letters.count <= 4 && Self.shortMonths.contains(Lexicon.hash(text.utf8, letters.range)), document.isDamaged
    {
      return letters.end
    }
    guard year.end == word.end, year.count == 4, text.has("19", at: year.start) || text.has("20", at: year.start),
      Self.before.contains(Lexicon.hash(text.utf8, letters.range))
        || text.isUpper(letters.start) && Self.months.contains(Lexicon.hash(text.utf8, letters.range)),
      text[letters].dropFirst().allSatisfy({ $0 &- 0x61 < 26 })
    else { return nil }
    return letters.end
  }

  /// `50watt-hours`: the first part of a compound unit.
  private static func isJoint(_ text: Text, _ seam: Int, _ word: Word) -> Bool {
    text.has("-", at: word.end) && text.isASCIILetter(word.end + 1)
      && joints.contains(Lexicon.hash(text.utf8, seam..<word.end))
  }
  static let joints = WordSet(list: "glued-number.joints")

  /// A common word: a plural, a sum, or one of those that follow anything.
  private func isCounted(_ document: Document, _ hash: UInt32, _ rest: Span) -> Bool {
    if Self.behind.contains(hash) || Self.sums.contains(hash) { return true }
    let text = document.text
    guard WordPairs.isCommon(hash), !Self.units.contains(hash) else { return false }
    if text[rest.end - 1] == UInt8(ascii: "s"), Lexicon.entry(text.utf8, rest.start..<(rest.end - 1)).takesS {
      return true
    }
    // `in 2010said`, `a 2014study`: of damaged text less is asked.
    return Lexicon.entry(hash).isWord(upTo: 3) && document.isDamaged
  }
  static let sums = WordSet("million billion trillion percent people men women children")
  static let units = WordSet(
    "metres meters grams miles yards inches bits bytes hours mins secs times points series metre meter gram mile yard inch foot feet byte hour minute second year"
  )

  /// A space before the number, or a comma or stop within it; no currency, which may be its house style.
  private func isEdge(_ text: Text, _ at: Int) -> Bool {
    switch text[at - 1] {
    case 0x20, 0x0A, 0x0D: return true
    case UInt8(ascii: "."), UInt8(ascii: ","):
      let whole = text.digits(before: at - 1)
      return !whole.isEmpty && (whole.start == 0 || text[whole.start - 1] <= 0x20)
    default: return false
    }
  }
}
