import Language
import TextModel

/// Where the narrator speaks again in a stretch that began as a quotation and has no closing mark.
///
/// `lost-closer` puts its mark there.  A speaker behind a comma or a dash, or glued to the last word, ends a quotation (`We go on, he
/// said`); and so does a sentence that nobody says of himself: `Explained the coach.`, `This is the wish that Ash expressed`, `In this
/// sense, the mayor asked`, `The mayor added that they must`.
enum NarratorStart {
  /// The capital of a speaker who is glued to the word before.
  case glued(Int)
  /// Behind the comma before a speaker.
  case behindComma(Int)
  /// The dash before a speaker, with its spaces.
  case dash(Span)
  /// Behind the stop before a sentence of the narrator’s.
  case behindStop(Int)
  /// The stop before `Explained the coach.`, which stands for a comma.
  case lostComma(Int)

  var start: Int {
    switch self {
    case .glued(let at), .behindComma(let at), .behindStop(let at), .lostComma(let at): at
    case .dash(let span): span.start
    }
  }

  /// The first sentence of the stretch that is the narrator’s by how it begins.
  static func sentence(_ repair: QuotationRepair, _ stretch: Span) -> NarratorStart? {
    let text = repair.text
    let end = min(stretch.end, stretch.start + 1500)
    for at in stretch.start..<max(stretch.start, end - 2)
    where PunctuationMark.stops(text[at]) && text[at + 1] == 0x20 && text.isUpper(at + 2) {
      let first = text.letters(from: at + 2)
      guard first.count > 1, text.has(" ", at: first.end) else { continue }
      let hash = Lexicon.hash(text.utf8, first.range)
      let next = text.letters(from: first.end + 1)
      if QuotationRepair.saying.contains(hash) {
        // `Explained the coach.`: nothing but the speaker up to the end of the sentence.
        let close = clauseEnd(text, next.start)
        if text[at] == UInt8(ascii: "."), text.has("ed", at: first.end - 2) || text.has("aid", at: first.end - 3),
          text.isUpper(next.start) || QuotationRepair.isDeterminer(text, next),
          text.has(".", at: close), close - next.start < 60
        {
          return .lostComma(at)
        }
      } else if pointing.contains(hash) {
        if forms.contains(Lexicon.hash(text.utf8, next.range)), reports(repair, next.end, before: stretch.end) {
          return .behindStop(at + 1)
        }
      } else if fronting.contains(hash) {
        // `In this sense, the mayor has asked himself whether`
        let comma = clauseEnd(text, next.start)
        if text.has(", ", at: comma), comma - first.start < 32,
          let last = repair.attributionEnd(from: comma + 2), text.has(" ", at: last),
          !repair.addresses(Span(comma + 2, last))
        {
          return .behindStop(at + 1)
        }
      }
    }
    return nil
  }
  private static let pointing = WordSet("this that these those")
  private static let forms = WordSet("is was are were")
  private static let fronting = WordSet("in on at for during after with")

  /// The next mark that ends a clause, eighty bytes on at most.
  private static func clauseEnd(_ text: Text, _ start: Int) -> Int {
    var at = start
    while at < text.count, at - start < 80, text[at] != UInt8(ascii: ","), text[at] >= 0x20,
      !PunctuationMark.stops(text[at])
    {
      at += 1
    }
    return at
  }

  /// Whether the rest of a sentence tells who said what: a verb of saying, a name, and nobody who speaks for himself.
  private static func reports(_ repair: QuotationRepair, _ start: Int, before limit: Int) -> Bool {
    let text = repair.text
    var at = start
    var isNamed = false
    var isSaid = false
    while at < limit, at - start < 200, text[at] >= 0x20, !PunctuationMark.stops(text[at]) {
      let word = text.letters(from: at)
      if !word.isEmpty {
        isNamed = isNamed || text.isUpper(word.start) && word.count > 1
        isSaid = isSaid || reporting.contains(Lexicon.hash(text.utf8, word.range)) || repair.isSaying(word)
      }
      at = max(word.end, at + 1)
    }
    return isNamed && isSaid && !repair.addresses(Span(start, at))
  }
  private static let reporting = WordSet("expressed words statements reported")

