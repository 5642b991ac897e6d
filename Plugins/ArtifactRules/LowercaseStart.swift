import Language
import TextModel

/// Gives a paragraph that begins with a small article or pronoun its capital, and a sentence that a quotation or a pronoun begins.
///
/// `the dispute enters a new round`, `a Report from the probe`: a link or a drop cap at the start took the capital along.  Only in damaged
/// text whose paragraphs begin with capitals, where the paragraph before is finished.  Inside a paragraph only where no stop can be one too
/// many: `She smiled. “it will be discussed.”`, `They left. you should wait.`
public struct LowercaseStart: WordRule {
  public init() {}
  public let id = "lowercase-start"
  public let languages: LanguageScope = .only([.english])

  private static let body = "The the river rose with with the rain, and a bridge was carried away by the water."

  public let fixes = [
    RewriteExample(
      body + "\n\na report on the bridge, which the council ordered, will come in May.",
      body + "\n\nA report on the bridge, which the council ordered, will come in May."),
    RewriteExample(
      body + "\n\nalready in the morning the council, which met at nine, had closed the road.",
      body + "\n\nAlready in the morning the council, which met at nine, had closed the road."),
    RewriteExample(
      "the bridge over the the river, which stood with with help, was carried away.",
      "The bridge over the the river, which stood with with help, was carried away."),
    RewriteExample(
      "The the envoy smiled with with joy. “it will be settled soon.” They left. you should wait for them.",
      "The the envoy smiled with with joy. “It will be settled soon.” They left. You should wait for them."),
    RewriteExample(
      "The the envoy was late with with joy. the town has no other. He told them: “the road is closed. We wait.”",
      "The the envoy was late with with joy. The town has no other. He told them: “The road is closed. We wait.”"),
    RewriteExample(
      body + "\n\n12.40 the council, which met at nine, has closed the road to the north.",
      body + "\n\n12.40 The council, which met at nine, has closed the road to the north."),
    RewriteExample(
      "The the war was over with with joy. many people have come home. He knew it then. however, nobody wept. They left.",
      "The the war was over with with joy. Many people have come home. He knew it then. However, nobody wept. They left."
    ),
    RewriteExample(
      "The the war was over with with joy. there was no more of it. They left. Nobody wept.",
      "The the war was over with with joy. There was no more of it. They left. Nobody wept."
    ),
    RewriteExample(
      body + "\n\n“would you think that the bridge is closed for good? I do not think so.”",
      body + "\n\n“Would you think that the bridge is closed for good? I do not think so.”"),
    RewriteExample(
      body
        + "\n\nthe Felber Works, which have been here since May, have closed the road. The men of the Felber Works are at home.",
      body
        + "\n\nThe Felber Works, which have been here since May, have closed the road. The men of the Felber Works are at home."
    ),
  ]
  public let leavesAlone = [
    "The the crew left with with two of them in the room. the governor has a map.",
    "The the envoy called it so with with joy. “the worst day” of all. They left, etc. he said.",
    body + "\n\nthe bridge",
    "The river rose.\n\nthe bridge over it, which was old, was carried away by the water at night.",
    body + "\n\nwater that rose in the night, as it does in May.\n\nrain that fell in the night, as it does in May.",
    body.dropLast() + "\n\nthe bridge over it, which was old, was carried away by the water at night.",
  ]

  /// Words that a sentence of speech begins with.
  private static let spoken = WordSet(
    """
    i you he she it we they there this that these those the a an my our your his her their its and but if when what who why how where no not
    yes so now here nobody nothing everyone everybody everything all one in on at for after before as because maybe perhaps every some
    """)
  /// A paragraph of prose that begins with one of them begins with a sentence.
  private static let heads = WordSet(
    """
    the a an this these those he she they it we in on at after before during according with for from by under as senator president minister mayor
    deputy governor coach actor actress singer police
    """)
  private static let open = WordSet(
    """
    think thinks thought believe believes believed know knows knew decide decided hope hopes hoped feel feels felt wish wishes guess see saw
    find found hear heard mean means meant sure glad afraid though although if while when since as because that what how where so
    """)
  private static let i = Lexicon.hash("i")
  private static let determiners = WordSet("the a an this that these those my your our his her its their")
  private static let subjects = WordSet("i you he she it we they there")
  private static let pointing = WordSet("this that these those nobody everyone everybody many some all both")
  private static let quantities = WordSet(
    "many several some most few both all every each no nobody everyone everybody two three four five six seven eight nine ten hundreds thousands"
  )
  private static let adverbs = WordSet(
    "however today yesterday tomorrow tonight meanwhile moreover furthermore nevertheless later soon recently finally instead now then currently previously additionally similarly consequently therefore"
  )
  private static let finite = WordSet(
    """
    should must can could will would may might is are was were has have had does did do shouldn't mustn't can't couldn't won't wouldn't isn't
    aren't wasn't weren't hasn't haven't hadn't doesn't didn't don't
    """)

