import Language
import TextModel

/// Closes an ordinal whose ending was set apart.
///
/// Superscripts become words of their own when tags are removed: `the 64 th minute`, `on May 3 rd`.
public struct SplitOrdinal: WordRule {
  public init() {}
  public let id = "split-ordinal"
  public let languages = LanguageScope.only(["en"])
  public let trigger: ByteClasses? = .digit

  public let fixes = [
    RewriteExample("They scored in the 64 th minute of it.", "They scored in the 64th minute of it."),
    RewriteExample("They met on the 3 rd of May, the 1 st day.", "They met on the 3rd of May, the 1st day."),
  ]
  public let leavesAlone = ["12 St James Street", "2 nd-order terms", "5 thin men", "1 ST AVE"]

  public let places = [WordTrigger(words: [WordSet("st nd rd th")], shape: \.isLower, gaps: [.space])]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    for k in places where text.isDigit(words[k].start - 2) {
      let word = words[k]
      guard fits(text, word.start - 1), !document.isVerbatim(at: word.start) else { continue }
      proposals.delete(Span(word.start - 1, word.start), .safe)
    }
  }

  private func fits(_ text: Text, _ space: Int) -> Bool {
    let ending = text.letters(from: space + 1)
    guard ending.count == 2, ending.end == text.count || text[ending.end] != UInt8(ascii: "-") else { return false }
    let isTeen = space > 1 && text[space - 2] == UInt8(ascii: "1")
    switch text[space - 1] {
    case UInt8(ascii: "1") where !isTeen: return text.has("st", at: ending.start)
    case UInt8(ascii: "2") where !isTeen: return text.has("nd", at: ending.start)
    case UInt8(ascii: "3") where !isTeen: return text.has("rd", at: ending.start)
    default: return text.has("th", at: ending.start)
    }
  }
}
