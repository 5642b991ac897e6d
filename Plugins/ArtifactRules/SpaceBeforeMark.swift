import Language
import TextModel

/// Closes the space before a mark that belongs to the word before it.
///
/// Tokenizers and cut-out tags leave `the talks , which` and `in Geneva .`; a mark that stands apart on both sides goes to
/// the word on its left, and one that hangs on the next word (`talks ,which`) is moved over.  In French the space before
/// `; : ! ?` is right and stays; so do spaced ellipses, code, and what is no sentence.
public struct SpaceBeforeMark: RewriteRule {
  public init() {}
  public let id = "space-before-mark"
  public let trigger: ByteClasses? = .spaceBeforeMark

  public let fixes = [
    RewriteExample("After the talks , which failed, they left .", "After the talks, which failed, they left."),
    RewriteExample("They came from Lyon ,where it began.", "They came from Lyon, where it began."),
    RewriteExample("Who would pay ? Nobody said ; the rest waited.", "Who would pay? Nobody said; the rest waited."),
    RewriteExample("He went home . The others stayed.", "He went home. The others stayed."),
  ]
  public let leavesAlone = [
    "Il a dit : « Qui êtes-vous ? » ; c’était la nuit !", "Wait . . . what?", "a .NET library", "run ls . and wait",
    "the character . is a dot", "He paused ... and went on.", "Smile :) and go", "see .gitignore", "It costs .50 now",
    "Price : 5 euros", "They (the others ) left",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let marks = document.punctuation
    for k in marks.indices where marks[k].before == .space {
      let mark = marks[k]
      let left = text.spaceStart(before: mark.offset)
      guard left < mark.offset, left > 0, !text.isLineStart(left) else { continue }
      // Another mark before is the business of the rules for orphans and ellipses; so is one right behind.
      let last = text.scalar(before: left)
      guard endsWord(last) else { continue }
      if k + 1 < marks.count, marks[k + 1].offset - mark.end <= 1, marks[k + 1].scalar == mark.scalar { continue }
      guard let moves = fits(document, mark, last), !document.isVerbatim(at: mark.offset) else { continue }
      let confidence: Confidence = mark.scalar == "," || mark.scalar == "." ? .safe : .likely
      if moves {
        proposals.together {
          $0.delete(Span(left, mark.offset), confidence)
          $0.insert(" ", at: mark.end, confidence)
        }
      } else {
        proposals.delete(Span(left, mark.offset), confidence)
      }
    }
  }

  private func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "”", "’", "»", "\"", ")", "]", "%": true
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// Whether the mark belongs to the left, and then whether a space must follow it; nil where it stays.
  private func fits(_ document: Document, _ mark: PunctuationMark, _ last: Unicode.Scalar) -> Bool? {
    let text = document.text
    let next = text.spaceEnd(from: mark.end)
    switch mark.scalar {
    case ",":
      if mark.after.isGap || mark.after == .quote { return false }
      return mark.after.isLetter && last.properties.isAlphabetic ? true : nil
    case ".":
      if mark.after == .quote { return closes(text, mark.end) ? false : nil }
      guard mark.after.isGap else { return nil }
      if text.isLineEnd(next) { return false }
      return text.isCapital(next) || text.isDigit(next) || opens(text, next) ? false : nil
    case ";", "?", "!":
      guard mark.after.isGap || mark.after == .quote && closes(text, mark.end) else { return nil }
      return SpaceBeforeMark.hasTightMarks(document.language) ? false : nil
    case ":":
      guard mark.after.isGap, SpaceBeforeMark.hasTightMarks(document.language), last.properties.isAlphabetic else {
        return nil
      }
      return isFarIn(text, mark.offset) ? false : nil
    default: return nil
    }
  }

  private func opens(_ text: Text, _ at: Int) -> Bool {
    switch text.scalar(at: at) {
    case "“", "\"", "«", "„", "‘": true
    default: false
    }
  }

  private func closes(_ text: Text, _ at: Int) -> Bool {
    let quote = text.scalar(at: at)
    guard quote == "”" || quote == "\"" || quote == "»" || quote == "’" else { return false }
    let behind = text.index(after: at)
    return behind == text.count || text[behind] <= 0x20 || text[behind] == UInt8(ascii: ",")
  }

  /// Whether so many words stand before in the line that it is no `key : value`.
  private func isFarIn(_ text: Text, _ offset: Int) -> Bool {
    var at = offset
    var words = 0
    while at > 0, text[at - 1] != 0x0A, offset - at < 200 {
      at -= 1
      if text[at] == 0x20 { words += 1 }
    }
    return words > 6
  }

  /// Whether a language sets `; : ! ?` without space.
  static func hasTightMarks(_ language: LanguageTag) -> Bool {
    let tight: [LanguageTag] = [
      "en", "es", "it", "pt", "de", "nl", "da", "sv", "no", "fi", "pl", "cs", "sk", "ro", "hu",
    ]
    return tight.contains(language)
  }
}
