import Language

/// The rules of `segment` in the order in which they are asked: at each place the first that does not abstain decides.
public enum SentenceCatalog {
  public static let rules: [any SentenceRule] = [
    WrappedLine(),
    AddressInside(),
    InsideTitleMarks(),
    MarkOfLanguage(),
    MessageStamp(),
    AddressAlone(),
    SeparatorRun(),
    Valediction(),
    NextListItem(),
    Enumerator(),
    FootnoteMark(),
    Emoticon(),
    StrandedClosingMark(),
    OpeningBehindStop(),
    AbbreviationBeforeNumber(),
    AbbreviationGoesOn(),
    AbbreviatedTitle(),
    AbbreviationMayEnd(),
    Initials(),
    OrdinalNumber(),
    OmissionMark(),
    ReportingClause(),
    ExclamatoryName(),
    NumberStart(),
    DashStart(),
    SmallLetterStart(),
    MissingSpace(),
  ]

  /// The languages that the tables of abbreviations or the rules know, and those whose marks alone are enough.
  public static let languages: Set<LanguageTag> = [
    "am", "ar", "be", "bg", "bn", "bo", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "gu",
    "he", "hi",
    "hr", "hu", "hy", "id", "it", "ja", "ka", "kk", "km", "kn", "ko", "lt", "lv", "mk", "ml", "mr", "my", "nb", "ne",
    "nl", "nn",
    "no", "pa", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "ta", "te", "tr", "uk", "ur", "vi", "zh",
  ]
}
