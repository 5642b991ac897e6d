import Language
import TextModel

/// One line, read for whether it is the caption of a picture.
///
/// A caption ends in whose the picture is, and there are few ways to say that: a sign of copyright, a word in brackets, a word for pictures
/// and names, an agency.  Each is a shape of the table, tried where the marks near the line’s end allow it.
struct CaptionLine {
  let document: Document
  let line: Span
  let index: Int
  let words: ArraySlice<Word>
  let signs: Signs
  var text: Text { document.text }

  /// Longer lines are paragraphs.
  static let longest = 260

  /// Where a shape is believed.
  enum Belief {
    /// Beside prose of any text.
    case anywhere
    /// Where other lines, or damage in the text, show that the page came along.
    case onPages
  }

  /// What must stand round a line.
  enum Place { case anywhere, behind, before, between }

  /// The marks that the shapes are made of.
  struct Signs: OptionSet {
    let rawValue: UInt8
    static let copyright = Signs(rawValue: 1)
    static let closer = Signs(rawValue: 2)
    static let colon = Signs(rawValue: 4)
    static let dash = Signs(rawValue: 8)
    static let slash = Signs(rawValue: 16)
    /// The last word is an agency.
    static let agency = Signs(rawValue: 32)

    /// What stands among the last 100 bytes of a line.
    init(_ text: Text, _ line: Span, endsInAgency: Bool) {
      var signs: Signs = endsInAgency ? .agency : []
      if text[line.end - 1] == UInt8(ascii: ")") { signs.insert(.closer) }
      for at in max(line.start, line.end - 100)..<line.end {
        switch text[at] {
        case UInt8(ascii: ":"): signs.insert(.colon)
        case UInt8(ascii: "/"): signs.insert(.slash)
        case 0xA9: signs.insert(.copyright)
        case 0xE2: signs.insert(.dash)
        default: break
        }
      }
      self = signs
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }
  }

  private struct Shape {
    let signs: Signs
    let place: Place
    /// Nil where it hangs on whether an agency is named.
    let belief: Belief?
    let fits: @Sendable (CaptionLine) -> Bool

    init(
      _ signs: Signs = [], _ place: Place = .anywhere, _ belief: Belief?,
      _ fits: @escaping @Sendable (CaptionLine) -> Bool
    ) {
      self.signs = signs
      self.place = place
      self.belief = belief
      self.fits = fits
    }
  }

  /// The first that fits decides.
  private static let shapes: [Shape] = [
    Shape([], .between, .onPages) { $0.isPlace },
    Shape([], .anywhere, .onPages) { $0.saysPicture },
    Shape(.copyright, .behind, .anywhere) { $0.isOwner },
    Shape(.copyright, .anywhere, .anywhere) { $0.endsInOwner },
    Shape(.closer, .anywhere, .anywhere) { $0.endsInPhotograph },
    Shape(.closer, .between, .onPages) { $0.isBracketed },
    Shape(.agency, .before, .onPages) { $0.isSigned },
    Shape(.colon, .anywhere, .anywhere) { $0.endsInGluedCredit },
    Shape(.agency, .anywhere, .onPages) { $0.isAgencyAlone },
    Shape([.dash, .slash], .anywhere, .onPages) { $0.isDashed },
    Shape([.closer, .copyright], .anywhere, .anywhere) { $0.isOwnedRemark },
    Shape(.closer, .anywhere, .onPages) { $0.endsInRemark },
    Shape([], .anywhere, nil) { $0.endsInCredit },
    Shape(.slash, .before, .anywhere) { $0.isAgencyWithName },
    Shape(.agency, .before, .onPages) { $0.endsInAgency },
    Shape([], .between, .anywhere) { $0.endsInDashedAgency },
    Shape([], .between, .onPages) { $0.endsInName },
  ]

