import Language
import TextModel

/// Deletes the dash between a quotation and the clause that says who speaks: `“It is late”, – said the envoy`.
///
/// In Russian, Ukrainian and Polish a comma and a dash part the two, and translation keeps both.  The comma stands before the mark, as
/// English has it.  Without a comma the dash goes only where a speaker is named behind it.
public struct DashAttribution: RewriteRule {
  public init() {}
  public let id = "dash-attribution"
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("“It is late”, – said the envoy.", "“It is late,” said the envoy."),
    RewriteExample("\"It is late\", - she says. \"We go.\"", "\"It is late,\" she says. \"We go.\""),
    RewriteExample("\"It is late, \"- advises Ash.", "\"It is late,\" advises Ash."),
    RewriteExample("«It is late», - she said. “We go,” said Ash.", "«It is late,» she said. “We go,” said Ash."),
    RewriteExample(
      "“It is late” -he said of of it with the the boat.", "“It is late,” he said of of it with the the boat."),
    RewriteExample(
      "It was late of of it with the the boat, – said the envoy.",
      "It was late of of it with the the boat, said the envoy."),
    RewriteExample("The the rest of of it.\n“– We go,” he said.", "The the rest of of it.\n“We go,” he said."),
    RewriteExample(
      "“It is late of of it, and no time for the the boat.” -Ada Ash\nThey left.",
      "“It is late of of it, and no time for the the boat.” – Ada Ash\nThey left."),
    RewriteExample(
      "“It is late of of it with the the boat”, a- she told them.",
      "“It is late of of it with the the boat”, she told them."
    ),
    RewriteExample(
      "“It is late,” said Ada Ash. – “We go on with the boat.”", "“It is late,” said Ada Ash. “We go on with the boat.”"
    ),
    RewriteExample("“It is late” – said Ada Ash.", "“It is late,” said Ada Ash."),
    RewriteExample("“Is it late?” – asked the envoy.", "“Is it late?” asked the envoy."),
    RewriteExample(
      "“It is late” – said the envoy of of it with the the boat.",
      "“It is late,” said the envoy of of it with the the boat."),
  ]
  public let leavesAlone = [
    "“No” – he left – “is a word.”", "He said “no” – and left.", "“It is,” he said – late.",
    "“It is late” – she said so twice – was all.", "The word “late”, - and others.",
    "It was late of of it, – said to be the the best, – and he left.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let bytes = text.utf8
    proposeBehindComma(document, &proposals)
    for offset in document.markOffsets {
      let at = Int(offset)
      // `“– We go`: the dash of a dialogue and the mark of a quotation.
      if text.has("“– ", at: at), text.isLineStart(at), text.isCapital(at + 7), document.mayBearPage,
        !document.isVerbatim(at: at)
      {
        proposals.delete(Span(at + 3, at + 7), .likely)
        continue
      }
      guard let mark = QuotationRepair.closerLength(bytes, at) else { continue }
      if at > 3, bytes[at - 1] == 0x20, let span = dashBefore(document, at), !document.isVerbatim(at: at) {
        proposals.delete(span, .likely)
        continue
      }
      if mayBeOdd(bytes, at + mark),
        proposeSignature(document, at, at + mark, &proposals) || proposeParticle(document, at + mark, &proposals)
      {
        continue
      }
      // `, "` or `,"` or `",` or nothing, then the dash.
      var start = at
      var end = at + mark
      while start > 0, bytes[start - 1] == 0x20, at - start < 2 { start -= 1 }
      var hasComma = false
      if start > 0, bytes[start - 1] == UInt8(ascii: ",") {
        start -= 1
        hasComma = true
      } else if end < bytes.count, bytes[end] == UInt8(ascii: ",") {
        end += 1
        hasComma = true
      }
      let isAsked = start > 0 && (bytes[start - 1] == UInt8(ascii: "?") || bytes[start - 1] == UInt8(ascii: "!"))
      while text.has(" ", at: end), end - at < 8 { end += 1 }
      // `” -he said` has its space on one side only.
      guard let dash = dash(text, end), text.has(" ", at: end + dash) || text.has(" ", at: end - 1) else { continue }
      end += text.has(" ", at: end + dash) ? dash + 1 : dash
      guard start > 1, isAsked || text.isLetter(text.index(before: start)) || text.isDigit(start - 1),
        !document.isVerbatim(at: at)
      else { continue }
      let repair = QuotationRepair(all: document)
      guard repair.mark(at: at)?.role == .closer, isTag(repair, end, hasComma: hasComma || isAsked) else { continue }
      var written: [UInt8] = isAsked ? [] : [UInt8(ascii: ",")]
      written.append(contentsOf: bytes[at..<at + mark])
      if mark == 3, bytes[at + 2] == 0x9C { written[written.count - 1] = 0x9D }
      written.append(0x20)
      proposals.replace(Span(start, end), with: written, .likely)
    }
  }

  /// `“…,” promised Ash. – “No one`: the dash, with its space, between who speaks and the words that he goes on with.
  private func dashBefore(_ document: Document, _ mark: Int) -> Span? {
    let text = document.text
    let start: Int
    if text[mark - 2] == UInt8(ascii: "-") {
      start = mark - 2
    } else if text.has("– ", at: mark - 4) || text.has("— ", at: mark - 4) {
      start = mark - 4
    } else {
      return nil
    }
    guard start > 2, text[start - 1] == 0x20,
      text[start - 2] == UInt8(ascii: ".") || text[start - 2] == UInt8(ascii: ","),
      text.isLetter(text.index(before: start - 2))
    else { return nil }
    // The quotation before, some words back.
    let reading = QuotationRepair(all: document)
    var at = start - 2
    while at > 2, start - at < 120, text[at] != 0x0A, !text.has("”", at: at - 2), text[at] != 0x22 { at -= 1 }
    guard at > 0, text[at] == 0x22 || text.has("”", at: at - 2),
      reading.mark(at: text[at] == 0x22 ? at : at - 2)?.role == .closer
    else { return nil }
    var tag = at + 1
    while tag < start,
      text[tag] == UInt8(ascii: ",") || text[tag] == 0x20 || text[tag] == UInt8(ascii: "-") || text[tag] == 0xE2
    {
      tag += text[tag] == 0xE2 ? 3 : 1
    }
    guard tag < start, let end = reading.attributionEnd(from: tag), end <= start - 2,
      reading.mark(at: mark)?.role == .opener
    else { return nil }
    return Span(start, mark)
  }

  /// Whether a hyphen, or an `a` alone, comes right behind a mark, its comma and space.
  private func mayBeOdd(_ bytes: [UInt8], _ end: Int) -> Bool {
    var at = end
    if at < bytes.count, bytes[at] == UInt8(ascii: ",") { at += 1 }
    if at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at + 1 < bytes.count else { return false }
    return bytes[at] == UInt8(ascii: "-")
      || bytes[at] == UInt8(ascii: "a") && (bytes[at + 1] == UInt8(ascii: "-") || bytes[at + 1] == 0x20)
  }

  /// `“… sad thinking.” -Ada Ash` at the end of a line: who said it, behind a dash with its spaces.
  private func proposeSignature(_ document: Document, _ mark: Int, _ end: Int, _ proposals: inout Proposals) -> Bool {
    let text = document.text
    let hyphen = text.has(" ", at: end) ? end + 1 : end
    guard text.has("-", at: hyphen), text.isUpper(hyphen + 1), mark > 1, PunctuationMark.stops(text[mark - 1]) else {
      return false
    }
    var at = hyphen + 1
    var words = 0
    while at < text.count, words < 5 {
      let word = text.letters(from: at)
      guard word.count > 1, text.isCapital(word.start) else { return false }
      words += 1
      at = word.end
      if text.has(" ", at: at) { at += 1 } else { break }
    }
    guard text.isLineEnd(at), document.isDamaged, !document.isVerbatim(at: hyphen),
      QuotationRepair(all: document).mark(at: mark)?.role == .closer
    else { return false }
    proposals.replace(Span(end, hyphen + 1), with: " – ", .likely)
    return true
  }

  /// `even theirs”, a- she told`: what French sets between its verb and the pronoun behind it.
  private func proposeParticle(_ document: Document, _ end: Int, _ proposals: inout Proposals) -> Bool {
    let text = document.text
    var at = text.spaceEnd(from: text.has(",", at: end) ? end + 1 : end)
    let start = at
    var hyphens = 0
    // `a-`, `-t-`, `a -t-`
    while at < text.count, at - start < 8 {
      switch text[at] {
      case UInt8(ascii: "-"): hyphens += 1
      case 0x20: break
      case UInt8(ascii: "a"), UInt8(ascii: "t"):
        if text.isASCIILetter(at + 1) { break }
        at += 1
        continue
      default: break
      }
      guard text[at] == UInt8(ascii: "-") || text[at] == 0x20 else { break }
      at += 1
    }
    let pronoun = text.letters(from: at)
    guard hyphens > 0, at > start, text[start] != UInt8(ascii: "-") || hyphens > 1,
      Self.pronouns.contains(Lexicon.hash(text.utf8, pronoun.range)), text.isLower(pronoun.start),
      SpeechWords.isSaying(text, text.letters(from: text.spaceEnd(from: pronoun.end))), document.mayBearPage,
      !document.isVerbatim(at: start)
    else { return false }
    proposals.delete(Span(start, at), .likely)
    return true
  }
  private static let pronouns = WordSet("he she they it")

  /// `it is late, – said the envoy`: the marks are lost, the dash is not.
  private func proposeBehindComma(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    for mark in document.punctuation where mark.after == .space && mark.scalar == "," {
      guard text.has("– ", at: mark.end + 1) || text.has("— ", at: mark.end + 1) else { continue }
      let verb = text.letters(from: mark.end + 5)
      guard SpeechWords.isSaying(text, verb) || QuotationRepair.attributionEnd(text, from: mark.end + 5) != nil,
        !isInserted(text, mark.end + 5), document.mayBearPage, !document.isVerbatim(at: mark.offset)
      else { continue }
      proposals.delete(Span(mark.end + 1, mark.end + 5), .likely)
    }
  }

  private func dash(_ text: Text, _ at: Int) -> Int? {
    if text.has("-", at: at) { return 1 }
    return text.has("–", at: at) || text.has("—", at: at) ? 3 : nil
  }

  /// `said the envoy`, `she said`, `the envoy added`; behind a comma any verb and its subject will do, `laughs the nurse`.
  private func isTag(_ repair: QuotationRepair, _ at: Int, hasComma: Bool) -> Bool {
    let text = repair.text
    let first = text.letters(from: at)
    guard !first.isEmpty, text.has(" ", at: first.end) else { return false }
    if let end = repair.attributionEnd(from: at) {
      // `she said so twice – was all`: an insertion between two dashes.
      if hasComma { return true }
      // `said Ash`: no custom of English behind a dash.
      let isInverted = SpeechWords.isSaying(text, first) && text.isUpper(first.end + 1)
      return (isInverted || repair.document.isDamaged) && !isInserted(text, end)
    }
    guard hasComma, text.isLower(first.start) else { return false }
    if repair.isSaying(first) { return true }
    let entry = Lexicon.entry(text.utf8, first.range)
    let next = text.letters(from: first.end + 1)
    return text.has("s", at: first.end - 1) && entry.isWord(upTo: 5)
      && (text.isUpper(next.start) || QuotationRepair.isDeterminer(text, next))
  }

  private func isInserted(_ text: Text, _ start: Int) -> Bool {
    var at = start
    while at < text.count, at - start < 80, !PunctuationMark.stops(text[at]), !text.isLineEnd(at) {
      if text.has(" – ", at: at) || text.has(" - ", at: at) || text.has("—", at: at) { return true }
      at += 1
    }
    return false
  }
}
