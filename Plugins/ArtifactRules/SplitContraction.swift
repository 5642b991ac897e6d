import Language
import TextModel

/// Closes a contraction or possessive whose apostrophe was set apart.
///
/// Tokenizers and translators write `Russia ’s`, `Russia’ s`, `don ’t` and `we ’ re`.  The apostrophe and its ending go back to
/// the word.  A plural’s own apostrophe before a word of one letter is not an ending of this kind and is rare; `’tis` and
/// quotations stay.
public struct SplitContraction: RewriteRule {
  public init() {}
  public let id = "split-contraction"
  public let languages = LanguageScope.only(["en"])

  public let fixes = [
    RewriteExample("Russia ’s envoy and China’ s too", "Russia’s envoy and China’s too"),
    RewriteExample("They don ’t know that we 're here.", "They don’t know that we're here."),
    RewriteExample("It isn’ t so, and they ’ ll see.", "It isn’t so, and they’ll see."),
  ]
  public let leavesAlone = [
    "’Tis the dogs’ dinner.", "He said ‘s’ and left.", "the letter 's' is", "in the '70s and the '80s", "rock ’n’ roll",
    "the 5' s-curve", "grep 's/a/b/' file", "‘He left ’ t", "the boys' t-shirts", "Then 's a good lad",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard !document.byteClasses.isDisjoint(with: [.apostrophe, .nonASCII]) else { return }
    let text = document.text
    let bytes = text.utf8
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      let width: Int
      if byte == 0x27 {
        width = 1
      } else if byte == 0xE2, text.has("’", at: at) {
        width = 3
      } else {
        at += 1
        continue
      }
      let end = at + width
      if let (span, ending) = split(text, at, end), !document.isVerbatim(at: at) {
        proposals.together {
          if span.start < at { $0.delete(Span(span.start, at), .safe) }
          if ending > end { $0.delete(Span(end, ending), .safe) }
        }
      }
      at = end
    }
  }

  /// Where the space before the apostrophe begins and the space behind it ends, where one of them is too many.
  private func split(_ text: Text, _ start: Int, _ end: Int) -> (Span, Int)? {
    let left = start > 0 && text[start - 1] == 0x20 ? start - 1 : start
    let ending = end < text.count && text[end] == 0x20 ? end + 1 : end
    guard left < start || ending > end, text.isASCIILetter(left - 1) else { return nil }
    let suffix = text.letters(from: ending)
    guard suffix.count <= 2, !suffix.isEmpty, text.isLower(suffix.start) else { return nil }
    guard suffix.end == text.count || !isJoint(text[suffix.end]) else { return nil }
    let word = text.letters(before: left)
    let isT = text.has("t", at: suffix.start) && suffix.count == 1
    if isT {
      return text.isLower(word.end - 1) && text[word.end - 1] == UInt8(ascii: "n") && word.count > 2
        ? (Span(left, end), ending) : nil
    }
    let isS = text.has("s", at: suffix.start) && suffix.count == 1
    if isS {
      // `dogs’ s` and ` ’s` after a small word may be anything; a name or a longer noun has a possessive.
      guard word.count > 1, text[word.end - 1] != UInt8(ascii: "s") || left < start else { return nil }
      return word.count > 2 || left < start ? (Span(left, end), ending) : nil
    }
    guard
      ["re", "ve", "ll", "d", "m"].contains(where: {
        text.has($0.utf8, at: suffix.start) && $0.utf8.count == suffix.count
      })
    else { return nil }
    let pronouns = ["i", "you", "we", "they", "he", "she", "it", "who", "that", "there"]
    guard pronouns.contains(where: { $0.utf8.count == word.count && same(text, word, $0) }) else { return nil }
    return (Span(left, end), ending)
  }

  private func same(_ text: Text, _ word: Span, _ literal: String) -> Bool {
    zip(text[word], literal.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  private func isJoint(_ byte: UInt8) -> Bool {
    byte == 0x27 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
