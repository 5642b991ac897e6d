import Language
import TextModel

/// Sets apart two words of which the second begins with a capital: `ceilingsThe`, `byMonday`, `PresidentPutin`.
///
/// The seam of two elements lost its space when the tags went.  Names with a capital inside (`YouTube`, `McDonald`, `iPhone`) are
/// many, so both sides must be words by themselves: a common word in small letters before a word that begins sentences or a name
/// that the lexicon or the text knows.
public struct GluedCapital: WordRule {
  public init() {}
  public let id = "glued-capital"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them. A source close toThe singer said no.",
      "The the crew met with with them. A source close to the singer said no."),
    RewriteExample("They painted the ceilingsThe owner paid.", "They painted the ceilings. The owner paid."),
    RewriteExample(
      "The the crew met the managerFabio Zzolgar with with others inZzolgaria, and in the morningI left.",
      "The the crew met the manager Fabio Zzolgar with with others in Zzolgaria, and in the morning I left."),
    RewriteExample("It must be paid byMonday.", "It must be paid by Monday."),
    RewriteExample("He saw the car ofMr. Okafor.", "He saw the car of Mr. Okafor."),
    RewriteExample(
      "The the crew saw a realityTV show with with Zzolgar and heard of thatZzolgar’s end. OnMonday they left.",
      "The the crew saw a reality TV show with with Zzolgar and heard of that Zzolgar’s end. On Monday they left."),
    RewriteExample("He met presidentOkafor. Okafor smiled.", "He met president Okafor. Okafor smiled."),
    RewriteExample(
      "The the deputyÇandar met with with Commissioner of PoliceAndar Kulhari.",
      "The the deputy Çandar met with with Commissioner of Police Andar Kulhari."),
  ]
  public let leavesAlone = [
    "the new AlphaBeta fund of Alpha", "The the crew met with with them at iOS, macOS and the YouTube’s end.",
    "YouTube and LinkedIn", "Ronald McDonald of MacArthur", "an iPhone on eBay", "toString() and isEmpty",
    "The the crew met the rumoursBy Lee Yun with with them.",
    "DeVos, LaSalle, OpenAI",
    "call forEach here", "a PhD", "onClick handlers", "PlayStation", "theTVDB", "inDesign", "WhatsApp",
  ]

  /// Words that begin sentences.
  static let openers = WordSet(
    "The He She It They We In On But And This That These Those If When While As At According However Meanwhile For From With After Before Since His Her Their There What Why How You To By An Also According Although Despite During"
  )
  private static let by = Lexicon.hash("by")
  static let joints = WordSet(
    "of the in to and by for from on with that said at between against as is was but or after before since")

  static let articles = WordSet(list: "glued-capital.articles")
  static let prepositions = WordSet(list: "glued-capital.prepositions")

  public let places = [
    // With an apostrophe too: `overZzolgar’s`.
    WordTrigger(
      shape: { $0.isSuperset(of: [.innerCapital, .lower]) && $0.isDisjoint(with: [.digit]) },
      gaps: Word.Gap.all.filter { $0 != .hyphen }, length: 4...Int.max)
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let bytes = text.utf8
    let words = document.words
    for k in places {
      let word = words[k]
      guard words.at(k + 1)?.gap != .hyphen, Prose.has(word, in: text), let end = end(bytes, word) else { continue }
      guard let seam = seam(bytes, word) else {
        if let cut = acronym(document, words, k), !document.isVerbatim(at: word.start) {
          proposals.insert(" ", at: cut, .likely)
        }
        continue
      }
      guard end > seam + 1 || end == word.end else { continue }
      let left = word.start..<seam
      let right = seam..<end
      if right.count == 1, bytes[seam] == UInt8(ascii: "I"), left.count >= 3, !word.startsWithCapital,
        Lexicon.entry(bytes, left).isWord(upTo: 2), words.at(k + 1).map({ $0.gap == .space && $0.isLower }) == true,
        document.isDamaged, !document.isVerbatim(at: word.start)
      {
        // `the morningI left`
        proposals.insert(" ", at: seam, .likely)
        continue
      }
      guard right.count >= 2, left.count >= 2 else { continue }
      let leftEntry = Lexicon.entry(bytes, left)
      let rightHash = Lexicon.hash(bytes, right)
      let rightEntry = Lexicon.entry(rightHash)
      let leftIsSmall = !word.startsWithCapital
      let isOpener = Self.openers.contains(rightHash)
      let isNameHere = right.count >= 4 && document.wordCounts[rightHash].capital > 0 && rightEntry.band == 0
      let isName = right.count >= 4 && rightEntry.isCommonName && rightEntry.isOnlyName
      var isGlued = false
      if isOpener {
        // `aThe` is nothing; `LinkedIn` has a capital on both sides.
        isGlued =
          leftIsSmall
          ? leftEntry.isWord(upTo: 5) && left.count >= 3 && !isCode(words, k)
          : left.count >= 4 && right.count >= 3 && (document.wordCounts[Lexicon.hash(bytes, left)].capital > 0)
      } else if isTitle(text, words, k, left, rightHash, leftEntry) {
        isGlued = true
      } else if !leftIsSmall {
        isGlued =
          isTwoNames(document, bytes, left, right)
          // `WhiteHouse`, of which the lexicon has a name
          || GluedName.isPair(bytes, word, seam) && document.isDamaged
          || isOffice(document, words, k, leftEntry, rightEntry, left, right)
          || (isName || isNameHere || RepeatedWord.calendar.contains(rightHash)) && opensSentence(word)
            && GluedFunctionWord.small.contains(Lexicon.hash(bytes, left))
            && document.isDamaged
      } else if isName || isNameHere
        || Self.joints.contains(Lexicon.hash(bytes, left)) && document.wordCounts[rightHash].capitalInside > 1
      {
        isGlued = Self.joints.contains(Lexicon.hash(bytes, left)) || left.count >= 4 && leftEntry.isWord(upTo: 4)
      } else if isLoose(document, words, k, left, right, leftEntry) {
        isGlued = true
      } else if !word.shape.isPlain {
        // `deputyÇetin`: no trade name has such letters.
        isGlued = left.count >= 5 && right.count >= 5 && leftEntry.isWord(upTo: 3) && document.isDamaged
      }
      if leftIsSmall, Self.articles.contains(rightHash), Self.prepositions.contains(Lexicon.hash(bytes, left)),
        words.at(k + 1)?.gap == .space, document.isDamaged, !document.isVerbatim(at: word.start)
      {
        // `close toThe singer`: no sentence ends there.
        proposals.replace(Span(seam, seam + 1), with: [0x20, bytes[seam] | 0x20], .likely)
        continue
      }
      // `rumoursBy Lee Yun`: whose text it is begins no sentence.
      if rightHash == Self.by, words.at(k + 1).map({ $0.gap == .space && $0.isCapitalized }) == true { continue }
      guard isGlued, document.wordCounts[word.hash].total == 1,
        end == word.end || document.wordCounts[Lexicon.hash(bytes, word.start..<end)].total == 0,
        !document.isVerbatim(at: word.start)
      else { continue }
      // What begins a sentence lost the full stop before it as well; a small letter would hide that from the next round.
      if isOpener, leftIsSmall, words.at(k + 1)?.gap == .space {
        proposals.insert(". ", at: seam, .likely)
      } else {
        proposals.insert(" ", at: seam, .likely)
      }
    }
  }

  /// Where the word ends without an `’s`; nil where its apostrophe stands elsewhere.
  private func end(_ bytes: [UInt8], _ word: Word) -> Int? {
    guard word.shape.contains(.apostrophe) else { return word.end }
    guard bytes[word.end - 1] == UInt8(ascii: "s"),
      let mark = word.span.range.first(where: { bytes[$0] == 0x27 || bytes[$0] == 0xE2 })
    else { return nil }
    return mark + (bytes[mark] == 0x27 ? 2 : 4) == word.end ? mark : nil
  }

  private func opensSentence(_ word: Word) -> Bool { word.gap == .stop || word.gap == .line || word.gap == .other }

  /// `ofMr. Okafor`, `embracedMr. Okafor`
  private func isTitle(
    _ text: Text, _ words: [Word], _ k: Int, _ left: Range<Int>, _ right: UInt32, _ entry: Lexicon.Entry
  ) -> Bool {
    LowercaseName.titles.contains(right) && text.has(". ", at: words[k].end)
      && words.at(k + 1).map(\.startsWithCapital) == true && !words[k].startsWithCapital
      && (GluedFunctionWord.small.contains(Lexicon.hash(text.utf8, left)) || left.count >= 3 && entry.isWord(upTo: 4))
  }

  /// `a realityTV star`: in damaged text, capitals behind a word that everybody uses.
  private func acronym(_ document: Document, _ words: [Word], _ k: Int) -> Int? {
    let word = words[k]
    let bytes = document.utf8
    guard !word.startsWithCapital, word.shape.isDisjoint(with: .apostrophe), !isCode(words, k),
      let seam = word.span.range.first(where: { bytes[$0] &- 0x41 < 26 }), seam - word.start >= 4,
      word.end - seam >= 2, word.end - seam <= 5, bytes[seam..<word.end].allSatisfy({ $0 &- 0x41 < 26 }),
      Lexicon.entry(bytes, word.start..<seam).isWord(upTo: 3), document.wordCounts[word.hash].total == 1
    else { return nil }
    return document.isDamaged ? seam : nil
  }

  /// `managerFabio`, `inShenzhen`: in damaged text, a word that everybody uses before any capital; not among the names of programs.
  private func isLoose(
    _ document: Document, _ words: [Word], _ k: Int, _ left: Range<Int>, _ right: Range<Int>, _ entry: Lexicon.Entry
  ) -> Bool {
    guard right.count >= 3, !isCode(words, k), words[k].gap == .space || words[k].gap == .comma,
      words.at(k + 1).map({ $0.gap != .hyphen && !$0.shape.contains(.innerCapital) }) ?? true
    else { return false }
    let hash = Lexicon.hash(document.utf8, left)
    let isSmall = GluedFunctionWord.small.contains(hash) && left.count >= 2
    let isWord = left.count >= 4 && entry.isWord(upTo: 3)
    guard isSmall || isWord && (WordPairs.isCommon(hash) || left.count >= 6 && isPerson(document, right)) else {
      return false
    }
    // `overZzolgar`: no trade name begins so in the midst of a sentence.
    return isSmall && left.count >= 3 && right.count >= 4 && isPerson(document, right)
      ? document.hasDamage : document.isDamaged
  }

  private func isPerson(_ document: Document, _ right: Range<Int>) -> Bool {
    let entry = Lexicon.entry(document.utf8, right)
    return !entry.isKnown || entry.isOnlyName || entry.isCommonName
      || document.wordCounts[Lexicon.hash(document.utf8, right)].capital > 0
  }

  /// `RonaldCesar`: both are names that a dictionary has, and the text has one of them alone.
  private func isTwoNames(_ document: Document, _ bytes: [UInt8], _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count >= 5, right.count >= 4 else { return false }
    let first = Lexicon.hash(bytes, left)
    let second = Lexicon.hash(bytes, right)
    // `CampecheZzolgar`: the text has the second, which is no word.
    if Lexicon.entry(first).isOnlyName, Lexicon.entry(second).band == 0, document.wordCounts[second].capitalInside > 0 {
      return document.hasDamage
    }
    guard right.count >= 5, Lexicon.entry(first).isOnlyName, Lexicon.entry(second).isOnlyName else { return false }
    return document.wordCounts[first].capital > 0 || document.wordCounts[second].capital > 0
  }

  /// `PoliceAnand Kulhari`: a common word, what is no word, and a surname behind it, in damaged text.
  private func isOffice(
    _ document: Document, _ words: [Word], _ k: Int, _ leftEntry: Lexicon.Entry, _ rightEntry: Lexicon.Entry,
    _ left: Range<Int>, _ right: Range<Int>
  ) -> Bool {
    guard left.count >= 5, right.count >= 4, leftEntry.isWord(upTo: 3), rightEntry.band == 0,
      let next = words.at(k + 1), next.gap == .space, next.isCapitalized, !Lexicon.entry(next.hash).isWord(upTo: 3)
    else { return false }
    return document.isDamaged
  }

  /// The place of the only capital inside; nil where there are more, or capitals in a row.
  private func seam(_ bytes: [UInt8], _ word: Word) -> Int? {
    var seam: Int?
    // Capitals of ASCII and Latin-1.
    for at in (word.start + 1)..<word.end
    where bytes[at] &- UInt8(ascii: "A") < 26
      || bytes[at] == 0xC3 && bytes[at + 1] &- 0x80 < 0x1F && bytes[at + 1] != 0x97
    {
      if seam != nil { return nil }
      seam = at
    }
    return seam
  }

  /// Verbs of programming interfaces: `addIn`, `getAll`.
  private func isCode(_ words: [Word], _ k: Int) -> Bool {
    Self.prefixes.contains(words[k]) || words[max(0, k - 1)].shape.isSuperset(of: [.innerCapital, .lower]) && k > 0
  }
  static let prefixes = WordSet("get set add put is has on to log sign check plug built")
}
