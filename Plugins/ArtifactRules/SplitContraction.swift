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
    RewriteExample("“It isn’ t so, and they ’ ll see it.", "“It isn’t so, and they’ll see it."),
  ]
  public let leavesAlone = [
    "’Tis the dogs’ dinner.", "He said ‘s’ and left.", "the letter 's' is", "in the '70s and the '80s", "rock ’n’ roll",
    "the 5' s-curve", "grep 's/a/b/' file", "‘He left ’ t", "the boys' t-shirts",
    "I’ve known what ’s so, it’s true, you’ll see, don’t you?",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard !document.byteClasses.isDisjoint(with: [.apostrophe, .nonASCII]) else { return }
    let text = document.text
    var found: [Split] = []
    var attached = 0
    text.utf8.withUnsafeBufferPointer { bytes in
      for offset in document.markOffsets {
        let at = Int(offset)
        let byte = bytes[at]
        guard byte == 0x27 || byte == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99
        else { continue }
        let end = at + (byte == 0x27 ? 1 : 3)
        if at > 0, end < bytes.count, bytes[at - 1] > 0x20, bytes[end] > 0x20 {
          attached += 1
        } else if let split = Split(text, at, end) {
          found.append(split)
        }
      }
    }
    for split in found {
      // Dialect and old print set some apart (`what ’s`); then most of the others are not.
      guard split.isName || found.count * 4 > attached, !document.isVerbatim(at: split.apostrophe.start) else {
        continue
      }
      proposals.together {
        if !split.before.isEmpty { $0.delete(split.before, .safe) }
        if !split.behind.isEmpty { $0.delete(split.behind, .safe) }
      }
    }
  }
}

/// An apostrophe with an ending of English, parted from its word, from its ending or from both.
private struct Split {
  let apostrophe: Span
  /// The spaces that are too many.
  let before: Span
  let behind: Span
  /// Whether the word is a name in the middle of a sentence.
  var isName = false

  private static let pronouns = WordSet("i you we they he she it who that there")
  private static let negated = WordSet(
    "don isn wasn won didn doesn aren weren couldn wouldn shouldn hasn haven hadn mustn needn ain")

  init?(_ text: Text, _ start: Int, _ end: Int) {
    let left = start > 0 && text[start - 1] == 0x20 ? start - 1 : start
    let right = end < text.count && text[end] == 0x20 ? end + 1 : end
    apostrophe = Span(start, end)
    before = Span(left, start)
    behind = Span(end, right)
    guard left < start || right > end, text.isASCIILetter(left - 1) else { return nil }
    let suffix = text.letters(from: right)
    guard suffix.count <= 2, !suffix.isEmpty, text.isLower(suffix.start) else { return nil }
    guard suffix.end == text.count || !Split.isJoint(text[suffix.end]) else { return nil }
    let word = text.letters(before: left)
    guard word.start == 0 || !Split.isJoint(text[word.start - 1]) else { return nil }
    let hash = Lexicon.hash(text.utf8, word.range)
    switch (suffix.count, text[suffix.start]) {
    case (1, UInt8(ascii: "t")):
      guard Split.negated.contains(hash) else { return nil }
    case (1, UInt8(ascii: "s")):
      // A plural’s apostrophe before a lone letter is no possessive.
      guard word.count > 1, text[word.end - 1] != UInt8(ascii: "s") || left < start else { return nil }
      isName = text.isUpper(word.start) && word.count > 3 && text.isLower(word.start - 2)
    case (1, UInt8(ascii: "d")), (1, UInt8(ascii: "m")):
      guard Split.pronouns.contains(hash) else { return nil }
    default:
      guard text.has("re", at: right) || text.has("ve", at: right) || text.has("ll", at: right) else { return nil }
      guard Split.pronouns.contains(hash) else { return nil }
    }
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == 0x27 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_")
  }
}