  static func isFinite(_ word: Word) -> Bool { finite.contains(word) }

  public let places = [
    WordTrigger(shape: \.isLower, gaps: [.line], entry: { $0.isWord(upTo: 4) }),
    WordTrigger(
      words: [Self.spoken, Self.determiners, Self.quantities, Self.adverbs, StopInPhrase.starting], shape: \.isLower,
      gaps: [.stop, .other],
      gapsBehind: [.space, .comma]),
    // A time of day at a line's start.
    WordTrigger(shape: { $0 == .digit }, gaps: [.line], length: 1...2),
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let text = document.text
    let words = document.words
    let lines = document.paragraphs
    var line = 0
    // Asked once, for it goes through the whole text.
    var known: Bool?
    let writesCapitals = {
      let answer = known ?? (document.wordCounts[Self.i].lower == 0 && StopInPhrase.writesCapitals(document))
      known = answer
      return answer
    }
    var notes: [Word] = []
    for k in places {
      let word = words[k]
      if word.shape == .digit {
        if let first = behindTime(text, words, k), let line = document.paragraph(at: word.start), line.count >= 48,
          Self.ends(text, line.end), !document.isVerbatim(at: first.start)
        {
          notes.append(first)
        }
        continue
      }
      if word.gap != .line {
        if opensSpeech(text, words, k) || isReported(text, words, k) || opensSentence(document, k),
          document.isDamaged,
          writesCapitals(), !document.isVerbatim(at: word.start)
        {
          raise(text, word, &proposals)
        }
        continue
      }
      while line < lines.count, lines[line].end <= word.start { line += 1 }
      // `a Read The ministry said`: what a link left is no sentence; an office before a name is one, and so is a text's beginning.
      if k > 0, words.at(k + 1)?.startsWithCapital == true, words.at(k + 2)?.startsWithCapital != false,
        !GluedName.offices.contains(word), !opensWithName(document, k)
      {
        continue
      }
      // `“would you think so”`: a mark may open the paragraph.
      let isQuoted = line < lines.count && lines[line].start + 3 == word.start && text.has("“", at: lines[line].start)
      guard line < lines.count, lines[line].start == word.start || isQuoted, lines[line].count >= 48,
        words.at(k + 1)?.gap == .space || words.at(k + 1)?.gap == .comma && Self.adverbs.contains(word),
        Self.ends(text, lines[line].end), !isQuoted || PunctuationMark.stops(text[lines[line].end - 4]),
        !isListed(text, lines, line),
        line == 0 || Self.ends(text, lines[line - 1].end) && !text.has("U.S.", at: lines[line - 1].end - 4),
        document.isDamaged || Self.heads.contains(word) && document.mayBearPage, writesCapitals(),
        !closesFirst(text, lines[line]), !document.isVerbatim(at: word.start)
      else { continue }
      raise(text, word, &proposals)
    }
    // Three notes that begin so are damage enough.
    if notes.count >= 3 || !notes.isEmpty && document.isDamaged, writesCapitals() {
      for first in notes { raise(text, first, &proposals) }
    }
  }

  /// `the United States`: an article and a name of two words, which the text has with its article elsewhere.
  private func opensWithName(_ document: Document, _ k: Int) -> Bool {
    let words = document.words
    guard Self.the == words[k].hash, let first = words.at(k + 1), let last = words.at(k + 2), last.gap == .space,
      min(document.wordCounts[first.hash].capital, document.wordCounts[last.hash].capital) > 1
    else { return false }
    return words.indices.contains { j in
      j > k + 2 && words[j].hash == last.hash && words[j - 1].hash == first.hash && words[j - 2].hash == Self.the
        && words[j].isCapitalized && words[j].gap == .space
    }
  }
  private static let the = Lexicon.hash("the")

