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
    RewriteExample("They sell nuts, herring. mackerel and tuna.", "They sell nuts, herring, mackerel and tuna."),
  ]
  public let leavesAlone = [
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
    let text = document.text
    for k in marks.indices where marks[k].scalar == "." && marks[k].after == .space && marks[k].before == .lower {
      let mark = marks[k]
      let last = text.letters(before: mark.offset)
      guard last.count > 2, text.isCapital(last.start), !ProseWords.isAbbreviation(text, last),
        isListed(text, last.start) || isGoverned(text, last.start), isListOfNames(text, marks, from: k, least: 2),
        document.isDamaged, !document.isVerbatim(at: mark.offset)
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
