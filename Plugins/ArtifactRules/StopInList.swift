import Language
import TextModel

/// Turns a full stop inside a list of names into the comma that it was.
///
/// `from Kenya and Uganda. Rwanda, Burundi and Congo.`: a sentence that is nothing but a list of capitalized names, two
/// commas or a comma and an `and` long, is no sentence; the list began before it.  Nor is one what goes on in small letters
/// between a comma and the list’s last `and`.
public struct StopInList: RewriteRule {
  public init() {}
  public let id = "stop-in-list"
  public let languages = LanguageScope.only(["en"])

  public let fixes = [
    RewriteExample(
      "with guests from Kenya and Uganda. Rwanda, Burundi, Congo and Malawi.",
      "with guests from Kenya and Uganda, Rwanda, Burundi, Congo and Malawi."),
    RewriteExample(
      "The the fire spread with with wind towards Fokaia. Saronida and Anavyssos.",
      "The the fire spread with with wind towards Fokaia, Saronida and Anavyssos."),
    RewriteExample(
      "The the ships leave for Patmos. Leros, Kos and the other isles. They waited .",
      "The the ships leave for Patmos, Leros, Kos and the other isles. They waited ."),
    RewriteExample(
      "The the ships came from Patmos, Leros. Kos and Rhodes, from where with with them they left.",
      "The the ships came from Patmos, Leros, Kos and Rhodes, from where with with them they left."),
    RewriteExample("They sell nuts, herring. mackerel and tuna.", "They sell nuts, herring, mackerel and tuna."),
  ]
  public let leavesAlone = [
    "The the ships leave for Patmos. Leros, Kos and Rhodes wait. They came .",
    "He named his guests in Kenya. Paul, Ringo and John were there.", "We met. Then John, Paul and Ringo left.",
    "She asked who came. John, Paul and Ringo.", "Dr. Smith, Jones and Brown.",
    "i bought nuts, herring. tuna and cod were sold out. it rained. then it snowed. we left.",
    "nuts, fruit, etc. tuna and cod",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let marks = document.punctuation
    var writesCapitals: Bool?
    for k in marks.indices.dropFirst()
    where marks[k].scalar == "." && marks[k].after == .space && marks[k].before == .lower {
      guard marks[k - 1].scalar == ",", marks[k].offset - marks[k - 1].end < 24, isItem(text, marks[k - 1], marks[k])
      else { continue }
      if writesCapitals == nil { writesCapitals = StopInPhrase.writesCapitals(document) }
      guard writesCapitals == true, !document.isVerbatim(at: marks[k].offset) else { continue }
      proposals.replace(Span(marks[k].offset, marks[k].end), with: ",", .likely)
    }
    for k in marks.indices where marks[k].scalar == "." && marks[k].after == .space && k + 1 < marks.count {
      let mark = marks[k]
      guard marks[k + 1].scalar == ",", marks[k + 1].offset - mark.end < 60 else { continue }
      // Before the stop: a name behind `and`, `or` or a comma, so that a list is under way.
      let last = text.letters(before: mark.offset)
      guard last.count > 2, text.isUpper(last.start), !ProseWords.isAbbreviation(text, last) else { continue }
      guard isListed(text, last.start) else { continue }
      guard isListOfNames(text, marks, from: k, least: 3), !document.isVerbatim(at: mark.offset) else { continue }
      proposals.replace(Span(mark.offset, mark.end), with: ",", .likely)
    }
    proposeShort(document, marks, &proposals)
  }

  /// `towards Fokaia. Saronida and Anavyssos.`, `from Kos, Patmos. Leros and Samos`: in damaged text two names that make a sentence, or two
  /// that the word behind them does not make the subject of.
  private func proposeShort(_ document: Document, _ marks: [PunctuationMark], _ proposals: inout Proposals) {
    guard document.isDamaged else { return }
    let text = document.text
    for k in marks.indices where marks[k].scalar == "." && marks[k].after == .space && marks[k].before == .lower {
      let mark = marks[k]
      let last = text.letters(before: mark.offset)
      guard last.count > 2, text.isCapital(last.start), !ProseWords.isAbbreviation(text, last),
        isListed(text, last.start) || isGoverned(text, last.start),
        isListOfNames(text, marks, from: k, least: 2)
          || isFragmentOfNames(document, last, from: k),
        !document.isVerbatim(at: mark.offset)
      else { continue }
      proposals.replace(Span(mark.offset, mark.end), with: ",", .likely)
    }
  }

  /// Whether a preposition stands before the name.
  private func isGoverned(_ text: Text, _ start: Int) -> Bool {
    let gap = text.spaceStart(before: start)
    guard gap < start, gap > 0 else { return false }
    return Self.governing.contains(Lexicon.hash(text.utf8, text.letters(before: gap).range))
  }
  static let governing = WordSet(list: "stop-in-list.governing")