  /// `12.29 the governor`: a note of a running report, behind its time.
  private func behindTime(_ text: Text, _ words: [Word], _ k: Int) -> Word? {
    guard let minutes = words.at(k + 1), let first = words.at(k + 2), minutes.shape == .digit, minutes.count == 2,
      minutes.start == words[k].end + 1, text[minutes.start] < UInt8(ascii: "6"),
      text[words[k].end] == UInt8(ascii: ".") || text[words[k].end] == UInt8(ascii: ":"), first.isLower,
      first.gap == .space, Self.spoken.contains(first) || Self.determiners.contains(first)
    else { return nil }
    return first
  }

  private func raise(_ text: Text, _ word: Word, _ proposals: inout Proposals) {
    proposals.replace(Span(word.start, word.start + 1), with: CollectionOfOne(text[word.start] & ~0x20), .likely)
  }

  /// `She smiled. “it will be discussed.”`: a sentence ends before the mark, and one ends with the quotation.
  private func opensSpeech(_ text: Text, _ words: [Word], _ k: Int) -> Bool {
    guard k > 0 else { return false }
    let start = words[k].start
    let before = words[k - 1]
    // The mark, and before it a stop and a space.
    let mark = before.end + 2
    let isStraight = start == mark + 1
    guard isStraight ? text[mark] == UInt8(ascii: "\"") : start == mark + 3 && text.has("“", at: mark),
      text[mark - 1] == 0x20, PunctuationMark.stops(text[mark - 2]), before.count > 2 || before.shape == .digit,
      before.isLower || before.count > 3, !ProseWords.isAbbreviation(text, before.span)
    else { return false }
    var spaces = 0
    for at in words[k].end..<min(text.count, mark + 600) {
      switch text[at] {
      case 0x20: spaces += 1
      case 0x0A: return false
      case UInt8(ascii: "\"") where isStraight: return spaces >= 2 && endsSentence(text, at, at + 1, words[k])
      case 0xE2 where !isStraight:
        if text.has("”", at: at) { return spaces >= 2 && endsSentence(text, at, at + 3, words[k]) }
        if text.has("“", at: at) { return false }
      default: break
      }
    }
    return false
  }

  /// `He told them: “she knows it. We”`: speech behind a colon that begins with its subject and goes on to another sentence.
  private func isReported(_ text: Text, _ words: [Word], _ k: Int) -> Bool {
    guard k > 0 else { return false }
    let start = words[k].start
    let isStraight = text[start - 1] == UInt8(ascii: "\"")
    guard isStraight || start > 4 && text.has("“", at: start - 3), text.has(": ", at: start - (isStraight ? 3 : 5)),
      (isStraight ? start - 3 : start - 5) - words[k - 1].end <= 3,
      Self.subjects.contains(words[k]) || Self.determiners.contains(words[k])
    else { return false }
    var hasVerb = false
    for j in (k + 1)..<min(words.count, k + 40) {
      switch words[j].gap {
      case .space, .comma, .hyphen:
        if j < k + 6, Self.finite.contains(words[j]) || isTelling(words[j]) { hasVerb = true }
      case .stop: return hasVerb && words[j].startsWithCapital && text.has(" ", at: words[j].start - 1)
      default: return false
      }
    }
    return false
  }

  private func isTelling(_ word: Word) -> Bool { Lexicon.entry(word.hash).isPast }

  /// Whether a sentence ends at a closing mark, or one of speech goes over into who says it.
  private func endsSentence(_ text: Text, _ mark: Int, _ end: Int, _ first: Word) -> Bool {
    if PunctuationMark.stops(text[mark - 1]) || text[mark - 1] == UInt8(ascii: ",") { return true }
    return text.has(".", at: end) || text.has(",", at: end) && Self.subjects.contains(first)
  }

