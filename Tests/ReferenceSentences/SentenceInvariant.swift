import Language
import SentenceRules
import TextModel

/// What must hold for the sentences of any text, checked by the tests and by the fuzzer.
public enum SentenceInvariant {
  /// What is wrong with sentences found in a text; nil if nothing is.
  ///
  /// They are in order and disjoint, on code points, not empty, without white space at their ends, and whatever stands outside
  /// of them is white space: every character is in exactly one sentence or is white space between two.
  public static func fault(of sentences: [Span], in text: Text) -> String? {
    var end = 0
    for sentence in sentences {
      if sentence.start < end || sentence.end <= sentence.start || sentence.end > text.count {
        return "sentence \(sentence) overlaps, is empty or leaves the text"
      }
      if !text.isBoundary(sentence.start) || !text.isBoundary(sentence.end) { return "\(sentence) splits a code point" }
      if text.scalar(at: sentence.start).isWhiteSpace || text.scalar(before: sentence.end).isWhiteSpace {
        return "\(sentence) has white space at its ends"
      }
      if let lost = firstInk(text, end, sentence.start) { return "the character at \(lost) is in no sentence" }
      end = sentence.end
    }
    return firstInk(text, end, text.count).map { "the character at \($0) is in no sentence" }
  }

  /// The first character between two offsets that is no white space.
  static func firstInk(_ text: Text, _ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end {
      if !text.scalar(at: at).isWhiteSpace { return at }
      at = text.index(after: at)
    }
    return nil
  }

  /// Cuts a text with all rules in every newline mode, and with none; the first fault.
  public static func fault(in text: Text, language: LanguageTag) -> String? {
    SentenceCheck().fault(in: text, language: language)
  }

  /// ICU's sentences, without the white space around them.
  public static func reference(_ text: Text, _ breaker: SentenceBreaker = SentenceBreaker()) -> [Span] {
    var ends: [Int] = []
    breaker.boundaries(of: text, into: &ends)
    var start = 0
    var sentences: [Span] = []
    for end in ends {
      var first = start
      var last = end
      while first < last, text.scalar(at: first).isWhiteSpace { first = text.index(after: first) }
      while last > first, text.scalar(before: last).isWhiteSpace { last = text.index(before: last) }
      if first < last { sentences.append(Span(first, last)) }
      start = end
    }
    return sentences
  }
}
