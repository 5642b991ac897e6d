import Language
import TextModel

/// Writes quotation marks for the dashes that part a speaker from his words inside a quotation: `“It is late — said the envoy. — We go.”`
/// becomes `“It is late,” said the envoy. “We go.”`
///
/// Russian, Polish, Spanish and Italian set one pair of marks round a speech, or none, and part the clause that names the speaker with dashes.
/// Translation keeps them.  The quotation must stand open at the first dash; behind it comes a verb and who speaks, and then a stop, mostly with
/// the second dash.  What is said between two dashes without a stop is an aside and stays.
public struct DashedSpeech: WordRule {
  public init() {}
  public let id = "dashed-speech"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "“It is late — said the envoy. — We go on. It is time.”", "“It is late,” said the envoy. “We go on. It is time.”"),
    RewriteExample(
      "“It is late, — whispered Ash, — and of of it we go with the the boat.”",
      "“It is late,” whispered Ash, “and of of it we go with the the boat.”"),
    RewriteExample(
      "\"It is late of of it, - added Ash. - And we go with the the boat.\"",
      "\"It is late of of it,\" added Ash. \"And we go with the the boat.\""),
    RewriteExample(
      "“It is late of of it!!! ❤️ — wrote Ada with with him.\nThey left.",
      "“It is late of of it!!! ❤️” wrote Ada with with him.\nThey left."),
    RewriteExample(
      "“It is late, it surprised us of of it – he continued speaking of the the boat -. Today we go on.”",
      "“It is late, it surprised us of of it,” he continued speaking of the the boat. “Today we go on.”"),
    RewriteExample(
      "“It is late of of it with the the boat. How is that? – asked the envoy. They wait.”",
      "“It is late of of it with the the boat. How is that?” asked the envoy. “They wait.”"),
  ]
  public let leavesAlone = [
    "“It is late — said to be the best — and we go on.”", "It is late — said the envoy. — We go on.",
    "“It is late,” he said — she left. — We go on.", "“The man — he said he would go of of it with the the boat.”",
    "“It is — said", "— said the envoy. — We", "“— said Ash. — We go.”",
  ]

  public let places = [WordTrigger(shape: { $0.isLower }, gaps: [.other, .stop])]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where k > 0 {
      let start = words[k].start
      guard start - words[k - 1].end > 3,
        text.has("— ", at: start - 4) || text.has("– ", at: start - 4) || text.has(", - ", at: start - 4),
        let tag = tag(text, start), !document.hasTechnicalLines, !document.isVerbatim(at: start)
      else { continue }
      propose(document, start, tag, &proposals)
    }
  }

  /// How the clause that names the speaker ends, and what stands there.
  private struct Tag {
    let end: Int
    /// What parts it from the words behind.
    let gap: Span
    let isStop: Bool
    let hasDash: Bool
    var isSure = false
  }

  /// Reads a clause that names a speaker up to its stop.
  private func tag(_ text: Text, _ start: Int) -> Tag? {
    let first = text.letters(from: start)
    guard first.count > 1, text.has(" ", at: first.end) else { return nil }
    let next = text.letters(from: first.end + 1)
    let isInverted =
      (SpeechWords.isSaying(text, first) || text.has("ed", at: first.end - 2) && first.count > 4)
      && (text.isCapital(next.start) || QuotationRepair.isDeterminer(text, next))
    let verbEnd = isInverted ? next.end : QuotationRepair.attributionEnd(text, from: start)
    guard var at = verbEnd else { return nil }
    while at < text.count, at - start < 160, text[at] >= 0x20 {
      switch text[at] {
      case 0x22: return nil
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"):
        if text[at] == UInt8(ascii: "."), ProseWords.isAbbreviation(text, text.letters(before: at)) { break }
        let isStop = text[at] != UInt8(ascii: ",")
        if text.has(" — ", at: at + 1) || text.has(" – ", at: at + 1) || text.has(" - ", at: at + 1) {
          let end = text.has(" - ", at: at + 1) ? at + 4 : at + 6
          guard isStop ? text.isCapital(end) : text.isLetter(end) else { return nil }
          return Tag(
            end: at, gap: Span(at, end), isStop: isStop, hasDash: true,
            isSure: isStop && isInverted && text[end - 2] != UInt8(ascii: "-"))
        }
        guard isStop else { break }
        guard text[at] == UInt8(ascii: "."), isInverted || at == verbEnd else { return nil }
        return Tag(end: at, gap: Span(at, text.has(" ", at: at + 1) ? at + 2 : at + 1), isStop: true, hasDash: false)
      case 0x20:
        // `the performance -. Today`
        for (dash, length) in [(" -. ", 4), (" –. ", 6), (" —. ", 6)] as [(StaticString, Int)]
        where text.has(dash, at: at) {
          guard text.isCapital(at + length) else { return nil }
          return Tag(end: at, gap: Span(at, at + length), isStop: true, hasDash: true)
        }
        if text.has(" — ", at: at) || text.has(" – ", at: at) || text.has(" - ", at: at) { return nil }
      case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "("): return nil
      case 0xE2 where text.has("“", at: at) || text.has("”", at: at) || text.has("—", at: at) || text.has("–", at: at):
        return nil
      default: break
      }
      at += 1
    }
    // The end of the line does as well behind a speaker.
    return nil
  }

  private func propose(_ document: Document, _ start: Int, _ tag: Tag, _ proposals: inout Proposals) {
    let text = document.text
    let reading = document.quotationMarks
    // The last double mark before the dash.
    var low = 0
    var high = reading.marks.count
    while low < high {
      let middle = (low + high) / 2
      if reading.marks[middle].start < start { low = middle + 1 } else { high = middle }
    }
    var last = low - 1
    while last >= 0, low - last < 12, reading.marks[last].glyph.isSingle { last -= 1 }
    guard last >= 0 else { return }
    let opener = reading.marks[last]
    guard opener.role == .opener || opener.role == .reopener, opener.after.isWord, !opener.glyph.isSingle,
      opener.glyph == .leftDouble && opener.span.count == 3 || opener.glyph == .straightDouble,
      start - opener.start > 12, start - opener.start < 2000,
      !text[Span(opener.start, tag.gap.end)].contains(0x0A)
    else { return }
    let next = low < reading.marks.count ? reading.marks[low] : nil
    if let next, next.start < tag.gap.end, !next.glyph.isSingle { return }
    // Two dashes and an inverted verb are no custom of English.
    guard tag.isSure || opener.partner < 0 || document.isDamaged else { return }
    // What stands before the dash.
    var left = text.spaceStart(before: text.has("- ", at: start - 2) ? start - 2 : start - 4)
    if text.has(",", at: left - 1) { left -= 1 }
    left = text.spaceStart(before: left)
    guard left > opener.span.end else { return }
    let isWord = text.isLetter(text.index(before: left)) || text.isDigit(left - 1)
    let isCurly = opener.glyph == .leftDouble
    let mark: [UInt8] = isCurly ? Array("”".utf8) : [0x22]
    let isOutside = isWord && QuotationRepair(all: document).setsCommasOutside
    var closing = isWord && !isOutside ? [UInt8(ascii: ",")] + mark : mark
    if isOutside { closing.append(UInt8(ascii: ",")) }
    if text.has(".", at: left - 1), !text.has("..", at: left - 2) {
      left -= 1
      closing = [UInt8(ascii: ",")] + mark
    }
    closing.append(0x20)
    let opening: [UInt8] = isCurly ? Array("“".utf8) : [0x22]
    proposals.together {
      $0.replace(Span(left, start), with: closing, .likely)
      let stop = tag.isStop ? UInt8(ascii: ".") : UInt8(ascii: ",")
      if tag.hasDash {
        $0.replace(tag.gap, with: [stop, 0x20] + opening, .likely)
      } else if let next, next.role == .closer, next.partner >= 0, Int(next.partner) == last {
        if next.start == tag.gap.end {
          $0.delete(next.span, .likely)
        } else if text.isCapital(tag.gap.end) {
          $0.replace(Span(tag.gap.end, tag.gap.end), with: opening, .likely)
        }
      }
    }
  }
}
