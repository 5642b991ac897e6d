import Language
import TextModel

/// A word with a capital inside a sentence, and what stands around it: what the rules that give such a word its small letter back see of it.
///
/// Links, headlines and pieces that were translated by themselves leave the capital; names, titles, verse and old prints mean it.  One view
/// for all who decide between the two: the word and its neighbours are at hand, and what takes a look further round is found when asked for.
///
/// It moves from word to word, so that a text's words are held once and not once for each capital.
struct InnerCapital {
  let document: Document
  let text: Text
  let words: [Word]
  let entries: [Lexicon.Entry]
  private(set) var place = 0
  private(set) var word: Word
  private(set) var before: Word
  private(set) var next: Word?

  /// - Precondition: The document has words.
  init(in document: Document) {
    self.document = document
    text = document.text
    words = document.words
    entries = document.wordEntries
    word = words[0]
    before = words[0]
  }

  /// Looks at another word; false where none stands before it.
  mutating func move(to place: Int) -> Bool {
    guard place > 0 else { return false }
    self.place = place
    word = words[place]
    before = words[place - 1]
    next = words.at(place + 1)
    return true
  }

  /// Whether neither the word nor the start of the one before is part of an address, a path or a formula.
  /// A full stop of another script between the two is one, too.
  var isInProse: Bool {
    Prose.has(word, in: text) && Prose.isEdge(text, before: before.start) && !isForeignStop(before.end)
  }
  private func isForeignStop(_ end: Int) -> Bool { text.has("۔", at: end - 2) || text.has("।", at: end - 3) }
  /// What the lexicon knows of the word.
  var entry: Lexicon.Entry { entries[place] }
  /// How the text writes the word.
  var uses: WordCounts.Uses { document.wordCounts[word.hash] }
  /// The small word behind a space that follows.
  var smallNext: Word? { next.flatMap { $0.gap == .space && $0.isLower ? $0 : nil } }
  /// Whether the word is a noun, of one thing or of many, and no adjective before another word (`on Individual cases`).
  var isNoun: Bool {
    (entry.takesS || text.has("s", at: word.end - 1) && !text.has("ss", at: word.end - 2))
      && !(smallNext != nil && Self.isQuality(word, in: text))
  }
  /// Whether the news has the word, small, behind the one before.
  var suitsBefore: Bool { WordPairs.contains(before.hash, word.hash) }
  /// Whether the news has the word, small, before the one behind it.
  var suitsNext: Bool { next.map { $0.gap == .space && WordPairs.contains(word.hash, $0.hash) } ?? false }

  /// Proposes a small first letter.
  func lower(_ confidence: Confidence, _ proposals: inout Proposals) {
    Self.lower(text, word, confidence, &proposals)
  }

  static func lower(_ text: Text, _ word: Word, _ confidence: Confidence, _ proposals: inout Proposals) {
    proposals.replace(Span(word.start, word.start + 1), with: CollectionOfOne(text[word.start] | 0x20), confidence)
  }

  /// A mark and a space stand before the word, and nothing else: `, He said`.
  func isBehind(_ mark: StaticString) -> Bool {
    word.start == before.end + mark.utf8CodeUnitCount && text.has(mark, at: before.end)
  }

  /// Whether a title of a work may begin here that goes on with a capital after a small word or two: `Over the Rainbow`, `In the Heat of the
  /// Night`.
  var opensTitle: Bool {
    for j in (place + 2)...(place + 4) {
      guard let word = words.at(j), word.gap == .space else { return false }
      if word.startsWithCapital {
        return !entries[j].isOnlyName
          && (j == place + 2 || Self.titleStart.contains(self.word) || Self.works.contains(before))
      }
    }
    return false
  }

  /// `Dear Madam, It is with regret`: letters write what follows with a capital.
  var isBehindSalutation: Bool {
    (max(0, place - 8)..<place).contains { Self.salutations.contains(words[$0]) }
  }

