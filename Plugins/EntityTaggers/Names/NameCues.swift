import Language
import TextModel

/// Words beside a name that say what it is.
enum NameCues {
  /// What persons do, not places.
  private static let speech: Set<String> = [
    "said", "says", "told", "asked", "added", "replied", "noted", "admitted", "insisted", "explained", "argued",
    "recalled", "declared", "wrote", "thinks", "believes", "himself", "herself",
  ]

  /// Whether a verb of saying stands behind a token, or right before it and not in a sentence of its own (`said Paris`).
  static func isBesideSpeech(_ index: Int, _ tokens: borrowing NameTokens, _ text: Text) -> Bool {
    var next = index + 1
    if next < tokens.count, isAuxiliary(next, tokens, text) { next += 1 }
    if next < tokens.count, contains(next, tokens, text) { return true }
    return index > 0 && contains(index - 1, tokens, text)
      && !(index + 1 < tokens.count && tokens.traits[index + 1].contains(.capital))
  }

  private static func contains(_ index: Int, _ tokens: borrowing NameTokens, _ text: Text) -> Bool {
    let span = tokens.spans[index]
    guard (4...9).contains(span.count), !tokens.traits[index].contains(.capital) else { return false }
    return speech.contains(text.string(span))
  }

  private static func isAuxiliary(_ index: Int, _ tokens: borrowing NameTokens, _ text: Text) -> Bool {
    let span = tokens.spans[index]
    guard span.count == 3 || span.count == 4 else { return false }
    let word = text.string(span)
    return word == "has" || word == "had" || word == "also"
  }
}
