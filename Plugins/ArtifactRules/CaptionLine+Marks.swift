import Language
import TextModel

/// Captions that their marks show: a sign of copyright, a bracket at the end.
extension CaptionLine {
  /// `© Jo Felber`: the sign and two to four words with capitals.
  var isOwner: Bool {
    // `List of rubrics: © Jo Felber/dpa`
    if line.count <= 80, text.isCapital(line.start),
      let sign = (line.start..<line.end - 4).first(where: { text.has(": © ", at: $0) }), text.isCapital(sign + 5)
    {
      return text[Span(sign + 4, line.end)].count { $0 == 0x20 } <= 5 && text[line.end - 1] != UInt8(ascii: ".")
    }
    guard line.count <= 48, text.has("© ", at: line.start), line.count > 5 else { return false }
    // `© instagram.com/mayor`, `© @mayor`
    if !text[Span(line.start + 3, line.end)].contains(0x20) {
      return text[line].dropFirst(3).contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "@") }
        || text.isCapital(line.start + 3)
    }
    guard text.isCapital(line.start + 3) else { return false }
    return text[line].count { $0 == 0x20 } <= 4 && !text[line].contains { $0 &- 0x30 < 10 }
  }

  /// `The bridge on Monday. © Jo Felber`: the sign behind a description, and names.
  var endsInOwner: Bool {
    guard line.count > 24, text.isCapital(line.start),
      let sign = (max(line.start + 12, line.end - 64)..<line.end - 4).last(where: {
        text[$0] == 0xC2 && text.has(" © ", at: $0 - 1)
      }).map({ $0 - 1 })
    else { return false }
    switch text[sign - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "/"): break
    default: return false
    }
    let owner = Span(sign + 4, line.end)
    return text.isCapital(owner.start) && text[owner].count { $0 == 0x20 } <= 5
      && text[line.end - 1] != UInt8(ascii: ".")
      && !text[owner].contains { $0 &- 0x30 < 10 }
  }

  /// `(©Tree/ Town of Lyon)`, `(© Jo Felber)` at the end of a line.
  var isOwnedRemark: Bool {
    guard line.count > 20, text.isCapital(line.start) else { return false }
    var at = line.end - 2
    while at > line.start + 8, line.end - at <= 64, text[at] != UInt8(ascii: "(") { at -= 1 }
    return text.has("(©", at: at)
  }

  /// `(AP Photo/Jo Felber)` at the end of a line.
  var endsInPhotograph: Bool {
    guard line.count > 16 else { return false }
    let words = words.suffix(6)
    guard
      let k = words.indices.dropLast().first(where: {
        CaptionWords.agencies.contains(words[$0]) && words[$0].start > line.start
      }), k + 1 < words.endIndex
    else {
      return false
    }
    return CaptionWords.pictures.contains(words[k + 1]) && text[words[k].start - 1] == UInt8(ascii: "(")
      && text.has("/", at: words[k + 1].end)
  }

  /// `(Jo Felber’s Instagram)`, `(Tree TV screenshot)`, `Anna Roth (Yonhap)`: a name or nothing, and a source in brackets.
  var isBracketed: Bool {
    guard line.count <= 60,
      let open = line.range.last(where: { text[$0] == UInt8(ascii: "(") }), open - line.start <= 32
    else { return false }
    let inside = document.words[document.wordRange(in: Span(open + 1, line.end - 1))]
    guard let last = inside.last, last.end == line.end - 1, inside.count <= 5,
      CaptionWords.agencies.contains(last) || CaptionWords.networks.contains(last)
        || CaptionWords.pictures.contains(last) && inside.count > 1
    else { return false }
    let before = document.words[document.wordRange(in: Span(line.start, open))]
    // `(AFP)`, `(With AFP)`: whose the text is.
    if CaptionWords.agencies.contains(last), before.isEmpty || inside.count > 1 { return false }
    return before.count <= 4 && before.allSatisfy { $0.startsWithCapital || $0.gap == .hyphen }
  }

  /// The same, for a line of any end.
  var endsInBracketedRemark: Bool { signs.contains(.closer) && endsInRemark }

  /// `(archive image)`, `(symbolic photo)`, `(file)` at the end of a line that is no sentence behind it.
  var endsInRemark: Bool {
    if isShouted { return true }
    var last = text.letters(before: line.end - 1)
    guard !last.isEmpty else { return false }
    let isPicture = CaptionWords.pictures.contains(Lexicon.hash(text.utf8, last.range))
    let isKept = CaptionWords.kept.contains(Lexicon.hash(text.utf8, last.range))
    guard isPicture || isKept else { return false }
    if isPicture, last.start > line.start, text[last.start - 1] == 0x20 {
      last = text.letters(before: last.start - 1)
      guard CaptionWords.kept.contains(Lexicon.hash(text.utf8, last.range)) else { return false }
    } else if isPicture {
      return false
    }
    return last.start > line.start + 8 && text[last.start - 1] == UInt8(ascii: "(")
  }

  /// `(TREE PRESS – JO FELBER)`: an agency and a name in capitals, in brackets at the end.
  private var isShouted: Bool {
    var at = line.end - 2
    var hasDash = false
    var letters = 0
    while at > line.start, line.end - at < 60, text[at] != UInt8(ascii: "(") {
      if text.isLower(at) { return false }
      if text.isUpper(at) { letters += 1 }
      if text.has(" – ", at: at) || text.has(" - ", at: at) || text[at] == UInt8(ascii: "/") { hasDash = true }
      at -= 1
    }
    return at > line.start + 8 && text[at] == UInt8(ascii: "(") && hasDash && letters >= 8
  }
}