  /// Where a speaker is named in the stretch; strictly, nothing may follow him but the end of the sentence.
  static func speaker(_ repair: QuotationRepair, _ stretch: Span, strictly: Bool) -> NarratorStart? {
    let text = repair.text
    let end = min(stretch.end, stretch.start + 1500)
    for at in stretch.start..<max(stretch.start, end) {
      let byte = text[at]
      if byte == UInt8(ascii: ","), at + 1 < end, text[at + 1] == 0x20 {
        if !strictly, text.has("according", at: at + 2), text.has(" to ", at: at + 11) { return .behindComma(at + 1) }
        if !strictly, text.has("ing that ", at: text.letters(from: at + 2).end - 3), isAdding(repair, stretch.start, at)
        {
          return .behindComma(at + 1)
        }
        if let last = repair.attributionEnd(from: at + 2),
          strictly ? text.has(".", at: last) : !text.has(" that ", at: last),
          // `my daughter, told the postman that`: whom she told.
          !text.has("told the ", at: at + 2), !text.has("told his ", at: at + 2), !text.has("told her ", at: at + 2)
        {
          return .behindComma(subjectStart(repair, stretch.start, at) + 1)
        }
      } else if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!"), !strictly, at + 2 < end, text[at + 1] == 0x20,
        text.isLower(at + 2)
      {
        // `“What is it? and went on`, `“What is it? he asked`
        let word = text.letters(from: at + 2)
        if repair.attributionEnd(from: at + 2) != nil
          || goingOn.contains(Lexicon.hash(text.utf8, word.range)) && repair.document.isDamaged
        {
          return .behindStop(at + 1)
        }
      } else if byte == UInt8(ascii: "."), !strictly, at + 1 < end, text[at + 1] == 0x20, text.isLower(at + 2),
        text.isLower(at - 1), SpeechWords.isSaying(text, text.letters(from: at + 2)),
        let last = repair.attributionEnd(from: at + 2),
        PunctuationMark.stops(text[min(clauseEnd(text, last), text.count - 1)])
      {
        // `our home. said the envoy.`
        return .lostComma(at)
      } else if byte == 0x20, !strictly, at > stretch.start, isDash(text, at) {
        let start = text.has(" - ", at: at) ? at + 3 : at + 5
        // Behind a word, or an exclamation or picture that ends a message.
        if text.isLower(at - 1) || text[at - 1] >= 0x80 || text[at - 1] == UInt8(ascii: "!"),
          let last = repair.attributionEnd(from: start), text.has(".", at: last)
        {
          return .dash(Span(at, start))
        }
      } else if byte == 0x20, !strictly, at > stretch.start, text.isLower(at - 1), isBareTag(repair, at + 1) {
        return .dash(Span(at, at + 1))
      } else if byte == UInt8(ascii: "s"), !strictly, at > stretch.start, text.isLower(at - 1), isGluedVerb(text, at) {
        return .glued(at)
      } else if byte &- 0x41 < 26, at > stretch.start, text.isLower(at - 1) {
        let before = text.letters(before: at)
        if before.count > 1, text.isLower(before.start), Lexicon.entry(text.utf8, before.range).isKnown,
          repair.attributionEnd(from: at) != nil
        {
          return .glued(at)
        }
      }
    }
    return nil
  }

  /// The clause at the end of a stretch that has a verb of saying behind a comma in nobody’s person: `, Mr. Ash of the Union said.`, `, a statement from
  /// the office read.`  Who speaks is said then, in words that are no clause known here.
  static func tagAtEnd(_ repair: QuotationRepair, _ stretch: Span) -> Span? {
    let text = repair.text
    var comma = stretch.end - 2
    while comma > stretch.start, !text.has(", ", at: comma) {
      if stretch.end - comma > 120 { return nil }
      comma -= 1
    }
    guard comma > stretch.start else { return nil }
    let clause = Span(comma + 2, stretch.end)
    let isSaid = text.hasWord(in: clause) { repair.isSaying($0) || text.has("read.", at: $0.start) }
    return isSaid && !repair.addresses(clause) ? clause : nil
  }

  /// The comma before such a clause, where it is one sentence that begins with a name, an article or who people are, and says nothing more.
  static func longTag(_ repair: QuotationRepair, _ stretch: Span) -> NarratorStart? {
    let text = repair.text
    guard let clause = tagAtEnd(repair, stretch), repair.sentenceEnd(clause) == clause.end else { return nil }
    let first = text.letters(from: clause.start)
    let hash = Lexicon.hash(text.utf8, first.range)
    let isSubject =
      text.isCapital(clause.start) || QuotationRepair.isDeterminer(text, first)
      || !SpeechWords.shared.classes(hash).isDisjoint(with: [.person, .body, .title])
    guard isSubject, !text[clause].contains(UInt8(ascii: ":")) else { return nil }
    let hasVerb = text.hasWord(in: clause) { word in
      guard word.start > first.end, repair.isSaying(word) || text.has("read.", at: word.start) else { return false }
      // `said.`, `said Friday of a report`, `told AFP.`
      let classes = SpeechWords.shared.classes(Lexicon.hash(text.utf8, text.letters(from: word.end + 1).range))
      return text.has(".", at: word.end) || classes.contains(.day)
        || text.isUpper(word.end + 1) && text.has(".", at: text.letters(from: word.end + 1).end)
    }
    return hasVerb ? .behindComma(clause.start - 1) : nil
  }

