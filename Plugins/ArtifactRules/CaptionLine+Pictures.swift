import Language
import TextModel

/// Captions that only their grammar shows: what somebody does in a picture, or is seen at, and no full stop.
extension CaptionLine {
  /// `Klaus Roth, secretary of the town, speaks at a press conference in Lyon`: a name, what people do in pictures in the present tense, and
  /// where; nine words at least, for a heading is shorter.
  var showsAct: Bool {
    guard line.count >= 48, line.count <= 200, words.count >= 9, text.isCapital(line.start), endsInWord,
      words.dropFirst(2).prefix(8).contains(where: { $0.isLower && CaptionWords.acts.contains($0) }),
      namesSomebody
    else { return false }
    return hasSetting && !hasColonOrQuotation && !tellsPast
  }

  /// `The mayor of Lyon, during a council meeting in March`, `Jo Felber, in an image from the archive`: no verb at all, a comma and where.
  var showsScene: Bool {
    guard line.count >= 28, line.count <= 160, words.count >= 6, text.isCapital(line.start), endsInWord else {
      return false
    }
    guard
      let k = words.indices.dropFirst(2).first(where: {
        words[$0].gap == .comma && words[$0].isLower && Self.joints.contains(words[$0])
      }), k + 3 < words.endIndex
    else { return false }
    let behind = words[k...]
    return behind.contains { CaptionWords.settings.contains($0) || CaptionWords.pictures.contains($0) }
      && !hasColonOrQuotation && !tellsPast
      && !words.contains { $0.isLower && Self.verbs.contains($0) }
  }
  private static let joints = WordSet("during in at on after before with")
  private static let verbs = WordSet(
    "is are was were has have had will would can could may might must should does did do be been said says told")

  private var endsInWord: Bool { text.isASCIILetter(line.end - 1) || text.isDigit(line.end - 1) }

  /// Whether a name of two words stands in it, or an office with its article.
  private var namesSomebody: Bool {
    zip(words, words.dropFirst()).contains { $0.startsWithCapital && $1.isCapitalized && $1.gap == .space }
  }

  private var hasSetting: Bool { words.dropFirst(3).contains { $0.isLower && CaptionWords.settings.contains($0) } }

  private var hasColonOrQuotation: Bool {
    text[line].contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "?") }
      || line.range.contains { text[$0] == 0xE2 && (text.has("“", at: $0) || text.has("‘", at: $0)) }
  }

  /// A report tells what was; a caption does not.
  private var tellsPast: Bool { words.contains { $0.isLower && Self.past.contains($0) } }
  private static let past = WordSet("was were had said told announced added explained did would could")

  /// `The mayor opens the new bridge. Yonhap`: a sentence, and behind its stop one name alone: whose the picture is.
  var endsInName: Bool {
    guard (32...200).contains(line.count), let last = words.last, last.end == line.end, last.startsWithCapital,
      last.count >= 3, words.count >= 6, text.isCapital(line.start), last.gap == .stop,
      // `… of the U.S. NAVY`
      words[words.endIndex - 2].count > 2, !ProseWords.has(.joins, text, last.span), !hasColonOrQuotation || namesAgency
    else { return false }
    let entry = Lexicon.entry(last.hash)
    // In a line of capitals it goes on.
    if last.isAllCapitals { return !entry.isWord(upTo: 1) && words.contains { $0.isLower && $0.count > 3 } }
    return !entry.isWord(upTo: 2) && !entry.isCommonName
  }

  /// `The mayor at the council. - SIPA`: a stop, a dash and letters in capitals alone.
  var endsInDashedAgency: Bool {
    guard let last = words.last, last.end == line.end, last.isAllCapitals, (3...9).contains(last.count),
      words.count >= 4,
      text.isCapital(line.start), line.count <= 200
    else { return false }
    return text.has(". - ", at: last.start - 4) || text.has(". – ", at: last.start - 6)
      || text.has(". — ", at: last.start - 6)
  }
}