  /// `They left. you should wait`, `She won. the state has had no such ruler`, `It is over. many people came`: a subject and its verb behind
  /// a whole sentence, and no words of who says so.
  private func opensSentence(_ document: Document, _ k: Int) -> Bool {
    let text = document.text
    let words = document.words
    guard k > 1, words[k].start == words[k - 1].end + 2, let next = words.at(k + 1),
      next.gap == .space || next.gap == .comma
    else { return false }
    let last = words[k - 1]
    let isStop = text.has(". ", at: last.end)
    guard isStop || text.has("? ", at: last.end) || text.has("! ", at: last.end), last.gap != .stop,
      last.shape == .digit && words[k - 2].shape != .digit
        || (last.count > 2 || words[k - 2].shape == .digit || Self.finite.contains(last))
          && (last.isLower || last.isCapitalized),
      !isStop || last.shape == .digit || !ProseWords.isAbbreviation(text, last.span) || words[k - 2].shape == .digit
    else { return false }
    // `I don’t think. it should`: what is thought follows.
    if Self.open.contains(last) || SpeechWords.isSaying(text, last.span) { return false }
    if StopInPhrase.ownsClause(text, words[k].span) { return isClause(document, k - 1) || last.shape == .digit }
    if next.gap == .comma { return Self.adverbs.contains(words[k]) && isClause(document, k - 1) }
    if Self.adverbs.contains(words[k]) {
      return Self.subjects.contains(next) && isClause(document, k - 1)
    }
    if Self.subjects.contains(words[k]) {
      if Self.finite.contains(next), last.isLower || last.shape == .digit { return true }
      return isVerb(document, k + 1) && !SpeechWords.isSaying(text, next.span) && isClause(document, k - 1)
    }
    if Self.finite.contains(next), Self.pointing.contains(words[k]) { return isClause(document, k - 1) }
    guard Self.determiners.contains(words[k]) || Self.quantities.contains(words[k]) else { return false }
    return hasVerb(document, k + 2) && isClause(document, k - 1, strictly: Self.determiners.contains(words[k]))
  }

  private func isVerb(_ document: Document, _ j: Int) -> Bool {
    let word = document.words[j]
    return word.isLower
      && (Self.finite.contains(word) || document.wordEntries[j].isPast || GluedName.verbs.contains(word)
        || StopInPhrase.verbs.contains(word))
  }

  /// A form of a verb within some words, with nothing before it that ends a clause.
  private func hasVerb(_ document: Document, _ k: Int) -> Bool {
    let words = document.words
    for j in k..<min(words.count, k + 5) {
      guard words[j].gap == .space else { return false }
      if Self.finite.contains(words[j]) { return true }
      if InnerCapital.function.contains(words[j]) { return false }
      if document.wordEntries[j].isPast, j > k || !document.wordEntries[j - 1].isPast,
        words.at(j + 1)?.gap == .space,
        document.wordEntries[j - 1].takesS || document.text.has("s", at: words[j - 1].end - 1)
      {
        return !SpeechWords.isSaying(document.text, words[j].span)
      }
    }
    return false
  }

  /// Whether the sentence that ends at `k` has a subject and a verb of its own: else what follows goes on with it.
  private func isClause(_ document: Document, _ k: Int, strictly: Bool = false) -> Bool {
    let words = document.words
    for j in stride(from: k, to: max(0, k - 40), by: -1) {
      // `The crew left with two of them`: a form of the past may be no verb.
      if words[j].gap == .space, strictly ? Self.finite.contains(words[j]) : isVerb(document, j) { return true }
      if words[j].gap == .stop || words[j].gap == .line { return false }
    }
    return false
  }

  /// Whether a paragraph beside it begins with a small letter too: items, or verse.
  private func isListed(_ text: Text, _ lines: [Span], _ line: Int) -> Bool {
    line > 0 && text.isLower(lines[line - 1].start) || line + 1 < lines.count && text.isLower(lines[line + 1].start)
  }

  /// Whether the first quotation mark of a paragraph closes: then its beginning is lost.
  private func closesFirst(_ text: Text, _ line: Span) -> Bool {
    for at in line.range where text[at] == 0xE2 {
      if text.has("“", at: at) { return false }
      if text.has("”", at: at) { return true }
    }
    return false
  }

  /// Whether a sentence ends before an offset.
  static func ends(_ text: Text, _ offset: Int) -> Bool {
    switch text.scalar(before: offset) {
    case ".", "!", "?", "”", "\"", "»": true
    default: false
    }
  }
}
