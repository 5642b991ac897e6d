import Language
import TextModel

/// Sets `a.M.` and `p.M.` behind a time of day in small letters.
///
/// A spinner that begins each sentence with a capital takes the stop inside for a full stop.
public struct MeridiemCase: RewriteRule {
  public init() {}
  public let id = "meridiem-case"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("It began at 5:00 p.M. on Sunday.", "It began at 5:00 p.m. on Sunday."),
    RewriteExample("The vote is at 9 a.M.", "The vote is at 9 a.m."),
  ]
  public let leavesAlone = ["It began at 5 P.M. on Sunday.", "the singer p.M. Ash", "at 5 p.m."]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    for mark in document.punctuation where mark.scalar == "." && mark.before == .lower && mark.after == .upper {
      let at = mark.offset
      guard at >= 3, text[at - 1] == UInt8(ascii: "a") || text[at - 1] == UInt8(ascii: "p"),
        text.has("M.", at: mark.end),
        text[at - 2] == 0x20 ? text.isDigit(at - 3) : text.isDigit(at - 2)
      else { continue }
      proposals.replace(Span(mark.end, mark.end + 1), with: "m", .safe)
    }
  }
}