  /// `In another case, the …`: the full stop before it is lost, and a small letter would hide that.
  var opensSentence: Bool {
    guard word.gap == .space, Self.clauseStarts.contains(word) else { return false }
    for j in (place + 1)...(place + 7) {
      guard let other = words.at(j) else { return false }
      if other.gap == .comma {
        // `In the two largest ports, amid fears`: no clause begins behind the comma.
        return other.startsWithCapital || other.shape.contains(.digit) || Self.subjects.contains(other)
          || j > place + 2 && !Self.function.contains(other)
      }
      if other.gap != .space && other.gap != .hyphen { return false }
    }
    return false
  }

  /// `in those countries Most of the deaths`, `a narrow margin But the agency`: behind a word of content, what may begin a sentence as well as
  /// go on with one; where the stop is lost, the capital is all that is left of it.
  var mayOpenSentence: Bool {
    guard word.gap == .space, !before.startsWithCapital, !Self.function.contains(before),
      !LoneCapital.function.contains(before), !Self.determiners.contains(before), !Self.verbal.contains(before),
      !Self.adjectives.contains(before)
    else { return false }
    if Self.continuing.contains(word) { return false }
    // `an attack Expanding trade`, `a video Released by the group`
    return
      !(entry.isParticiple && word.count >= 6
      || entry.isPast && next.map { $0.gap == .space && Self.function.contains($0) } ?? false)
  }
  /// What a sentence hardly begins with.
  private static let continuing = WordSet(
    """
    of by than to at from with through towards toward into who whose whom which that until during between against among amid out up down off
    away back only just again
    """)

  /// `high blood pressure There is no answer`: a sentence begins, whose stop is lost.
  var opensExistence: Bool {
    guard word.hash == Self.there, let next = smallNext else { return false }
    return ClauseCapital.auxiliary.contains(next) && !Self.function.contains(before)
  }

  /// Verse that was run into one line has a capital every few words; in damaged text one more behind a space may be a residue as well.
  var isInVerse: Bool {
    var isOneFound = false
    for j in max(1, place - 13)..<min(words.count - 1, place + 14) where abs(j - place) >= 5 {
      let other = words[j]
      if other.isCapitalized, other.gap == .space || other.gap == .comma, words[j + 1].isLower, words[j - 1].isLower,
        Self.verseStarts.contains(other) || Self.function.contains(other)
      {
        if isOneFound || other.gap == .comma || !document.isDamaged { return true }
        isOneFound = true
      }
    }
    return false
  }

  /// Whether a capital stands nearby in the sentence that is owed neither to its start nor to a well-known name: a title, a body.
  var isAmongCapitals: Bool {
    let isTitle = { (j: Int) in
      let other = words[j]
      // `12.26 The budget`: a sentence may begin behind a number.
      return other.startsWithCapital && (other.gap == .space || other.gap == .comma) && !entries[j].isOnlyName
        && !(j > 0 && words[j - 1].shape == .digit && LoneCapital.articles.contains(other)) && !isApart(j)
    }
    for j in (place + 1)..<min(words.count, place + 5) {
      if words[j].gap == .stop || words[j].gap == .line { break }
      if j > place + 1, isTitle(j) { return true }
    }
    for j in stride(from: place, to: max(0, place - 4), by: -1) {
      if words[j].gap == .stop || words[j].gap == .line { break }
      if j < place, isTitle(j - 1) { return true }
    }
    return false
  }

  /// `two Men after the Robbery`, `of Murder, the Prosecutor`: one more word that news writes small, with words or a comma between that no
  /// title has.
  private func isApart(_ j: Int) -> Bool {
    guard words[j].count >= 3, WordPairs.isWrittenSmall(words[j].hash), !entries[j].isName,
      !LoneCapital.bodies.contains(words[j]),
      document.isDamaged
    else { return false }
    let first = min(j, place)
    let last = max(j, place)
    return (first + 1...last).contains {
      words[$0].gap == .comma || $0 < last && words[$0].isLower && !Self.inTitles.contains(words[$0])
    }
  }
  private static let inTitles = WordSet("of and or the a an in on for to at by from with & de la")

