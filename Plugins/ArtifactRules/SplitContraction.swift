import Language
import TextModel

/// Closes a contraction or possessive whose apostrophe was set apart.
///
/// Tokenizers and translators write `Russia ’s`, `Russia’ s`, `don ’t`, `do n’t` and `we ’ re`.  The apostrophe and its ending go
/// back to the word.  A plural’s own apostrophe before a word of one letter is not an ending of this kind and is rare; `’tis` and
/// quotations stay.
public struct SplitContraction: RewriteRule {
  public init() {}
  public let id = "split-contraction"
  public let languages = LanguageScope.only(["en"])

  public let fixes = [
    RewriteExample("Russia ’s envoy and China’ s too", "Russia’s envoy and China’s too"),
    RewriteExample("They don ’t know that we 're here.", "They don’t know that we're here."),
    RewriteExample("He won the Ballon d ’ Or on the Côte d’ Azur.", "He won the Ballon d’Or on the Côte d’Azur."),
    RewriteExample("They do n't know, and he ca n't say.", "They don't know, and he can't say."),
    RewriteExample("“It isn’ t so, and they ’ ll see it.", "“It isn’t so, and they’ll see it."),
  ]
  public let leavesAlone = [
    "’Tis the dogs’ dinner.", "He said ‘s’ and left.", "the letter 's' is", "in the '70s and the '80s", "rock ’n’ roll",
    "the 5' s-curve", "grep 's/a/b/' file", "‘He left ’ t", "the n't of it", "“What d’ I tell you?”", "do n’tango",
    "the boys' t-shirts",
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
          if let split = Split(negation: text, at, end) { found.append(split) } else { attached += 1 }
        } else if let split = Split(text, at, end) ?? Split(elision: text, at, end) {
          found.append(split)
        }
      }
    }
    for split in found {
      // Dialect and old print set some apart (`what ’s`); then most of the others are not.
      guard split.isName || found.count * 4 > attached || document.isDamaged,
        !document.isVerbatim(at: split.apostrophe.start)
      else {
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
    guard Contraction.joins(text, word, suffix) else { return nil }
    if suffix.count == 1, text[suffix.start] == UInt8(ascii: "s") {
      // A plural’s apostrophe before a lone letter is no possessive.
      guard text[word.end - 1] != UInt8(ascii: "s") || left < start else { return nil }
      isName = text.isUpper(word.start) && word.count > 3 && text.isLower(word.start - 2)
    }
  }

  /// `do n’t`: the ending took the last letter of the word along.
  init?(negation text: Text, _ start: Int, _ end: Int) {
    guard start >= 4, text.has("n", at: start - 1), text.has("t", at: end), text[start - 2] == 0x20,
      end + 1 == text.count || !text.isASCIILetter(end + 1) && !Split.isJoint(text[end + 1])
    else { return nil }
    let word = text.letters(before: start - 2)
    guard Split.beforeNegation.contains(Lexicon.hash(text.utf8, word.range)) else { return nil }
    apostrophe = Span(start, end)
    before = Span(start - 2, start - 1)
    behind = Span(end, end)
  }

  /// `Ballon d ’ Or`, `the Côte d’ Azur`: French small words in names.
  init?(elision text: Text, _ start: Int, _ end: Int) {
    let left = start > 0 && text[start - 1] == 0x20 ? start - 1 : start
    let right = end < text.count && text[end] == 0x20 ? end + 1 : end
    guard left > 1, text[left - 1] | 0x20 == UInt8(ascii: "d") || text[left - 1] | 0x20 == UInt8(ascii: "l"),
      text[left - 2] == 0x20, right > end, right < text.count
    else { return nil }
    // `what d’ I tell you`: speech.
    guard text.isLetter(text.index(after: right)) else { return nil }
    switch text.scalar(at: right) {
    case "A", "E", "I", "O", "U", "H", "É", "Î", "Â", "Œ", "Ê", "È": break
    default: return nil
    }
    apostrophe = Span(start, end)
    before = Span(left, start)
    behind = Span(end, right)
    isName = true
  }

  private static let beforeNegation = WordSet(
    "do does did is are was were have has had would could should might must need ca wo")

  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == 0x27 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_")
  }
}