  /// `, adding that its worth had grown`, where nothing was told before it.
  private static func isAdding(_ repair: QuotationRepair, _ start: Int, _ comma: Int) -> Bool {
    let text = repair.text
    let classes = SpeechWords.shared.classes(Lexicon.hash(text.utf8, text.letters(from: comma + 2).range))
    return classes.contains([.speech, .ing]) && classes.isDisjoint(with: [.noun, .mental])
      && !repair.hasAttribution(Span(repair.sentenceStart(before: comma, after: start), comma))
      && repair.document.isDamaged
  }

  private static let goingOn = WordSet("and or but in on at of to with from for was is has had")

  /// `my brother works here said Ada Ash.`: a verb and a name before a comma or stop, with no comma before, in damaged text; the word before is no subject
  /// by its looks.
  private static func isBareTag(_ repair: QuotationRepair, _ at: Int) -> Bool {
    let text = repair.text
    guard text.has("said ", at: at) || text.has("says ", at: at) || text.has("explains ", at: at) else { return false }
    var name = text.letters(from: text.letters(from: at).end + 1)
    guard text.isUpper(name.start), name.count > 1 else { return false }
    while text.has(" ", at: name.end), text.isUpper(name.end + 1) { name = text.letters(from: name.end + 1) }
    guard text.has(".", at: name.end) || text.has(",", at: name.end) else { return false }
    let before = text.letters(before: at - 1)
    let entry = SpeechWords.shared.classes(Lexicon.hash(text.utf8, before.range))
    return text.isLower(before.start) && before.count > 1
      && entry.isDisjoint(with: [.pronoun, .relative, .person, .body, .conjunction, .auxiliary, .adverb, .subordinator])
      && !text.has(",", at: before.start - 2) && repair.document.isDamaged
  }

  /// `about the kicksaid the coach`: the verb and its subject, glued to a word.
  private static func isGluedVerb(_ text: Text, _ at: Int) -> Bool {
    guard text.has("said ", at: at) || text.has("says ", at: at) else { return false }
    let before = text.letters(before: at)
    let next = text.letters(from: at + 5)
    return before.count > 1 && Lexicon.entry(text.utf8, before.range).isWord(upTo: 5)
      && !Lexicon.entry(text.utf8, Span(before.start, at + 4).range).isKnown
      && (text.isCapital(next.start) || QuotationRepair.isDeterminer(text, next))
  }

  /// A dash with its spaces, told by the byte behind the first of them where there is none.
  @inline(__always)
  private static func isDash(_ text: Text, _ at: Int) -> Bool {
    guard at + 1 < text.count, text[at + 1] == UInt8(ascii: "-") || text[at + 1] == 0xE2 else { return false }
    return text.has(" - ", at: at) || text.has(" – ", at: at) || text.has(" — ", at: at)
  }

  /// `, the head of the union, Ada Ash, told us`, `, Ada Ash, the head of the union, told us`, `, Ada Ash, 34, told us`: the comma before the
  /// subject, where a name and what he is stand set off by commas before the verb.
  static func subjectStart(_ repair: QuotationRepair, _ start: Int, _ comma: Int) -> Int {
    let text = repair.text
    guard text.isLower(comma + 2), repair.isSaying(text.letters(from: comma + 2)),
      let last = commaBefore(text, start, comma)
    else { return comma }
    let isName = isName(text, Span(last + 2, comma))
    guard let first = commaBefore(text, start, last) else { return isName ? last : comma }
    if isName { return QuotationRepair.isDeterminer(text, text.letters(from: first + 2)) ? first : last }
    let isAside =
      QuotationRepair.isDeterminer(text, text.letters(from: last + 2))
      || comma - last < 16 && !text.hasWord(in: Span(last + 2, comma), where: { text.isLower($0.start) })
    return isAside && Self.isName(text, Span(first + 2, last)) ? first : comma
  }

  private static func commaBefore(_ text: Text, _ start: Int, _ offset: Int) -> Int? {
    var at = offset - 1
    while at > start, offset - at < 120 {
      if text[at] == UInt8(ascii: ","), text.has(" ", at: at + 1) { return at }
      at -= 1
    }
    return nil
  }

  /// One to six words with capitals.
  private static func isName(_ text: Text, _ span: Span) -> Bool {
    var at = span.start
    var words = 0
    while at < span.end {
      let word = text.letters(from: at)
      guard !word.isEmpty, text.isCapital(word.start) else { return false }
      words += 1
      at = text.has(" ", at: word.end) || text.has("-", at: word.end) ? word.end + 1 : word.end
      if at == word.end, at < span.end { return false }
    }
    return words > 0 && words < 7
  }
}