  /// `Knack for Deals`, `“Women in Power”`: a line, or what stands in quotation marks, of which all words of content have capitals.
  var isInHeadline: Bool {
    var start = place
    while start > 0, !opensPart(start) {
      start -= 1
      if place - start > Self.longestHeadline { return false }
    }
    var capitals = 0
    for j in start..<words.count {
      if j > place, opensPart(j) { break }
      if j - start > Self.longestHeadline { return false }
      if words[j].startsWithCapital {
        if !Self.function.contains(words[j]) { capitals += 1 }
      } else if !Self.function.contains(words[j]), !LoneCapital.articles.contains(words[j]) {
        return false
      }
    }
    return capitals >= 2
  }
  private static let longestHeadline = 14

  /// Whether a line break, behind a stop or not, or a mark like a quotation's stands before a word.
  private func opensPart(_ j: Int) -> Bool {
    let gap = words[j].gap
    return gap == .line || gap == .other
      || gap == .stop
        && text[Span(words[j - 1].end, words[j].start)].contains {
          $0 == 0x0A || $0 == UInt8(ascii: "\"") || $0 == 0xE2
        }
  }

  /// `the Principality of Muscovy`, `Time magazine`, `Round 2`: what follows makes a name or a label of a noun.
  var isNamedByNext: Bool {
    guard let next, next.gap == .space else { return false }
    if next.shape.contains(.digit) { return entry.takesS }
    if Self.works.contains(next) { return true }
    guard Self.linking.contains(next) else { return false }
    for j in (place + 2)..<(place + 5) {
      guard let word = words.at(j), word.gap == .space else { return false }
      if word.startsWithCapital { return true }
    }
    return false
  }

  /// `the Help menu`, `class Test`, `the Enter key`: what stands beside it says that it is called so, in programs and in manuals.
  var isLabel: Bool {
    Self.labelled.contains(before) || next.map { $0.gap == .space && Self.labelled.contains($0) } ?? false
  }

  /// An adjective, by its ending or because it is known.
  static func isQuality(_ word: Word, in text: Text) -> Bool {
    adjectives.contains(word)
      || word.count >= 6
        && ["al", "ic", "ive", "ous", "ent", "ant", "ble", "ful", "less", "ary", "ish"].contains {
          text.has($0.utf8, at: word.end - $0.utf8.count)
        }
  }
}

// Words that more than one rule asks for.
extension InnerCapital {
  /// Function words that no name consists of.
  static let function = WordSet(list: "capital-residue.function")
  /// May stand as the first word of a title that goes on in small letters.
  static let titleStart = WordSet(list: "capital-residue.title-start")
  static let works = WordSet(list: "capital-residue.works")
  static let clauseStarts = WordSet(list: "capital-residue.clause-starts")
  static let verseStarts = WordSet(list: "capital-residue.verse-starts")
  static let subjects = WordSet(list: "capital-residue.subjects")
  /// Behind these a capital may begin a name.
  static let determiners = WordSet(list: "capital-residue.determiners")
  static let honoured = WordSet(list: "capital-residue.honoured")
  static let specific = WordSet(list: "capital-residue.specific")
  static let saying = WordSet(list: "capital-residue.saying")
  /// Those that tie a name or a number to what is before them.
  static let ties = WordSet(list: "capital-residue.ties")
  /// A verb form follows.
  static let verbal = WordSet(list: "capital-residue.verbal")
  /// Behind these a capital may begin a name of any words.
  static let naming = WordSet(list: "content-capital.naming")
  static let adjectives = WordSet(list: "content-capital.adjectives")
  static let indefinite = WordSet("a an any every each no another")
  static let labelled = WordSet(
    """
    menu submenu tab button key toolbar window pane dialog dialogue checkbox widget icon option command mode field property attribute
    parameter argument variable constant value keyword class subclass struct enum interface protocol module package library function method
    object event exception exceptions error errors node element tag plugin
    """)
  static let linking = WordSet("of for and")
  static let to = Lexicon.hash("to")
  private static let there = Lexicon.hash("there")
  static let of = Lexicon.hash("of")
  private static let salutations = WordSet("dear dearest sir sirs madam gentlemen greetings")
}
