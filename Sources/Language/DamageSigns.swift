import TextModel

/// Counts signs that a text went through a translator, a spinner or a scraper that damaged it, each of them one that edited text
/// does not have.
///
/// Much damage looks, by itself, like something that an author may have meant: `Monday Monday`, a capital in a sentence, a
/// quotation that does not end. In a text that is damaged elsewhere beyond doubt it is damage too; so rules may ask for less
/// evidence in a text that `Document.isDamaged`. What is counted is what no convention explains: a closing quotation mark with
/// a word glued to it, a mark turned round, a comma or full stop behind a space in a text that sets the others close, words run together
/// at a mark, an article or preposition said twice, a line of the page round the article.
enum DamageSigns {
  /// How many signs a text has, none of one kind counted more than some times. Linear.
  static func count(in document: Document) -> Int {
    // Where lines are no paragraphs, or no prose, marks and words at their ends say nothing.
    if !document.hasParagraphs { return 0 }
    return document.sentenceSigns + min(document.pageResidue.count, 2)
  }

  /// The signs in the sentences alone, lines of the page left out.
  static func inSentences(of document: Document) -> Int {
    min(marks(document), 6) + min(quotations(document), 6) + words(document) + min(capitals(document), 4)
  }

  /// Pronouns and auxiliaries with a capital inside a clause: `although They defend it`, `how He has grown`, `the knee Which happened`.
  ///
  /// Twice as much behind a conjunction or another pronoun.  Contracts have such capitals of their own (`We`, `You`), prayers too (`He`):
  /// these count only where the text writes them small as well.
  private static func capitals(_ document: Document) -> Int {
    let counts = document.wordCounts
    // Most texts have none, and are done here.
    var left = 0
    for hash in pronounHashes { left += Int(counts[hash].capitalInside) }
    guard left > 0, !solemnHashes.contains(where: { counts[$0].total > 0 }) else { return 0 }
    return document.words.withUnsafeBufferPointer { words in
      var found = 0
      var k = 1
      while left > 0, k + 1 < words.count {
        let word = words[k]
        k += 1
        guard word.isCapitalized, word.gap == .space || word.gap == .comma, pronouns.contains(word) else { continue }
        left -= word.hash == the ? 0 : 1
        let before = words[k - 2]
        guard words[k].gap == .space, words[k].isLower, before.isLower || word.gap == .comma else { continue }
        let isJoined = word.gap == .space && joining.contains(before)
        let uses = counts[word.hash]
        guard
          word.hash == the
            ? isJoined : impersonal.contains(word) || uses.lower > 0 && uses.capitalInside <= uses.lower * 2
        else { continue }
        found += isJoined ? 2 : 1
      }
      return found
    }
  }
  private static let the = Lexicon.hash("the")
  private static let pronouns = WordSet(
    "the they it there this these those he she we you his her their its which whose does has was were")
  private static let pronounHashes = pronouns.hashes.filter { $0 != the }
  private static let impersonal = WordSet("they it there this these those their its which whose does has was were")
  private static let solemnHashes = WordSet("god lord allah jesus christ almighty gods thee thou thy hath dear madam")
    .hashes
  private static let joining = WordSet(
    "although though that because since if when while whereas how which but and he she they his her their its")

  /// Stops and commas that stand behind a space.
  private static func marks(_ document: Document) -> Int {
    let text = document.text
    var total = 0
    var apart = 0
    var doubled = 0
    /// How many marks with a space before stand in a row: more than two are an ellipsis.
    var row = 0
    var lastEnd = -9
    for mark in document.punctuation where mark.scalar == "." || mark.scalar == "," {
      total += 1
      // `the final .. But`: two stops apart from the word before.
      if mark.before == .mark, mark.after.isGap, mark.offset == lastEnd, mark.offset > 2, text[mark.offset - 2] == 0x20,
        text[mark.offset - 3] > 0x20
      {
        apart += 1
      }
      if mark.before == .space, mark.after.isGap, mark.offset > 1, text[mark.offset - 2] > 0x20 {
        if mark.offset - lastEnd <= 2 {
          row += 1
          doubled += row == 1 ? 1 : row == 2 ? -1 : 0
        } else {
          row = 0
          apart += 1
        }
      } else {
        row = 0
      }
      // `the study. is free`: a stop before a word that begins no sentence.
      if mark.scalar == ".", mark.before == .lower, mark.after == .space, mark.end + 1 < text.count,
        text.utf8[mark.end + 1] &- 0x61 < 26,
        cutsSentence(document, mark)
      {
        apart += 1
      }
      // `it rained,. They left`
      if mark.before == .mark, mark.after.isGap, mark.offset == lastEnd, mark.offset > 2, mark.scalar == ".",
        text[mark.offset - 1] == UInt8(ascii: ","), text[mark.offset - 2] &- 0x61 < 26
      {
        apart += 1
      }
      lastEnd = mark.end
    }
    // Text cut into tokens has a space before every mark; an ellipsis may be spaced out.
    let isTokenized = (apart + doubled) * 2 > total
    return isTokenized ? 0 : min(apart, 4) + (doubled * 4 <= total ? min(doubled, 2) : 0)
  }