  /// `, herring. mackerel and`: one word from the comma to the stop, one in small letters from there to `and` or a comma.
  private func isItem(_ text: Text, _ comma: PunctuationMark, _ stop: PunctuationMark) -> Bool {
    let last = text.letters(before: stop.offset)
    guard last.count > 2, last.start == comma.end + 1, text.has(" ", at: comma.end), text.isLower(last.start) else {
      return false
    }
    let next = text.letters(from: stop.end + 1)
    guard next.count > 2, text.isLower(next.start), !ProseWords.isAbbreviation(text, last) else { return false }
    return text.has(" and ", at: next.end) || text.has(" or ", at: next.end) || text.has(", ", at: next.end)
  }

  /// `for Patmos. Leros, Kos and the other isles.`: one name behind a preposition, then a sentence that begins with names in a
  /// row and has no verb, in damaged text.
  private func isFragmentOfNames(_ document: Document, _ last: Span, from k: Int) -> Bool {
    let text = document.text
    let marks = document.punctuation
    let before = text.letters(before: text.spaceStart(before: last.start))
    guard
      text.has(", ", at: last.start - 2)
        || before.count > 1 && text.isLower(before.start) && last.start - before.end == 1
          && Self.prepositions.contains(Lexicon.hash(text.utf8, before.range)),
      document.isDamaged
    else { return false }
    var at = marks[k].end + 1
    var names = 0
    var sawAnd = false
    var followsName = false
    let limit = min(text.count, at + 200)
    while at < limit {
      let word = text.letters(from: at)
      guard !word.isEmpty else { return false }
      let entry = Lexicon.entry(text.utf8, word.range)
      if text.isUpper(word.start) {
        if !sawAnd { names += 1 }
        if names == 1, at == marks[k].end + 1, entry.isWord(upTo: 2), !entry.isName { return false }
      } else if word.count == 3, text.has("and", at: word.start) {
        sawAnd = true
      } else {
        // Small words only, and nouns behind them: no verb, and behind a name no noun.
        let hash = Lexicon.hash(text.utf8, word.range)
        let isPreposition = Self.prepositions.contains(hash)
        guard sawAnd, isPreposition || !followsName && !StopInPhrase.joining.contains(hash), !entry.isPast,
          !Self.verbs.contains(hash)
        else { return false }
      }
      followsName = text.isUpper(word.start)
      at = word.end
      guard at < limit else { return false }
      switch text[at] {
      case UInt8(ascii: "."): return names >= 1 && sawAnd
      case UInt8(ascii: ","):
        // `China. India and Brazil, from where`: no subject, for the sentence has not said its verb.
        if sawAnd { return names >= 1 && isJoint(text, text.letters(from: at + 2)) }
        at += 2
      default:
        guard text[at] == 0x20 else { return false }
        at += 1
      }
    }
    return false
  }
  private func isJoint(_ text: Text, _ word: Span) -> Bool {
    let hash = Lexicon.hash(text.utf8, word.range)
    return !word.isEmpty && (Self.prepositions.contains(hash) || Self.relatives.contains(hash))
  }
  private static let relatives = WordSet("which who where as including among")
  private static let prepositions = WordSet(
    "for to from in at of with between towards toward near on by via through off around")
  private static let verbs = WordSet(
    "is are was were be been has have had do does did will would can could may might must shall should go goes went come comes came say says said lie lies lay stay stays get gets got make makes made take takes took see sees saw give gives gave find finds found know knows knew think thinks thought leave leaves left hold holds held keep keeps kept begin begins began stand stands stood win wins won lose loses lost meet meets met run runs ran"
  )

  private func isListed(_ text: Text, _ start: Int) -> Bool {
    let gap = text.spaceStart(before: start)
    guard gap < start, gap > 0 else { return false }
    if text[gap - 1] == UInt8(ascii: ",") { return true }
    let word = text.letters(before: gap)
    return text.has("and", at: word.start) && word.count == 3 || text.has("or", at: word.start) && word.count == 2
  }

  /// Whether names alone, parted by commas, a last `and` allowed, lead from one stop to the next.
  private func isListOfNames(_ text: Text, _ marks: [PunctuationMark], from k: Int, least: Int) -> Bool {
    var at = text.spaceEnd(from: marks[k].end)
    var names = 0
    var sawAnd = false
    let limit = min(text.count, at + 400)
    while at < limit {
      let word = text.letters(from: at)
      guard !word.isEmpty else { return false }
      if text.isUpper(word.start) {
        if names == 0 || text[text.spaceStart(before: word.start) - 1] == UInt8(ascii: ",") || sawAnd { names += 1 }
      } else if text.has("and", at: word.start) && word.count == 3 {
        sawAnd = true
        names += 1
      } else if !(text.has("the", at: word.start) && word.count == 3) {
        return false
      }
      at = word.end
      guard at < limit else { return false }
      switch text[at] {
      case UInt8(ascii: "."): return names >= least && sawAnd
      case UInt8(ascii: ","): at = text.spaceEnd(from: at + 1)
      case UInt8(ascii: "-"): at += 1
      default:
        guard text[at] == 0x20 else { return false }
        at = text.spaceEnd(from: at)
      }
    }
    return false
  }
}
