import Language
import TextModel

/// Closes a compound whose hyphen was set apart: `Sino- Russian`, `a 45 -year- old man`, `spokes- man`.
///
/// Tokenizers put spaces round hyphens, and lines that were cut at one leave it in the middle of a word.  A hyphen with a space
/// on one side is closed up where its first or last part is one that compounds are made with, where the text has the compound as
/// it should be, or where a number, a measure and `old` stand in a row; it goes where the halves are a word without it.
/// Hyphens that hang (`pre- and post-war`) and spaced dashes stay.
public struct SplitHyphen: WordRule {
  public init() {}
  public let id = "split-hyphen"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("The Sino- Russian talks went on.", "The Sino-Russian talks went on."),
    RewriteExample("a well- known singer and a state -owned bank", "a well-known singer and a state-owned bank"),
    RewriteExample("a 45 - year - old man", "a 45-year-old man"),
    RewriteExample("a 45 -year- old man", "a 45-year-old man"),
    RewriteExample("A spokes- man said the minis-ter left.", "A spokesman said the minister left."),
    RewriteExample("The ex - minister met the vice - president.", "The ex-minister met the vice-president."),
    RewriteExample("Jean-Claude Ash left. Jean - Claude came back.", "Jean-Claude Ash left. Jean-Claude came back."),
    RewriteExample(
      "The the half -finished puzzle of of the two - team man , with with him.",
      "The the half-finished puzzle of of the two-team man , with with him."),
    RewriteExample("Forty - three of them left.", "Forty-three of them left."),
    RewriteExample("Their far - reaching plans failed.", "Their far-reaching plans failed."),
  ]
  public let leavesAlone = [
    "pre- and post-war years", "short- to medium-term plans", "They went far - reaching the coast - and left.",
    "run ls -l now",
    "a well -d option", "10 - 20 people", "one- two- and three-year plans", "the well- or ill-known",
    "socio-economic policies", "The the cake wants of of it flour -half -long -salt and and time.",
    "He was well - known to all - and left.",
  ]

  /// First parts that hardly end a phrase.
  static let firsts = WordSet(
    """
    anti pro pre post non ex semi sino anglo franco russo euro afro indo israeli greco austro multi ultra mid vice self
    so counter quasi pan trans cross all north south east west left right high low long short full part well ill far
    half mass world un
    """)
  static let lasts = WordSet(
    """
    based led backed owned wing term range scale old called elect known style speaking controlled held made born sized
    time year day month week hour minute mile level profile ranking looking reaching standing lasting running century
    general general’s president minister government war era nuclear tech quality owned mouthed door party side down
    friendly related free wide long
    """)
  /// First parts that are no words by themselves.
  static let prefixes = WordSet(
    "non ex anti sub sino franco anglo russo euro afro indo israeli greco austro multi ultra semi quasi neo vice un")
  static let tens = WordSet("twenty thirty forty fifty sixty seventy eighty ninety")
  static let units = WordSet(
    "one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth")
  static let measures = WordSet(
    "year month week day hour minute mile metre meter foot kilometer kilometre man member point seat page story storey")
  static let joints = WordSet("and or to but nor as versus und et y")

  public let places = [WordTrigger(gaps: [.other, .hyphen])]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let bytes = text.utf8
    let words = document.words
    for k in places where k > 0 {
      let before = words[k - 1]
      let word = words[k]
      let width = word.start - before.end
      guard width <= 3, let hyphen = (before.end..<word.start).first(where: { bytes[$0] == UInt8(ascii: "-") }),
        (before.end..<word.start).allSatisfy({ $0 == hyphen || bytes[$0] == 0x20 })
      else { continue }
      // A hyphen alone is in doubt only between what may be the halves of a word.
      guard width > 1 || mayBeBroken(words, k) else { continue }
      guard Prose.isEdge(text, before: before.start) || k > 1 && isHyphen(text, before.start - 1),
        !isHyphen(text, word.end) || width > 1
      else { continue }
      let isBroken = isBroken(document, words, k, width)
      guard isBroken || isSpaced(document, words, k, width), !document.isVerbatim(at: hyphen) else { continue }
      let span = Span(before.end, word.start)
      if isBroken { proposals.delete(span, .likely) } else { proposals.replace(span, with: "-", .likely) }
    }
  }

  /// Whether a hyphen that has a space on one side or both belongs between its words without one.
  private func isSpaced(_ document: Document, _ words: [Word], _ k: Int, _ width: Int) -> Bool {
    guard width > 1, !isListed(document, words, k) else { return false }
    return isCompound(document, words, k, width)
      || width == 2 && (isDoubleName(document, words, k) || isHalf(document, words, k)) && document.isDamaged
  }

  /// `flour -eggs -milk -salt`: three or more that hang on the words of a row are what is left of a list.
  private func isListed(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    func hangs(_ j: Int) -> Bool {
      words.indices.contains(j) && j > 0 && words[j].start - words[j - 1].end == 2
        && document.text.has(" -", at: words[j - 1].end)
    }
    let before = (1...2).prefix { hangs(k - $0) }.count
    let behind = (1...2).prefix { hangs(k + $0) }.count
    return hangs(k) && before + behind >= 2
  }

  /// `a half -finished puzzle`, `a large -scale plan`: a hyphen that hangs on the second of two words, which is no small word; `a first-
  /// round pick`.
  private func isHalf(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let first = words[k - 1]
    let second = words[k]
    let entry = document.wordEntries[k]
    return first.gap == .space && first.isLower && second.isLower && first.count > 1 && second.count > 2
      && first.shape.isPlain && second.shape.isPlain && !isJoining(first)
      && (!isJoining(second) || Self.particles.contains(second)) && entry.isWord(upTo: 4)
      && !hasDash(document, words, k) && !isAside(document, words, k)
      && (second.count > 3 || Self.particles.contains(second))
  }

  /// `the striker -still without a club- said`: a hyphen that hangs on the other side some words on or back makes dashes of both.
  private func isAside(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let text = document.text
    let hangsOnSecond = text.has(" -", at: words[k - 1].end)
    let near = hangsOnSecond ? (k + 1)..<min(words.count, k + 26) : max(1, k - 25)..<k
    return near.contains { j in
      guard words[j].start > words[j - 1].end + 1 else { return false }
      if hangsOnSecond { return text.has("- ", at: words[j - 1].end) || text.has("-,", at: words[j - 1].end) }
      return text.has("-", at: words[j].start - 1) && text.has(" ", at: words[j].start - 2)
    }
  }
  /// `Jean -Claude`: two names, of which the second has the hyphen, or the first.
  private func isDoubleName(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    words[k - 1].isCapitalized && words[k].isCapitalized && words[k - 1].count > 2 && words[k].count > 2
      && document.wordEntries[k - 1].isCommonName && document.wordEntries[k].isCommonName
      && document.wordEntries[k].band == 0 && !hasDash(document, words, k)
  }
  private static let particles = WordSet("off out up day way old")

  private func isJoining(_ word: Word) -> Bool {
    StopInPhrase.joining.contains(word) || StopInPhrase.finished.contains(word) || StopInPhrase.clauses.contains(word)
      || StopInPhrase.unfinished.contains(word) || Self.joints.contains(word)
  }

  private func isHyphen(_ text: Text, _ at: Int) -> Bool {
    text.has("-", at: at) || text.has(" -", at: at) || at > 0 && text.has("- ", at: at - 1)
  }

  /// Whether two words with nothing but a hyphen between them may be the halves of one, by their looks alone.
  private func mayBeBroken(_ words: [Word], _ k: Int) -> Bool {
    let first = words[k - 1]
    let second = words[k]
    return first.isLower || first.isCapitalized ? second.isLower && first.count > 1 && second.count > 1 : false
  }

  /// `spokes- man`, `minis-ter`: the halves are one common word, and one of them is none or they never stand side by side.
  private func isBroken(_ document: Document, _ words: [Word], _ k: Int, _ width: Int) -> Bool {
    let first = words[k - 1]
    let second = words[k]
    guard width <= 2, first.isLower || first.isCapitalized, second.isLower, first.count >= 2, second.count >= 2,
      first.shape.isDisjoint(with: [.apostrophe, .nonASCII]), second.shape.isDisjoint(with: [.apostrophe, .nonASCII]),
      first.gap != .hyphen, words.at(k + 1)?.gap != .hyphen, !Self.joints.contains(second)
    else { return false }
    let entries = document.wordEntries
    let isOdd = entries[k - 1].band == 0 && !entries[k - 1].isName || entries[k].band == 0
    if width == 1, isInside(document, words, k) { return true }
    guard isOdd || width == 2 && !Self.firsts.contains(first) && !Self.lasts.contains(second),
      width == 2 || first.count > 3 && second.count > 2 && entries[k].band == 0
    else { return false }
    let whole = Lexicon.entry(Lexicon.hash(document.utf8, joining: first.span.range, second.span.range))
    return whole.isWord(upTo: isOdd ? 4 : 3)
      && !WordPairs.contains(first.hash, second.hash)
  }

  /// `maki-ng`, `obv-ious`: in damaged text, a hyphen between halves of which one is no word, or hardly, and the whole is a common one.
  private func isInside(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let first = words[k - 1]
    let second = words[k]
    let entries = document.wordEntries
    guard first.gap == .space || first.gap == .comma, !Self.firsts.contains(first), !Self.prefixes.contains(first),
      !Self.lasts.contains(second), first.count + second.count >= 6,
      entries[k - 1].band == 0 && !entries[k - 1].isName || entries[k].band == 0 && !entries[k].isName
    else { return false }
    let whole = Lexicon.entry(Lexicon.hash(document.utf8, joining: first.span.range, second.span.range))
    return whole.isWord(upTo: 3) && document.isDamaged
  }

  /// `Sino- Russian`, `45 - year - old`
  private func isCompound(_ document: Document, _ words: [Word], _ k: Int, _ width: Int) -> Bool {
    let first = words[k - 1]
    let second = words[k]
    guard !Self.joints.contains(second), first.shape.isDisjoint(with: .apostrophe) else { return false }
    // A number, a measure, and what comes of them.
    if first.shape == .digit, Self.measures.contains(second), second.isLower {
      return width == 2 || isNextHyphen(document, words, k + 1)
    }
    if Self.measures.contains(first), k > 1, words[k - 2].shape == .digit, second.isLower,
      isNextHyphen(document, words, k - 1)
    {
      return true
    }
    let isFirst = Self.firsts.contains(first)
    let isLast = Self.lasts.contains(second) && second.isLower
    if width == 3 {
      // Spaces on both sides make a dash of it, unless nothing else can be meant.
      if Self.prefixes.contains(first), second.isLower || second.isCapitalized, first.isLower || first.isCapitalized {
        return true
      }
      if Self.tens.contains(first), Self.units.contains(second), second.isLower { return true }
      if hasDash(document, words, k) { return false }
      // `a three - team deal`
      if Self.units.contains(first) || Self.tens.contains(first), first.isLower, second.isLower,
        document.wordEntries[k].takesS,
        words.at(k + 1)?.gap == .space, words.at(k + 1)?.isLower == true, document.isDamaged
      {
        return true
      }
      if first.isCapitalized, occurs(document, words, k) { return true }
      return isFirst && isLast && first.isLower && words[k - 1].gap == .space && words.at(k + 1)?.gap == .space
        && words.at(k + 1)?.isLower == true && !hasDash(document, words, k)
    }
    guard second.count > 2, first.count > 1 else { return false }
    if isAside(document, words, k) { return false }
    if Self.tens.contains(first), Self.units.contains(second), second.isLower { return true }
    // A line of options: `-o file`.
    if words[k].gap == .other, isOption(document.text, second) { return isFirst }
    return isFirst || isLast || occurs(document, words, k)
  }

  /// Whether another spaced hyphen stands some words on or back: a pair of dashes.
  private func hasDash(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    for j in max(1, k - 15)...min(words.count - 1, k + 15) where j != k && words[j].start - words[j - 1].end == 3 {
      if document.text.has(" - ", at: words[j - 1].end) { return true }
    }
    return false
  }

  /// Whether a hyphen, with spaces or none, stands before a word.
  private func isNextHyphen(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    guard let word = words.at(k), let before = words.at(k - 1), word.start - before.end <= 3 else { return false }
    return document.utf8[before.end..<word.start].contains(UInt8(ascii: "-"))
  }

  private func isOption(_ text: Text, _ word: Word) -> Bool {
    word.start > 1 && text.has("-", at: word.start - 1) && !Self.lasts.contains(word)
  }

  /// Whether the text has the compound as it should be, no further than some paragraphs away.
  private func occurs(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    for j in max(1, k - 400)..<min(words.count, k + 400)
    where words[j].gap == .hyphen && words[j].hash == words[k].hash && words[j - 1].hash == words[k - 1].hash {
      return true
    }
    return false
  }
}