  private static func cutsSentence(_ document: Document, _ mark: PunctuationMark) -> Bool {
    let bytes = document.utf8
    var start = mark.offset
    while start > 0, mark.offset - start < 20, bytes[start - 1] &- 0x61 < 26 { start -= 1 }
    guard mark.offset > start, start > 0, bytes[start - 1] == 0x20 else { return false }
    let isOpen = endsNoSentence.contains(Lexicon.hash(bytes, start..<mark.offset))
    guard isOpen || mark.offset - start > 3 else { return false }
    var end = mark.end + 1
    while end < bytes.count, end - mark.end < 10, bytes[end] &- 0x61 < 26 { end += 1 }
    guard end < bytes.count, bytes[end] == 0x20 else { return false }
    let next = Lexicon.hash(bytes, mark.end + 1..<end)
    if isOpen { return Lexicon.entry(next).isWord(upTo: 3) }
    guard startsNoSentence.contains(next) || subjects.contains(next) && hasVerb(bytes, end + 1) else { return false }
    return Lexicon.entry(bytes, start..<mark.offset).isKnown
  }

  /// `the last days. he has told`: the sentence that begins small is one.
  private static func hasVerb(_ bytes: [UInt8], _ start: Int) -> Bool {
    var end = start
    while end < bytes.count, end - start < 5, bytes[end] &- 0x61 < 26 { end += 1 }
    return end > start && end < bytes.count && bytes[end] == 0x20 && finite.contains(Lexicon.hash(bytes, start..<end))
  }
  private static let subjects = WordSet("he she they it we there")
  private static let finite = WordSet("is are was were has have had will")
  /// A full stop behind these is one too many, whatever follows.
  private static let endsNoSentence = WordSet(
    "the a an of has have had is are was were and or with from for by my your his their our")
  private static let startsNoSentence = WordSet(
    "of which with from into than is are was were has have had will would and")

  /// Double marks that are turned round, glued to a word behind them or set off by a space on their inner side.
  private static func quotations(_ document: Document) -> Int {
    guard document.hasSuspectQuotations else { return 0 }
    var found = 0
    for mark in document.quotationMarks.marks where !mark.glyph.isSingle && mark.margin >= 10 {
      switch mark.role {
      case .closer:
        if mark.glyph == .leftDouble || mark.after == .lower || mark.after == .upper { found += 1 }
        if mark.before == .space, mark.glyph == .straightDouble || mark.glyph == .rightDouble { found += 1 }
      case .opener:
        // Two apostrophes, as typewriters had them, are the same on both sides.
        let isTurned = mark.glyph == .rightDouble && document.utf8[mark.start] != UInt8(ascii: "'")
        if isTurned || mark.after == .space, mark.glyph != .leftAngle { found += 1 }
      case .reopener: if !mark.startsParagraph { found += 1 }
      default: break
      }
    }
    return found
  }

  /// Words that grammar never says twice, and words run together at a comma or full stop: `people,officials`, `left.She`, unlike
  /// `f(a,b)` and `Foo.Bar`.
  private static func words(_ document: Document) -> Int {
    let words = document.words
    let bytes = document.utf8
    var repeated = 0
    var glued = 0
    var k = 0
    while true {
      k = Words.joint(in: words, from: k + 1)
      guard k < words.count else { break }
      let word = words[k]
      let before = words[k - 1]
      if word.hash == before.hash {
        if word.gap == .space, word.isLower, neverTwice.contains(word) { repeated += 1 }
      } else if word.start == before.end + 1, word.gap == .other || word.gap == .stop, before.isLower, before.count > 2,
        before.gap == .space, word.count > 1, k + 1 < words.count, words[k + 1].gap == .space,
        bytes[before.end] == UInt8(ascii: ",")
          ? word.isLower : bytes[before.end] == UInt8(ascii: ".") && word.isCapitalized,
        Lexicon.entry(before.hash).isKnown,
        Lexicon.entry(word.hash).isKnown
          || bytes[before.end] == UInt8(ascii: ".") && before.count > 3
            && document.wordCounts[word.hash].capitalInside > 0
      {
        glued += 1
      }
    }
    return min(repeated, 3) + min(glued, 2)
  }

  private static let neverTwice = WordSet("the a an of and or with from for at their its into")
}

extension Document {
  /// Whether the text is damaged beyond doubt: two signs or more, and one in 4,000 bytes.
  public var isDamaged: Bool {
    let signs = damageSigns + (repairs >= 3 ? repairs : 0)
    return signs >= 2 && signs * 4000 >= text.count
  }

  /// Whether there is one sign of damage at least, or one repair so far, and one in 4,000 bytes.
  public var hasDamage: Bool {
    let signs = damageSigns + repairs
    return signs >= 1 && signs * 4000 >= text.count
  }

  /// The same for a rule that only doubts and comes last: a text in which nothing was repaired, and of which no rule before had reason to
  /// ask, is taken for sound, for to count its signs costs more than the rule.
  public var isKnownDamaged: Bool { (repairs > 0 || analyses.damageSigns != nil) && isDamaged }
}
