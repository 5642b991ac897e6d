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
}
