import Language
import TextModel

/// The rules of `normalize`, in the order in which conflicts between them are settled: what stands earlier wins.
public enum NormalizerCatalog {
  public static let rules: [any RewriteRule] = rules(form: .nfc)

  /// The rules with another Unicode form, or none.
  public static func rules(form: Normalizer.Form?) -> [any RewriteRule] {
    [
      // Misread encodings
      Mojibake(),
      WindowsControl(),
      HtmlEntity(),
      // Characters that do not belong in text
      TerminalEscape(),
      ControlCharacter(),
      ByteOrderMark(),
      InvisibleCharacter(),
      SoftHyphen(),
      // Characters that have a better form
      LatinLigature(),
      CharacterWidth(),
      // Lines and spaces
      LineEnd(),
      BrokenWord(),
      ExoticSpace(),
      SpaceRun(),
      TrailingSpace(),
      // Style, on request
      StraightQuotes(),
      PlainDash(),
      ThreeDots(),
      // Suspects
      BidiControl(),
      MixedScript(),
      // What all others left
      UnicodeForm(form),
    ]
  }
}
