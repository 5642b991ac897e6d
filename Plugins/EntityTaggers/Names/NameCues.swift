import Language
import TextModel

/// Words beside a name that say what it is.
enum NameCues {
  /// What persons do, not places, beside the verbs of saying.
  private static let others = Set(["himself", "herself", "thinks", "believes"].map { Lexicon.hash($0) })

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
    guard (4...12).contains(span.count), !tokens.traits[index].contains(.capital) else { return false }
    let hash = Lexicon.hash(text.utf8, span.range)
    let classes = SpeechWords.shared.classes(hash)
    // Verbs that a place or a body may have as well tell nothing: `Paris called for talks`.
    return classes.contains(.speech) && classes.isDisjoint(with: [.noun, .base, .weak, .mental])
      || others.contains(hash)
  }

  private static func isAuxiliary(_ index: Int, _ tokens: borrowing NameTokens, _ text: Text) -> Bool {
    let span = tokens.spans[index]
    guard span.count == 3 || span.count == 4 else { return false }
    let word = text.string(span)
    return word == "has" || word == "had" || word == "also"
  }
}
