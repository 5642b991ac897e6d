import Language
import TextModel

/// Replaces marks of another script in Latin text.
///
/// Translation from Chinese, Arabic or Hindi leaves full-width, Arabic and Indic marks between Latin words: `the talks，which`,
/// `Moscow، Paris`, `ended。`.  Each becomes the mark it stands for, with a space where the other script needs none.  In
/// English text `¿` and `¡` before a sentence go.
public struct ForeignMark: RewriteRule {
  public init() {}
  public let id = "foreign-mark"
  public let trigger: ByteClasses? = .nonASCII

  public let fixes = [
    RewriteExample(
      "After the talks，which failed，they left。The rest waited。",
      "After the talks, which failed, they left. The rest waited."),
    RewriteExample("Rabat، Tunis، and Cairo؟", "Rabat, Tunis, and Cairo?"),
    RewriteExample("the fund（IMF）said：no", "the fund (IMF) said: no"),
    RewriteExample("¿Who paid for it? Nobody.", "Who paid for it? Nobody."),
    RewriteExample("It ended in May।", "It ended in May."),
  ]
  public let leavesAlone = [
    "他说，天气很好。", "¿Quién pagó? Nadie lo sabe, y la gente está cansada de esperar.", "the word 你好，世界 means hello",
    "قال: نعم، شكرا",
    "the mark 、 is a comma",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let isEnglish = document.language == .english
    for mark in document.punctuation where mark.scalar.value > 0x7F {
      guard let latin = latin(mark.scalar) else {
        if mark.scalar == "¿" || mark.scalar == "¡", isEnglish, mark.before != .lower, beginsEnglish(text, mark.end) {
          proposals.delete(Span(mark.offset, mark.end), .likely)
        }
        continue
      }
      // Alone between spaces it is spoken of, not used.
      if mark.before.isGap, mark.after.isGap { continue }
      if document.isVerbatim(at: mark.offset) { continue }
      guard isLatin(text, before: mark.offset), isLatin(text, after: mark.end), !isChinese(text, mark.offset) else {
        continue
      }
      let opens = latin.utf8Start[0] == UInt8(ascii: "(")
      if opens {
        proposals.replace(Span(mark.offset, mark.end), with: mark.before.isGap ? "(" : " (", .safe)
        continue
      }
      var replacement = [latin.utf8Start[0]]
      if mark.after.isLetter || mark.after == .digit && !(mark.before == .digit) { replacement.append(0x20) }
      // A space before the mark goes too, for the wide mark brings its own.
      let left = mark.before == .space ? text.spaceStart(before: mark.offset) : mark.offset
      proposals.replace(Span(left, mark.end), with: replacement, .safe)
    }
  }

  /// Whether two English words in a row begin with a capital here.
  private func beginsEnglish(_ text: Text, _ at: Int) -> Bool {
    let first = text.letters(from: at)
    let second = text.letters(from: text.spaceEnd(from: first.end))
    return text.isUpper(at) && Lexicon.entry(text.utf8, first.range).isWord(upTo: 3)
      && Lexicon.entry(text.utf8, second.range).isWord(upTo: 4)
  }

  private func latin(_ scalar: Unicode.Scalar) -> StaticString? {
    switch scalar.value {
    case 0xFF0C, 0x60C, 0x3001, 0xFF64: ","
    case 0x3002, 0xFF0E, 0xFF61, 0x6D4, 0x964: "."
    case 0xFF1B, 0x61B: ";"
    case 0xFF1A: ":"
    case 0xFF01: "!"
    case 0xFF1F, 0x61F: "?"
    case 0xFF08: "("
    case 0xFF09: ")"
    default: nil
    }
  }

  /// Whether Chinese or Japanese stands in the same line, some hundred bytes round the mark: then the Latin word is the guest.
  private func isChinese(_ text: Text, _ offset: Int) -> Bool {
    let from = max(0, offset - 120)
    let to = min(text.count, offset + 120)
    var at = offset
    while at > from, text[at - 1] != 0x0A { at -= 1 }
    // U+3041 to U+9FFF begin with E3 81 to E9.
    while at < to, text[at] != 0x0A {
      if text[at] >= 0xE4 && text[at] <= 0xE9 || text[at] == 0xE3 && at + 1 < to && text[at + 1] > 0x80 { return true }
      at += 1
    }
    return false
  }

  /// Whether the nearest letter or digit on the left is Latin.
  private func isLatin(_ text: Text, before offset: Int) -> Bool {
    var at = offset
    while at > 0, offset - at < 16 {
      let scalar = text.scalar(before: at)
      if scalar == "\n" { return false }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return scalar.value < 0x250 }
      at = text.index(before: at)
    }
    return false
  }

  /// The same on the right, where the end of the line is as good.
  private func isLatin(_ text: Text, after offset: Int) -> Bool {
    var at = offset
    while at < text.count, at - offset < 16 {
      let scalar = text.scalar(at: at)
      if scalar == "\n" { return true }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return scalar.value < 0x250 }
      at = text.index(after: at)
    }
    return true
  }
}
