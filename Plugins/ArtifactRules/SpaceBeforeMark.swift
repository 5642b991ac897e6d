import Language
import TextModel

/// Closes the space before a mark that belongs to the word before it.
///
/// Tokenizers and cut-out tags leave `the talks , which` and `in Geneva .`; a mark that stands apart on both sides goes to
/// the word on its left, and one that hangs on the next word (`talks ,which`) is moved over.  In French the space before
/// `; : ! ?` is right and stays; so do spaced ellipses, texts with code in them, and what is no sentence.
public struct SpaceBeforeMark: RewriteRule {
  public init() {}
  public let id = "space-before-mark"
  public let trigger: ByteClasses? = .spaceBeforeMark

  public let fixes = [
    RewriteExample("After the talks , which failed, they left .", "After the talks, which failed, they left."),
    RewriteExample("They came from Lyon ,where it began.", "They came from Lyon, where it began."),
    RewriteExample("The chip , the R1 ,and the man, 34 ,who left.", "The chip, the R1, and the man, 34, who left."),
    RewriteExample("It took “two months” . he left.", "It took “two months”. he left."),
    RewriteExample("Who would pay ? Nobody said ; the rest waited.", "Who would pay? Nobody said; the rest waited."),
    RewriteExample(
      "The the deal of 1911 .Defenders of it ,who left : they they came in May ;they left , with with him.",
      "The the deal of 1911. Defenders of it, who left: they they came in May; they left, with with him."),
    RewriteExample(
      "The the man ,34, of of it said :\"We are late\".", "The the man, 34, of of it said: \"We are late\"."),
    RewriteExample("He went home . The others stayed.", "He went home. The others stayed."),
    RewriteExample("He went home .The others stayed.", "He went home. The others stayed."),
    RewriteExample(
      "He added : the the vote stands. It took “a day” .The others , who left, came.",
      "He added: the the vote stands. It took “a day”. The others, who left, came."),
    RewriteExample(
      "They left the the town with with them.\nTravel : The weather may change at noon, so stay at home today.",
      "They left the the town with with them.\nTravel: The weather may change at noon, so stay at home today."),
    RewriteExample(
      """
      Health : The weather may change at noon, so stay at home today and rest.
      Work : The plan of last week bears fruit, and others will see it soon.
      Travel : The road to the coast is long and dry, so take the early train.
      """,
      """
      Health: The weather may change at noon, so stay at home today and rest.
      Work: The plan of last week bears fruit, and others will see it soon.
      Travel: The road to the coast is long and dry, so take the early train.
      """),
    RewriteExample("He left, and , today, they followed.", "He left, and, today, they followed."),
    RewriteExample("They came from the ports of , Lyon and Nice.", "They came from the ports of Lyon and Nice."),
  ]
  public let leavesAlone = [
    "Il a dit : « Qui êtes-vous ? » ; c’était la nuit !", "Wait . . . what?", "a .NET library", "run ls . and wait",
    "the character . is a dot", "He paused ... and went on.", "Smile :) and go", "see .gitignore", "It costs .50 now",
    "Price : 5 euros", "They (the others ) left", "Some 3 , 5 metres of it",
    "```\nmake install\n```\nSet the path in config.ini . See the notes.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let marks = document.punctuation
    var habit: Bool?
    for k in marks.indices where marks[k].before == .space {
      let mark = marks[k]
      let left = text.spaceStart(before: mark.offset)
      guard left < mark.offset, left > 0, !text.isLineStart(left) else { continue }
      // Another mark before is the business of the rules for orphans and ellipses; so is one right behind.
      let last = text.scalar(before: left)
      guard endsWord(last) else { continue }
      if k + 1 < marks.count, marks[k + 1].offset - mark.end <= 1, marks[k + 1].scalar == mark.scalar { continue }
      guard let moves = fits(document, mark, last, &habit), !document.isVerbatim(at: mark.offset) else { continue }
      // Beside code, `config.ini .` and `a ? b : c` are set apart on purpose.
      if document.hasTechnicalLines { return }
      let confidence: Confidence = mark.scalar == "," || mark.scalar == "." ? .safe : .likely
      if mark.scalar == ",", !moves, isCutShort(document, text.letters(before: left)) {
        proposals.delete(Span(left, mark.end), .likely)
      } else if moves {
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
  private func fits(
    _ document: Document, _ mark: PunctuationMark, _ last: Unicode.Scalar, _ habit: inout Bool?
  ) -> Bool? {
    let text = document.text
    let next = text.spaceEnd(from: mark.end)
    switch mark.scalar {
    case ",":
      // `3 , 5 metres`: a decimal of another language, of which half would be mended.
      if last.properties.numericType != nil, text.isDigit(next), text.digits(from: next).count < 3 { return nil }
      if mark.after.isGap || mark.after == .quote { return false }
      // `the man ,34, was there`
      if mark.after == .digit, last.properties.isAlphabetic, text.digits(from: mark.end).count <= 2 {
        return text.has(", ", at: text.digits(from: mark.end).end) && document.isDamaged ? true : nil
      }
      return mark.after.isLetter && (last.properties.isAlphabetic || mark.after == .lower) ? true : nil
    case ".":
      if mark.after == .quote { return closes(text, mark.end) ? false : nil }
      if mark.after == .upper {
        // `Mr .Ash`
        let title = text.letters(before: text.spaceStart(before: mark.offset))
        if ProseWords.has(.title, text, title), text.isCapital(title.start), text.isLower(mark.end + 1) { return true }
        return beginsSentence(document, mark.end)
          && (text.isLower(text.spaceStart(before: mark.offset) - 2) || last == "”" || last == "»"
            || last.properties.numericType != nil && document.isDamaged)
          ? true : nil
      }
      guard mark.after.isGap else { return nil }
      if text.isLineEnd(next) || last == "”" || last == "»" { return false }
      return text.isCapital(next) || text.isDigit(next) || opens(text, next) ? false : nil
    case ";" where mark.after.isLetter && isHung(document, mark): return true
    case ":" where mark.after.isLetter && isHung(document, mark): return true
    case ";", "?", "!":
      // `the city ?!”`
      let isTwin = mark.after == .mark && mark.scalar == "?" && text.has("!", at: mark.end)
      guard
        isTwin && (text.has("”", at: mark.end + 1) || text.has(" ", at: mark.end + 1)) || mark.after.isGap
          || mark.after == .quote && closes(text, mark.end)
      else { return nil }
      return SpaceBeforeMark.hasTightMarks(document.language) ? false : nil
    case ":"
    where mark.after == .quote && last.properties.isAlphabetic && opens(text, mark.end)
      && (text.scalar(at: mark.end) != "\"" || text.isUpper(mark.end + 1) && document.isDamaged)
      && document.language == .english:
      return true
    case ":":
      guard mark.after.isGap, SpaceBeforeMark.hasTightMarks(document.language), last.properties.isAlphabetic else {
        return nil
      }
      return isFarIn(text, mark.offset) || isAnnounced(document, mark.offset) || isSentence(document, mark, &habit)
        ? false : nil
    default: return nil
    }
  }

  /// `in the book ;he left`: a mark that hangs on a word of prose, in damaged text.
  private func isHung(_ document: Document, _ mark: PunctuationMark) -> Bool {
    let text = document.text
    let word = text.letters(from: mark.end)
    return text.has(" ", at: word.end) && Lexicon.entry(text.utf8, word.range).isWord(upTo: 3)
      && (word.count > 1 || text.has("a", at: word.start)) && document.isDamaged && document.language == .english
  }

  /// Whether a word that begins sentences stands here, and another behind it: `.The others`, not `.NET` or `.Net`.
  private func beginsSentence(_ document: Document, _ at: Int) -> Bool {
    let text = document.text
    let word = text.letters(from: at)
    guard word.count == 1 || text.isLower(at + 1), text.has(" ", at: word.end) else { return false }
    if ProseWords.has(.starts, text, word) { return true }
    if word.count > 3, text.isLower(at + 2), text.isLower(word.end + 1) || text.isCapital(word.end + 1),
      document.isDamaged
    {
      return document.isCovered(by: .only([.english]))
    }
    return word.count > 3 && document.isCovered(by: .only([.english])) && text.isLower(word.end + 1)
      && Lexicon.entry(text.utf8, word.range).isWord(upTo: 3)
  }

  /// Whether a word can end no phrase, so that what stood between it and the comma is gone.
  private func isCutShort(_ document: Document, _ word: Span) -> Bool {
    // `and , today, about`: a conjunction may stand before an aside.
    !word.isEmpty && document.isCovered(by: .only([.english])) && !document.text.has("and", at: word.end - 3)
      && StopInPhrase.unfinished.contains(Lexicon.hash(document.utf8, word.range))
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

  /// `Water bill : the mayor promises relief`: words enough in the line, in damaged text.
  private func isSentence(_ document: Document, _ mark: PunctuationMark, _ habit: inout Bool?) -> Bool {
    guard document.language == .english, isLabelled(document.text, mark) else { return false }
    if document.isDamaged { return true }
    // Three labels with a sentence behind each are as good.
    if habit == nil {
      var labels = 0
      for other in document.punctuation where other.scalar == ":" && other.before == .space && other.after == .space {
        if isLabelled(document.text, other), document.text.isCapital(document.text.spaceEnd(from: other.end)) {
          labels += 1
        }
      }
      habit = labels >= 3 && document.hasParagraphs
    }
    return habit == true
  }

  private func isLabelled(_ text: Text, _ mark: PunctuationMark) -> Bool {
    guard text.isASCIILetter(text.spaceEnd(from: mark.end)) else { return false }
    var start = mark.offset
    var words = 0
    while start > 0, mark.offset - start < 200, !text.isLineStart(start) {
      start -= 1
      if text[start] == 0x20 { words += 1 }
    }
    // `Travel : The climate may change, so stay at home.`: a label of one word needs a sentence behind it.
    let isLabel = words < 2
    var end = mark.end
    while end < text.count, end - mark.end < 200, !text.isLineEnd(end) {
      if text[end] == 0x20 { words += 1 }
      end += 1
    }
    return words > (isLabel ? 8 : 5)
  }

  /// `He added : the vote`, `the mayor said : “No`: a verb of saying or a quotation, in damaged text.
  private func isAnnounced(_ document: Document, _ offset: Int) -> Bool {
    let text = document.text
    let end = text.spaceStart(before: offset)
    let word = text.letters(before: end)
    guard word.start > 0, text.has(" ", at: word.start - 1) else { return false }
    let next = text.spaceEnd(from: offset + 1)
    return (SpeechWords.isSaying(text, word) || next < text.count && opens(text, next)) && document.isDamaged
  }

  /// Whether a language sets `; : ! ?` without space.
  static func hasTightMarks(_ language: LanguageTag) -> Bool {
    let tight: [LanguageTag] = [
      "en", "es", "it", "pt", "de", "nl", "da", "sv", "no", "fi", "pl", "cs", "sk", "ro", "hu",
    ]
    return tight.contains(language)
  }
}
