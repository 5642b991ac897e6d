import Language
import TextModel

/// Writes the character for a reference of HTML into which a translator put spaces: `the council & # 39; s vote`, `& quot; We go on & quot ;`.
///
/// A translator takes `&`, `#` and `;` for marks of the text, sets spaces round them, and what decodes references knows them no more.  Only the
/// references that stand for quotation marks, apostrophes, spaces, dashes, dots and `&`, with a space inside, which nobody writes who writes of
/// references.  The spaces that a mark of this kind has on its inner side go with it.
public struct BrokenEntity: RewriteRule {
  public init() {}
  public let id = "broken-entity"

  public let fixes = [
    RewriteExample("The council & # 39; s vote is late.", "The council's vote is late."),
    RewriteExample("They don &#39 ; t know, he says.", "They don't know, he says."),
    RewriteExample("He said: & quot; We go on & quot ; and left.", "He said: \"We go on\" and left."),
    RewriteExample("The & ldquo; old & rdquo; bridge & amp; the road", "The “old” bridge & the road"),
    RewriteExample("It is late. & nbsp; They left & # 8230; at last.", "It is late. They left… at last."),
  ]
  public let leavesAlone = [
    "The &#39; and the &quot; of HTML", "R & D; research", "AT & T; Smith & Sons; & so on", "a & quot b", "& # 39",
    "& 39; x",
    "& # 7; x", "the & quote; of it",
  ]

  /// Where the space beside a mark goes.
  private enum Side { case none, before, behind, both, quote }

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    // Straight marks open and close by turns, line by line.
    var line = -1
    var isOpen = false
    var at = 0
    while let sign = ByteSearch.first(UInt8(ascii: "&"), in: text.utf8, from: at) {
      at = sign + 1
      guard let (name, end) = reference(text, sign), let (written, usual) = meaning(text, name),
        !document.isVerbatim(at: sign)
      else { continue }
      at = end
      var side = usual
      if side == .quote {
        let index = document.paragraphIndex(at: sign) ?? -1
        if index != line { isOpen = false }
        line = index
        isOpen.toggle()
        side = isOpen ? .behind : .before
      } else if isApostrophe(written), joins(text, sign, end) {
        side = .both
      }
      proposals.replace(
        Span(
          side == .before || side == .both ? text.spaceStart(before: sign) : sign,
          side == .behind || side == .both ? text.spaceEnd(from: end) : end),
        with: written, .likely)
    }
  }

  private func isApostrophe(_ written: StaticString) -> Bool {
    written.utf8Start[0] == UInt8(ascii: "'") || written.utf8CodeUnitCount == 3 && written.utf8Start[2] == 0x99
  }

  /// The name or number of the reference that begins with an `&`, and where it ends; nil where no space is in it.
  private func reference(_ text: Text, _ sign: Int) -> (name: Span, end: Int)? {
    var at = text.spaceEnd(from: sign + 1)
    var signs = 1
    if text.has("#", at: at) {
      at = text.spaceEnd(from: at + 1)
      signs = 2
    }
    let start = at
    while at < text.count, at - start < 6, text.isASCIILetter(at) || text.isDigit(at) { at += 1 }
    let name = Span(start, at)
    at = text.spaceEnd(from: at)
    guard !name.isEmpty, text.has(";", at: at), at - sign > name.count + signs, at - sign < 16,
      text.isDigit(name.end - 1) == (signs == 2)
    else { return nil }
    return (name, at + 1)
  }

  private func meaning(_ text: Text, _ name: Span) -> (StaticString, Side)? {
    switch text.string(name) {
    case "39", "x27", "apos": ("'", .none)
    case "8217", "x2019", "rsquo": ("’", .none)
    case "34", "x22", "quot": ("\"", .quote)
    case "38", "amp": ("&", .none)
    case "160", "nbsp": (" ", .both)
    case "8220", "ldquo": ("“", .behind)
    case "8221", "rdquo": ("”", .before)
    case "8216", "lsquo": ("‘", .behind)
    case "8211", "ndash": ("–", .none)
    case "8212", "mdash": ("—", .none)
    case "8230", "hellip": ("…", .before)
    case "171", "laquo": ("«", .behind)
    case "187", "raquo": ("»", .before)
    default: nil
    }
  }

  /// `council & # 39; s`: an ending stands behind.
  private func joins(_ text: Text, _ sign: Int, _ end: Int) -> Bool {
    let ending = text.letters(from: text.spaceEnd(from: end))
    let before = text.spaceStart(before: sign)
    return before > 0 && text.isLetter(text.index(before: before))
      && Contraction.endings.contains(Lexicon.hash(text.utf8, ending.range))
  }
}
