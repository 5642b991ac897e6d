import TextModel

/// Guesses the language of a text that does not say.
public enum LanguageGuess {
  /// English where nothing speaks against it.
  public static func language(of text: Text) -> LanguageTag { .english }
}