  /// Where a line is a caption; nil where it is none.
  static func reading(_ document: Document, _ index: Int) -> Belief? {
    let text = document.text
    let line = document.paragraphs[index]
    if Place.between.holds(document, index), beginsWithFile(text, line) { return .onPages }
    if let end = handle(text, line) {
      return CaptionLine(document, Span(line.start, end), index).endsInCredit ? .anywhere : nil
    }
    guard
      mayEnd(text, line) || text.has("In ", at: line.start) && text.isASCIILetter(line.end - 1)
        || text.has("© ", at: line.start)
    else {
      return showsPicture(document, line, index) ? .onPages : nil
    }
    let candidate = CaptionLine(document, line, index)
    let shape = shapes.first {
      candidate.signs.isSuperset(of: $0.signs) && $0.place.holds(document, index) && $0.fits(candidate)
    }
    guard let shape else { return showsPicture(document, line, index) ? .onPages : nil }
    return shape.belief ?? (candidate.namesAgency || candidate.isLed ? .anywhere : .onPages)
  }

  /// Whether a line without a full stop, between the title and a paragraph or between two, says what a picture shows.
  private static func showsPicture(_ document: Document, _ line: Span, _ index: Int) -> Bool {
    let text = document.text
    guard line.count >= 28, line.count <= 200, text.isASCIILetter(line.end - 1) || text.isDigit(line.end - 1),
      Place.between.holds(document, index), document.paragraphs[index + 1].count >= 80,
      document.mayBearPage
    else { return false }
    let candidate = CaptionLine(document, line, index)
    return candidate.showsAct || candidate.showsScene
  }

  init(_ document: Document, _ line: Span, _ index: Int) {
    self.document = document
    self.line = line
    self.index = index
    words = document.words[document.wordRange(in: line)]
    signs = Signs(document.text, line, endsInAgency: words.last.map(CaptionWords.agencies.contains) == true)
  }

  /// Most lines are sentences, and their last word says so: it has no capital and is no agency.
  private static func mayEnd(_ text: Text, _ line: Span) -> Bool {
    var end = line.end
    while end > line.start,
      text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: ")") || text[end - 1] == UInt8(ascii: "]")
    {
      end -= 1
    }
    if end == line.start || text[line.end - 1] == UInt8(ascii: ")") { return true }
    guard text[end - 1] < 0x80 else { return text.isLetter(text.index(before: end)) }
    guard text.isASCIILetter(end - 1) else { return text.isDigit(end - 1) }
    let last = text.letters(before: end)
    return last.start == line.start || text.isCapital(last.start)
      || CaptionWords.agencies.contains(Lexicon.hash(text.utf8, last.range))
      || CaptionWords.pictures.contains(Lexicon.hash(text.utf8, last.range))
  }

  /// Where ` @mayor.of.lyon` begins that ends a line.
  private static func handle(_ text: Text, _ line: Span) -> Int? {
    guard text.isLower(line.end - 1) || text.isDigit(line.end - 1) || text[line.end - 1] == UInt8(ascii: "_") else {
      return nil
    }
    var at = line.end - 1
    while at > line.start + 8, line.end - at <= 32, text[at] > 0x20, text[at] != UInt8(ascii: "@") { at -= 1 }
    return text.has(" @", at: at - 1) ? at - 1 : nil
  }

  /// `File photo of the bridge`, `Archive image.`
  private static func beginsWithFile(_ text: Text, _ line: Span) -> Bool {
    guard line.count <= 120, text.isCapital(line.start) else { return false }
    let first = text.letters(from: line.start)
    guard CaptionWords.kept.contains(Lexicon.hash(text.utf8, first.range)), first.end < line.end,
      text[first.end] == 0x20
    else {
      return false
    }
    let second = text.letters(from: first.end + 1)
    guard CaptionWords.pictures.contains(Lexicon.hash(text.utf8, second.range)) else { return false }
    return second.end >= line.end - 1 || text.has(" of ", at: second.end) || text.has(" from ", at: second.end)
      || text.has(": ", at: second.end)
  }
}

extension CaptionLine.Place {
  func holds(_ document: Document, _ index: Int) -> Bool {
    switch self {
    case .anywhere: true
    case .behind: index > 0
    case .before: index + 1 < document.paragraphs.count
    case .between: index > 0 && index + 1 < document.paragraphs.count
    }
  }
}
