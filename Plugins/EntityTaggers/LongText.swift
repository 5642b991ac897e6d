import Language
import TextModel

/// Cuts a text that is longer than any article or chapter into windows.
///
/// Tokens and what is known of them take some ten times a text's own memory.  A window is as long as a short story, so what
/// one document is to agree on stays together.  Windows end where a sentence ends; in a sentence that has no end, behind
/// white space; where there is none either, the rest is one window: a word is never cut.
enum LongText {
  /// A window's least length in bytes; a text of less than two is not cut.
  static let length = 1 << 17

  /// The windows, which cover the text without gaps: one where the text is not long, or where programs, whose answers are
  /// about the whole of it, have spoken.  Linear.
  static func windows(of document: Document) -> [Span] {
    let text = document.text
    var windows: [Span] = []
    var start = 0
    var next = 0
    let sentences = document.sentences ?? []
    while document.suggestions.isEmpty, text.count - start >= 2 * length {
      while next < sentences.count, sentences[next].end < start + length { next += 1 }
      var end = text.count
      if next < sentences.count, sentences[next].end < start + 2 * length {
        end = sentences[next].end
      } else {
        end = start + length
        while end < text.count, !isBlank(text[end]) { end += 1 }
      }
      windows.append(Span(start, end))
      start = end
    }
    if start < text.count || windows.isEmpty { windows.append(Span(start, text.count)) }
    return windows
  }

  /// The sentences of a window, as offsets in it, cut at its ends.
  ///
  /// - Parameter next: the first sentence that may be in the window; moved on to the first that may be in the one behind.
  static func sentences(_ sentences: [Span], in window: Span, from next: inout Int) -> [Span] {
    var found: [Span] = []
    while next < sentences.count, sentences[next].start < window.end {
      let start = max(sentences[next].start, window.start)
      let end = min(sentences[next].end, window.end)
      if start < end { found.append(Span(start - window.start, end - window.start)) }
      if sentences[next].end > window.end { break }
      next += 1
    }
    return found
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
