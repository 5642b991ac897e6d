import Language

/// The rules of `translate-artifact-fix`, in the order in which conflicts between them are settled: what stands earlier wins.
public enum ArtifactCatalog {
  public static let rules: [any RewriteRule] = [
    // The page round the article: first, for what goes need not be repaired
    CommentForm(),
    ShareBlock(),
    PageNavigation(),
    CallToFollow(),
    InlineTeaser(),
    PageFooter(),
    AdvertLine(),
    RepeatedTitle(),
    SiteHeader(),
    FileNameLine(),
    // Quotation marks
    DoubledCloser(),
    TurnedMark(),
    MixedMarks(),
    ReopenedQuotation(),
    LostOpener(),
    LostCloser(),
    QuotationSpacing(),
    // What stands twice: before the marks, for a stop between the two belongs to the second
    RepeatedSentence(),
    RepeatedPhrase(),
    RepeatedWord(),
    // Punctuation and spacing
    OrphanMark(),
    DoubledMark(),
    LeadingMark(),
    ForeignMark(),
    SplitAbbreviation(),
    SplitNumber(),
    SplitOrdinal(),
    SplitContraction(),
    LostMiddle(),
    StopInPhrase(),
    StopInList(),
    BracketSpacing(),
    SpaceBeforeMark(),
    SpaceAfterMark(),
    ListedBoilerplate(),
    // Words
    DropCap(),
    GluedFunctionWord(),
    GluedWord(),
    SplitWord(),
    GluedCapital(),
    CapitalArticle(),
    CapitalResidue(),
    LowercaseName(),
    ForeignTitle(),
    // Doubts: nothing is changed
    SpunExpression(),
    StraySentenceBreak(),
    MissingTo(),
    InvertedAttribution(),
    ReportingVerb(),
    PostposedAdjective(),
    NominalInfinitive(),
    NameEcho(),
    NameSpelling(),
  ]
}
