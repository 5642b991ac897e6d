import Language
import TextModel

/// Where the words may begin that a lone closing mark ends.
extension LostOpener {
  /// The start of the sentence that ends at an offset, or of the line; where a stop stands glued between two small letters, behind it.
  func place(_ repair: QuotationRepair, before offset: Int, after limit: Int) -> Int {
    let text = repair.text
    var at = max(0, offset - 2)
    while at > limit, offset - at < 2000, !text.isLineStart(at) {
      switch text[at - 1] {
      case 0x20:
        if at > 1, repair.endsSentence(at - 1), text.isCapital(at) { return at }
        if at > 1, text[at - 2] == UInt8(ascii: ":") || text[at - 2] == UInt8(ascii: "!") { return at }
      case UInt8(ascii: "."):
        if at > 1, text.isLower(at), text.isLower(at - 2) { return at }
        if isGlued(text, at) { return at }
      default: break
      }
      at -= 1
    }
    return at
  }

  /// `to set it right.What I know`: two sentences without the space between.
  func isGlued(_ text: Text, _ at: Int) -> Bool {
    guard at > 1, text[at - 1] == UInt8(ascii: "."), text.isLower(at - 2), text.isUpper(at) else { return false }
    let before = text.letters(before: at - 1)
    let word = text.letters(from: at)
    return before.count > 1 && text.has(" ", at: word.end)
      && (before.start == 0 || text[before.start - 1] == 0x20) && Lexicon.entry(text.utf8, before.range).isKnown
      && Lexicon.entry(text.utf8, word.range).isKnown
  }

  /// `She told the paper on Monday, We wait for the rain. It will come.”`: a capital on a word that needs none, behind a comma and a verb of
  /// saying.
  func commaPlace(_ repair: QuotationRepair, _ mark: QuotationMark, _ limit: Int) -> Int? {
    let text = repair.text
    var at = mark.start - 3
    while at > limit + 3, mark.start - at < 2000, !text.isLineStart(at) {
      if text[at] == 0x20, text[at - 1] == UInt8(ascii: ","), text.isUpper(at + 1) {
        let word = text.letters(from: at + 1)
        if ProseWords.has(.starts, text, word)
          || QuotationRepair.persons.contains(Lexicon.hash(text.utf8, word.range))
            && (word.count > 1 || repair.announces(text.letters(before: at - 1)))
        {
          if repair.announces(Span(repair.sentenceStart(before: at - 1, after: limit), at)) { return at + 1 }
        }
      }
      at -= 1
    }
    return nil
  }

  /// `The envoy said: We wait. It will come.”`: behind the colon of a speaker, some sentences back at most, where nobody else is named
  /// as one in between.
  func colonPlace(_ repair: QuotationRepair, _ last: Int, _ limit: Int, _ trustsColon: Bool) -> Int? {
    let text = repair.text
    var at = last - 1
    while at > limit + 3, last - at < 600, !text.isLineStart(at) {
      // `Nora Ash:It has been`
      let isGlued = text[at] == UInt8(ascii: ":") && text.isUpper(at + 1) && text.isLower(at - 1)
      if isGlued || text[at] == 0x20 && text[at - 1] == UInt8(ascii: ":") && text.isCapital(at + 1) {
        let start = repair.sentenceStart(before: at - 1, after: limit, within: 100)
        return (trustsColon || repair.hasAttribution(Span(start, at)))
          && !repair.hasAttribution(Span(at, last)) ? at + 1 : nil
      }
      at -= 1
    }
    return nil
  }

  /// `“…,” Rusk said. We wait for the rain. It will come.”`: the start of the sentence behind the one in which the quotation before
  /// ended and its speaker is named, some sentences back at most.
  func behindAttribution(_ repair: QuotationRepair, _ mark: QuotationMark, _ last: Int, _ limit: Int) -> Int? {
    let text = repair.text
    guard limit > 0, mark.beyondBefore == .stop, mark.after != .lower else { return nil }
    var at = last
    for _ in 0..<6 {
      let next = place(repair, before: at, after: limit)
      guard next > limit, next < at, !text.isLineStart(next) else { return nil }
      at = next
      // The quotation before ended in the sentence before this one.
      let between = Span(limit, at)
      if !text[between].dropLast(2).contains(UInt8(ascii: ".")), isFirst(repair, at, limit) {
        // `According to her, it is so.`: told by somebody else.
        return text.has("According", at: at) ? nil : at
      }
    }
    return nil
  }

  /// `We wait. It will come,” the envoy said.`: the sentence before the mark, and those before it that are a speaker’s, or that the next one goes on
  /// with a `But`; as far as nobody is named as a speaker.
  func speechStart(_ repair: QuotationRepair, _ mark: QuotationMark, _ last: Int, _ limit: Int) -> Int {
    let text = repair.text
    var at = last
    // What is sure, where a sentence without a sign was passed over.
    var sure = last
    for _ in 0..<8 where !text.isLineStart(at) && !isGlued(text, at) && !isFirst(repair, at, limit) {
      let before = place(repair, before: at, after: limit)
      let sentence = Span(before, at)
      guard before < at, before > limit || text.isLineStart(before), text.isCapital(before) || dash(text, before) != nil
      else { break }
      let goesOn = Self.goingOn.contains(Lexicon.hash(text.utf8, text.letters(from: at).range))
      switch repair.voice(sentence) {
      // A question beyond a sentence that may be anybody’s may be the writer’s.
      case .speaker: if sure == at || repair.addresses(sentence) { sure = before }
      case .nobody where goesOn: sure = before
      case .nobody: break
      case .teller where goesOn: sure = before
      case .teller, .narrator: return sure
      }
      at = before
    }
    return sure
  }
  private static let goingOn = WordSet("but and so because otherwise")

  /// Whether the quotation may as well begin with the sentence before: nothing shows whose that is.
  func isDoubtful(_ repair: QuotationRepair, _ at: Int, _ mark: QuotationMark, _ limit: Int) -> Bool {
    guard !repair.text.isLineStart(at), !isFirst(repair, at, limit) else { return false }
    let before = place(repair, before: at, after: limit)
    guard before < at, before >= limit else { return false }
    switch repair.voice(Span(before, at)) {
    case .narrator, .teller: return false
    case .speaker: return true
    case .nobody: return repair.voice(Span(at, mark.start)) != .speaker && !repair.tells(Span(before, at))
    }
  }
}
